package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lexicon"
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
	// last says that the run is the last of the page.
	last bool
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

// bracketHead gives the length of a headline in brackets that stands before
// its text on the same line, 0 where there is none.
func bracketHead(s string) int {
	if !strings.HasPrefix(s, "【") {
		return 0
	}
	end := strings.Index(s[:cut(s, 120)], "】")
	if end < 0 || len(s) <= end+len("】") {
		return 0
	}
	inner := s[len("【"):end]
	if n := utf8.RuneCountInString(inner); n < 3 || n > 30 || !mostlyHan(inner) || strings.Contains(inner, "。") {
		return 0
	}
	if _, ok := scanDateline(s); ok {
		return 0
	}
	return end + len("】")
}

// bracketHeadline takes a headline in brackets, and the dateline after it.
func (s *segmenter) bracketHeadline(p *piece, n int) {
	from, to := len("【"), n-len("】")
	s.put(segment{kind: segHead, pieces: p.pieces(from, to), text: p.rest()[from:to], before: p.run.before, turn: p.run.turn, marked: true})
	p.skip(n)
	s.datelineAt(p)
	p.inline = true
}

// hasBrackets reports a page whose items have their headlines in brackets.
func hasBrackets(runs []run) bool {
	n := 0
	for i := range runs {
		if runs[i].end == sentenceEnd && bracketHead(runs[i].text) > 0 {
			n++
		}
	}
	return n >= 2
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
	case byline(rest) && !credits(rest):
		s.put(segment{kind: segByline, pieces: p.pieces(0, len(rest)), text: rest})
	case s.isHead(p, rest):
		s.heads(p)
	default:
		s.paragraphs(p)
	}
}

// isHead reports a line that is a headline by its own words.
func (s *segmenter) isHead(p *piece, rest string) bool {
	if p.marked {
		return true
	}
	if len(rest) > 4*longestHead {
		return false
	}
	_, tag := sourceTag(rest)
	chars := utf8.RuneCountInString(rest)
	if !mostlyHan(rest) && !calendarHead.MatchString(key(rest)) {
		return false
	}
	if p.inline || tag > 0 || credits(rest) || question(rest) || !looksHead(rest, chars) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest); r == '△' || cannotBegin(rest) {
		return false
	}
	if strings.ContainsRune("，、；,;", lastRune(rest)) || s.chronicle && entryDay(rest) > 0 && chars > 8 {
		return false
	}
	if s.chronicle && len(s.segs) > 0 && !calendarHead.MatchString(key(rest)) {
		return false
	}
	if s.last && s.inBody && commas(rest) > 0 {
		return false // the page ends in mid-sentence
	}
	return endOf(rest) == openEnd
}

// calendarHead is the heading of a year or a month in a chronicle, over its
// key.
var calendarHead = regexp.MustCompile(`^\d{4}年?$|^[〇零○一二三四五六七八九]{4}年$|^\d{1,2}月$`)

// mostlyHan reports two Han characters or more, and no more Latin letters
// than those.
func mostlyHan(s string) bool {
	han, latin := 0, 0
	for _, r := range s {
		switch {
		case isHan(r):
			han++
		case unicode.IsLetter(r):
			latin++
		}
	}
	return han >= 2 && han >= latin
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// heads takes a headline, part by part.
func (s *segmenter) heads(p *piece) {
	for i, part := range parts(p.rest()) {
		g := segment{kind: segHead, pieces: p.pieces(part.Start, part.End), text: part.In(p.rest()), marked: p.marked, end: p.run.end}
		if i == 0 {
			g.before, g.turn = p.run.before, p.run.turn
		} else {
			g.inline = true
		}
		s.put(g)
	}
}

// parts cuts a headline at the spaces that set its parts apart. A space
// beside a digit or a Latin letter sets nothing apart.
func parts(s string) []span.Span {
	var out []span.Span
	start := 0
	for i, r := range s {
		if !isSpace(r) || i < start {
			continue
		}
		rest := strings.TrimLeftFunc(s[i:], isSpace)
		next, _ := utf8.DecodeRuneInString(rest)
		before := lastRune(s[start:i])
		if wide(before) && wide(next) && utf8.RuneCountInString(s[start:i]) >= 3 && utf8.RuneCountInString(rest) >= 3 {
			out = append(out, span.Span{Start: start, End: i})
			start = len(s) - len(rest)
		}
	}
	return append(out, span.Span{Start: start, End: len(s)})
}

// wide reports a character that Chinese text sets without spaces.
func wide(r rune) bool {
	return r >= 0x2E80 || r == '—' || r == '“' || r == '”' || r == '…' || r == '·'
}

// byline reports a line that names who wrote an article, and nothing else.
func byline(s string) bool {
	if len(s) > 4*40 || utf8.RuneCountInString(s) > 40 || strings.ContainsAny(s, "。，：:") && !bylineColon.MatchString(s) {
		return false
	}
	return bylineForm.MatchString(s)
}

var (
	bylineForm  = regexp.MustCompile(`^[（(【]?(本报|本報|本社|新华社|新華社|人民网|新华网|中新社|[\p{Han}]{2,4}(日报|晚报|社|网))?(特派|特约|全媒体|见习|实习|首席|驻[\p{Han}]{2,6})?(记者|記者|通讯员|通訊員|评论员|評論員|特约评论员|作者|文|撰文)[\s\x{3000}/／:：]*[\p{Han}·、/\s\x{3000}]{2,30}[）)】]?$`)
	bylineColon = regexp.MustCompile(`^(记者|作者|文|撰文|通讯员)[:：]`)
)

// surnamed reports that a name begins with a Chinese surname.
func surnamed(name string) bool {
	names := lexicon.LoadNames()
	folded := lexicon.FoldString(name)
	r, size := utf8.DecodeRuneInString(folded)
	if names.Trait(r)&lexicon.Surname != 0 {
		return true
	}
	_, second := utf8.DecodeRuneInString(folded[size:])
	return names.Compound(folded[:size+second])
}

// paragraphs takes the paragraphs of a run: one, or several where a second
// dispatch or an entry of a chronicle begins in mid-line.
func (s *segmenter) paragraphs(p *piece) {
	for p.from < p.to {
		cut, skip := s.nextCut(p)
		part := *p
		if cut < 0 {
			s.paragraph(&part)
			return
		}
		part.to = p.from + cut
		s.paragraph(&part)
		p.from += cut
		p.skip(0)
		p.inline = true
		if skip {
			s.prefixes(p)
		}
	}
}

// nextCut finds where in the rest another paragraph begins, -1 where none
// does; dispatch says that it begins with a dateline or a mark.
func (s *segmenter) nextCut(p *piece) (at int, dispatch bool) {
	rest := p.rest()
	if at := dispatchIn(rest); at > 0 {
		return at, true
	}
	if s.chronicle {
		if at := s.entryIn(rest); at > 0 {
			return at, false
		}
	}
	return -1, false
}

// dispatchIn finds a dateline after the end of a sentence inside a line.
func dispatchIn(s string) int {
	for from := 0; ; {
		i := indexWire(s[from:])
		if i < 0 {
			return -1
		}
		wire := from + i
		from = wire + 3
		back := s[floor(s, wire-100):wire]
		j := lastStop(back)
		if j < 0 {
			continue
		}
		at := wire - len(back) + j
		at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], isSpace))
		d, ok := scanDateline(s[at:])
		if ok && d.sure && d.Day != "" && at+d.Span.End >= wire && (d.bracketed || !d.short()) {
			return at
		}
	}
}

