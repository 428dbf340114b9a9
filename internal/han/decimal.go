package han

import (
	"cmp"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, zero or greater. The zero value is 0.
// Its size is not limited: what does not fit a machine word is kept in a
// big.Int that nobody changes.
type Decimal struct {
	coef uint64
	exp  int
	wide *big.Int // in place of coef where that is too small
}

// NewDecimal is coef × 10^exp.
func NewDecimal(coef uint64, exp int) Decimal {
	if coef == 0 {
		return Decimal{}
	}
	return Decimal{coef: coef, exp: exp}
}

// ParseDecimal reads ASCII digits with at most one point; false where s is
// anything else.
func ParseDecimal(s string) (Decimal, bool) {
	whole, part, point := strings.Cut(s, ".")
	digits := whole + part
	if digits == "" || (point && part == "") {
		return Decimal{}, false
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return Decimal{}, false
		}
	}
	return fromDigits(digits, -len(part)), true
}

// fromDigits is the number that ASCII digits write, × 10^exp.
func fromDigits(digits string, exp int) Decimal {
	digits = strings.TrimLeft(digits, "0")
	if len(digits) > 19 {
		n, _ := new(big.Int).SetString(digits, 10)
		return Decimal{exp: exp, wide: n}
	}
	var c uint64
	for i := range len(digits) {
		c = c*10 + uint64(digits[i]-'0')
	}
	return NewDecimal(c, exp)
}

// Shift is d × 10^k.
func (d Decimal) Shift(k int) Decimal {
	if d.IsZero() {
		return Decimal{}
	}
	d.exp += k
	return d
}

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.coef == 0 && d.wide == nil }

// Add is d + o.
func (d Decimal) Add(o Decimal) Decimal {
	if d.IsZero() {
		return o
	}
	if o.IsZero() {
		return d
	}
	exp := min(d.exp, o.exp)
	a, okA := d.at(exp)
	b, okB := o.at(exp)
	if sum, carry := bits.Add64(a, b, 0); okA && okB && carry == 0 {
		return Decimal{coef: sum, exp: exp}
	}
	return Decimal{exp: exp, wide: new(big.Int).Add(d.bigAt(exp), o.bigAt(exp))}
}

// at is d's coefficient for a lower exponent, false where it does not fit.
func (d Decimal) at(exp int) (uint64, bool) {
	if d.wide != nil || d.exp-exp > 19 && d.coef != 0 {
		return 0, false
	}
	if d.coef == 0 {
		return 0, true
	}
	c := d.coef
	for range d.exp - exp {
		hi, lo := bits.Mul64(c, 10)
		if hi != 0 {
			return 0, false
		}
		c = lo
	}
	return c, true
}

// bigAt is the coefficient for a lower exponent.
func (d Decimal) bigAt(exp int) *big.Int {
	c := d.wide
	if c == nil {
		c = new(big.Int).SetUint64(d.coef)
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.exp-exp)), nil)
	return scale.Mul(scale, c)
}

// Cmp is -1, 0 or 1 as d is less than, equal to or greater than o.
func (d Decimal) Cmp(o Decimal) int {
	exp := min(d.exp, o.exp)
	if a, ok := d.at(exp); ok {
		if b, ok := o.at(exp); ok {
			return cmp.Compare(a, b)
		}
	}
	return d.bigAt(exp).Cmp(o.bigAt(exp))
}

// Quo is d ÷ o to the given places after the point, half rounded up; false
// where o is 0.
func (d Decimal) Quo(o Decimal, places int) (Decimal, bool) {
	if o.IsZero() {
		return Decimal{}, false
	}
	exp := min(d.exp, o.exp)
	a, b := d.Shift(places+1).bigAt(exp), o.bigAt(exp)
	q := new(big.Int).Quo(a, b)
	q.Add(q, big.NewInt(5)).Quo(q, big.NewInt(10))
	return fromDigits(q.String(), -places), true
}

// Int is d as an int, false where it is no whole number or does not fit.
func (d Decimal) Int() (int, bool) {
	for d.exp < 0 && d.wide == nil && d.coef%10 == 0 {
		d.coef, d.exp = d.coef/10, d.exp+1
	}
	if d.IsZero() {
		return 0, true
	}
	c, ok := d.at(0)
	if d.exp < 0 || !ok || c > 1<<62 {
		return 0, false
	}
	return int(c), true
}

// digits is the coefficient in ASCII digits.
func (d Decimal) digits() string {
	if d.wide != nil {
		return d.wide.String()
	}
	return strconv.FormatUint(d.coef, 10)
}

// String writes d in full, without zeros that say nothing: 1900000000, 0.7.
func (d Decimal) String() string {
	if d.IsZero() {
		return "0"
	}
	digits := d.digits()
	if d.exp >= 0 {
		return digits + strings.Repeat("0", d.exp)
	}
	if n := len(digits) + d.exp; n <= 0 {
		digits = strings.Repeat("0", 1-n) + digits
	}
	at := len(digits) + d.exp
	part := strings.TrimRight(digits[at:], "0")
	if part == "" {
		return digits[:at]
	}
	return digits[:at] + "." + part
}
