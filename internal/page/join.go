package page

import (
	"math"
	"unicode"
	"unicode/utf8"

	"dateline/internal/page/runon"
	"dateline/internal/span"
)

// run is one line of the writer: the lines of the page that it was broken
// into, joined.
type run struct {
	joined *span.Joined
	text   string
	pieces span.Pieces
	first  *line
	// before is how many empty lines stand before it, turn whether furniture
	// or a page turn does.
	before int
	turn   bool
	end    ending
	// full says that its last line is as long as wrapped lines are.
	full bool
}

// builder joins lines into runs.
type builder struct {
	text  string
	lay   layout
	runs  []run
	b     span.Builder
	cur   []*line
	chars int // of the run so far
}

// join joins the lines that the page broke. ls holds no furniture.
func join(text string, ls []line, lay layout) []run {
	j := &builder{text: text, lay: lay, runs: make([]run, 0, len(ls))}
	for i := range ls {
		if len(j.cur) > 0 && !j.runsOn(&ls[i]) {
			j.close()
		}
		j.add(&ls[i])
	}
	j.close()
	return j.runs
}

func (j *builder) add(l *line) {
	if n := len(j.cur); n > 0 && wordBreak(j.last().span.In(j.text), l.span.In(j.text)) {
		j.b.Put(" ")
	}
	j.cur = append(j.cur, l)
	j.b.Add(j.text, l.span)
	j.chars += l.chars
}

func (j *builder) last() *line { return j.cur[len(j.cur)-1] }

func (j *builder) close() {
	if len(j.cur) == 0 {
		return
	}
	var p span.Pieces
	for _, l := range j.cur {
		p = p.Append(l.span)
	}
	first, last := j.cur[0], j.last()
	joined := j.b.Joined()
	j.runs = append(j.runs, run{joined: joined, text: joined.Text(), pieces: p, first: first,
		before: first.blanks, turn: first.turn, end: last.end, full: j.lay.isFull(last)})
	j.b, j.cur, j.chars = span.Builder{}, j.cur[:0], 0
}

// wordBreak reports that a break between two lines stands for a space: both
// sides are letters of an alphabet that is written with spaces.
func wordBreak(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return spaced(x) && spaced(y)
}

func spaced(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}

// runsOn decides whether l goes on with the run so far.
func (j *builder) runsOn(l *line) bool {
	s := l.span.In(j.text)
	if !j.lay.wrapped && j.last().end == sentenceEnd {
		// A line a paragraph: only a mark that begins no line goes on.
		return !l.apart && !l.centred && !j.last().centred && !j.last().closed && cannotBegin(s)
	}
	switch {
	case l.apart || l.centred || j.last().centred || j.last().closed:
		return false
	case j.cutsDateline(s):
		return true
	case cannotBegin(s) || mustGoOn(j.last().span.In(j.text)) && !j.indented(l):
		return true
	case j.midBody() && !bracketMark(s):
		// Words that look like the beginning of something stand in the
		// middle of sentences too.
	case beginsNew(s) || j.complete():
		return false
	}
	switch j.end() {
	case sentenceEnd:
		return j.afterSentence(l, s) > 0
	case colonEnd:
		return j.afterSentence(l, s)-0.5 > 0
	default:
		return j.inSentence(l, s) > 0
	}
}

// The weights below are log-odds, as those that are measured on the page
// (layout) and those of package runon, so that they add up. They were set on
// pages of other makers than the gold's and are few on purpose.
const (
	indented    = -7.0 // the line is indented where paragraphs are
	notIndented = 4.0  // it is not, on a wrapped page where paragraphs are
	stopsShort  = -6.0 // the line before ends a sentence, short of the wrap
	openPrior   = 1.5
	unwrapped   = -2.5 // it ends in mid-sentence, and the page is not wrapped
	openShort   = -1.5 // it ends in mid-sentence, short of the wrap
	shortFirst  = -1.0 // more, where it is the run's first line
	likeHead    = -3.0
	likeBody    = 5.0
	mostRunon   = 2.0 // what package runon may say at most
)

// afterSentence is the log-odds that a paragraph goes on over a gap that
// stands after the end of a sentence.
func (j *builder) afterSentence(l *line, s string) float64 {
	last := j.last()
	odds := j.indentOdds(l, s)
	if !j.lay.wrapped {
		return odds + stopsShort
	}
	if !j.lay.isFull(last) {
		if odds > 0 && (l.end != openEnd || j.lay.isFull(l)) {
			return odds - 1
		}
		return odds + stopsShort
	}
	words := runon.SentenceLogOdds(last.span.In(j.text), s, j.chars)
	return odds + j.lay.stops + j.widthOdds(last) + j.gapOdds(l) + openingOdds(s) + clamp(words, mostRunon)
}

func clamp(x, most float64) float64 { return max(-most, min(most, x)) }

