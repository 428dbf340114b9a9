package name

import (
	"slices"
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
	marked, n := 0, 0
	for _, m := range b.marksFrom(i) {
		if m.Start >= j {
			break
		}
		if m.Kind == tagger.Person && m.End <= j {
			marked, n = marked+m.End-m.Start, n+1
		}
	}
	return n >= least-1 && marked*2 > j-i
}

// list reads the run [i, j) as names. A title at its head is left out.
func (p *page) list(b *body, i, j int) {
	for k := j - 1; k > i; k-- {
		if o, ok := b.officeEnds(k); ok && b.offices[o].start <= i {
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

// longListed is the length of the longest name of a list without marks.
const longListed = 12

// cutList finds the best reading of [i, j) as names, nil where there is none
// that covers it. Lists are printed in the order of surnames as often as not,
// so that two names of one surname side by side are likelier than two others.
func (p *page) cutList(b *body, i, j int) []cand {
	n := j - i
	best := make([]listCuts, n+1)
	long := n >= longList && !b.hasOffice(i, j)
	for k := range best {
		for size := range best[k] {
			best[k][size].worth = no
			if size < 2 || size > k {
				continue
			}
			if v, ok := p.listed(b, i+k-size, i+k, long); ok {
				best[k][size] = b.bestCut(best[k-size], i+k-size, k == size, v)
			}
		}
	}
	var out []cand
	for k, size := n, best[n].best(); size > 0; {
		out = append(out, cand{start: i + k - size, end: i + k, rule: "list"})
		k, size = k-size, best[k][size].before
	}
	slices.Reverse(out)
	return out
}

// bestCut finds the best name before one that begins at i and is worth v;
// first reports whether it begins the list.
func (b *body) bestCut(cuts listCuts, i int, first bool, v int) listCut {
	if first {
		return listCut{v, 0}
	}
	out := listCut{worth: no}
	for size, c := range cuts {
		if size < 2 || c.worth <= no {
			continue
		}
		w := c.worth + v
		if b.at(i) == b.at(i-size) {
			w += sameSurname
		}
		if w > out.worth {
			out = listCut{w, size}
		}
	}
	return out
}

// listCuts are the best readings up to a character, by the length of the last
// name.
type listCuts [longListed + 1]listCut

// listCut is the worth of the best names up to one, and the length of the
// name before it, 0 where it is the first.
type listCut struct{ worth, before int }

// best is the length of the best last name, 0 where there is none.
func (c *listCuts) best() int {
	size := 0
	for k := 2; k < len(c); k++ {
		if c[k].worth > no && (size == 0 || c[k].worth > c[size].worth) {
			size = k
		}
	}
	return size
}

// hasOffice reports whether a title stands inside [i, j).
func (b *body) hasOffice(i, j int) bool {
	for k := i; k < j; k++ {
		if o, ok := b.officeBegins(k); ok && b.offices[o].end-b.offices[o].core > 1 && b.offices[o].end <= j {
			return true
		}
	}
	return false
}

const (
	no          = -1 << 30
	sameSurname = 80
	// longList is the length of a run from which it is a list whatever single
	// names are like, and doubtful what a name that is like none costs there.
	longList = 30
	doubtful = 60
)

// listed says how good the characters are as one name of a list without
// marks: by the tagger's model, the surname, and the length (three characters
// are the most usual). In a long list anything can be a name.
func (p *page) listed(b *body, i, j int, long bool) (int, bool) {
	r := b.t.Runes[i:j]
	if joins(r[0]) || joins(r[len(r)-1]) || joins(b.at(j)) || joins(b.at(i-1)) {
		return 0, false
	}
	v := int(b.read.Score(i, j, tagger.Person)) / 4
	if v < -24 || p.common1(b, i, j) && v < 24 || p.inside(b, i, j) < -3 {
		if !long {
			return 0, false
		}
		v -= doubtful
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
	case len(r) <= 5 && p.inside(b, i, j) >= 0 && v > 0: // 多吉才让
		return v - 20, true
	}
	if dotted(string(r)) {
		return v - doubtful/2, long
	}
	return v - doubtful, long && len(r) <= 5
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
		if start := b.people[k].start; b.at(start-1) == '、' {
			p.itemBefore(b, start-1)
		}
	}
}

// itemBefore takes the list item that ends at j as a name, where it has the
// build of one and all of what stands there is it.
func (p *page) itemBefore(b *body, j int) {
	if j < 2 || b.overlaps(j-1, j) || b.mark(j-1) {
		return
	}
	i := j
	for i > 0 && j-i < longest && (!b.mark(i-1) || joins(b.at(i-1))) && b.joint(i-1) == 0 && !b.over.any(i-1, i) {
		if _, ok := b.officeEnds(i); ok {
			break
		}
		i--
	}
	w := b.t.Runes[i:j]
	if s := p.shapeOf(w); s == odd || s == translit && len(w) < 3 || p.opening(b, i) < 1 || p.placeLike(b, i, j) || p.common1(b, i, j) || p.countries(b, i, j) || p.inside(b, i, j) < 0 || !p.free(b, i, j) {
		return
	}
	if p.worth(b, i, j) >= enough {
		b.add(cand{start: i, end: j, rule: "enumerated", score: b.read.Score(i, j, tagger.Person)})
	}
}

// listedAs reports whether the characters [i, j) are a Chinese name among
// names, whatever else the lists have them for: 王平、|江华|、李强.
func (p *page) listedAs(b *body, i, j int) bool {
	r := b.t.Runes[i:j]
	return p.isChinese(r) && p.names.Trait(r[0])&lexicon.CommonName != 0 && !p.class(b, i, j).Has(lexicon.Country|titleClass|lexicon.Verb)
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
		if r != '、' && r != '，' && r != '。' && r != '等' && r != '和' && r != '及' && r != '与' && !p.stops(b, j) && b.text(j, j+2) != "以及" && r != '（' && r != '）' && r != 0 && r != '\n' {
			continue
		}
		w := b.t.Runes[i:j]
		s := p.shapeOf(w)
		ok := s != odd && (s != translit || len(w) > 2) && !p.placeLike(b, i, j) && !p.common1(b, i, j) &&
			!p.countries(b, i, j) && p.inside(b, i, j) > -4 && p.free(b, i, j)
		if p.inside(b, i, j) < 0 && (s == chinese && p.names.Trait(w[0])&lexicon.CommonName == 0 && p.surnameLen(w) == 1 || s == translit && (len(w) < 4 || p.inside(b, i, j) < -2)) {
			ok = false
		}
		if !ok && r == '、' && b.at(i-1) == '、' && b.startsAt(j+1) != nil && p.listedAs(b, i, j) {
			ok = true
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
