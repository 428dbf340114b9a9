package figurebench

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/figure"
	"dateline/internal/han"
)

// numbers are all numbers of a text, whatever they count, with their signs and
// fractions. Their model counts 打 as twelve and k and M as a thousand and a
// million, which for us are units; it leaves alone the 一 and 两 of what its
// currency and percentage models take (一美元, 一折).
func numbers(text string) []found {
	var out []found
	for i := 0; i < len(text); {
		f, end := numberAt(text, i)
		if end > i {
			if f.value != "" {
				out = append(out, f)
			}
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return out
}

// numberAt reads the number at i: its sign, fraction, multiplier.
func numberAt(text string, i int) (found, int) {
	at, negative := signAt(text, i)
	if skip := figure.Word(text[at:]); skip > 0 {
		if _, size := han.Number(text[at:]); skip > size {
			return found{}, at + skip
		}
	}
	v, size, ok := valueAt(text, at)
	if f, n := han.ReadFraction(text[at:]); n > 0 {
		negative = negative != f.Negative
	}
	if !ok {
		return found{}, i
	}
	end := at + size
	if left := unitOfOther(text, at, end); left {
		return found{}, end
	}
	v, end = multiplied(text, v, end)
	value := v.String()
	if negative && !v.IsZero() {
		value = "-" + value
	}
	return found{text[i:end], value}, end
}

// signAt is where a number after a sign begins.
func signAt(text string, i int) (int, bool) {
	for _, sign := range []string{"负", "負", "-", "－"} {
		if !strings.HasPrefix(text[i:], sign) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if c := han.ClassOf(before); c == han.Dash || c == han.Digit || c == han.Latin {
			return i, false
		}
		at := i + len(sign)
		return at + han.SkipSpaces(text[at:]), true
	}
	return i, false
}

// valueAt reads a fraction or a numeral.
func valueAt(text string, at int) (han.Decimal, int, bool) {
	if f, size := han.ReadFraction(text[at:]); size > 0 {
		v, ok := f.Value(18)
		return v, size, ok
	}
	if v, size, ok := slashAt(text, at); ok {
		return v, size, true
	}
	n, size := han.Number(text[at:])
	if size == 0 && strings.HasPrefix(text[at:], ".") && (at == 0 || text[at-1] != '.') {
		if m, k := han.Number("0" + text[at:]); k > 1 {
			return m.Low, k - 1, true
		}
	}
	if s := text[at : at+size]; strings.HasSuffix(s, "多") { // they leave a last 多 outside
		size -= len("多")
	}
	return n.Low, size, size > 0 && !n.Range
}

// slashAt reads -3/2 and 4 6/3.
func slashAt(text string, at int) (han.Decimal, int, bool) {
	whole, size := han.Number(text[at:])
	next := at + size + han.SkipSpaces(text[at+size:])
	if v, n, ok := partAt(text, at); ok {
		return v, n, true
	}
	if v, n, ok := partAt(text, next); ok && next > at+size && whole.Form == han.Arabic {
		return whole.Low.Add(v), next + n - at, true
	}
	return han.Decimal{}, 0, false
}

func partAt(text string, at int) (han.Decimal, int, bool) {
	a, n := han.Number(text[at:])
	for _, mark := range []string{"/", "／"} {
		if n == 0 || !strings.HasPrefix(text[at+n:], mark) {
			continue
		}
		b, m := han.Number(text[at+n+len(mark):])
		v, ok := a.Low.Quo(b.Low, 18)
		return v, n + len(mark) + m, ok && m > 0
	}
	return han.Decimal{}, 0, false
}

// unitOfOther reports that a number is taken by another of their models.
func unitOfOther(text string, at, end int) bool {
	n := text[at:end]
	if strings.HasPrefix(text[end:], "％") {
		return true
	}
	return (n == "一" || n == "两") && (strings.HasPrefix(text[end:], "美") || strings.HasPrefix(text[end:], "折"))
}

// multiplied applies the words that are multipliers to them.
func multiplied(text string, v han.Decimal, end int) (han.Decimal, int) {
	rest := text[end:]
	at := end + han.SkipSpaces(rest)
	switch {
	case strings.HasPrefix(text[at:], "打"):
		twelve := v.Shift(1).Add(v).Add(v)
		return twelve, at + len("打")
	case strings.HasPrefix(text[at:], "k") && !letterAt(text, at+1):
		return v.Shift(3), at + 1
	case strings.HasPrefix(text[at:], "M"):
		return v.Shift(6), at + 1
	}
	return v, end
}

// ordinals are the numbers after 第; their model leaves the classifier out.
func ordinals(text string) []found {
	var out []found
	for i := 0; i < len(text); i++ {
		if !strings.HasPrefix(text[i:], "第") {
			continue
		}
		n, size := han.Bare(text[i+len("第"):])
		if size > 0 {
			out = append(out, found{text[i : i+len("第")+size], n.Low.String()})
		}
	}
	return out
}

// intervals brings bounds and ranges to their intervals: their upper end of a
// range is outside, 以上 does not hold the number itself.
func intervals(text string) []found {
	var out []found
	for _, f := range figure.Find(text, figure.Context{}) {
		if v := interval(f, text); v != "" {
			out = append(out, found{"", v})
		}
	}
	return out
}

func interval(f figure.Figure, text string) string {
	switch {
	case f.High != "":
		return "[" + f.Value + "," + f.High + ")"
	case f.Bound == figure.MoreThan, f.Bound == figure.AtLeast && strings.HasSuffix(f.Span.In(text), "以上"):
		return "(" + f.Value + ",)"
	case f.Bound == figure.AtLeast:
		return "[" + f.Value + ",)"
	case f.Bound == figure.LessThan, f.Bound == figure.Nearly:
		return "(," + f.Value + ")"
	case f.Bound == figure.AtMost:
		return "(," + f.Value + "]"
	}
	return ""
}

func decodeAt(text string, i int) (rune, int) { return utf8.DecodeRuneInString(text[i:]) }

func letterAt(text string, i int) bool {
	r, _ := decodeAt(text, i)
	return han.ClassOf(r) == han.Latin
}
