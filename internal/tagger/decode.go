package tagger

import (
	"slices"

	"dateline/internal/lexicon"
)

// Mark is a candidate: the characters [Start, End) are a name of the kind.
type Mark struct {
	Start, End int
	Kind       Kind
	// Margin is by how much reading these characters as the name is better
	// than reading them as no name, all else equal, in the model's units.
	Margin int32
}

// Tagger tags one text after another, using its memory again. It is not for
// two goroutines at once.
type Tagger struct {
	m     *Model
	x     *Extractor
	rows  []int32    // the place of each character in emits, -1 where no name is near
	emits []Emission // the characters' own scores
	score [][Tags]int32
	back  [][Tags]uint8
}

// New makes a tagger of a model.
func New(m *Model) *Tagger {
	g := &Tagger{m: m, x: NewExtractor(nil)}
	if m != nil {
		g.x.build = &m.Build
	}
	return g
}

// Tag gives the marks of a text in order, put into dst.
func (g *Tagger) Tag(t *lexicon.Text, dst []Mark) []Mark {
	dst = dst[:0]
	n := t.Len()
	if n == 0 || g.m == nil {
		return dst
	}
	g.x.Read(t)
	g.x.Pass(&g.m.Gate)
	g.rows, g.emits = room(g.rows, n), g.emits[:0]
	for i := range n {
		g.rows[i] = -1
		if g.x.active[i] {
			g.rows[i] = int32(len(g.emits))
			g.emits = append(g.emits, Emission{})
			g.emit(i)
		}
	}
	for i := 0; i < n; i++ {
		if g.rows[i] < 0 {
			continue
		}
		j := i
		for j < n && g.rows[j] >= 0 && j-i < longRun {
			j++
		}
		dst = g.decode(i, j, n, dst)
		i = j - 1
	}
	return dst
}

// longRun is the length at which a run of characters is cut, so that the sums
// of scores stay inside their numbers; no line of prose is as long.
const longRun = 10_000

// emit adds up the weights of the features of character i, the last of emits.
func (g *Tagger) emit(i int) {
	var f [Width]uint32
	g.x.Features(i, &f)
	g.m.table.addUp(&f, &g.emits[len(g.emits)-1])
}

// decode finds the best reading of the characters [i, j), which stand between
// others that are no part of a name, and appends its marks.
func (g *Tagger) decode(i, j, n int, dst []Mark) []Mark {
	first := other
	if i == 0 {
		first = Tags
	}
	emits := g.emits[g.rows[i] : int(g.rows[i])+j-i]
	g.viterbi(first, emits)
	return g.marks(i, j, j == n, dst)
}

// viterbi finds the scores of the best ways, and notes where each came from.
// Only begin, single and other follow an end; only inside and end of the same
// kind follow a begin or inside.
func (g *Tagger) viterbi(before int, emits []Emission) {
	const no = -1 << 26 // with the bits of open it must not run over
	tr := &g.m.Transition
	g.score, g.back = room(g.score, len(emits)), room(g.back, len(emits))
	for t := range Tags {
		g.score[0][t] = no
		if opens(t) {
			g.score[0][t] = int32(tr[before][t]) + emits[0].of(t)
		}
	}
	for i := 1; i < len(emits); i++ {
		p, s, b := &g.score[i-1], &g.score[i], &g.back[i]
		g.open(p, s, b)
		for k := 0; k < Tags-1; k += 4 {
			g.inside(k, p, s, b)
		}
		for t, e := range &emits[i] {
			s[t+1] += int32(e)
		}
	}
}

// open fills in other, begin and single, which come after what is closed. A
// way's score and where it came from are one number while they are compared,
// the earlier the better where scores are equal: so there are no branches.
func (g *Tagger) open(p, s *[Tags]int32, b *[Tags]uint8) {
	const bits = 4
	var closed [len(closers)]int32
	for k, q := range closers {
		closed[k] = p[q]<<bits | int32(1<<bits-1-k)
	}
	for _, t := range openers {
		after := &g.m.after[t]
		best := closed[0] + after[0]
		for k := 1; k < len(closers); k++ {
			best = max(best, closed[k]+after[k])
		}
		s[t], b[t] = best>>bits, uint8(closers[1<<bits-1-best&(1<<bits-1)])
	}
}

