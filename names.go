package dateline

import (
	"strconv"

	"dateline/internal/name"
	"dateline/internal/span"
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
	for i := range w.page.Articles {
		a := &w.page.Articles[i]
		for _, h := range a.Headlines {
			w.texts = append(w.texts, named{articleID(i), w.joined(h.Pieces)})
		}
		w.stories[i].text = len(w.texts)
		w.texts = append(w.texts, named{articleID(i), a.Body})
	}
	in := make([]name.Text, len(w.texts))
	for i, t := range w.texts {
		in[i] = name.Text{Article: t.article, Body: t.text.Text()}
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

func (w *wiring) mentions(list []name.Mention) []record.Mention {
	out := make([]record.Mention, len(list))
	for i, m := range list {
		out[i] = record.Mention{Span: w.in(w.texts[m.Text], m.Span), Article: w.texts[m.Text].article, Rule: m.Rule}
	}
	return out
}

// in is a range of a text as a span of the record.
func (w *wiring) in(t named, s span.Span) record.Span { return w.span(t.text.Pieces(s)) }
