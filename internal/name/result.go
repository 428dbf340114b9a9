package name

import (
	"slices"
	"sort"

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
	sort.SliceStable(r.People, func(i, j int) bool { return earlier(r.People[i].Mentions, r.People[j].Mentions) })
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
	e := Entity{Name: w.printed, Titles: w.titles}
	for _, a := range w.mentions {
		c := a.cand()
		e.Mentions = append(e.Mentions, Mention{a.b.index, a.b.span(c.start, c.end), c.rule, a.b.partsOf(c)})
		if s := a.b.printedName(c); s != e.Name && !slices.Contains(e.Aliases, s) {
			e.Aliases = append(e.Aliases, s)
		}
	}
	sort.SliceStable(e.Mentions, func(i, j int) bool { return earlier(e.Mentions[i:], e.Mentions[j:]) })
	return e
}

// earlier compares the first mentions of two lists.
func earlier(a, b []Mention) bool {
	if a[0].Text != b[0].Text {
		return a[0].Text < b[0].Text
	}
	return a[0].Span.Start < b[0].Span.Start
}

// entities gives the places or bodies.
func (p *page) entities(k tagger.Kind) []Entity {
	var out []Entity
	at := map[string]int{}
	for _, b := range p.bodies {
		for _, m := range b.things {
			if m.kind != k {
				continue
			}
			s := p.identity(b, m)
			i, ok := at[s]
			if !ok {
				i = len(out)
				at[s] = i
				out = append(out, Entity{})
			}
			out[i].add(b, m)
		}
	}
	return out
}

// add adds a mention; the longest form is the name, the others are aliases.
func (e *Entity) add(b *body, m thing) {
	s := b.printed(m.start, m.end)
	e.Mentions = append(e.Mentions, Mention{b.index, b.span(m.start, m.end), m.rule, nil})
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

// identity is what two mentions of one place or body have in common: for a
// country in any form the country, else the text.
func (p *page) identity(b *body, m thing) string {
	if m.nation != nil {
		return "=" + m.nation.Name
	}
	s := b.text(m.start, m.end)
	if full := p.aliases.of[s]; full != "" && m.kind == tagger.Body {
		return full
	}
	if n := lexicon.LoadCountries().Name(s); n != nil && m.kind == tagger.Place {
		return "=" + n.Name
	}
	if name := others[b.at(m.start)]; name != "" && m.end-m.start == 1 {
		return name
	}
	return s
}
