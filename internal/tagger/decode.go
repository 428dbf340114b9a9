package tagger

import "dateline/internal/lexicon"

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
	emits [][Tags]int32 // the characters' own scores
	score [][Tags]int32 // those of the best ways
	back  [][Tags]uint8
}

// New makes a tagger of a model.
func New(m *Model) *Tagger { return &Tagger{m: m, x: NewExtractor()} }

// Tag gives the marks of a text in order, put into dst.
func (g *Tagger) Tag(t *lexicon.Text, dst []Mark) []Mark {
	dst = dst[:0]
	n := t.Len()
	if n == 0 || g.m == nil {
		return dst
	}
	g.x.Read(t)
	g.emits, g.back = grow(g.emits, n), grow(g.back, n)
	g.x.gate(n)
	for i := range n {
		if g.x.active[i] {
			g.emit(i)
		} else {
			g.emits[i] = quiet
		}
	}
	g.viterbi(n)
	return g.marks(n, dst)
}

// quiet are the scores of a character that no name is near.
var quiet = func() (s [Tags]int32) {
	for t := 1; t < Tags; t++ {
		s[t] = -200
	}
	return s
}()

// emit adds up the weights of the features of character i.
func (g *Tagger) emit(i int) {
	var f [Width]uint32
	g.x.Features(i, &f)
	g.m.addUp(&f, &g.emits[i])
}

// viterbi turns the emission scores into the scores of the best ways, and
// notes where each came from. Only begin, single and other follow an end;
// only inside and end of the same kind follow a begin or inside.
func (g *Tagger) viterbi(n int) {
	const no = -1 << 28
	tr := &g.m.Transition
	g.score = append(g.score[:0], g.emits...)
	first := &g.score[0]
	for t := range Tags {
		first[t] += int32(tr[Tags][t])
		if opens(t) {
			continue
		}
		first[t] = no
	}
	for i := 1; i < n; i++ {
		p, s, b := &g.score[i-1], &g.score[i], &g.back[i]
		for t := range Tags {
			best, from := int32(no), 0
			if opens(t) {
				for _, q := range closers {
					if v := p[q] + int32(tr[q][t]); v > best {
						best, from = v, q
					}
				}
			} else {
				q := 1 + (t-1)/4*4
				best, from = p[q]+int32(tr[q][t]), q
				if v := p[q+1] + int32(tr[q+1][t]); v > best {
					best, from = v, q+1
				}
			}
			s[t] += best
			b[t] = uint8(from)
		}
	}
}

// closers are the tags after which no name is open.
var closers = [...]int{0, 3, 4, 7, 8, 11, 12}

// opens reports whether a tag can follow a closed name: other, begin, single.
func opens(t int) bool { return t == 0 || (t-1)%4 == 0 || (t-1)%4 == 3 }

// marks reads the best way back.
func (g *Tagger) marks(n int, dst []Mark) []Mark {
	best := 0
	for _, q := range closers {
		if g.score[n-1][q] > g.score[n-1][best] {
			best = q
		}
	}
	end := 0
	for i, t := n-1, best; i >= 0; i-- {
		if t > 0 {
			kind := Kind((t - 1) / 4)
			switch (t - 1) % 4 {
			case 3:
				dst = append(dst, g.mark(i, i+1, kind))
			case 2:
				end = i + 1
			case 0:
				dst = append(dst, g.mark(i, end, kind))
			}
		}
		t = int(g.back[i][t])
	}
	for i, j := 0, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	return dst
}

// grow gives a slice of n zeros, in s's memory where there is room.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		s = make([]T, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

func (g *Tagger) mark(start, end int, k Kind) Mark {
	return Mark{start, end, k, margin(g.m, g.emits, start, end, k)}
}

// Score is the margin of the characters [start, end) as a name of the kind.
func (r *Reading) Score(start, end int, k Kind) int32 {
	if r.m == nil || end > len(r.emits) {
		return 0
	}
	return margin(r.m, r.emits, start, end, k)
}

func margin(m *Model, emits [][Tags]int32, start, end int, k Kind) int32 {
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
		sum += emits[i][t] - emits[i][other] + int32(tr[prev][t]) - int32(tr[other][other])
		prev = t
	}
	return sum + int32(tr[prev][other]) - int32(tr[other][other])
}

// Read tags a text and gives all that was found out about it, to keep.
func (g *Tagger) Read(t *lexicon.Text) *Reading {
	r := &Reading{m: g.m}
	r.Marks = g.Tag(t, nil)
	r.emits, g.emits = g.emits, nil
	r.Lattice, g.x.Lattice = g.x.Lattice, lexicon.Lattice{}
	return r
}

// Reading is what was found out about a text.
type Reading struct {
	// Marks are the candidates of the best reading, in order.
	Marks []Mark
	// Lattice is what the lists say.
	Lattice lexicon.Lattice
	m       *Model
	emits   [][Tags]int32
}
