package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
)

// glued reports that the number at i is a part of a name of letters: A320,
// G20, MH370, or of an address of the web. A currency's code is no name.
func (f *finder) glued(i int) bool {
	r := lastRune(f.s[:i])
	if r < 0x80 && inAddress(f.s, i) {
		return true
	}
	c := han.ClassOf(r)
	if c == han.Digit || r == '_' || r == '#' || r == '@' {
		return true
	}
	if c != han.Latin {
		return c == han.Dash && hyphened(f.s[:i], r)
	}
	for _, p := range prefixes {
		if strings.HasSuffix(f.s[:i], p.text) {
			return false
		}
	}
	return true
}

// hyphened reports that the dash at the end of s joins letters to a number:
// F-16, DF-41.
func hyphened(s string, dash rune) bool {
	c := han.ClassOf(lastRune(s[:len(s)-utf8.RuneLen(dash)]))
	return c == han.Latin
}

// addressReach is how far back the beginning of a web address is looked for.
const addressReach = 300

// inAddress reports that i lies inside a run of ASCII that is an address of
// the web.
func inAddress(s string, i int) bool {
	from := i
	for from > 0 && i-from < addressReach && s[from-1] > ' ' && s[from-1] < 0x7f {
		from--
	}
	run := s[from:i]
	return strings.Contains(run, "://") || strings.Contains(run, "www.")
}

// code passes over the rest of a name, number or date of letters and digits
// with marks between, from i.
func (f *finder) code(i int) int {
	for i < len(f.s) {
		r, n := utf8.DecodeRuneInString(f.s[i:])
		c := han.ClassOf(r)
		if c == han.Digit || c == han.Latin {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(f.s[i+n:])
		if !strings.ContainsRune("-—–－./:：_·+×*=&?%#~", r) || han.ClassOf(next) != han.Digit && (han.ClassOf(next) != han.Latin || r >= 0x80) {
			return i
		}
		i += n
	}
	return i
}

// chained reports that a number of digits goes on as a code: 2018-03-02,
// 010-6596, 1.2.3, 5G, 3D.
func (f *finder) chained(r reading) bool {
	if r.num.Form != han.Arabic {
		return false
	}
	next, n := utf8.DecodeRuneInString(f.s[r.to:])
	if han.ClassOf(next) == han.Latin {
		return true
	}
	if !strings.ContainsRune("-—–－./:：_·+×*", next) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(f.s[r.to+n:])
	return han.ClassOf(after) == han.Digit
}

// versus reads votes and scores: 卅四對十六票 counts votes twice, 3比1 and 18:10
// are no figures.
func (f *finder) versus(r reading) int {
	at, ok := f.after(r.to, "对", "對", "比", ":", "：")
	if !ok {
		return 0
	}
	n, from, to := f.numeralAfter(at)
	if to == from || n.Range {
		return 0
	}
	w, _ := f.unitAfter(to)
	if w != nil && (w.text == "票" || w.text == "席") {
		r.kind, r.code = count, w.code
		f.finish(r, Count)
		return from
	}
	colon := strings.HasSuffix(f.s[:at], ":") || strings.HasSuffix(f.s[:at], "：")
	if w != nil && (w.kind != timeOf && w.kind != labelOf) && (colon || n.Form != r.num.Form) {
		return 0 // 如下：3：5个
	}
	return f.code(to)
}
