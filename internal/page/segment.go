package page

import (
	"regexp"
	"strings"

	"dateline/internal/span"
)

// segment is a stretch of the page with one part to play.
type segment struct {
	kind   segmentKind
	pieces span.Pieces
	text   string
	// dateline is set for a dateline, its spans in the page's text.
	dateline *DatelineAt
	// credit is a source tag before a paragraph, or the credit after it.
	credit span.Pieces
	// before is how many empty lines stand before it, turn whether furniture
	// does.
	before int
	turn   bool
	end    ending
	// marked says of a headline that a mark of the site stands before it.
	marked bool
	// caption says of a paragraph that it is one, by its credit or words.
	caption bool
	// inline says that it does not begin a line.
	inline bool
	// date is the date of the page head above, own says that the head is the
	// article's own line.
	date string
	own  bool
	// second says of a dateline that it may be a second dispatch's.
	second bool
	// furniture is the kind of a segWeb.
	furniture furnitureKind
}

// DatelineAt is a dateline with its place on the page.
type DatelineAt struct {
	Dateline
	Pieces span.Pieces
	// DayPieces is where the day is printed.
	DayPieces span.Pieces
}

type segmentKind int

const (
	segHead segmentKind = iota
	segPara
	segDateline
	segDispatch // a second dispatch under the same headline
	segJump     // continued on another page
	segFrom     // continued from another page
	segByline
	segBreak // a section of the page ends here
	segWeb   // a line that only web pages have stands here
)

// segmenter cuts runs into segments.
type segmenter struct {
	text      string
	lay       layout
	segs      []segment
	furniture []Furniture
	pageDate  string
	ownDate   bool // pageDate stands in the head line of the article itself
	chronicle bool
	bracketed bool // headlines stand in brackets before their texts
	lastDay   int
	// inBody says that the last segment is a paragraph of an article.
	inBody bool
	// last says that the run is the last of the page; next is the one after.
	last bool
	next *run
	// headCount counts each head of a newspaper page by its words.
	headCount map[string]int
	// sections are the names of the paper's sections on the page.
	sections map[string]bool
	// stated is the date that the page prints of itself.
	stated     string
	statedAt   span.Pieces
	statedRank int
}

func (s *segmenter) put(g segment) {
	g.date, g.own = s.pageDate, s.ownDate
	s.segs = append(s.segs, g)
	s.inBody = g.kind == segPara || g.kind == segDispatch && s.inBody
}

func (s *segmenter) leave(kind furnitureKind, rule string, p span.Pieces) {
	if len(p) > 0 {
		s.furniture = append(s.furniture, Furniture{Pieces: p, Kind: string(kind), Rule: "furniture/" + rule})
	}
}

// piece is a part of a run that has not been given a part to play yet.
type piece struct {
	run      *run
	from, to int // in run.text
	marked   bool
	inline   bool
}

func (p *piece) rest() string { return p.run.text[p.from:p.to] }

// pieces gives the page's ranges of a part of the rest, without white space
// at its ends.
func (p *piece) pieces(from, to int) span.Pieces {
	t := p.run.text[p.from+from : p.from+to]
	from += len(t) - len(strings.TrimLeftFunc(t, isSpace))
	to -= len(t) - len(strings.TrimRightFunc(t, isSpace))
	if from >= to {
		return nil
	}
	return p.run.joined.Pieces(span.Span{Start: p.from + from, End: p.from + to})
}

// skip moves past n bytes and the white space after them.
func (p *piece) skip(n int) {
	p.from += n
	t := p.rest()
	p.from += len(t) - len(strings.TrimLeftFunc(t, isSpace))
}

// run cuts one run.
func (s *segmenter) run(r *run) {
	p := &piece{run: r, to: len(r.text)}
	s.prefixes(p)
	s.suffixes(p)
	s.body(p)
}

