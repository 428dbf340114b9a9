package cli

import (
	"fmt"
	"math"
	"math/big"
	"strings"
)

// units are the units of a size, in bytes: the powers of 1024 as IEC 80000-13
// names them and, without their i, the powers of 1000 of the SI.
var units = map[string]int64{
	"": 1, "b": 1,
	"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
	"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
}

// size is the value of a flag: a number of bytes above 0.
type size int64

// Set reads 64MiB, 1.5GB or 4096.
func (s *size) Set(text string) error {
	at := strings.LastIndexAny(text, "0123456789.") + 1
	unit, ok := units[strings.ToLower(strings.TrimSpace(text[at:]))]
	number, good := new(big.Rat).SetString(text[:at])
	if !ok || !good || number.Sign() <= 0 || strings.HasPrefix(text, "+") || strings.ContainsAny(text[:at], "/eExXpP_") {
		return fmt.Errorf("write a size as 4096, 64MiB or 1.5GB")
	}
	number.Mul(number, new(big.Rat).SetInt64(unit))
	n := new(big.Int).Quo(number.Num(), number.Denom())
	if n.Sign() == 0 || n.Cmp(big.NewInt(math.MaxInt64)) > 0 {
		return fmt.Errorf("%s is out of range", text)
	}
	*s = size(n.Int64())
	return nil
}

// String writes the size in the largest unit that holds it in whole numbers.
func (s *size) String() string {
	for _, u := range []string{"TiB", "GiB", "MiB", "KiB"} {
		if n := units[strings.ToLower(u)]; int64(*s) >= n && int64(*s)%n == 0 {
			return fmt.Sprintf("%d%s", int64(*s)/n, u)
		}
	}
	return fmt.Sprint(int64(*s))
}

// Type is the name of the value in the help.
func (*size) Type() string { return "SIZE" }

// colors is the value of --color.
type colors string

const (
	colorAuto   colors = "auto"
	colorAlways colors = "always"
	colorNever  colors = "never"
)

// Set reads auto, always or never.
func (c *colors) Set(text string) error {
	switch v := colors(text); v {
	case colorAuto, colorAlways, colorNever:
		*c = v
		return nil
	}
	return fmt.Errorf("write auto, always or never")
}

// String is the value as it is written.
func (c *colors) String() string { return string(*c) }

// Type is the name of the value in the help.
func (*colors) Type() string { return "WHEN" }
