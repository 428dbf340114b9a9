package timex

import (
	"strings"
	"unicode/utf8"
)

// of is the offset after spaces and a 的 that joins the parts of a date, 0
// where there is no 的.
func (p *parser) of(i int) int {
	k := p.sp(i)
	if p.at(k, "的") {
		return p.sp(k + len("的"))
	}
	return k
}

// inYear reads what stands after a year: a month, a period, a festival.
func (p *parser) inYear(j int, q *part) int {
	k := p.sp(j)
	if e := p.yearRest(k, q); e > 0 {
		return e
	}
	if o := p.of(j); o != k {
		if e := p.yearRest(o, q); e > 0 {
			return e
		}
	}
	return p.edged(j, q)
}

// yearRest is inYear from an offset on, 0 where nothing of the year follows.
func (p *parser) yearRest(k int, q *part) int {
	if n := p.number(k); n.size > 0 {
		if e := p.numberInYear(k, n, q); e > 0 {
			return e
		}
	}
	if dir, e := p.groupWord(k); e > 0 {
		if g := p.group(e, dir, q); g > 0 {
			return g
		}
	}
	w := periods.at(p.s[k:])
	if w.kind == kNone {
		return 0
	}
	return p.period(k+len(w.text), w, q)
}

// numberInYear reads the month or quarter after a year.
func (p *parser) numberInYear(k int, n num, q *part) int {
	u, e := p.unitOf(k + n.size)
	if e == 0 {
		if u = p.unitAhead(k+n.size, n.n); u != duMonth {
			return 0
		}
		e, q.elided = k+n.size, true
	}
	if u != duMonth && u != duQuarter {
		return 0
	}
	return p.unitDate(k, e, u, n, q)
}

// period reads a word of the periods, j after it.
func (p *parser) period(j int, w word, q *part) int {
	switch w.kind {
	case kHalf:
		q.sub, q.subN = gHalf, w.n
		return p.edged(j, q)
	case kFirst:
		q.sub, q.subN = gQuarter, 1
		return j
	case kQLetter:
		return p.quarterLetter(j, q)
	case kNth:
		return p.nth(j, q)
	case kInYear:
		return p.wholeYear(j, w, q)
	case kMonthHalf:
		if w.n == 0 { // 首月
			q.month = field{fixed, 1}
			return j
		}
		q.sub, q.subN = gMonth, w.n
		return j
	case kSeason:
		return p.season(j, w, q)
	case kLunar, kLunarMon, kFeast:
		return p.traditional(j, w, q)
	}
	return 0
}

// quarterLetter reads the digit of Q1.
func (p *parser) quarterLetter(j int, q *part) int {
	n := p.number(j)
	if r := p.back(j - 1); !q.year.set() && (isLetter(r) || isDigit(r)) {
		return 0
	}
	if n.n < 1 || n.n > 4 || !n.arabic || in(p.next(j+n.size), "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return 0
	}
	q.sub, q.subN = gQuarter, n.n
	if k := p.lit(j+n.size, "季度"); k > 0 {
		return k
	}
	return j + n.size
}

// wholeYear reads 年内, 全年 and 同期 after a year.
func (p *parser) wholeYear(j int, w word, q *part) int {
	if w.n == 0 && strings.HasSuffix(w.text, "内") && in(p.next(j), "蒙地部外容需阁务战政存涵罗") {
		return 0
	}
	q.same = w.n == 2
	return j
}

// season reads 夏季; a single 夏 only where the clause goes on with something
// else than a compound.
func (p *parser) season(j int, w word, q *part) int {
	if utf8.RuneCountInString(w.text) == 1 && !p.clear(j) {
		return 0
	}
	if in(p.next(j), "奥季运") {
		return 0
	}
	q.sub, q.subN = gSeason, w.n
	return p.edged(j, q)
}

// nth reads what follows 第: 第一季度, 第8个月, 第52周, 第一天, 第一个周二.
func (p *parser) nth(j int, q *part) int {
	k := p.sp(j)
	n := p.number(k)
	if n.n < 1 || n.n > 366 {
		return 0
	}
	k = p.sp(k + n.size)
	if u, e := p.unitOf(k); u == duQuarter {
		return p.nthQuarter(e, n, q)
	}
	g := p.lit(k, "个")
	if !q.hasDate() {
		return p.nthFromLast(k, n.n, q)
	}
	if g > 0 {
		k = p.sp(g)
	}
	return p.nthUnit(k, n.n, g > 0, q)
}

