package sqlite

import (
	"time"
)

// The number of an article is, from the highest bits on: the days of its day
// since the year 1, whether that is the beginning of a year, of a month or a
// day itself, how many with the same were there before, and whether its
// source has other articles (so that sources can be counted without looking
// up those of a single article). An article without a day has only the last
// two. The order of numbers is then the order of days, without a table.
const (
	dayShift   = 24
	precShift  = 22
	inDay      = 1 << precShift
	undatedEnd = int64(1) << 40
)

// slot is the first number of a day and the one after its last.
func slot(day string) (from, to int64) {
	if day == "" {
		return 0, undatedEnd
	}
	from = dayNumber(firstDay(day))<<dayShift | precision(day)<<precShift
	return from, from + inDay
}

func precision(day string) int64 {
	switch len(day) {
	case len("2006"):
		return 0
	case len("2006-01"):
		return 1
	}
	return 2
}

// firstDay is the first day of a year, month or day.
func firstDay(day string) string { return day + "-01-01"[len(day)-len("2006"):] }

const unixEpoch = 719162 // days from the year 1 to 1970

func dayNumber(day string) int64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return t.Unix()/86400 + unixEpoch
}

// yearOf is the year of an article's number, 0 where it has no day.
func yearOf(id int64) int {
	if id < undatedEnd {
		return 0
	}
	return time.Unix((id>>dayShift-unixEpoch)*86400, 0).UTC().Year()
}

// several reports that the article's source has other articles.
func several(id int64) bool { return id&1 != 0 }

// dayOf is the day of an article's number, "" where it has none.
func dayOf(id int64) string {
	if id < undatedEnd {
		return ""
	}
	day := time.Unix((id>>dayShift-unixEpoch)*86400, 0).UTC().Format(time.DateOnly)
	return day[:[...]int{len("2006"), len("2006-01"), len(day), len(day)}[id>>precShift&3]]
}
