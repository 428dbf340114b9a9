package han_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/han"
)

// TestNumber reads testdata/number: each line of a case is a text, its result
// the numeral at the text's start.
func TestNumber(t *testing.T) {
	datadriven.Walk(t, "testdata/number", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			readers := map[string]func(string) (han.Numeral, int){
				"number": han.Number, "bare": han.Bare, "pointed": han.Pointed,
			}
			read, ok := readers[d.Cmd]
			if !ok {
				d.Fatalf(t, "no command %s", d.Cmd)
			}
			var b strings.Builder
			for line := range strings.Lines(d.Input) {
				line = strings.TrimSuffix(line, "\n")
				n, size := read(line)
				fmt.Fprintln(&b, describe(line, n, size))
			}
			return b.String()
		})
	})
}

// describe writes what was read: the text, its value, and what else is true.
func describe(s string, n han.Numeral, size int) string {
	if size == 0 {
		return s + ": none"
	}
	out := s[:size] + " = " + n.Low.String()
	if n.Range {
		out += " to " + n.High.String()
	}
	switch n.Vague {
	case han.Several:
		out += " several"
	case han.More:
		out += " more"
	case han.Around:
		out += " around"
	}
	if n.Digits != "" {
		out += " digits " + n.Digits
	}
	return out
}

// TestFraction reads testdata/fraction: each line is a text, its result the
// fraction at the text's start and its value to four places.
func TestFraction(t *testing.T) {
	datadriven.RunTest(t, "testdata/fraction", func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		for line := range strings.Lines(d.Input) {
			line = strings.TrimSuffix(line, "\n")
			f, size := han.ReadFraction(line)
			v, ok := f.Value(4)
			if size == 0 || !ok {
				fmt.Fprintf(&b, "%s: none\n", line)
				continue
			}
			fmt.Fprintf(&b, "%s = %s + %s/%s = %s\n", line[:size], f.Whole, f.Part, f.Of, v)
		}
		return b.String()
	})
}
