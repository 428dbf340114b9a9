package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// dates makes the range of a value of the field date.
func dates(t token) (Node, error) {
	text := narrow(strings.TrimSpace(t.text))
	from, to, isRange := strings.Cut(text, "..")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if !isRange {
		to = from
	}
	if from == "" && to == "" {
		return nil, wrong(t.Place, dateHint, "the field date has no date")
	}
	a, okA := isoDate(from)
	b, okB := isoDate(to)
	switch {
	case !okA:
		return nil, wrong(t.Place, dateHint, "%s is no date", from)
	case !okB:
		return nil, wrong(t.Place, dateHint, "%s is no date", to)
	case a != "" && b != "" && first(a) > last(b):
		return nil, wrong(t.Place, fmt.Sprintf("write %s..%s", b, a), "the range ends before it begins")
	}
	return Range{Name: Date, From: a, To: b, Place: t.Place}, nil
}

const dateHint = "write 2013, 2013-03, 2013-03-05, or two of them: 2013..2016-05, 2013.., ..2016-05"

// narrow gives the ASCII forms of full-width ones (U+FF01 to U+FF5E).
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

// dateForms are the ways to write a day; the day, or day and month, may be
// left out.
var dateForms = [...]*regexp.Regexp{
	regexp.MustCompile(`^(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?$`),
	regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)?$`),
	regexp.MustCompile(`^(\d{4})年(?:(\d\d?)月(?:(\d\d?)日)?)?$`),
}

// isoDate gives the ISO 8601 form of a day, a month or a year; "" of "".
func isoDate(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	for _, f := range dateForms {
		if m := f.FindStringSubmatch(s); m != nil {
			return iso(m[1], m[2], m[3])
		}
	}
	return "", false
}

// iso puts digits of a year, a month and a day together, of which the last
// ones may be "".
func iso(y, m, d string) (string, bool) {
	year, _ := strconv.Atoi(y) // four digits
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	switch {
	case year == 0, m != "" && (month < 1 || month > 12), d != "" && (day < 1 || day > days(year, month)):
		return "", false
	case m == "":
		return y, true
	case d == "":
		return fmt.Sprintf("%s-%02d", y, month), true
	}
	return fmt.Sprintf("%s-%02d-%02d", y, month, day), true
}

// days is the length of a month of the Gregorian calendar.
func days(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// first is the first day of an ISO date, month or year.
func first(iso string) string { return iso + "-01-01"[len(iso)-4:] }

// last is a day not before the last one of an ISO date, month or year, and in
// no later month.
func last(iso string) string { return iso + "-12-31"[len(iso)-4:] }
