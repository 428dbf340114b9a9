package eval

import (
	"slices"
	"strings"
)

// paired is a layer whose items are paired by overlap. alike says how alike
// an item of the gold and one of the record are, 0 where they cannot be a
// pair.
type paired struct {
	name  string
	needs string
	count func(gold, mine *Annotation) ([][2]int, Count)
}

// pairedLayers are the layers without keys, in the order of the tables.
var pairedLayers = []paired{
	{"statements", "statements", statementPairs(0.9, true)},
	{"statements_speaker", "statements", statementPairs(0.5, false)},
	{"events", "events", eventPairs(compatible, true)},
	{"events_timed", "events", eventPairs(sameTime, true)},
	{"events_found", "events", eventPairs(nil, false)},
}

// pair pairs items one to one, the most alike first; of equally alike ones
// those that stand first.
func pair(gold, mine int, alike func(i, j int) float64) [][2]int {
	type candidate struct {
		alike float64
		i, j  int
	}
	var all []candidate
	for i := range gold {
		for j := range mine {
			if a := alike(i, j); a > 0 {
				all = append(all, candidate{a, i, j})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.alike > b.alike:
			return -1
		case a.alike < b.alike:
			return 1
		}
		return 0
	})
	var out [][2]int
	usedGold, usedMine := make([]bool, gold), make([]bool, mine)
	for _, c := range all {
		if !usedGold[c.i] && !usedMine[c.j] {
			usedGold[c.i], usedMine[c.j] = true, true
			out = append(out, [2]int{c.i, c.j})
		}
	}
	return out
}

// statementPairs: right is the same speaker, if asked the same mode, and words
// that overlap by a share or more.
func statementPairs(share float64, mode bool) func(g, m *Annotation) ([][2]int, Count) {
	return func(g, m *Annotation) ([][2]int, Count) {
		gold, mine := contents(g), contents(m)
		got := pair(len(gold), len(mine), func(i, j int) float64 {
			x, y := g.stated[i], m.stated[j]
			if x.Speaker != y.Speaker || mode && x.Mode != y.Mode {
				return 0
			}
			if o := overlap(gold[i], mine[j]); o >= share {
				return o
			}
			return 0
		})
		return got, Count{len(got), len(gold), len(mine)}
	}
}

func contents(a *Annotation) []pieces {
	out := make([]pieces, len(a.stated))
	for i := range out {
		out[i] = a.stated[i].Content.chars()
	}
	return out
}

// eventPairs: right is a trigger that overlaps, the same kind, if asked the
// same principals, and a time that agrees (any, where times is nil).
func eventPairs(times func(a, b value) bool, principals bool) func(g, m *Annotation) ([][2]int, Count) {
	return func(g, m *Annotation) ([][2]int, Count) {
		gold, mine := triggers(g), triggers(m)
		got := pair(len(gold), len(mine), func(i, j int) float64 {
			x, y := g.events[i], m.events[j]
			switch {
			case common(gold[i], mine[j]) == 0, x.Kind != y.Kind,
				principals && x.principals() != y.principals(),
				times != nil && !times(x.when(), y.when()):
				return 0
			}
			return 1
		})
		return got, Count{len(got), len(gold), len(mine)}
	}
}

func triggers(a *Annotation) []pieces {
	out := make([]pieces, len(a.events))
	for i := range out {
		out[i] = a.events[i].Trigger.chars()
	}
	return out
}

// principals are the names of those who take part, without those who are only
// present or receive someone, as one key.
func (e event) principals() string {
	var names []string
	for _, p := range e.Participants {
		if r := p.role.text(); r != "attendee" && r != "receiver" {
			names = append(names, string(p.name))
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "|")
}

func (e event) when() value {
	if e.Time == nil {
		return ""
	}
	return e.Time.Value
}

// compatible reports whether two times do not contradict each other: equal,
// one finer than the other, or one not given.
func compatible(a, b value) bool {
	x, y := a.text(), b.text()
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// sameTime reports whether they are compatible and the same.
func sameTime(a, b value) bool { return a == b && compatible(a, b) }
