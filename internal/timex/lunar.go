package timex

import (
	"strconv"
	"strings"
)

// lunar is a year of the traditional calendar.
type lunar struct {
	first int // day number of its first day
	leap  int // the month that is followed by a leap month, 0 none
	long  int // bit 0 is the first month
	n     int // months
}

// lunarYear looks a year up, false outside the table.
func lunarYear(y int) (lunar, bool) {
	if y < firstLunar || y > lastLunar {
		return lunar{}, false
	}
	at := (y - firstLunar) * 6
	v, err := strconv.ParseInt(lunarTable[at:at+6], 16, 32)
	if err != nil {
		return lunar{}, false
	}
	l := lunar{first: daysOf(y, 1, 1) + int(v>>17), leap: int(v>>13) & 15, long: int(v) & 0x1fff, n: 12}
	if l.leap > 0 {
		l.n = 13
	}
	return l, true
}

// month is the first day of a month and its length.
func (l lunar) month(m int, leap bool) (first, n int, ok bool) {
	at := m - 1
	if l.leap > 0 && (m > l.leap || leap) {
		at++
	}
	if m < 1 || at >= l.n || leap && m != l.leap {
		return 0, 0, false
	}
	first = l.first
	for i := range at {
		first += 29 + l.long>>i&1
	}
	return first, 29 + l.long>>at&1, true
}

// lunarMonth is the first day of a month of the traditional calendar and its
// length.
func lunarMonth(y, m int, leap bool) (first, n int, ok bool) {
	l, ok := lunarYear(y)
	if !ok {
		return 0, 0, false
	}
	return l.month(m, leap)
}

// term is the day number of a solar term, 0 for 小寒 to 23 for 冬至.
func term(y, k int) (int, bool) {
	if y < firstTerm || y > lastLunar {
		return 0, false
	}
	d := strings.IndexByte("0123456789abcdefghijklmnopqrstuv", termTable[(y-firstTerm)*24+k])
	return daysOf(y, k/2+1, d), true
}

// terms are the names of the solar terms in the order of the year.
var terms = strings.Fields("小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至")

// lunarDay reads 初三, 廿二 after a month: days of the traditional calendar.
func (p *parser) lunarDay(k int, q *part) int {
	if e := p.lit(k, "初"); e > 0 {
		n := p.number(e)
		if n.n < 1 || n.n > 10 {
			return 0
		}
		q.day, q.lunar = field{fixed, n.n}, true
		return e + n.size
	}
	n := p.number(k)
	if u, _ := p.unitOf(k + n.size); n.n < 1 || n.n > 30 || u != 0 {
		return 0
	}
	if p.at(k, "廿") && p.next(k+n.size) != '人' || q.lunar && (!n.arabic || p.bareDay(k, n)) {
		q.day, q.lunar = field{fixed, n.n}, true
		return k + n.size
	}
	return 0
}

// traditional reads the dates of the traditional calendar and the festivals;
// j is after the word.
func (p *parser) traditional(j int, w word, q *part) int {
	switch w.kind {
	case kLunar:
		return p.afterLunar(j, q)
	case kLunarMon:
		return p.lunarMonthWord(j, w, q)
	}
	f := &feasts[w.n]
	if !p.feastStands(j, w, f, q) {
		return 0
	}
	q.feast, q.rule = f, "festival"
	return p.afterDay(p.feastTail(j), q)
}

// afterLunar reads a date after 农历.
func (p *parser) afterLunar(j int, q *part) int {
	q.lunar = true
	k := p.sp(j)
	n := p.number(k)
	if n.size == 0 {
		w := starters.at(p.s[k:])
		if w.kind != kLunarMon && w.kind != kFeast {
			return 0
		}
		return p.traditional(k+len(w.text), w, q)
	}
	u, e := p.unitOf(k + n.size)
	if u != duYear && u != duMonth {
		return 0
	}
	return p.unitDate(k, e, u, n, q)
}

// lunarMonthWord reads 正月, 腊月, 闰四月 and the day after it.
func (p *parser) lunarMonthWord(j int, w word, q *part) int {
	q.lunar, q.rule = true, "lunar"
	if w.n > 0 {
		q.month = field{fixed, w.n}
		if strings.HasPrefix(w.text, "大年") {
			return p.lunarDay(j, q)
		}
		return p.inMonth(j, q)
	}
	n := p.number(j)
	e := p.lit(p.sp(j+n.size), "月")
	if e == 0 || n.n < 1 || n.n > 12 {
		return 0
	}
	q.leap, q.month = true, field{fixed, n.n}
	return p.inMonth(e, q)
}
