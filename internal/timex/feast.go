package timex

import (
	"fmt"
	"strings"
)

// feast is a day that has a name.
type feast struct {
	names string
	how   feastKind
	m, d  int
	nth   int // with d a weekday
	// weak names are as often something else: 五一, 大雪.
	weak bool
}

// feastKind says in which calendar a feast has its day.
type feastKind uint8

const (
	bySun feastKind = iota
	byMoon
	byWeekday
	byTerm
	lastOfYear // 除夕
)

// feasts are the public holidays and the observances that newspapers name
// (State Council decree 795 of 2024, and common knowledge), then the terms.
var feasts = append([]feast{
	{"元旦", bySun, 1, 1, 0, false}, {"情人节", bySun, 2, 14, 0, false},
	{"国际妇女节 三八妇女节 三八国际妇女节 妇女节", bySun, 3, 8, 0, false}, {"植树节", bySun, 3, 12, 0, false},
	{"国际劳动节 五一国际劳动节 五一劳动节 劳动节", bySun, 5, 1, 0, false}, {"五一", bySun, 5, 1, 0, true},
	{"青年节 五四青年节", bySun, 5, 4, 0, false}, {"国际儿童节 六一国际儿童节 六一儿童节 儿童节", bySun, 6, 1, 0, false},
	{"建党节 七一建党节", bySun, 7, 1, 0, false}, {"建军节 八一建军节", bySun, 8, 1, 0, false},
	{"教师节", bySun, 9, 10, 0, false}, {"国庆节 国庆", bySun, 10, 1, 0, false}, {"十一", bySun, 10, 1, 0, true},
	{"万圣节", bySun, 10, 31, 0, false}, {"平安夜", bySun, 12, 24, 0, false}, {"圣诞节 圣诞", bySun, 12, 25, 0, false},
	{"愚人节", bySun, 4, 1, 0, false},
	{"母亲节", byWeekday, 5, 7, 2, false}, {"父亲节", byWeekday, 6, 7, 3, false}, {"感恩节", byWeekday, 11, 4, 4, false},
	{"春节 大年初一", byMoon, 1, 1, 0, false}, {"元宵节 元宵", byMoon, 1, 15, 0, false}, {"端午节 端午", byMoon, 5, 5, 0, false},
	{"七夕节 七夕", byMoon, 7, 7, 0, false}, {"中元节", byMoon, 7, 15, 0, false}, {"中秋节 中秋", byMoon, 8, 15, 0, false},
	{"重阳节 重阳", byMoon, 9, 9, 0, false}, {"腊八节 腊八", byMoon, 12, 8, 0, false},
	{"除夕 大年三十 大年夜 年三十 除夕夜", lastOfYear, 12, 30, 0, false},
	{"清明节", byTerm, 0, 6, 0, false},
}, termFeasts()...)

// termFeasts are the solar terms; those that are also weather are weak.
func termFeasts() []feast {
	var out []feast
	for k, name := range terms {
		weak := in([]rune(name)[1], "雪水降露暑")
		out = append(out, feast{name, byTerm, 0, k, 0, weak})
	}
	return out
}

// feastWords enters the names.
func feastWords() []word {
	var out []word
	for i, f := range feasts {
		for _, name := range strings.Fields(f.names) {
			out = append(out, word{name, kFeast, i})
		}
	}
	return out
}

// day is the day of the feast in a year.
func (f *feast) day(y int) (int, bool) {
	switch f.how {
	case bySun:
		return daysOf(y, f.m, f.d), true
	case byWeekday:
		return nthWeekday(y, f.m, f.d, f.nth), true
	case byTerm:
		return term(y, f.d)
	}
	return f.moonDay(y)
}

// pattern is the day in every year, false where the calendar has no pattern
// for it. An nth weekday is written XXXX-05-WXX-7-#2.
func (f *feast) pattern() (string, bool) {
	switch f.how {
	case bySun:
		return point{g: gDay, y: noYear, m: f.m, d: f.d}.value(), true
	case byWeekday:
		return fmt.Sprintf("XXXX-%02d-WXX-%d-#%d", f.m, f.d, f.nth), true
	}
	return "", false
}

// moonDay is the day of a feast of the traditional calendar that falls in the
// civil year: 2023年除夕 is the eve of the new year of 2023.
func (f *feast) moonDay(y int) (int, bool) {
	if f.how == lastOfYear {
		first, _, ok := lunarMonth(y, 1, false)
		return first - 1, ok
	}
	for _, year := range []int{y, y - 1} {
		first, _, ok := lunarMonth(year, f.m, false)
		if !ok {
			return 0, false
		}
		if got, _, _ := dateOf(first + f.d - 1); got == y {
			return first + f.d - 1, true
		}
	}
	return 0, false
}

// nthWeekday is the nth weekday of a month, the last where nth is -1.
func nthWeekday(y, m, wd, nth int) int {
	if nth < 0 {
		end := daysOf(y, m, monthLen(y, m))
		return end - floorMod(weekday(end)-wd, 7)
	}
	first := daysOf(y, m, 1)
	return first + floorMod(wd-weekday(first), 7) + (nth-1)*7
}

// feastStands reports that the name is the day here: with a year before it,
// or with a word after it that makes a time of it. Without either it is as
// often a name (国庆招待会) or the feast as such.
func (p *parser) feastStands(j int, w word, f *feast, q *part) bool {
	k := p.sp(j)
	if p.lit(k, feastNames...) > 0 {
		return false
	}
	dated := q.year.set() || q.lunar
	if dated && (!f.weak || w.text == "五一" || w.text == "十一") && !(f.how == byTerm && f.weak) {
		return w.text != "十一" || p.lit(k, "月", "年", "届", "个", "位", "次", "世") == 0
	}
	if p.lit(k, "期间", "假期", "长假", "小长假", "黄金周", "当天", "当日", "前夕", "之际", "当晚", "前后", "这天", "那天", "前，", "后，", "前,", "过后", "以来") > 0 {
		return true
	}
	if f.how == byTerm && p.lit(k, "节气", "时节") > 0 {
		return true
	}
	return !f.weak && p.lit(k, "上午", "下午", "晚", "早", "清晨", "凌晨", "到", "至") > 0 && !p.lateName(k) || p.alone(j-len(w.text), j)
}

// lateName reports that 晚 or 到 after a feast begins another word.
func (p *parser) lateName(k int) bool {
	return p.lit(k, "晚会", "到来", "到了", "早已", "早就") > 0
}

// feastNames make the name of a thing of a feast.
var feastNames = []string{"联欢", "晚会", "招待会", "文艺", "运动", "奖章", "路", "大街", "大道", "广场", "勋章",
	"宣言", "档", "贺", "村", "街", "团拜", "慰问", "小学", "中学", "小学", "公园", "奖", "岛", "红利", "指数"}

// feastTail takes 节, 假期, 长假 after a feast's name.
func (p *parser) feastTail(j int) int {
	if k := p.lit(j, "节气", "假期", "小长假", "长假", "黄金周"); k > 0 {
		return k
	}
	return j
}
