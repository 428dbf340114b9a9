package main

import (
	"math/rand/v2"
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// pool has the parts that names are made up from.
type pool struct {
	names    *lexicon.Names
	surnames []rune
	givens   []string
	foreign  []string
	places   map[string][]string // by their last character, where it is a suffix
	isPlace  map[string]bool
}

// newPool gathers the names of the samples, each once.
func newPool(samples []sample) *pool {
	p := &pool{names: lexicon.LoadNames(), places: map[string][]string{}, isPlace: map[string]bool{}}
	p.addPlaces(samples)
	surnames, givens, foreign := map[rune]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range samples {
		r := []rune(s.text)
		for _, n := range s.names {
			if n.kind != tagger.Person || n.end > len(r) {
				continue
			}
			w := r[n.start:n.end]
			switch {
			case p.chinese(w):
				surnames[w[0]] = true
				givens[string(w[1:])] = true
			case p.translit(w):
				foreign[string(w)] = true
			}
		}
	}
	for r := range surnames {
		p.surnames = append(p.surnames, r)
		if p.names.Trait(r)&lexicon.CommonName != 0 { // common ones twice
			p.surnames = append(p.surnames, r)
		}
	}
	for g := range givens {
		p.givens = append(p.givens, g)
	}
	for f := range foreign {
		p.foreign = append(p.foreign, f)
	}
	sort.Slice(p.surnames, func(i, j int) bool { return p.surnames[i] < p.surnames[j] })
	sort.Strings(p.givens)
	sort.Strings(p.foreign)
	return p
}

// addPlaces gathers the places of the samples, each once.
func (p *pool) addPlaces(samples []sample) {
	for _, s := range samples {
		r := []rune(s.text)
		for _, n := range s.names {
			if n.kind == tagger.Place && n.end <= len(r) && n.end-n.start > 1 {
				p.isPlace[string(r[n.start:n.end])] = true
			}
		}
	}
	var all []string
	for w := range p.isPlace {
		all = append(all, w)
	}
	sort.Strings(all)
	for _, w := range all {
		p.places[sort0(w)] = append(p.places[sort0(w)], w)
	}
}

// sort0 is the sort of a place: its suffix, or "" where it has none.
func sort0(w string) string {
	r := []rune(w)
	last := string(r[len(r)-1:])
	if len(r) > 2 && lexicon.Load().Class(last).Has(lexicon.PlaceEnd) {
		return last
	}
	return ""
}

// anotherPlace gives another place of the same sort; one with a suffix is
// half of the time made up of the beginnings of two.
func (p *pool) anotherPlace(w []rune, rnd *rand.Rand) []rune {
	if len(w) < 2 {
		return w
	}
	list := p.places[sort0(string(w))]
	if len(list) < 5 {
		return w
	}
	r := []rune(list[rnd.IntN(len(list))])
	if sort0(string(w)) != "" && len(r) == 3 && rnd.IntN(2) == 0 {
		r[0] = []rune(list[rnd.IntN(len(list))])[0]
	}
	return r
}

// anotherBody gives a body with another place at its head, where it begins
// with one.
func (p *pool) anotherBody(w []rune, rnd *rand.Rand) []rune {
	for n := min(len(w)-2, 6); n >= 2; n-- {
		if p.isPlace[string(w[:n])] {
			return append(append([]rune(nil), p.anotherPlace(w[:n], rnd)...), w[n:]...)
		}
	}
	return w
}

func (p *pool) chinese(w []rune) bool {
	return (len(w) == 2 || len(w) == 3) && p.names.Trait(w[0])&lexicon.Surname != 0
}

func (p *pool) translit(w []rune) bool {
	if len(w) < 2 {
		return false
	}
	for _, r := range w {
		if p.names.Trait(r)&lexicon.Translit == 0 && r != '·' && r != '・' {
			return false
		}
	}
	return true
}

// another gives a name of the same make as w, put together by chance: the
// characters of two given names of two characters are crossed.
func (p *pool) another(w []rune, rnd *rand.Rand) []rune {
	switch {
	case p.chinese(w):
		g := []rune(p.givens[rnd.IntN(len(p.givens))])
		h := []rune(p.givens[rnd.IntN(len(p.givens))])
		if len(g) == 2 && len(h) == 2 {
			g[1] = h[1]
		}
		return append([]rune{p.surnames[rnd.IntN(len(p.surnames))]}, g...)
	case p.translit(w):
		return []rune(p.foreign[rnd.IntN(len(p.foreign))])
	}
	return w
}

// augment gives copies of the samples that name people, with other names in
// their place, so that the model learns where names stand and how they are
// built rather than which ones were in the news.
func augment(samples []sample, copies int) []sample {
	p := newPool(samples)
	rnd := rand.New(rand.NewPCG(7, 11))
	var out []sample
	for range copies {
		for _, s := range samples {
			if c, ok := p.swap(s, rnd); ok {
				out = append(out, c)
			}
		}
	}
	if copies > 0 {
		out = append(out, p.lists(1500, rnd)...)
	}
	return out
}

// lists makes lists of names without marks between them, or with a space, as
// papers print attendance: one sample for each of n.
func (p *pool) lists(n int, rnd *rand.Rand) []sample {
	heads := []string{"", "", "出席会议的有：", "参加会见的有", "名单如下：", "委员", "（按姓氏笔画为序）", "主席团成员"}
	between := []string{"", "", "", " ", "　", "、"}
	var out []sample
	for range n {
		text := []rune(heads[rnd.IntN(len(heads))])
		var s sample
		gap := []rune(between[rnd.IntN(len(between))])
		for range 3 + rnd.IntN(20) {
			w := p.another([]rune("张一二"), rnd)
			if rnd.IntN(12) == 0 {
				w = p.another([]rune("巴卡"), rnd)
			}
			s.names = append(s.names, name{len(text), len(text) + len(w), tagger.Person})
			text = append(append(text, w...), gap...)
			if rnd.IntN(15) == 0 {
				text = append(text, []rune("（女）")...)
			}
		}
		s.text = string(text)
		out = append(out, s)
	}
	return out
}

func (p *pool) swap(s sample, rnd *rand.Rand) (sample, bool) {
	r := []rune(s.text)
	var c sample
	var text []rune
	at, any := 0, false
	for _, n := range s.names {
		if n.end > len(r) || n.start < at {
			continue
		}
		text = append(text, r[at:n.start]...)
		w := r[n.start:n.end]
		switch {
		case n.kind == tagger.Person:
			w, any = p.another(w, rnd), true
		case rnd.IntN(2) == 0:
		case n.kind == tagger.Place:
			w, any = p.anotherPlace(w, rnd), true
		default:
			w, any = p.anotherBody(w, rnd), true
		}
		c.names = append(c.names, name{len(text), len(text) + len(w), n.kind})
		text = append(text, w...)
		at = n.end
	}
	c.text = string(append(text, r[at:]...))
	return c, any
}
