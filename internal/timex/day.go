package timex

// maxDateline is more bytes than the date of a dateline lies from its start.
const maxDateline = 600

// Day is the ISO day of the first date in a dateline or another short text,
// "" where there is none or nothing fixes it. A date without a year or a
// month is the last such day up to the page's: a page prints what was written
// before it. One day more is allowed, for places east of the printer.
func Day(text, published string) string {
	if len(text) > maxDateline {
		text = text[:maxDateline]
	}
	r := newReader(text, Context{Published: published})
	for i := r.start(0); i < len(text); i = r.start(r.skip(i)) {
		var q part
		if r.date(i, &q) == 0 || !q.dayLevel() || q.ago != nil || q.elided {
			continue
		}
		if day, ok := r.dayUpTo(&q); ok {
			return dayValue(day)
		}
		return ""
	}
	return ""
}

// dayUpTo is the day of a part, the last up to the page's date.
func (r *reader) dayUpTo(q *part) (int, bool) {
	if q.lunar || q.feast != nil || q.year.set() || q.day.relative() || q.day.how != fixed {
		s := r.newSolver(&expr{form: isPoint, a: *q})
		got := s.part(q)
		return got.hi.guessDay(), got.ok && got.hi.dated()
	}
	page, ok := r.base.year()
	if !ok {
		return 0, false
	}
	if q.month.how == fixed {
		return r.monthDayUpTo(page, q.month.n, q.day.n)
	}
	if r.base.dated() {
		return lastUpTo(r.base.days()+1, q.day.n)
	}
	if y, m, ok := r.base.month(); ok && validDate(y, m, q.day.n) {
		return daysOf(y, m, q.day.n), true
	}
	return 0, false
}

// guessDay is the day of a dated point, 0 for any other.
func (p point) guessDay() int {
	if !p.dated() {
		return 0
	}
	return p.days()
}

// monthDayUpTo is the last day of that name up to the page's date; of a page
// known by its year or month, the one in it.
func (r *reader) monthDayUpTo(y, m, d int) (int, bool) {
	most := daysOf(y+1, 1, 1)
	switch {
	case r.base.dated():
		most = r.base.days() + 1
	case r.base.g == gMonth:
		most = daysOf(y, r.base.m, monthLen(y, r.base.m))
	}
	for c := y + 1; c >= y-4; c-- {
		if validDate(c, m, d) && daysOf(c, m, d) <= most {
			return daysOf(c, m, d), true
		}
	}
	return 0, false
}

// lastUpTo is the last day with that number in its month up to a day.
func lastUpTo(most, d int) (int, bool) {
	y, m, _ := dateOf(most)
	for range 13 {
		if validDate(y, m, d) && daysOf(y, m, d) <= most {
			return daysOf(y, m, d), true
		}
		y, m = addMonths(y, m, -1)
	}
	return 0, false
}