// nthFromLast reads 第三天 and 第七年 where no year or month stands before
// them: counted from the day or year that was named last, itself the first.
func (p *parser) nthFromLast(k, n int, q *part) int {
	if n < 2 || n > 20 {
		return 0
	}
	if e := p.lit(k, "天"); e > 0 {
		q.day, q.rule = field{fromLast, n - 1}, "relative"
		return e
	}
	if e := p.lit(k, "年"); e > 0 && p.clear(e) {
		q.year, q.rule = field{fromLast, n - 1}, "relative"
		return e
	}
	return 0
}

// nthQuarter takes 第一季度; without a year 季 alone is another thing.
func (p *parser) nthQuarter(e int, n num, q *part) int {
	if n.n > 4 || !q.year.set() && !p.before(e, "度") {
		return 0
	}
	q.sub, q.subN = gQuarter, n.n
	return p.edged(e, q)
}

// nthUnit reads the unit of an ordinal inside a year or month.
func (p *parser) nthUnit(k, n int, ge bool, q *part) int {
	q.take, q.nthOne = n, true
	if e := p.lit(k, "月"); e > 0 && ge && n <= 12 && !q.month.set() {
		q.take, q.nthOne = 0, false
		q.month = field{fixed, n}
		return p.inMonth(e, q)
	}
	if e := p.lit(k, "周", "星期", "礼拜"); e > 0 {
		if d, de := p.weekdayChar(e); de > 0 && ge && q.month.set() {
			q.take, q.nthOne = 0, false
			q.wday, q.nth = d, n
			return de
		}
		q.takeUnit = gWeek
		return e
	}
	if e := p.lit(k, "天", "日"); e > 0 && !ge {
		q.takeUnit = gDay
		return e
	}
	q.take, q.nthOne = 0, false
	return 0
}

// groupWord is a word that takes units from the start or the end of a period.
func (p *parser) groupWord(k int) (dir, e int) {
	if e := p.lit(k, "最后", "后"); e > 0 {
		return -1, e
	}
	if e := p.lit(k, "前", "头"); e > 0 {
		return 1, e
	}
	return 0, 0
}

// group reads 前5个月, 最后五天, 前三季度; j after the word.
func (p *parser) group(j, dir int, q *part) int {
	k := p.sp(j)
	n := p.counted(k)
	if n.n < 1 || n.n > 60 {
		return 0
	}
	k = p.sp(k + n.size)
	g := p.lit(k, "个")
	if g > 0 {
		k = p.sp(g)
	}
	u, e := groupUnit(p, k)
	if e == 0 {
		return 0
	}
	if !q.hasDate() && (u == gDay || u == gWeek || n.n < 2 || dir < 0) {
		return 0
	}
	return p.grouped(e, dir*n.n, u, q)
}

// grouped takes the number of units; the last weekday of a month is one day.
func (p *parser) grouped(e, n int, u gran, q *part) int {
	if d, de := p.weekdayChar(e); u == gWeek && de > 0 && n == -1 && q.month.set() {
		q.wday, q.nth = d, -1
		return de
	}
	if u == gQuarter && n > 4 || u == gMonth && (n > 12 || n < -12) {
		return 0
	}
	q.take, q.takeUnit, q.rule = n, u, "group"
	return e
}

// groupUnit is the unit of a group.
func groupUnit(p *parser, k int) (gran, int) {
	for _, c := range []struct {
		text string
		g    gran
	}{{"季度", gQuarter}, {"季", gQuarter}, {"月", gMonth}, {"周", gWeek}, {"周", gWeek}, {"星期", gWeek}, {"天", gDay}, {"日", gDay}} {
		if p.at(k, c.text) {
			return c.g, k + len(c.text)
		}
	}
	return gNone, 0
}

// inMonth reads what stands after a month: a day, a part of it, a week.
func (p *parser) inMonth(j int, q *part) int {
	if k := p.lit(p.sp(j), "份"); k > 0 {
		j = k
	}
	k := p.sp(j)
	if e := p.monthRest(k, q); e > 0 {
		return e
	}
	if o := p.of(j); o != k {
		if e := p.nthOrGroup(o, q); e > 0 {
			return e
		}
	}
	return p.edged(j, q)
}

