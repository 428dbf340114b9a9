package archivetest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/internal/query"
	"dateline/record"
)

// found is an article as the plain model has it.
type found struct {
	id, day              string
	seq                  int
	text                 []rune
	headline, body, said []archive.Unit
	people               []string
}

// plain is the model: it keeps units and looks at every article.
type plain struct {
	all []found
	seq int
}

func (m *plain) put(item archive.Item, id string) {
	m.remove(id)
	runes := []rune(item.Text)
	for _, e := range archive.Entries(item.Record, item.Given) {
		m.seq++
		f := found{id: id + "/" + e.Article.ID, day: e.Day, seq: m.seq, text: runes}
		for _, h := range e.Article.Headlines {
			f.headline = archive.JoinUnits(f.headline, archive.Units(runes, h.Pieces))
		}
		for _, p := range e.Article.Paragraphs {
			f.body = archive.JoinUnits(f.body, archive.Units(runes, p.Pieces))
		}
		for _, s := range e.Said {
			f.said = archive.JoinUnits(f.said, archive.Units(runes, s.Pieces))
		}
		for _, t := range e.Terms {
			if t.Field == archive.PersonName {
				f.people = append(f.people, t.Value)
			}
		}
		m.all = append(m.all, f)
	}
}

func (m *plain) remove(source string) {
	m.all = slices.DeleteFunc(m.all, func(f found) bool { return strings.HasPrefix(f.id, source+"/") })
}

// answer gives the ids that a query asks for, the newest first.
func (m *plain) answer(q query.Node) []string {
	var hits []found
	for _, f := range m.all {
		if q == nil || f.holds(q) {
			hits = append(hits, f)
		}
	}
	slices.SortFunc(hits, func(a, b found) int {
		// Of days that begin alike the longer is later: 2021, 2021-01,
		// 2021-01-01 begin on the same day.
		x, y := a.day+"-01-01"[max(0, min(6, len(a.day)-4)):], b.day+"-01-01"[max(0, min(6, len(b.day)-4)):]
		switch {
		case (a.day == "") != (b.day == ""):
			return map[bool]int{true: 1, false: -1}[a.day == ""]
		case x != y:
			return strings.Compare(y, x)
		case len(a.day) != len(b.day):
			return len(b.day) - len(a.day)
		}
		return b.seq - a.seq
	})
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = h.id
	}
	return out
}

func (f *found) holds(q query.Node) bool {
	in := func(u []archive.Unit, text string) bool {
		return len(archive.Occurrences(u, archive.PhraseUnits(text))) > 0
	}
	switch n := q.(type) {
	case query.And:
		return !slices.ContainsFunc(n.Of, func(k query.Node) bool { return !f.holds(k) })
	case query.Or:
		return slices.ContainsFunc(n.Of, f.holds)
	case query.Not:
		return !f.holds(n.Of)
	case query.Phrase:
		return in(f.headline, n.Text) || in(f.body, n.Text)
	case query.Near:
		return nearIn(f.headline, n) || nearIn(f.body, n)
	case query.Range:
		return f.day != "" && first(f.day) >= first(n.From) && (n.To == "" || last(f.day) <= last(n.To))
	case query.Field:
		switch n.Name {
		case query.Headline:
			return in(f.headline, n.Text)
		case query.Body:
			return in(f.body, n.Text)
		case query.Says:
			return in(f.said, n.Text)
		case query.Person:
			return slices.Contains(f.people, n.Text)
		}
	}
	return false
}

func first(day string) string {
	if day == "" {
		return ""
	}
	return day + "-01-01"[len(day)-4:]
}

// last is the last day of a year or month, or a day that is not before it.
func last(day string) string { return day + "-12-31"[len(day)-4:] }

