package page

import "math"

// layout is what the lines of a page say together: whether they are wrapped,
// and at what width, whether paragraphs are indented, and how many empty
// lines stand where.
type layout struct {
	wrapped bool
	// full holds, for a line length, the share of wrapped lines that have it;
	// lengths that wrapped lines do not have are missing.
	full  map[int]float64
	hi    int // the longest wrapped length
	lines int // how many lines have one of these lengths
	unit  unit
	// indents says that paragraphs begin with an indent.
	indents bool
	// stops is the log-odds that a full line that ends a sentence is in the
	// middle of a paragraph, before its length and the gap are looked at.
	stops float64
	// runs is the log-odds that a full line that ends in mid-sentence goes
	// on, and is not a headline that happens to be as long.
	runs float64
	// gap is, for a number of empty lines, how much likelier it is inside a
	// paragraph than after one, in log-odds.
	gap [4]float64
	// turn is the same for furniture in between, whose own empty lines say
	// nothing.
	turn float64
	// same is how often a full line is as long as the full line before it.
	same float64
}

// unit is what a page's line lengths are counted in: programs that wrap
// count characters or columns, and some that came after put spaces around
// digits.
type unit int

const (
	inChars unit = iota
	inCols
	inInk
)

const (
	// marginal is the share of the most common wrapped length below which a
	// length is not counted as one.
	marginal = 0.03
	// marksAtWrap is how often a hard wrap falls after a sentence mark:
	// sentences of newspapers are 20 to 30 characters long, so about one gap
	// between characters in 25.
	marksAtWrap = 0.04
)

// measureLayout reads the layout off the lines that are no furniture.
func measureLayout(ls []line) layout {
	centre(ls)
	lay := widths(ls, inChars)
	for _, u := range []unit{inCols, inInk} {
		if y := widths(ls, u); y.wrapped && y.explains(&lay) {
			lay = y
		}
	}
	lay.indents = indents(ls)
	lay.measureSame(ls)
	lay.measureGaps(ls)
	return lay
}

// explains reports that y says more of the page's lines than other does: it
// holds for more of them, or for as many with fewer lengths.
func (y *layout) explains(other *layout) bool {
	if !other.wrapped || y.lines > other.lines {
		return true
	}
	return y.lines == other.lines && len(y.full) < len(other.full)
}

// width is a line's length in the unit in which the page is wrapped, with the
// white space before it: that is what a printer counts.
func (y *layout) width(l *line) int {
	switch y.unit {
	case inCols:
		return l.cols + l.indent
	case inInk:
		return l.ink + l.indent
	}
	return l.chars + l.lead
}

// widths finds the lengths at which lines that end in mid-sentence pile up. A
// page is wrapped where they do, and where hardly a line is longer.
func widths(ls []line, u unit) layout {
	y := layout{unit: u, full: map[int]float64{}}
	count, open := map[int]int{}, 0
	for i := range ls {
		if ls[i].end == openEnd && ls[i].chars >= 8 {
			count[y.width(&ls[i])]++
			open++
		}
	}
	window := 5
	if u != inChars {
		window = 9
	}
	hi, most := pile(count, window)
	hang, longer := 1, 0 // a mark may hang over
	if u != inChars {
		hang = 2
	}
	for i := range ls {
		if y.width(&ls[i]) > hi+hang {
			longer++
		}
	}
	if most < 3 || float64(most) < 0.3*float64(open) || float64(longer) > 0.1*float64(len(ls)) {
		return y
	}
	y.wrapped = true
	y.keep(count, hi, window)
	return y
}

// pile gives the upper end of the window of lengths that holds most lines,
// longer lengths first, and how many it holds.
func pile(count map[int]int, window int) (hi, most int) {
	top := 0
	for w := range count {
		top = max(top, w)
	}
	for w := top; w > 0; w-- {
		n := 0
		for d := range window {
			n += count[w-d]
		}
		if n > most && count[w] > 0 {
			hi, most = w, n
		}
	}
	return hi, most
}

