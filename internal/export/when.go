package export

import (
	"regexp"
	"strings"
	"time"

	"dateline/record"
)

// when is what a TIMEX3 value or an ISO 8601-2 interval says, as far
// as formats with plain dates can hold it.
type when struct {
	// first and last are dates to the day, month or year; they are the same
	// for a point, and "" for an open end.
	first, last string
	// clock is the time of day, 13 or 13:05, part the part of it: MO, MI, AF,
	// EV, NI; "" where there is none.
	clock, part string
}

var (
	datePoint = regexp.MustCompile(`^([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:T([0-9]{2}(?::[0-9]{2})?|MO|MI|AF|EV|NI))?$`)
	yearPart  = regexp.MustCompile(`^([0-9]{4})-(Q[1-4]|H[12])$`)
)

// yearParts are the months of the quarters and halves of a year.
var yearParts = map[string][2]string{"Q1": {"-01", "-03"}, "Q2": {"-04", "-06"}, "Q3": {"-07", "-09"}, "Q4": {"-10", "-12"},
	"H1": {"-01", "-06"}, "H2": {"-07", "-12"}}

// parseWhen reads a value; false where no date of the calendar is in it.
func parseWhen(value string) (when, bool) {
	if a, b, ok := strings.Cut(value, "/"); ok {
		from, okA := parseWhen(a)
		to, okB := parseWhen(b)
		if !okA && a != ".." || !okB && b != ".." || !okA && !okB {
			return when{}, false
		}
		return when{first: from.first, last: to.last, clock: from.clock, part: from.part}, true
	}
	if m := yearPart.FindStringSubmatch(value); m != nil {
		p := yearParts[m[2]]
		return when{first: m[1] + p[0], last: m[1] + p[1]}, true
	}
	m := datePoint.FindStringSubmatch(value)
	if m == nil || !isDate(m[1]) {
		return when{}, false
	}
	w := when{first: m[1], last: m[1]}
	if m[2] != "" && m[2][0] >= 'A' {
		w.part = m[2]
	} else {
		w.clock = m[2]
	}
	return w, true
}

// isDate reports a day, month or year of the calendar.
func isDate(s string) bool {
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}
	t, err := time.Parse(layouts[len(s)], s)
	return err == nil && t.Year() > 0
}

// isDay reports a date to the day.
func isDay(s string) bool { return len(s) == len(time.DateOnly) }

// eventWhen is the time of an event, false where it has no date.
func eventWhen(e *record.Event) (when, bool) {
	if e.Time == nil {
		return when{}, false
	}
	return parseWhen(string(e.Time.Value))
}

// partsOfDay are in Chinese, as they are mostly printed.
var partsOfDay = map[string]string{"MO": "上午", "MI": "中午", "AF": "下午", "EV": "晚上", "NI": "夜间"}

// unsure are the words for a TIMEX3 mod.
var unsure = map[string]string{"APPROX": "about", "START": "at the beginning of", "MID": "in the middle of", "END": "at the end of", "BEFORE": "before", "AFTER": "after"}

// timesByID finds the times of a record.
func timesByID(r *record.Record) map[string]*record.Time {
	m := make(map[string]*record.Time, len(r.Times))
	for i := range r.Times {
		m[r.Times[i].ID] = &r.Times[i]
	}
	return m
}
