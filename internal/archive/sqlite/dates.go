package sqlite

import (
	"database/sql"
	"time"

	"dateline/internal/query"
)

// planRange finds the articles whose day, month or year lies wholly between
// two dates. It asks for years, months and days, the largest that fit.
func (l look) planRange(n query.Range) (*step, error) {
	from, to, err := l.bounds(n)
	if err != nil || from == "" {
		return &step{}, err
	}
	var of []*step
	for _, d := range cover(from, to) {
		of = append(of, valueStep(dayToken(d)))
	}
	if len(of) == 0 {
		return &step{}, nil
	}
	return together(or, of), nil
}

// bounds are the first and the last day of a range; an open end is that of
// the archive. The first is "" where the archive has no days.
func (l look) bounds(n query.Range) (from, to string, err error) {
	var least, most sql.NullString
	err = l.one("SELECT (SELECT day FROM article WHERE id >= ? ORDER BY id LIMIT 1), (SELECT day FROM article WHERE id >= ? ORDER BY id DESC LIMIT 1)",
		[]any{undatedEnd, undatedEnd}, &least, &most)
	if err != nil || !least.Valid {
		return "", "", err
	}
	from, to = least.String[:4]+"-01-01", most.String[:4]+"-12-31"
	if n.From != "" {
		from = max(from, firstDay(n.From))
	}
	if n.To != "" {
		to = min(to, lastDay(n.To))
	}
	return from, to, nil
}

// lastDay is the last day of a year, month or day.
func lastDay(day string) string {
	switch len(day) {
	case len("2006"):
		return day + "-12-31"
	case len("2006-01"):
		t, err := time.Parse("2006-01", day)
		if err != nil {
			return day
		}
		return t.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return day
}

// cover cuts the days from one to another into whole years, months and days.
func cover(from, to string) []string {
	var out []string
	for from <= to {
		d := from
		for _, n := range []int{len("2006"), len("2006-01")} {
			if firstDay(from[:n]) == from && lastDay(from[:n]) <= to {
				d = from[:n]
				break
			}
		}
		out = append(out, d)
		t, err := time.Parse(time.DateOnly, lastDay(d))
		if err != nil {
			return out
		}
		if from = t.AddDate(0, 0, 1).Format(time.DateOnly); len(from) != len(to) {
			return out // the year 10000
		}
	}
	return out
}