// nearIn looks at every pair of places.
func nearIn(u []archive.Unit, n query.Near) bool {
	a, b := archive.PhraseUnits(n.A.Text), archive.PhraseUnits(n.B.Text)
	between := func(from, to int) int {
		c := 0
		for i := from; i < to; i++ {
			if u[i].Text != archive.Gap {
				c++
			}
		}
		return c
	}
	for _, i := range archive.Occurrences(u, a) {
		for _, j := range archive.Occurrences(u, b) {
			if i <= j && between(i+len(a), j) <= n.Within || j <= i && between(j+len(b), i) <= n.Within {
				return true
			}
		}
	}
	return false
}

// runModel puts and removes sources at random and asks both.
func runModel(t *testing.T, open Open) {
	ctx := context.Background()
	// One archive for all, emptied each time: what was removed must not be
	// found either.
	a := open(t, clock())
	defer func() { _ = a.Close() }()
	rapid.Check(t, func(rt *rapid.T) {
		m := &plain{}
		empty(ctx, rt, a)
		for range rapid.IntRange(1, 4).Draw(rt, "batches") {
			var items []archive.Item
			for range rapid.IntRange(1, 4).Draw(rt, "items") {
				items = append(items, drawItem(rt))
			}
			out, err := a.Put(ctx, items)
			if err != nil {
				rt.Fatal(err)
			}
			for i, o := range out {
				if o.Verdict != archive.Current && o.Verdict != archive.Elsewhere {
					m.put(items[i], o.ID)
				}
			}
			if rapid.IntRange(0, 3).Draw(rt, "remove") == 0 && len(m.all) > 0 {
				id, _ := archive.SplitID(m.all[0].id)
				if err := a.Remove(ctx, id); err != nil {
					rt.Fatal(err)
				}
				m.remove(id)
			}
		}
		for range 20 {
			ask(ctx, rt, a, m, drawQuery(rt, 3))
		}
		v, err := a.Verify(ctx, func(p archive.Problem) error { return fmt.Errorf("%+v", p) })
		if err != nil || v.Problems != 0 {
			rt.Fatal(v, err)
		}
	})
}

