package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/span"
)

// shareWords are the words before a number that make it a share, with its
// unit; 万分之 has none and is a ratio.
var shareWords = []struct {
	text, code string
	exp        int
}{
	{"百分之", "%", 0}, {"佰分之", "%", 0}, {"千分之", "[ppth]", 0}, {"仟分之", "[ppth]", 0},
	{"万分之", "", -4}, {"萬分之", "", -4}, {"万万分之", "", -8}, {"百分", "%", 0},
}

// share reads 百分之五, 千分之三, 百分之三十到四十, 百分百.
func (f *finder) share(i int) int {
	switch r, _ := utf8.DecodeRuneInString(f.s[i:]); r {
	case '百', '佰', '千', '仟', '万', '萬':
	default:
		return 0
	}
	for _, w := range shareWords {
		n := begins(f.s[i:], w.text)
		if n == 0 {
			continue
		}
		if end := f.shareOf(i, i+n, w.code, w.exp, w.text == "百分"); end > 0 {
			return end
		}
	}
	return 0
}

// shareOf reads the number after a word of sharing, at at.
func (f *finder) shareOf(i, at int, code string, exp int, bare bool) int {
	negative := false
	if end, ok := f.after(at, "负", "負"); ok {
		at, negative = end, true
	}
	n, from, to := f.pointedAfter(at)
	if to == from && from < len(f.s) { // 百分之百, 万分之肆
		var size int
		n, size = han.Bare(f.s[from:])
		to = from + size
	}
	if to == from || bare && f.s[from:to] != "百" {
		return 0
	}
	r := newReading(i, to-i, n)
	r.numAt, r.negative = from, negative
	f.takeSlang(&r, true)
	r.low, r.high = r.low.Shift(exp), r.high.Shift(exp)
	r.kind, r.code = percent, code
	f.shareRange(&r)
	if code == "" {
		return f.finish(r, Ratio)
	}
	return f.finish(r, Percent)
}

// pointedAfter is numeralAfter for a number in which a middle dot is a point.
func (f *finder) pointedAfter(i int) (n han.Numeral, from, to int) {
	from = i + spaces(f.s[i:])
	n, size := han.Pointed(f.s[from:])
	return n, from, from + size
}

// shareRange reads 百分之三十到四十 and 百分之五至百分之十.
func (f *finder) shareRange(r *reading) {
	at, ok := f.after(r.to, connectors...)
	if !ok {
		return
	}
	word := false
	for _, w := range shareWords[:7] {
		if end, ok := f.after(at, w.text); ok && w.code == r.code {
			at, word = end, true
		}
	}
	n, from, to := f.pointedAfter(at)
	if to == from && word {
		var size int
		n, size = han.Bare(f.s[from:])
		to = from + size
	}
	if w, _ := f.unitAfter(to); to > from && (word || w == nil) && r.low.Cmp(n.High) < 0 {
		r.high, r.ranged, r.to = n.High, true, to
	}
}

// fraction reads 四分之一 and 2/3, of which r is the first number.
func (f *finder) fraction(r reading) int {
	if next := f.runeAfter(r.to); next != '分' && next != '又' {
		return f.slash(r)
	}
	q, size := han.ReadFraction(f.s[r.from:])
	if size == 0 {
		return 0
	}
	v, ok := quotient(q.Part, q.Of)
	if !ok {
		return 0
	}
	return f.ratio(r, q.Whole.Add(v), r.from+size)
}

// quotient is part ÷ whole to four places, and to twelve where it would be 0.
func quotient(part, whole han.Decimal) (han.Decimal, bool) {
	v, ok := part.Quo(whole, 4)
	if ok && v.IsZero() {
		return part.Quo(whole, 12)
	}
	return v, ok
}

