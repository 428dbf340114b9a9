package compose

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/record"
)

// builder writes one page.
type builder struct {
	style
	writer
	r         *rand.Rand
	day       time.Time
	paper     string
	no        int // the number of the page of print
	since     int // the line on which it began
	articles  []*article
	furniture []*record.Furniture
	statedAt  *record.Span
	late      int
}

// page writes all of it.
func (b *builder) page(items []item) {
	b.top()
	at := map[int]bool{}
	for range b.captions {
		at[b.r.IntN(len(items))] = true
	}
	for i, it := range items {
		if i > 0 {
			b.gaps(b.artGap)
			b.turn()
		}
		b.article(it, at[i])
	}
	b.furnish(b.foot, "page-number")
}

// article writes one article, with a caption inside or after it where asked.
func (b *builder) article(it item, withCaption bool) {
	a := &article{Article: it.Article}
	b.articles = append(b.articles, a)
	if !it.late {
		b.headline(a)
		b.gaps(b.headGap)
	}
	if a.Byline != "" {
		b.put(cells(run{a.Byline, &a.byline}))
	}
	blocks := b.blocks(a.Article, a)
	bodyFrom := len(blocks) - len(a.Paragraphs)
	captionAfter := bodyFrom + b.r.IntN(len(a.Paragraphs))
	if it.late {
		captionAfter = min(captionAfter, len(blocks)-2)
	}
	for i, block := range blocks {
		b.block(block, i == len(blocks)-1, i > bodyFrom)
		if withCaption && i == captionAfter && i >= bodyFrom {
			b.caption()
		} else if i < len(blocks)-1 && i >= bodyFrom {
			b.gaps(b.parGap)
		}
	}
	if it.late {
		b.late++
		b.gaps(max(b.headGap, b.parGap))
		b.headline(a)
	}
}

// headline writes the parts of a headline, on lines of their own or, where
// they fit, on one.
func (b *builder) headline(a *article) {
	runs := []run{{b.headIndent, nil}}
	n := utf8.RuneCountInString(strings.Join(a.Headlines, "")) + len(a.Headlines)
	whole := b.oneLine != "" && n <= cmp.Or(b.width-4, 50)
	for i, h := range a.Headlines {
		span := &record.Span{}
		a.headlines = append(a.headlines, span)
		if whole && i > 0 {
			runs = append(runs, run{b.oneLine, nil})
		}
		runs = append(runs, run{h, span})
		if !whole || i == len(a.Headlines)-1 {
			b.put(cells(runs...))
			runs = runs[:1]
		}
	}
}

// block writes a paragraph; turn allows the page of print to end before or
// inside it.
func (b *builder) block(block []cell, last, turn bool) {
	lines, _ := b.fair(block, last, b.r)
	for i, l := range lines {
		if i > 0 || turn {
			b.turn()
		}
		b.put(l)
	}
}

// caption writes a made-up caption between empty lines.
func (b *builder) caption() {
	gap := 1
	if b.blank {
		gap = 0
	}
	for {
		c, a := newCaption(b.r), &article{caption: true}
		span := &record.Span{}
		a.paragraphs = []*record.Span{span}
		block := cells(run{b.indent, nil}, run{c.text, span}, run{c.open, nil}, run{c.credit, &a.credit}, run{c.shut, nil})
		lines, ok := b.fair(block, true, b.r)
		if !ok {
			continue
		}
		b.gaps(gap)
		for _, l := range lines {
			b.put(l)
		}
		b.gaps(gap)
		b.articles = append(b.articles, a)
		return
	}
}

// put writes a line, and the empty one after it where every line has one.
func (b *builder) put(cs []cell) {
	b.line(cs)
	if b.blank {
		b.empty()
	}
}

// gaps writes empty lines.
func (b *builder) gaps(n int) {
	for range n {
		b.empty()
	}
}

