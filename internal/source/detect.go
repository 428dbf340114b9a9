package source

import (
	"strings"
	"unicode/utf8"
)

// The ways in which an encoding was found, the values of
// record.Source.EncodingBasis.
const (
	basisBOM      = "bom"
	basisValid    = "valid"
	basisDetected = "detected"
	basisGiven    = "given"
)

// The bytes that are looked at to find the encoding. To tell two encodings
// apart a hundred are enough, and more guard against a table or a list of names
// at the beginning; where two are mixed more are counted to see which is most.
const (
	sample = 16 << 10
	survey = 256 << 10
)

// finding is an encoding with how it was found.
type finding struct {
	charset
	basis string
	// bom is the length of the byte-order mark before the text.
	bom int
	// intact is set where all the bytes are known to be well-formed UTF-8.
	intact bool
	// open is set where the bytes were all ASCII, so that what follows them
	// can still be in another encoding.
	open bool
}

// boms are the byte-order marks; that of GB18030 is U+FEFF like the others.
var boms = []struct {
	mark string
	set  *charset
}{
	{"\xef\xbb\xbf", &utf8Set},
	{"\xff\xfe", &utf16LE},
	{"\xfe\xff", &utf16BE},
	{"\x84\x31\x95\x33", &gb18030},
}

// find gives the encoding of raw. given is what the caller says, nil for
// nothing. A mark goes before it (WHATWG Encoding Standard, "decode": a mark
// is more certain than what is told). ok is false where the bytes read as
// Chinese in no encoding.
func find(raw string, given *charset) (f finding, ok bool) {
	for _, b := range boms {
		if strings.HasPrefix(raw, b.mark) {
			return finding{charset: *b.set, basis: basisBOM, bom: len(b.mark)}, true
		}
	}
	if given != nil {
		return finding{charset: *given, basis: basisGiven}, true
	}
	return detect(raw)
}

// detect finds the encoding of bytes without a mark.
func detect(raw string) (f finding, ok bool) {
	start := firstHigh(raw)
	switch {
	case strings.IndexByte(raw, 0) >= 0:
		return detectNUL(raw)
	case start == len(raw):
		return detectASCII(raw), true
	case byChance(raw, start):
	case utf8.ValidString(raw):
		return finding{charset: utf8Set, basis: basisValid, intact: true}, true
	case validButTail(raw, start):
		return finding{charset: utf8Set, basis: basisValid}, true
	}
	return detectBytes(raw, start)
}

