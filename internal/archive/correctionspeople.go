package archive

import (
	"slices"
)

// IdentifyCorrected puts sightings together as [Identify] does name by name,
// then as a layer says, entry by entry: Merge makes one of all groups that the
// people it names are in, Split sets the people it names apart in a group of
// their own. It says what became of each entry of people that is not undone. A
// source that comes later belongs to the group that its titles link it to.
//
// The sightings have to be all those of the names that the layer links; see
// [LinkedNames].
func IdentifyCorrected(all []Sighting, layer []Correction) ([]Identity, []Standing) {
	groups := byName(all)
	said := map[int]bool{} // the sightings of groups that an entry made
	var out []Standing
	for _, c := range Live(layer) {
		if c.Op != Merge && c.Op != Split {
			continue
		}
		s := Standing{Correction: c, Fate: Applied}
		if c.Op == Merge {
			groups, s.Fate = merged(all, groups, c.People)
		} else {
			groups, s.Fate = split(all, groups, c.People)
		}
		if s.Fate == Lost {
			s.Why = WhyGone
		}
		out = append(out, s)
		markSaid(all, groups, &s, said)
	}
	ids := make([]Identity, len(groups))
	for i, g := range groups {
		sightings := make([]Sighting, len(g))
		for k, at := range g {
			sightings[k] = all[at]
		}
		ids[i] = one(sightings)
		ids[i].Untitled = len(ids[i].Titles) == 0 && !said[g[0]] && several(all, groups, i)
	}
	slices.SortStableFunc(ids, func(a, b Identity) int { return len(b.Sources) - len(a.Sources) })
	return ids, out
}

// markSaid notes the sightings of the groups that the people of an entry are
// in: somebody has said who they are.
func markSaid(all []Sighting, groups [][]int, s *Standing, said map[int]bool) {
	if s.Fate == Lost {
		return
	}
	for _, g := range groups {
		if slices.ContainsFunc(g, func(i int) bool {
			return slices.ContainsFunc(s.Correction.People, func(c Called) bool { return c.is(&all[i]) })
		}) {
			for _, i := range g {
				said[i] = true
			}
		}
	}
}

// several reports that another group has the name of one too.
func several(all []Sighting, groups [][]int, of int) bool {
	name := Fold(all[groups[of][0]].Name)
	for i, g := range groups {
		if i != of && slices.ContainsFunc(g, func(k int) bool { return Fold(all[k].Name) == name }) {
			return true
		}
	}
	return false
}

// one is the identity of sightings that are of one person.
func one(all []Sighting) Identity {
	sortSightings(all)
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	return identity(all, group)
}

// byName groups sightings, as indexes, as Identify groups those of each name.
func byName(all []Sighting) [][]int {
	at := map[string][]int{}
	var names []string
	for i, s := range all {
		n := Fold(s.Name)
		if at[n] == nil {
			names = append(names, n)
		}
		at[n] = append(at[n], i)
	}
	var out [][]int
	for _, n := range names {
		own := make([]Sighting, len(at[n]))
		for k, i := range at[n] {
			own[k] = all[i]
		}
		groups, untitled := byTitle(own)
		switch {
		case len(untitled) == 0:
		case len(groups) == 1:
			groups[0] = append(groups[0], untitled...)
			slices.Sort(groups[0])
		default:
			groups = append(groups, untitled)
		}
		for _, g := range groups {
			back := make([]int, len(g))
			for k, i := range g {
				back[k] = at[n][i]
			}
			out = append(out, back)
		}
	}
	return out
}

// is reports that a sighting is among people.
func (c *Called) is(s *Sighting) bool {
	return Fold(c.Name) == Fold(s.Name) && (len(c.Sources) == 0 || slices.Contains(c.Sources, s.Source))
}

// merged makes one of the groups in which the people are; lost where one of
// them is nowhere.
func merged(all []Sighting, groups [][]int, people []Called) ([][]int, Fate) {
	in := make([]bool, len(groups))
	for _, who := range people {
		found := false
		for g := range groups {
			if slices.ContainsFunc(groups[g], func(i int) bool { return who.is(&all[i]) }) {
				in[g], found = true, true
			}
		}
		if !found {
			return groups, Lost
		}
	}
	var out [][]int
	first, n := -1, 0
	for g := range groups {
		switch {
		case !in[g]:
			out = append(out, groups[g])
		case first < 0:
			first, n = len(out), n+1
			out = append(out, slices.Clone(groups[g]))
		default:
			n++
			out[first] = append(out[first], groups[g]...)
		}
	}
	if n == 1 {
		return groups, Settled
	}
	return out, Applied
}

// split puts the people into a group of their own.
func split(all []Sighting, groups [][]int, people []Called) ([][]int, Fate) {
	var out [][]int
	var apart []int
	from := 0
	for _, g := range groups {
		var rest, own []int
		for _, i := range g {
			if slices.ContainsFunc(people, func(c Called) bool { return c.is(&all[i]) }) {
				own = append(own, i)
			} else {
				rest = append(rest, i)
			}
		}
		if len(own) > 0 && len(rest) > 0 {
			from++
		}
		if len(rest) > 0 {
			out = append(out, rest)
		}
		apart = append(apart, own...)
	}
	switch {
	case len(apart) == 0:
		return groups, Lost
	case from == 0 && len(out) == len(groups)-1:
		return groups, Settled // they are a group already
	}
	return append(out, apart), Applied
}

// LinkedNames are the names, folded, that a layer links with some names, those
// with them.
func LinkedNames(names []string, layer []Correction) []string {
	seen := map[string]bool{}
	var out []string
	add := func(n string) bool {
		if n = Fold(n); seen[n] {
			return false
		}
		seen[n] = true
		out = append(out, n)
		return true
	}
	for _, n := range names {
		add(n)
	}
	for more := true; more; {
		more = false
		for _, c := range Live(layer) {
			if c.Op != Merge || !slices.ContainsFunc(c.People, func(p Called) bool { return seen[Fold(p.Name)] }) {
				continue
			}
			for _, p := range c.People {
				more = add(p.Name) || more
			}
		}
	}
	return out
}

// OfPeople are the entries of a layer that are about people over many sources,
// with what undoes them.
func OfPeople(layer []Correction) []Correction {
	of := map[string]bool{}
	var out []Correction
	for _, c := range layer {
		if c.Op == Merge || c.Op == Split || c.Op == Undo && of[c.Undoes] {
			of[c.ID] = true
			out = append(out, c)
		}
	}
	return out
}
