package name

import (
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// least is the number of names from which a run without marks is a list.
const least = 3

// lists finds names printed one after another without marks (李先念徐向前):
// a run of Han characters between marks that can be read as names from end to
// end, better than as anything else. What the tagger found there is put aside.
func (p *page) lists(b *body) {
	for i := 0; i < b.t.Len(); {
		if lexicon.ShapeOf(b.at(i)) != lexicon.Han {
			i++
			continue
		}
		j := i
		for j < b.t.Len() && (lexicon.ShapeOf(b.at(j)) == lexicon.Han || b.at(j) == '·') {
			j++
		}
		if j-i >= 6 && p.listLike(b, i, j) {
			p.list(b, i, j)
		}
		i = j
	}
	b.chains()
}

// chains takes four names or more side by side for a list, though the run
// that they are in could not be read as names from end to end.
func (b *body) chains() {
	b.sortPeople()
	for k := 0; k < len(b.people); {
		m := k + 1
		for m < len(b.people) && b.people[m].start == b.people[m-1].end {
			m++
		}
		for i := k; i < m && m-k > least; i++ {
			b.people[i].rule = "list"
		}
		k = m
	}
}

// listLike asks cheaply whether a run can be a list: more than half of it is
// marked as people, or it has hardly a word of the lists.
func (p *page) listLike(b *body, i, j int) bool {
	marked := 0
	for _, m := range b.marksFrom(i) {
		if m.Start >= j {
			break
		}
		if m.Kind == tagger.Person && m.End <= j {
			marked += m.End - m.Start
		}
	}
	return marked*2 > j-i
}

// list reads the run [i, j) as names. A title at its head is left out.
func (p *page) list(b *body, i, j int) {
	for k := j - 1; k > i; k-- {
		if o, ok := b.ends[k]; ok && b.offices[o].start <= i {
			i = k
			break
		}
	}
	cut := p.cutList(b, i, j)
	if len(cut) < least {
		return
	}
	b.dropPeople(i, j)
	for _, c := range cut {
		b.add(c)
	}
}

// dropPeople leaves out the candidates over [i, j): their characters are free
// at once, their places in the list are when sortPeople is called.
func (b *body) dropPeople(i, j int) {
	for c := i; c < j; c++ {
		if k := b.over.at(c); k >= 0 {
			o := &b.people[k]
			b.over.clear(o.start, o.end)
			o.end = o.start
		}
	}
}

// cutList finds the best reading of [i, j) as names, nil where there is none
// that covers it.
func (p *page) cutList(b *body, i, j int) []cand {
	const no = -1 << 30
	n := j - i
	best, from := make([]int, n+1), make([]int, n+1)
	for k := 1; k <= n; k++ {
		best[k] = no
		for size := 2; size <= min(k, 12); size++ {
			if best[k-size] == no {
				continue
			}
			if v, ok := p.listed(b, i+k-size, i+k); ok && best[k-size]+v > best[k] {
				best[k], from[k] = best[k-size]+v, k-size
			}
		}
	}
	if best[n] == no {
		return nil
	}
	var out []cand
	for k := n; k > 0; k = from[k] {
		out = append(out, cand{start: i + from[k], end: i + k, rule: "list"})
	}
	return out
}

// listed says how good the characters are as one name of a list without
// marks: by the tagger's model, the surname, and the length (three characters
// are the most usual).
func (p *page) listed(b *body, i, j int) (int, bool) {
	r := b.t.Runes[i:j]
	if joins(r[0]) || joins(r[len(r)-1]) || joins(b.at(j)) || joins(b.at(i-1)) {
		return 0, false
	}
	v := int(b.read.Score(i, j, tagger.Person)) / 4
	if v < -24 || p.common1(b, i, j) && v < 24 || p.inside(b, i, j) < -3 {
		return 0, false
	}
	switch {
	case p.isChinese(r):
		if p.names.Trait(r[0])&lexicon.CommonName != 0 {
			v += 30
		}
		if len(r) == 3 {
			v += 12
		}
		if len(r) == 4 && p.surnameLen(r) == 1 {
			v -= 40
		}
		return v, true
	case dotted(string(r)) && p.isTranslit(r):
		return v + 30, true
	case len(r) <= 5 && p.inside(b, i, j) >= 0: // 多吉才让
		return v - 20, v > 0
	}
	return 0, false
}

func (p *page) common1(b *body, i, j int) bool {
	return p.class(b, i, j).Has(lexicon.General | titleClass | lexicon.Country)
}

// enumerated finds the names between 、 that the tagger missed, where those
// on both sides, or one side and the list's end (等), are people.
func (p *page) enumerated(b *body) {
	for k := 0; k < len(b.people); k++ { // names found on the way are looked at too
		end := b.people[k].end
		if n := b.joint(end); n > 0 {
			p.item(b, end+n)
		}
	}
}

// joint is the length of a mark or word between the items of a list at i, 0
// where there is none.
func (b *body) joint(i int) int {
	switch {
	case b.at(i) == '、', b.at(i) == '和', b.at(i) == '及', b.at(i) == '与':
		return 1
	case b.text(i, i+2) == "以及":
		return 2
	}
	return 0
}

// item takes the list item at i as a name, where it has the build of one.
func (p *page) item(b *body, i int) bool {
	if b.overlaps(i, i+1) {
		return false
	}
	for j := i + 2; j <= min(i+12, b.t.Len()); j++ {
		r := b.at(j)
		if r != '、' && r != '，' && r != '。' && r != '等' && r != '和' && r != '及' && r != '与' && !p.stops(b, j) && b.text(j, j+2) != "以及" && r != '（' && r != 0 && r != '\n' {
			continue
		}
		w := b.t.Runes[i:j]
		s := p.shapeOf(w)
		ok := s != odd && (s != translit || len(w) > 2) && !p.placeLike(b, i, j) && !p.common1(b, i, j) &&
			!p.countries(b, i, j) && p.inside(b, i, j) > -4 && p.free(b, i, j)
		if p.inside(b, i, j) < 0 && (s == chinese && p.names.Trait(w[0])&lexicon.CommonName == 0 || s == translit && (len(w) < 4 || p.inside(b, i, j) < -2)) {
			ok = false
		}
		if b.at(i-1) != '、' && (s != translit || len(w) < 3) {
			ok = ok && p.worth(b, i, j) >= enough
		}
		return ok && b.add(cand{start: i, end: j, rule: "enumerated", score: b.read.Score(i, j, tagger.Person)})
	}
	return false
}

// longest is the length of the longest name that is looked back for.
const longest = 40

// marksFrom gives the tagger's marks that begin at i or later.
func (b *body) marksFrom(i int) []tagger.Mark {
	m := b.read.Marks
	return m[sort.Search(len(m), func(k int) bool { return m[k].Start >= i }):]
}

// free reports whether the tagger has no place or body there.
func (p *page) free(b *body, i, j int) bool {
	for _, m := range b.marksFrom(i - longest) {
		if m.Start >= j {
			break
		}
		if m.Kind != tagger.Person && i < m.End {
			return false
		}
	}
	return true
}