// empty removes every source.
func empty(ctx context.Context, t *rapid.T, a archive.Archive) {
	all, err := a.List(ctx, archive.List{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, x := range all.Sources {
		ids = append(ids, x.ID)
	}
	if err := a.Remove(ctx, ids...); err != nil {
		t.Fatal(err)
	}
	if n, err := a.Count(ctx, nil); err != nil || n.Articles != 0 {
		t.Fatal(n, err)
	}
}

// ask holds the archive's answer to a query against the model's.
func ask(ctx context.Context, t *rapid.T, a archive.Archive, m *plain, q query.Node) {
	want := m.answer(q)
	sources := map[string]bool{}
	for _, id := range want {
		s, _ := archive.SplitID(id)
		sources[s] = true
	}
	n, err := a.Count(ctx, q)
	if err != nil || n.Articles != len(want) || n.Sources != len(sources) {
		t.Fatalf("%+v: counted %+v, want %d in %d (%v)", q, n, len(want), len(sources), err)
	}
	limit := rapid.IntRange(1, 5).Draw(t, "limit")
	for _, order := range []archive.Order{archive.Newest, archive.Relevance} {
		var got []string
		for cursor := ""; ; {
			p, err := a.Search(ctx, archive.Search{Query: q, Order: order, Limit: limit, Cursor: cursor})
			if err != nil {
				t.Fatalf("%+v: %v", q, err)
			}
			for _, h := range p.Hits {
				got = append(got, h.ID)
				checkMarks(t, q, m, h)
			}
			if cursor = p.Next; cursor == "" {
				break
			}
		}
		if order == archive.Relevance {
			slices.Sort(got)
			slices.Sort(want)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: %s found %v, want %v", q, order, got, want)
		}
	}
}

// checkMarks: the marks are characters of the text, and a hit for a phrase has
// one.
func checkMarks(t *rapid.T, q query.Node, m *plain, h archive.Hit) {
	i := slices.IndexFunc(m.all, func(f found) bool { return f.id == h.ID })
	if i < 0 {
		t.Fatalf("%+v: %s is not there", q, h.ID)
	}
	for _, s := range append(slices.Clone(h.Marks), h.Excerpt) {
		if text, ok := record.Slice(m.all[i].text, s.Pieces); !ok || text != s.Text {
			t.Fatalf("%+v: %s: mark %v reads %q", q, h.ID, s, text)
		}
	}
	if p, ok := q.(query.Phrase); ok {
		if len(h.Marks) == 0 || !strings.Contains(archive.Fold(h.Marks[0].Text), archive.Fold(p.Text)) {
			t.Fatalf("%+v: %s: marks %v", q, h.ID, h.Marks)
		}
	}
}

// letters are few, so that words are found often.
var letters = rapid.RuneFrom([]rune("港海新区港海新区務务a1.，。 ⏎"))

func drawText(t *rapid.T, least, most int, name string) string {
	return strings.TrimSpace(rapid.StringOfN(letters, least, most, -1).Draw(t, name))
}

func drawItem(t *rapid.T) archive.Item {
	var b strings.Builder
	fmt.Fprintf(&b, "o%d", rapid.IntRange(1, 6).Draw(t, "origin"))
	if d := rapid.SampledFrom([]string{"", "2020", "2020-12", "2021", "2021-01", "2021-01-01", "2021-01-02"}).Draw(t, "day"); d != "" {
		b.WriteString(" day=" + d)
	}
	b.WriteString("\n")
	for range rapid.IntRange(1, 3).Draw(t, "articles") {
		fmt.Fprintf(&b, "# 头%s尾\n", strings.ReplaceAll(drawText(t, 0, 6, "headline"), broken, ""))
		fmt.Fprintf(&b, "人%s\n", strings.Trim(drawText(t, 1, 25, "body"), broken))
		if rapid.Bool().Draw(t, "person") {
			b.WriteString("person 人\n")
		}
	}
	items, err := Items(b.String())
	if err != nil || len(items) != 1 {
		t.Fatalf("%v: %s", err, b.String())
	}
	items[0].SHA256 = sha256.Sum256([]byte(items[0].Text + items[0].Given.Day))
	return items[0]
}

// drawPhrase draws words that can be looked for.
func drawPhrase(t *rapid.T) query.Phrase {
	for {
		s := strings.ReplaceAll(drawText(t, 1, 4, "phrase"), broken, " ")
		if len(archive.PhraseUnits(s)) > 0 {
			return query.Phrase{Text: s}
		}
	}
}

func drawQuery(t *rapid.T, depth int) query.Node {
	kind := rapid.IntRange(0, 9).Draw(t, "query")
	if depth == 0 {
		kind %= 6
	}
	switch kind {
	case 2:
		return query.Field{Name: rapid.SampledFrom([]string{query.Headline, query.Body}).Draw(t, "field"), Text: drawPhrase(t).Text}
	case 3:
		return query.Near{A: drawPhrase(t), B: drawPhrase(t), Within: rapid.IntRange(0, 5).Draw(t, "within")}
	case 4:
		r := query.Range{Name: query.Date, From: rapid.SampledFrom([]string{"", "2020", "2020-12", "2021-01-01"}).Draw(t, "from")}
		r.To = rapid.SampledFrom([]string{"2021", "2021-01", "2021-01-02"}).Draw(t, "to")
		return r
	case 5:
		return query.Field{Name: query.Person, Text: "人"}
	case 6, 7:
		return query.And{Of: []query.Node{drawQuery(t, depth-1), drawQuery(t, depth-1)}}
	case 8:
		return query.Or{Of: []query.Node{drawQuery(t, depth-1), drawQuery(t, depth-1)}}
	case 9:
		return query.Not{Of: drawQuery(t, depth-1)}
	}
	return drawPhrase(t)
}
