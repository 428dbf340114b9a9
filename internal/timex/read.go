package timex

import "strings"

// read reads the expression that begins at i.
func (p *parser) read(i int, x *expr) int {
	*x = expr{at: i}
	if n := p.number(i); n.size == 0 && p.lit(i, "俩", "仨") == 0 {
		return p.readWord(i, x)
	}
	if p.streak(i) {
		return 0
	}
	return p.readNumber(i, x)
}

// readNumber reads what begins with a numeral: a point or a range, or a
// duration where that is longer.
func (p *parser) readNumber(i int, x *expr) int {
	if e := p.bracketed(i, x); e > 0 {
		return e
	}
	point := p.span(i, x)
	var y expr
	y.at = i
	if length := p.length(i, &y); length > point {
		*x = y
		return length
	}
	return point
}

// streak reports that the numeral counts how often in a row: 连续13年 is a
// figure (record.md).
func (p *parser) streak(i int) bool {
	return p.before(i, "连续", "接连", "连")
}

// readWord reads what begins with a word.
func (p *parser) readWord(i int, x *expr) int {
	w := starters.at(p.s[i:])
	e := i + len(w.text)
	if w.kind == kNone || p.spoilt(i, e, w) {
		return 0
	}
	switch w.kind {
	case kEach:
		return p.each(e, x)
	case kLead:
		if k := p.led(e, w, x); k > 0 {
			return k
		}
		if w.n == 2 {
			return 0
		}
	case kVague:
		x.form, x.value, x.rule, x.end = isVague, vagueValue(w.n), "vague", e
		return e
	case kBoth:
		return p.both(e, w, x)
	case kHalfUnit:
		return p.readNumber(i, x)
	}
	if k := p.span(i, x); k > 0 {
		return k
	}
	return p.vagueAt(i, x)
}

// vagueAt finds a shorter vague word where a longer word of another kind was
// no time.
func (p *parser) vagueAt(i int, x *expr) int {
	w := vagues.at(p.s[i:])
	if w.kind == kNone || p.spoilt(i, i+len(w.text), w) {
		return 0
	}
	x.form, x.value, x.rule, x.end = isVague, vagueValue(w.n), "vague", i+len(w.text)
	return x.end
}

// both reads 今明两年.
func (p *parser) both(e int, w word, x *expr) int {
	x.form, x.end, x.rule = isRange, e, "range"
	x.a.year, x.b.year = field{fromAnchor, w.n}, field{fromAnchor, w.n + 1}
	return e
}

// point reads one point in time.
func (p *parser) point(i int, q *part) int {
	e := p.agoPoint(i, q)
	if e == 0 {
		e = p.date(i, q)
	}
	if q.elided && e > 0 {
		return e
	}
	from := i
	if e > 0 {
		from = e
	}
	if e == 0 {
		*q = part{}
	}
	if k := p.daytimeFits(from, q); k > 0 {
		e = k
	}
	if e > 0 && q.clk != gNone {
		if name, k := p.zoneAfter(e); k > 0 {
			q.zone, e = name, k
		}
	}
	return e
}

// daytimeFits reads part of day and clock time where the date is a day or
// there is none.
func (p *parser) daytimeFits(i int, q *part) int {
	if q.hasDate() && !q.dayLevel() {
		return 0
	}
	k := p.daytime(i, q)
	if k > 0 && q.rule == "" {
		q.rule = "clock"
		if q.clk == gNone {
			q.rule = "part-of-day"
		}
	}
	return k
}

// dayLevel reports that the part names a day.
func (q *part) dayLevel() bool {
	return q.day.set() || q.wday > 0 || q.feast != nil || q.ago != nil && q.ago.fine >= uDay || q.nthOne && q.takeUnit == gDay
}

// agoPoint reads 十年前 and 六天后 as the date of a point.
func (p *parser) agoPoint(i int, q *part) int {
	if p.barred(i) {
		return 0
	}
	var a amount
	e := p.duration(i, false, &a)
	if e == 0 || a.ranged || p.notLength(i, e, &a, true) {
		return 0
	}
	s, k := p.afterLengthAt(e)
	if s != sAgo && s != sAfter || a.vague || a.ri && a.lo[uDay] <= 31 && p.arabicAt(i) {
		return 0
	}
	q.ago, q.dir, q.rule = &a, 1, "ago"
	if s == sAgo {
		q.dir = -1
	}
	text := p.s[e:k]
	q.late = s == sAfter || a.fine >= uDay && (strings.Contains(text, "以前") || strings.Contains(text, "之前"))
	return k
}

func (p *parser) arabicAt(i int) bool {
	r, _ := p.rune(i)
	return isDigit(r)
}

// span reads a point or a range and what follows it.
func (p *parser) span(i int, x *expr) int {
	e := p.point(i, &x.a)
	if e == 0 {
		return 0
	}
	x.form, x.rule = isPoint, x.a.rule
	if k := p.rangeEnd(e, x); k > 0 {
		x.form, x.rule, e = isRange, "range", k
	} else if x.a.elided {
		return 0
	}
	e = p.closing(e, x)
	if !p.stands(i, e, x) {
		return 0
	}
	x.end = e
	return e
}

