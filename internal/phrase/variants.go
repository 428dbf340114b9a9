package phrase

import (
	"cmp"
	"slices"
	"strings"

	"dateline/internal/archive"
)

const (
	// reach is how many units a longer phrase has on each side of a use, and
	// near how many are listed as neighbours.
	reach = 12
	near  = 6
)

// side is what stands beside a use: the units before it, the nearest first,
// and those after it. A mark or the end of a paragraph is "".
// One more than reach is known, so that what is whole can be told.
type side struct{ before, after [reach + 1]string }

func sideOf(units []archive.Unit, at, n int) side {
	var s side
	for i := 0; i <= reach && at-1-i >= 0 && units[at-1-i].Text != archive.Gap; i++ {
		s.before[i] = units[at-1-i].Text
	}
	for i := 0; i <= reach && at+n+i < len(units) && units[at+n+i].Text != archive.Gap; i++ {
		s.after[i] = units[at+n+i].Text
	}
	return s
}

// A stretch is whole where what comes next differs: where no one unit follows
// (or goes before) in more than bound of the places, as 3 of 4. A mark or an
// end counts as going another way. So 战略协作伙伴 is not listed beside
// 战略协作伙伴关系.
const (
	boundOf  = 4
	boundMax = 3
)

// Grammar words that no phrase begins or ends with: a stretch that does is no
// longer phrase but a place in a sentence.
const (
	neverFirst = "的了是与及在将把"
	neverLast  = "的了是和与及在为将把被以"
)

// variants are the longer phrases and the neighbours.
func (p *phrase) variants(out *Phrase, o *Options) {
	g := grower{least: o.Least, text: join(p.units)}
	for i := range p.found {
		for k := range p.found[i].sides {
			g.all = append(g.all, &p.found[i].sides[k])
		}
	}
	g.before(g.all, 0)
	for _, v := range []*[]Variant{&g.longer, &g.left, &g.right} {
		slices.SortFunc(*v, func(a, b Variant) int { return cmp.Or(b.Uses-a.Uses, cmp.Compare(a.Text, b.Text)) })
	}
	out.Variants, out.Before, out.After = top(g.longer, o.Top), top(g.left, o.Top), top(g.right, o.Top)
}

// grower makes stretches longer as long as they stand in enough places.
type grower struct {
	least               int
	text                string
	all                 []*side
	longer, left, right []Variant
}

// before takes the places that have the same n units before the phrase, and
// goes on with those that have the same n+1.
func (g *grower) before(places []*side, n int) {
	g.after(places, n, 0)
	if n == reach {
		return
	}
	for _, x := range split(places, func(s *side) string { return s.before[n] }) {
		if len(x) >= g.least {
			g.before(x, n+1)
		}
	}
}

// after is the same for what stands after it.
func (g *grower) after(places []*side, n, m int) {
	groups := split(places, func(s *side) string { return s.after[m] })
	g.keep(places, n, m, whole(split(places, func(s *side) string { return s.before[n] }), places), whole(groups, places))
	if m == reach {
		return
	}
	for _, x := range groups {
		if len(x) >= g.least {
			g.after(x, n, m+1)
		}
	}
}

// whole reports places that go different ways.
func whole(groups [][]*side, places []*side) bool {
	return !slices.ContainsFunc(groups, func(x []*side) bool { return len(x)*boundOf > len(places)*boundMax })
}

// keep lists a stretch that is whole on its left and its right; of a
// neighbour only the far end has to be.
func (g *grower) keep(places []*side, n, m int, left, right bool) {
	if n+m == 0 || len(places) < g.least || !left && !right {
		return
	}
	s := places[0]
	before := slices.Clone(s.before[:n])
	slices.Reverse(before)
	a, b := spell(before), spell(s.after[:m])
	switch {
	case m == 0 && n <= near && left:
		g.left = append(g.left, Variant{a, len(places)})
	case n == 0 && m <= near && right:
		g.right = append(g.right, Variant{b, len(places)})
	}
	if left && right && !(n > 0 && strings.Contains(neverFirst, before[0])) && !(m > 0 && strings.Contains(neverLast, s.after[m-1])) {
		g.longer = append(g.longer, Variant{a + g.text + b, len(places)})
	}
}

// spell puts units together, with a space between two runs of letters.
func spell(units []string) string {
	all := make([]archive.Unit, len(units))
	for i, u := range units {
		all[i].Text = u
	}
	return join(all)
}

// split groups places by a unit, in the order in which the units come first.
// Those without a unit are in none.
func split(places []*side, of func(*side) string) (groups [][]*side) {
	at := map[string]int{}
	for _, s := range places {
		u := of(s)
		if u == "" {
			continue
		}
		i, ok := at[u]
		if !ok {
			i = len(groups)
			at[u] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], s)
	}
	return groups
}

// modified is a use of the phrase without a modifier: form is "" where the
// modifier does not stand beside it.
type modified struct{ form string }

// modified are the uses of the bare phrase, and of the phrase where the
// modifier is inside it.
func (p *phrase) modified(units []archive.Unit, at []int) []modified {
	var out []modified
	for _, k := range archive.Occurrences(units, p.bare) {
		switch n := len(p.bare); {
		case k >= len(p.mod) && same(units[k-len(p.mod):k], p.mod):
			out = append(out, modified{join(p.mod) + join(p.bare)})
		case k+n+len(p.mod) <= len(units) && same(units[k+n:k+n+len(p.mod)], p.mod):
			out = append(out, modified{join(p.bare) + join(p.mod)})
		default:
			out = append(out, modified{})
		}
	}
	if len(archive.Occurrences(p.units, p.bare)) == 0 {
		for range at {
			out = append(out, modified{join(p.units)})
		}
	}
	return out
}

func same(a, b []archive.Unit) bool {
	return slices.EqualFunc(a, b, func(x, y archive.Unit) bool { return x.Text == y.Text })
}

// modifier adds up the uses with and without the modifier.
func (p *phrase) modifier(t *times, o *Options) *Modifier {
	m := &Modifier{Text: o.Modifier, Bare: join(p.bare), Periods: make([]ModifierPeriod, len(t.periods))}
	at := map[string]*ModifierPeriod{}
	for i, name := range t.periods {
		m.Periods[i].Period = name
		at[name] = &m.Periods[i]
	}
	forms := map[string]int{}
	for i := range p.found {
		period := at[t.period(p.found[i].day)]
		if period == nil {
			period = &ModifierPeriod{}
		}
		for _, x := range p.found[i].modifiers {
			if x.form == "" {
				m.Without++
				period.Without++
				continue
			}
			m.With++
			period.With++
			forms[x.form]++
		}
	}
	for f, n := range forms {
		m.Forms = append(m.Forms, Variant{f, n})
	}
	slices.SortFunc(m.Forms, func(a, b Variant) int { return cmp.Or(b.Uses-a.Uses, cmp.Compare(a.Text, b.Text)) })
	return m
}
