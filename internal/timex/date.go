package timex

import "strings"

// date reads the calendar part of a point.
func (p *parser) date(i int, q *part) int {
	if n := p.number(i); n.size > 0 {
		if e := p.numberDate(i, n, q); e > 0 {
			return e
		}
		*q = part{}
	}
	w := starters.at(p.s[i:])
	if w.kind == kNone || p.spoilt(i, i+len(w.text), w) {
		return 0
	}
	return p.wordDate(i+len(w.text), w, q)
}

// wordDate reads a date that begins with a word, j after it.
func (p *parser) wordDate(j int, w word, q *part) int {
	q.rule = "relative"
	switch w.kind {
	case kYear:
		q.year = field{fromAnchor, w.n}
		return p.inYear(j, q)
	case kYearLast:
		q.year = field{fromLast, w.n}
		return p.inYear(j, q)
	case kMonth:
		q.month = field{fromAnchor, w.n}
		return p.inMonth(j, q)
	case kMonthLast:
		q.month = field{fromLast, w.n}
		return p.inMonth(j, q)
	case kDay, kDayLast:
		return p.dayWord(j, w, q)
	case kWeek:
		q.week = field{fromAnchor, w.n}
		return p.inWeek(j, q)
	case kWeekday:
		return p.weekday(j, q)
	case kYearSeason:
		q.year, q.sub, q.subN = field{fromAnchor, floorDiv(w.n, 10)}, gSeason, floorMod(w.n, 10)
		return j
	case kQuarter:
		q.sub, q.subN, q.year = gQuarter, w.n, field{fromAnchor, 0}
		q.rule = "quarter-relative"
		return p.edged(j, q)
	}
	return p.otherDate(j, w, q)
}

// otherDate reads the dates that begin with a word and are not relative.
func (p *parser) otherDate(j int, w word, q *part) int {
	switch w.kind {
	case kCentury:
		q.sub, q.subN, q.year = gCentury, w.n, field{fromAnchor, 0}
		return p.inCentury(j, q)
	case kHalf, kMonthHalf, kFirst, kQLetter, kNth, kSeason:
		q.rule = "period"
		return p.period(j, w, q)
	case kEdgeYear:
		q.year, q.edge = field{fromAnchor, 0}, edge(w.n)
		return j
	case kEdgeMonth:
		q.month, q.edge = field{fromAnchor, 0}, edge(w.n)
		return j
	case kInYear:
		q.year = field{fromAnchor, 0}
		return j
	case kAD, kBC, kEra:
		return p.eraYear(j, w, q)
	case kLunar, kLunarMon, kFeast:
		return p.traditional(j, w, q)
	case kLead:
		if w.n == -2 {
			return p.group(j, 1, q)
		}
	}
	return 0
}

// dayWord reads 今天 and 次日; 昨晚 holds a part of the day.
func (p *parser) dayWord(j int, w word, q *part) int {
	if w.n >= 8 {
		return p.bracketDay(j, q)
	}
	q.day = field{fromAnchor, w.n}
	if w.kind == kDayLast {
		q.day.how = fromLast
	}
	for r, name := range dayPods {
		if strings.HasSuffix(w.text, string(r)) {
			q.pod = podNamed(name)
		}
	}
	return p.afterDay(j, q)
}

// bracketDay reads 今（19）日, 上（八）月二十日: the date stands in the word,
// which is counted from the anchor like 今日.
func (p *parser) bracketDay(j int, q *part) int {
	k := p.sp(j)
	n := p.number(k)
	k = p.lit(p.sp(k+n.size), "）", ")")
	if n.n < 1 || k == 0 {
		return 0
	}
	k = p.sp(k)
	e := p.lit(k, "日", "天", "晚", "晨")
	switch {
	case e > 0 && n.n <= 31:
		q.day = field{fixed, n.n}
		if p.at(k, "晚") {
			q.pod = podNamed("晚上")
		} else if p.at(k, "晨") {
			q.pod = podNamed("清晨")
		}
		return e
	case p.at(k, "月") && n.n <= 12:
		q.month = field{fixed, n.n}
		return p.inMonth(k+len("月"), q)
	case p.at(k, "年") && n.n >= 1000 && n.n < 3000:
		q.year = field{fixed, n.n}
		return p.inYear(k+len("年"), q)
	}
	return 0
}

