// Package timexbench measures package timex: against the annotated pages, and
// against the test cases that other projects made for their own readers of
// times.
//
// In: the folder with the pages and the cases, which are not part of this
// repository. Out: counts. The adapter of each set says in its comment how
// the set's convention maps to ours; the reader knows nothing of the sets.
package timexbench

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/internal/eval"
	"dateline/internal/span"
	"dateline/internal/timex"
)

// Score counts what was right.
type Score struct {
	// Name is the set's.
	Name string
	// Hit of Want were right, Found were given.
	Hit, Want, Found int
	// Wrong has a line for each that was not.
	Wrong []string
}

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	if s.Want+s.Found == 0 {
		return 1
	}
	return 2 * float64(s.Hit) / float64(s.Want+s.Found)
}

// Rate is the share of cases that were right.
func (s Score) Rate() float64 {
	if s.Want == 0 {
		return 1
	}
	return float64(s.Hit) / float64(s.Want)
}

// gold is the part of an annotated page that times need.
type gold struct {
	Published struct{ Value, Basis string }
	Articles  []struct {
		ID          string
		Headlines   []piece
		Dateline    *dateline
		Paragraphs  []piece
		Credit      *piece
		ContinuedBy []dateline `json:"continued_by"`
	}
	Times []struct {
		piece
		Value string
	}
}

type piece struct {
	Text   string
	Pieces [][2]int
}

type dateline struct {
	piece
	Date, Place string
}

