package name

import "sort"

// holderOf finds who has a title: the same words with a country, or the same
// office where one person of the page has it, or else the last before it in
// the text.
func (p *page) holderOf(b *body, o office) *at {
	core, whole := b.text(o.core, o.end), b.text(o.start, o.end)
	h := p.heldBy()
	if o.start < o.mod {
		if w := h.whole[whole]; w != nil {
			return w.first()
		}
		return nil
	}
	held := h.core[core]
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
	if k := sort.Search(len(here), func(k int) bool { return b.people[here[k]].end > o.start }); k > 0 {
		return &at{b, here[k-1]}
	}
	return nil
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
	in    map[inText][]int     // their mentions in a text
}

type inText struct {
	text int
	core string
}

// heldBy finds the holders once.
func (p *page) heldBy() *holders {
	if p.holders != nil {
		return p.holders
	}
	h := &holders{map[string]*person{}, map[string][]*person{}, map[inText][]int{}}
	for _, w := range p.people {
		for s := range w.seen {
			if h.whole[s] == nil {
				h.whole[s] = w
			}
		}
		for s := range w.cores {
			h.core[s] = append(h.core[s], w)
		}
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