// slash reads 1/3 and its like: a part of up to ten equal ones, and nothing
// that a date, a version or a model number could be.
func (f *finder) slash(r reading) int {
	at, ok := f.after(r.to, "/", "／")
	if !ok || len(r.num.Digits) != 1 || r.num.Form != han.Arabic || f.glued(r.from) || wordBefore(f.s[:r.from]) {
		return 0
	}
	n, _, to := f.numeralAfter(at)
	ten := han.NewDecimal(10, 0)
	if n.Digits == "" || n.Low.Cmp(r.low) <= 0 || n.Low.Cmp(ten) > 0 || r.low.IsZero() {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(f.s[to:])
	if next == '/' || han.ClassOf(next) == han.Latin || strings.ContainsRune("月日号", next) {
		return 0
	}
	v, ok := quotient(r.low, n.Low)
	if !ok {
		return 0
	}
	return f.ratio(r, v, to)
}

// ratio adds the figure of a fraction that ends at to.
func (f *finder) ratio(r reading, v han.Decimal, to int) int {
	if p, ok := f.before(r.from, "负", "負"); ok {
		r.from, r.negative = p, true
	}
	r.low, r.high, r.ranged, r.to, r.num = v, v, false, to, han.Numeral{}
	r.kind = noUnit
	return f.finish(r, Ratio)
}

// halves are the words for a half that hold no numeral, with their value.
var halves = []struct {
	text, before string
	value        han.Decimal
}{
	{"一半", "", han.NewDecimal(5, -1)}, {"半数", "", han.NewDecimal(5, -1)}, {"半數", "", han.NewDecimal(5, -1)},
	{"对折", "打", han.NewDecimal(5, -1)}, {"對折", "打", han.NewDecimal(5, -1)},
	{"半成", "", han.NewDecimal(5, -2)}, {"半折", "", han.NewDecimal(5, -1)},
}

// half reads 一半, 半数, 打对折.
func (f *finder) half(i int) int {
	switch nextRune(f.s[i:]) {
	case '一', '半', '对', '對':
	default:
		return 0
	}
	for _, h := range halves {
		if !strings.HasPrefix(f.s[i:], h.text) || !strings.HasSuffix(f.s[:i], h.before) {
			continue
		}
		r := newReading(i, len(h.text), han.Numeral{Low: h.value, High: h.value})
		if p, ok := f.before(i, "大", "过", "多"); ok && h.before == "" {
			r.bound = MoreThan
			r.cue.Start, r.cue.End = p, i
		}
		if strings.ContainsRune("品截", nextRune(f.s[i+len(h.text):])) || h.text == "一半" && lastRune(f.s[:i]) == '另' {
			return 0
		}
		return f.finish(r, Ratio)
	}
	return 0
}

// takeTenths makes a number before 成 or 折 a ratio, false where it cannot be
// one: 八成, 七成六, 三成半, 75折.
func (f *finder) takeTenths(r *reading) bool {
	exp, ten := -1, han.NewDecimal(10, 0)
	if r.num.Vague != han.Exact {
		return false
	}
	if strings.HasSuffix(r.unit, "折") && r.ranged && r.num.Form == han.Chinese {
		r.low, _ = han.ParseDecimal(r.num.Digits)
		r.high, r.ranged = r.low, false
	}
	if strings.HasSuffix(r.unit, "折") && len(r.num.Digits) == 2 {
		exp = -2
	} else if r.high.Cmp(ten) > 0 || r.unit == "折" && r.low.Cmp(ten) >= 0 {
		return false
	}
	r.low, r.high = r.low.Shift(exp), r.high.Shift(exp)
	f.tenthsRest(r)
	return true
}

// tenthsRest reads what follows 成: 六 of 七成六, 半 of 三成半.
func (f *finder) tenthsRest(r *reading) {
	if end, ok := f.after(r.to, "半"); ok && !strings.ContainsRune("年月天日个小", f.runeAfter(end)) {
		r.add(han.NewDecimal(5, -2))
		r.to = end
		return
	}
	n, from, to := f.numeralAfter(r.to)
	if w, _ := f.unitAfter(to); to > from && len(n.Digits) == 1 && w == nil && n.Form == han.Chinese && r.unit == "成" {
		r.add(n.Low.Shift(-2))
		r.to = to
	}
}

// doubling reads 翻一番 and 翻了两番: doubled, and doubled again.
func (f *finder) doubling(r reading) int {
	from, ok := f.before(r.from, "翻了", "翻")
	if !ok {
		return 0
	}
	end, ok := f.after(r.to, "番")
	n, whole := r.num.Int()
	if !ok || !whole || n < 1 || n > 20 {
		return 0
	}
	r.from, r.to, r.num = from, end, han.Numeral{}
	r.low = han.NewDecimal(1<<n, 0)
	r.high = r.low
	at := len(f.out)
	r.to = f.finish(r, Ratio)
	if len(f.out) > at {
		g := &f.out[at]
		g.Change = f.changed("up", span.Span{Start: from, End: from + len("翻")})
	}
	return r.to
}
