package check

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/internal/han"
)

// weekdayNames are the days of the week by their last character.
var weekdayNames = map[rune]int{'日': 0, '天': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6}

var english = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// weekdays holds the dates of text i against the days of the week printed with
// them: 3月21日星期二, 廿三日（星期一）.
func (p *page) weekdays(i int) {
	t := &p.Texts[i]
	for k, x := range t.Times {
		day, ok := dayOf(x.Value)
		if !ok || x.Type != "date" && x.Type != "time" {
			continue
		}
		from := strings.LastIndexAny(x.Span.In(t.Text), "日号號")
		if from < 0 {
			continue // a day of the week alone, or no day
		}
		from += x.Span.Start
		start, printed, end := weekdayAt(t.Text, from+len("日"))
		if end == 0 {
			continue
		}
		c := Check{Kind: Weekday, Rule: "weekday", Evidence: []string{x.ID}}
		if k+1 < len(t.Times) && t.Times[k+1].Span.Start < end {
			c.Evidence = append(c.Evidence, t.Times[k+1].ID)
		}
		c.Verdict = verdict(printed == day.weekday())
		if c.Verdict == Fails && p.mayBeAnother(x.Span.In(t.Text), day, printed) {
			c.Verdict = Open
		}
		c.Say = fmt.Sprintf("%s is a %s; the page prints %s with %s.", day, english[day.weekday()], t.Text[start:end], t.Text[x.Span.Start:from+len("日")])
		p.add(i, x.Span.Start, c)
	}
}

// mayBeAnother reports that a date as printed leaves its year or its month
// open, and that it may fall on a day of the week in another one.
func (p *page) mayBeAnother(text string, d date, weekday int) bool {
	if !hasYear(text) && !p.YearKnown {
		return true
	}
	if strings.Contains(text, "月") {
		return false
	}
	before, after := date{d.year, d.month - 1, d.day}, date{d.year, d.month + 1, d.day}
	if d.month == 1 {
		before = date{d.year - 1, 12, d.day}
	}
	if d.month == 12 {
		after = date{d.year + 1, 1, d.day}
	}
	return before.weekday() == weekday || after.weekday() == weekday
}

// weekdayAt reads a day of the week that stands at a byte, with a space or a
// bracket before it. end is 0 where there is none.
func weekdayAt(text string, at int) (start, day, end int) {
	rest := text[at:]
	rest = strings.TrimLeft(rest, " 　")
	for _, open := range []string{"（", "(", "〔", "["} {
		rest = strings.TrimPrefix(rest, open)
	}
	start = len(text) - len(rest)
	for _, w := range []string{"星期", "礼拜", "禮拜", "周", "週"} {
		if tail, ok := strings.CutPrefix(rest, w); ok {
			for r, n := range weekdayNames {
				if after, ok := strings.CutPrefix(tail, string(r)); ok && !ranged(after) && !(w == "周" && r == '天') {
					return start, n, len(text) - len(after)
				}
			}
		}
	}
	return 0, 0, 0
}

// ranged reports what makes a day of the week the first of several, or part of
// a word: 周一至周五, 周一、三, 周日报.
func ranged(s string) bool {
	for _, w := range []string{"至", "到", "、", "-", "—", "～", "报", "期", "刊"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// hasYear reports a date that is printed with its year.
func hasYear(s string) bool {
	before, _, ok := strings.Cut(s, "年")
	n := 0
	for _, r := range before {
		if han.IsDigit(r) || strings.ContainsRune("〇○零一二三四五六七八九", r) {
			n++
		}
	}
	return ok && n >= 4
}

// date is a day of the calendar.
type date struct{ year, month, day int }

func (d date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// dayOf is the day of a TIMEX3 value, an hour or part of the day left aside.
func dayOf(value string) (date, bool) {
	if len(value) < len("2006-01-02") || len(value) > len("2006-01-02") && value[10] != 'T' || strings.Contains(value, "/") {
		return date{}, false
	}
	y, err1 := strconv.Atoi(value[:4])
	m, err2 := strconv.Atoi(value[5:7])
	d, err3 := strconv.Atoi(value[8:10])
	ok := err1 == nil && err2 == nil && err3 == nil && y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= 31 && value[4] == '-' && value[7] == '-'
	return date{y, m, d}, ok
}

// weekday is the day of the week, Sunday 0, by Sakamoto's method for the
// Gregorian calendar.
func (d date) weekday() int {
	shift := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	y := d.year
	if d.month < 3 {
		y--
	}
	return (y + y/4 - y/100 + y/400 + shift[d.month-1] + d.day) % 7
}

// relativeWords are the days that are named from the day of writing.
var relativeWords = []string{"今天", "今日", "昨天", "昨日", "前天", "前日", "明天", "明日", "后天", "後天", "后日", "後日"}

// relativeDays holds the relative days of text i against the dates in brackets
// beside them: 今天（3月21日）, 3月21日（今天）.
func (p *page) relativeDays(i int) {
	t := &p.Texts[i]
	for k := 1; k < len(t.Times); k++ {
		a, b := t.Times[k-1], t.Times[k]
		gap := t.Text[a.Span.End:max(a.Span.End, b.Span.Start)]
		if gap != "（" && gap != "(" && gap != "〔" || !closed(t.Text[b.Span.End:]) {
			continue
		}
		switch {
		case t.relative(a) && t.printsDay(b):
			p.relativeDay(i, a, b)
		case t.relative(b) && t.printsDay(a):
			p.relativeDay(i, b, a)
		}
	}
}

// closed reports that a bracket closes here, a day of the week left aside.
func closed(s string) bool {
	if _, _, end := weekdayAt(s, 0); end > 0 {
		s = s[end:]
	}
	return strings.HasPrefix(s, "）") || strings.HasPrefix(s, ")") || strings.HasPrefix(s, "〕")
}

func (t *Text) relative(x Time) bool {
	for _, w := range relativeWords {
		if strings.HasPrefix(x.Span.In(t.Text), w) {
			return true
		}
	}
	return false
}

// printsDay reports a date with its day in figures.
func (t *Text) printsDay(x Time) bool {
	return strings.ContainsAny(x.Span.In(t.Text), "日号號") && !t.relative(x)
}

func (p *page) relativeDay(i int, relative, printed Time) {
	t := &p.Texts[i]
	r, ok := dayOf(relative.Value)
	d, ok2 := dayOf(printed.Value)
	if !ok || !ok2 {
		return // the page has no day to count from
	}
	c := Check{Kind: RelativeDay, Rule: "relative-day/brackets", Evidence: []string{relative.ID, printed.ID}, Verdict: verdict(r == d)}
	if c.Verdict == Fails && (relative.Said || relative.Basis != "dateline" && relative.Basis != "published") {
		c.Verdict = Open // counted from another time than that of writing
	}
	c.Say = fmt.Sprintf("%s, counted from the %s, is %s; the page gives %s with it (%s).", relative.Span.In(t.Text),
		basis(relative.Basis), r, printed.Span.In(t.Text), d)
	p.add(i, min(relative.Span.Start, printed.Span.Start), c)
}

// basis says from what a relative day was counted.
func basis(b string) string {
	switch b {
	case "published":
		return "date of the page"
	case "":
		return "day of the telling"
	}
	return b
}
