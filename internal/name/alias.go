package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// shortened finds （以下简称“X”） after the name of a body, and X wherever it
// stands on the page: it is the same body.
func (p *page) shortened() {
	for _, b := range p.bodies {
		for i := range b.each(cueAlias) {
			if b.text(i, i+2) != "简称" {
				continue
			}
			if short, full := b.abbreviation(i); short != "" {
				p.aliases.put(short, full)
			}
		}
	}
	if len(p.aliases.of) == 0 {
		return
	}
	for _, b := range p.bodies {
		p.aliases.scan(b, func(i, j int, _ string) bool {
			if b.insideThing(i, j) {
				return false
			}
			b.dropThings(i, j)
			b.addThing(thing{start: i, end: j, kind: tagger.Body, rule: "alias"})
			return true
		})
	}
}

// insideThing reports whether a place or body that is longer lies over
// [i, j).
func (b *body) insideThing(i, j int) bool {
	k := b.overThings.at(i)
	return k >= 0 && (b.things[k].start < i || b.things[k].end > j)
}

// abbreviation reads the short name after 简称 at i, and the body before the
// bracket that 简称 is in; "" where there is none.
func (b *body) abbreviation(i int) (short, full string) {
	j := i + 2
	for b.at(j) == '“' || b.at(j) == '为' || b.at(j) == '"' || b.at(j) == '‘' || b.at(j) == ' ' {
		j++
	}
	end := j
	for !b.mark(end) && end-j < 12 {
		end++
	}
	open := i
	for open > 0 && i-open < 5 && b.at(open) != '（' {
		open--
	}
	if b.at(open) != '（' || end-j < 2 || !b.mark(end) {
		return "", ""
	}
	start := b.bodyBefore(open)
	if start < 0 {
		return "", ""
	}
	return b.text(j, end), b.text(start, open)
}

// bodyBefore is the start of the body that ends at i, taken from the words
// before it where no body was found; -1 where there is none.
func (b *body) bodyBefore(i int) int {
	if k := b.thingEnding(i); k >= 0 && b.things[k].kind == tagger.Body {
		return b.things[k].start
	}
	w := b.word(i - 1)
	if w == nil || !w.Class.Has(lexicon.BodyEnd|lexicon.BodyWord) {
		return -1
	}
	start := i
	for start > 0 && i-start < 24 && !b.mark(start-1) {
		prev := b.word(start - 1)
		if prev.Class.Has(lexicon.Func) && prev.End-prev.Start == 1 {
			break
		}
		start = int(prev.Start)
	}
	b.dropThings(start, i)
	b.addThing(thing{start: start, end: i, kind: tagger.Body, rule: "before-alias"})
	return start
}
