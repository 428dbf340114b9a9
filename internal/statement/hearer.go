package statement

import (
	"dateline/internal/clause"
)

// side is one side of a meeting, or of a letter.
type side struct {
	party
	people []int
}

// meets are verbs of those who speak with each other, or write.
var meets = set(`会见 会晤 会谈 接见 通电话 通话 见面 拜会 约见 致电 致信 致函 复信 复电 回信`)

// meet keeps who speaks with whom by sentence s, where it tells of two sides:
// the words after it are said by one to the other.
func (r *reader) meet(s int) {
	x := r.x
	for k := x.Sentences[s].From; k < x.Sentences[s].To; k++ {
		if x.Tokens[k].Kind != clause.Word || !meets[x.Text(k)] || x.QuoteAt(k) >= 0 {
			continue
		}
		if a, b := r.sides(s, k); len(a.people) > 0 && len(b.people) > 0 {
			r.meeting = []side{a, b}
			return
		}
	}
}

// sides are the people before and after the verb at token v in sentence s. Where
// nobody stands after it (X同Y会谈) the second of those before is the other
// side.
func (r *reader) sides(s, v int) (a, b side) {
	x := r.x
	before := r.lists(r.startOf(x.Sentences[s].From), r.startOf(v))
	after := r.lists(r.endOf(v+1), r.endOf(x.Sentences[s].To))
	switch {
	case len(before) == 0 && len(after) > 0 && letterVerbs[x.Text(v)]:
		return side{party: party{name: anybody, person: -1}, people: []int{-1}}, after[0]
	case len(before) == 0:
		return a, b
	case len(after) > 0 && x.ClauseAt(x.TokenAt(after[0].start)) == x.ClauseAt(v):
		return before[0], after[0]
	case len(before) > 1:
		return before[0], before[1]
	case len(before[0].people) == 2 && len(after) == 0:
		both := before[0].people
		return r.alone(before[0], both[0]), r.alone(before[0], both[1])
	}
	return a, b
}

// letterVerbs have a reader, whoever writes: 各国政要致电某某.
var letterVerbs = set(`致电 致信 致函`)

// anybody stands for writers who are not named.
const anybody = "*"

// alone is one person of a list.
func (r *reader) alone(list side, person int) side {
	x := r.x
	i, j := x.ActorsIn(list.start, list.end)
	for ; i < j; i++ {
		if y := &x.Actors[i]; y.Kind == clause.Person && len(y.People) == 1 && y.People[0] == person {
			return side{party{name: y.Name, person: person}, []int{person}}
		}
	}
	return side{}
}

// lists are the lists of people among the characters [i, j), nobody twice.
func (r *reader) lists(i, j int) []side {
	x := r.x
	var out []side
	seen := map[int]bool{}
	a, b := x.ActorsIn(i, j)
	for k := a; k < b; k++ {
		y := &x.Actors[k]
		if y.Kind != clause.Person || len(y.People) != 1 || seen[y.People[0]] {
			continue
		}
		list := x.List(k)
		one := side{party: party{name: y.Name, person: y.People[0], start: y.Start, end: y.End}}
		for _, n := range list {
			z := &x.Actors[n]
			if z.Kind == clause.Person && len(z.People) == 1 && z.From >= i && z.To <= j {
				seen[z.People[0]] = true
				one.people = append(one.people, z.People[0])
				one.end = z.End
			}
			k = max(k, n)
		}
		if len(one.people) > 1 {
			one.name, one.person = r.printed(one.start, one.end), -1
		}
		out = append(out, one)
	}
	return out
}

func (s side) has(person int) bool {
	for _, p := range s.people {
		if p == person {
			return true
		}
	}
	return false
}

// toward stand between a speaker and a hearer.
var toward = set(`对 向 告诉 同 与`)

// hearer is to whom: 对X说, 告诉X, else the other side of the last meeting or
// letter that was told.
func (r *reader) hearer(c cue, p party, clauseStart int) *party {
	x := r.x
	a, b := x.ActorsIn(clauseStart, c.start)
	for i := b - 1; i >= a; i-- {
		y := &x.Actors[i]
		k := x.TokenAt(y.From) - 1
		if y.Kind == clause.Person && len(y.People) == 1 && k >= 0 && toward[x.Text(k)] && y.People[0] != p.person {
			return &party{start: y.From, end: y.To, name: y.Name, person: y.People[0]}
		}
	}
	if len(r.meeting) != 2 || p.person < 0 {
		return nil
	}
	if to := r.meeting[1]; r.meeting[0].name == anybody && !to.has(p.person) {
		h := to.party
		h.start, h.end = 0, 0
		return &h
	}
	for i, m := range r.meeting {
		if other := r.meeting[1-i]; m.has(p.person) && !other.has(p.person) {
			h := other.party
			h.start, h.end = 0, 0
			return &h
		}
	}
	return nil
}
