package dateline

import (
	"strconv"

	"dateline/internal/name"
	"dateline/internal/page"
	"dateline/internal/span"
	"dateline/internal/timex"
	"dateline/record"
)

// named is a text of the page as the name stage takes it, with the way back.
type named struct {
	article string
	text    *span.Joined
}

// names adds who and what the page names: all its texts are read together,
// because the fullest form of a name may stand in another article.
func (w *wiring) names() {
	var in []name.Text
	add := func(i int, j *span.Joined, days, times []name.Time) {
		w.texts = append(w.texts, named{articleID(i), j})
		in = append(in, name.Text{Article: articleID(i), Body: j.Text(), Days: days, Times: times})
	}
	for i := range w.page.Articles {
		a := &w.page.Articles[i]
		days := w.days(a)
		for _, h := range a.Headlines {
			add(i, w.joined(h.Pieces), days[:min(len(days), 1)], nil)
		}
		w.stories[i].text = len(w.texts)
		add(i, a.Body, days, w.timesOf(w.stories[i].times))
	}
	found := name.Find(in)
	w.actors(found)
	for i, e := range found.People {
		p := record.Person{ID: "p" + strconv.Itoa(i+1), Name: e.Name, Aliases: e.Aliases, Mentions: w.mentions(e.Mentions)}
		for _, t := range e.Titles {
			p.Titles = append(p.Titles, record.Title{Span: w.in(w.texts[t.Text], t.Span), Article: w.texts[t.Text].article, At: record.Nullable(t.At)})
		}
		w.record.People = append(w.record.People, p)
	}
	for i, e := range found.Places {
		w.record.Places = append(w.record.Places, record.Place{ID: "l" + strconv.Itoa(i+1), Name: e.Name, Aliases: e.Aliases, Mentions: w.mentions(e.Mentions)})
	}
	for i, e := range found.Organizations {
		w.record.Organizations = append(w.record.Organizations, record.Organization{ID: "o" + strconv.Itoa(i+1), Name: e.Name, Aliases: e.Aliases, Mentions: w.mentions(e.Mentions)})
	}
}

// days are the days on which an article is told: that of its dateline, its
// credit or the page, and those of the dispatches inside it.
func (w *wiring) days(a *page.Article) []name.Time {
	day := w.isoDay(a, a.Dateline)
	if day == "" && len(a.Credit) > 0 {
		day = timex.Day(a.Credit.In(w.text), w.pageDate(a))
	}
	if day == "" {
		day = w.pageDate(a)
	}
	var out []name.Time
	if day != "" {
		out = append(out, name.Time{Value: day})
	}
	for _, k := range a.Continued {
		if next := w.isoDay(a, k.Dateline); next != "" && k.Before > 0 {
			out = append(out, name.Time{Start: len(page.Join(w.text, a.Paragraphs[:k.Before]).Text()), Value: next})
		}
	}
	return out
}

// timesOf are the times of a body as the name stage takes them.
func (w *wiring) timesOf(l located) []name.Time {
	out := make([]name.Time, len(l))
	for i, p := range l {
		out[i] = name.Time{Start: p.Start, Value: string(w.record.Times[p.number].Value)}
	}
	return out
}

func (w *wiring) mentions(list []name.Mention) []record.Mention {
	out := make([]record.Mention, len(list))
	for i, m := range list {
		t := w.texts[m.Text]
		out[i] = record.Mention{Span: w.in(t, m.Span), Article: t.article, Rule: m.Rule}
		if m.Parts != nil {
			var pieces span.Pieces
			for _, s := range m.Parts {
				pieces = append(pieces, t.text.Pieces(s)...)
			}
			out[i].Span = w.span(pieces)
		}
	}
	return out
}

// in is a range of a text as a span of the record.
func (w *wiring) in(t named, s span.Span) record.Span { return w.span(t.text.Pieces(s)) }
