package archive

import (
	"cmp"
	"slices"
)

// Identify puts the sightings of one name together as far as what they are
// called tells; see [Identity]. The order of the sightings does not matter.
func Identify(all []Sighting) []Identity {
	all = slices.Clone(all)
	sortSightings(all)
	groups, untitled := byTitle(all)
	switch {
	case len(untitled) == 0:
	case len(groups) == 1:
		// There is one that they can belong to.
		groups[0] = append(groups[0], untitled...)
		slices.Sort(groups[0])
	default:
		groups = append(groups, untitled)
	}
	out := make([]Identity, len(groups))
	for i, g := range groups {
		out[i] = identity(all, g)
		out[i].Untitled = len(groups) > 1 && len(out[i].Titles) == 0
	}
	slices.SortStableFunc(out, func(a, b Identity) int { return len(b.Sources) - len(a.Sources) })
	return out
}

// sortSightings puts sightings in the order of days, then of sources.
func sortSightings(all []Sighting) {
	slices.SortFunc(all, func(a, b Sighting) int {
		return cmp.Or(cmp.Compare(undatedLast(a.Day), undatedLast(b.Day)), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Person, b.Person))
	})
}

func undatedLast(day string) string { return cmp.Or(day, "~") }

// byTitle gives groups of sightings that are linked by titles, as indexes,
// and those that have no title.
func byTitle(all []Sighting) (groups [][]int, untitled []int) {
	// Titles are few and told again in every source.
	folded := map[string]string{}
	fold := func(t string) string {
		f, ok := folded[t]
		if !ok {
			f = Fold(t)
			folded[t] = f
		}
		return f
	}
	parent := map[string]string{} // of titles, folded
	root := func(t string) string {
		for parent[t] != t {
			parent[t] = parent[parent[t]]
			t = parent[t]
		}
		return t
	}
	for _, s := range all {
		for _, t := range s.Titles {
			t = fold(t)
			if _, ok := parent[t]; !ok {
				parent[t] = t
			}
			parent[root(t)] = root(fold(s.Titles[0]))
		}
	}
	at := map[string]int{}
	for i, s := range all {
		if len(s.Titles) == 0 {
			untitled = append(untitled, i)
			continue
		}
		t := root(fold(s.Titles[0]))
		if _, ok := at[t]; !ok {
			at[t] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[t]] = append(groups[at[t]], i)
	}
	return groups, untitled
}

// identity tells of one group.
func identity(all []Sighting, group []int) Identity {
	var x Identity
	names, forms := counter{}, counter{}
	titles := map[string]*Calling{}
	for _, i := range group {
		s := all[i]
		x.Sources, x.Persons = append(x.Sources, s.Source), append(x.Persons, s.Person)
		names.add(s.Name)
		for _, f := range s.Forms {
			forms.add(f)
		}
		for _, t := range s.Titles {
			c := titles[t]
			if c == nil {
				c = &Calling{Title: t}
				titles[t] = c
			}
			c.Sources++
			c.First, c.Last = stretch(c.First, c.Last, s.Day)
		}
		x.First, x.Last = stretch(x.First, x.Last, s.Day)
	}
	x.Name, x.Forms = names.values()[0].Value, forms.values()
	for _, c := range titles {
		x.Titles = append(x.Titles, *c)
	}
	slices.SortFunc(x.Titles, func(a, b Calling) int {
		return cmp.Or(cmp.Compare(undatedLast(a.First), undatedLast(b.First)), cmp.Compare(a.Title, b.Title))
	})
	return x
}

// stretch takes a day into a time from first to last.
func stretch(first, last, day string) (string, string) {
	if day == "" {
		return first, last
	}
	if first == "" || day < first {
		first = day
	}
	return first, max(last, day)
}

// counter counts values.
type counter map[string]int

func (c counter) add(s string) { c[s]++ }

// values are in order: most first, then by value.
func (c counter) values() []Value {
	out := make([]Value, 0, len(c))
	for v, n := range c {
		out = append(out, Value{v, n})
	}
	SortValues(out)
	return out
}

// SortValues puts values in order: most first, then by value.
func SortValues(v []Value) {
	slices.SortFunc(v, func(a, b Value) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Value, b.Value)) })
}
