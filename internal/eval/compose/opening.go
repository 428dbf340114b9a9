package compose

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

// Opening is a dateline taken off the front of a body.
type Opening struct {
	// Text is the dateline as printed, brackets with the reporters included.
	Text string
	// Agency, Place and Form are as printed, "" where not printed.
	Agency, Place, Form string
	// Date is the printed day as 2006-01-02, "" where none is printed.
	Date string
	// Reporters are the names in the bracket.
	Reporters []string

	printed string // the day as printed
	day     time.Time
}

// openingForm is a dateline in a plain form: sender, place, day, 电 or 讯, and
// perhaps the reporters in brackets. It is made apart from the reader's own
// rules, and narrower: what it does not match is left out of the pages.
var openingForm = regexp.MustCompile(`^(据)?` +
	`(本报|新华社|新华网|人民网|中新社|中国新闻社|中国共产党新闻网|[湖河海山云]?[北南西东江]日报|南方日报|经济日报)` +
	`(\p{Han}{2,6}?)?` +
	`((?:[0-9０-９一二三四五六七八九十]{1,3}月)?[0-9０-９一二三四五六七八九十]{1,3}日)?` +
	`(电|讯)` +
	`(\s*[（(](?:(?:记者|通讯员)[\s/／]?)?\p{Han}{2,4}(?:[\s、]\p{Han}{2,4})*[）)])?`)

var (
	// likeOpening is what may be a dateline, plain or not.
	likeOpening = regexp.MustCompile(`^据?(本报|新华|人民网|中新|中国新闻社|中国共产党新闻网|\p{Han}{2,4}日报|\p{Han}{1,6}社|中央社)|` +
		`^.{0,40}?(日电|日讯|讯[\s（(]|报道[：:])|^\p{Han}{2,8}(电|讯|消息)[\s：:（(]`)
	// oddRest is a body that still begins with a part of its dateline.
	oddRest = regexp.MustCompile(`^(\p{Han}{0,4}(记者|通讯员)|[（(：:]|\p{Han}{2,8}(消息|讯|电)[：:，]|.{0,24}报道[：:])`)
	// whoForm are the words before the names of reporters.
	whoForm = regexp.MustCompile(`记者|通讯员|[/／]`)
)

// looksLikeOpening reports whether a paragraph may begin with a dateline.
func looksLikeOpening(p string) bool { return likeOpening.MatchString(p) }

// splitOpening takes a plain dateline off a paragraph; nil where there is none.
func splitOpening(p string) (*Opening, string) {
	m := openingForm.FindStringSubmatch(p)
	if m == nil || m[4] == "" && m[3] == "" && m[6] == "" && !bareForm(p[len(m[0]):]) {
		return nil, p
	}
	o := &Opening{Text: m[0], Agency: m[2], Place: m[3], printed: m[4], Form: m[5]}
	if m[1] != "" {
		o.Form = "据…" + m[5]
	}
	if m[6] != "" {
		names := whoForm.ReplaceAllString(strings.Trim(strings.TrimSpace(m[6]), "（()）"), " ")
		o.Reporters = strings.FieldsFunc(names, func(r rune) bool { return r == '、' || unicode.IsSpace(r) })
	}
	return o, strings.TrimLeftFunc(p[len(m[0]):], unicode.IsSpace)
}

// bareForm reports whether the sender and 讯 alone, without place, day or
// reporters, are set off from the body by a space: 本报讯 今天….
func bareForm(rest string) bool {
	return strings.TrimLeftFunc(rest, unicode.IsSpace) != rest
}

// resolve gives the printed day in the year and month of the paper: the
// latest such day that is not after it. A day more than 40 days before is no
// day of a dateline.
func (o *Opening) resolve(paper time.Time) (time.Time, string) {
	month, day, ok := strings.Cut(o.printed, "月")
	if !ok {
		month, day = "", o.printed
	}
	d := number(strings.TrimSuffix(day, "日"))
	for back := range 40 {
		t := paper.AddDate(0, 0, -back)
		if t.Day() == d && (month == "" || int(t.Month()) == number(month)) {
			return t, t.Format(time.DateOnly)
		}
	}
	return time.Time{}, ""
}

// number reads a number up to 31 in ASCII, full-width or Chinese digits; 0
// where it is none.
func number(s string) int {
	n, tens := 0, false
	for _, r := range s {
		switch i := strings.IndexRune("一二三四五六七八九", r); {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= '０' && r <= '９':
			n = n*10 + int(r-'０')
		case i >= 0:
			n += i/len("一") + 1
		case r == '十' && !tens:
			n, tens = max(n, 1)*10, true
		default:
			return 0
		}
	}
	return n
}
