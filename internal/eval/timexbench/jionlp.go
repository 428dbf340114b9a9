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

// jioCase is a case of JioNLP's time_parser.
type jioCase struct {
	Text     string
	Base     json.RawMessage
	Expected struct {
		Type, Definition string
		Time             json.RawMessage
	}
}

// JioParser scores the time_parser cases of JioNLP. Each text is one
// expression; a case is right when one time is found and its value is right.
//
// Their convention and ours:
//   - The base is an instant, a day, a month or a year: it is the time at
//     which the page came out. A date without a year lies in the year of the
//     base there, which is said to ours as a heading with that year (Seed).
//   - Their values are a first and a last second. Where ours is open their
//     end is the base or infinite, and is not compared. Lengths that reach
//     from the base on or back to it count to the second there and in the
//     unit that is named here: each end must lie in ours.
//   - The parts of the day have other hours there: their hours must lie in
//     ours.
//   - 之后 and 以前 after a length are open there and a point here: the end
//     that is given is compared. An hour or a minute from the base is a
//     stretch of one unit there, and its first second here.
//   - Lengths are compared in months and seconds, working days as days.
//   - Seasons go by the solar terms there and by months here: the first month
//     is compared.
//   - What is blurred there and has no value here (前两天, some days ago) is
//     right when it is said to be past.
//   - Repetitions are compared by their period, and their point by the fields
//     that the pattern gives.
func JioParser(shared string) (Score, error) {
	b, err := os.ReadFile(filepath.Join(shared, "data", "jionlp", "time_parser_cases.jsonl"))
	if err != nil {
		return Score{}, err
	}
	s := Score{Name: "JioNLP time_parser"}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var c jioCase
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			return s, err
		}
		s.Want++
		if why := c.judge(); why == "" {
			s.Hit++
		} else {
			s.Wrong = append(s.Wrong, fmt.Sprintf("%d %s | %s | %s", i, c.Text, c.Expected.Time, why))
		}
	}
	s.Found = s.Want
	return s, nil
}

// base is the base as an ISO value: "2021-06-14T01:06:40", [2008,3,13],
// {"year":2021,"month":5} and null occur.
func (c jioCase) base() string {
	var s string
	if json.Unmarshal(c.Base, &s) == nil {
		return strings.ReplaceAll(strings.SplitN(s, ".", 2)[0], " ", "T")
	}
	var list []int
	if json.Unmarshal(c.Base, &list) != nil {
		var m struct{ Year, Month, Day, Hour, Minute int }
		if json.Unmarshal(c.Base, &m) != nil || m.Year == 0 {
			return ""
		}
		list = []int{m.Year, m.Month, m.Day, m.Hour, m.Minute}
		for len(list) > 1 && list[len(list)-1] == 0 {
			list = list[:len(list)-1]
		}
	}
	out := ""
	for i, n := range list {
		out += []string{"", "-", "-", "T", ":", ":"}[i] + fmt.Sprintf("%02d", n)
	}
	return out
}

func (c jioCase) context() timex.Context {
	x := timex.Context{Published: c.base()}
	if len(x.Published) >= 4 {
		x.Seed = &timex.Time{Value: x.Published[:4]}
	}
	return x
}

// judge is "" for a case that is right, else what is not.
func (c jioCase) judge() string {
	got := timex.Find(c.Text, c.context())
	switch len(got) {
	case 0:
		return "nothing found"
	case 1:
	default:
		if c.Expected.Type != "time_span" || !c.listed(got) {
			return fmt.Sprintf("%d found", len(got))
		}
		return ""
	}
	t := got[0]
	if c.right(t) {
		return ""
	}
	return fmt.Sprintf("%s is %s %s (%s..%s)", c.Text[t.Span.Start:t.Span.End], t.Value, t.Mod, t.Earliest, t.Latest)
}

// right compares a value by the type of what is wanted.
func (c jioCase) right(t timex.Time) bool {
	switch c.Expected.Type {
	case "time_delta":
		return c.sameLength(t)
	case "time_period":
		return c.samePeriod(t)
	}
	var w []string
	if json.Unmarshal(c.Expected.Time, &w) != nil || len(w) != 2 {
		return false
	}
	return c.sameSpan(t, stamp(w[0]), stamp(w[1]))
}

