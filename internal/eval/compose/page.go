package compose

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/record"
)

// Options choose how pages are made.
type Options struct {
	// Natural takes line ends as they fall: where nothing marks a new
	// paragraph, one may end at the end of a full line, and nobody can tell
	// that it ends there but by its sense.
	Natural bool
}

// Page is a composed page and its gold.
type Page struct {
	// Name is the page's file name without an ending.
	Name string
	// Sort is one of Sorts.
	Sort string
	// Text is the page.
	Text string
	// Gold has the articles and the furniture of the page; its other lists
	// are empty, which says nothing about the page.
	Gold *record.Record
	// Late is how many of the articles have their headline after the body.
	Late int
	// Articles are the ids of the articles in their corpus, in the order of
	// the page; captions are made up and not among them.
	Articles []string
}

// Page makes page i of a seed.
func (p *Pool) Page(seed uint64, i int, o Options) (*Page, error) {
	if len(p.Articles) == 0 {
		return nil, errors.New("compose: no articles")
	}
	r := rand.New(rand.NewPCG(seed, uint64(i)))
	sort := Sorts[i%len(Sorts)]
	for range 500 {
		s := newStyle(sort, r)
		s.natural = o.Natural
		day, chosen := p.draw(s, r)
		if len(chosen) < minArticles {
			continue
		}
		b := &builder{style: s, r: r, day: day, no: 1 + r.IntN(12), paper: pick(r, papers...)}
		b.page(s.placeHeadlines(chosen, r))
		pg := b.finish()
		pg.Name, pg.Sort = fmt.Sprintf("%s-%03d", sort, i), sort
		return pg, nil
	}
	return nil, fmt.Errorf("compose page %d of seed %d: no articles fit a style", i, seed)
}

// How many articles a page has, over how many days they are spread, and which
// share of the pages is made of the three days of 1998, whose clean articles
// are few.
const (
	pfrShare    = 8
	minArticles = 3
	maxArticles = 8
	window      = 20 * 24 * time.Hour
)

// draw chooses the articles of a page and its day, the latest of theirs.
func (p *Pool) draw(s style, r *rand.Rand) (time.Time, []*Article) {
	corpus := cpc
	if r.IntN(pfrShare) == 0 {
		corpus = pfr
	}
	anchor := p.anchor(corpus, r)
	var with, without []*Article
	for _, a := range p.Articles {
		switch {
		case a.Corpus != anchor.Corpus || a.Date.After(anchor.Date) || anchor.Date.Sub(a.Date) > window || !s.fits(a, r):
		case a.Opening == nil:
			without = append(without, a)
		case a.Opening.sameFrom(anchor.Date):
			with = append(with, a)
		}
	}
	shuffle(r, with)
	shuffle(r, without)
	return anchor.Date, mix(with, without, minArticles+r.IntN(maxArticles-minArticles+1), r)
}

// anchor is an article of a corpus; of any, where there is none of that.
func (p *Pool) anchor(corpus string, r *rand.Rand) *Article {
	var of []*Article
	for _, a := range p.Articles {
		if a.Corpus == corpus {
			of = append(of, a)
		}
	}
	if len(of) == 0 {
		of = p.Articles
	}
	return of[r.IntN(len(of))]
}

func shuffle(r *rand.Rand, a []*Article) {
	r.Shuffle(len(a), func(i, j int) { a[i], a[j] = a[j], a[i] })
}

// mix takes up to n articles, three in five with a dateline while there are
// such.
func mix(with, without []*Article, n int, r *rand.Rand) []*Article {
	var out []*Article
	for len(out) < n && len(with)+len(without) > 0 {
		from := &with
		if len(with) == 0 || len(without) > 0 && r.IntN(5) > 2 {
			from = &without
		}
		out, *from = append(out, (*from)[0]), (*from)[1:]
	}
	return out
}

// sameFrom reports whether the dateline's day, read from a page of another
// day, is the same.
func (o *Opening) sameFrom(page time.Time) bool {
	if o.printed == "" {
		return true
	}
	_, date := o.resolve(page)
	return date == o.Date && o.day.Year() == page.Year()
}

// item is an article with the place of its headline.
type item struct {
	*Article
	late bool
}

// placeHeadlines puts headlines after their bodies, as many as the style
// asks for, where a reader can tell.
func (s style) placeHeadlines(chosen []*Article, r *rand.Rand) []item {
	items := make([]item, len(chosen))
	for i, a := range chosen {
		items[i].Article = a
	}
	// From the end, since it depends on where the next headline stands.
	for i := len(items) - 1; i >= 0; i-- {
		items[i].late = r.IntN(10) < s.late && items[i].Opening != nil && items[i].Byline == "" &&
			(i+1 == len(items) || tells(items[i].Article, items[i+1]))
	}
	return items
}

// tells reports whether the words of a headline between two bodies show that
// it belongs to the body before it, and, where the second body's headline
// follows, that that one does not.
func tells(a *Article, next item) bool {
	return a.apart(next.Article) && (next.late || next.apart(a))
}

// apart reports whether every line of an article's headline is plainly about
// its own body, and much less about the other.
func (a *Article) apart(other *Article) bool {
	for _, h := range a.Headlines {
		if own := overlap(h, a.body); own < 0.4 || overlap(h, other.body) > own/2 {
			return false
		}
	}
	return true
}

// overlap is the share of the pairs of neighbouring characters of a headline
// that stand in a body.
func overlap(headline, body string) float64 {
	rs := []rune(headline)
	hit := 0
	for i := range len(rs) - 1 {
		if strings.Contains(body, string(rs[i:i+2])) {
			hit++
		}
	}
	return float64(hit) / float64(max(len(rs)-1, 1))
}

// fits reports whether an article can be set fairly in a style.
func (s style) fits(a *Article, r *rand.Rand) bool {
	for _, h := range a.Headlines {
		if s.width > 0 && utf8.RuneCountInString(h) > s.width-4 {
			return false
		}
	}
	blocks := s.blocks(a, &article{})
	for i, b := range blocks {
		if _, ok := s.fair(b, i == len(blocks)-1, r); !ok {
			return false
		}
	}
	return true
}

// article is an article of the page with the spans that its characters will
// fill.
type article struct {
	*Article
	opening    record.Span
	headlines  []*record.Span
	byline     record.Span
	paragraphs []*record.Span
	credit     record.Span
	caption    bool
}

var beforeBracket = regexp.MustCompile(`\s*([（(])`)

// blocks are the paragraphs of an article as rows of cells; a dateline on a
// line of its own is one.
func (s style) blocks(a *Article, to *article) [][]cell {
	var out [][]cell
	var front []run
	if o := a.Opening; o != nil {
		front = s.front(o, &to.opening)
		if s.openingLine {
			out = append(out, cells(slices.Concat([]run{{s.indent, nil}}, front)...))
			front = nil
		} else {
			front = append(front, run{s.openingGap, nil})
		}
	}
	for _, p := range a.Paragraphs {
		span := &record.Span{}
		to.paragraphs = append(to.paragraphs, span)
		out = append(out, cells(slices.Concat([]run{{s.indent, nil}}, front, []run{{p, span}})...))
		front = nil
	}
	return out
}

// front is a dateline as the style prints it.
func (s style) front(o *Opening, span *record.Span) []run {
	text := strings.ReplaceAll(o.Text, "\u00a0", " ")
	text = beforeBracket.ReplaceAllString(text, s.openingGap+"$1")
	if s.brackets && len(o.Reporters) == 0 {
		return []run{{"【", nil}, {text, span}, {"】", nil}}
	}
	return []run{{text, span}}
}
