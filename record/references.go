package record

import (
	"fmt"
	"iter"
)

// sayFunc takes one problem.
type sayFunc func(path, format string, args ...any)

// entry is one id of the record.
type entry struct{ kind, id string }

// entries goes over every id of the record, each with the path to it.
func (r *Record) entries() iter.Seq2[string, entry] {
	return func(yield func(string, entry) bool) {
		_ = ids("articles", "article", r.Articles, func(a *Article) string { return a.ID }, yield) &&
			ids("people", "person", r.People, func(p *Person) string { return p.ID }, yield) &&
			ids("places", "place", r.Places, func(p *Place) string { return p.ID }, yield) &&
			ids("organizations", "organization", r.Organizations, func(o *Organization) string { return o.ID }, yield) &&
			ids("times", "time", r.Times, func(t *Time) string { return t.ID }, yield) &&
			ids("figures", "figure", r.Figures, func(f *Figure) string { return f.ID }, yield) &&
			ids("statements", "statement", r.Statements, func(s *Statement) string { return s.ID }, yield) &&
			ids("events", "event", r.Events, func(e *Event) string { return e.ID }, yield) &&
			ids("works", "work", r.Works, func(w *Work) string { return w.ID }, yield) &&
			ids("slips", "slip", r.Slips, func(s *Slip) string { return s.ID }, yield) &&
			ids("checks", "check", r.Checks, func(c *Check) string { return c.ID }, yield)
	}
}

func ids[T any](list, kind string, all []T, id func(*T) string, yield func(string, entry) bool) bool {
	for i := range all {
		if !yield(fmt.Sprintf("%s[%d].id", list, i), entry{kind, id(&all[i])}) {
			return false
		}
	}
	return true
}

// verifyIDs checks that ids are there and unique in the record, and that what
// refers to one finds it.
func verifyIDs(r *Record, say sayFunc) {
	kinds := map[string]string{}
	for path, e := range r.entries() {
		if _, taken := kinds[e.id]; e.id == "" || taken {
			say(path, "%q is missing or not unique", e.id)
		}
		kinds[e.id] = e.kind
	}
	for path, e := range r.references() {
		switch kind, ok := kinds[e.id]; {
		case e.id == "" || ok && (e.kind == kind || e.kind == "fact"):
		case e.kind == "fact":
			say(path, "there is no fact %q", e.id)
		default:
			say(path, "there is no %s %q", e.kind, e.id)
		}
	}
}

// references goes over all that refers to an id, with the kind that it should
// be of; "fact" is any. What refers to nothing is "".
func (r *Record) references() iter.Seq2[string, entry] {
	return func(yield func(string, entry) bool) {
		more := true
		to := func(kind, id, path string, at ...any) {
			more = more && yield(fmt.Sprintf(path, at...), entry{kind, id})
		}
		for i, a := range r.Articles {
			to("article", string(a.BelongsTo), "articles[%d].belongs_to", i)
		}
		for path, f := range r.Facts() {
			to("article", f.Article, "%s.article", path)
		}
		r.nameReferences(to)
		r.statementReferences(to)
		r.eventReferences(to)
		for i, c := range r.Checks {
			for j, id := range c.Evidence {
				to("fact", id, "checks[%d].evidence[%d]", i, j)
			}
		}
	}
}

type toFunc func(kind, id, path string, at ...any)

func (r *Record) nameReferences(to toFunc) {
	mentions := func(list string, i int, all []Mention) {
		for j, m := range all {
			to("article", m.Article, "%s[%d].mentions[%d].article", list, i, j)
		}
	}
	for i, p := range r.People {
		for j, t := range p.Titles {
			to("article", t.Article, "people[%d].titles[%d].article", i, j)
		}
		mentions("people", i, p.Mentions)
	}
	for i, p := range r.Places {
		mentions("places", i, p.Mentions)
	}
	for i, o := range r.Organizations {
		mentions("organizations", i, o.Mentions)
	}
}

func (r *Record) statementReferences(to toFunc) {
	for i, s := range r.Statements {
		to("person", string(s.Speaker.Person), "statements[%d].speaker.person", i)
		if s.Hearer != nil {
			to("person", string(s.Hearer.Person), "statements[%d].hearer.person", i)
		}
		to("event", string(s.Event), "statements[%d].event", i)
		to("time", string(s.Time), "statements[%d].time", i)
		to("statement", string(s.Within), "statements[%d].within", i)
	}
}

func (r *Record) eventReferences(to toFunc) {
	for i, e := range r.Events {
		for j, p := range e.Participants {
			to("person", string(p.Person), "events[%d].participants[%d].person", i, j)
		}
		if e.Time != nil {
			to("time", string(e.Time.Ref), "events[%d].time.ref", i)
		}
		for j, id := range e.Works {
			to("work", id, "events[%d].works[%d]", i, j)
		}
		for j, id := range e.SameAs {
			to("event", id, "events[%d].same_as[%d]", i, j)
		}
	}
}

// verifyPlaces checks that marks and sub-headings stand at a paragraph of
// their article.
func verifyPlaces(r *Record, say sayFunc) {
	for i, a := range r.Articles {
		outside := func(n int) bool { return n < 0 || n > len(a.Paragraphs) }
		for j, h := range a.Headlines {
			if h.Before != nil && outside(*h.Before) {
				say(fmt.Sprintf("articles[%d].headlines[%d].before", i, j), "is %d, the article has %d paragraphs", *h.Before, len(a.Paragraphs))
			}
		}
		for j, c := range a.ContinuedBy {
			if outside(c.Before) {
				say(fmt.Sprintf("articles[%d].continued_by[%d].before", i, j), "is %d, the article has %d paragraphs", c.Before, len(a.Paragraphs))
			}
		}
	}
}
