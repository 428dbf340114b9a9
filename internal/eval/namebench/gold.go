package namebench

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/internal/name"
	"dateline/internal/span"
)

// Tally counts names.
type Tally struct{ Hit, Gold, Found int }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return 2 * float64(t.Hit) / float64(max(t.Gold+t.Found, 1)) }

// Add adds another tally.
func (t *Tally) Add(o Tally) { t.Hit += o.Hit; t.Gold += o.Gold; t.Found += o.Found }

func (t Tally) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.4f (%d right, %d gold, %d found)", float64(t.Hit)/float64(max(t.Found, 1)),
		float64(t.Hit)/float64(max(t.Gold, 1)), t.F1(), t.Hit, t.Gold, t.Found)
}

type pieces [][2]int

type quoted struct {
	Text   string
	Pieces pieces
}

// Page is an annotated page: its texts as package name takes them, and its
// people.
type Page struct {
	Name   string
	Texts  []name.Text
	joined []*span.Joined
	source string
	people map[string]int // key of a mention, how often
	// speakers are who the statements are of: people by their name, groups as
	// printed.
	speakers map[string]bool
}

type goldFile struct {
	Articles []struct {
		ID         string
		Headlines  []quoted
		Paragraphs []quoted
	}
	People []struct {
		Name     string
		Mentions []quoted
	}
	Statements []struct {
		Speaker struct{ Name string }
	}
}

// ReadPages reads the pages of a folder with the gold of another.
func ReadPages(pages, gold string) ([]Page, error) {
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []Page
	for _, f := range files {
		p, err := readPage(pages, f)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func readPage(pages, file string) (Page, error) {
	base := strings.TrimSuffix(filepath.Base(file), ".json")
	text, err := os.ReadFile(filepath.Join(pages, base+".txt"))
	if err != nil {
		return Page{}, err
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return Page{}, err
	}
	var g goldFile
	if err := json.Unmarshal(b, &g); err != nil {
		return Page{}, fmt.Errorf("%s: %w", file, err)
	}
	p := Page{Name: base, source: strings.TrimPrefix(string(text), "\ufeff"), people: map[string]int{}, speakers: map[string]bool{}}
	at := codePoints(p.source)
	for _, a := range g.Articles {
		for _, h := range a.Headlines {
			p.add(a.ID, at, h)
		}
		p.add(a.ID, at, a.Paragraphs...)
	}
	for _, x := range g.Statements {
		p.speakers[x.Speaker.Name] = true
	}
	for _, who := range g.People {
		for _, m := range who.Mentions {
			p.people[key(who.Name, spans(at, m.Pieces))]++
		}
	}
	return p, nil
}

// codePoints gives the byte offset of each code point.
func codePoints(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

func spans(at []int, p pieces) span.Pieces {
	var out span.Pieces
	for _, x := range p {
		out = append(out, span.Span{Start: at[x[0]], End: at[x[1]]})
	}
	return out
}

// add joins the pieces of paragraphs into a text.
func (p *Page) add(article string, at []int, parts ...quoted) {
	var b span.Builder
	for i, q := range parts {
		if i > 0 {
			b.Put("\n")
		}
		for _, s := range spans(at, q.Pieces) {
			b.Add(p.source, s)
		}
	}
	if b.Len() == 0 {
		return
	}
	j := b.Joined()
	p.joined = append(p.joined, j)
	p.Texts = append(p.Texts, name.Text{Article: article, Body: j.Text()})
}

func key(who string, p span.Pieces) string { return fmt.Sprint(who, p) }

// Score finds the people of a page and counts. What is wrong is told to show.
func (p *Page) Score(show func(string)) Tally {
	t := Tally{}
	left := map[string]int{}
	for k, n := range p.people {
		left[k] = n
		t.Gold += n
	}
	for _, e := range name.Find(p.Texts).People {
		for _, m := range e.Mentions {
			t.Found++
			k := key(e.Name, p.joined[m.Text].Pieces(m.Span))
			if left[k] > 0 {
				left[k]--
				t.Hit++
				continue
			}
			show(fmt.Sprintf("extra %s [%s] %s: …%s…", e.Name, m.Span.In(p.Texts[m.Text].Body), m.Rule, around(p.Texts[m.Text].Body, m.Span)))
		}
	}
	for k, n := range left {
		if n > 0 {
			show("missing " + k + " " + p.quote(k))
		}
	}
	return t
}

func (p *Page) quote(k string) string {
	var a, b int
	if _, err := fmt.Sscanf(k[strings.Index(k, "[{")+2:], "%d %d}", &a, &b); err != nil {
		return ""
	}
	return around(p.source, span.Span{Start: a, End: b})
}

func aroundBytes(s string, i, j int) string { return around(s, span.Span{Start: i, End: j}) }

func around(s string, at span.Span) string {
	a, b := max(0, at.Start-24), min(len(s), at.End+24)
	return strings.ToValidUTF8(s[a:at.Start]+"<"+s[at.Start:at.End]+">"+s[at.End:b], "")
}

// Describe lists the people of a page with their titles.
func (p *Page) Describe() string {
	var b strings.Builder
	for _, e := range name.Find(p.Texts).People {
		fmt.Fprintf(&b, "\n\t%s %v", e.Name, e.Aliases)
		for _, t := range e.Titles {
			fmt.Fprintf(&b, " [%s]", t.Span.In(p.Texts[t.Text].Body))
		}
	}
	return b.String()
}

// References counts the references of a page: how many say for whom they
// stand, by kind, and which of them a statement of the gold is of.
func (p *Page) References(show func(string)) map[name.RefKind]Tally {
	by := map[name.RefKind]Tally{}
	for _, r := range name.Find(p.Texts).References {
		s := r.Span.In(p.Texts[r.Text].Body)
		t := by[r.Kind]
		t.Found++
		if len(r.Of) > 0 {
			t.Hit++
		} else {
			show(fmt.Sprintf("%s of nobody: …%s…", r.Kind, around(p.Texts[r.Text].Body, r.Span)))
		}
		if p.speakers[s] {
			t.Gold++
			if len(r.Of) == 0 {
				show("speaker " + s + " of nobody")
			}
		}
		by[r.Kind] = t
	}
	return by
}