// keep makes the shares of the lengths in the window.
func (y *layout) keep(count map[int]int, hi, window int) {
	top := 0
	for d := range window {
		top = max(top, count[hi-d])
	}
	for d := range window {
		if n := count[hi-d]; n > 0 && float64(n) >= marginal*float64(top) {
			y.full[hi-d] = float64(n)
			y.hi = max(y.hi, hi-d)
			y.lines += n
		}
	}
	for w := range y.full {
		y.full[w] /= float64(y.lines)
	}
}

// isFull reports a line as long as wrapped lines are.
func (y *layout) isFull(l *line) bool {
	return y.wrapped && y.full[y.fullWidth(l)] > 0
}

// fullWidth is the width of a line without a mark that hangs over: a program
// that keeps marks from the start of a line lets one stand after a full line.
func (y *layout) fullWidth(l *line) int {
	w := y.width(l)
	if y.full[w] > 0 || l.end == openEnd {
		return w
	}
	if y.unit == inChars {
		return w - 1
	}
	return w - 2
}

// measureSame learns how steady the lengths are from full lines in
// mid-sentence and the full lines after them.
func (y *layout) measureSame(ls []line) {
	pairs, same := 1.0, 0.5
	for i := 0; i+1 < len(ls); i++ {
		if ls[i].end != openEnd || !y.isFull(&ls[i]) || !y.isFull(&ls[i+1]) {
			continue
		}
		pairs++
		if y.fullWidth(&ls[i]) == y.fullWidth(&ls[i+1]) {
			same++
		}
	}
	y.same = same / pairs
}

// indents reports whether most lines after the end of a sentence are
// indented as a paragraph is.
func indents(ls []line) bool {
	starts, with, without := 0, 0, 0
	for i := range ls {
		if ls[i].chars < 12 && ls[i].end == openEnd {
			continue
		}
		in := paragraphIndent(&ls[i])
		if i == 0 || ls[i-1].end == sentenceEnd {
			starts++
			if in {
				with++
			}
		}
		if !in {
			without++
		}
	}
	return with >= 2 && 2*with >= starts || with >= 1 && starts == with
}

// centre marks the lines that are set in the middle of the page: indented far
// more than a paragraph, on a page where few lines are.
func centre(ls []line) {
	n := 0
	for i := range ls {
		if ls[i].indent > 8 {
			n++
		}
	}
	for i := range ls {
		ls[i].centred = ls[i].indent > 8 && 3*n <= len(ls)
	}
}

// paragraphIndent reports the white space of a paragraph's first line: one
// to four ideographic spaces.
func paragraphIndent(l *line) bool { return l.indent >= 2 && l.indent <= 8 }

// measureGaps learns which gaps stand inside paragraphs (after full lines in
// mid-sentence) and which after them (after short lines that end a
// sentence).
func (y *layout) measureGaps(ls []line) {
	var inside, after [4]float64
	var turnIn, turnAfter, nIn, nAfter, nShort float64
	for i := 0; i+1 < len(ls); i++ {
		in, out := &inside[min(ls[i+1].blanks, 3)], &after[min(ls[i+1].blanks, 3)]
		if ls[i+1].turn {
			in, out = &turnIn, &turnAfter
		}
		switch {
		case ls[i].end == openEnd && y.isFull(&ls[i]):
			*in++
			nIn++
		case ls[i].end == openEnd:
			nShort++
		case ls[i].end == sentenceEnd && !y.isFull(&ls[i]):
			*out++
			nAfter++
		}
	}
	for g := range y.gap {
		if nIn > 0 {
			y.gap[g] = math.Log((inside[g] + 0.25) / (nIn + 1) / ((after[g] + 0.25) / (nAfter + 1)))
		}
	}
	y.turn = math.Log((turnIn + 0.5) / (nIn + 1) / ((turnAfter + 0.5) / (nAfter + 1)))
	y.runs = math.Log((nIn + 0.5) / (nShort*float64(len(y.full))/float64(max(y.hi, 1)) + 0.5))
	y.stops = math.Log((marksAtWrap*nIn + 0.05) / (nAfter + 0.5))
}
