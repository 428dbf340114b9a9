package page

import (
	"regexp"
	"strings"

	"dateline/internal/span"
)

// body is the paragraphs of an article while its headline is not known.
type body struct {
	dateline *DatelineAt
	byline   span.Pieces
	credit   span.Pieces
	paras    []segment
	conts    []Continuation
	subs     []Headline
	before   int // empty lines before its first line
	caption  bool
	second   bool   // it may be a second dispatch under the headline above
	hard     bool   // a section of the page begins before it
	date     string // of the page head above it
	own      bool   // the head is the article's own line
	rule     string
	pairs    *pairSet // for comparing with headlines; made when asked for
	// heads are the headlines that were found to be its own.
	heads []segment
}

// assembly builds the articles from the segments.
type assembly struct {
	s      *segmenter
	web    bool
	bodies []*body
	// gaps[i] are the headlines between body i-1 and body i.
	gaps [][]segment
	// cuts[i] is how many headlines of gap i stand before a break between
	// sections of the page, -1 where there is no break.
	cuts []int
	cur  *body
	// open is a dateline that waits for its paragraphs.
	open   *DatelineAt
	second bool
	before int
	byline span.Pieces
	// waiting is a source tag on a line of its own.
	waiting span.Pieces
	marks   int // headlines that a mark of the site stands before
	hard    bool
	rule    string
	section bool // a break stands before
}

// assemble makes the page from the segments.
func assemble(s *segmenter, web bool) *Page {
	if web {
		s.pruneWeb()
	}
	s.demoteLists()
	s.demoteSections()
	a := &assembly{s: s, web: web, gaps: make([][]segment, 1), cuts: []int{-1}, rule: "article/first"}
	for i := range s.segs {
		a.take(i)
	}
	a.s.leave(fEditor, "credit", a.waiting)
	a.waiting = nil
	a.bulletins()
	a.subheads()
	a.assign()
	return a.page()
}

// take adds one segment.
func (a *assembly) take(i int) {
	g := a.s.segs[i]
	switch g.kind {
	case segBreak:
		if n := max(a.cuts[len(a.cuts)-1], 0); n < len(a.gaps[len(a.gaps)-1]) && a.section {
			a.begin(g) // the headline of a section without a text
		}
		a.section = true
		a.close()
		a.hard = true
		a.cuts[len(a.cuts)-1] = len(a.gaps[len(a.gaps)-1])
		a.open, a.byline = nil, nil
		a.rule = "article/section"
	case segHead:
		a.close()
		if g.marked {
			a.marks++
		}
		a.gaps[len(a.gaps)-1] = append(a.gaps[len(a.gaps)-1], g)
		a.rule = "article/headline"
	case segDateline:
		a.close()
		a.open, a.second, a.before = g.dateline, g.second, g.before
		a.rule = "article/dateline"
	case segByline:
		a.takeByline(g)
	case segDispatch, segJump, segFrom:
		a.takeMark(g)
	case segPara:
		a.takePara(g)
	}
}

func (a *assembly) close() { a.cur = nil }

// takeByline puts a byline on the article that it stands in, or on the next.
func (a *assembly) takeByline(g segment) {
	if a.cur != nil && a.cur.byline == nil {
		a.cur.byline = g.pieces
		return
	}
	a.byline = g.pieces
}

// takeMark puts a mark of continuation into the article that it stands in.
func (a *assembly) takeMark(g segment) {
	kind := map[segmentKind]string{segDispatch: "dispatch", segJump: "jump", segFrom: "from"}[g.kind]
	b := a.cur
	if b == nil && g.kind != segFrom && len(a.bodies) > 0 && len(a.gaps[len(a.gaps)-1]) == 0 {
		b = a.bodies[len(a.bodies)-1]
		a.cur = b
	}
	if b == nil {
		if g.kind == segDispatch && g.dateline != nil {
			a.open = g.dateline
			return
		}
		b = a.begin(g)
	}
	b.conts = append(b.conts, Continuation{Pieces: g.pieces, Kind: kind, Dateline: g.dateline, Before: len(b.paras)})
}

