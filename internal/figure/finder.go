package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/span"
)

// finder goes through one body.
type finder struct {
	s     string
	times []Time
	t     int // the first time that does not end before the place looked at
	out   []Figure

	seen    int // how far advance has looked
	sentAt  int // where the sentence at seen begins
	titleAt int // where the title begins that seen lies in, 0 for none
}

// reading is a number of the text with what was found around it, on its way
// to be a figure.
type reading struct {
	from, to  int // the span so far
	numAt     int // where the number itself begins
	numTo     int // and ends
	num       han.Numeral
	low, high han.Decimal
	ranged    bool
	negative  bool

	highNegative bool
	slang        int // the power of ten that k, w or 个亿 multiplied the number by
	kind         kind
	code         string
	unit         string // the unit as the lexicon has it
	bound        string
	cue          span.Span
}

func newReading(i, size int, n han.Numeral) reading {
	return reading{from: i, numAt: i, numTo: i + size, to: i + size, num: n, low: n.Low, high: n.High, ranged: n.Range}
}

// at reads what begins at i, adds the figure if there is one, and gives the
// offset to go on from.
func (f *finder) at(i int) int {
	f.advance(i)
	if end, in := f.inTime(i); in {
		return end
	}
	if f.inTitle(i) {
		return i + strings.Index(f.s[i:], "》")
	}
	if end := f.share(i); end > 0 {
		return end
	}
	if end := f.half(i); end > 0 {
		return end
	}
	num, size := f.number(i)
	if size == 0 {
		_, n := utf8.DecodeRuneInString(f.s[i:])
		return i + n
	}
	r := newReading(i, size, num)
	if end := f.fraction(r); end > 0 {
		return end
	}
	if end := f.doubling(r); end > 0 {
		return end
	}
	if w, n := names.longest(f.s[i:]); w != nil && n > size {
		return i + n
	}
	if f.glued(i) {
		return f.code(r.to)
	}
	return f.plain(r)
}

// plain goes the ways that a number without a word of sharing can go.
func (f *finder) plain(r reading) int {
	if end := f.versus(r); end > 0 {
		return end
	}
	if p, ok := f.before(r.from, "第"); ok {
		r.from = p
		if p, ok := f.before(p, streakWords...); ok {
			r.from = p
			return f.streak(r)
		}
		return f.ordinal(r)
	}
	if p, ok := f.before(r.from, streakWords...); ok {
		r.from = p
		return f.streak(r)
	}
	f.takeUnit(&r)
	f.takeSign(&r)
	f.takeRange(&r)
	f.takeCurrency(&r)
	if r.kind == noUnit {
		return f.bare(r)
	}
	return f.counted(r)
}

// number reads the numeral at i. After 近, 上, 逾 and their like it may be a
// bare 百 or 万.
func (f *finder) number(i int) (han.Numeral, int) {
	num, size := han.Number(f.s[i:])
	if size > 0 && strings.ContainsRune("·•・", f.runeAfter(i+size)) {
		if n, wider := han.Pointed(f.s[i:]); wider > size && f.dotIsPoint(n, i+wider) {
			num, size = n, wider
		}
	}
	before, _ := utf8.DecodeLastRuneInString(f.s[:i])
	if size > 0 {
		if num.Vague == han.Several && endsWord(f.s[i:], before) {
			return num, 0
		}
		return num, size
	}
	if strings.ContainsRune("近逾上超过過破达達约約", before) {
		if n, size := han.Bare(f.s[i:]); !strings.ContainsRune("等、，。", f.runeAfter(i+size)) {
			return n, size
		}
	}
	return num, 0
}

// dotIsPoint reports that a middle dot in the number that ends at at is a
// decimal point, as newspapers set it (１·５万, ９·４％): a unit follows. In the
// name of a day (9·11事件) none does.
func (f *finder) dotIsPoint(n han.Numeral, at int) bool {
	if scaled(n) {
		return true
	}
	w, _ := f.unitAfter(at)
	return w != nil && w.kind != timeOf && w.kind != labelOf
}

// endsWord reports that 数 at the start of s belongs to the word before it:
// 人数, 总数, 多数.
func endsWord(s string, before rune) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (r == '数' || r == '數') && strings.ContainsRune("人总次例户件倍指多少半参代函奇偶基分票岁字个位无计", before)
}

// inTime reports that i lies in a time expression, and where that ends. A
// duration after 连续 is a streak.
func (f *finder) inTime(i int) (int, bool) {
	for f.t < len(f.times) && f.times[f.t].Span.End <= i {
		f.t++
	}
	if f.t == len(f.times) || f.times[f.t].Span.Start > i {
		return 0, false
	}
	t := f.times[f.t].Span
	if _, ok := f.before(i, streakWords...); ok {
		return 0, false
	}
	if f.times[f.t].Type == "duration" && t.End <= len(f.s) && strings.HasPrefix(f.s[t.End:], "大") {
		return 0, false // 三个月大
	}
	return min(t.End, len(f.s)), true
}

// before reports that one of the words stands before i, spaces between left
// out, and where it begins.
func (f *finder) before(i int, words ...string) (int, bool) {
	s := strings.TrimRight(f.s[:i], " ")
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return len(s) - len(w), true
		}
	}
	return i, false
}

// after reports that one of the words stands at i, spaces before it left out,
// and where it ends.
func (f *finder) after(i int, words ...string) (int, bool) {
	at := i + spaces(f.s[i:])
	for _, w := range words {
		if n := begins(f.s[at:], w); n > 0 {
			return at + n, true
		}
	}
	return i, false
}

// runeBefore is the character before i, spaces left out, utf8.RuneError where
// there is none.
func (f *finder) runeBefore(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(f.s[:i], " "))
	return r
}

// runeAfter is the character at i, spaces left out, utf8.RuneError where
// there is none.
func (f *finder) runeAfter(i int) rune {
	r, _ := utf8.DecodeRuneInString(f.s[i+spaces(f.s[i:]):])
	return r
}

// numeralAfter reads a numeral at i, spaces before it left out.
func (f *finder) numeralAfter(i int) (n han.Numeral, from, to int) {
	from = i + spaces(f.s[i:])
	n, size := han.Number(f.s[from:])
	return n, from, from + size
}

// unitAfter is the unit at i, spaces before it left out, and where it ends.
func (f *finder) unitAfter(i int) (*word, int) {
	at := i + spaces(f.s[i:])
	w, n := units.longest(f.s[at:])
	return w, at + n
}
