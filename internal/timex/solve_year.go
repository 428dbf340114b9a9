package timex

// implicitYear is the year of a month, with or without a day, that is printed
// without one: the year of the last time while it tells on, else the year in
// which it lies nearest to the anchor.
func (s *solver) implicitYear(m, d int) int {
	if y, ok := s.carried(m, d); ok {
		return y
	}
	if s.anchor.basis == "" {
		return noYear
	}
	y, ok := s.anchor.year()
	if !ok {
		return noYear
	}
	s.fromAnchorUsed()
	if s.anchor.g == gYear {
		return y
	}
	return s.nearestYear(y, func(y int) (int, bool) {
		if d == 0 {
			return s.monthDistance(y, m), true
		}
		return daysOf(y, m, d) - s.anchor.guess(), validDate(y, m, d)
	})
}

// monthDistance is the distance in days from the anchor to a month, 0 inside
// it.
func (s *solver) monthDistance(y, m int) int {
	day := s.anchor.guess()
	lo, hi := monthPoint(y, m).daySpan()
	switch {
	case day < lo:
		return lo - day
	case day > hi:
		return hi - day
	}
	return 0
}

// lastYear and nextYear are how many days further away a date of another year
// than the anchor's counts: newspapers write 去年 and 明年 unless the turn of
// the year is near, and what is to come they announce.
const (
	lastYear = 40
	nextYear = 150
)

// wrongSide is how many days further away a date counts that lies in the past
// where the clause tells what is to come, or in the future where it tells
// what is over.
const wrongSide = 300

// nearestYear is the year whose distance from the anchor is least: of a date
// that is further off newspapers write the year. Where the clause announces
// what is to come it lies rather in the future, where it tells what is over
// in the past.
func (s *solver) nearestYear(y int, distance func(int) (int, bool)) int {
	best, least := noYear, 1<<30
	ahead := s.future(s.at, s.end)
	over := !ahead && s.past(s.at, s.end)
	for _, c := range []int{y, y - 1, y + 1, y - 2, y + 2, y - 3, y + 3, y - 4, y + 4} {
		d, ok := distance(c)
		if !ok {
			continue
		}
		cost := abs(d)
		switch {
		case c < y:
			cost += lastYear
		case c > y:
			cost += nextYear
		}
		if ahead && d < -10 || over && d > 1 {
			cost += wrongSide
		}
		if cost < least {
			best, least = c, cost
		}
	}
	return best
}

// carried is the year that the text goes on with.
func (s *solver) carried(m, d int) (int, bool) {
	l, ok := s.lastMention()
	if !ok || l.open || l.compared || l.hi.y == noYear || l.hi.g < gYear {
		return 0, false
	}
	if s.prior != nil {
		return l.hi.y, true
	}
	heading := l.at < 0 && l.hi.g < gDay
	same := l.at >= s.sentenceStart(s.at)
	if !heading && !same && !s.goesOn(l, m, d) || s.nearAnchor(m, d) && l.hi.g > gYear {
		return 0, false
	}
	if (l.ranged || !l.own) && !heading {
		return 0, false
	}
	s.ownYear = true
	s.fromLastUsed(l.hi)
	if l.hi.m >= 11 && m <= 2 {
		return l.hi.y + 1, true
	}
	return l.hi.y, true
}

// goesOn reports that a later sentence of the paragraph goes on telling in
// the year that was named: the date is later in the year than the last.
func (s *solver) goesOn(l mention, m, d int) bool {
	if !l.own || l.at < s.paragraphStart(s.at) || l.hi.g < gYear || l.hi.y == s.anchor.y {
		return false
	}
	return l.hi.m == 0 || m > l.hi.m || m == l.hi.m && d >= l.hi.d
}

// nearAnchor reports that the date is within days of the anchor, as the date
// of the report itself is.
func (s *solver) nearAnchor(m, d int) bool {
	day, ok := s.anchor.day()
	if !ok || d == 0 {
		return false
	}
	y, _ := s.anchor.year()
	if !validDate(y, m, d) {
		return false
	}
	n := daysOf(y, m, d) - day
	return n >= -5 && n <= 1
}