// turn ends the page of print where it is full: foot, head.
func (b *builder) turn() {
	if b.pageLines == 0 || b.lines-b.since < b.pageLines {
		return
	}
	b.furnish(b.foot, "page-number")
	b.no++
	b.top()
}

// top begins a page of print.
func (b *builder) top() {
	b.furnish(b.head, "page-head")
	b.since = b.lines
}

// furnish writes a head or a foot with the paper, day and number filled in.
func (b *builder) furnish(form, kind string) {
	if form == "" {
		return
	}
	date := b.day.Format("2006年1月2日")
	text := strings.NewReplacer("{paper}", b.paper, "{date}", date, "{page}", strconv.Itoa(b.no),
		"{weekday}", "星期"+string([]rune("日一二三四五六")[b.day.Weekday()])).Replace(form)
	f := &record.Furniture{Kind: kind, Rule: rule}
	b.furniture = append(b.furniture, f)
	b.gaps(b.gap)
	from := len(b.text)
	b.put(cells(run{text, &f.Span}))
	b.gaps(b.gap)
	if i := strings.Index(text, date); i >= 0 && b.statedAt == nil {
		from += utf8.RuneCountInString(text[:i])
		b.statedAt = &record.Span{Text: date, Pieces: []record.Piece{{from, from + utf8.RuneCountInString(date)}}}
	}
}

// rule is the name under which the composer's articles stand in a record.
const rule = "composed"

// finish turns what was written into a page.
func (b *builder) finish() *Page {
	text := string(b.text)
	sum := sha256.Sum256([]byte(text))
	g := &record.Record{Format: record.Format, Rules: rule, Published: b.published(),
		Source: record.Source{SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(text)), MediaType: "text/plain",
			Encoding: "utf-8", EncodingBasis: "valid", Newline: "lf", Chars: len(b.text)}}
	p := &Page{Text: text, Gold: g, Late: b.late}
	slices.SortStableFunc(b.articles, func(a, c *article) int { return a.paragraphs[0].Start() - c.paragraphs[0].Start() })
	for i, a := range b.articles {
		g.Articles = append(g.Articles, b.record(a, "a"+strconv.Itoa(i+1)))
		if !a.caption {
			p.Articles = append(p.Articles, a.ID)
		}
	}
	for _, f := range b.furniture {
		f.Span = *b.filled(&f.Span)
		g.Furniture = append(g.Furniture, *f)
	}
	return p
}

// published is the day of the page: given to the reader, or stated in a head.
func (b *builder) published() record.Published {
	p := record.Published{Value: record.Nullable(b.day.Format(time.DateOnly)), Basis: "given"}
	if b.stated && b.statedAt != nil {
		p.Basis, p.Stated = "stated", b.statedAt
	}
	return p
}

// filled gives a span the text of its pieces; nil where it has none.
func (b *builder) filled(s *record.Span) *record.Span {
	if len(s.Pieces) == 0 {
		return nil
	}
	s.Text, _ = record.Slice(b.text, s.Pieces)
	return s
}

// record is an article in the form of the record.
func (b *builder) record(a *article, id string) record.Article {
	out := record.Article{ID: id, Kind: "report", Rule: rule, Byline: b.filled(&a.byline), Credit: b.filled(&a.credit)}
	if a.caption {
		out.Kind = "caption"
	}
	for i, h := range a.headlines {
		role := "main"
		if i > 0 {
			role = "deck"
		}
		out.Headlines = append(out.Headlines, record.Headline{Span: *b.filled(h), Role: role})
	}
	for _, p := range a.paragraphs {
		out.Paragraphs = append(out.Paragraphs, record.Paragraph{Span: *b.filled(p)})
	}
	if s := b.filled(&a.opening); s != nil {
		o := a.Opening
		out.Dateline = &record.Dateline{Span: *s, Agency: record.Nullable(o.Agency), Place: record.Nullable(o.Place),
			Date: record.Nullable(o.Date), Reporters: o.Reporters, Form: record.Nullable(o.Form)}
	}
	return out
}
