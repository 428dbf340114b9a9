package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/record"
)

// around is how many code points a quote has on each side.
const around = 16

// textDigest is what an anchor keeps of a text.
func textDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:len(sum)/2])
}

// page is a text in which anchors are made and found again. Line breaks and
// other white space are no part of what is compared: a page that is set anew
// breaks its lines elsewhere.
type page struct {
	runes  []rune
	digest string
	// bare is the text without white space, and at where each of its
	// characters stands in the text.
	bare string
	at   []int
}

func newPage(text string) *page {
	p := &page{runes: []rune(text), digest: textDigest(text)}
	var b strings.Builder
	for i, r := range p.runes {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
			p.at = append(p.at, i)
		}
	}
	p.bare = b.String()
	return p
}

// anchor makes the anchor of pieces; false where they do not lie in the text
// in order.
func (p *page) anchor(pieces []record.Piece) (Anchor, bool) {
	exact, ok := record.Slice(p.runes, pieces)
	if !ok || len(pieces) == 0 || strings.TrimSpace(exact) == "" {
		return Anchor{}, false
	}
	a := Anchor{Quote: Quote{Exact: exact}, Pieces: slices.Clone(pieces), Text: p.digest}
	for i, x := range pieces {
		if x.Start() >= x.End() || i > 0 && x.Start() <= pieces[i-1].End() {
			return Anchor{}, false
		}
		if i > 0 {
			a.Quote.Gaps = append(a.Quote.Gaps, string(p.runes[pieces[i-1].End():x.Start()]))
		}
	}
	from, to := pieces[0].Start(), pieces[len(pieces)-1].End()
	a.Quote.Prefix = string(p.runes[max(0, from-around):from])
	a.Quote.Suffix = string(p.runes[to:min(len(p.runes), to+around)])
	a.Quote.Times, a.Quote.Halves = len(p.places(&a, 2)), p.halves(&a)
	return a, true
}

// stretch is the whole stretch of an anchor, its gaps with it.
func (a *Anchor) stretch() string {
	var b strings.Builder
	rest := []rune(a.Quote.Exact)
	for i, x := range a.Pieces {
		n := min(len(rest), max(0, x.End()-x.Start()))
		b.WriteString(string(rest[:n]))
		rest = rest[n:]
		if i < len(a.Quote.Gaps) {
			b.WriteString(a.Quote.Gaps[i])
		}
	}
	return b.String() + string(rest)
}

// bareOf is s without white space.
func bareOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// places are the stretches of the text that an anchor's quote stands at, with
// what is before and after; at most most of them.
func (p *page) places(a *Anchor, most int) []record.Piece {
	prefix, middle := bareOf(a.Quote.Prefix), bareOf(a.stretch())
	whole := prefix + middle + bareOf(a.Quote.Suffix)
	if middle == "" {
		return nil
	}
	var out []record.Piece
	before, length := len([]rune(prefix)), len([]rune(middle))
	for from, seen := 0, 0; len(out) < most; {
		i := strings.Index(p.bare[from:], whole)
		if i < 0 {
			break
		}
		seen += len([]rune(p.bare[from : from+i]))
		out = append(out, record.Piece{p.at[seen+before], p.at[seen+before+length-1] + 1})
		// One that overlaps the last is another.
		_, n := utf8.DecodeRuneInString(p.bare[from+i:])
		from, seen = from+i+n, seen+1
	}
	return out
}

// halves counts the places that have an anchor's characters and those before
// them, and the places that have those after them.
func (p *page) halves(a *Anchor) int {
	middle := bareOf(a.stretch())
	return strings.Count(p.bare, bareOf(a.Quote.Prefix)+middle) + strings.Count(p.bare, middle+bareOf(a.Quote.Suffix))
}

// find gives the stretch that an anchor stands at now. In the same text that
// is where it stood; in another the one place that has the same characters
// before, in and after it, if there was and is only one, and no more that have
// half of it.
func (p *page) find(a *Anchor) (record.Piece, string) {
	if len(a.Pieces) == 0 {
		return record.Piece{}, WhyGone
	}
	if a.Text == p.digest {
		if exact, ok := record.Slice(p.runes, a.Pieces); ok && exact == a.Quote.Exact {
			return record.Piece{a.Pieces[0].Start(), a.Pieces[len(a.Pieces)-1].End()}, ""
		}
	}
	all := p.places(a, 2)
	switch {
	case len(all) == 0:
		return record.Piece{}, WhyGone
	case len(all) > 1 || a.Quote.Times > 1 || p.halves(a) > a.Quote.Halves:
		return record.Piece{}, WhyTwice
	}
	return all[0], ""
}

// pieces are those of an anchor at a stretch that find gave, cut where the
// lines of the text are broken now.
func (p *page) pieces(a *Anchor, at record.Piece) ([]record.Piece, bool) {
	if a.Text == p.digest && at.Start() == a.Pieces[0].Start() {
		return slices.Clone(a.Pieces), true
	}
	shift := at.Start() - a.Pieces[0].Start()
	moved := make([]record.Piece, len(a.Pieces))
	for i, x := range a.Pieces {
		moved[i] = record.Piece{x.Start() + shift, x.End() + shift}
	}
	if s, ok := record.Slice(p.runes, moved); ok && s == a.Quote.Exact && moved[len(moved)-1].End() == at.End() {
		return moved, true
	}
	return p.set(a.Quote.Exact, at)
}

// set reads characters along a stretch and leaves out the white space that is
// not theirs.
func (p *page) set(exact string, at record.Piece) ([]record.Piece, bool) {
	var out []record.Piece
	want, i := []rune(exact), at.Start()
	for k := 0; k < len(want); i++ {
		switch {
		case i >= at.End():
			return nil, false
		case p.runes[i] == want[k]:
			if n := len(out); n > 0 && out[n-1].End() == i {
				out[n-1][1]++
			} else {
				out = append(out, record.Piece{i, i + 1})
			}
			k++
		case !unicode.IsSpace(p.runes[i]):
			return nil, false
		}
	}
	return out, i == at.End()
}