// numberDate reads a date that begins with a numeral.
func (p *parser) numberDate(i int, n num, q *part) int {
	if p.barred(i) {
		return 0
	}
	if n.arabic {
		if e := p.numeric(i, q); e > 0 {
			return e
		}
	}
	u, e := p.unitOf(i + n.size)
	if e == 0 && p.lit(i, "廿", "卅") > 0 && in(p.next(i+n.size), "晨早晚夜") {
		u, e = duDay, i+n.size // 廿三晚, in old papers
	}
	if e == 0 {
		if u = p.unitAhead(i+n.size, p.listed(i, n)); u == 0 {
			return 0
		}
		e, q.elided = i+n.size, true
	}
	return p.unitDate(i, e, u, n, q)
}

// unitDate reads on after a numeral and its unit.
func (p *parser) unitDate(i, e int, u dateUnit, n num, q *part) int {
	q.rule = "date"
	if u != duYear && p.lit(i, "两") > 0 {
		return 0
	}
	switch u {
	case duYear:
		y, ok := p.yearOf(i, e, n, q.elided)
		if !ok {
			return p.eraless(e, n, q)
		}
		q.year, q.short = field{fixed, y}, len(n.digits) == 2
		if q.elided {
			return e
		}
		return p.inYear(p.yearTail(e), q)
	case duMonth:
		if n.n < 1 || n.n > 12 || len(n.digits) > 2 {
			return 0
		}
		q.month = field{fixed, n.n}
		if q.elided {
			return e
		}
		return p.inMonth(e, q)
	case duDay, duHao:
		return p.dayOf(e, u, n, q)
	}
	return p.subDate(e, u, n, q)
}

// dayOf takes a day of the month.
func (p *parser) dayOf(e int, u dateUnit, n num, q *part) int {
	if n.n < 1 || n.n > 31 || len(n.digits) > 2 || n.size > 0 && n.digits == "" && n.arabic {
		return 0
	}
	q.day, q.hao = field{fixed, n.n}, u == duHao
	if q.elided {
		return e
	}
	return p.afterDay(e, q)
}

// subDate takes a quarter, a decade or a century.
func (p *parser) subDate(e int, u dateUnit, n num, q *part) int {
	switch u {
	case duQuarter:
		if n.n < 1 || n.n > 4 {
			return 0
		}
		q.sub, q.subN = gQuarter, n.n
		return p.edged(e, q)
	case duDecade:
		return p.decade(e, n, q)
	case duCentury:
		if n.v < 1 || n.hi > 30 || n.vague != 0 {
			return 0
		}
		q.sub, q.subN = gCentury, int(n.v)-1
		if n.hi > n.v { // 十三四世纪
			q.subTo = int(n.hi) - 1
		}
		return p.inCentury(e, q)
	}
	return 0
}

// decade takes 80年代 and 1980年代.
func (p *parser) decade(e int, n num, q *part) int {
	v := n.n
	if n.hi != n.v { // 八九十年代
		v, q.subTo = int(n.v), int(n.hi)%100/10
	}
	switch {
	case v >= 1000 && v <= 2990 && v%10 == 0:
		q.year = field{fixed, v / 100 * 100}
	case v < 10 || v > 90 || v%10 != 0:
		return 0
	}
	q.sub, q.subN, q.rule = gDecade, v%100/10, "decade"
	return p.edged(e, q)
}

// inCentury reads the decade after a century.
func (p *parser) inCentury(j int, q *part) int {
	q.rule = "century"
	k := p.of(j)
	if n := p.number(k); n.size > 0 {
		if u, e := p.unitOf(k + n.size); u == duDecade {
			century := field{fixed, q.subN}
			if q.year.set() {
				century.how = fromAnchor
			}
			if d := p.decade(e, n, q); d > 0 {
				q.week = century // the century of the decade
				return d
			}
		}
	}
	return p.edged(j, q)
}

// edged reads 初, 底, 中旬 and their like.
func (p *parser) edged(j int, q *part) int {
	k := p.sp(j)
	w := edges.at(p.s[k:])
	if w.kind == kNone || p.edgeBarred(k+len(w.text), w) {
		return j
	}
	q.edge = edge(w.n)
	return k + len(w.text)
}

