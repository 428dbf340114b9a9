package han

import "strings"

// Fraction is a part of a whole, with a whole number before it if there is
// one: 四分之一 is 1 of 4, 三又二分之一 is 3 and 1 of 2.
type Fraction struct {
	Whole, Part, Of Decimal
	// Negative reports that one of the two ends has 负 before it.
	Negative bool
}

// Value is the fraction as a decimal of at most so many places, false where
// it divides by 0.
func (f Fraction) Value(places int) (Decimal, bool) {
	v, ok := f.Part.Quo(f.Of, places)
	return f.Whole.Add(v), ok
}

// ReadFraction reads a fraction written with 分之 at the start of s and the
// bytes it takes, 0 where there is none. 百分之 begins none: it has no
// numeral before 分.
func ReadFraction(s string) (Fraction, int) {
	first, at := Number(s)
	if at == 0 || first.Range {
		return Fraction{}, 0
	}
	var f Fraction
	if next, ok := skipWord(s, at, "又"); ok {
		n, size := Number(s[next:])
		if size == 0 || n.Range {
			return Fraction{}, 0
		}
		f.Whole, first, at = first.Low, n, next+size
	}
	next, ok := skipWord(s, at, "分之")
	if !ok {
		return Fraction{}, 0
	}
	if end, minus := skipWord(s, next, "负", "負"); minus {
		f.Negative, next = true, end
	}
	n, size := Bare(s[next:])
	if size == 0 || n.Range {
		return Fraction{}, 0
	}
	f.Of, f.Part = first.Low, n.Low
	return f, next + size
}

// skipWord is the offset after one of the words at at and the gaps around and
// inside it.
func skipWord(s string, at int, words ...string) (int, bool) {
	for _, w := range words {
		i := at
		ok := true
		for _, r := range w {
			i += gapOf(s[i:])
			if !strings.HasPrefix(s[i:], string(r)) {
				ok = false
				break
			}
			i += len(string(r))
		}
		if ok {
			return i + gapOf(s[i:]), true
		}
	}
	return at, false
}
