package source

import (
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"dateline/internal/fault"
)

// replacement is what stands for bytes that cannot be decoded.
const replacement = string(utf8.RuneError)

// charset is a character encoding.
type charset struct {
	name string // WHATWG name
	enc  encoding.Encoding
	// unit is the bytes of a code unit where every line feed and carriage
	// return of the bytes is one of the text and the other way round; 0
	// where that is not sure.
	unit int
	// whole gives where a last character begins of which bytes are missing,
	// the length where none are; nil where the decoder sees to it.
	whole func(raw string) int
	// printed counts the U+FFFD that the bytes themselves hold; nil where
	// the encoding has none.
	printed func(raw string) int
}

// The encodings that are found without being told.
var (
	utf8Set = charset{
		name: "utf-8", enc: unicode.UTF8, unit: 1,
		printed: func(raw string) int { return strings.Count(raw, replacement) },
	}
	utf16LE = charset{
		name: "utf-16le", enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unit: 2,
		whole:   func(raw string) int { return whole16(raw, 1) },
		printed: func(raw string) int { return count16(raw, 0xFD, 0xFF) },
	}
	utf16BE = charset{
		name: "utf-16be", enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unit: 2,
		whole:   func(raw string) int { return whole16(raw, 0) },
		printed: func(raw string) int { return count16(raw, 0xFF, 0xFD) },
	}
	gb18030 = charset{name: "gb18030", enc: gbEncoding{}, unit: 1, printed: printedGB}
	big5    = charset{name: "big5", enc: traditionalchinese.Big5, unit: 1}
	hz      = charset{name: "hz-gb-2312", enc: hzEncoding{}}
)

// KnownEncoding gives nil for a WHATWG label that can be read, and for "".
func KnownEncoding(label string) error {
	_, err := lookup(label)
	return err
}

// lookup gives the encoding of a WHATWG label, nil for "".
func lookup(label string) (*charset, error) {
	if label == "" {
		return nil, nil
	}
	if strings.EqualFold(strings.TrimSpace(label), hz.name) {
		return &hz, nil // the standard knows it only to refuse it
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, unknownEncoding(label)
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" {
		return nil, unknownEncoding(label)
	}
	if name == "gbk" {
		return &gb18030, nil
	}
	for _, c := range []*charset{&utf8Set, &utf16LE, &utf16BE, &gb18030, &big5} {
		if c.name == name {
			return c, nil
		}
	}
	return &charset{name: name, enc: enc}, nil
}

func unknownEncoding(label string) error {
	return &fault.Error{
		Meaning: fault.Usage,
		Say:     "unknown encoding \"" + label + "\"",
		Hint:    "give a WHATWG label, such as utf-8, gb18030, big5 or utf-16le, or none to have it found",
	}
}

// decode turns all of raw into valid UTF-8.
func (c charset) decode(raw string) string {
	if c.name == utf8Set.name && utf8.ValidString(raw) {
		return raw
	}
	end := len(raw)
	if c.whole != nil {
		end = c.whole(raw)
	}
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2) // two bytes a Han character become three
	// Neither side of the copy can fail: the decoders replace what is wrong.
	in := c.enc.NewDecoder().Reader(strings.NewReader(raw[:end]))
	_, _ = io.CopyBuffer(&b, in, make([]byte, min(chunk, 2*end+1)))
	if end < len(raw) {
		b.WriteString(replacement)
	}
	return b.String()
}

// made counts the U+FFFD of text, the decoded raw, that the bytes do not hold.
func (c charset) made(raw, text string) int {
	if raw == text {
		return 0 // UTF-8 as it came, or ASCII
	}
	n := strings.Count(text, replacement)
	if n > 0 && c.printed != nil {
		n -= c.printed(raw)
	}
	return n
}

// rawAt gives the offset in raw from which on byte at of the decoded text, the
// first of a character, is decoded. It decodes step by step, which is slow.
func (c charset) rawAt(raw string, at int) int {
	if c.name == utf8Set.name && utf8.ValidString(raw) {
		return at
	}
	dec := c.enc.NewDecoder()
	var src, dst [16]byte
	done := 0
	for i := 0; i < len(raw); {
		if done == at {
			return i
		}
		n, wrote, read := 0, 0, 0
		for read == 0 && n < len(src) && i+n < len(raw) {
			src[n] = raw[i+n]
			n++
			wrote, read, _ = dec.Transform(dst[:], src[:n], i+n == len(raw))
		}
		if read == 0 || done+wrote > at {
			return i
		}
		i, done = i+read, done+wrote
	}
	return len(raw)
}

// whole16 gives where a UTF-16 text ends without an odd last byte, and
// without the first half of a pair whose second half is that byte. high is
// the place of the high byte in a unit.
func whole16(raw string, high int) int {
	n := len(raw) &^ 1
	if n == len(raw) || n < 2 {
		return n
	}
	if b := raw[n-2+high]; 0xD8 <= b && b <= 0xDB {
		return n - 2
	}
	return n
}

// count16 counts the code units of the two bytes.
func count16(raw string, first, second byte) int {
	n := 0
	for i := 0; i+1 < len(raw); i += 2 {
		if raw[i] == first && raw[i+1] == second {
			n++
		}
	}
	return n
}
