package timex

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
)

// parser reads expressions out of a text. Its functions take an offset and
// give the offset after what they read, or 0 where they read nothing; an
// expression never ends at 0.
type parser struct {
	// s is the text, folded: its characters are those of the tables, its
	// offsets those of the text.
	s string
	// done is the end of the last expression: what stands before it is not
	// looked at.
	done                int
	memo, count         memo
	sentence, paragraph place
}

// sp is the offset after the spaces at i, at most two: more part columns.
func (p *parser) sp(i int) int {
	k := i
	for n := 0; n < 2 && k < len(p.s); n++ {
		r, size := p.rune(k)
		if !isGap(r) {
			return k
		}
		k += size
	}
	if k < len(p.s) {
		if r, _ := p.rune(k); isGap(r) {
			return i
		}
	}
	return k
}

func isGap(r rune) bool { return r == ' ' || r == 0x3000 || r == 0xa0 || r == '\t' }

// rune is the character at i.
func (p *parser) rune(i int) (rune, int) {
	if i >= len(p.s) {
		return utf8.RuneError, 0
	}
	c := p.s[i]
	if c < 0x80 {
		return rune(c), 1
	}
	// Most characters are of three bytes; e0 and ed begin some that are not
	// valid.
	if c > 0xe0 && c < 0xf0 && c != 0xed && i+2 < len(p.s) && p.s[i+1]&0xc0 == 0x80 && p.s[i+2]&0xc0 == 0x80 {
		return rune(c&0x0f)<<12 | rune(p.s[i+1]&0x3f)<<6 | rune(p.s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(p.s[i:])
}

// back is the character before i, spaces left out.
func (p *parser) back(i int) rune {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(p.s[:i])
		if !isGap(r) {
			return r
		}
		i -= size
	}
	return '\n'
}

// next is the character at i, spaces left out; a line feed at the end.
func (p *parser) next(i int) rune {
	k := p.sp(i)
	if k >= len(p.s) {
		return '\n'
	}
	r, _ := p.rune(k)
	return r
}

// at reports that the text goes on with lit.
func (p *parser) at(i int, lit string) bool { return strings.HasPrefix(p.s[i:], lit) }

// lit is the offset after the first of the literals that stands at i.
func (p *parser) lit(i int, lits ...string) int {
	for _, l := range lits {
		if p.at(i, l) {
			return i + len(l)
		}
	}
	return 0
}

// before reports that the text before i, spaces left out, ends with one of
// the literals.
func (p *parser) before(i int, lits ...string) bool {
	for i > 0 && (p.s[i-1] == ' ' || p.s[i-1] == '\t') {
		i--
	}
	for _, l := range lits {
		if strings.HasSuffix(p.s[:i], l) {
			return true
		}
	}
	return false
}

// in reports that r is one of the characters.
func in(r rune, set string) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// pause reports that r ends a clause or a line, or opens or closes marks.
func pause(r rune) bool {
	switch han.ClassOf(r) {
	case han.Newline, han.Terminal, han.Pause, han.Opening, han.Closing:
		return true
	}
	return r == '"' || r == '△' || r == '·' || r == '|' || r == '.' || r == utf8.RuneError
}

// clause is the stretch between the marks around a range of the text.
func (p *parser) clause(at, end int) string {
	from, to := at, end
	for from > 0 && at-from < 150 {
		r, n := utf8.DecodeLastRuneInString(p.s[:from])
		if clauseEnd(r) {
			break
		}
		from -= n
	}
	for to < len(p.s) && to-end < 150 {
		r, n := p.rune(to)
		if clauseEnd(r) {
			break
		}
		to += n
	}
	return p.s[from:to]
}

func clauseEnd(r rune) bool {
	switch r {
	case '，', '。', '；', '！', '？', '\n', ',', ';', '!', '?', '：', ':':
		return true
	}
	return false
}

func sentenceEnd(r rune) bool {
	switch r {
	case '。', '！', '？', '\n', '；', '!', '?', ';':
		return true
	}
	return false
}

// How far back a sentence and a paragraph are looked for, in bytes: further
// back nothing is told on, and a text without any mark stays cheap to read.
const (
	maxSentence  = 4000
	maxParagraph = 60000
)

// sentenceStart is the first byte of the sentence that holds i. A mark inside
// a quotation ends the sentence of the quotation only.
func (p *parser) sentenceStart(i int) int {
	known := p.sentence
	if i < known.at {
		known = place{}
	}
	at := i
	for to := max(known.at, i-maxSentence); at > to; {
		r, n := utf8.DecodeLastRuneInString(p.s[:at])
		if sentenceEnd(r) {
			p.sentence = place{i, at}
			return at
		}
		at -= n
	}
	if at <= known.at {
		at = max(known.start, i-maxSentence)
	}
	p.sentence = place{i, at}
	return at
}

// place is where the sentence or the paragraph that holds an offset starts.
// Offsets are mostly asked for in order, so that the text is gone through
// once.
type place struct{ at, start int }

// paragraphStart is the first byte of the paragraph that holds i.
func (p *parser) paragraphStart(i int) int {
	known := p.paragraph
	if i < known.at {
		known = place{}
	}
	from := max(known.at, i-maxParagraph)
	start := max(known.start, i-maxParagraph)
	if k := strings.LastIndexByte(p.s[from:i], '\n'); k >= 0 {
		start = from + k + 1
	}
	p.paragraph = place{i, start}
	return start
}

// alone reports that nothing but marks stands on the line beside the range: a
// cell of a table, a date line.
func (p *parser) alone(at, end int) bool {
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(p.s[:at])
		if r == '\n' {
			break
		}
		if !isGap(r) && !pause(r) {
			return false
		}
		at -= n
	}
	for end < len(p.s) {
		r, n := p.rune(end)
		if r == '\n' {
			break
		}
		if !isGap(r) && !pause(r) {
			return false
		}
		end += n
	}
	return true
}
