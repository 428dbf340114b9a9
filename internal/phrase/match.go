package phrase

import (
	"unicode"

	"dateline/internal/archive"
	"dateline/internal/lexicon"
	"dateline/record"
)

// plainRunes are the characters of a phrase of which each unit is one
// Chinese character or kana; nil for others.
func plainRunes(units []archive.Unit) []rune {
	var out []rune
	for _, u := range units {
		r := []rune(u.Text)
		if len(r) != 1 || r[0] < 0x3000 || u.Text == archive.Gap {
			return nil
		}
		out = append(out, r[0])
	}
	return out
}

// ranges are the places of the phrase in a paragraph, from its first
// character to the one after its last.
func (p *phrase) ranges(b *archive.Body, paragraph int) []record.Piece {
	pieces := b.Paragraphs[paragraph]
	if p.runes != nil && len(pieces) == 1 {
		return p.scan(b, pieces[0])
	}
	units := b.Units(paragraph)
	var out []record.Piece
	for _, k := range archive.Occurrences(units, p.units) {
		out = append(out, record.Piece{units[k].Start, units[k+len(p.units)-1].End})
	}
	return out
}

// scan finds the phrase without cutting the paragraph in units, which costs
// most of the time where it is frequent. A test holds it to the units.
func (p *phrase) scan(b *archive.Body, in record.Piece) []record.Piece {
	text := b.Runes[in.Start()-b.From : in.End()-b.From]
	var out []record.Piece
	for i, r := range text {
		if r != p.runes[0] && lexicon.Fold(r) != p.runes[0] {
			continue
		}
		if n := p.follows(text[i+1:]); n >= 0 {
			out = append(out, record.Piece{in.Start() + i, in.Start() + i + 1 + n})
		}
	}
	return out
}

// follows is how long the rest of the phrase is at the beginning of a text,
// with what is no unit in it; -1 where it does not stand there.
func (p *phrase) follows(text []rune) int {
	if len(p.runes) == 1 {
		return 0
	}
	k := 1
	for i, r := range text {
		f := lexicon.Fold(r)
		switch {
		case f == p.runes[k]:
			if k++; k == len(p.runes) {
				return i + 1
			}
		case !unicode.IsSpace(f) && !unicode.IsMark(f) && !unicode.Is(unicode.Cf, f):
			return -1
		}
	}
	return -1
}
