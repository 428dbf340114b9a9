package statement

import (
	"slices"

	"dateline/internal/clause"
)

// inner finds the words of statement n that point outside it: 我, 你, 您 and 我们
// with whom they stand for, and the times. What is quoted in it has its own.
func (r *reader) inner(n int) []Inner {
	m := &r.out[n]
	var out []Inner
	for i := m.start; i < m.end; i++ {
		if size := pronoun(r.x, i); size > 0 && !r.quotedIn(n, i) {
			out = append(out, Inner{r.x.Span(i, i+size), m.standsFor(r.x.Slice(i, i+size)), -1})
			i += size - 1
		}
	}
	for _, t := range clause.Within(r.x.Times, m.start, m.end) {
		if !r.quotedIn(n, t.Start) {
			out = append(out, Inner{Span: r.x.Span(t.Start, t.End), Time: t.Number})
		}
	}
	slices.SortFunc(out, func(a, b Inner) int { return a.Span.Start - b.Span.Start })
	return out
}

// pronoun is the length of 我, 你, 您 or 我们 at character i, 0 for none: 我国, 我方
// and 你们 stand for no person who speaks.
func pronoun(x *clause.Text, i int) int {
	c := x.At(i)
	if c != '我' && c != '你' && c != '您' {
		return 0
	}
	switch x.At(i + 1) {
	case '国', '方', '党', '军', '校', '省', '市', '县', '院', '部', '会', '台', '社', '报', '驻':
		return 0
	case '们':
		if c == '我' {
			return 2
		}
		return 0
	}
	return 1
}

// quotedIn reports a character of statement n that is another's inside it.
func (r *reader) quotedIn(n, i int) bool {
	for k := n + 1; k < len(r.out) && r.out[k].start < r.out[n].end; k++ {
		if o := &r.out[k]; o.within == n && o.start <= i && i < o.end {
			return true
		}
	}
	return false
}

// standsFor is whom a pronoun of the words stands for: 我们 both where two speak
// with each other.
func (m *made) standsFor(word string) []string {
	var out []string
	speaks := m.speaker.kind == person && m.speaker.name != ""
	hears := m.hearer != nil && m.hearer.person >= 0
	switch {
	case word == "我们":
		if speaks && hears {
			out = []string{m.speaker.name, m.hearer.name}
		}
	case word == "我":
		if speaks {
			out = []string{m.speaker.name}
		}
	case hears:
		out = []string{m.hearer.name}
	}
	return out
}
