package ledger

import (
	"strconv"
	"strings"
	"time"
)

// stretch is a time as far as it can be compared: days, and hours where it has
// them.
type stretch struct {
	first, last time.Time // days, both included
	grain       grain
	from, to    int // hours of the day, 0 and 24 where none are said
}

type grain uint8

const (
	noTime grain = iota
	year
	month // or some days of one
	day
)

// hours of the parts of a day, as TIMEX3 has them. A meeting at noon may be
// told as one of the morning or of the afternoon; no other two parts go
// together.
var hours = map[string][2]int{"MO": {0, 12}, "MI": {11, 14}, "AF": {12, 18}, "EV": {18, 24}, "NI": {18, 24}}

// parseWhen reads a TIMEX3 value of a point, or of some days. What is no day,
// month or year is no time that can be compared.
func parseWhen(value string) stretch {
	if from, to, ok := strings.Cut(value, "/"); ok {
		a, b := parseWhen(from), parseWhen(to)
		if a.grain == day && b.grain == day && !b.first.Before(a.first) && b.first.Sub(a.first) < 31*24*time.Hour {
			return stretch{first: a.first, last: b.last, grain: month, to: 24}
		}
		return stretch{}
	}
	date, clock, _ := strings.Cut(value, "T")
	s := stretch{to: 24}
	form := ""
	switch len(date) {
	case len("2006"):
		s.grain, form = year, "2006"
	case len("2006-01"):
		s.grain, form = month, "2006-01"
	case len(time.DateOnly):
		s.grain, form = day, time.DateOnly
	}
	t, err := time.Parse(form, date)
	if err != nil || form == "" {
		return stretch{}
	}
	s.first, s.last = t, t
	switch s.grain {
	case year:
		s.last = t.AddDate(1, 0, -1)
	case month:
		s.last = t.AddDate(0, 1, -1)
	}
	if s.grain == day && clock != "" {
		s.hours(clock)
	}
	return s
}

func (s *stretch) hours(clock string) {
	if h, ok := hours[clock]; ok {
		s.from, s.to = h[0], h[1]
		return
	}
	if h, err := strconv.Atoi(clock[:min(2, len(clock))]); err == nil {
		s.from, s.to = h, h+1
	}
}

// fit says how two times go together.
type fit uint8

const (
	unknown  fit = iota // one of them is not known
	apart               // they contradict each other
	adjacent            // one day and the next
	coarser             // a month with a day of it, a year with a month
	same                // one day, and no hours that contradict
)

// fits holds two times against each other.
func (s stretch) fits(o stretch) fit {
	switch {
	case s.grain == noTime || o.grain == noTime:
		return unknown
	case s.grain == day && o.grain == day:
		d := s.first.Sub(o.first)
		switch {
		case d == 0 && s.from < o.to && o.from < s.to:
			return same
		case d == 24*time.Hour || d == -24*time.Hour:
			return adjacent
		}
		return apart
	case s.first.After(o.last) || o.first.After(s.last):
		return apart
	case s.grain == o.grain && s.first.Equal(o.first) && s.last.Equal(o.last):
		return same
	}
	return coarser
}

// daysBetween is how many days lie between two days, a great many where one is
// not a day.
func daysBetween(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err != nil || err2 != nil {
		if a == b && a != "" {
			return 0
		}
		return 1 << 30
	}
	return max(int(x.Sub(y).Hours())/24, int(y.Sub(x).Hours())/24)
}
