package term

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Clean gives s as it may be shown on a terminal. Control characters become
// their pictures (U+2400 to U+2424) or their numbers, so that no escape
// sequence of a text reaches the terminal; so do the characters that turn the
// direction of writing (Unicode Technical Report 36, 3.5), which can show a
// line as another than it is. A tab becomes a space, bytes that are no UTF-8
// become U+FFFD. Text that is clean comes back as it is.
func Clean(s string) string {
	if strings.IndexFunc(s, unclean) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(picture(r))
	}
	return b.String()
}

// picture is what is shown for r.
func picture(r rune) string {
	switch {
	case !unclean(r):
		return string(r)
	case r == '\t':
		return " "
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "␡"
	case r == 0x2028 || r == 0x2029:
		return "␤"
	}
	return fmt.Sprintf("<U+%04X>", r)
}

// unclean reports whether r must not reach a terminal as it is.
func unclean(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r == 0x2028, r == 0x2029: // line and paragraph separator
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true // controls of the direction of writing
	}
	return false
}

// EscapeJSON gives JSON in which every character that [Clean] would not let
// through is escaped as \uXXXX. It is the same JSON value.
func EscapeJSON(b []byte) []byte {
	if bytes.IndexFunc(b, unsafeInJSON) < 0 {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for _, r := range string(b) {
		if unsafeInJSON(r) {
			out = fmt.Appendf(out, `\u%04x`, r) // all are below U+10000
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// unsafeInJSON is unclean without the white space between JSON's tokens.
func unsafeInJSON(r rune) bool { return unclean(r) && r != '\n' && r != '\t' }
