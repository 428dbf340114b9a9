package han_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/han"
)

var classNames = []string{"other", "space", "newline", "digit", "latin", "han", "kana", "opening", "closing", "terminal", "pause", "dash", "mark"}

// TestClass reads testdata/class: the characters of each line with the class
// they all have.
func TestClass(t *testing.T) {
	datadriven.RunTest(t, "testdata/class", func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		for line := range strings.Lines(d.Input) {
			line = strings.TrimSuffix(line, "\n")
			seen := map[string]bool{}
			for _, r := range line {
				seen[classNames[han.ClassOf(r)]] = true
			}
			var names []string
			for _, n := range classNames {
				if seen[n] {
					names = append(names, n)
				}
			}
			fmt.Fprintf(&b, "%s: %s\n", line, strings.Join(names, " "))
		}
		return b.String()
	})
}

// TestInt reads testdata/int: each line is a text, with its value or none.
func TestInt(t *testing.T) {
	datadriven.RunTest(t, "testdata/int", func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		for line := range strings.Lines(d.Input) {
			line = strings.TrimSuffix(line, "\n")
			if v, ok := han.Int(line); ok {
				fmt.Fprintf(&b, "%s %d\n", line, v)
			} else {
				fmt.Fprintf(&b, "%s none\n", line)
			}
		}
		return b.String()
	})
}
