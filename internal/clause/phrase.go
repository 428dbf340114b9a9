package clause

import "dateline/internal/lexicon"

// Phrase is a noun phrase: the characters [Start, End) as a reader would print
// it, and the actors that are its heads; none where it is a plain noun (与会者).
type Phrase struct {
	Start, End int
	Actors     []int
}

// Empty reports whether there is no phrase.
func (p Phrase) Empty() bool { return p.End <= p.Start }

// List gives the actors that stand in one list with actor a, in their order: A、B
// 和C, 以及D. With (同, 与) is no list.
func (x *Text) List(a int) []int {
	first := a
	for first > 0 && x.listed(first-1, first) {
		first--
	}
	last := a
	for last+1 < len(x.Actors) && x.listed(last, last+1) {
		last++
	}
	out := make([]int, 0, last-first+1)
	for k := first; k <= last; k++ {
		out = append(out, k)
	}
	return out
}

// joiners stand between the members of a list.
var joiners = map[string]bool{"、": true, "和": true, "及": true, "以及": true, "，以及": true, "及其": true, "并": true, "、及": true, "·": true}

// listed reports whether the actors a and b = a+1 are neighbours in a list.
func (x *Text) listed(a, b int) bool {
	p, q := &x.Actors[a], &x.Actors[b]
	i, j := p.To, q.From
	if i == j {
		return p.Kind == Person && q.Kind == Person && p.End == p.To && q.Start == q.From
	}
	if j < i || j-i > longestOffice {
		return false
	}
	return joiners[x.Slice(i, j)] || x.office(i, j)
}

// longestOffice is how many characters a joiner and the office after it have at
// most.
const longestOffice = 12

// office reports that a joiner and then only words of an office stand in the
// characters [i, j): 多兰|和财政部|长安德罗夫.
func (x *Text) office(i, j int) bool {
	k := x.TokenAt(i)
	if int(x.Tokens[k].Start) != i || !joiners[x.Text(k)] {
		return false
	}
	for k++; k < len(x.Tokens) && int(x.Tokens[k].Start) < j; k++ {
		t := &x.Tokens[k]
		switch {
		case int(t.End) > j:
			return false
		case t.Kind == Name:
			if kind := x.Actors[t.Number].Kind; kind != Body && kind != Place {
				return false
			}
		case t.Kind != Word || !t.Class.Has(lexicon.Office|lexicon.Modifier|lexicon.Body|lexicon.BodyEnd|lexicon.BodyWord|lexicon.Country) || t.Class.Has(lexicon.Verb|lexicon.Func):
			return false
		}
	}
	return true
}