// Gold scores timex on every annotated page of a folder with pages and gold,
// spoilt in a form: a time is right when its span and its value are. Articles,
// paragraphs and datelines are the gold's own: times alone are measured.
func Gold(shared string, form eval.Form) ([]Score, error) {
	files, err := filepath.Glob(filepath.Join(shared, "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []Score
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		s, err := goldPage(shared, name, form)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func goldPage(shared, name string, form eval.Form) (Score, error) {
	raw, err := os.ReadFile(filepath.Join(shared, "pages", name+".txt"))
	if err != nil {
		return Score{}, err
	}
	ann, err := os.ReadFile(filepath.Join(shared, "gold", name+".json"))
	if err != nil {
		return Score{}, err
	}
	text, ann, err := form.Apply(strings.TrimPrefix(string(raw), "\ufeff"), ann)
	if err != nil {
		return Score{}, err
	}
	var g gold
	if err := json.Unmarshal(ann, &g); err != nil {
		return Score{}, err
	}
	return newPage(text, g).score(name), nil
}

// page is an annotated page while it is scored.
type page struct {
	text string
	at   []int // byte offset of each code point
	g    gold
}

func newPage(text string, g gold) *page {
	p := &page{text: text, g: g}
	for i := range text {
		p.at = append(p.at, i)
	}
	p.at = append(p.at, len(text))
	return p
}

// score reads the page as the pipeline does and counts.
func (p *page) score(name string) Score {
	want := map[string]int{}
	s := Score{Name: name}
	for _, t := range p.g.Times {
		if !vague(t.Value) {
			want[p.key(p.spans(t.Pieces), t.Value)]++
			s.Want++
		}
	}
	for _, k := range p.read() {
		s.Found++
		if want[k] > 0 {
			want[k]--
			s.Hit++
		} else {
			s.Wrong = append(s.Wrong, "extra   "+k)
		}
	}
	for k, n := range want {
		for range n {
			s.Wrong = append(s.Wrong, "missing "+k)
		}
	}
	sort.Strings(s.Wrong)
	return s
}

func vague(v string) bool {
	return v == timex.PastRef || v == timex.PresentRef || v == timex.FutureRef
}

func (p *page) spans(pieces [][2]int) span.Pieces {
	var out span.Pieces
	for _, q := range pieces {
		out = append(out, span.Span{Start: p.at[q[0]], End: p.at[q[1]]})
	}
	return out
}

// key is what is compared: the pieces and the value.
func (p *page) key(s span.Pieces, value string) string {
	return fmt.Sprintf("%v %s %s", s, s.In(p.text), value)
}

// join puts the pieces of paragraphs together.
func (p *page) join(list []piece) *span.Joined {
	var b span.Builder
	for i, q := range list {
		if i > 0 {
			b.Put("\n")
		}
		for _, s := range p.spans(q.Pieces) {
			b.Add(p.text, s)
		}
	}
	return b.Joined()
}

// published is the page's date, inferred where the page does not give it.
func (p *page) published() string {
	if p.g.Published.Basis != "inferred" {
		return p.g.Published.Value
	}
	var bodies []string
	for _, a := range p.g.Articles {
		bodies = append(bodies, p.join(a.Paragraphs).Text())
	}
	year, _ := timex.Year(bodies)
	return year
}

// read gives the keys of all times of the page.
func (p *page) read() []string {
	pub := p.published()
	told := p.told(pub)
	var keys []string
	for i, a := range p.g.Articles {
		c := timex.Context{Published: pub}
		if d := a.Dateline; d != nil {
			c.Dateline, c.Place = timex.Day(d.Text, pub), d.Place
			keys = append(keys, p.find(p.join([]piece{d.piece}), timex.Context{Published: pub, Dateline: c.Dateline})...)
		}
		if a.Credit != nil && c.Dateline == "" {
			c.Dateline = timex.Day(a.Credit.Text, pub)
			keys = append(keys, p.find(p.join([]piece{*a.Credit}), c)...)
		}
		if c.Dateline == "" && len(pub) < 10 {
			c.Seed = timex.Running(p.join(a.Paragraphs).Text(), append(append([]timex.Told{}, told[:i]...), told[i+1:]...))
		}
		keys = append(keys, p.article(i, c)...)
	}
	return keys
}

// told are the articles as Running takes them.
func (p *page) told(pub string) []timex.Told {
	var out []timex.Told
	for _, a := range p.g.Articles {
		c := timex.Context{Published: pub}
		if a.Dateline != nil {
			c.Dateline = timex.Day(a.Dateline.Text, pub)
		}
		body := p.join(a.Paragraphs).Text()
		out = append(out, timex.Told{Day: c.Dateline, Body: body, Times: timex.Find(body, c)})
	}
	return out
}

// article gives the keys of the times of an article: its headlines, then its
// paragraphs up to each line that continues it from elsewhere.
func (p *page) article(i int, c timex.Context) []string {
	a := p.g.Articles[i]
	var keys []string
	for _, h := range a.Headlines {
		j := p.join([]piece{h})
		keys = append(keys, p.find(j, c)...)
		if t := timex.Find(j.Text(), c); len(t) == 1 && c.Seed == nil && len(t[0].Value) == 4 {
			c.Seed = &t[0]
		}
	}
	rest := a.Paragraphs
	for _, d := range a.ContinuedBy {
		n := 0
		for n < len(rest) && rest[n].Pieces[0][0] < d.Pieces[0][0] {
			n++
		}
		keys = append(keys, p.find(p.join(rest[:n]), c)...)
		rest = rest[n:]
		c = continued(c, d)
		keys = append(keys, p.find(p.join([]piece{d.piece}), c)...)
	}
	return append(keys, p.find(p.join(rest), c)...)
}

// continued is the context after a line that continues an article: 又讯 goes
// on in the old one, a dateline makes a new one.
func continued(c timex.Context, d dateline) timex.Context {
	day := timex.Day(d.Text, c.Published)
	if day == "" {
		return c
	}
	return timex.Context{Published: c.Published, Dateline: day, Place: d.Place}
}

// find gives the keys of the times of a joined text.
func (p *page) find(j *span.Joined, c timex.Context) []string {
	var keys []string
	for _, t := range timex.Find(j.Text(), c) {
		if !vague(t.Value) {
			keys = append(keys, p.key(j.Pieces(t.Span), t.Value))
		}
	}
	return keys
}
