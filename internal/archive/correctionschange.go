package archive

import (
	"slices"

	"dateline/internal/fault"
	"dateline/record"
)

// errGone says that a place is not found.
var errGone = &fault.Error{Meaning: fault.NotFound, Say: "the characters are not found"}

// spots are the facts of a kind with their places: of names all mentions, of
// an article its first headline or paragraph, of a check its first evidence.
func spots(r *record.Record, kind string) []spot {
	var out []spot
	switch kind {
	case "article":
		for i := range r.Articles {
			out = append(out, spot{r.Articles[i].ID, &r.Articles[i], firstOf(&r.Articles[i])})
		}
	case "person":
		for i := range r.People {
			out = append(out, mentionSpots(r.People[i].ID, &r.People[i], r.People[i].Mentions)...)
		}
	case "place":
		for i := range r.Places {
			out = append(out, mentionSpots(r.Places[i].ID, &r.Places[i], r.Places[i].Mentions)...)
		}
	case "organization":
		for i := range r.Organizations {
			out = append(out, mentionSpots(r.Organizations[i].ID, &r.Organizations[i], r.Organizations[i].Mentions)...)
		}
	case "time":
		return factSpots(r.Times, func(x *record.Time) *record.Fact { return &x.Fact })
	case "figure":
		return factSpots(r.Figures, func(x *record.Figure) *record.Fact { return &x.Fact })
	case "statement":
		return factSpots(r.Statements, func(x *record.Statement) *record.Fact { return &x.Fact })
	case "event":
		return factSpots(r.Events, func(x *record.Event) *record.Fact { return &x.Fact })
	case "work":
		return factSpots(r.Works, func(x *record.Work) *record.Fact { return &x.Fact })
	case "slip":
		return factSpots(r.Slips, func(x *record.Slip) *record.Fact { return &x.Fact })
	case "check":
		return checkSpots(r)
	}
	return out
}

func factSpots[T any](all []T, of func(*T) *record.Fact) []spot {
	out := make([]spot, len(all))
	for i := range all {
		f := of(&all[i])
		out[i] = spot{f.ID, &all[i], f.Span}
	}
	return out
}

func mentionSpots(id string, v any, all []record.Mention) []spot {
	out := make([]spot, len(all))
	for i := range all {
		out[i] = spot{id, v, all[i].Span}
	}
	return out
}

func checkSpots(r *record.Record) []spot {
	at := map[string]record.Span{}
	for _, f := range r.Facts() {
		at[f.ID] = f.Span
	}
	var out []spot
	for i := range r.Checks {
		if e := r.Checks[i].Evidence; len(e) > 0 {
			out = append(out, spot{r.Checks[i].ID, &r.Checks[i], at[e[0]]})
		}
	}
	return out
}

// firstOf is what an article is known by: its first headline, else its first
// paragraph.
func firstOf(a *record.Article) record.Span {
	if len(a.Headlines) > 0 {
		return a.Headlines[0].Span
	}
	if len(a.Paragraphs) > 0 {
		return a.Paragraphs[0].Span
	}
	return record.Span{}
}

// articleAt is the article that characters stand in, "" where they stand in
// none or in two.
func articleAt(r *record.Record, pieces []record.Piece) string {
	id := ""
	for i := range r.Articles {
		a := &r.Articles[i]
		var parts []record.Span
		for _, h := range a.Headlines {
			parts = append(parts, h.Span)
		}
		for _, p := range a.Paragraphs {
			parts = append(parts, p.Span)
		}
		if slices.ContainsFunc(parts, func(s record.Span) bool { return inside(pieces, s.Pieces) }) {
			if id != "" {
				return ""
			}
			id = a.ID
		}
	}
	return id
}

// inside reports pieces of which each lies in one of others.
func inside(pieces, others []record.Piece) bool {
	for _, p := range pieces {
		if !slices.ContainsFunc(others, func(o record.Piece) bool { return o.Start() <= p.Start() && p.End() <= o.End() }) {
			return false
		}
	}
	return len(pieces) > 0
}

// add adds a fact.
func (l *layering) add(c *Correction) (fate Fate, why, id string) {
	t := c.Target
	at, why := l.page.find(&t.Anchor)
	if why != "" {
		return Lost, why, ""
	}
	pieces, ok := l.page.pieces(&t.Anchor, at)
	article := articleAt(l.rec, pieces)
	if !ok || article == "" {
		return Lost, WhyChanged, ""
	}
	span := record.Span{Text: t.Quote.Exact, Pieces: pieces}
	for _, s := range spots(l.rec, t.Kind) {
		if !slices.Equal(s.at.Pieces, pieces) {
			continue
		}
		// One of another kind or mode at the same characters is another fact.
		if isOf(t.Kind, s.v) != given(c, identifying[t.Kind]) {
			continue
		}
		l.added[c.ID] = s.id
		if why := differs(values(c), only(FieldValues(t.Kind, s.v), c)); why != "" {
			return Contested, why, s.id
		}
		return Settled, "", s.id
	}
	id = "k" + c.ID
	if !l.insert(c, record.Fact{ID: id, Article: article, Span: span, Rule: CorrectedRule}) {
		return Lost, WhyChanged, ""
	}
	_, v := Find(l.rec, id)
	if v == nil || l.set(c, v) != nil {
		l.drop(t.Kind, id)
		return Lost, WhyGone, ""
	}
	l.added[c.ID] = id
	return Applied, "", id
}

