package archive

import (
	"strings"
	"unicode"

	"dateline/internal/han"
	"dateline/internal/lexicon"
	"dateline/record"
)

// Unit is what a search goes by: one Chinese character (or kana), or a run of
// other letters and digits, or a gap. It is folded: Simplified, half width,
// lower case.
type Unit struct {
	// Text is the folded character or run, [Gap] for a gap.
	Text string
	// Start and End are its code points, end exclusive; those of a run may
	// take in a place where the page breaks it.
	Start, End int
}

// Gap is the text of a unit that stands for marks: a phrase does not reach
// over it unless it has one there too. It is a private character (U+E000),
// and no text has it as a unit: private characters are marks there.
const Gap = "\ue000"

// point is how the point of a number is folded: not as the ASCII one, at which
// an index may cut.
const point = '．'

// longestRun is the length in code points at which a run of letters and
// digits is cut, so that no token is longer than an index takes.
const longestRun = 64

// Units cuts the characters of pieces of a text. White space, line breaks and
// what lies between two pieces are nothing; two words of letters keep apart
// over them, a number goes on over a broken line as the page's reader has it
// (package page puts a space between two such words). Any other mark, or run
// of marks, is one gap.
func Units(text []rune, pieces []record.Piece) []Unit {
	c := cutter{text: text}
	for i, p := range pieces {
		if i > 0 {
			c.seam(p.Start())
		}
		c.piece(p)
	}
	c.end()
	return c.out
}

// PhraseUnits cuts the words of a query: no gap stands at their ends.
func PhraseUnits(s string) []Unit {
	r := []rune(s)
	u := Units(r, []record.Piece{{0, len(r)}})
	for len(u) > 0 && u[0].Text == Gap {
		u = u[1:]
	}
	for len(u) > 0 && u[len(u)-1].Text == Gap {
		u = u[:len(u)-1]
	}
	return u
}

// Fold gives the form in which two values are the same: their units put
// together, marks and white space left out.
func Fold(s string) string {
	var b strings.Builder
	for _, u := range PhraseUnits(s) {
		if u.Text != Gap {
			b.WriteString(u.Text)
		}
	}
	return b.String()
}

// cutter holds what Units has so far.
type cutter struct {
	text []rune
	out  []Unit
	run  []rune
	from int
	last int
}

func (c *cutter) piece(p record.Piece) {
	for i := max(p.Start(), 0); i < min(p.End(), len(c.text)); i++ {
		r := c.text[i]
		f := lexicon.Fold(r)
		switch {
		case han.IsHan(f) || isKana(f):
			c.end()
			c.out = append(c.out, Unit{charText(f), i, i + 1})
		case unicode.IsLetter(f) || unicode.IsNumber(f):
			c.letter(unicode.ToLower(f), i)
		case isPoint(r) && c.inNumber(i, p.End()):
			c.letter(point, i)
		case unicode.IsMark(f) || unicode.Is(unicode.Cf, f):
			// A sign on a letter, or a character without width.
		case unicode.IsSpace(f):
			c.end()
		default:
			c.end()
			c.gap(i)
		}
	}
}

// seam ends a run of letters where a page breaks it before a letter.
func (c *cutter) seam(next int) {
	if len(c.run) > 0 && next >= 0 && next < len(c.text) && unicode.IsLetter(c.run[len(c.run)-1]) && unicode.IsLetter(c.text[next]) {
		c.end()
	}
}

func (c *cutter) letter(r rune, at int) {
	if len(c.run) == longestRun {
		c.end()
	}
	if len(c.run) == 0 {
		c.from = at
	}
	c.run = append(c.run, r)
	c.last = at + 1
}

func (c *cutter) end() {
	if len(c.run) > 0 {
		c.out = append(c.out, Unit{string(c.run), c.from, c.last})
		c.run = c.run[:0]
	}
}

func (c *cutter) gap(at int) {
	if n := len(c.out); n > 0 && c.out[n-1].Text == Gap {
		c.out[n-1].End = at + 1
		return
	}
	c.out = append(c.out, Unit{Gap, at, at + 1})
}

// inNumber reports a point between two digits.
func (c *cutter) inNumber(i, end int) bool {
	return len(c.run) > 0 && c.last == i && han.IsDigit(c.text[i-1]) && i+1 < min(end, len(c.text)) && han.IsDigit(c.text[i+1])
}

func isPoint(r rune) bool { return r == '.' || r == point }

func isKana(r rune) bool { return han.ClassOf(r) == han.Kana }

// common are the strings of the characters of the basic block, made once:
// cutting a text makes no string for them.
var common = func() *[0x9fff - 0x4e00 + 1]string {
	var t [0x9fff - 0x4e00 + 1]string
	var all strings.Builder
	for i := range t {
		all.WriteRune(rune(0x4e00 + i))
	}
	s := all.String()
	for i := range t {
		t[i] = s[3*i : 3*i+3]
	}
	return &t
}()

func charText(r rune) string {
	if r >= 0x4e00 && r <= 0x9fff {
		return common[r-0x4e00]
	}
	return string(r)
}

// JoinUnits puts a gap between the units of stretches that stand apart.
func JoinUnits(stretches ...[]Unit) []Unit {
	var out []Unit
	for _, s := range stretches {
		if len(out) > 0 && len(s) > 0 && out[len(out)-1].Text != Gap {
			end := out[len(out)-1].End
			out = append(out, Unit{Gap, end, end})
		}
		out = append(out, s...)
	}
	return out
}
