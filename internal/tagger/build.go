package tagger

import "dateline/internal/lexicon"

// Build says of each character of the basic plane how much likelier it is in a
// Chinese name than in a text, four bits each from the lowest: as the surname
// (0 where it is none), as the first and the second of a given name of two,
// and as a given name of one. A step is half a doubling.
type Build [0x10000]uint16

// The places in a name, in the order of the bits.
const (
	AsSurname = iota
	AsFirst
	AsSecond
	AsOnly
	// Steps is the number of values of a place, of which Even is as likely in
	// a name as in a text.
	Steps = 16
	Even  = 8
)

// at is the value of a character at a place.
func (b *Build) at(r rune, place int) uint32 {
	if r < 0 || r >= 0x10000 {
		return 0
	}
	return uint32(b[r]) >> (4 * place) & (Steps - 1)
}

// likeness puts together what the characters of a name of two or three that
// begins at i say: 0 where it can be none, up to 15.
func (x *Extractor) likeness(i int) (two, three uint32) {
	r := x.t.Runes
	if i < 0 || i+1 >= len(r) || lexicon.ShapeOf(r[i+1]) != lexicon.Han {
		return 0, 0
	}
	s := x.build.at(r[i], AsSurname)
	if s == 0 {
		return 0, 0
	}
	two = 1 + min((s+x.build.at(r[i+1], AsOnly))/2, 14)
	if i+2 < len(r) && lexicon.ShapeOf(r[i+2]) == lexicon.Han {
		three = 1 + min((s+x.build.at(r[i+1], AsFirst)+x.build.at(r[i+2], AsSecond))/3, 14)
	}
	return two, three
}
