package eval

import "fmt"

// Layers are the names of the layers, in the order of the tables.
func Layers() []string {
	var out []string
	for _, l := range keyed {
		out = append(out, l.name)
	}
	for _, l := range pairedLayers {
		out = append(out, l.name)
	}
	return out
}

// Score counts each layer that the gold has.
func Score(gold, mine *Annotation) Scores {
	out := Scores{}
	for _, l := range keyed {
		if gold.given[l.needs] {
			out[l.name] = countKeys(l.keys(gold), l.keys(mine))
		}
	}
	for _, l := range pairedLayers {
		if gold.given[l.needs] {
			_, out[l.name] = l.count(gold, mine)
		}
	}
	return out
}

// countKeys counts the keys of both, each as often as it is in both.
func countKeys(gold, mine []string) Count {
	missing, _ := difference(gold, mine)
	return Count{len(gold) - len(missing), len(gold), len(mine)}
}

// difference gives the keys that are only in the one and only in the other,
// in their order.
func difference(gold, mine []string) (missing, extra []string) {
	left := map[string]int{}
	for _, k := range mine {
		left[k]++
	}
	for _, k := range gold {
		if left[k] > 0 {
			left[k]--
		} else {
			missing = append(missing, k)
		}
	}
	for i := len(mine) - 1; i >= 0; i-- {
		if k := mine[i]; left[k] > 0 {
			left[k]--
			extra = append([]string{k}, extra...)
		}
	}
	return missing, extra
}

// Differences gives the items of a layer that the record lacks and that it has
// too many, for a person to read; nothing for a layer that the gold lacks.
func Differences(name string, gold, mine *Annotation) (missing, extra []string) {
	for _, l := range keyed {
		if l.name == name && gold.given[l.needs] {
			return difference(l.keys(gold), l.keys(mine))
		}
	}
	for _, l := range pairedLayers {
		if l.name == name && gold.given[l.needs] {
			return unpaired(l, gold, mine)
		}
	}
	return nil, nil
}

// unpaired gives the items of a paired layer that have no partner.
func unpaired(l paired, gold, mine *Annotation) (missing, extra []string) {
	pairs, c := l.count(gold, mine)
	hasGold, hasMine := make([]bool, c.Gold), make([]bool, c.Found)
	for _, p := range pairs {
		hasGold[p[0]], hasMine[p[1]] = true, true
	}
	for i, has := range hasGold {
		if !has {
			missing = append(missing, gold.item(l.needs, i))
		}
	}
	for j, has := range hasMine {
		if !has {
			extra = append(extra, mine.item(l.needs, j))
		}
	}
	return missing, extra
}

// item is a statement or an event in words.
func (a *Annotation) item(list string, i int) string {
	if list == "statements" {
		s := a.stated[i]
		return fmt.Sprintf("%s %s %s", s.Speaker.name, s.Mode, s.Content.words())
	}
	e := a.events[i]
	return fmt.Sprintf("%s %s %s %s", e.Kind, e.Trigger.words(), e.principals(), e.when())
}

func (s *stretch) words() string {
	if s == nil {
		return "null"
	}
	return fmt.Sprint(s.Text, s.Pieces)
}