// rangeEnd reads the other end of a range: 至22日, —2023年, 到现在.
func (p *parser) rangeEnd(e int, x *expr) int {
	k := p.sp(e)
	if j := p.lit(k, "起", "开始"); j > 0 && p.sep(j, false) > 0 {
		k = j
	}
	j := p.sep(k, true)
	if j == 0 && x.a.elided {
		j = p.lit(k, "、", "/", "／")
	}
	if j == 0 {
		return 0
	}
	joint := p.sep(k, false) == 0 && !x.a.elided
	j = p.sp(j)
	if m := p.nowAt(j); m > 0 && !joint {
		x.now = true
		return m
	}
	m := p.rightEnd(j, x)
	if m == 0 || joint && p.lit(p.sp(m), "之间", "间") == 0 {
		x.b = part{}
		return 0
	}
	return p.rangeTail(m)
}

// rightEnd reads the point at the right of a range. Two digits before 年 are
// a year there where the left has one.
func (p *parser) rightEnd(j int, x *expr) int {
	m := p.point(j, &x.b)
	if m > 0 && !x.b.elided && p.fits(&x.a, &x.b) {
		return m
	}
	x.b = part{}
	n := p.number(j)
	if n.size == 0 && x.a.feast != nil {
		return p.feastRight(j, x)
	}
	if n.size == 0 {
		return 0
	}
	return p.bareRight(j, n, x)
}

// bareRight reads a right end whose unit or 日 is left out: 1月3至2月10, 2008
// to 2009 in brackets.
func (p *parser) bareRight(j int, n num, x *expr) int {
	u, e := p.unitOf(j + n.size)
	if u == duYear && len(n.digits) == 2 && x.a.year.set() && !x.a.month.set() {
		x.b.year, x.b.short = field{fixed, n.n}, true
		return e
	}
	if x.a.rule == "numeric" && x.a.year.set() && len(n.digits) == 4 && e == 0 && n.n >= x.a.year.n && n.n <= 2100 {
		x.b.year = field{fixed, n.n}
		return j + n.size
	}
	if x.a.clk != gNone && n.n >= 0 && n.n <= 24 {
		return p.clock(j, &x.b, true)
	}
	return 0
}

// feastRight reads a festival at the right of a range: 春节到元宵节.
func (p *parser) feastRight(j int, x *expr) int {
	w := starters.at(p.s[j:])
	if w.kind != kFeast {
		return 0
	}
	x.b.feast = &feasts[w.n]
	return j + len(w.text)
}

// fits reports that two points can be the ends of one range.
func (p *parser) fits(a, b *part) bool {
	if a.elided {
		return a.month.set() == b.month.set() && a.day.set() == b.day.set() || b.year.set() && a.year.set() ||
			a.day.set() && b.day.set() || a.month.set() && b.month.set() || a.clk != gNone && b.clk != gNone || a.sub == b.sub && a.sub != gNone
	}
	if b.ago != nil {
		return a.ago != nil
	}
	if a.onlyClock() != b.onlyClock() && a.onlyClock() {
		return b.dayLevel() // 13:20~次日05:40
	}
	if b.onlyClock() {
		return a.pod != nil || a.clk != gNone
	}
	return true
}

// nowAt is the offset after 今, 现在 and the like at the end of a range.
func (p *parser) nowAt(i int) int {
	if e := p.lit(i, "今年", "今天", "今日", "今后"); e > 0 {
		return 0
	}
	return p.lit(i, "今", "现在", "目前", "如今", "当前")
}

// rangeTail takes 止, 之间, 期间 after a range.
func (p *parser) rangeTail(m int) int {
	if k := p.lit(p.sp(m), "止", "之间", "期间"); k > 0 {
		return k
	}
	if k := p.lit(p.sp(m), "间"); k > 0 && !in(p.nextRaw(k), "谍断歇隔接距") {
		return k
	}
	return m
}

// closing reads the suffixes after a point or a range.
func (p *parser) closing(e int, x *expr) int {
	if x.now {
		return e
	}
	for range 2 {
		s, k := p.suffixAt(e)
		if s == sSince && x.form == isPoint && x.a.ago != nil {
			break
		}
		switch s {
		case sAbout:
			x.a.approx = true
		case sEve:
			x.eve = true
		case sWithin:
		case sSince:
			x.open, x.rule = since, "since"
			return p.sinceTail(k, x)
		case sBefore:
			if x.form == isPoint {
				x.open, x.rule = until, "before"
				return k
			}
			return k // 2020至2025年前
		default:
			return p.begins(e, x)
		}
		e = k
	}
	return e
}

// sinceTail notes that 自 before the expression closes with 起 or 以来, and
// takes 至今 after 起.
func (p *parser) sinceTail(k int, x *expr) int {
	x.framed = p.before(k, "起", "来", "始")
	if j := p.lit(k, "至今", "到现在"); j > 0 {
		return j
	}
	return k
}

// begins takes 开始 after a point where 从 or 自 stands before it.
func (p *parser) begins(e int, x *expr) int {
	k := p.lit(p.sp(e), "开始")
	if k == 0 || x.form != isPoint || !p.before(x.at, "从", "自", "由") && !p.alone(x.at, k) {
		return e
	}
	x.open, x.rule, x.framed = since, "since", true
	return k
}
