package name

import (
	"slices"
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// holderOf finds who has a title: the same words with a country, or the same
// office where one person of the page has it, or else the last before it in
// the text, or the only one in the article.
func (p *page) holderOf(b *body, o office) *at {
	core, whole := b.text(o.core, o.end), b.text(o.start, o.end)
	h := p.heldBy()
	held := h.core[core]
	if n := p.nationBefore(b, o); n != nil {
		held = h.nation[ofNation{n.Name, core}]
	} else if o.start < o.mod {
		if w := h.whole[whole]; w != nil {
			return w.first()
		}
		return nil
	}
	if s := b.text(o.end, o.end+2); s == "先生" || s == "阁下" || s == "女士" {
		held = p.addressed(b, o, held)
	}
	switch len(held) {
	case 0:
		return nil
	case 1:
		return held[0].first()
	}
	here := h.here(b, core)
	for k := sort.Search(len(here), func(k int) bool { return b.people[here[k]].end > o.start }) - 1; k >= 0; k-- {
		if w := b.people[here[k]].who; len(held) > longChain || slices.Contains(held, w) {
			return &at{b, here[k]}
		}
	}
	return p.onlyHere(b, held)
}

// nationBefore is the country before a title, by any of its names.
func (p *page) nationBefore(b *body, o office) *lexicon.Nation {
	if k := b.thingEnding(o.mod); k >= 0 && b.things[k].kind == tagger.Place {
		if n := b.things[k].nation; n != nil {
			return n
		}
		return lexicon.LoadCountries().Name(b.text(b.things[k].start, b.things[k].end))
	}
	if o.start < o.mod {
		return lexicon.LoadCountries().Name(b.text(o.start, o.mod))
	}
	return nil
}

// onlyHere is the only one of some people whom the article of a text names.
func (p *page) onlyHere(b *body, held []*person) *at {
	if len(held) > longChain {
		return nil
	}
	var only *person
	for _, w := range held {
		for _, o := range p.story(b).bodies {
			if _, any := w.before(o.index, 0); !any {
				continue
			}
			if only != nil && only != w {
				return nil
			}
			only = w
		}
	}
	if only == nil {
		return nil
	}
	return only.first()
}

// addressed leaves out the subject of the sentence: who speaks to 总理先生 is
// another. Of three and more it leaves out nobody, because two are no answer
// either.
func (p *page) addressed(b *body, o office, held []*person) []*person {
	a := p.antecedent(b, o.start, false)
	if a == nil || len(held) > 2 {
		return held
	}
	var out []*person
	for _, w := range held {
		if a.cand().who != w {
			out = append(out, w)
		}
	}
	return out
}

// holders says who has which title.
type holders struct {
	whole map[string]*person   // the first who has it, by the title with its body
	core  map[string][]*person // by the office alone
	// nation is by the office and the country of it.
	nation map[ofNation][]*person
	in     map[inText][]int // their mentions in a text
}

type ofNation struct{ nation, core string }

type inText struct {
	text int
	core string
}

// heldBy finds the holders once.
func (p *page) heldBy() *holders {
	if p.holders != nil {
		return p.holders
	}
	h := &holders{map[string]*person{}, map[string][]*person{}, map[ofNation][]*person{}, map[inText][]int{}}
	for _, w := range p.people {
		for s := range w.seen {
			if h.whole[s] == nil {
				h.whole[s] = w
			}
		}
		for s := range w.cores {
			h.core[s] = append(h.core[s], w)
		}
		w.eachOffice(func(b *body, o office) {
			n := p.nationBefore(b, o)
			if n == nil {
				return
			}
			key := ofNation{n.Name, b.text(o.core, o.end)}
			if list := h.nation[key]; len(list) == 0 || list[len(list)-1] != w {
				h.nation[key] = append(list, w)
			}
		})
	}
	p.holders = h
	return h
}

// here gives the mentions in a text of those who have an office.
func (h *holders) here(b *body, core string) []int {
	key := inText{b.index, core}
	out, ok := h.in[key]
	if !ok {
		for k := range b.people {
			if who := b.people[k].who; who != nil && who.cores[core] {
				out = append(out, k)
			}
		}
		h.in[key] = out
	}
	return out
}
