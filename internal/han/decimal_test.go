package han_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"dateline/internal/han"
)

// TestDecimal holds the arithmetic to that of big.Rat.
func TestDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, x := decimal(t, "a")
		b, y := decimal(t, "b")
		if got, want := rat(t, a.Add(b)), new(big.Rat).Add(x, y); got.Cmp(want) != 0 {
			t.Fatalf("%s + %s is %s", a, b, a.Add(b))
		}
		if got, want := a.Cmp(b), x.Cmp(y); got != want {
			t.Fatalf("%s against %s is %d", a, b, got)
		}
		if q, ok := a.Quo(b, 4); ok {
			off := new(big.Rat).Sub(rat(t, q), new(big.Rat).Quo(x, y))
			if off.Abs(off).Cmp(big.NewRat(1, 20000)) > 0 {
				t.Fatalf("%s / %s is %s", a, b, q)
			}
		} else if !b.IsZero() {
			t.Fatalf("%s / %s is nothing", a, b)
		}
	})
}

// decimal draws a number, some beyond a machine word.
func decimal(t *rapid.T, name string) (han.Decimal, *big.Rat) {
	s := rapid.StringMatching(`[0-9]{1,24}(\.[0-9]{1,6})?`).Draw(t, name)
	d, ok := han.ParseDecimal(s)
	if !ok {
		t.Fatalf("%s does not read", s)
	}
	d = d.Shift(rapid.IntRange(0, 12).Draw(t, name+" shift"))
	return d, rat(t, d)
}

func rat(t *rapid.T, d han.Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		t.Fatalf("%s is no number", d)
	}
	return r
}