// firstHigh is the offset of the first byte above ASCII, the length where
// there is none.
func firstHigh(raw string) int {
	for i := range len(raw) {
		if raw[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(raw)
}

// validButTail reports whether raw is UTF-8 whose last character lacks bytes.
// start is the first byte above ASCII; a whole character has to stand there,
// or any single byte at the end would do.
func validButTail(raw string, start int) bool {
	for i := len(raw) - 1; i > start && i >= len(raw)-utf8.UTFMax; i-- {
		if utf8.RuneStart(raw[i]) {
			return !utf8.FullRuneInString(raw[i:]) && utf8.ValidString(raw[:i])
		}
	}
	return false
}

// byChance reports whether bytes that are valid UTF-8 are likelier GB2312. A
// word of two characters is both once in fifty times (通知 is a mark of Hebrew
// and one of Greek), a headline once in a million: so only a few characters
// are looked at, all of two bytes, some of them of different scripts side by
// side, and common characters if read as GB2312.
func byChance(raw string, start int) bool {
	count, mixed, before := 0, false, 0
	for i := start; i < len(raw); {
		r, n := utf8.DecodeRuneInString(raw[i:])
		if n > 2 || r == utf8.RuneError || count > few {
			return false
		}
		script := 0
		if n == 2 {
			count++
			script = scriptBlock(r)
			mixed = mixed || before != 0 && before != script
		}
		before = script
		i += n
	}
	return mixed && score(gb18030.decode(raw), 0).mean() >= weightCommon
}

// scriptBlock numbers the scripts of two bytes in UTF-8 as far as their
// letters stand side by side in words.
func scriptBlock(r rune) int {
	for i, end := range []rune{0x24F, 0x36F, 0x3FF, 0x52F, 0x58F, 0x5FF} {
		if r <= end {
			return i + 1
		}
	}
	return 7
}

// detectASCII tells HZ from text of ASCII alone.
func detectASCII(raw string) finding {
	if i := strings.Index(raw, "~{"); i >= 0 {
		text := hz.decode(clip(raw, i))
		if firstHigh(text) < len(text) && damage(text) == 0 && score(text, 0).mean() >= plausible {
			return finding{charset: hz, basis: basisDetected}
		}
	}
	return finding{charset: utf8Set, basis: basisValid, open: true}
}

// damage counts the U+FFFD of a text but for one at its very end.
func damage(text string) int {
	return strings.Count(strings.TrimSuffix(text, replacement), replacement)
}

// detectNUL finds the encoding of bytes that hold U+0000 or are UTF-16.
func detectNUL(raw string) (f finding, ok bool) {
	if set, t := best(raw, 0, &utf16LE, &utf16BE); t.sum > 0 {
		return finding{charset: *set, basis: basisDetected}, true
	}
	high := firstHigh(raw)
	switch {
	case high == len(raw):
		return detectASCII(raw), true
	case utf8.ValidString(raw), validButTail(raw, high):
		return finding{charset: utf8Set, basis: basisValid}, true
	}
	return detectBytes(raw, high)
}

// detectBytes finds the encoding of bytes that are no valid UTF-8; start is
// the first above ASCII.
func detectBytes(raw string, start int) (f finding, ok bool) {
	if mostlyUTF8(raw[start:min(len(raw), start+survey)]) {
		return finding{charset: utf8Set, basis: basisDetected}, true
	}
	// At the same weight the one named first: there is far more of it.
	set, t := best(raw, start, &gb18030, &big5, &utf8Set, &utf16LE, &utf16BE)
	if t.chars > few && t.mean() < plausible {
		return finding{}, false
	}
	return finding{charset: *set, basis: basisDetected}, true
}

// best weighs the readings of raw, of which start is the first byte above
// ASCII, and gives the likeliest.
func best(raw string, start int, sets ...*charset) (*charset, tally) {
	var top *charset
	var most tally
	for _, c := range sets {
		from, ascii := start, 0
		if c.unit == 2 {
			// The text begins at the first byte, and ASCII in two bytes
			// each is no accident.
			from, ascii = 0, weightFrequent-1
		}
		t := score(c.decode(clip(raw, from)), ascii)
		if top == nil || t.sum > most.sum {
			top, most = c, t
		}
	}
	return top, most
}

// clip is the part of raw that is weighed.
func clip(raw string, start int) string {
	return raw[start:min(len(raw), start+sample)]
}

// mostlyUTF8 reports whether half of the bytes above ASCII are in well-formed
// characters of three bytes or four, and enough of them to be sure. In the
// other encodings one byte in thirty is; characters of two bytes say nothing,
// as half of a text in GB2312 can be taken for them.
func mostlyUTF8(raw string) bool {
	long, high := 0, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRuneInString(raw[i:])
		if r >= utf8.RuneSelf {
			high += n
		}
		if n >= 3 {
			long += n
		}
		i += n
	}
	return long >= 3*few && 2*long >= high
}

// maskForeign replaces what is UTF-8 in a text of another encoding: a line
// that is UTF-8 as a whole, and reads better so, would come out as other Han
// characters without a sign of it. Each byte of such a line above ASCII
// becomes 0xFF, which both GB18030 and Big5 refuse, so that the damage shows
// and no offset moves.
func maskForeign(raw string, c charset) string {
	var masked []byte
	for from := 0; from < len(raw); {
		to := from + lineLen(raw[from:])
		if foreign(raw[from:to], c) {
			if masked == nil {
				masked = []byte(raw)
			}
			for i := from; i < to; i++ {
				if raw[i] >= utf8.RuneSelf {
					masked[i] = 0xFF
				}
			}
		}
		from = to
	}
	if masked == nil {
		return raw
	}
	return string(masked)
}

// lineLen is the length of the first line of raw with its end.
func lineLen(raw string) int {
	if i := strings.IndexAny(raw, "\r\n"); i >= 0 {
		return i + 1
	}
	return len(raw)
}

// foreign reports whether a line of a text in c is UTF-8.
func foreign(line string, c charset) bool {
	i := firstHigh(line)
	if r, n := utf8.DecodeRuneInString(line[i:]); n < 3 || r == utf8.RuneError {
		return false
	}
	if !utf8.ValidString(line) {
		return false
	}
	t := score(line, 0)
	return t.chars > 1 && t.sum > score(c.decode(line), 0).sum
}

// decode turns the bytes behind the mark into text.
func (f finding) decode(raw string) string {
	if f.intact {
		return raw
	}
	return f.charset.decode(f.masked(raw))
}

// masked is raw without what is in another encoding, as far as it shows.
func (f finding) masked(raw string) string {
	if f.basis == basisDetected && (f.name == gb18030.name || f.name == big5.name) {
		return maskForeign(raw, f.charset)
	}
	return raw
}