// inside fills in the inside and end of the kind whose tags come after k.
func (g *Tagger) inside(k int, p, s *[Tags]int32, b *[Tags]uint8) {
	tr := &g.m.Transition
	for t := k + 2; t <= k+3; t++ {
		best, from := p[k+1]+int32(tr[k+1][t]), uint8(k+1)
		if v := p[k+2] + int32(tr[k+2][t]); v > best {
			best, from = v, uint8(k+2)
		}
		s[t], b[t] = best, from
	}
}

// of is the score for a tag.
func (e *Emission) of(t int) int32 {
	if t == other {
		return 0
	}
	return int32(e[t-1])
}

// closers are the tags after which no name is open.
var closers = [...]int{0, 3, 4, 7, 8, 11, 12}

// openers are the tags that can follow a closed name.
var openers = [...]int{0, 1, 4, 5, 8, 9, 12}

// opens reports whether a tag can follow a closed name: other, begin, single.
func opens(t int) bool { return t == 0 || (t-1)%4 == 0 || (t-1)%4 == 3 }

// marks reads the best way back over the characters [i, j).
func (g *Tagger) marks(i, j int, last bool, dst []Mark) []Mark {
	best, most := 0, int32(-1<<30)
	for _, q := range closers {
		v := g.score[j-i-1][q]
		if !last {
			v += int32(g.m.Transition[q][other])
		}
		if v > most {
			best, most = q, v
		}
	}
	from, end := len(dst), 0
	for k, t := j-i-1, best; k >= 0; k-- {
		if t > 0 {
			kind := Kind((t - 1) / 4)
			switch (t - 1) % 4 {
			case 3:
				dst = append(dst, g.mark(i+k, i+k+1, kind))
			case 2:
				end = i + k + 1
			case 0:
				dst = append(dst, g.mark(i+k, end, kind))
			}
		}
		t = int(g.back[k][t])
	}
	slices.Reverse(dst[from:])
	return dst
}

// room gives a slice of n, in s's memory where there is room; what is in it is
// for the caller to write over.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		s = make([]T, n+n/4)
	}
	return s[:n]
}

// grow gives a slice of n zeros.
func grow[T any](s []T, n int) []T {
	s = room(s, n)
	clear(s)
	return s
}

func (g *Tagger) mark(start, end int, k Kind) Mark {
	return Mark{start, end, k, margin(g.m, g.rows, g.emits, start, end, k)}
}

// Score is the margin of the characters [start, end) as a name of the kind.
func (r *Reading) Score(start, end int, k Kind) int32 {
	if r.m == nil || end > len(r.rows) {
		return 0
	}
	return margin(r.m, r.rows, r.emits, start, end, k)
}

// far is the score of a character for all tags of names where none is near.
const far = -200

func margin(m *Model, rows []int32, emits []Emission, start, end int, k Kind) int32 {
	tr := &m.Transition
	tag := func(i int) int {
		switch {
		case end-start == 1:
			return singleTag(k)
		case i == start:
			return BeginTag(k)
		case i == end-1:
			return endTag(k)
		}
		return insideTag(k)
	}
	sum, prev := int32(0), other
	for i := start; i < end; i++ {
		t := tag(i)
		sum += int32(tr[prev][t]) - int32(tr[other][other])
		if row := rows[i]; row >= 0 {
			sum += emits[row].of(t)
		} else {
			sum += far
		}
		prev = t
	}
	return sum + int32(tr[prev][other]) - int32(tr[other][other])
}

// Read tags a text and gives all that was found out about it, to keep, save
// for the lattice's matches, which are the next text's when that is read.
func (g *Tagger) Read(t *lexicon.Text) *Reading {
	r := &Reading{m: g.m, Marks: g.Tag(t, nil)}
	if t.Len() == 0 || g.m == nil {
		return r
	}
	r.rows, r.emits = slices.Clone(g.rows), slices.Clone(g.emits)
	l := &g.x.Lattice
	r.Lattice.Words, r.Lattice.At = slices.Clone(l.Words), slices.Clone(l.At)
	r.Lattice.Longest, r.Lattice.LongestEnd = slices.Clone(l.Longest), slices.Clone(l.LongestEnd)
	some := l.Matches[:0]
	for _, m := range l.Matches {
		if m.End-m.Start > 1 || m.Class&^lexicon.General != 0 {
			some = append(some, m)
		}
	}
	r.Lattice.Matches = some
	return r
}

// Reading is what was found out about a text.
type Reading struct {
	// Marks are the candidates of the best reading, in order.
	Marks []Mark
	// Lattice is what the lists say. Ahead is left out, and of the matches the
	// general words of one character, which are most.
	Lattice lexicon.Lattice
	m       *Model
	rows    []int32
	emits   []Emission
}
