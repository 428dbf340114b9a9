package dateline

import (
	"slices"

	"dateline/internal/clause"
	"dateline/internal/event"
	"dateline/internal/name"
	"dateline/internal/span"
	"dateline/internal/statement"
)

// story is what the stages found in the body of an article.
type story struct {
	// text is the body's number among the texts of the name stage.
	text                  int
	times, figures, works located
	read                  name.Read
	actors                []clause.Actor
	said                  []statement.Statement
	events                []event.Event
}

// place is a range of a body and the number of the fact found there.
type place struct {
	span.Span
	number int
}

// located are facts by their place in a body.
type located []place

// put notes a fact of a section of the body.
func (l *located) put(s section, at span.Span, number int) {
	if s.base >= 0 {
		*l = append(*l, place{span.Span{Start: s.base + at.Start, End: s.base + at.End}, number})
	}
}

// things are the facts as package clause takes them.
func (l located) things(r name.Read) []clause.Thing {
	out := make([]clause.Thing, len(l))
	for i, p := range l {
		out[i] = clause.Thing{Start: r.Folded.Char(p.Start), End: r.Folded.Char(p.End), Number: p.number}
	}
	return out
}

// actors sorts what the name stage found into the stories.
func (w *wiring) actors(found name.Result) {
	of, many := make([]*story, len(w.texts)), mentionsBy(found, len(w.texts))
	for i := range w.stories {
		s := &w.stories[i]
		s.read = found.Reads[s.text]
		s.actors = make([]clause.Actor, 0, many[s.text])
		of[s.text] = s
	}
	add := func(text int, at span.Span, a clause.Actor) {
		if s := of[text]; s != nil { // else a headline: no statements, no events
			s.actor(at, at, a)
		}
	}
	numbers := map[string]int{}
	for i, p := range found.People {
		if _, ok := numbers[p.Name]; !ok {
			numbers[p.Name] = i
		}
		for _, m := range p.Mentions {
			if s := of[m.Text]; s != nil {
				a := clause.Actor{Kind: clause.Person, Name: p.Name, People: []int{i}}
				a.As = w.as(m)
				s.actor(m.Span, m.With, a)
			}
		}
	}
	for _, e := range found.Organizations {
		for _, m := range e.Mentions {
			add(m.Text, m.Span, clause.Actor{Kind: clause.Body, Name: w.printedIn(m.Text, m.Span)})
		}
	}
	for _, e := range found.Places {
		for _, m := range e.Mentions {
			add(m.Text, m.Span, clause.Actor{Kind: clause.Place, Name: w.printedIn(m.Text, m.Span)})
		}
	}
	for _, r := range found.References {
		a := clause.Actor{Kind: kinds[r.Kind], Name: w.printedIn(r.Text, r.Span)}
		if !r.Person {
			a.Of = r.Of
		}
		for _, n := range r.Of {
			if i, ok := numbers[n]; r.Person && ok {
				a.People = append(a.People, i)
			}
		}
		if len(a.People) == 1 && r.Kind != name.Group {
			a.Name = found.People[a.People[0]].Name
		}
		add(r.Text, r.Span, a)
	}
}

// mentionsBy counts what was found in each text.
func mentionsBy(found name.Result, texts int) []int {
	out := make([]int, texts)
	for _, list := range [][]name.Entity{found.People, found.Organizations, found.Places} {
		for _, e := range list {
			for _, m := range e.Mentions {
				out[m.Text]++
			}
		}
	}
	for _, r := range found.References {
		out[r.Text]++
	}
	return out
}

var kinds = map[name.RefKind]clause.Kind{name.Pronoun: clause.Pronoun, name.BareTitle: clause.Title, name.Group: clause.Group}

// printedIn is a range of a text of the name stage as printed.
func (w *wiring) printedIn(text int, s span.Span) string { return s.In(w.texts[text].text.Text()) }

// as is the title that stands before a person's name, else the one after it.
func (w *wiring) as(m name.Mention) string {
	switch {
	case m.With.Start < m.Span.Start:
		return w.printedIn(m.Text, span.Span{Start: m.With.Start, End: m.Span.Start})
	case m.With.End > m.Span.End:
		return w.printedIn(m.Text, span.Span{Start: m.Span.End, End: m.With.End})
	}
	return ""
}

// actor notes who stands at a range of the body, with the titles of with.
func (s *story) actor(at, with span.Span, a clause.Actor) {
	a.Start, a.End = s.read.Folded.Char(at.Start), s.read.Folded.Char(at.End)
	a.From, a.To = a.Start, a.End
	if !with.Empty() {
		a.From, a.To = min(a.From, s.read.Folded.Char(with.Start)), max(a.To, s.read.Folded.Char(with.End))
	}
	s.actors = append(s.actors, a)
}

// untitled drops the bodies that are a part of somebody's title: 财政部 in
// 财政部长安德罗夫 acts nowhere by itself.
func (s *story) untitled() {
	type stretch struct{ from, to int }
	var titles []stretch
	for _, a := range s.actors {
		if a.Kind == clause.Person && a.From < a.Start {
			titles = append(titles, stretch{a.From, a.Start})
		}
	}
	slices.SortFunc(titles, func(a, b stretch) int { return a.from - b.from })
	s.actors = slices.DeleteFunc(s.actors, func(a clause.Actor) bool {
		n, _ := slices.BinarySearchFunc(titles, a.Start+1, func(t stretch, at int) int { return t.from - at })
		return a.Kind == clause.Body && n > 0 && a.End <= titles[n-1].to // titles do not overlap
	})
}

// clauses reads how the body of a story is built.
func (s *story) clauses(body string) *clause.Text {
	s.untitled()
	return clause.New(clause.Input{Text: body, Folded: s.read.Folded, Words: s.read.Words, Actors: s.actors,
		Times: s.times.things(s.read), Works: s.works.things(s.read)})
}
