package timexbench

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"dateline/internal/timex"
)

// recCase is a case of Recognizers-Text.
type recCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []recResult
}

type recResult struct {
	Text, TypeName string
	Start, End     int // in code points, End the last one
	Resolution     struct{ Values []recValue }
}

type recValue struct {
	Timex, Mod, Value, Start, End, IsLunar string
}

// Recognizers scores the DateTimeModel cases of Recognizers-Text, Chinese. A
// case is right when the times found are those wanted, spans and values.
//
// Their convention and ours:
//   - The reference time is an instant: it is given as the time at which the
//     page came out.
//   - Of the candidates for a date that is left open the first is wanted, the
//     one in the past.
//   - Their spans hold a preposition (从, 自从, 截止到, 大约, =), ours do not.
//   - A range that their timex gives by its ends, (2008-07-24,2018-07-24,P10Y),
//     counts to the day; ours goes by the unit that is named: 2008/2018. Each
//     end must lie in ours. Their ends are exclusive, or name the last unit.
//   - A time of the clock without a date is a time of any day there and of
//     the reference day here: the clock parts are compared.
//   - 5年前 is the day five years ago there and the year here.
//   - A length is compared in seconds, with years of 365 and months of 30
//     days; half a year is six months here.
//   - Dates of the traditional calendar are not converted there, and are here,
//     those of the reigns of emperors among them: what is wanted is converted
//     first.
func Recognizers(shared string) (Score, error) {
	b, err := os.ReadFile(filepath.Join(shared, "data", "recognizers-text-zh", "Specs", "DateTime", "Chinese", "DateTimeModel.json"))
	if err != nil {
		return Score{}, err
	}
	var cases []recCase
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &cases); err != nil {
		return Score{}, err
	}
	s := Score{Name: "Recognizers-Text DateTimeModel"}
	for i, c := range cases {
		s.Want++
		if why := c.judge(); why == "" {
			s.Hit++
		} else {
			s.Wrong = append(s.Wrong, fmt.Sprintf("%d %s | %s", i, c.Input, why))
		}
	}
	s.Found = s.Want
	return s, nil
}

// judge is "" for a case that is right, else what is not.
func (c recCase) judge() string {
	got := timex.Find(c.Input, timex.Context{Published: strings.TrimSuffix(c.Context.ReferenceDateTime, "T00:00:00")})
	at := offsets(c.Input)
	n := 0
	for _, t := range got {
		if vague(t.Value) && !c.wantsVague(t.Value) {
			continue
		}
		if n >= len(c.Results) {
			return "extra " + c.Input[t.Span.Start:t.Span.End] + " " + t.Value
		}
		w := c.Results[n]
		n++
		if a, b := bare(c.Input[t.Span.Start:t.Span.End]), bare(c.Input[at[w.Start]:at[min(w.End+1, len(at)-1)]]); a != b {
			return fmt.Sprintf("span %q, wanted %q", a, b)
		}
		if !w.same(t) {
			return fmt.Sprintf("%s is %s (%s..%s), wanted %v", c.Input[t.Span.Start:t.Span.End], t.Value, t.Earliest, t.Latest, w.Resolution.Values)
		}
	}
	if n < len(c.Results) {
		return "missing " + c.Results[n].Text
	}
	return ""
}

func (c recCase) wantsVague(v string) bool {
	for _, r := range c.Results {
		for _, q := range r.Resolution.Values {
			if q.Timex == v {
				return true
			}
		}
	}
	return false
}

