package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/span"
)

// TestFind runs the cases of testdata: each line of the input is a text, \n a
// line feed in it.
//
//	find dateline=2023-03-20 published=2023 place=莫斯科 seed=2021-05-01 said=2021-12
//
// With said every quotation counts from that time. The output has a line for
// each time: what stands in the text, the value, and what else is not empty.
// With full the EDTF form and the bounds are written too.
func TestFind(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "find":
				return findCase(t, d)
			case "day":
				return dayCase(d)
			case "year":
				year, note := Year(strings.Split(d.Input, "\n"))
				return year + " | " + note + "\n"
			case "running":
				return runningCase(d)
			}
			t.Fatalf("unknown command %s", d.Cmd)
			return ""
		})
	})
}

// arg is the value of an argument, "" where it is not given.
func arg(d *datadriven.TestData, name string) string {
	for _, a := range d.CmdArgs {
		if a.Key == name {
			if len(a.Vals) == 0 {
				return "yes"
			}
			return a.Vals[0]
		}
	}
	return ""
}

func caseContext(d *datadriven.TestData) Context {
	c := Context{Dateline: arg(d, "dateline"), Published: arg(d, "published"), Place: arg(d, "place")}
	if s := arg(d, "seed"); s != "" {
		c.Seed = &Time{Value: s}
	}
	return c
}

func findCase(t *testing.T, d *datadriven.TestData) string {
	var b strings.Builder
	for _, line := range strings.Split(d.Input, "\n") {
		body := strings.ReplaceAll(line, `\n`, "\n")
		c := caseContext(d)
		if said := arg(d, "said"); said != "" {
			c.Quotes = quotesOf(body, said)
		}
		times := Find(body, c)
		check(t, body, times)
		fmt.Fprintln(&b, line)
		for _, x := range times {
			fmt.Fprintf(&b, "  %s\n", show(body, x, arg(d, "full") != ""))
		}
	}
	return b.String()
}

// quotesOf are the stretches between “ and ”.
func quotesOf(body, said string) []Quote {
	var out []Quote
	for at := 0; ; {
		i := strings.Index(body[at:], "“")
		if i < 0 {
			return out
		}
		i += at + len("“")
		j := strings.Index(body[i:], "”")
		if j < 0 {
			return out
		}
		out = append(out, Quote{span.Span{Start: i, End: i + j}, said})
		at = i + j
	}
}

func show(body string, x Time, full bool) string {
	s := fmt.Sprintf("%s: %s %s", x.Span.In(body), x.Type, x.Value)
	if x.Value == "" {
		s = fmt.Sprintf("%s: %s unresolved", x.Span.In(body), x.Type)
	}
	if x.Mod != "" {
		s += " " + x.Mod
	}
	if x.Basis != "" {
		s += fmt.Sprintf(" (%s %s)", x.Basis, x.Anchor)
	}
	if full {
		s += fmt.Sprintf(" edtf %s, %s to %s", x.EDTF, x.Earliest, x.Latest)
	}
	return s
}

// check reports what does not hold of any times.
func check(t *testing.T, body string, times []Time) {
	t.Helper()
	end := 0
	for _, x := range times {
		if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > len(body) {
			t.Fatalf("span %v out of order or range in %q", x.Span, body)
		}
		end = x.Span.End
		s := x.Span.In(body)
		if s != strings.TrimSpace(s) {
			t.Fatalf("span %q begins or ends with a space", s)
		}
		if !boundary(body, x.Span.Start) || !boundary(body, x.Span.End) {
			t.Fatalf("span %v of %q is not on character boundaries", x.Span, body)
		}
	}
}

// boundary reports that an offset is not inside a character.
func boundary(s string, i int) bool { return i == len(s) || s[i]&0xc0 != 0x80 }

func dayCase(d *datadriven.TestData) string {
	var b strings.Builder
	for _, line := range strings.Split(d.Input, "\n") {
		fmt.Fprintf(&b, "%s: %s\n", line, Day(line, arg(d, "published")))
	}
	return b.String()
}

// runningCase has a body on the first line and the other articles on the
// rest, each with its day before a space.
func runningCase(d *datadriven.TestData) string {
	lines := strings.Split(d.Input, "\n")
	var told []Told
	for _, l := range lines[1:] {
		day, body, _ := strings.Cut(l, " ")
		if day == "-" {
			day = ""
		}
		told = append(told, Told{Day: day, Body: body, Times: Find(body, Context{Dateline: day, Published: arg(d, "published")})})
	}
	t := Running(lines[0], told)
	if t == nil {
		return "nothing fixes it\n"
	}
	return t.Value + "\n"
}