// listed reports that days in a row that are one span there are one by one
// here: 9月10号，11号，12号.
func (c jioCase) listed(got []timex.Time) bool {
	var w []string
	if json.Unmarshal(c.Expected.Time, &w) != nil || len(w) != 2 {
		return false
	}
	return got[0].Earliest == stamp(w[0]) && got[len(got)-1].Latest == stamp(w[1])
}

// sameSpan compares with a first and a last second.
func (c jioCase) sameSpan(t timex.Time, from, to string) bool {
	if c.Expected.Definition == "blur" && t.Value == timex.PastRef {
		return true
	}
	if t.Value == timex.PresentRef {
		return from == c.base() && to == from
	}
	lo, hi, ranged := strings.Cut(t.Value, "/")
	switch {
	case hi == "..":
		return from == t.Earliest
	case lo == "..":
		return to == t.Latest || sameInstant(to, t.Latest)
	case from == t.Earliest && (to == t.Latest || sameInstant(to, t.Latest)):
		return true
	case to == "inf":
		return from >= t.Earliest && from <= t.Latest
	case from == "-inf":
		return to >= t.Earliest && to <= t.Latest
	case ranged:
		return endIn(from, lo) && endIn(to, hi)
	case t.Rule == "ago":
		return from == t.Earliest || to == t.Earliest || to == t.Latest
	case isSeason(t.Value):
		return from[:4] == t.Value[:4] && from[5:7] == seasonStarts[t.Value[5:]]
	}
	return len(t.Value) > 10 && c.partOfDay(t, from, to)
}

// seasonStarts are the months in which the seasons begin there, with the
// terms 立春, 立夏, 立秋, 立冬.
var seasonStarts = map[string]string{"SP": "02", "SU": "05", "FA": "08", "WI": "11"}

func isSeason(v string) bool { return len(v) == 7 && seasonStarts[v[5:]] != "" }

// sameInstant reports that a last second there is the first of our last unit:
// 8点至9点 ends at 9:00 there.
func sameInstant(theirs, ours string) bool {
	return len(theirs) == 19 && len(ours) == 19 && theirs[:13] == ours[:13] && strings.HasSuffix(ours, ":59") && strings.HasSuffix(theirs, ":00")
}

// endIn reports that an instant lies in a point of ours, or a day beside it.
func endIn(at, point string) bool {
	b := bounds(point)
	return b[0] != "" && (within(at, b) || within(prev(at)+at[min(10, len(at)):], b))
}

// partOfDay reports that their hours lie in our part of the day.
func (c jioCase) partOfDay(t timex.Time, from, to string) bool {
	return !strings.Contains(t.Value, ":") && t.Value[10] == 'T' && !isDigits(t.Value[11:]) &&
		len(from) == 19 && from[:10] == t.Value[:10] && from >= t.Earliest && from <= t.Latest || t.Mod != "" && t.Value[:10] == from[:10]
}

