package archive

import (
	"slices"
	"sort"

	"dateline/internal/query"
	"dateline/record"
)

// Field tells where in an article words are looked for.
type field uint8

const (
	anywhere field = iota // headline or body
	inHeadline
	inBody
	inSaid
)

// wanted is one phrase to be marked, or two near each other.
type wanted struct {
	in     field
	phrase []Unit
	near   []Unit // nil for a phrase alone
	within int
}

// Matcher finds the words of a query again in the text of an article: the
// same way of cutting as the index has, so that an article that the index
// finds by a phrase has marks for it.
type Matcher struct{ all []wanted }

// NewMatcher takes the words of a query that are asked for; those under a NOT
// and the values of fields are not marked.
func NewMatcher(q query.Node) *Matcher {
	m := &Matcher{}
	m.take(q)
	return m
}

func (m *Matcher) take(q query.Node) {
	switch n := q.(type) {
	case query.And:
		for _, k := range n.Of {
			m.take(k)
		}
	case query.Or:
		for _, k := range n.Of {
			m.take(k)
		}
	case query.Phrase:
		m.add(wanted{phrase: PhraseUnits(n.Text)})
	case query.Near:
		m.add(wanted{phrase: PhraseUnits(n.A.Text), near: PhraseUnits(n.B.Text), within: n.Within})
	case query.Field:
		if in, ok := wordFields[n.Name]; ok {
			m.add(wanted{in: in, phrase: PhraseUnits(n.Text)})
		}
	}
}

// wordFields are the fields that ask for words and not for values.
var wordFields = map[string]field{query.Headline: inHeadline, query.Body: inBody, query.Says: inSaid}

func (m *Matcher) add(w wanted) {
	if len(w.phrase) > 0 {
		m.all = append(m.all, w)
	}
}

// Empty reports that there is nothing to mark.
func (m *Matcher) Empty() bool { return len(m.all) == 0 }

// Parts are the units of an article by where they stand.
type Parts struct{ Headline, Body, Said []Unit }

// Ranges gives the code points to be marked, in order, those that touch or
// overlap put together.
func (m *Matcher) Ranges(p Parts) []record.Piece {
	var out []record.Piece
	for _, w := range m.all {
		switch w.in {
		case inHeadline:
			out = w.in1(out, p.Headline)
		case inBody:
			out = w.in1(out, p.Body)
		case inSaid:
			out = w.in1(out, p.Said)
		default:
			out = w.in1(w.in1(out, p.Headline), p.Body)
		}
	}
	return merge(out)
}

// in1 adds what stands in one part.
func (w wanted) in1(out []record.Piece, units []Unit) []record.Piece {
	a := Occurrences(units, w.phrase)
	if w.near == nil {
		return appendRanges(out, units, a, len(w.phrase))
	}
	b := Occurrences(units, w.near)
	keepA, keepB := near(units, a, len(w.phrase), b, len(w.near), w.within)
	return appendRanges(appendRanges(out, units, keepA, len(w.phrase)), units, keepB, len(w.near))
}

func appendRanges(out []record.Piece, units []Unit, at []int, n int) []record.Piece {
	for _, i := range at {
		out = append(out, record.Piece{units[i].Start, units[i+n-1].End})
	}
	return out
}

// Occurrences are the places where a phrase stands in units.
func Occurrences(units, phrase []Unit) []int {
	var out []int
	if len(phrase) == 0 {
		return nil
	}
	first := phrase[0].Text
next:
	for i := 0; i+len(phrase) <= len(units); i++ {
		if units[i].Text != first {
			continue
		}
		for j := 1; j < len(phrase); j++ {
			if units[i+j].Text != phrase[j].Text {
				continue next
			}
		}
		out = append(out, i)
	}
	return out
}

// near keeps the places of two phrases that have one of the other's near:
// with at most within units other than gaps between them.
func near(units []Unit, a []int, na int, b []int, nb, within int) (keepA, keepB []int) {
	if len(a) == 0 || len(b) == 0 {
		return nil, nil
	}
	at := make([]int, len(units)+1) // units other than gaps before each
	for i, u := range units {
		at[i+1] = at[i]
		if u.Text != Gap {
			at[i+1]++
		}
	}
	close := func(i, ni, j, nj int) bool {
		if i > j {
			i, ni, j = j, nj, i
		}
		return at[j]-at[i+ni] <= within
	}
	one := func(xs []int, nx int, ys []int, ny int) (keep []int) {
		for _, x := range xs {
			k := sort.SearchInts(ys, x)
			if k < len(ys) && close(x, nx, ys[k], ny) || k > 0 && close(ys[k-1], ny, x, nx) {
				keep = append(keep, x)
			}
		}
		return keep
	}
	return one(a, na, b, nb), one(b, nb, a, na)
}

// merge sorts ranges and puts those together that touch.
func merge(all []record.Piece) []record.Piece {
	slices.SortFunc(all, func(a, b record.Piece) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	out := all[:0]
	for _, p := range all {
		if n := len(out); n > 0 && p[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], p[1])
			continue
		}
		out = append(out, p)
	}
	return out
}

// Within cuts a range to the pieces of a stretch: a mark over a broken line
// is of several pieces, without the break. It gives nil where none of it lies
// in the stretch.
func Within(r record.Piece, pieces []record.Piece) []record.Piece {
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].End() > r.Start() })
	var out []record.Piece
	for ; i < len(pieces) && pieces[i].Start() < r.End(); i++ {
		out = append(out, record.Piece{max(r.Start(), pieces[i].Start()), min(r.End(), pieces[i].End())})
	}
	return out
}
