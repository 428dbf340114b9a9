package figure

import "dateline/internal/han"

// trigger has the characters of the basic plane that a figure's number may
// begin with. Everything else of a text is passed over by one look here.
var trigger = func() (t [0x10000]bool) {
	for r := range rune(0x10000) {
		t[r] = han.Begins(r)
	}
	for _, r := range "半对對" {
		t[r] = true
	}
	return t
}()

// next is the offset of the next character from i on that a figure may begin
// with, len(s) where there is none.
func next(s string, i int) int {
	for i < len(s) {
		c := s[i]
		switch {
		case c < 0x80:
			if c >= '0' && c <= '9' {
				return i
			}
			i++
		case c >= 0xe0 && c < 0xf0 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			r := rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			if trigger[r&0xffff] {
				return i
			}
			i += 3
		default:
			i++
		}
	}
	return len(s)
}
