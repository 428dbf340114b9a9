package page

import (
	"cmp"
	"slices"

	"dateline/internal/lexicon"
)

// assign gives each headline between two bodies to the one above or the one
// below, so that the costs over the page are least. Most headlines stand
// above their bodies; one that stands below goes to a body that has none
// above, when its words are that body's.
func (a *assembly) assign() {
	if len(a.bodies) == 0 {
		if len(a.gaps[0]) == 0 && a.open == nil {
			return
		}
		a.begin(segment{}) // a dateline or a headline whose text is missing
	}
	n := len(a.bodies)
	cost := make([][]float64, n+1)
	from := make([][]int, n+1)
	cost[0] = []float64{0} // all of the first gap belong below
	for i := 1; i <= n; i++ {
		gap := a.gaps[i]
		cost[i], from[i] = make([]float64, len(gap)+1), make([]int, len(gap)+1)
		at, forced := a.forced(i)
		for k := range cost[i] {
			if forced && k != at {
				cost[i][k] = impossible
				continue
			}
			cost[i][k], from[i][k] = a.best(i, k, cost[i-1])
		}
	}
	k := 0
	for j := range cost[n] {
		if j < len(a.gaps[n]) {
			cost[n][j] += looseHead
		}
		if cost[n][j] <= cost[n][k] {
			k = j
		}
	}
	for _, h := range a.gaps[n][k:] {
		a.s.leave("other", "loose-line", h.pieces)
	}
	for i := n; i >= 1; i-- {
		above := a.gaps[i-1][from[i][k]:]
		b := a.bodies[i-1]
		b.heads = append(slices.Clone(above), a.gaps[i][:k]...)
		if len(above) == 0 && k > 0 {
			b.rule = "article/headline-below"
		}
		k = from[i][k]
	}
	a.leftover(k)
	a.seconds()
}

// seconds puts bodies that may be second dispatches, and were given no
// headline, into the body above.
func (a *assembly) seconds() {
	kept := a.bodies[:0]
	for i, b := range a.bodies {
		if i == 0 || !b.second || len(b.heads) > 0 || b.hard || len(kept) == 0 || kept[len(kept)-1].caption {
			kept = append(kept, b)
			continue
		}
		above := kept[len(kept)-1]
		d := b.dateline
		above.conts = append(above.conts, Continuation{Pieces: d.Pieces, Kind: "dispatch", Dateline: d, Before: len(above.paras)})
		above.adopt(b)
	}
	a.bodies = kept
}

// adopt puts the paragraphs of another body at the end.
func (b *body) adopt(other *body) {
	for _, c := range other.conts {
		c.Before += len(b.paras)
		b.conts = append(b.conts, c)
	}
	for _, h := range other.subs {
		h.Before += len(b.paras)
		b.subs = append(b.subs, h)
	}
	b.paras = append(b.paras, other.paras...)
}

// best gives the least cost up to gap i, of which the first k lines go to the
// body above, and how many lines of the gap before go to the body above that.
func (a *assembly) best(i, k int, before []float64) (cost float64, from int) {
	b := a.bodies[i-1]
	cost, from = impossible, 0
	late := a.gaps[i][:k]
	_, forcedAbove := a.forced(i - 1)
	_, forcedBelow := a.forced(i)
	for j, c := range before {
		if c >= impossible {
			continue
		}
		if forcedAbove && forcedBelow {
			return c, j // nothing to weigh
		}
		above := a.gaps[i-1][j:]
		c += a.blockCost(b, above, late) + a.cutCost(i, k)
		if c < cost {
			cost, from = c, j
		}
	}
	return cost, from
}

// impossible is more than any cost.
const impossible = 1e9

// forced gives the number of lines of gap i that belong above where a section
// of the page, the top or an empty gap leaves no choice.
func (a *assembly) forced(i int) (at int, ok bool) {
	switch {
	case i == 0:
		return 0, true
	case len(a.gaps[i]) == 0:
		return 0, true
	case a.cuts[i] >= 0 && i < len(a.bodies):
		return a.cuts[i], true
	}
	return 0, false
}

// The costs of headlines, in the unit of a full likeness of words (below).
const (
	noHead       = 3.0 // a body without a headline
	noHeadDated  = 1.0 // more, when it has a dateline
	noHeadMaybe  = 0.5 // one that may be a second dispatch of the body above
	lateHead     = 1.5 // a headline below its body
	looseHead    = 3.0 // a headline at the page's end without a body
	headBothWays = 3.5 // headlines above and below
	captionHead  = 1.5 // a caption with a headline
	cutBlock     = 1.5 // a block of headlines cut in two
	farther      = 1.0 // more empty lines than on the other side
	likeness     = 4.0 // what a full likeness of a headline and a body is worth
)

// blockCost is the cost of a body with the given headlines above and below.
func (a *assembly) blockCost(b *body, above, late []segment) float64 {
	c := 0.0
	switch {
	case b.caption:
		if len(above)+len(late) > 0 {
			c = captionHead
		}
		if len(late) > 0 {
			c += lateHead
		}
	case len(above)+len(late) == 0:
		switch {
		case b.second:
			c = noHeadMaybe
		case b.dateline != nil:
			c = noHead + noHeadDated
		default:
			c = noHead
		}
	case len(above) == 0:
		c = lateHead
	case len(late) > 0:
		c = headBothWays
	}
	for _, h := range above {
		c += likeness * (0.5 - b.like(h.text)) / float64(len(above)+len(late))
	}
	for _, h := range late {
		c += likeness * (0.5 - b.like(h.text)) / float64(len(above)+len(late))
	}
	return c
}

