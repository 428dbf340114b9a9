package statement

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/clause"
	"dateline/internal/name"
	"dateline/internal/timex"
)

// read builds a body as the reader does: with the names and times that the
// stages before find in it.
func read(body string) *clause.Text { return clause.New(input(body)) }

func input(body string) clause.Input {
	found := name.Find([]name.Text{{Article: "a1", Body: body}})
	in := clause.Input{Text: body, Folded: found.Reads[0].Folded, Words: found.Reads[0].Words}
	add := func(at name.Mention, a clause.Actor) {
		a.Start, a.End = in.Folded.Char(at.Span.Start), in.Folded.Char(at.Span.End)
		a.From, a.To = a.Start, a.End
		in.Actors = append(in.Actors, a)
	}
	for i, p := range found.People {
		for _, m := range p.Mentions {
			add(m, clause.Actor{Kind: clause.Person, Name: p.Name, People: []int{i}})
		}
	}
	for _, e := range found.Organizations {
		for _, m := range e.Mentions {
			add(m, clause.Actor{Kind: clause.Body, Name: m.Span.In(body)})
		}
	}
	for _, e := range found.Places {
		for _, m := range e.Mentions {
			add(m, clause.Actor{Kind: clause.Place, Name: m.Span.In(body)})
		}
	}
	kinds := map[name.RefKind]clause.Kind{name.Pronoun: clause.Pronoun, name.BareTitle: clause.Title, name.Group: clause.Group}
	for _, r := range found.References {
		a := clause.Actor{Kind: kinds[r.Kind], Name: r.Span.In(body)}
		for i, p := range found.People {
			if r.Person && len(r.Of) == 1 && p.Name == r.Of[0] {
				a.People, a.Name = []int{i}, p.Name
			}
		}
		add(name.Mention{Span: r.Span}, a)
	}
	for i, t := range timex.Find(body, timex.Context{}) {
		in.Times = append(in.Times, clause.Thing{Start: in.Folded.Char(t.Span.Start), End: in.Folded.Char(t.Span.End), Number: i})
	}
	return in
}

// TestFind reads the bodies under testdata: a line of a case is a paragraph,
// a line of the answer mode | speaker | cues | words, with the number of the
// statement around it where there is one.
func TestFind(t *testing.T) {
	datadriven.Walk(t, "testdata/find", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			c := Context{Kind: "report"}
			if d.HasArg("qa") {
				c.Kind = "qa"
			}
			d.MaybeScanArgs(t, "sayer", &c.Sayer)
			var b strings.Builder
			for _, s := range Find(read(d.Input), c) {
				fmt.Fprintf(&b, "%s | %s |", s.Mode, s.Speaker.Name)
				for _, q := range s.Cue {
					b.WriteString(" " + q.In(d.Input))
				}
				fmt.Fprintf(&b, " | %s", strings.ReplaceAll(s.Content.In(d.Input), "\n", "⏎"))
				if s.Within >= 0 {
					fmt.Fprintf(&b, " | in %d", s.Within+1)
				}
				b.WriteString("\n")
			}
			return b.String()
		})
	})
}

// FuzzFind holds the stage to what it promises for any text: spans in range,
// on the body's characters, in the order of their content.
func FuzzFind(f *testing.F) {
	cases, _ := filepath.Glob("testdata/find/*")
	for _, p := range cases {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		for _, s := range strings.Split(string(b), "\n----\n") {
			f.Add(s, "report")
		}
	}
	f.Add("他说：“他说：“他说", "qa")
	f.Fuzz(func(t *testing.T, body, kind string) {
		if len(body) > 1<<14 {
			t.Skip("long")
		}
		body = strings.ToValidUTF8(body, "")
		for i, s := range Find(read(body), Context{Kind: kind}) {
			if c := s.Content; c.Start < 0 || c.End > len(body) || c.Empty() || c.Start < s.Span.Start || c.End > s.Span.End {
				t.Fatalf("%d: content %v, span %v of %d bytes", i, c, s.Span, len(body))
			}
			for _, q := range s.Cue {
				if q.Start < 0 || q.End > len(body) || q.Empty() {
					t.Fatalf("%d: cue %v", i, q)
				}
			}
			if s.Within >= i {
				t.Fatalf("%d is within %d", i, s.Within)
			}
		}
	})
}
