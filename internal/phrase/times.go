package phrase

import (
	"fmt"
	"slices"

	"dateline/internal/archive"
)

// mostMonths is the span in months that is counted by month where nothing
// says how.
const mostMonths = 36

// times has how much text there is by period and by paper.
type times struct {
	by       string
	periods  []string
	chars    map[string]int64
	papers   map[string]int64
	articles int
	total    int64
}

func newTimes(volumes []archive.Volume, by string) *times {
	t := &times{by: by, chars: map[string]int64{}, papers: map[string]int64{}}
	first, last := months(volumes)
	if t.by == "" {
		t.by = "year"
		if first != 0 && last-first < mostMonths && !yearsOnly(volumes) {
			t.by = "month"
		}
	}
	var seen []string
	for _, v := range volumes {
		t.articles += v.Articles
		t.total += v.Chars
		t.papers[v.Paper] += v.Chars
		if p := t.period(v.Month); p != "" {
			t.chars[p] += v.Chars
			seen = append(seen, p)
		}
	}
	if len(seen) > 0 {
		t.periods = between(slices.Min(seen), slices.Max(seen))
	}
	return t
}

// period is the period of a day or a part of one, "" where it has none.
func (t *times) period(day string) string {
	n := len("2006")
	if t.by == "month" {
		n = len("2006-01")
	}
	if len(day) < n {
		return ""
	}
	return day[:n]
}

// months are the first and last month with text, counted from the year 0.
func months(volumes []archive.Volume) (first, last int) {
	for _, v := range volumes {
		if m, ok := monthNumber(v.Month); ok {
			if first == 0 || m < first {
				first = m
			}
			last = max(last, m)
		}
	}
	return first, last
}

func yearsOnly(volumes []archive.Volume) bool {
	return slices.ContainsFunc(volumes, func(v archive.Volume) bool { return len(v.Month) == len("2006") })
}

func monthNumber(s string) (int, bool) {
	var y, m int
	if n, err := fmt.Sscanf(s, "%4d-%2d", &y, &m); n < 1 || err != nil && len(s) > len("2006") {
		return 0, false
	}
	return y*12 + max(m, 1) - 1, true
}

// between are the periods from one to another, with those between them.
func between(from, to string) []string {
	a, okA := monthNumber(from)
	b, okB := monthNumber(to)
	step, form := 1, func(m int) string { return fmt.Sprintf("%04d-%02d", m/12, m%12+1) }
	if len(from) == len("2006") {
		step, form = 12, func(m int) string { return fmt.Sprintf("%04d", m/12) }
	}
	var out []string
	for m := a; okA && okB && m <= b; m += step {
		out = append(out, form(m))
	}
	return out
}

// rate is uses in a million characters, nil where there is no text.
func rate(uses int, chars int64) *float64 {
	if chars <= 0 {
		return nil
	}
	r := float64(uses) * 1e6 / float64(chars)
	return &r
}