// begin starts a body whose first segment is g.
func (a *assembly) begin(g segment) *body {
	b := &body{hard: a.hard, rule: a.rule, dateline: a.open, byline: a.byline, date: g.date, own: g.own}
	if a.open != nil {
		b.second, b.before = a.second, a.before
	}
	b.credit, a.waiting = a.waiting, nil
	a.hard, a.open, a.byline, a.rule = false, nil, nil, "article/first"
	a.bodies = append(a.bodies, b)
	a.gaps = append(a.gaps, nil)
	a.cuts = append(a.cuts, -1)
	a.cur = b
	return b
}

// takePara adds a paragraph, as a caption of its own where it is one.
func (a *assembly) takePara(g segment) {
	if len(g.pieces) == 0 {
		a.credit(g)
		return
	}
	if g.caption && a.alone(g) {
		resume := a.cur
		open, byline := a.open, a.byline
		a.open, a.byline = nil, nil
		b := a.begin(g)
		b.caption, b.credit, b.paras = true, g.credit, []segment{g}
		b.rule = "article/caption"
		a.open, a.byline = open, byline
		a.cur = resume
		return
	}
	b := a.cur
	if b == nil {
		b = a.begin(g)
		if b.dateline == nil {
			b.before = g.before
		}
	}
	if len(g.credit) > 0 && b.credit == nil {
		b.credit = g.credit
	}
	b.paras = append(b.paras, g)
}

// credit puts a credit that stands alone where it belongs.
func (a *assembly) credit(g segment) {
	last := (*body)(nil)
	if n := len(a.bodies); n > 0 {
		last = a.bodies[n-1]
	}
	photo := ofPhoto(g.credit.In(a.s.text))
	switch {
	case photo && last != nil && last.caption && last.credit == nil:
		last.credit = g.credit
		return
	case photo && a.cur != nil && len(a.cur.paras) == 1 && a.cur.dateline == nil && a.cur.credit == nil:
		a.cur.caption, a.cur.credit, a.cur.rule = true, g.credit, "article/caption"
		a.close()
		return
	case photo && a.cur != nil && len(a.cur.paras) > 1 && a.lastShort():
		a.captionOfLast(g)
		return
	case a.cur == nil && len(a.waiting) == 0:
		a.waiting = g.credit // the tag of what follows
		return
	case a.cur != nil && a.cur.credit == nil:
		a.cur.credit = g.credit
		return
	}
	a.s.leave(fEditor, "credit", g.credit)
}

// subheads finds the headlines that stand inside an article: they have a
// number, or the page is one article, or several short ones of their kind
// follow each other without a dateline.
func (a *assembly) subheads() {
	if len(a.bodies) == 0 {
		return
	}
	bodies, gaps, cuts := a.bodies[:1], a.gaps[:1], a.cuts[:1]
	for i := 1; i < len(a.bodies); i++ {
		gap := a.gaps[i]
		prev, next := bodies[len(bodies)-1], a.bodies[i]
		if len(gap) == 0 || !a.inside(gap, prev, next) {
			bodies, gaps, cuts = append(bodies, next), append(gaps, gap), append(cuts, a.cuts[i])
			continue
		}
		for _, h := range gap {
			prev.subs = append(prev.subs, Headline{Pieces: h.pieces, Role: "sub", Before: len(prev.paras)})
		}
		prev.adopt(next)
	}
	last := len(a.bodies)
	a.bodies, a.gaps, a.cuts = bodies, append(gaps, a.gaps[last]), append(cuts, a.cuts[last])
}

// inside reports that a block of headlines is a sub-heading.
func (a *assembly) inside(gap []segment, prev, next *body) bool {
	if next.rule == "article/brief" || next.hard || next.dateline != nil || prev.caption || next.caption || len(next.credit) > 0 || gap[0].marked {
		return false
	}
	if a.web || a.marks >= 2 {
		return true // the page marks where articles begin, and not here
	}
	return item(gap[0].text) && len(gap) == 1
}

