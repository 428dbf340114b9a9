package timex

import (
	"strings"
	"unicode/utf8"
)

// Year infers the year of a page that does not give it from what its texts
// name, with a note that says what fixed it. It uses nothing but the texts:
// years named as past or as complete, ranges that are running, weekdays of
// dates, anniversaries. It is "" where they leave more than one year.
func Year(bodies []string) (year, note string) {
	e := evidence{from: 0, to: 1 << 20}
	for _, b := range bodies {
		if e.from > e.to {
			return "", "" // nothing that follows leaves a year
		}
		e.read(b)
	}
	if y, ok := e.only(); ok {
		return yearValue(y), strings.Join(e.notes, "; ")
	}
	return "", ""
}

// evidence is what is known of the year: it lies between from and to, and
// dates have the weekdays that are named with them.
type evidence struct {
	from, to int
	days     []weekdayClue
	notes    []string
}

// weekdayClue is a date without a year with its weekday.
type weekdayClue struct {
	m, d, wd int
	text     string
}

// atLeast and atMost narrow the years down.
func (e *evidence) atLeast(y int, note string) {
	if y > e.from {
		e.from = y
		e.say(note)
	}
}

func (e *evidence) atMost(y int, note string) {
	if y < e.to {
		e.to = y
		e.say(note)
	}
}

func (e *evidence) say(note string) {
	for _, n := range e.notes {
		if n == note {
			return
		}
	}
	e.notes = append(e.notes, note)
}

// only is the one year that is left, false where more or none are.
func (e *evidence) only() (int, bool) {
	if e.from == 0 {
		return 0, false
	}
	if e.from == e.to {
		return e.from, true
	}
	if len(e.days) == 0 {
		return 0, false
	}
	found := 0
	for y := e.from; y <= min(e.to, e.from+4); y++ {
		if !e.agrees(y) {
			continue
		}
		if found != 0 {
			return 0, false
		}
		found = y
	}
	if found != 0 {
		e.say("weekday of " + e.days[0].text)
	}
	return found, found != 0
}

// agrees reports that every date has its weekday in a year.
func (e *evidence) agrees(y int) bool {
	for _, c := range e.days {
		if !validDate(y, c.m, c.d) || weekday(daysOf(y, c.m, c.d)) != c.wd {
			return false
		}
	}
	return true
}

// read takes the evidence of one text.
func (e *evidence) read(body string) {
	r := newReader(body, Context{})
	r.each(func(x *expr) { e.take(r, x) })
}

// take judges one expression.
func (e *evidence) take(r *reader, x *expr) {
	if x.form != isPoint && x.form != isRange {
		return
	}
	e.weekdayOf(r, x)
	y, ok := x.a.plainYear()
	if !ok {
		return
	}
	text := r.s[x.at:x.end]
	clause := r.clause(x.at, x.end)
	ahead := r.future(x.at, x.end) || r.before(x.at, "到", "至")
	switch {
	case x.form == isRange:
		e.takeRange(x, y, text, clause)
	case x.open == until:
		e.atMost(y, text+" is still ahead")
	case ahead:
		e.atMost(y, text+" is spoken of as coming")
	case x.open == since:
		e.atLeast(y, text+" is past")
	case !x.a.month.set() && x.a.sub == gNone && complete(r, x):
		e.atLeast(y+1, text+" has its totals")
	default:
		e.atLeast(y, text+" is named as past")
	}
}

// plainYear is the full year that a part names in figures.
func (q *part) plainYear() (int, bool) {
	return q.year.n, q.year.how == fixed && !q.short && q.year.n >= 1800 && q.year.n <= 2100 && q.sub != gDecade
}

// takeRange judges a range of years: one that is being worked at holds the
// year.
func (e *evidence) takeRange(x *expr, y int, text, clause string) {
	to, ok := x.b.plainYear()
	if !ok || to <= y {
		e.atLeast(y, text+" is named as past")
		return
	}
	if hasAny(clause, "继续", "正在", "办好", "将", "推进", "本届", "当前") {
		e.atLeast(y, text+" is running")
		e.atMost(to, text+" is running")
		return
	}
	e.atLeast(y, text+" has begun")
}

// complete reports that a year's total is told: an amount follows in the
// sentence and nothing says that it is expected.
func complete(r *reader, x *expr) bool {
	rest := r.s[x.end:]
	if k := strings.IndexAny(rest, "。；！？\n"); k >= 0 {
		rest = rest[:k]
	}
	if hasAny(rest, "将", "预计", "有望", "目标", "计划", "前", "月") {
		return false
	}
	return hasAny(rest, "亿", "万", "%", "％", "百分之") && hasAny(rest, "为", "达", "突破", "增长", "下降", "超过", "是", "完成")
}

// weekdayOf notes a date without a year that stands with its weekday.
func (e *evidence) weekdayOf(r *reader, x *expr) {
	q := &x.a
	if q.year.set() || q.month.how != fixed || q.day.how != fixed || q.lunar {
		return
	}
	k := r.sp(x.end)
	if b := r.lit(k, "（", "("); b > 0 {
		k = b
	}
	text := r.s[x.at:x.end]
	wd := weekdayIn(r, text)
	if j := r.lit(k, "星期", "周", "礼拜"); j > 0 && wd == 0 {
		wd, _ = r.weekdayChar(j)
	}
	if wd > 0 && wd < weekend {
		e.days = append(e.days, weekdayClue{q.month.n, q.day.n, wd, text})
	}
}

// weekdayIn is the weekday that the expression itself holds.
func weekdayIn(r *reader, text string) int {
	for _, w := range []string{"星期", "周", "礼拜"} {
		if k := strings.Index(text, w); k >= 0 {
			c, size := utf8.DecodeRuneInString(text[k+len(w):])
			if d := strings.IndexRune("一二三四五六日天", c); size > 0 && d >= 0 {
				return min(d/3+1, 7)
			}
		}
	}
	return 0
}
