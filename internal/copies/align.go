package copies

import (
	"slices"

	"dateline/internal/archive"
)

// gramsOf are the hashes of the pairs of units of a sentence, sorted, each as
// often as it stands there; of one unit its own.
func gramsOf(units []archive.Unit) []uint64 {
	hash := func(s string, h uint64) uint64 {
		for _, r := range s {
			h = mix(h + uint64(r) + 1)
		}
		return h
	}
	if len(units) == 1 {
		return []uint64{hash(units[0].Text, 0)}
	}
	var out []uint64
	for i := 1; i < len(units); i++ {
		out = append(out, hash(units[i].Text, hash(units[i-1].Text, 1)+1))
	}
	slices.Sort(out)
	return out
}

// dice is twice what two lists have in common by the length of both (Dice
// 1945).
func dice(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}

// enough is the likeness from which two sentences are one worded otherwise.
// Below it they share names and set phrases; a sentence cut to a third has it
// still.
const enough = 0.45

// move is a step of the alignment: so many sentences of each article.
type move struct{ a, b uint8 }

var moves = []move{{1, 1}, {1, 2}, {2, 1}}

// aligner finds the best way to go through both articles (Needleman and
// Wunsch 1970, with one to two sentences as in Gale and Church 1993). What a
// pair is worth is how far its likeness is above enough, by its length.
type aligner struct {
	a, b   []Sentence
	pairA  []Sentence // each with the one after it
	pairB  []Sentence
	score  [][]float64
	choice [][]move
}

func align(a, b []Sentence) []Row {
	x := aligner{a: a, b: b, pairA: pairsOf(a), pairB: pairsOf(b)}
	x.score, x.choice = make([][]float64, len(a)+1), make([][]move, len(a)+1)
	for i := range x.score {
		x.score[i], x.choice[i] = make([]float64, len(b)+1), make([]move, len(b)+1)
	}
	for i := len(a); i >= 0; i-- {
		for j := len(b); j >= 0; j-- {
			x.step(i, j)
		}
	}
	return x.rows()
}

// mayBeLike reports two sentences whose lengths allow that they are alike.
func mayBeLike(s, t *Sentence) bool {
	n, m := len(s.grams), len(t.grams)
	return 2*float64(min(n, m)) >= enough*float64(n+m)
}

// pairsOf joins each sentence with the one after it.
func pairsOf(all []Sentence) []Sentence {
	var out []Sentence
	for i := 0; i+1 < len(all); i++ {
		out = append(out, join(&all[i], &all[i+1]))
	}
	return out
}

// step decides how to go on before sentence i of the one and j of the other.
func (x *aligner) step(i, j int) {
	best, how := 0.0, move{}
	if i < len(x.a) {
		best, how = x.score[i+1][j], move{1, 0}
	}
	if j < len(x.b) && (i == len(x.a) || x.score[i][j+1] > best) {
		best, how = x.score[i][j+1], move{0, 1}
	}
	for _, m := range moves {
		s, t := x.at(i, j, m)
		if s == nil || !mayBeLike(s, t) {
			continue
		}
		like := dice(s.grams, t.grams)
		if like < enough {
			continue
		}
		worth := (like-enough)*float64(len(s.units)+len(t.units)) + x.score[i+int(m.a)][j+int(m.b)]
		if worth > best {
			best, how = worth, m
		}
	}
	x.score[i][j], x.choice[i][j] = best, how
}

// at gives the sentences of a move, nil where there are not so many. Two are
// of one paragraph.
func (x *aligner) at(i, j int, m move) (s, t *Sentence) {
	if i+int(m.a) > len(x.a) || j+int(m.b) > len(x.b) {
		return nil, nil
	}
	s, t = &x.a[i], &x.b[j]
	switch {
	case m.a == 2 && x.a[i].block == x.a[i+1].block:
		return &x.pairA[i], t
	case m.b == 2 && x.b[j].block == x.b[j+1].block:
		return s, &x.pairB[j]
	case m.a == 2 || m.b == 2:
		return nil, nil
	}
	return s, t
}

// rows goes through both articles as decided.
func (x *aligner) rows() []Row {
	rows := []Row{}
	for i, j := 0, 0; i < len(x.a) || j < len(x.b); {
		m := x.choice[i][j]
		switch {
		case m.b == 0:
			s := x.a[i]
			rows = append(rows, Row{Kind: OnlyA, A: &s})
		case m.a == 0:
			s := x.b[j]
			rows = append(rows, Row{Kind: OnlyB, B: &s})
		default:
			s, t := x.at(i, j, m)
			a, b := *s, *t
			r := Row{Kind: Otherwise, A: &a, B: &b, Likeness: dice(a.grams, b.grams)}
			if slices.EqualFunc(a.units, b.units, func(p, q archive.Unit) bool { return p.Text == q.Text }) {
				r.Kind = Same
			}
			rows = append(rows, r)
		}
		i, j = i+int(m.a), j+int(m.b)
	}
	return rows
}