// offsets are the byte offsets of the code points of a text and of its end.
func offsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// bare is a span without the preposition that the other side takes in.
func bare(s string) string {
	for _, p := range []string{"= ", "自从", "从", "自", "截止到", "大约"} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

// same compares a value.
func (w recResult) same(t timex.Time) bool {
	if len(w.Resolution.Values) == 0 {
		return false
	}
	v := w.Resolution.Values[0]
	if v.Timex == t.Value {
		return true
	}
	if v.Value == "not resolved" && t.Value == "" {
		return true
	}
	switch strings.TrimPrefix(w.TypeName, "datetimeV2.") {
	case "duration":
		return fmt.Sprint(seconds(t.Value, 30)) == v.Value || fmt.Sprint(seconds(t.Value, 365.0/12)) == v.Value
	case "time":
		return clockOf(t.Value) == clockOf(v.Timex)
	case "timerange":
		return sameClocks(v, t.Value)
	case "date":
		return t.Value == v.day() || t.Rule == "ago" && strings.HasPrefix(v.Value, t.Value) && t.Value != ""
	case "datetime":
		if v.IsLunar == "True" {
			return t.Value == v.day()+clockOf(v.Timex)
		}
		return strings.HasPrefix(strings.ReplaceAll(v.Value, " ", "T"), t.Value) && strings.Contains(t.Value, "T")
	}
	return v.sameRange(t)
}

// day is the date that is wanted, converted from the traditional calendar.
func (v recValue) day() string {
	if v.IsLunar != "True" {
		return v.Value
	}
	d, err := time.Parse("2006-01-02", v.Value[:min(10, len(v.Value))])
	if err != nil {
		return v.Value
	}
	for _, t := range timex.Find(fmt.Sprintf("公元%d年农历%d月%d日", d.Year(), d.Month(), d.Day()), timex.Context{}) {
		return t.Value
	}
	return ""
}

// lunarMonth is the value of a month of the traditional calendar.
func lunarMonth(d time.Time) string {
	for _, t := range timex.Find(fmt.Sprintf("公元%d年农历%d月", d.Year(), d.Month()), timex.Context{}) {
		return t.Value
	}
	return ""
}

// clockOf is the part of a value from the T on.
func clockOf(v string) string {
	if i := strings.IndexByte(v, 'T'); i >= 0 {
		return v[i:]
	}
	return ""
}

// sameClocks compares (T17:15,T18,PT45M) with T17:15/T18.
func sameClocks(v recValue, ours string) bool {
	if v.Mod != "" {
		return strings.Trim(clockOf(strings.Trim(ours, "./")), "./") == v.Timex
	}
	f := strings.Split(strings.Trim(v.Timex, "()"), ",")
	lo, hi, ranged := strings.Cut(ours, "/")
	if len(f) < 2 {
		return !ranged && clockOf(lo) == v.Timex
	}
	return clockOf(lo) == f[0] && clockOf(hi) == f[1]
}

// sameRange compares a range of dates or instants.
func (v recValue) sameRange(t timex.Time) bool {
	lo, hi, _ := strings.Cut(t.Value, "/")
	if d, err := time.Parse("2006-01", v.Timex); err == nil && t.Value == lunarMonth(d) {
		return true
	}
	switch v.Mod {
	case "before", "until":
		return lo == ".." && (hi == v.Timex || strings.HasPrefix(stamp(v.End), hi))
	case "since", "after":
		return hi == ".." && lo == v.Timex
	}
	if i := strings.IndexByte(v.Timex, 'T'); i > 0 && !strings.HasPrefix(v.Timex, "(") && len(v.Start) >= 10 {
		return t.Value == v.Start[:10]+v.Timex[i:]
	}
	if !strings.HasPrefix(v.Timex, "(") || !strings.Contains(t.Value, "/") {
		return sameDay(t.Earliest, v.Start) && (sameDay(next(t.Latest), v.End) || sameDay(t.Latest, v.End))
	}
	return v.endsIn(lo, hi)
}

func sameDay(a, b string) bool { return len(a) >= 10 && len(b) >= 10 && a[:10] == b[:10] }

func stamp(s string) string { return strings.ReplaceAll(s, " ", "T") }

// endsIn reports that the ends lie in ours.
func (v recValue) endsIn(lo, hi string) bool {
	a, b := bounds(lo), bounds(hi)
	start, end := stamp(v.Start), stamp(v.End)
	return within(start, a) && (within(end, b) || within(prev(end), b) || strings.HasPrefix(end, hi))
}

// bounds are the first and the last second of a point's value.
func bounds(value string) [2]string {
	e, l := timex.Bounds(value)
	return [2]string{e, l}
}

func within(s string, b [2]string) bool {
	return len(s) >= 10 && b[0] != "" && s >= b[0][:min(len(s), len(b[0]))] && s <= b[1]
}

// next and prev move a day.
func next(s string) string { return move(s, 1) }
func prev(s string) string { return move(s, -1) }

func move(s string, n int) string {
	if len(s) < 10 {
		return ""
	}
	d, err := time.Parse("2006-01-02", s[:10])
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, n).Format("2006-01-02")
}

// seconds is the length of a duration's value.
func seconds(v string, month float64) int64 {
	s, clock, num := 0.0, false, ""
	for _, r := range strings.TrimPrefix(v, "P") {
		switch {
		case r == 'T':
			clock = true
		case r >= '0' && r <= '9' || r == '.':
			num += string(r)
		default:
			n, _ := strconv.ParseFloat(num, 64)
			s, num = s+n*unit(r, clock, month), ""
		}
	}
	return int64(s)
}

// unit is the length of a unit in seconds.
func unit(r rune, clock bool, month float64) float64 {
	const day = 24 * 3600
	switch r {
	case 'Y':
		return 365 * day
	case 'W':
		return 7 * day
	case 'D':
		return day
	case 'H':
		return 3600
	case 'S':
		return 1
	}
	if clock {
		return 60
	}
	return month * day
}
