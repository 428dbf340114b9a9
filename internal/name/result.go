package name

import (
	"cmp"
	"slices"

	"dateline/internal/lexicon"
	"dateline/internal/span"
	"dateline/internal/tagger"
)

// span turns characters of a text into bytes.
func (b *body) span(i, j int) span.Span { return span.Span{Start: b.t.Byte(i), End: b.t.Byte(j)} }

// result puts the entities together.
func (p *page) result() Result {
	var r Result
	for _, w := range p.people {
		r.People = append(r.People, w.entity())
	}
	slices.SortStableFunc(r.People, func(x, y Entity) int { return byPlace(x.Mentions[0], y.Mentions[0]) })
	r.Places = p.entities(tagger.Place)
	r.Organizations = p.entities(tagger.Body)
	r.References = p.references()
	for _, b := range p.bodies {
		r.Reads = append(r.Reads, Read{b.t, b.lat.Words})
	}
	return r
}

// entity is the person as it goes out.
func (w *person) entity() Entity {
	e := Entity{Name: w.printed, Titles: w.titles, Mentions: make([]Mention, 0, len(w.mentions))}
	for _, a := range w.mentions {
		c := a.cand()
		e.Mentions = append(e.Mentions, Mention{a.b.index, a.b.span(c.start, c.end), c.rule, a.b.partsOf(c), a.b.span(min(c.from, c.start), max(c.to, c.end))})
		if s := a.b.printedName(c); s != e.Name && !slices.Contains(e.Aliases, s) {
			e.Aliases = append(e.Aliases, s)
		}
	}
	if !slices.IsSortedFunc(e.Mentions, byPlace) {
		slices.SortStableFunc(e.Mentions, byPlace)
	}
	return e
}

// byPlace orders mentions by text and place.
func byPlace(x, y Mention) int {
	return cmp.Or(cmp.Compare(x.Text, y.Text), cmp.Compare(x.Span.Start, y.Span.Start))
}

// entities gives the places or bodies.
func (p *page) entities(k tagger.Kind) []Entity {
	at := map[sameThing]int32{}
	var which, sizes []int32 // of each mention the entity, of each entity how many
	for _, b := range p.bodies {
		for i := range b.things {
			if b.things[i].kind != k {
				continue
			}
			s := p.identity(b, &b.things[i])
			n, ok := at[s]
			if !ok {
				n = int32(len(sizes))
				at[s], sizes = n, append(sizes, 0)
			}
			sizes[n]++
			which = append(which, n)
		}
	}
	return p.fill(k, which, sizes)
}

// fill puts the mentions of a kind to their entities.
func (p *page) fill(k tagger.Kind, which, sizes []int32) []Entity {
	if len(sizes) == 0 {
		return nil
	}
	out, room := make([]Entity, len(sizes)), make([]Mention, len(which))
	for i, n := range sizes {
		out[i].Mentions, room = room[:0:n], room[n:]
	}
	for _, b := range p.bodies {
		for i := range b.things {
			if b.things[i].kind == k {
				out[which[0]].add(b, &b.things[i])
				which = which[1:]
			}
		}
	}
	return out
}

// add adds a mention; the longest form is the name, the others are aliases.
func (e *Entity) add(b *body, m *thing) {
	s := b.printed(m.start, m.end)
	e.Mentions = append(e.Mentions, Mention{Text: b.index, Span: b.span(m.start, m.end), Rule: m.rule})
	switch {
	case e.Name == "":
		e.Name = s
	case s == e.Name || slices.Contains(e.Aliases, s):
	case len(s) > len(e.Name):
		e.Aliases = append(e.Aliases, e.Name)
		e.Name = s
	default:
		e.Aliases = append(e.Aliases, s)
	}
}

// sameThing is what mentions of one place or body have in common: the country
// for a country in any form, else the text.
type sameThing struct {
	nation *lexicon.Nation
	text   string
}

// identity says which place or body a mention is of.
func (p *page) identity(b *body, m *thing) sameThing {
	if m.nation != nil {
		return sameThing{nation: m.nation}
	}
	s := b.text(m.start, m.end)
	if m.kind == tagger.Body {
		if full := p.aliases.of[s]; full != "" {
			return sameThing{text: full}
		}
		return sameThing{text: s}
	}
	if m.end-m.start == 1 {
		if name := others[b.at(m.start)]; name != "" {
			s = name
		}
	} else if n := lexicon.LoadCountries().Name(s); n != nil {
		return sameThing{nation: n}
	}
	return sameThing{text: s}
}
