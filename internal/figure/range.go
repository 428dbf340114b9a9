package figure

import (
	"strings"

	"dateline/internal/han"
)

// connectors join the two ends of a range. A full stop or a comma is none.
var connectors = []string{"——", "--", "——", "－－", "至", "到", "—", "–", "-", "－", "~", "～", "〜", "─", "−", "――", "―", "‒"}

// takeRange reads the second end of a range: 15%至20%, 6～12℃, 100—200元,
// 三到五个. The unit may stand once or twice.
func (f *finder) takeRange(r *reading) {
	at, ok := f.connector(r)
	if !ok {
		return
	}
	at, minus := f.signAfter(at)
	n, from, to := f.numeralAfter(at)
	if to == from {
		return
	}
	second := reading{from: from, numAt: from, to: to, num: n, low: n.Low, high: n.High, negative: minus}
	if p, ok := f.before(r.from, "-", "−", "－"); minus && r.kind == noUnit && ok && !wordBefore(f.s[:p]) {
		r.from, r.negative = p, true // -8～-3℃
	}
	f.takeSlang(&second, r.slang > 0)
	to = second.to
	w, end := f.unitAfter(to)
	switch {
	case w == nil && r.slang > 0 && second.slang > 0:
		f.setHigh(r, second, to)
	case w == nil && r.kind == noUnit && scaled(n) && n.Form != han.Arabic:
		f.setHigh(r, second, to)
	case w == nil:
		return
	case r.kind == noUnit:
		if f.setHigh(r, second, end) {
			f.takeUnit(&second)
			r.kind, r.code, r.unit, r.to = second.kind, second.code, second.unit, second.to
		}
	case w.kind == r.kind && w.code == r.code || r.kind == timeOf && w.kind == timeOf || isMoney(r.kind) && isMoney(w.kind):
		if f.setHigh(r, second, end) {
			r.code = w.code
		}
	}
}

func isMoney(k kind) bool { return k == money || k == chunk }

// signAfter reads the sign of the second end.
func (f *finder) signAfter(at int) (int, bool) {
	end, ok := f.after(at, "零下", "负", "負", "-", "−", "－")
	return end, ok
}

// connector finds the word between the two ends. 、 joins neighbours only:
// 三、四个.
func (f *finder) connector(r *reading) (int, bool) {
	at, _ := f.after(r.to, "（含）", "(含)")
	if end, ok := f.after(at, connectors...); ok {
		return end, true
	}
	if end, ok := f.after(at, "、", "或"); ok && r.kind == noUnit && r.num.Form == han.Chinese {
		n, _, to := f.numeralAfter(end)
		if to > end && n.Form == han.Chinese && follows(r.num, n) {
			return end, true
		}
	}
	return at, false
}

// follows reports that b's leading digit is the one after a's: 三、四百.
func follows(a, b han.Numeral) bool {
	x, ok := a.Int()
	y := strings.TrimRight(b.Low.String(), "0")
	return ok && x > 0 && x < 9 && y == string(rune('0'+x+1))
}

// setHigh makes the reading a range up to the second number, false where that
// is not higher.
func (f *finder) setHigh(r *reading, second reading, to int) bool {
	low := r.low
	switch {
	case second.slang > 0 && r.slang == 0:
		low = low.Shift(second.slang)
	case r.kind == noUnit && !scaled(r.num) && r.slang == 0:
		low = inherit(r.num, second.num)
	}
	if !rising(low, r.negative, second.high, second.negative) {
		return false
	}
	r.highNegative = second.negative
	r.low, r.high, r.ranged, r.to = low, second.high, true, to
	return true
}

// rising reports that the first of two signed numbers is the lower one.
func rising(a han.Decimal, aNegative bool, b han.Decimal, bNegative bool) bool {
	if aNegative != bNegative {
		return aNegative
	}
	if aNegative {
		a, b = b, a
	}
	return a.Cmp(b) < 0
}

// scaled reports that a numeral goes up to 万 or more.
func scaled(n han.Numeral) bool {
	return n.Digits == "" && n.Low.Cmp(han.NewDecimal(1, 4)) >= 0 && !n.Marked
}

// inherit gives the first end of a range the scale of the second, where it is
// written once: 十八至三十万 is 180000 to 300000, 两到三千 2000 to 3000. 8500到
// 3万 has two scales.
func inherit(first, second han.Numeral) han.Decimal {
	for _, exp := range []int{12, 8, 4} {
		whole := second.Low.Shift(-exp)
		if scaled(second) && whole.Cmp(han.NewDecimal(1, 0)) >= 0 && first.Low.Cmp(whole) < 0 {
			return inheritSmall(first.Low, whole).Shift(exp)
		}
	}
	if second.Digits == "" && !second.Marked && second.Form != han.Arabic {
		return inheritSmall(first.Low, second.Low)
	}
	return first.Low
}

// inheritSmall gives 两 of 两到三千 its 千: both are one digit before the unit.
func inheritSmall(first, second han.Decimal) han.Decimal {
	s := second.String()
	if len(s) < 2 || len(first.String()) != 1 || strings.Trim(s[1:], "0") != "" {
		return first
	}
	if scaledUp := first.Shift(len(s) - 1); scaledUp.Cmp(second) < 0 {
		return scaledUp
	}
	return first
}
