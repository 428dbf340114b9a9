package compose

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"dateline/record"
)

// run is a stretch of text that belongs to one span of the record; a nil
// owner is nobody's: an indent, a bracket, the space after a dateline.
type run struct {
	text  string
	owner *record.Span
}

// cell is one character of a line with its owner.
type cell struct {
	r     rune
	owner *record.Span
}

// cells sets the characters of runs in a row.
func cells(runs ...run) []cell {
	var out []cell
	for _, x := range runs {
		for _, r := range x.text {
			out = append(out, cell{r, x.owner})
		}
	}
	return out
}

// columns is the width of a character in half columns.
func (s style) columns(r rune) int {
	if s.halves && r < 0x2000 {
		return 1
	}
	return 2
}

// notFirst are the marks that kinsoku keeps from the start of a line, notLast
// those that it keeps from the end (JIS X 4051, GB/T 15834—2011 5.1).
const (
	notFirst = "，。、；：？！”’）》〉」』】〕％%·…—"
	notLast  = "“‘（《〈「『【〔"
)

// wrap breaks a paragraph into lines. With an exact width the lines depend on
// nothing but the style; ragged ones draw from r.
func (s style) wrap(p []cell, r *rand.Rand) [][]cell {
	if s.width == 0 {
		return [][]cell{p}
	}
	var lines [][]cell
	for len(p) > 0 {
		n := s.breakAt(p, s.lineColumns(r))
		lines = append(lines, p[:n])
		p = p[n:]
		for len(p) > 0 && unicode.IsSpace(p[0].r) {
			p = p[1:] // no line goes on with the space before or after a dateline's bracket
		}
	}
	return lines
}

// lineColumns is the length of the next line in half columns.
func (s style) lineColumns(r *rand.Rand) int {
	if s.ragged == 0 {
		return 2 * s.width
	}
	return 2 * (s.width + r.IntN(2*s.ragged+1) - s.ragged)
}

// breakAt is the number of characters that go on a line of so many half
// columns, at least one.
func (s style) breakAt(p []cell, room int) int {
	n := 0
	for n < len(p) && (n == 0 || room >= s.columns(p[n].r)) {
		room -= s.columns(p[n].r)
		n++
	}
	if !s.kinsoku || n == len(p) {
		return n
	}
	return kinsoku(p, n)
}

// kinsoku moves a break so that it cuts no number or word and leaves no mark
// at the wrong end: back by a few characters, or, for one mark, hanging over.
func kinsoku(p []cell, n int) int {
	if strings.ContainsRune(notFirst, p[n].r) && n+1 < len(p) && !strings.ContainsRune(notFirst, p[n+1].r) {
		return n + 1
	}
	for m := n; m > max(n-8, 1); m-- {
		if !tied(p[m-1].r, p[m].r) {
			return m
		}
	}
	return n
}

// tied reports whether no line may end between two characters.
func tied(a, b rune) bool {
	word := func(r rune) bool {
		return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".,%-", r))
	}
	return word(a) && word(b) || strings.ContainsRune(notLast, a) || strings.ContainsRune(notFirst, b)
}

// full reports whether a paragraph's last line may be taken for one that goes
// on: it is as long as the shortest of the full lines.
func (s style) full(line []cell) bool {
	n := 0
	for _, c := range line {
		n += s.columns(c.r)
	}
	return n > 2*(s.width-s.ragged-2)
}

// fair breaks a paragraph so that a reader can tell where it ends, and
// reports whether that can be done. Where the page takes them as they fall,
// or marks the next paragraph (not so the headline after a last one), any
// break will do.
func (s style) fair(p []cell, last bool, r *rand.Rand) ([][]cell, bool) {
	lines := s.wrap(p, r)
	if s.natural || s.width == 0 || s.marked() && !last {
		return lines, true
	}
	for try := 0; s.full(lines[len(lines)-1]); try++ {
		if s.ragged == 0 || try == 50 {
			return lines, false
		}
		lines = s.wrap(p, r)
	}
	return lines, true
}

// writer puts lines on a page and gives every span its pieces.
type writer struct {
	text  []rune
	lines int
}

// line writes one line and its end. White space at its ends is nobody's.
func (w *writer) line(cs []cell) {
	from, to := 0, len(cs)
	for from < to && unicode.IsSpace(cs[from].r) {
		from++
	}
	for to > from && unicode.IsSpace(cs[to-1].r) {
		to--
	}
	for i, c := range cs {
		if c.owner != nil && i >= from && i < to {
			c.owner.Pieces = grow(c.owner.Pieces, len(w.text))
		}
		w.text = append(w.text, c.r)
	}
	w.empty()
}

// empty ends a line, or is an empty one.
func (w *writer) empty() {
	w.text = append(w.text, '\n')
	w.lines++
}

// grow adds the character at i to pieces.
func grow(p []record.Piece, i int) []record.Piece {
	if n := len(p); n > 0 && p[n-1][1] == i {
		p[n-1][1] = i + 1
		return p
	}
	return append(slices.Clip(p), record.Piece{i, i + 1})
}