// edgeBarred reports that 初, 底 or 末 begins another word.
func (p *parser) edgeBarred(e int, w word) bool {
	switch w.text {
	case "初":
		return in(p.next(e), "步次级中期心衷恋学审赛创见生夏秋冬春试一二三四五六七八九十")
	case "底":
		return in(p.next(e), "层线气蕴下薪格特")
	case "末":
		return in(p.next(e), "端梢日班尾")
	case "年初", "月初":
		return in(p.next(e), "步次级中")
	case "年中":
		return !p.clear(e)
	}
	return false
}

// clear reports that a clause ends at i, or that a word of time follows.
func (p *parser) clear(i int) bool {
	return pause(p.next(i)) || in(p.next(i), "前后以至到起举召")
}

// dateUnit is the unit after a numeral of a date.
type dateUnit uint8

const (
	duYear dateUnit = iota + 1
	duMonth
	duDay
	duHao
	duQuarter
	duDecade
	duCentury
	duHour
	duPoint
)

// dateUnits has their characters, and those that make another word of them.
var dateUnits = []struct {
	text string
	u    dateUnit
	bar  string
}{
	{"年代", duDecade, ""}, {"赛季", duYear, ""}, {"学年", duYear, ""}, {"财年", duYear, ""},
	{"年", duYear, "级轮龄糕"},
	{"月", duMonth, "球饼亮租薪龄薪票嫂"},
	{"两日", duDay, ""}, {"两天", duDay, ""}, // 十五、十六两日
	{"日", duDay, "元圆币语均游"},
	{"号", duHao, ""},
	{"季度", duQuarter, ""}, {"季", duQuarter, "节稻后军赛"},
	{"世纪", duCentury, ""},
	{"时", duHour, ""},
}

// unitOf is the unit at an offset, after spaces.
func (p *parser) unitOf(i int) (dateUnit, int) {
	k := p.sp(i)
	for _, d := range dateUnits {
		if p.at(k, d.text) {
			e := k + len(d.text)
			if d.bar != "" && in(p.next(e), d.bar) {
				return 0, 0
			}
			return d.u, e
		}
	}
	return 0, 0
}

// unitAhead is the unit of a numeral that leaves it to the other end of its
// range: 1至5月, 12-19日, 3、4月.
func (p *parser) unitAhead(i, first int) dateUnit {
	k, list := p.sep(p.sp(i), false), false
	if k == 0 {
		if k = p.lit(p.sp(i), "/", "／"); k == 0 {
			k, list = p.lit(p.sp(i), "、"), true
		}
		if k == 0 {
			return 0
		}
	}
	k = p.sp(k)
	n := p.number(k)
	if n.size == 0 || list && !(n.n > first) {
		return 0
	}
	u, _ := p.unitOf(k + n.size)
	if u == duHour || u == duHao && !n.arabic {
		return 0
	}
	return u
}

// listed is the number that the next in a list must be greater than: at the
// head of a line a small number before 、 is an item's.
func (p *parser) listed(i int, n num) int {
	if i == p.paragraphStart(i) && n.n < 10 {
		return 1 << 30
	}
	return n.n
}

// yearTail takes 度 and 份 after a year.
func (p *parser) yearTail(e int) int {
	if k := p.lit(e, "度", "份"); k > 0 {
		return k
	}
	return e
}

// barred reports that a numeral cannot begin a date where it stands: inside a
// longer number or a code, after 第, in a streak.
func (p *parser) barred(i int) bool {
	if i == 0 {
		return false
	}
	r := p.back(i)
	switch r {
	case '第', '几', '数':
		return true
	case '·', '•': // 3·11
		k := strings.LastIndexAny(p.s[:i], "·•")
		return k > 0 && isDigitByte(p.s[k-1])
	}
	c := p.s[i-1]
	if c < 0x80 && (c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '.' && i > 1 && isDigitByte(p.s[i-2]) || c == '$' || c == '#') {
		return true
	}
	return i > p.done && c >= 0x80 && (isWideDigit(r) || r < 1<<16 && classes[r]&numeralStart != 0)
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

func isWideDigit(r rune) bool { return r >= '０' && r <= '９' }
