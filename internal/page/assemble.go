package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

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
	text     string // for comparing with headlines; made when asked for
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

// longestBlock is how many lines in a row may be headlines; more are a list,
// a table or verse.
const longestBlock = 8

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

// demoteLists makes paragraphs of headlines that stand in long rows, or on a
// page without prose.
func (s *segmenter) demoteLists() {
	prose := s.prose()
	for i := 0; i < len(s.segs); {
		j := i
		lines := 0
		for j < len(s.segs) && (s.segs[j].kind == segHead && !s.segs[j].marked) {
			if !s.segs[j].inline {
				lines++
			}
			j++
		}
		if lines > longestBlock || !prose {
			for k := i; k < j; k++ {
				s.segs[k].kind = segPara
			}
		}
		i = max(j, i+1)
	}
}

// demoteSections makes paragraphs of the lines of a section of a newspaper
// page that has no other text, as verse and lists have: all but its first
// line.
func (s *segmenter) demoteSections() {
	for i := 0; i < len(s.segs); {
		j := i
		told, heads := false, 0
		for ; j < len(s.segs) && (j == i || s.segs[j].kind != segBreak); j++ {
			switch s.segs[j].kind {
			case segPara, segDateline:
				told = true
			case segHead:
				heads++
			}
		}
		if s.segs[i].kind == segBreak && !told && heads > 1 {
			for k := i; k < j; k++ {
				if s.segs[k].kind == segHead {
					s.segs[k].kind = segPara
				}
			}
			s.first(i, j)
		}
		i = j
	}
}

// first makes the first line of a section its headline again.
func (s *segmenter) first(i, j int) {
	for k := i; k < j; k++ {
		if s.segs[k].kind == segPara {
			s.segs[k].kind = segHead
			for k++; k < j && s.segs[k].inline; k++ {
				s.segs[k].kind = segHead
			}
			return
		}
	}
}

// prose reports a page on which something is told: it has a sentence, or a
// dateline. Lines of verse, code and menus are no headlines.
func (s *segmenter) prose() bool {
	for _, g := range s.segs {
		if g.kind == segDateline || g.kind == segPara && strings.ContainsAny(g.text, "。！？") {
			return true
		}
	}
	return false
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

// lastShort reports that the last paragraph of the article is as short as a
// caption.
func (a *assembly) lastShort() bool {
	return utf8.RuneCountInString(a.cur.paras[len(a.cur.paras)-1].text) <= 100
}

// captionOfLast makes a caption of the last paragraph of the article, whose
// photographer stands on the line below.
func (a *assembly) captionOfLast(g segment) {
	n := len(a.cur.paras) - 1
	last := a.cur.paras[n]
	a.cur.paras = a.cur.paras[:n]
	resume := a.cur
	b := a.begin(last)
	b.caption, b.credit, b.paras, b.rule = true, g.credit, []segment{last}, "article/caption"
	a.cur = resume
}

// alone reports that a paragraph with a photograph's credit is a caption:
// an article that ends in one has it after several paragraphs.
func (a *assembly) alone(g segment) bool {
	return a.open == nil && utf8.RuneCountInString(g.text) <= 300
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

var commonHeading = regexp.MustCompile(`(快讯|简讯|簡訊|要闻|要聞|集锦|联播|聯播|一周|短讯|短訊|点滴|電訊|电讯|撷英|新闻摘要|消息[一二三四五六七八九十]{1,2}则|[一二三四五六七八九十\d]{1,2}则)$`)

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
	for i, p := range paragraphs {
		if i > 0 {
			j.Put("\n")
		}
		addJoined(&j, text, p)
	}
	return j.Joined()
}

// unmarked reports several paragraphs none of which ends a sentence: verse, a
// list.
func (b *body) unmarked() bool {
	for _, g := range b.paras {
		if g.end != openEnd {
			return false
		}
	}
	return len(b.paras) > 1
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

// roles gives each part of a headline block its role. One line, or the first
// part, is the headline; of three lines or more the first leads in.
func roles(r *Article, heads []segment) {
	lines := 0
	for _, h := range heads {
		if !h.inline {
			lines++
		}
	}
	for i, h := range heads {
		role := "main"
		switch {
		case i > 0 && (lines < 3 || i > 1):
			role = "deck"
		case i == 0 && lines >= 3 && len(heads) >= 3:
			role = "kicker"
		}
		if strings.HasPrefix(h.text, "——") && i > 0 {
			role = "deck"
		}
		r.Headlines = append(r.Headlines, Headline{Pieces: h.pieces, Role: role})
	}
}

// beginsMid reports a first paragraph that begins in mid-sentence.
func beginsMid(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return cannotBegin(s) || strings.ContainsRune("的了着們们", r)
}

var (
	documentHead = regexp.MustCompile(`(公报|公報|声明|聲明|条约|條約|协定|協定|议定书|决议|決議|宪法|通知|通告|条例|办法|规定|语录|語錄|讲话|致辞|社论|社論|年谱|全文|纪要|备忘录|宣言)[（(）)全文]*$`)
	noticeHead   = regexp.MustCompile(`(启事|啟事|讣告|訃告|公告|更正|声明启事|招聘|广告)$`)
	talkHead     = regexp.MustCompile(`记者会|答记者问|专访|專訪|访谈|問答|问答|对话`)
)

// kindOf says what an article is, by its labels and its headline.
func kindOf(b *body, r Article) string {
	if b.caption || len(b.paras) == 1 && len(b.heads) > 0 && b.dateline == nil && illustrated(b.paras[0].text) {
		return "caption"
	}
	labels, asked := 0, 0
	for _, g := range b.paras {
		if question(g.text) {
			asked++
		} else if label(g.text) > 0 {
			labels++
		}
	}
	head := ""
	for _, h := range b.heads {
		head += h.text + " "
	}
	head = strings.TrimSpace(head)
	switch {
	case asked >= 2 || asked+labels >= 3 || asked+labels >= 1 && talkHead.MatchString(head):
		return "qa"
	case b.rule == "article/brief":
		return "brief"
	case noticeHead.MatchString(head):
		return "notice"
	case b.dateline == nil && documentHead.MatchString(head) || strings.Contains(r.Body.Text(), "△"):
		return "document"
	}
	return "report"
}

// illustrated reports the words of a caption that says what its picture
// shows anywhere in one short paragraph.
func illustrated(s string) bool {
	return utf8.RuneCountInString(s) <= 150 && (pictured.MatchString(s) || strings.Contains(s, "。这是") || strings.Contains(s, "。這是"))
}