// cutCost is the cost of cutting gap i after k lines.
func (a *assembly) cutCost(i, k int) float64 {
	gap := a.gaps[i]
	if _, ok := a.forced(i); ok {
		return 0
	}
	if k == 0 || k == len(gap) {
		return a.farSide(i, k)
	}
	switch {
	case gap[k].inline:
		return 3 * cutBlock
	case gap[k].before > gap[k-1].before && k > 0 || gap[k].turn:
		return cutBlock / 2
	}
	return cutBlock
}

// farSide is the cost of giving all of gap i to the side that is printed
// farther off.
func (a *assembly) farSide(i, k int) float64 {
	if len(a.gaps[i]) == 0 || i >= len(a.bodies) {
		return 0
	}
	above, below := a.gaps[i][0].before, a.bodies[i].before
	if k == 0 && above < below || k > 0 && above > below {
		return farther
	}
	return 0
}

// mostCompared is how many bytes of a body a headline is compared with: what a
// headline says, the first paragraphs say.
const mostCompared = 3000

// pairSet holds pairs of characters by hash: what it lacks is lacking, what it
// has is nearly always there.
type pairSet [512]uint64

func (p *pairSet) slot(a, b rune) (i, bit uint32) {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)) * 0x85EBCA6B >> 17
	return h >> 6, h & 63
}

func (p *pairSet) add(a, b rune) {
	i, bit := p.slot(a, b)
	p[i] |= 1 << bit
}

func (p *pairSet) has(a, b rune) bool {
	i, bit := p.slot(a, b)
	return p[i]&(1<<bit) != 0
}

// like says how much of a headline's words stand in the body: the share of
// its pairs of characters.
func (b *body) like(head string) float64 {
	if b.pairs == nil {
		b.pairs = b.readPairs()
	}
	pairs, found := 0, 0
	prev := rune(0)
	for _, r := range head {
		r = lexicon.Fold(r)
		if prev != 0 && wide(r) {
			pairs++
			if b.pairs.has(prev, r) {
				found++
			}
		}
		prev = r
	}
	if pairs == 0 {
		return 0
	}
	return float64(found) / float64(pairs)
}

// readPairs gives the pairs of characters of the first paragraphs.
func (b *body) readPairs() *pairSet {
	set, left := new(pairSet), mostCompared
	for _, g := range b.paras {
		prev := rune(0)
		for i, r := range g.text {
			if i > left {
				return set
			}
			r = lexicon.Fold(r)
			set.add(prev, r)
			prev = r
		}
		left -= len(g.text)
	}
	return set
}

// bulletins finds common headings: a headline that stands before another
// headline and says that several items follow. The items are briefs.
func (a *assembly) bulletins() {
	for i := range a.bodies {
		gap := a.gaps[i]
		if len(gap) < 2 || !commonHeading(gap[0].text) && !a.s.sections[key(gap[0].text)] {
			continue
		}
		a.s.leave(fHeading, "common-heading", gap[0].pieces)
		a.gaps[i] = gap[1:]
		a.gaps[i][0].inline = false
		for j := i; j < len(a.bodies); j++ {
			if j > i && a.bodies[j].hard {
				break
			}
			if len(a.gaps[j]) > 0 {
				a.bodies[j].rule = "article/brief"
			}
		}
	}
}

// leftover sets aside the lines before the first body that were not given to
// it.
func (a *assembly) leftover(k int) {
	for _, h := range a.gaps[0][:k] {
		a.s.leave("other", "loose-line", h.pieces)
	}
}

// leastShared is the share of a caption's words that an article must have for
// the caption to belong to it.
const leastShared = 0.25

// illustrations finds the article that each caption belongs to: a neighbour
// that shares its words, the one above where both do alike.
func (a *assembly) illustrations(p *Page, index map[*body]int) {
	above, below := a.neighbours()
	for i, b := range a.bodies {
		at, ok := index[b]
		if !ok || p.Articles[at].Kind != "caption" || len(b.heads) > 0 {
			continue
		}
		best, most := -1, leastShared
		for _, j := range []int{above[i], below[i]} {
			if j < 0 || j >= len(a.bodies) || j > i && a.bodies[j].hard || j < i && b.hard {
				continue
			}
			if l := a.bodies[j].like(b.paras[0].text); l > most {
				best, most = index[a.bodies[j]], l
			}
		}
		p.Articles[at].Illustrates = best
	}
}

// neighbours gives for each body the next one above and below that is no
// caption, -1 and the number of bodies where there is none.
func (a *assembly) neighbours() (above, below []int) {
	n := len(a.bodies)
	above, below = make([]int, n), make([]int, n)
	last := -1
	for i, b := range a.bodies {
		above[i] = last
		if !b.caption {
			last = i
		}
	}
	last = n
	for i := n - 1; i >= 0; i-- {
		below[i] = last
		if !a.bodies[i].caption {
			last = i
		}
	}
	return above, below
}

// sortPieces puts furniture in the order of the page.
func sortPieces(f []Furniture) {
	slices.SortStableFunc(f, func(a, b Furniture) int { return cmp.Compare(a.Pieces.Start(), b.Pieces.Start()) })
}
