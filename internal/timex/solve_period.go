package timex

// scopeYear is the year of a period: the one it names, that of the last time
// of the sentence, else the anchor's.
func (s *solver) scopeYear(q *part) (int, bool) {
	if q.year.set() {
		return s.year(q)
	}
	if l, ok := s.lastMention(); ok && !l.open && l.hi.y != noYear && l.hi.g >= gYear {
		heading := l.at < 0 && l.hi.g < gDay
		if s.prior != nil || heading || l.at >= s.sentenceStart(s.at) && l.own {
			s.fromLastUsed(l.hi)
			return l.hi.y, true
		}
	}
	y, ok := s.anchor.year()
	if ok {
		s.fromAnchorUsed()
	}
	return y, ok
}

// period resolves quarters, halves, seasons, decades and centuries.
func (s *solver) period(q *part) solved {
	switch q.sub {
	case gCentury, gDecade:
		return s.era(q)
	case gMonth:
		return s.monthHalf(q)
	}
	if q.sub == gQuarter && q.rule == "quarter-relative" {
		return s.quarterFromAnchor(q.subN)
	}
	y, ok := s.scopeYear(q)
	if !ok {
		return onePoint(point{g: q.sub, y: noYear, n: q.subN})
	}
	p := point{g: q.sub, y: y, n: q.subN}
	if q.subN < 0 { // 上个半年
		_, m, ok := s.anchor.month()
		if !ok {
			return solved{}
		}
		if p.n = 1; m <= 6 {
			p.y, p.n = y-1, 2
		}
	}
	if q.sub == gSeason && q.subN == 4 && q.year == (field{fromAnchor, 0}) && s.anchor.g >= gMonth && s.anchor.m <= 3 {
		p.y-- // 今冬 in February began the year before
	}
	if !q.year.set() && q.sub == gQuarter && s.tooLate(p) {
		p.y--
	}
	return onePoint(p)
}

// tooLate reports that a period without a year lies so far ahead of the
// anchor that it is last year's.
func (s *solver) tooLate(p point) bool {
	day, ok := s.anchor.day()
	return ok && p.days()-day > 183 && !s.future(s.at, s.end)
}

// quarterFromAnchor is 上季度, 本季度.
func (s *solver) quarterFromAnchor(n int) solved {
	y, m, ok := s.anchor.month()
	if !ok {
		return solved{}
	}
	s.fromAnchorUsed()
	y, m = addMonths(y, (m-1)/3*3+1, n*3)
	return onePoint(point{g: gQuarter, y: y, n: (m-1)/3 + 1})
}

// monthHalf is 上半月: the days to the 15th, or those after it.
func (s *solver) monthHalf(q *part) solved {
	n := q.subN
	scope := *q
	scope.sub = gNone
	if !scope.month.set() {
		scope.month = field{fromAnchor, 0}
	}
	y, m, ok := s.month(&scope)
	if !ok || y == noYear {
		return solved{}
	}
	lo, hi := monthPoint(y, m).daySpan()
	if n == 1 {
		return stretch(dayPoint(lo), dayPoint(lo+14))
	}
	return stretch(dayPoint(lo+15), dayPoint(hi))
}

// era resolves centuries and decades.
func (s *solver) era(q *part) solved {
	now, known := s.anchor.year()
	if !known {
		now = 2000
	}
	if q.sub == gCentury {
		return s.century(q, now, known)
	}
	switch {
	case q.week.how == fixed:
		return several(gDecade, q.week.n*10, q)
	case q.week.how == fromAnchor:
		if !known {
			return solved{}
		}
		s.fromAnchorUsed()
		return several(gDecade, (now/100+q.week.n)*10, q)
	case q.year.how == fixed:
		return several(gDecade, q.year.n/10, q)
	}
	return s.bareDecade(q, now)
}

// century resolves 21世纪, 上世纪, 公元前3世纪.
func (s *solver) century(q *part, now int, known bool) solved {
	switch {
	case q.year.how == fromAnchor:
		if !known {
			return solved{}
		}
		s.fromAnchorUsed()
		return several(gCentury, now/100, q)
	case q.subN < 0: // the third before Christ is -0299 to -0200
		return stretch(yearPoint(q.subN*100+1), yearPoint(q.subN*100+100))
	}
	return several(gCentury, 0, q)
}

