package dateline

import (
	"strconv"
	"strings"

	"dateline/internal/event"
	"dateline/internal/page"
	"dateline/internal/span"
	"dateline/internal/statement"
	"dateline/record"
)

// tell adds who said what and what happened, article by article.
func (w *wiring) tell() {
	for i := range w.stories {
		w.story(i)
	}
	w.events()
}

// story adds the statements and events of article i.
func (w *wiring) story(i int) {
	a, s := &w.page.Articles[i], &w.stories[i]
	x := s.clauses(a.Body.Text())
	sc, ec := statement.Context{Kind: a.Kind}, w.eventContext(a)
	if d := a.Dateline; d != nil {
		day := w.isoDay(a, d)
		sc.Day, sc.Agency = day, d.Agency
		ec.Day, ec.Place = day, d.Place
	}
	for _, h := range a.Headlines {
		if name, ok := strings.CutSuffix(h.Pieces.In(w.text), "语录"); ok {
			sc.Sayer = strings.TrimSpace(name)
		}
	}
	said := statement.Find(x, sc)
	w.statements(i, said)
	s.said = said
	for _, t := range said {
		if t.Mode == statement.Act && len(t.Cue) > 0 && t.Content.Start < t.Cue[0].Start {
			continue // the clause itself, the narrator's: 对此表示赞赏
		}
		ec.Said = append(ec.Said, event.Said{Span: t.Content, Name: t.Speaker.Name, Person: t.Speaker.Person})
	}
	s.events = event.Find(x, ec)
}

// timeValue is the value and the type of a time of the record.
func (w *wiring) timeValue(number int) (value, kind string) {
	t := &w.record.Times[number]
	return string(t.Value), t.Type
}

// statements adds the statements of article i.
func (w *wiring) statements(i int, found []statement.Statement) {
	body, first := w.page.Articles[i].Body, len(w.record.Statements)
	for _, f := range found {
		s := record.Statement{
			Fact:    w.fact("q", len(w.record.Statements), articleID(i), body, f.Span, f.Rule),
			Speaker: w.party(body, f.Speaker), Mode: f.Mode, Content: w.span(body.Pieces(f.Content))}
		if f.Hearer != nil {
			h := w.party(body, *f.Hearer)
			s.Hearer = &h
		}
		for _, c := range f.Cue {
			s.Cue = append(s.Cue, w.span(body.Pieces(c)))
		}
		s.Inner = w.inner(body, f.Inner)
		if f.Time >= 0 {
			s.Time = record.Nullable(w.record.Times[f.Time].ID)
		}
		if f.Within >= 0 {
			s.Within = record.Nullable("q" + strconv.Itoa(first+f.Within+1))
		}
		w.record.Statements = append(w.record.Statements, s)
	}
}

// inner are the words of a statement that point outside it. Of the times those
// that count from another time.
func (w *wiring) inner(body *span.Joined, found []statement.Inner) []record.Inner {
	var out []record.Inner
	for _, n := range found {
		means := n.Means
		if n.Time >= 0 {
			t := &w.record.Times[n.Time]
			if t.Anchor == "" {
				continue
			}
			means = []string{string(t.Value)}
		}
		if means == nil {
			means = []string{}
		}
		out = append(out, record.Inner{Span: w.span(body.Pieces(n.Span)), Means: means})
	}
	return out
}

// party is who speaks or hears, as the record has it.
func (w *wiring) party(body *span.Joined, p statement.Party) record.Speaker {
	out := record.Speaker{Name: record.Nullable(p.Name), Person: personID(p.Person)}
	if !p.Span.Empty() {
		out.Span = w.span(body.Pieces(p.Span))
	}
	return out
}

// personID is the id of a person by their number, "" for -1.
func personID(n int) record.Nullable {
	if n < 0 {
		return ""
	}
	return record.Nullable("p" + strconv.Itoa(n+1))
}

// eventContext is what the events of an article lean on.
func (w *wiring) eventContext(a *page.Article) event.Context {
	c := event.Context{Kind: a.Kind, Body: a.Body.Text(), Values: w.timeValue, Names: w.personName}
	if d := w.pageDate(a); len(d) == len("2006-01-02") {
		c.Published = d
	}
	return c
}

// personName is the name of a person of the page by their number.
func (w *wiring) personName(n int) string {
	if n < 0 || n >= len(w.record.People) {
		return ""
	}
	return w.record.People[n].Name
}

// events adds the events of all articles, with which of them are one.
func (w *wiring) events() {
	var all []event.Told
	for i := range w.stories {
		for k := range w.stories[i].events {
			all = append(all, event.Told{Article: i, Event: &w.stories[i].events[k]})
		}
	}
	event.Same(all)
	for _, t := range all {
		w.event(t.Article, t.Event)
	}
	w.occasions()
}

// occasions says of each statement at which event it was spoken.
func (w *wiring) occasions() {
	q, e := 0, 0
	for i := range w.stories {
		s, body := &w.stories[i], w.page.Articles[i].Body.Text()
		for _, t := range s.said {
			if n := event.Occasion(body, s.events, event.Words{Span: t.Span, Content: t.Content, Name: t.Speaker.Name}); n >= 0 {
				w.record.Statements[q].Event = record.Nullable(w.record.Events[e+n].ID)
			}
			q++
		}
		e += len(s.events)
	}
}

// event adds an event of article i.
func (w *wiring) event(i int, f *event.Event) {
	body := w.page.Articles[i].Body
	e := record.Event{
		Fact: w.fact("e", len(w.record.Events), articleID(i), body, f.Trigger, f.Rule),
		Kind: f.Kind, Trigger: w.span(body.Pieces(f.Trigger)), Status: f.Status,
		Ordinal: record.Nullable(f.Ordinal), Series: record.Nullable(f.Series),
		PLOVER: record.Nullable(f.PLOVER), CAMEO: record.Nullable(f.CAMEO)}
	if !f.Place.Empty() {
		e.Place = w.maybe(body.Pieces(f.Place))
	}
	for _, p := range f.Participants {
		e.Participants = append(e.Participants, record.Participant{Name: p.Name, Person: personID(p.Person),
			Role: record.Nullable(p.Role), As: record.Nullable(p.As)})
	}
	if f.Time != "" {
		e.Time = &record.When{Value: record.Nullable(f.Time), Basis: record.Nullable(f.Basis)}
		if f.Ref >= 0 {
			e.Time.Ref = record.Nullable(w.record.Times[f.Ref].ID)
		}
	}
	for _, n := range f.Works {
		e.Works = append(e.Works, w.record.Works[n].ID)
	}
	for _, n := range f.SameAs {
		e.SameAs = append(e.SameAs, "e"+strconv.Itoa(n+1))
	}
	w.record.Events = append(w.record.Events, e)
}
