package export

import (
	"fmt"
	"iter"

	"dateline/record"
)

// note is one thing that a record says of some characters, for the formats
// that are annotations on a text.
type note struct {
	// id is the fact's, or made from it for what has no id of its own: p1.m2
	// is the second mention of p1, a1.h1 the first headline of a1.
	id   string
	kind string
	// of is the id of the fact that the note is a part of, "" for a fact.
	of      string
	article string
	// value is what the note says, in a word or a line, "" for no more than
	// its kind.
	value string
	rule  string
	span  record.Span
	// on are the ids of what a check compares; span has then no pieces.
	on []string
	// data is the fact itself, nil for a part.
	data any
}

// notes goes over all that a page's record says: the parts of articles, the
// mentions of names, the facts, the checks; none twice.
func notes(r *record.Record) iter.Seq[note] {
	return func(yield func(note) bool) {
		_ = articleNotes(r, yield) && nameNotes(r, yield) && timeNotes(r, yield) && figureNotes(r, yield) &&
			statementNotes(r, yield) && eventNotes(r, yield) && workNotes(r, yield) && checkNotes(r, yield)
	}
}

func articleNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Articles {
		for _, n := range partsOf(&r.Articles[i]) {
			if !yield(n) {
				return false
			}
		}
	}
	return true
}

// partsOf are the parts of an article.
func partsOf(a *record.Article) (out []note) {
	add := func(id, kind, value string, s *record.Span) {
		if s != nil {
			out = append(out, note{id: a.ID + "." + id, kind: kind, of: a.ID, article: a.ID, value: value, rule: a.Rule, span: *s})
		}
	}
	for i := range a.Headlines {
		add(fmt.Sprintf("h%d", i+1), "headline", a.Headlines[i].Role, &a.Headlines[i].Span)
	}
	if d := a.Dateline; d != nil {
		add("dateline", "dateline", string(d.Date), &d.Span)
	}
	add("byline", "byline", "", a.Byline)
	add("credit", "credit", "", a.Credit)
	for i := range a.Paragraphs {
		add(fmt.Sprintf("p%d", i+1), "paragraph", "", &a.Paragraphs[i].Span)
	}
	for i := range a.ContinuedBy {
		add(fmt.Sprintf("c%d", i+1), "continuation", a.ContinuedBy[i].Kind, &a.ContinuedBy[i].Span)
	}
	return out
}

func nameNotes(r *record.Record, yield func(note) bool) bool {
	for _, p := range r.People {
		if !mentionNotes("person", p.ID, p.Name, p.Mentions, yield) {
			return false
		}
		for i, t := range p.Titles {
			if !yield(note{id: fmt.Sprintf("%s.t%d", p.ID, i+1), kind: "title", of: p.ID, article: t.Article, value: string(t.At), span: t.Span}) {
				return false
			}
		}
	}
	for _, p := range r.Places {
		if !mentionNotes("place", p.ID, p.Name, p.Mentions, yield) {
			return false
		}
	}
	for _, o := range r.Organizations {
		if !mentionNotes("organization", o.ID, o.Name, o.Mentions, yield) {
			return false
		}
	}
	return true
}

func mentionNotes(kind, id, name string, all []record.Mention, yield func(note) bool) bool {
	for i, m := range all {
		n := note{id: fmt.Sprintf("%s.m%d", id, i+1), kind: kind, of: id, article: m.Article, value: name, rule: m.Rule, span: m.Span}
		if !yield(n) {
			return false
		}
	}
	return true
}

// factNote is the note of a fact.
func factNote(kind, value string, f *record.Fact, data any) note {
	return note{id: f.ID, kind: kind, article: f.Article, value: value, rule: f.Rule, span: f.Span, data: data}
}

func timeNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Times {
		t := &r.Times[i]
		if !yield(factNote("time", string(t.Value), &t.Fact, t)) {
			return false
		}
	}
	return true
}

func figureNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Figures {
		f := &r.Figures[i]
		value := f.Value
		if f.High != "" {
			value += "–" + string(f.High)
		}
		if f.Unit != "" {
			value += " " + string(f.Unit)
		}
		if !yield(factNote("figure", value, &f.Fact, f)) {
			return false
		}
	}
	return true
}

func statementNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Statements {
		s := &r.Statements[i]
		if !yield(factNote("statement", string(s.Speaker.Name), &s.Fact, s)) {
			return false
		}
	}
	return true
}

func eventNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Events {
		e := &r.Events[i]
		if !yield(factNote("event", e.Kind, &e.Fact, e)) {
			return false
		}
	}
	return true
}

func workNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Works {
		w := &r.Works[i]
		if !yield(factNote("work", w.Title, &w.Fact, w)) {
			return false
		}
	}
	for i := range r.Slips {
		s := &r.Slips[i]
		if !yield(factNote("slip", s.Reading, &s.Fact, s)) {
			return false
		}
	}
	return true
}

func checkNotes(r *record.Record, yield func(note) bool) bool {
	for i := range r.Checks {
		c := &r.Checks[i]
		if !yield(note{id: c.ID, kind: "check", value: c.Say, rule: c.Rule, on: c.Evidence, data: c}) {
			return false
		}
	}
	return true
}
