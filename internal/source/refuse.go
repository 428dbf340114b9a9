package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/internal/fault"
)

// The shares above which bytes are refused as no text, one in so many
// characters. Up to spared of them are let pass where they are not half of
// the text: a short text with a stray NUL is still text.
const (
	maxControls    = 20 // control characters other than those of layout
	maxUndecodable = 4  // U+FFFD made by decoding, a truncated last character aside
	spared         = 3
)

// magics are the first bytes of files that are often taken for text.
var magics = []struct{ mark, what, hint string }{
	{"%PDF-", "a PDF file", "take the text out of it first"},
	{"PK\x03\x04", "a ZIP file", "unpack it first"},
	{"PK\x05\x06", "an empty ZIP file", ""},
	{"\x89PNG\r\n\x1a\n", "a PNG image", imageHint},
	{"\xff\xd8\xff", "a JPEG image", imageHint},
	{"GIF87a", "a GIF image", imageHint},
	{"GIF89a", "a GIF image", imageHint},
	{"II*\x00", "a TIFF image", imageHint},
	{"MM\x00*", "a TIFF image", imageHint},
	{"AT&TFORM", "a DjVu file", imageHint},
	{"\x1f\x8b", "a gzip file", "unpack it first, for example with gzip -d"},
	{"BZh91AY&SY", "a bzip2 file", "unpack it first, for example with bzip2 -d"},
	{"\xfd7zXZ\x00", "an xz file", "unpack it first, for example with xz -d"},
	{"\x28\xb5\x2f\xfd", "a zstd file", "unpack it first, for example with zstd -d"},
	{"7z\xbc\xaf\x27\x1c", "a 7z file", "unpack it first"},
	{"Rar!\x1a\x07", "a RAR file", "unpack it first"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old office program (DOC, XLS, WPS)", "save it as plain text first"},
	{"SQLite format 3\x00", "an SQLite database", ""},
	{"\x7fELF", "a program (ELF)", ""},
	{"\xff\xfe\x00\x00", "text in UTF-32, which is not read", "convert it to UTF-8 first"},
	{"\x00\x00\xfe\xff", "text in UTF-32, which is not read", "convert it to UTF-8 first"},
}

const imageHint = "give the text that is recognised in it (OCR)"

// refuseRaw refuses bytes before they are decoded: other kinds of files, more
// bytes than the limit, none at all.
func refuseRaw(name, raw string, limit int64) error {
	if err := refuseMagic(name, raw); err != nil {
		return err
	}
	if int64(len(raw)) > limit {
		return &fault.Error{
			Meaning: fault.TooLarge,
			Say:     fmt.Sprintf("%s: larger than the limit of %d bytes", label(name), limit),
			Hint:    "raise the limit with --max-bytes, or read a file of many articles part by part with --stream",
		}
	}
	return refuseEmpty(name, raw)
}

// refuseEmpty refuses no bytes and a byte-order mark alone.
func refuseEmpty(name, raw string) error {
	say := ""
	if raw == "" {
		say = label(name) + ": empty"
	}
	for _, b := range boms {
		if raw == b.mark {
			say = label(name) + ": nothing but a byte-order mark"
		}
	}
	if say == "" {
		return nil
	}
	return &fault.Error{Meaning: fault.Empty, Say: say}
}

// refuseMagic refuses what begins like another kind of file.
func refuseMagic(name, raw string) error {
	for _, m := range magics {
		if !strings.HasPrefix(raw, m.mark) {
			continue
		}
		what, hint := m.what, m.hint
		if m.mark == "PK\x03\x04" {
			what, hint = zipKind(raw)
		}
		if hint != "" {
			hint = "it begins like " + what + ": " + hint
		} else {
			hint = "it begins like " + what
		}
		return &fault.Error{Meaning: fault.NotText, Say: label(name) + ": " + what + ", not plain text", Hint: hint}
	}
	return nil
}

// zipKind tells the documents that are ZIP files by their first entries: an
// EPUB begins with one named mimetype (EPUB OCF 3.3, 4.3), and the files of
// office programs name their content types (ECMA-376 part 2).
func zipKind(raw string) (what, hint string) {
	head := raw[:min(len(raw), 4096)]
	switch {
	case strings.Contains(head, "application/epub+zip"):
		return "an EPUB book", "take the text out of it first"
	case strings.Contains(head, "application/vnd.oasis"):
		return "an OpenDocument file", "save it as plain text first"
	case strings.Contains(head, "[Content_Types].xml"), strings.Contains(head, "word/"):
		return "a document of an office program (DOCX, XLSX, PPTX)", "save it as plain text first"
	}
	return "a ZIP file", "unpack it first"
}

// refuseText refuses decoded text in which too much is none. raw are its
// bytes, at offset in the source.
func refuseText(name, raw, text string, f finding, m measures, offset int64) error {
	if tooMany(m.controls, m.chars, maxControls) {
		first := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && !layout(r) || r == 0x7F })
		return notText(name, fmt.Sprintf("%d of %d characters are control characters", m.controls, m.chars),
			offset+int64(f.rawAt(raw, first)), "")
	}
	bad := m.undecodable
	if bad > 0 && bad < m.chars && strings.HasSuffix(text, replacement) {
		bad--
	}
	if !tooMany(bad, m.chars, maxUndecodable) {
		return nil
	}
	hint := "say which encoding it is with --encoding"
	if f.basis == basisGiven {
		hint = "leave out --encoding to have the encoding found"
	}
	say := fmt.Sprintf("%d of %d characters cannot be decoded as %s", bad, m.chars, f.name)
	return notText(name, say, offset+int64(f.firstBad(raw, text)), hint)
}

// tooMany reports whether n of all characters are more than one in share.
func tooMany(n, all, share int) bool {
	return n > 0 && 2*n >= all || n > spared && n*share > all
}

// firstBad is the offset in raw of the first bytes that could not be decoded.
func (f finding) firstBad(raw, text string) int {
	if f.name != utf8Set.name {
		return f.rawAt(f.masked(raw), max(0, strings.Index(text, replacement)))
	}
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(raw)
}

// notText is the refusal of bytes that are no text, the first of the reason
// at a byte of the source.
func notText(name, why string, first int64, hint string) error {
	return &fault.Error{
		Meaning: fault.NotText,
		Say:     fmt.Sprintf("%s: not text: %s, the first at byte %d", label(name), why, first),
		Hint:    hint,
	}
}

// noEncoding is the refusal of bytes that read as Chinese in no encoding;
// first is the first byte above ASCII.
func noEncoding(name string, first int64) error {
	return &fault.Error{
		Meaning: fault.NotText,
		Say:     fmt.Sprintf("%s: not Chinese text in an encoding that can be found, from byte %d on", label(name), first),
		Hint:    "if it is text, say in which encoding with --encoding",
	}
}