// commonHeadings are the last words of a heading over several items.
var commonHeadings = strings.Fields(`快讯 简讯 簡訊 要闻 要聞 集锦 联播 聯播 一周 短讯 短訊 点滴 電訊 电讯 撷英 新闻摘要`)

var numberedItems = regexp.MustCompile(`(消息)?[一二三四五六七八九十\d]{1,2}则$`)

// commonHeading reports such a heading.
func commonHeading(s string) bool {
	return endsWith(s, commonHeadings) || strings.HasSuffix(s, "则") && numberedItems.MatchString(s)
}

// page makes the articles.
func (a *assembly) page() *Page {
	p := &Page{Furniture: a.s.furniture, Stated: a.s.stated, StatedAt: a.s.statedAt}
	index := map[*body]int{}
	for _, b := range a.bodies {
		if len(b.paras) == 0 && len(b.heads) == 0 && b.dateline == nil {
			a.s.leave("other", "remains", b.credit)
			for _, c := range b.conts {
				a.s.leave("other", "remains", c.Pieces)
			}
			continue
		}
		index[b] = len(p.Articles)
		p.Articles = append(p.Articles, a.article(b))
	}
	a.illustrations(p, index)
	p.Furniture = a.s.furniture
	sortPieces(p.Furniture)
	return p
}

// article makes one article of a body.
func (a *assembly) article(b *body) Article {
	r := Article{Dateline: b.dateline, Byline: b.byline, Credit: b.credit, Continued: b.conts,
		Illustrates: -1, Rule: b.rule, PageDate: b.date, OwnDate: b.own}
	roles(&r, b.heads)
	r.Headlines = append(r.Headlines, b.subs...)
	for _, g := range b.paras {
		r.Paragraphs = append(r.Paragraphs, g.pieces)
	}
	r.Body = Join(a.s.text, r.Paragraphs)
	if n := len(b.paras); n > 0 {
		r.BeginsMid = beginsMid(b.paras[0].text)
		r.EndsMid = b.paras[n-1].end == openEnd && !b.caption && !b.unmarked()
	}
	for _, c := range b.conts {
		r.EndsMid = r.EndsMid || c.Kind == "jump"
		r.BeginsMid = r.BeginsMid || c.Kind == "from" && c.Before == 0
	}
	r.Kind = kindOf(b, r)
	return r
}

// Join puts paragraphs together as one text, a line feed between each two.
func Join(text string, paragraphs []span.Pieces) *span.Joined {
	var j span.Builder
	size, ranges := 0, 0
	for _, p := range paragraphs {
		for _, q := range p {
			size += q.Len() + len("\n")
		}
		ranges += len(p)
	}
	j.Grow(size, ranges)
	for i, p := range paragraphs {
		if i > 0 {
			j.Put("\n")
		}
		addJoined(&j, text, p)
	}
	return j.Joined()
}

// addJoined adds a paragraph's pieces to a text, with the spaces that breaks
// between words of Latin letters stand for.
func addJoined(j *span.Builder, text string, pieces span.Pieces) {
	for i, p := range pieces {
		if i > 0 && wordBreak(pieces[i-1].In(text), p.In(text)) {
			j.Put(" ")
		}
		j.Add(text, p)
	}
}

// roles gives each part of a headline block its role. Of three lines or more
// the first leads in and the second is the headline; of fewer the first part
// is. Dashes begin a deck.
func roles(r *Article, heads []segment) {
	lines := 0
	for i, h := range heads {
		if i == 0 || !h.inline {
			lines++
		}
	}
	line, main := 0, false
	for i, h := range heads {
		if i == 0 || !h.inline {
			line++
		}
		role := "deck"
		switch {
		case strings.HasPrefix(h.text, "——") && i > 0:
		case lines >= 3 && line == 1:
			role = "kicker"
		case !main:
			role, main = "main", true
		}
		r.Headlines = append(r.Headlines, Headline{Pieces: h.pieces, Role: role})
	}
}
