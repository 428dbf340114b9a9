package event

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
	"dateline/internal/name"
	"dateline/internal/span"
	"dateline/internal/timex"
)

// prepared is a body as the stages before leave it.
type prepared struct {
	in    clause.Input
	times []timex.Time
}

func (p prepared) context() Context {
	return Context{Kind: "report", Body: p.in.Text, Values: func(n int) (string, string) { return p.times[n].Value, p.times[n].Type }}
}

// prepare reads names and times as the reader does.
func prepare(body, day string) prepared {
	found := name.Find([]name.Text{{Article: "a1", Body: body}})
	p := prepared{in: clause.Input{Text: body, Folded: found.Reads[0].Folded, Words: found.Reads[0].Words}}
	if p.in.Folded.Len() == 0 { // no prose for the name stage
		p.in.Folded, p.in.Words = lexicon.NewText(body), nil
	}
	char := p.in.Folded.Char
	add := func(at, with span.Span, a clause.Actor) {
		a.Start, a.End = char(at.Start), char(at.End)
		a.From, a.To = a.Start, a.End
		if !with.Empty() {
			a.From, a.To = char(with.Start), char(with.End)
		}
		p.in.Actors = append(p.in.Actors, a)
	}
	for i, e := range found.People {
		for _, m := range e.Mentions {
			a := clause.Actor{Kind: clause.Person, Name: e.Name, People: []int{i}}
			if m.With.Start < m.Span.Start {
				a.As = span.Span{Start: m.With.Start, End: m.Span.Start}.In(body)
			}
			add(m.Span, m.With, a)
		}
	}
	for kind, list := range map[clause.Kind][]name.Entity{clause.Body: found.Organizations, clause.Place: found.Places} {
		for _, e := range list {
			for _, m := range e.Mentions {
				add(m.Span, span.Span{}, clause.Actor{Kind: kind, Name: m.Span.In(body)})
			}
		}
	}
	kinds := map[name.RefKind]clause.Kind{name.Pronoun: clause.Pronoun, name.BareTitle: clause.Title, name.Group: clause.Group}
	for _, r := range found.References {
		a := clause.Actor{Kind: kinds[r.Kind], Name: r.Span.In(body)}
		for i, e := range found.People {
			if r.Person && slices.Contains(r.Of, e.Name) {
				a.People = append(a.People, i)
			}
		}
		add(r.Span, span.Span{}, a)
	}
	p.times = timex.Find(body, timex.Context{Dateline: day})
	for i, t := range p.times {
		p.in.Times = append(p.in.Times, clause.Thing{Start: char(t.Span.Start), End: char(t.Span.End), Number: i})
	}
	p.works()
	return p
}

// works finds what stands in title marks.
func (p *prepared) works() {
	for at := 0; ; {
		i := strings.Index(p.in.Text[at:], "《")
		if i < 0 {
			return
		}
		j := strings.Index(p.in.Text[at+i:], "》")
		if j < 0 {
			return
		}
		p.in.Works = append(p.in.Works, clause.Thing{Start: p.in.Folded.Char(at + i), End: p.in.Folded.Char(at + i + j + len("》")), Number: len(p.in.Works)})
		at += i + j
	}
}

// TestFind reads the bodies under testdata: each line of a case is a
// paragraph, each line of the answer an event: kind [trigger] principals;
// then those present, the time with what it rests on, the place and the
// status where it is another than happened. Arguments: day, the dateline's
// day; said, the words of whom the text after the mark ¶ is.
func TestFind(t *testing.T) {
	datadriven.Walk(t, "testdata/find", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			var day, said string
			d.MaybeScanArgs(t, "day", &day)
			d.MaybeScanArgs(t, "said", &said)
			body, words, ok := strings.Cut(d.Input, "¶")
			body += words
			p := prepare(body, day)
			c := p.context()
			c.Day = day
			if ok {
				c.Said = []Said{{Span: span.Span{Start: len(body) - len(words), End: len(body)}, Name: said, Person: -1}}
			}
			var b strings.Builder
			for _, e := range Find(clause.New(p.in), c) {
				b.WriteString(describe(body, e) + "\n")
			}
			if b.Len() == 0 {
				return "nothing\n"
			}
			return b.String()
		})
	})
}

// describe writes an event in one line.
func describe(body string, e Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s [%s]", e.Kind, e.Trigger.In(body))
	for _, p := range e.Participants {
		b.WriteString(" " + p.Name)
		if p.Role != "" {
			b.WriteString("(" + p.Role + ")")
		}
		if p.As != "" {
			b.WriteString("<" + p.As + ">")
		}
	}
	if e.Time != "" {
		fmt.Fprintf(&b, " | %s %s", e.Time, e.Basis)
	}
	if !e.Place.Empty() {
		b.WriteString(" | at " + e.Place.In(body))
	}
	if e.Ordinal != "" {
		fmt.Fprintf(&b, " | no. %s of %s", e.Ordinal, e.Series)
	}
	if len(e.Works) > 0 {
		fmt.Fprintf(&b, " | works %v", e.Works)
	}
	if e.Status != "happened" {
		b.WriteString(" | " + e.Status)
	}
	return b.String()
}

// FuzzFind holds the stage to what it promises for any text: triggers and
// places in range, on the body's characters, in order, kinds and states of the
// lists, participants with names.
func FuzzFind(f *testing.F) {
	cases, _ := filepath.Glob("testdata/find/*")
	for _, p := range cases {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		for _, s := range strings.Split(string(b), "\n----\n") {
			f.Add(s, 0, 10)
		}
	}
	f.Add("会见会见在、和同的由率领的，。应邀请对进行访问“访问”（", 3, 12)
	f.Fuzz(func(t *testing.T, body string, from, to int) {
		if len(body) > 1<<13 {
			t.Skip("long")
		}
		body = strings.ToValidUTF8(body, "")
		p := prepare(body, "2021-03-04")
		c := p.context()
		if from >= 0 && to > from && to <= len(body) && utf8.ValidString(body[from:to]) {
			c.Said = []Said{{Span: span.Span{Start: from, End: to}, Name: "某", Person: -1}}
		}
		last := 0
		for _, e := range Find(clause.New(p.in), c) {
			if e.Trigger.Start < last || e.Trigger.Empty() || e.Trigger.End > len(body) || !utf8.ValidString(e.Trigger.In(body)) {
				t.Fatalf("trigger %v after %d of %d", e.Trigger, last, len(body))
			}
			last = e.Trigger.Start
			if e.Place.End > len(body) || !utf8.ValidString(e.Place.In(body)) {
				t.Fatalf("place %v of %d", e.Place, len(body))
			}
			if e.Kind == "" || e.Status == "" || e.Ref >= len(p.times) {
				t.Fatalf("%+v", e)
			}
			for _, q := range e.Participants {
				if q.Name == "" || !utf8.ValidString(q.Name) {
					t.Fatalf("participant %+v of %q", q, e.Trigger.In(body))
				}
			}
		}
	})
}
