package dateline

import (
	"context"
	"strconv"

	"dateline/internal/page"
	"dateline/internal/page/slip"
	"dateline/internal/source"
	"dateline/internal/span"
	"dateline/internal/timex"
	"dateline/record"
)

// read makes the record of a decoded text: the articles, then the facts in
// them, stage by stage.
func (r *Reader) read(ctx context.Context, t *source.Text) (*record.Record, error) {
	w := &wiring{text: t.Text, page: page.Split(t.Text), index: span.NewIndex(t.Text)}
	w.record = &record.Record{Format: record.Format, Rules: Version, Source: t.Info}
	w.published(r.published)
	w.slip = slip.New(w.bodies())
	w.told = w.tellings()
	w.stories = make([]story, len(w.page.Articles))
	for i := range w.page.Articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.article(i)
	}
	w.names()
	w.tell()
	w.checks()
	w.furniture()
	w.record.Fill()
	return w.record, nil
}

// wiring carries what the stages found into the record.
type wiring struct {
	text   string
	page   *page.Page
	index  *span.Index
	record *record.Record
	slip   *slip.Finder
	told   []timex.Told
	// stories are what the stages found in the bodies of the articles.
	stories []story
	// texts are those that names were read in.
	texts []named
}

// bodies are the texts of the articles.
func (w *wiring) bodies() []string {
	out := make([]string, len(w.page.Articles))
	for i := range out {
		out[i] = w.page.Articles[i].Body.Text()
	}
	return out
}

// span turns ranges of bytes into a span of the record.
func (w *wiring) span(p span.Pieces) record.Span {
	s := record.Span{Text: p.In(w.text), Pieces: make([]record.Piece, len(p))}
	for i, q := range p {
		s.Pieces[i] = record.Piece{w.index.Rune(q.Start), w.index.Rune(q.End)}
	}
	return s
}

// maybe is span for what may be missing.
func (w *wiring) maybe(p span.Pieces) *record.Span {
	if len(p) == 0 {
		return nil
	}
	s := w.span(p)
	return &s
}

func articleID(i int) string { return "a" + strconv.Itoa(i+1) }

// article adds article i.
func (w *wiring) article(i int) {
	a := &w.page.Articles[i]
	r := record.Article{ID: articleID(i), Kind: a.Kind, Byline: w.maybe(a.Byline), Credit: w.maybe(a.Credit),
		BeginsMid: a.BeginsMid, EndsMid: a.EndsMid, Rule: a.Rule, Dateline: w.dateline(a)}
	for _, h := range a.Headlines {
		r.Headlines = append(r.Headlines, w.headline(h))
	}
	for _, p := range a.Paragraphs {
		r.Paragraphs = append(r.Paragraphs, record.Paragraph{Span: w.span(p)})
	}
	for _, c := range a.Continued {
		r.ContinuedBy = append(r.ContinuedBy, w.continuation(a, c))
	}
	if a.Illustrates >= 0 {
		r.BelongsTo = record.Nullable(articleID(a.Illustrates))
	}
	w.record.Articles = append(w.record.Articles, r)
	for _, s := range w.sections(i) {
		w.times(i, s)
		w.figures(i, s)
	}
	w.works(i)
	w.slips(r.ID, a)
}

func (w *wiring) headline(h page.Headline) record.Headline {
	out := record.Headline{Span: w.span(h.Pieces), Role: h.Role}
	if h.Role == "sub" {
		out.Before = &h.Before
	}
	return out
}

func (w *wiring) dateline(a *page.Article) *record.Dateline {
	if a.Dateline == nil {
		return nil
	}
	d := a.Dateline
	return &record.Dateline{Span: w.span(d.Pieces), Agency: record.Nullable(d.Agency), Place: record.Nullable(d.Place),
		Date: w.day(a, d), Reporters: d.Reporters, Form: record.Nullable(d.Form)}
}

func (w *wiring) continuation(a *page.Article, c page.Continuation) record.Continuation {
	out := record.Continuation{Span: w.span(c.Pieces), Kind: c.Kind, Before: c.Before}
	if d := c.Dateline; d != nil {
		out.Agency, out.Place = record.Nullable(d.Agency), record.Nullable(d.Place)
		out.Date, out.Form = w.day(a, d), record.Nullable(d.Form)
	}
	return out
}

// works adds the titles of article i: those of its headlines, then those of
// its body.
func (w *wiring) works(i int) {
	a := &w.page.Articles[i]
	for _, h := range a.Headlines {
		w.worksIn(i, w.joined(h.Pieces), nil)
	}
	w.worksIn(i, a.Body, &w.stories[i].works)
}

func (w *wiring) joined(p span.Pieces) *span.Joined {
	var b span.Builder
	for _, s := range p {
		b.Add(w.text, s)
	}
	return b.Joined()
}

func (w *wiring) worksIn(i int, j *span.Joined, body *located) {
	for _, x := range page.Works(j.Text()) {
		if body != nil {
			*body = append(*body, place{x.Span, len(w.record.Works)})
		}
		s := w.span(j.Pieces(x.Span))
		w.record.Works = append(w.record.Works, record.Work{
			Fact:  record.Fact{ID: "w" + strconv.Itoa(len(w.record.Works)+1), Article: articleID(i), Span: s, Rule: "work/marks"},
			Title: page.Title(s.Text), Kind: x.Kind})
	}
}

// furniture adds what is in no article.
func (w *wiring) furniture() {
	for _, f := range w.page.Furniture {
		w.record.Furniture = append(w.record.Furniture, record.Furniture{Span: w.span(f.Pieces), Kind: f.Kind, Rule: f.Rule})
	}
}

// slips adds the words of an article that look misread.
func (w *wiring) slips(id string, a *page.Article) {
	for _, x := range w.slip.Find(a.Body.Text()) {
		w.record.Slips = append(w.record.Slips, record.Slip{
			Fact:    record.Fact{ID: "s" + strconv.Itoa(len(w.record.Slips)+1), Article: id, Span: w.span(a.Body.Pieces(x.Span)), Rule: x.Rule},
			Reading: x.Reading})
	}
}