// several is a decade or century, or two that follow each other.
func several(g gran, base int, q *part) solved {
	lo := point{g: g, n: base + q.subN}
	if q.subTo <= q.subN || q.subTo == 0 {
		return onePoint(lo)
	}
	return stretch(lo, point{g: g, n: base + q.subTo})
}

// bareDecade is 八十年代: the last that has begun at the anchor.
func (s *solver) bareDecade(q *part, now int) solved {
	base := now / 100 * 10
	if (base+q.subN)*10 > now {
		base -= 10
	}
	s.fromAnchorUsed()
	return several(gDecade, base, q)
}

// group resolves 前5个月, 最后五天, 第52周.
func (s *solver) group(q *part) solved {
	if q.month.set() {
		return s.monthGroup(q)
	}
	y, ok := s.scopeYear(q)
	if !ok {
		return solved{}
	}
	r := yearGroup(y, q)
	if day, ok := s.anchor.day(); ok && !q.year.set() && r.ok {
		if _, hi := r.hi.daySpan(); hi-day > 31 && !s.future(s.at, s.end) {
			return yearGroup(y-1, q)
		}
	}
	return r
}

// yearGroup takes units of a year.
func yearGroup(y int, q *part) solved {
	n := abs(q.take)
	unit := func(i int) point { return point{g: q.takeUnit, y: y, n: i} }
	total := map[gran]int{gQuarter: 4, gMonth: 12, gWeek: 52, gDay: 365}[q.takeUnit]
	switch q.takeUnit {
	case gMonth:
		unit = func(i int) point { return monthPoint(y, i) }
	case gDay:
		total = daysOf(y+1, 1, 1) - daysOf(y, 1, 1)
		unit = func(i int) point { return dayPoint(daysOf(y, 1, 1) + i - 1) }
	case gWeek:
		if _, w := weekOf(daysOf(y, 12, 28)); w == 53 {
			total = 53
		}
	}
	if n > total {
		return solved{}
	}
	return taken(q, total, unit)
}

// taken is the first, the last or the nth of a number of units.
func taken(q *part, total int, unit func(int) point) solved {
	switch {
	case q.nthOne:
		return onePoint(unit(q.take))
	case q.take < 0:
		return stretch(unit(total+q.take+1), unit(total))
	}
	return stretch(unit(1), unit(q.take))
}

// monthGroup takes days or weeks of a month. The first week is the one that
// begins with its first Monday.
func (s *solver) monthGroup(q *part) solved {
	y, m, ok := s.month(q)
	if !ok || y == noYear {
		return solved{}
	}
	if q.takeUnit == gWeek {
		first := nthWeekday(y, m, 1, 1)
		return taken(q, (nthWeekday(y, m, 1, -1)-first)/7+1, func(i int) point { return weekPoint(first + (i-1)*7) })
	}
	if q.takeUnit != gDay || abs(q.take) > monthLen(y, m) {
		return solved{}
	}
	return taken(q, monthLen(y, m), func(i int) point { return point{g: gDay, y: y, m: m, d: i} })
}

// nthDay is 第一个周二, 最后一个星期一.
func (s *solver) nthDay(q *part) solved {
	y, m, ok := s.month(q)
	if !ok || y == noYear || q.wday > 7 {
		return solved{}
	}
	p := dayPoint(nthWeekday(y, m, q.wday, q.nth))
	if p.m != m {
		return solved{}
	}
	return onePoint(p)
}

// week resolves weeks, weekends and days of the week.
func (s *solver) week(q *part) solved {
	day, ok := s.anchorDay()
	if !ok {
		return onePoint(point{g: gDay, y: noYear, wd: q.wday}).weekday(q)
	}
	monday := day - weekday(day) + 1 + 7*q.week.n
	if !q.week.set() && s.future(s.at, s.end) && q.wday < weekend && monday+q.wday-1 < day {
		monday += 7
	}
	switch q.wday {
	case 0:
		return onePoint(weekPoint(monday))
	case weekend:
		p := weekPoint(monday)
		p.g = gWeekend
		return onePoint(p)
	}
	return onePoint(dayPoint(monday + q.wday - 1))
}

