package timex

import (
	"strings"
	"unicode/utf8"
)

// reader finds and resolves the times of one body.
type reader struct {
	parser
	c    Context
	base anchor
	out  []Time
	// named are the points that were named so far, oldest first; the first
	// may be the context's seed, at -1.
	named []mention
	// quote is the mark that opens the quotation around quoteTo, -1 none.
	quote, quoteTo int
}

// anchor is what relative expressions are counted from.
type anchor struct {
	point
	basis string
}

// mention is a time that was named.
type mention struct {
	lo, hi point
	at     int
	ranged bool
	// own: its year was named with it, not taken from elsewhere.
	own bool
	// open intervals and sets do not carry their year on.
	open bool
	// compared: it is what something is compared with (比去年增长).
	compared bool
	// printed: its day is printed and not counted from another.
	printed bool
	// scene: it opens a paragraph with a date.
	scene bool
}

func newReader(body string, c Context) *reader {
	r := &reader{parser: parser{s: fold(body)}, c: c, quote: -1}
	r.base = c.anchor()
	if c.Seed != nil {
		lo, hi, _ := strings.Cut(c.Seed.Value, "/")
		if p, ok := parseValue(lo); ok {
			q, ranged := parseValue(hi)
			if !ranged {
				q = p
			}
			r.named = append(r.named, mention{lo: p, hi: q, at: -1, ranged: ranged, own: true, printed: true, open: strings.Contains(c.Seed.Value, "..")})
		}
	}
	return r
}

// anchor is the dateline's day, or what is known of the page's date. A page
// that came out at an instant gives the clock, too, when there is no
// dateline.
func (c Context) anchor() anchor {
	day, ok := parseValue(c.Dateline)
	pub, known := parseValue(c.Published)
	switch {
	case ok:
		return anchor{day, BasisDateline}
	case known:
		return anchor{pub, BasisPublished}
	}
	return anchor{point: point{y: noYear}}
}

// year is the anchor's year.
func (a anchor) year() (int, bool) { return a.y, a.g >= gYear && a.y != noYear }

// month is the anchor's month.
func (a anchor) month() (y, m int, ok bool) {
	return a.y, a.m, a.g >= gMonth && a.g != gWeek && a.m > 0
}

// day is the anchor's day.
func (a anchor) day() (int, bool) { return a.guess(), a.dated() }

// guess is a day to measure distances from: the anchor's, or the middle of
// its month or year.
func (a anchor) guess() int {
	switch {
	case a.dated():
		return a.days()
	case a.g == gMonth:
		return daysOf(a.y, a.m, 15)
	case a.g == gWeek:
		return a.days()
	}
	return daysOf(a.y, 7, 1)
}

// anchorAt is what an expression at an offset is counted from: inside a
// quotation the time of speaking.
func (r *reader) anchorAt(at int) anchor {
	for _, q := range r.c.Quotes {
		if at >= q.Span.Start && at < q.Span.End {
			if p, ok := parseValue(q.Said); ok {
				return anchor{p, BasisSpeaking}
			}
		}
	}
	if p, ok := r.said(at); ok {
		return anchor{p, BasisSpeaking}
	}
	return r.base
}

// last is the time named last before at, in the same paragraph or not.
func (r *reader) last() (mention, bool) {
	if n := len(r.named); n > 0 {
		return r.named[n-1], true
	}
	return mention{}, false
}

// lastIn is the time named last since an offset.
func (r *reader) lastIn(from int) (mention, bool) {
	m, ok := r.last()
	return m, ok && m.at >= from
}

// lastDay is the day that 当天 or a bare clock time at an offset belongs to:
// in a sentence that has named one the last, at the head of a sentence the
// first of the sentence before, for that is what it tells (9日的罢工是继5日…。
// 当天…).
func (r *reader) lastDay(at int) (point, int, bool) {
	from := r.sentenceStart(at)
	for i := len(r.named) - 1; i >= r.oldest(); i-- {
		m := r.named[i]
		if m.open || !m.hi.dated() {
			continue
		}
		if m.at >= from {
			return m.hi, m.at, true
		}
		return r.topic(i), m.at, true
	}
	return point{}, 0, false
}

// maxNamed is how many times are looked back through.
const maxNamed = 100

// oldest is the first mention that is looked at.
func (r *reader) oldest() int { return max(0, len(r.named)-maxNamed) }

