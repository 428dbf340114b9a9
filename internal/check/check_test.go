package check_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/check"
	"dateline/internal/figure"
	"dateline/internal/timex"
)

// TestCases reads pages of testdata with the stages for times and figures and
// prints their checks. A page is lines: "= ID" begins an article, optionally
// with the day of its dateline; "# …" is a headline, "@ NAME form form…" a name
// of the page, "% NAME | title | article | time" a title; other lines are
// paragraphs, “> …” one that somebody is said to have spoken. The command takes the date of the page as published=.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			var published string
			d.MaybeScanArgs(t, "published", &published)
			f := facts(d.Input, published)
			var out strings.Builder
			for _, c := range check.Find(f) {
				fmt.Fprintf(&out, "%s %s %s\n  %s\n", c.Kind, verdicts[c.Verdict], strings.Join(printed(f, c.Evidence), " "), c.Say)
			}
			return cmp.Or(out.String(), "nothing\n")
		})
	})
}

var verdicts = map[check.Verdict]string{check.Open: "open", check.Holds: "holds", check.Fails: "fails"}

// facts reads a page.
func facts(page, published string) check.Facts {
	f := check.Facts{YearKnown: published != ""}
	article, day, body := "a1", "", ""
	end := func() {
		if body != "" {
			f.Texts = append(f.Texts, text(&f, check.Text{Article: article, Day: cmp.Or(day, published), Text: body}, published, day))
		}
		body = ""
	}
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "=":
			end()
			article, day, _ = strings.Cut(rest, " ")
		case "#":
			f.Texts = append(f.Texts, text(&f, check.Text{Article: article, Day: cmp.Or(day, published), Text: rest, Headline: true}, published, day))
		case "@":
			forms := append(strings.Fields(rest), "")
			f.Names = append(f.Names, check.Name{ID: forms[0], Forms: forms})
		case "%":
			title(&f, rest)
		default:
			body += line + "\n"
		}
	}
	end()
	return f
}

// title adds a title to a person.
func title(f *check.Facts, line string) {
	x := strings.Split(line+" |  |  | ", " | ")
	if n := len(f.People); n == 0 || f.People[n-1].Name != x[0] {
		f.People = append(f.People, check.Person{ID: x[0], Name: x[0]})
	}
	p := &f.People[len(f.People)-1]
	p.Titles = append(p.Titles, check.Title{Text: x[1], Article: x[2], At: x[3]})
}

// text finds the times and figures of a text. Ids count over the page.
func text(f *check.Facts, t check.Text, published, day string) check.Text {
	var c figure.Context
	for _, x := range timex.Find(t.Text, timex.Context{Published: published, Dateline: day}) {
		c.Times = append(c.Times, figure.Time{Span: x.Span, Value: x.Value, Type: x.Type})
		t.Times = append(t.Times, check.Time{ID: fmt.Sprintf("t%d.%d", len(f.Texts), len(t.Times)), Span: x.Span, Type: x.Type, Value: x.Value, Basis: x.Basis,
			Said: strings.HasPrefix(t.Text[strings.LastIndex(t.Text[:x.Span.Start], "\n")+1:], "> ")})
	}
	for _, x := range figure.Find(t.Text, c) {
		g := check.Figure{ID: fmt.Sprintf("f%d.%d", len(f.Texts), len(t.Figures)), Span: x.Span, Kind: x.Kind, Value: x.Value, High: x.High,
			Unit: x.Unit, Bound: x.Bound, Subject: x.Subject, Period: x.Period}
		if x.Change != nil {
			g.Change, g.Base = x.Change.Direction, x.Change.Base
		}
		t.Figures = append(t.Figures, g)
	}
	return t
}

// printed are the facts with the given ids as printed, the ids of people.
func printed(f check.Facts, ids []string) []string {
	at := map[string]string{}
	for _, t := range f.Texts {
		for _, x := range t.Figures {
			at[x.ID] = x.Span.In(t.Text)
		}
		for _, x := range t.Times {
			at[x.ID] = x.Span.In(t.Text)
		}
	}
	var out []string
	for _, id := range ids {
		out = append(out, cmp.Or(at[id], id))
	}
	return out
}