// prefixes takes what stands before the words of an article.
func (s *segmenter) prefixes(p *piece) {
	for p.from < p.to {
		rest := p.rest()
		switch {
		case mark(rest) > 0:
			n := mark(rest)
			s.put(segment{kind: segBreak})
			s.leave(fMark, "mark", p.pieces(0, n))
			p.skip(n)
			p.marked = true
		case dot(rest) > 0:
			n := dot(rest)
			s.leave(fMark, "dot", p.pieces(0, n))
			p.skip(n)
		case headPrefix(rest) > 0:
			n := headPrefix(rest)
			s.put(segment{kind: segBreak})
			s.leave(fPageHead, "page-head", p.pieces(0, n))
			s.pageDate, s.ownDate = dateIn(rest[:n]), true
			s.states(2, s.pageDate, p.pieces(0, n))
			p.skip(n)
		case s.bracketed && !p.inline && bracketHead(rest) > 0:
			s.bracketHeadline(p, bracketHead(rest))
			return
		case goesOn(rest) > 0:
			n := goesOn(rest)
			from, to := bare(rest[:n])
			s.put(segment{kind: segDispatch, pieces: p.pieces(from, to), text: rest[from:to]})
			p.skip(n)
		default:
			if m := fromMark(rest); m != "" {
				from, to := bare(m)
				s.put(segment{kind: segFrom, pieces: p.pieces(from, to), text: m[from:to]})
				p.skip(len(m))
				continue
			}
			if _, n := sourceTag(rest); n > 0 || !s.datelineAt(p) {
				return
			}
		}
	}
}

// datelineAt takes a dateline at the start of the rest.
func (s *segmenter) datelineAt(p *piece) bool {
	rest := p.rest()
	d, ok := scanDateline(rest)
	if !ok {
		return false
	}
	at := &DatelineAt{Dateline: d, Pieces: p.pieces(d.Span.Start, d.Span.End)}
	if !d.DaySpan.Empty() {
		at.DayPieces = p.pieces(d.DaySpan.Start, d.DaySpan.End)
	}
	kind, second := segDateline, false
	if d.bracketed && s.inBody && !strings.HasPrefix(d.Agency, "本") {
		second = s.noHeadSince()
		if p.inline {
			kind = segDispatch
		}
	}
	s.put(segment{kind: kind, second: second, pieces: at.Pieces, dateline: at, before: p.run.before, turn: p.run.turn, inline: p.inline, text: rest[d.Span.Start:d.Span.End]})
	p.skip(d.end)
	p.inline = true
	return true
}

// noHeadSince reports that paragraphs follow each other up to here.
func (s *segmenter) noHeadSince() bool {
	n := len(s.segs)
	return n > 0 && s.segs[n-1].kind == segPara && !s.segs[n-1].caption
}

// suffixes takes what stands after them.
func (s *segmenter) suffixes(p *piece) {
	for p.from < p.to {
		rest := p.rest()
		if m := endMarkAt(rest); m != nil {
			s.leave(fEditor, "end-mark", p.pieces(m[0], m[1]))
			p.to = p.from + len(strings.TrimRightFunc(rest[:m[0]], isSpace))
			continue
		}
		return
	}
}

// endMarkAt finds an end mark; most lines end in none of its characters.
func endMarkAt(s string) []int {
	if !strings.ContainsRune("）)】0123456789", lastRune(s)) {
		return nil
	}
	from := floor(s, len(s)-180)
	m := endMark.FindStringIndex(s[from:])
	if m == nil {
		return nil
	}
	return []int{from + m[0], from + m[1]}
}

// endMark is what an agency or an editor puts after the last sentence:
// （完）, （编辑：…）, （责编：…）.
var endMark = regexp.MustCompile(`[\s\x{3000}]*[（(【]\s*(完|全文完|未完|未完待续|(责任编辑|責任編輯|责编|編輯|编辑|译者|譯者|核稿)[:：/][^（）()]{1,40})\s*[）)】]\s*\d{0,8}$`)

// body takes the words of an article: a headline or paragraphs.
func (s *segmenter) body(p *piece) {
	if p.from >= p.to {
		return
	}
	rest := p.rest()
	if m := jumpMark(rest); m != nil {
		tail := *p
		tail.from += m[0]
		p.to = p.from + m[0]
		defer func() {
			from, to := bare(tail.rest())
			s.put(segment{kind: segJump, pieces: tail.pieces(from, to), text: tail.rest()[from:to]})
		}()
		if p.from >= p.to {
			return
		}
		rest = p.rest()
	}
	switch {
	case s.inBody && bracketed(rest) && signature("。"+rest) > 0:
		s.sign(p)
	case (byline(rest) || s.signed(rest)) && !credits(rest):
		s.put(segment{kind: segByline, pieces: p.pieces(0, len(rest)), text: rest})
	case s.isHead(p, rest):
		s.heads(p)
	default:
		s.paragraphs(p)
	}
}