// topic is the first day named in the sentence of the i-th mention.
func (r *reader) topic(i int) point {
	best := r.named[i].hi
	if r.named[i].at < 0 {
		return best
	}
	from := r.sentenceStart(r.named[i].at)
	for ; i >= r.oldest() && r.named[i].at >= from; i-- {
		if m := r.named[i]; m.lo.dated() && !m.ranged && !m.open {
			best = m.lo
		}
	}
	return best
}

// said is the time of speaking of the quotation that holds an offset: the
// time that its sentence names before a verb of saying and the opening mark.
func (r *reader) said(at int) (point, bool) {
	open := r.openQuote(at)
	if open < 0 || !r.speaks(open) {
		return point{}, false
	}
	from := r.sentenceStart(open)
	for i := len(r.named) - 1; i >= r.oldest() && r.named[i].at >= from; i-- {
		if m := r.named[i]; m.at < open && !m.ranged && !m.open && m.lo.known() && m.lo.g >= gYear {
			return m.lo, true
		}
	}
	return point{}, false
}

// maxQuote is more bytes than the words of a paragraph are looked back
// through.
const maxQuote = 3000

// openQuote is the mark that opens the quotation around an offset, -1 where
// there is none in its paragraph. Offsets are asked for in order, so that the
// text is gone through once.
func (r *reader) openQuote(at int) int {
	if at < r.quoteTo {
		r.quoteTo, r.quote = 0, -1
	}
	for i := r.quoteTo; i < at; {
		if r.s[i] == '\n' {
			r.quote = -1
		}
		if r.s[i] != 0xe2 && r.s[i] != 0xe3 {
			i++
			continue
		}
		switch c, n := r.rune(i); c {
		case '“', '「':
			r.quote, i = i, i+n
		case '”', '」':
			r.quote, i = -1, i+n
		default:
			i++
		}
	}
	r.quoteTo = at
	return r.quote
}

// speaks reports that a verb of saying stands before the mark that opens a
// quotation.
func (r *reader) speaks(open int) bool {
	s := strings.TrimRight(r.s[max(0, open-24):open], "：:，, ")
	for _, v := range []string{"说", "表示", "指出", "强调", "称", "写道", "认为", "谈到", "讲道", "时说", "回忆", "致辞", "致词", "讲话", "重申", "宣布"} {
		if strings.HasSuffix(s, v) {
			return true
		}
	}
	return false
}

// inSpeech reports that what is said is told in the sentence of an offset.
func (r *reader) inSpeech(at int) bool { return told(r.s[max(r.sentenceStart(at), at-300):at]) }

// toldSpeech reports it of the paragraph.
func (r *reader) toldSpeech(at int) bool {
	if hasAny(r.s[r.sentenceStart(at):at], "记者", "本报", "本台") {
		return false
	}
	return told(r.s[max(r.paragraphStart(at), at-maxQuote):at])
}

// told reports that a verb of saying with a comma or colon after it is in s.
func told(s string) bool {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case ',', ':', 0xe2, 0xef: // the first bytes of “ and of ， and ：
		default:
			continue
		}
		c, _ := utf8.DecodeRuneInString(s[i:])
		if !in(c, "，,：:“") {
			continue
		}
		if prev, _ := utf8.DecodeLastRuneInString(s[:i]); in(prev, "说示出调称为申谓") {
			return true
		}
	}
	return false
}

// future reports that the clause of a range of the text tells what is to
// come. 将 counts only where it can belong to the time: it is also the 把 of
// written Chinese.
func (r *reader) future(at, end int) bool {
	c := r.clause(at, end)
	if hasAny(c, futureWords...) {
		return true
	}
	k := strings.Index(c, r.s[at:end])
	near := c[max(k, 0):]
	near = near[:min(len(near), end-at+24)]
	return k >= 0 && hasAny(c[:k], "将", "拟") || hasAny(near, "将")
}

// past reports that the clause tells what is over.
func (r *reader) past(at, end int) bool {
	return hasAny(r.clause(at, end), "曾", "已于", "已在", "已经", "以来", "了", "过去", "刚刚")
}

// futureWords announce what is to come.
var futureWords = []string{"将于", "将在", "将", "拟", "定于", "预计", "预定", "计划", "届时",
	"力争", "争取", "有望", "即将", "确保", "务必", "须于", "起施行", "起实施", "起执行", "开幕在即", "期待"}
