package timex

// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, the
// calendar of ISO 8601. Weekdays are those of ISO 8601: Monday is 1.

// daysOf is the day number of a date (H. Hinnant, chrono-compatible low-level
// date algorithms, days_from_civil).
func daysOf(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// dateOf is the date of a day number (civil_from_days).
func dateOf(days int) (y, m, d int) {
	days += 719468
	era := floorDiv(days, 146097)
	doe := days - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// monthLen is the number of days of a month.
func monthLen(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// validDate reports that a month has a day.
func validDate(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= monthLen(y, m)
}

// weekday is 1 for Monday to 7 for Sunday.
func weekday(days int) int { return floorMod(days+3, 7) + 1 }

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

// weekOf is the ISO week of a day and the year that the week belongs to.
func weekOf(days int) (year, week int) {
	thursday := days - weekday(days) + 4
	y, _, _ := dateOf(thursday)
	return y, (thursday-daysOf(y, 1, 1))/7 + 1
}

// weekStart is the Monday of an ISO week.
func weekStart(year, week int) int {
	fourth := daysOf(year, 1, 4)
	return fourth - weekday(fourth) + 1 + (week-1)*7
}

// addMonths moves a month.
func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return floorDiv(k, 12), floorMod(k, 12) + 1
}
