package copies

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// mostRounds bounds how often articles are held against the earliest of a
// group that they are near to.
const mostRounds = 4

// groups puts the articles together that have enough in common with the
// earliest of them. Articles that only have something in common with one of a
// group are in no group of its: else all forecasts of the weather were one.
func (f *finder) groups(ctx context.Context, pairs []pair) ([]Group, error) {
	g := grouper{f: f, measured: map[[2]int]pair{}, near: map[int][]int{}}
	for _, p := range pairs {
		g.take(p)
	}
	for range mostRounds {
		wanted := g.assign()
		if len(wanted) == 0 {
			break
		}
		if err := f.measure(ctx, wanted); err != nil {
			return nil, err
		}
		for _, p := range wanted {
			g.take(p)
		}
	}
	g.assign()
	return g.groups(), nil
}

// grouper puts articles together.
type grouper struct {
	f        *finder
	measured map[[2]int]pair
	near     map[int][]int // articles that have enough in common
	leader   map[int]int   // the earliest of the group that an article is in
}

func (g *grouper) take(p pair) {
	k := pairKey(p.a, p.b)
	if _, ok := g.measured[k]; ok {
		return
	}
	g.measured[k] = p
	if g.f.share(p) >= g.f.o.Least {
		g.near[p.a], g.near[p.b] = append(g.near[p.a], p.b), append(g.near[p.b], p.a)
	}
}

// assign gives each article the earliest one that it has most in common with,
// itself where there is none, and says which pairs should be measured to do
// it better.
func (g *grouper) assign() []pair {
	order := make([]int, 0, len(g.near))
	for i := range g.near {
		order = append(order, i)
	}
	slices.SortFunc(order, g.f.earlier)
	g.leader = make(map[int]int, len(order))
	wanted := map[[2]int]bool{}
	for _, i := range order {
		best, share := i, 0.0
		for _, k := range g.near[i] {
			l, ok := g.leader[k]
			if !ok {
				continue // it is later
			}
			if !g.f.near(pair{a: l, b: i}) {
				continue
			}
			p, ok := g.measured[pairKey(l, i)]
			if !ok {
				wanted[pairKey(l, i)] = true
				continue
			}
			if s := g.f.share(p); s >= g.f.o.Least && (s > share || s == share && g.f.earlier(l, best) < 0) {
				best, share = l, s
			}
		}
		g.leader[i] = best
	}
	out := make([]pair, 0, len(wanted))
	for k := range wanted {
		out = append(out, pair{a: k[0], b: k[1]})
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(x.a-y.a, x.b-y.b) })
	return out
}

// share is the part of the shorter article that a pair has in common.
func (f *finder) share(p pair) float64 {
	a, b := f.docs[p.a].chars, f.docs[p.b].chars
	if a <= b {
		return float64(p.inA) / float64(max(a, 1))
	}
	return float64(p.inB) / float64(max(b, 1))
}

// groups sets the groups out: the largest first, then the earliest.
func (g *grouper) groups() []Group {
	sets := map[int][]int{}
	for i, l := range g.leader {
		sets[l] = append(sets[l], i)
	}
	var order [][]int
	for _, set := range sets {
		if len(set) > 1 && (!g.f.o.Papers || g.f.papers(set) > 1) {
			slices.SortFunc(set, g.f.earlier)
			order = append(order, set)
		}
	}
	slices.SortFunc(order, func(x, y []int) int { return cmp.Or(len(y)-len(x), g.f.earlier(x[0], y[0])) })
	out := make([]Group, 0, len(order))
	for _, set := range order {
		var one Group
		for _, i := range set {
			one.Members = append(one.Members, g.f.member(set[0], i, g.measured))
		}
		out = append(out, one)
	}
	return out
}

// papers counts the papers of a group; articles of none are of one.
func (f *finder) papers(set []int) int {
	seen := map[string]bool{}
	for _, i := range set {
		seen[f.docs[i].paper] = true
	}
	return len(seen)
}

func pairKey(i, k int) [2]int { return [2]int{min(i, k), max(i, k)} }

// earlier is the order of a group; what has no day comes last.
func (f *finder) earlier(i, k int) int {
	return cmp.Or(cmp.Compare(cmp.Or(f.docs[i].day, "~"), cmp.Or(f.docs[k].day, "~")), i-k)
}

// member says of an article what it has of the earliest.
func (f *finder) member(first, i int, measured map[[2]int]pair) Member {
	d, e := f.docs[i], f.docs[first]
	m := Member{Article: d.id, Day: d.day, Paper: d.paper, Chars: d.chars, Days: days(e.day, d.day)}
	if i == first {
		m.Common, m.Share, m.OfEarliest = d.chars, 1, 1
		return m
	}
	p := measured[pairKey(first, i)]
	own, of := p.inB, p.inA
	if p.a == i {
		own, of = p.inA, p.inB
	}
	m.Common = own
	m.Share, m.OfEarliest = float64(own)/float64(max(d.chars, 1)), float64(of)/float64(max(e.chars, 1))
	return m
}

// days is the number of days from one to another, nil where one is not a
// whole day.
func days(from, to string) *int {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return nil
	}
	n := int(b.Sub(a).Hours() / 24)
	return &n
}
