package source

import "strings"

// measures are the counts of a decoded text.
type measures struct {
	chars       int // code points
	controls    int // of them U+0000 to U+001F and U+007F, save those of layout
	undecodable int // of them U+FFFD made by decoding
}

// measure counts in one pass; undecodable is left to the caller.
func measure(text string) measures {
	sum := uint64(0)
	for i := range len(text) {
		sum += weight[text[i]]
	}
	return measures{chars: int(sum & (1<<controlShift - 1)), controls: int(sum >> controlShift)}
}

// controlShift is where the count of controls stands in a sum of weights; a
// text of 2^40 bytes does not fit in memory before the two run together.
const controlShift = 40

// weight has for each byte of UTF-8 whether it begins a character, and from
// controlShift on whether it is a control character that text does not have.
// Tabulator, line feed, vertical tabulator, form feed and carriage return are
// layout.
var weight = func() (w [256]uint64) {
	for b := range w {
		if b&0xC0 != 0x80 {
			w[b] = 1
		}
		if b < '\t' || '\r' < b && b < ' ' || b == 0x7F {
			w[b] |= 1 << controlShift
		}
	}
	return w
}()

// newline says how the text ends its lines: lf, crlf, cr, mixed or none.
func newline(text string) string {
	lf, cr, crlf := strings.Count(text, "\n"), strings.Count(text, "\r"), 0
	if cr > 0 && lf > 0 {
		crlf = strings.Count(text, "\r\n")
	}
	switch lf, cr = lf-crlf, cr-crlf; {
	case lf+cr+crlf == 0:
		return "none"
	case cr+crlf == 0:
		return "lf"
	case lf+cr == 0:
		return "crlf"
	case lf+crlf == 0:
		return "cr"
	}
	return "mixed"
}