// indexWire finds the next 日电 or 日讯 in either script, and gives where its
// last character stands.
func indexWire(s string) int {
	best := -1
	for _, w := range []string{"电", "電", "讯", "訊"} {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 || best >= 0 && from+i > best {
				break
			}
			from += i
			if dayBefore(s[:from]) {
				best = from
				break
			}
			from += len(w)
		}
	}
	return best
}

// dayBefore reports a text that ends as a day does, 专 or 急 left out.
func dayBefore(s string) bool {
	for _, w := range []string{"专", "專", "急"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.HasSuffix(s, "日") || strings.HasSuffix(s, "号") || strings.HasSuffix(s, "號")
}

// lastStop gives the offset after the last mark that ends a sentence.
func lastStop(s string) int {
	at := -1
	for i, r := range s {
		if strings.ContainsRune("。！？!?”」』", r) {
			at = i + utf8.RuneLen(r)
		}
	}
	return at
}

func floor(s string, n int) int {
	if n < 0 {
		return 0
	}
	return cut(s, n)
}

// paragraph takes one paragraph with its tag before and its credit after.
func (s *segmenter) paragraph(p *piece) {
	rest := p.rest()
	g := segment{kind: segPara, before: p.run.before, turn: p.run.turn, end: endOf(rest), inline: p.inline}
	from, to := 0, len(rest)
	if _, n := sourceTag(rest); n > 0 {
		g.credit = p.pieces(0, n)
		from = n
	}
	if at := creditAt(rest[from:]); at >= 0 {
		c := p.pieces(from+at, to)
		g.caption = ofPhoto(rest[from+at:])
		if g.credit == nil {
			g.credit = trimBrackets(s.text, c)
		}
		to = from + at
	}
	g.pieces = p.pieces(from, to)
	g.text = strings.TrimFunc(rest[from:to], isSpace)
	if illustrates(g.text) {
		g.caption = true
	}
	if len(g.pieces) == 0 {
		if len(g.credit) > 0 {
			s.put(g) // the tag of the paragraph that follows, or the credit of the one before
		}
		return
	}
	s.put(g)
}

// entryForm is the day that an entry of a chronicle begins with.
var entryForm = regexp.MustCompile(`^(\d{4}\s*年\s*)?([\d０-９一二三四五六七八九十]{1,3})\s*月\s*([\d０-９一二三四五六七八九十]{1,3})\s*[日号]`)

// entryDay gives the day of a chronicle's entry at the start of s as a
// number that grows through the year, 0 where there is none.
func entryDay(s string) int {
	m := entryForm.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	month, day := small(m[2]), small(m[3])
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	return month*31 + day
}

// small reads a number up to 99.
func small(s string) int {
	n, tens := 0, false
	for _, r := range s {
		switch i := strings.IndexRune("〇一二三四五六七八九", r); {
		case unicode.IsDigit(r) && r < 0x80:
			n = n*10 + int(r-'0')
		case r >= '０' && r <= '９':
			n = n*10 + int(r-'０')
		case r == '十':
			n, tens = max(n, 1)*10, true
		case i >= 0 && tens:
			n += i / 3
		case i >= 0:
			n = n*10 + i/3
		}
	}
	return n
}

// entryIn finds an entry of a chronicle that begins inside a line, after the
// end of a sentence, and later than the entry that the line belongs to.
func (s *segmenter) entryIn(rest string) int {
	if d := entryDay(rest); d > 0 {
		s.lastDay = d
	}
	for from := 0; ; {
		i := strings.Index(rest[from:], "。")
		if i < 0 {
			return -1
		}
		from += i + len("。")
		from += len(rest[from:]) - len(strings.TrimLeftFunc(rest[from:], isSpace))
		if d := entryDay(rest[from:]); d > s.lastDay && s.lastDay > 0 && d-s.lastDay < 40 {
			return from
		}
	}
}
