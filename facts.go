package dateline

import (
	"slices"
	"strconv"

	"dateline/internal/figure"
	"dateline/internal/page"
	"dateline/internal/span"
	"dateline/internal/timex"
	"dateline/record"
)

// section is a stretch of an article that is read by itself: a headline, a
// dateline, the paragraphs up to a second dispatch. It has the context that
// its times count from.
type section struct {
	text    *span.Joined
	context timex.Context
	found   []timex.Time
	// base is where the section begins in the article's body, -1 for what is
	// not of the body.
	base int
}

// sections gives the sections of article i in the order in which their times
// build on each other: headlines, the dateline or the credit, the body.
func (w *wiring) sections(i int) []section {
	a := &w.page.Articles[i]
	c := timex.Context{Published: w.pageDate(a)}
	var out []section
	add := func(c timex.Context, pieces ...span.Pieces) *section {
		j := page.Join(w.text, pieces)
		out = append(out, section{j, c, timex.Find(j.Text(), c), -1})
		return &out[len(out)-1]
	}
	base := 0
	body := func(c timex.Context, paragraphs []span.Pieces) {
		s := add(c, paragraphs...)
		s.base = base
		base += len(s.text.Text()) + len("\n")
	}
	if d := a.Dateline; d != nil {
		c.Dateline, c.Place = w.isoDay(a, d), d.Place
		add(timex.Context{Published: c.Published, Dateline: c.Dateline}, d.Pieces)
	}
	if len(a.Credit) > 0 && c.Dateline == "" {
		c.Dateline = timex.Day(a.Credit.In(w.text), c.Published)
		add(c, a.Credit)
	}
	if c.Dateline == "" && w.told != nil {
		c.Seed = timex.Running(a.Body.Text(), slices.Concat(w.told[:i], w.told[i+1:]))
	}
	for _, h := range a.Headlines {
		s := add(c, h.Pieces)
		if f := s.found; len(f) == 1 && c.Seed == nil && len(f[0].Value) == len("2006") {
			c.Seed = &f[0] // the heading of a year in a chronicle
		}
	}
	rest := 0
	for _, k := range a.Continued {
		if rest < k.Before {
			body(c, a.Paragraphs[rest:k.Before])
		}
		rest = k.Before
		if k.Dateline != nil {
			c = timex.Context{Published: c.Published, Dateline: w.isoDay(a, k.Dateline), Place: k.Dateline.Place}
			add(c, k.Pieces)
		}
	}
	body(c, a.Paragraphs[rest:])
	return out
}

// mostOnPage is how many articles a page may have for one to lean on another:
// more are a collection, not a page.
const mostOnPage = 64

// tellings are the articles as timex.Running takes them, for an article
// without a day of its own to lean on; nil where the page has no such
// article, or none with a dateline.
func (w *wiring) tellings() []timex.Told {
	dated := 0
	for i := range w.page.Articles {
		if w.page.Articles[i].Dateline != nil {
			dated++
		}
	}
	if n := len(w.page.Articles); dated == 0 || dated == n || n > mostOnPage {
		return nil
	}
	out := make([]timex.Told, len(w.page.Articles))
	for i := range w.page.Articles {
		a := &w.page.Articles[i]
		c := timex.Context{Published: w.pageDate(a), Dateline: w.isoDay(a, a.Dateline)}
		out[i] = timex.Told{Day: c.Dateline, Body: a.Body.Text(), Times: timex.Find(a.Body.Text(), c)}
	}
	return out
}

// times adds the times of a section of article i.
func (w *wiring) times(i int, s section) {
	id := articleID(i)
	for _, t := range s.found {
		w.stories[i].times.put(s, t.Span, len(w.record.Times))
		w.record.Times = append(w.record.Times, record.Time{
			Fact: w.fact("t", len(w.record.Times), id, s.text, t.Span, t.Rule),
			Type: t.Type, Value: record.Nullable(t.Value), Mod: record.Nullable(t.Mod), EDTF: record.Nullable(t.EDTF),
			Anchor: record.Nullable(t.Anchor), Basis: record.Nullable(t.Basis),
			Earliest: record.Nullable(t.Earliest), Latest: record.Nullable(t.Latest)})
	}
}

// figures adds the figures of a section of article i.
func (w *wiring) figures(i int, s section) {
	id := articleID(i)
	var c figure.Context
	for _, t := range s.found {
		c.Times = append(c.Times, figure.Time{Span: t.Span, Value: t.Value, Type: t.Type})
	}
	for _, f := range figure.Find(s.text.Text(), c) {
		w.stories[i].figures.put(s, f.Span, len(w.record.Figures))
		r := record.Figure{
			Fact: w.fact("f", len(w.record.Figures), id, s.text, f.Span, f.Rule),
			Kind: f.Kind, Value: f.Value, High: record.Nullable(f.High), Unit: record.Nullable(f.Unit),
			Bound: record.Nullable(f.Bound), Cue: w.maybe(s.text.Pieces(f.Cue)),
			Subject: record.Nullable(f.Subject), Period: record.Nullable(f.Period)}
		if g := f.Change; g != nil {
			r.Change = &record.Change{Direction: g.Direction, Base: record.Nullable(g.Base), Cue: w.span(s.text.Pieces(g.Cue))}
		}
		w.record.Figures = append(w.record.Figures, r)
	}
}

// fact is what every fact has. Its id is a letter for the kind and its number
// among those of the record.
func (w *wiring) fact(letter string, before int, article string, text *span.Joined, s span.Span, rule string) record.Fact {
	return record.Fact{ID: letter + strconv.Itoa(before+1), Article: article, Span: w.span(text.Pieces(s)), Rule: rule}
}
