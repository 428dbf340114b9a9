package check

import (
	"math/big"
	"strings"

	"dateline/internal/han"
)

// bounds are between what a figure may lie: its value and half of its last
// digit to each side. near counts the last digit that is printed, wide the
// last that is not 0: 1900亿 may be a round number.
type bounds struct{ low, high *big.Rat }

// value is the exact value of a figure, nil for a range or no number.
func (f Figure) value() *big.Rat {
	if f.High != "" {
		return nil
	}
	v, ok := new(big.Rat).SetString(f.Value)
	if !ok || len(f.Value) > longest {
		return nil
	}
	return v
}

// longest is the most characters of a number that is reckoned with.
const longest = 40

// exact reports a figure without a bound.
func (f Figure) exact() bool { return f.Bound == "" }

// near is the bounds by the last digit that is printed, text being what stands
// on the page.
func (f Figure) near(text string) bounds { return f.bounds(printed(text, f.Value)) }

// wide is the bounds by the last digit that is not 0.
func (f Figure) wide() bounds { return f.bounds(scale(f.Value)) }

// bounds lie half of 10^exp to each side.
func (f Figure) bounds(exp int) bounds {
	v := f.value()
	half := new(big.Rat).Mul(power(exp), big.NewRat(1, 2))
	return bounds{new(big.Rat).Sub(v, half), new(big.Rat).Add(v, half)}
}

// scale is the exponent of the last digit of a decimal number that is not 0.
func scale(value string) int {
	whole, part, _ := strings.Cut(value, ".")
	if part = strings.TrimRight(part, "0"); part != "" {
		return -len(part)
	}
	return len(whole) - len(strings.TrimRight(whole, "0"))
}

// printed is the exponent of the last digit of a number as printed: in 3.60亿
// that is 10^6. A number in Chinese numerals is as exact as its last digit
// that is not 0.
func printed(text, value string) int {
	digits := ""
	for _, r := range text {
		r = han.Narrow(r)
		if r >= '0' && r <= '9' || r == '.' && digits != "" {
			digits += string(r)
		} else if digits != "" && r != ',' {
			break
		}
	}
	n, ok := new(big.Rat).SetString(digits)
	v, ok2 := new(big.Rat).SetString(value)
	if !ok || !ok2 || n.Sign() == 0 || v.Sign() == 0 || len(digits) > longest {
		return scale(value)
	}
	_, part, _ := strings.Cut(digits, ".")
	times := new(big.Rat).Quo(v, n) // a power of ten: 万, 亿
	if !times.IsInt() {
		return scale(value)
	}
	return len(times.Num().String()) - 1 - len(part)
}

// power is 10^exp.
func power(exp int) *big.Rat {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil)
	if exp < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), n)
	}
	return new(big.Rat).SetInt(n)
}

// meet reports bounds that have a number in common.
func (b bounds) meet(c bounds) bool { return b.low.Cmp(c.high) <= 0 && c.low.Cmp(b.high) <= 0 }

// plainNumber is a number for people, with at most two decimals.
func plainNumber(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(strings.TrimRight(r.FloatString(2), "0"), ".")
}