func isDigits(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// sameLength compares a length, or the two ends of a vague one.
func (c jioCase) sameLength(t timex.Time) bool {
	lo, hi, ranged := strings.Cut(t.Value, "/")
	var w map[string]float64
	if json.Unmarshal(c.Expected.Time, &w) == nil {
		return t.Type == timex.TypeDuration && !ranged && sameUnits(w, lo)
	}
	var two []map[string]any
	if json.Unmarshal(c.Expected.Time, &two) != nil || len(two) != 2 {
		return false
	}
	a, b := numbers(two[0]), numbers(two[1])
	if !ranged {
		return a != nil && sameUnits(a, lo) || b != nil && sameUnits(b, lo)
	}
	return a != nil && b != nil && sameUnits(a, lo) && sameUnits(b, hi)
}

// numbers are the units of an end that is finite.
func numbers(m map[string]any) map[string]float64 {
	out := map[string]float64{}
	for k, v := range m {
		n, ok := v.(float64)
		if !ok {
			return nil
		}
		out[k] = n
	}
	return out
}

// sameUnits compares a length in months and seconds.
func sameUnits(w map[string]float64, v string) bool {
	months := w["year"]*12 + w["month"]
	secs := (w["day"]+w["workday"])*86400 + w["hour"]*3600 + w["minute"]*60 + w["second"]
	want := months*30*86400 + secs
	if w["year"] == float64(int(w["year"])) {
		want = w["year"]*365*86400 + w["month"]*30*86400 + secs
	}
	got := float64(seconds(v, 30))
	return got == want || float64(seconds(v, 365.0/12)) == w["year"]*365*86400+w["month"]*365/12*86400+secs
}

// samePeriod compares a repetition.
func (c jioCase) samePeriod(t timex.Time) bool {
	var w struct {
		Delta map[string]float64
		Point *struct{ Time []string }
	}
	if json.Unmarshal(c.Expected.Time, &w) != nil || t.Type != timex.TypeSet {
		return false
	}
	if w.Point == nil || len(w.Point.Time) != 2 {
		return sameUnits(w.Delta, t.Value)
	}
	lo, hi, ranged := strings.Cut(t.Value, "/")
	if strings.HasPrefix(lo, "P") {
		return false
	}
	return matches(lo, w.Point.Time[0]) && (!ranged || matches(hi, w.Point.Time[1]))
}

// matches reports that an instant fits a pattern: XXXX-09, XXXX-WXX-3,
// XXXX-XX-XXT20.
func matches(pattern, at string) bool {
	d, err := time.Parse("2006-01-02 15:04:05", at)
	if err != nil {
		return false
	}
	date, clock, timed := strings.Cut(pattern, "T")
	if timed && !strings.HasPrefix(d.Format("15:04:05"), clock) {
		return false
	}
	switch {
	case strings.Contains(date, "-WXX-WE"):
		return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	case strings.Contains(date, "-#"): // the nth weekday of a month
		return d.Format("01") == date[5:7] && fmt.Sprint((d.Day()+6)/7) == date[len(date)-1:] && fmt.Sprint((int(d.Weekday())+6)%7+1) == date[12:13]
	case strings.Contains(date, "-WXX-"):
		return date[len(date)-1:] == fmt.Sprint((int(d.Weekday())+6)%7+1)
	case strings.HasSuffix(date, "-FA"):
		return d.Month() >= 8 && d.Month() <= 11
	}
	have := d.Format("2006-01-02")
	for i := range len(date) {
		if date[i] != 'X' && date[i] != have[i] {
			return false
		}
	}
	return true
}

// JioExtractor scores the time_extractor cases of JioNLP: the spans found in
// running text. A span is right when its ends are; an expression that stands
// for no time that can be named (近来) is left out on our side.
func JioExtractor(shared string) (Score, error) {
	b, err := os.ReadFile(filepath.Join(shared, "data", "jionlp", "time_extractor_cases.json"))
	if err != nil {
		return Score{}, err
	}
	var cases [][2]json.RawMessage
	if err := json.Unmarshal(b, &cases); err != nil {
		return Score{}, err
	}
	s := Score{Name: "JioNLP time_extractor"}
	for i, c := range cases {
		var text string
		var want []struct{ Text string }
		if err := json.Unmarshal(c[0], &text); err != nil {
			return s, err
		}
		if err := json.Unmarshal(c[1], &want); err != nil {
			return s, err
		}
		var wanted []string
		for _, w := range want {
			wanted = append(wanted, w.Text)
		}
		s.Want++
		if have := extracted(text); fmt.Sprint(have) == fmt.Sprint(wanted) {
			s.Hit++
		} else {
			s.Wrong = append(s.Wrong, fmt.Sprintf("%d %s | %v, wanted %v", i, text, have, wanted))
		}
	}
	s.Found = s.Want
	return s, nil
}

// extracted are the texts of the times that can be named.
func extracted(text string) []string {
	var have []string
	for _, t := range timex.Find(text, timex.Context{Published: "2021-06-14T01:06:40", Seed: &timex.Time{Value: "2021"}}) {
		if !vague(t.Value) {
			have = append(have, text[t.Span.Start:t.Span.End])
		}
	}
	return have
}