// monthRest is inMonth from an offset on, 0 where nothing of it follows.
func (p *parser) monthRest(k int, q *part) int {
	if e := p.lunarDay(k, q); e > 0 {
		return e
	}
	if n := p.number(k); n.size > 0 {
		return p.numberInMonth(k, n, q)
	}
	return p.nthOrGroup(k, q)
}

func (p *parser) nthOrGroup(k int, q *part) int {
	if e := p.lit(k, "第"); e > 0 {
		return p.nth(e, q)
	}
	if e := p.lit(k, "上半月", "下半月"); e > 0 {
		q.sub, q.subN = gMonth, 1
		if p.at(k, "下") {
			q.subN = 2
		}
		return e
	}
	if dir, e := p.groupWord(k); e > 0 {
		return p.group(e, dir, q)
	}
	return 0
}

// numberInMonth reads the day after a month; 日 may be left out (二月二十六).
func (p *parser) numberInMonth(k int, n num, q *part) int {
	u, e := p.unitOf(k + n.size)
	if u == duDay || u == duHao {
		return p.dayOf(e, u, n, q)
	}
	if e == 0 && n.n >= 1 && n.n <= 31 {
		if u := p.unitAhead(k+n.size, n.n); u == duDay || u == duHao {
			q.elided = true
			return p.dayOf(k+n.size, u, n, q)
		}
	}
	if e == 0 && p.bareDay(k, n) {
		return p.dayOf(k+n.size, duDay, n, q)
	}
	return 0
}

// bareDay reports that a numeral after a month is its day although 日 is left
// out: the clause ends there or goes on with a time.
func (p *parser) bareDay(k int, n num) bool {
	e := k + n.size
	if n.n < 1 || n.n > 31 || n.digits != "" && !n.arabic || len(n.digits) > 2 {
		return false
	}
	if n.arabic && k > 0 && p.s[k-1] == ' ' && !p.spaced(k, n) {
		return false
	}
	r := p.next(e)
	if p.sep(p.sp(e), false) > 0 {
		return true
	}
	return r != '.' && pause(r) && r != '、' || in(r, "晚早晨上下凌中深傍出起") && !n.arabic || p.lit(p.sp(e), "出生", "上午", "下午", "晚") > 0
}

// spaced reports that the page sets every number apart from what surrounds
// it, so that a space before this one says nothing: 1 月 25.
func (p *parser) spaced(k int, n num) bool {
	m := strings.TrimRight(p.s[:k], " ")
	m = strings.TrimRight(m, "月份")
	return strings.HasSuffix(m, " ")
}

// afterDay reads what can stand right after a day and names the same day: its
// weekday, 当天.
func (p *parser) afterDay(j int, q *part) int {
	k := p.sp(j)
	comma := p.lit(k, "，", ",")
	if comma > 0 {
		k = p.sp(comma)
	}
	if e := p.lit(k, "星期", "礼拜", "周"); e > 0 {
		if d, de := p.weekdayChar(e); de > 0 && d != weekend && (comma == 0 || p.next(de) == '\n') {
			return de
		}
	}
	if comma == 0 && !q.day.relative() {
		if e := p.lit(k, "当天", "当日", "这天", "这一天"); e > 0 {
			return e
		}
	}
	return j
}

func (f field) relative() bool { return f.how == fromAnchor || f.how == fromLast }

// inWeek reads the day of the week after 上周 or 本星期.
func (p *parser) inWeek(j int, q *part) int {
	k := j
	if e := p.lit(j, "的"); e > 0 {
		k = e
	}
	if e := p.lit(k, "周", "星期"); e > 0 {
		k = e
	}
	d, e := p.weekdayChar(k)
	if e == 0 {
		return j
	}
	q.wday = d
	return e
}

// weekday reads a day of the week that stands alone.
func (p *parser) weekday(j int, q *part) int {
	d, e := p.weekdayChar(j)
	if e == 0 {
		return 0
	}
	q.wday, q.rule = d, "weekday"
	return e
}

// weekdayChar is the day of the week that a character names.
func (p *parser) weekdayChar(i int) (int, int) {
	r, size := p.rune(i)
	d := strings.IndexRune("一二三四五六日天末", r)
	if size == 0 || d < 0 {
		return 0, 0
	}
	e := i + size
	if in(p.next(e), "个位次岁些条种") || (r == '日' || r == '天') && in(p.next(e), "本报") && p.next(e) != '报' {
		return 0, 0
	}
	switch d /= 3; d {
	case 7:
		return 7, e
	case 8:
		return weekend, e
	}
	return d + 1, e
}
