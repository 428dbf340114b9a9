package dateline

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestStatements reads the pages of testdata/statements and prints their
// statements: the mode, who speaks, the verbs, the words; the words inside
// others' words are indented, words that point outside are explained.
func TestStatements(t *testing.T) {
	datadriven.RunTest(t, "testdata/statements", func(t *testing.T, d *datadriven.TestData) string {
		rec := readText(t, reader(t), sheet{"page", []byte(d.Input)})
		var out strings.Builder
		for _, s := range rec.Statements {
			var cues []string
			for _, c := range s.Cue {
				cues = append(cues, c.Text)
			}
			if s.Within != "" {
				out.WriteString("  ")
			}
			fmt.Fprintf(&out, "%s %s [%s] %s", s.Mode, cmp.Or(string(s.Speaker.Name), "–"), strings.Join(cues, " "), strings.ReplaceAll(s.Content.Text, "\n", "⏎"))
			if s.Hearer != nil {
				fmt.Fprintf(&out, " → %s", s.Hearer.Name)
			}
			for _, n := range s.Inner {
				fmt.Fprintf(&out, " (%s=%s)", n.Text, strings.Join(n.Means, "+"))
			}
			out.WriteString("\n")
		}
		return cmp.Or(out.String(), "nothing\n")
	})
}