// weekday is a day of the week of an unknown week.
func (r solved) weekday(q *part) solved {
	if q.week.set() {
		return solved{}
	}
	if q.wday == weekend {
		return onePoint(point{g: gWeekend, y: noYear})
	}
	return r
}

// feastDay resolves a festival.
func (s *solver) feastDay(q *part) solved {
	if q.year.set() {
		y, ok := s.year(q)
		if !ok {
			return solved{}
		}
		day, ok := q.feast.day(y)
		if !ok {
			return onePoint(yearPoint(y))
		}
		return onePoint(dayPoint(day))
	}
	y, ok := s.scopeYear(q)
	if !ok {
		if q.feast.how == bySun {
			return onePoint(point{g: gDay, y: noYear, m: q.feast.m, d: q.feast.d})
		}
		return solved{}
	}
	if s.anchor.dated() && s.used == s.anchor.basis {
		y = s.nearestYear(y, func(y int) (int, bool) {
			d, ok := q.feast.day(y)
			return d - s.anchor.guess(), ok
		})
	}
	day, ok := q.feast.day(y)
	if !ok {
		return solved{}
	}
	return onePoint(dayPoint(day))
}

// lunarDate resolves a month or a day of the traditional calendar.
func (s *solver) lunarDate(q *part) solved {
	if !q.month.set() || q.month.how != fixed {
		return s.lunarYearOnly(q)
	}
	y, ok := s.year(q)
	if !q.year.set() {
		if y, ok = s.lunarImplicit(q); !ok {
			return solved{}
		}
	} else if !ok {
		return solved{}
	}
	lo, hi, ok := lunarSpan(y, q)
	if !ok {
		return onePoint(yearPoint(y))
	}
	return stretch(dayPoint(lo), dayPoint(hi))
}

// lunarYearOnly is a year said to be of the traditional calendar.
func (s *solver) lunarYearOnly(q *part) solved {
	y, ok := s.year(q)
	if !ok {
		return solved{}
	}
	return onePoint(yearPoint(y))
}

// lunarSpan is the first and the last day of a month or a day of the
// traditional calendar.
func lunarSpan(y int, q *part) (lo, hi int, ok bool) {
	first, n, ok := lunarMonth(y, q.month.n, q.leap)
	if !ok || q.day.n > n {
		return 0, 0, false
	}
	if q.day.set() {
		return first + q.day.n - 1, first + q.day.n - 1, true
	}
	return first, first + n - 1, true
}

// lunarImplicit is the year of a date of the traditional calendar that is
// printed without one.
func (s *solver) lunarImplicit(q *part) (int, bool) {
	if l, ok := s.lastMention(); ok && !l.open && l.hi.y != noYear && (s.prior != nil || l.at < 0 && l.hi.g < gDay || l.at >= s.sentenceStart(s.at) && l.own) {
		s.fromLastUsed(l.hi)
		return l.hi.y, true
	}
	y, ok := s.anchor.year()
	if !ok {
		return 0, false
	}
	s.fromAnchorUsed()
	if s.anchor.g == gYear {
		return y, true
	}
	y = s.nearestYear(y, func(y int) (int, bool) {
		lo, _, ok := lunarSpan(y, q)
		return lo - s.anchor.guess(), ok
	})
	return y, y != noYear
}

// samePeriod is 去年同期: the period named last, in another year.
func (s *solver) samePeriod(q *part) solved {
	y, ok := s.year(q)
	if !ok {
		return solved{}
	}
	l, named := s.lastIn(s.paragraphStart(s.at))
	if !named || l.open || l.hi.g <= gYear || l.hi.g > gDay {
		return onePoint(yearPoint(y))
	}
	n := y - l.hi.y
	lo, hi := l.lo, l.hi
	lo.y += n
	hi.y += n
	if hi.g == gDay && (!validDate(lo.y, lo.m, lo.d) || !validDate(hi.y, hi.m, hi.d)) {
		return onePoint(yearPoint(y))
	}
	return solved{lo: lo, hi: hi, ranged: l.ranged, ok: true}
}
