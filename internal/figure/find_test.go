package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/figure"
	"dateline/internal/span"
)

// TestFind reads testdata/find: each line of a case is a body; its result are
// the line's figures. "find" reads without times; "about" tells subject,
// period and change too, with times given as argument: times=(text=value ...).
func TestFind(t *testing.T) {
	datadriven.Walk(t, "testdata/find", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			var b strings.Builder
			for line := range strings.Lines(d.Input) {
				line = strings.TrimSuffix(line, "\n")
				c := figure.Context{Times: timesOf(t, d, line)}
				found := figure.Find(line, c)
				if len(found) == 0 {
					b.WriteString("none\n")
				}
				for _, f := range found {
					b.WriteString(describe(line, f, d.Cmd == "about") + "\n")
				}
			}
			return b.String()
		})
	})
}

// timesOf places the times of a case's arguments in its line, each after the
// one before.
func timesOf(t *testing.T, d *datadriven.TestData, line string) []figure.Time {
	var out []figure.Time
	from := 0
	for _, a := range d.CmdArgs {
		for _, v := range a.Vals {
			text, value, ok := strings.Cut(v, "=")
			at := strings.Index(line[from:], text)
			if !ok || at < 0 {
				d.Fatalf(t, "no time %q in %q", v, line)
			}
			s := span.Span{Start: from + at, End: from + at + len(text)}
			out = append(out, figure.Time{Span: s, Value: value, Type: a.Key})
			from = s.End
		}
	}
	return out
}

// describe writes a figure in one line.
func describe(body string, f figure.Figure, about bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s %s", f.Span.In(body), f.Kind, f.Value)
	if f.High != "" {
		b.WriteString(" to " + f.High)
	}
	if f.Unit != "" {
		b.WriteString(" " + f.Unit)
	}
	if f.Bound != "" {
		fmt.Fprintf(&b, " | %s %s", f.Bound, f.Cue.In(body))
	}
	out := strings.TrimRight(b.String(), " ")
	if !about {
		return out
	}
	out += " | of " + f.Subject
	if f.Period != "" {
		out += " | in " + f.Period
	}
	if f.Change != nil {
		out += fmt.Sprintf(" | %s, %s", f.Change.Direction, f.Change.Cue.In(body))
		if f.Change.Base != "" {
			out += " against " + f.Change.Base
		}
	}
	return out
}