// indentOdds is what the indent of the next line says.
func (j *builder) indentOdds(l *line, s string) float64 {
	switch {
	case !j.lay.indents:
		return 0
	case paragraphIndent(l):
		return indented
	case j.lay.wrapped && !(looksHead(s, l.chars) && l.end == openEnd && !j.lay.isFull(l)):
		return notIndented
	}
	return 0
}

// widthOdds is what the length of a full line says: how much likelier wrapped
// lines have it, after the full line before it, than last lines of
// paragraphs, which are as often long as short.
func (j *builder) widthOdds(last *line) float64 {
	w := j.lay.fullWidth(last)
	p := j.lay.full[w]
	if before := j.widthBefore(); before > 0 {
		p *= 1 - j.lay.same
		if before == w {
			p += j.lay.same
		}
	}
	return math.Log(max(p, 0.002) * float64(j.lay.hi))
}

// widthBefore is the length of the line of the run before its last line where
// that is a full one, else 0: after a line that stops short, as where a page
// was wrapped twice, the next may have any length.
func (j *builder) widthBefore() int {
	if n := len(j.cur); n >= 2 && j.lay.isFull(j.cur[n-2]) {
		return j.lay.fullWidth(j.cur[n-2])
	}
	return 0
}

// inSentence is the log-odds that a sentence goes on over a gap.
func (j *builder) inSentence(l *line, s string) float64 {
	last := j.last()
	text := last.span.In(j.text)
	if len(j.cur) > 1 {
		text = j.joined()
	}
	odds := openPrior + j.indentOdds(l, s)
	if j.lay.indents && odds < 0 {
		return odds
	}
	odds += clamp(runon.LogOdds(last.span.In(j.text), s), mostRunon)
	full := j.lay.isFull(last)
	body := looksBody(text, j.chars) || afterDateline(text)
	if body {
		odds += likeBody
	}
	if m := mark(text); m > 0 || headPrefix(text) > 0 {
		if full {
			return odds + likeBody
		}
		return odds - likeBody
	}
	switch {
	case !j.lay.wrapped:
		odds += unwrapped
	case full:
		odds += j.lay.runs + j.gapOdds(l) + j.widthOdds(last)/2
	case !body:
		odds += openShort + min(0, j.lay.gap[min(l.blanks, 3)]/2)
		if len(j.cur) == 1 {
			odds += shortFirst
		}
	}
	if !body && looksHead(text, j.chars) {
		odds += headOdds(text, j.chars, full)
	}
	return odds
}

// afterDateline reports a line with a dateline and the first words of a body.
func afterDateline(s string) bool {
	d, ok := scanDateline(s)
	return ok && d.end < len(s)
}

// headOdds is how much less likely a line goes on because it could be a
// headline. Headlines are short; one over 30 characters in one part is rare.
func headOdds(text string, chars int, full bool) float64 {
	switch {
	case !full:
		return likeHead
	case len(parts(text)) > 1:
		return likeHead / 2
	case chars <= 22:
		return likeHead * 2 / 3
	case chars <= 30:
		return likeHead / 3
	}
	return 0
}

// end is how the run so far ends. A credit that was itself broken ends it.
func (j *builder) end() ending {
	e := j.last().end
	if e == openEnd && len(j.cur) > 1 && creditAt(j.joined()) >= 0 {
		return sentenceEnd
	}
	return e
}

// cutsDateline reports a dateline that begins in the run and ends in the next
// line.
func (j *builder) cutsDateline(s string) bool {
	if j.chars > 20 {
		return false
	}
	before := j.joined()
	if !sent(before) {
		return false
	}
	d, ok := scanDateline(before + s)
	return ok && d.sure && d.Day != "" && d.DaySpan.End > len(before)
}

// midBody reports a run that a wrap broke in the middle of a sentence: its
// last line is full and its words are a paragraph's.
func (j *builder) midBody() bool {
	return j.end() == openEnd && j.lay.isFull(j.last()) && looksBody(j.joined(), j.chars)
}

// indented reports a line that is indented where paragraphs are.
func (j *builder) indented(l *line) bool { return j.lay.indents && paragraphIndent(l) }

// complete reports a run that is a dateline and nothing else: what follows is
// a headline or a paragraph of its own.
func (j *builder) complete() bool {
	if j.chars > 60 || j.last().end != openEnd {
		return false
	}
	s := j.joined()
	s = s[mark(s):]
	s = s[headPrefix(s):]
	d, ok := scanDateline(s)
	return ok && d.end == len(s)
}

// joined is the text of the run so far.
func (j *builder) joined() string { return j.b.Text() }

// openingOdds says how the next line's first characters weigh after a
// sentence: a speaker's label or an item's number begins a paragraph.
func openingOdds(s string) float64 {
	if label(s) > 0 || item(s) {
		return -2.5
	}
	return 0
}

// gapOdds is what stands between the last line and the next says.
func (j *builder) gapOdds(l *line) float64 {
	if l.turn {
		return j.lay.turn
	}
	return j.lay.gap[min(l.blanks, 3)]
}