// given is the value that an entry gives a field.
func given(c *Correction, field string) string {
	for _, x := range c.Changes {
		if x.Field == field {
			return x.New
		}
	}
	return ""
}

// values are those that an entry gives.
func values(c *Correction) map[string]string {
	out := map[string]string{}
	for _, x := range c.Changes {
		if x.New != "" {
			out[x.Field] = x.New
		}
	}
	return out
}

// only are the values of the fields that an entry gives.
func only(all map[string]string, c *Correction) map[string]string {
	out := map[string]string{}
	for _, x := range c.Changes {
		if v := all[x.Field]; v != "" {
			out[x.Field] = v
		}
	}
	return out
}

// insert puts a fact of the kind at the end of its list; false for a kind that
// cannot be added.
func (l *layering) insert(c *Correction, f record.Fact) bool {
	r := l.rec
	mention := []record.Mention{{Span: f.Span, Article: f.Article, Rule: f.Rule}}
	switch c.Target.Kind {
	case "person":
		r.People = append(r.People, record.Person{ID: f.ID, Name: f.Text, Aliases: []string{}, Titles: []record.Title{}, Mentions: mention})
	case "place":
		r.Places = append(r.Places, record.Place{ID: f.ID, Name: f.Text, Aliases: []string{}, Mentions: mention})
	case "organization":
		r.Organizations = append(r.Organizations, record.Organization{ID: f.ID, Name: f.Text, Aliases: []string{}, Mentions: mention})
	case "time":
		r.Times = append(r.Times, record.Time{Fact: f})
	case "figure":
		r.Figures = append(r.Figures, record.Figure{Fact: f})
	case "statement":
		nobody := record.Speaker{Span: record.Span{Pieces: []record.Piece{}}}
		r.Statements = append(r.Statements, record.Statement{Fact: f, Speaker: nobody, Cue: []record.Span{}, Content: f.Span, Inner: []record.Inner{}})
	case "event":
		r.Events = append(r.Events, record.Event{Fact: f, Trigger: f.Span, Participants: []record.Participant{}, Works: []string{}, SameAs: []string{}})
	case "work":
		r.Works = append(r.Works, record.Work{Fact: f})
	case "slip":
		r.Slips = append(r.Slips, record.Slip{Fact: f})
	default:
		return false
	}
	return true
}

// drop takes a fact out of the record, and what refers to it with it: a
// reference becomes null, a check that needs the fact goes.
func (l *layering) drop(kind, id string) {
	r := l.rec
	switch kind {
	case "person":
		r.People = without(r.People, func(x *record.Person) string { return x.ID }, id)
	case "place":
		r.Places = without(r.Places, func(x *record.Place) string { return x.ID }, id)
	case "organization":
		r.Organizations = without(r.Organizations, func(x *record.Organization) string { return x.ID }, id)
	case "time":
		r.Times = without(r.Times, func(x *record.Time) string { return x.ID }, id)
	case "figure":
		r.Figures = without(r.Figures, func(x *record.Figure) string { return x.ID }, id)
	case "statement":
		r.Statements = without(r.Statements, func(x *record.Statement) string { return x.ID }, id)
	case "event":
		r.Events = without(r.Events, func(x *record.Event) string { return x.ID }, id)
	case "work":
		r.Works = without(r.Works, func(x *record.Work) string { return x.ID }, id)
	case "slip":
		r.Slips = without(r.Slips, func(x *record.Slip) string { return x.ID }, id)
	case "check":
		r.Checks = without(r.Checks, func(x *record.Check) string { return x.ID }, id)
	}
	r.Checks = slices.DeleteFunc(r.Checks, func(c record.Check) bool { return slices.Contains(c.Evidence, id) })
	l.forget(id)
}

func without[T any](all []T, idOf func(*T) string, id string) []T {
	return slices.DeleteFunc(all, func(x T) bool { return idOf(&x) == id })
}

// forget makes references to an id null.
func (l *layering) forget(id string) {
	null := func(n *record.Nullable) {
		if string(*n) == id {
			*n = ""
		}
	}
	isID := func(s string) bool { return s == id }
	for i := range l.rec.Statements {
		s := &l.rec.Statements[i]
		null(&s.Speaker.Person)
		if s.Hearer != nil {
			null(&s.Hearer.Person)
		}
		null(&s.Event)
		null(&s.Time)
		null(&s.Within)
	}
	for i := range l.rec.Events {
		e := &l.rec.Events[i]
		for k := range e.Participants {
			null(&e.Participants[k].Person)
		}
		if e.Time != nil {
			null(&e.Time.Ref)
		}
		e.Works = slices.DeleteFunc(e.Works, isID)
		e.SameAs = slices.DeleteFunc(e.SameAs, isID)
	}
}
