package timex

// solver resolves one expression.
type solver struct {
	*reader
	at, end int
	anchor  anchor
	// used says what the expression was counted from.
	used   string
	usedOf point
	// prior is the left end of a range while its right end is resolved.
	prior *mention
	// ownYear: the expression named its year.
	ownYear bool
}

// fromAnchorUsed notes that the anchor was used.
func (s *solver) fromAnchorUsed() {
	if s.used == "" && s.anchor.basis != "" {
		s.used, s.usedOf = s.anchor.basis, s.anchor.point
	}
}

// fromLastUsed notes that the last time was used.
func (s *solver) fromLastUsed(p point) {
	if s.used == "" {
		s.used, s.usedOf = BasisPrevious, p
	}
}

// lastMention is what 次日 and 当年 are counted from.
func (s *solver) lastMention() (mention, bool) {
	if s.prior != nil {
		return *s.prior, true
	}
	return s.last()
}

// solved is a resolved part: a point, or a stretch from lo to hi.
type solved struct {
	lo, hi point
	ranged bool
	ok     bool
}

func onePoint(p point) solved { return solved{lo: p, hi: p, ok: true} }

func stretch(lo, hi point) solved { return solved{lo: lo, hi: hi, ranged: lo != hi, ok: true} }

// part resolves a part.
func (s *solver) part(q *part) solved {
	r := s.calendar(q)
	if !r.ok {
		return r
	}
	for _, p := range []*point{&r.lo, &r.hi} {
		p.edge = q.edge
		p.approx = p.approx || q.approx
	}
	r = s.daytime(q, r)
	s.zone(q, &r)
	return r
}

// zone sets the offset from Greenwich of the places that are named.
func (s *solver) zone(q *part, r *solved) {
	if q.zone == "" || !r.lo.dated() {
		return
	}
	z := zoneOffset(q.zone, s.c.Place, r.lo.days())
	r.lo.zone, r.hi.zone = z, z
}

// calendar resolves the calendar part.
func (s *solver) calendar(q *part) solved {
	switch {
	case q.same:
		return s.samePeriod(q)
	case q.ago != nil:
		return s.distance(q)
	case q.feast != nil:
		return s.feastDay(q)
	case q.take != 0:
		return s.group(q)
	case q.sub != gNone:
		return s.period(q)
	case q.nth != 0:
		return s.nthDay(q)
	case q.week.set() || q.wday > 0:
		return s.week(q)
	case q.lunar:
		return s.lunarDate(q)
	case q.month.set():
		return s.monthDay(q)
	case q.day.set():
		return s.dayOnly(q)
	case q.year.set():
		y, ok := s.year(q)
		if !ok {
			return solved{}
		}
		return onePoint(yearPoint(y))
	}
	return s.noDate(q)
}

// year is the year that a part names, false where it names none or the anchor
// is not known.
func (s *solver) year(q *part) (int, bool) {
	switch q.year.how {
	case fixed:
		s.ownYear = true
		if q.short {
			return s.fullYear(q.year.n), true
		}
		if q.eraless {
			return eras[0].zero + q.year.n, true
		}
		return q.year.n, true
	case fromAnchor:
		s.ownYear = true
		if y, ok := s.anchor.year(); ok {
			s.fromAnchorUsed()
			return y + q.year.n, true
		}
		if m, ok := s.last(); ok && m.lo.y != noYear && q.year.n == 0 {
			s.fromLastUsed(m.lo)
			return m.lo.y, true
		}
	case fromLast:
		return s.yearFromLast(q.year.n)
	}
	return 0, false
}

// yearFromLast is 当年, 次年: counted from the last time whose year is known.
func (s *solver) yearFromLast(n int) (int, bool) {
	if m, ok := s.lastMention(); ok && m.hi.y != noYear && m.hi.g >= gYear && (m.at < 0 || m.at >= s.paragraphStart(s.at)) {
		s.fromLastUsed(m.hi)
		return m.hi.y + n, true
	}
	return 0, false
}

// fullYear gives two digits their century: the anchor's, or in its first half
// the one before where the year would lie more than ten years ahead.
func (s *solver) fullYear(y int) int {
	now, ok := s.anchor.year()
	if !ok {
		now = 2025
	}
	y += now / 100 * 100
	if y > now+10 && now%100 < 50 {
		y -= 100
	}
	return y
}

// monthDay resolves a month, with or without a day.
func (s *solver) monthDay(q *part) solved {
	y, m, ok := s.month(q)
	if !ok {
		return solved{}
	}
	if !q.day.set() {
		return onePoint(monthPoint(y, m))
	}
	p := point{g: gDay, y: y, m: m, d: q.day.n}
	if y == noYear && q.day.n > monthLen(2000, m) || y != noYear && !validDate(y, m, p.d) {
		return solved{}
	}
	return onePoint(p)
}

// month is the month of a part and its year, noYear where nothing fixes it.
func (s *solver) month(q *part) (y, m int, ok bool) {
	switch q.month.how {
	case fromAnchor:
		y, m, ok = s.anchor.month()
		if !ok {
			return s.monthFromLast(q.month.n) // a chronicle: the month that is told
		}
		s.fromAnchorUsed()
		y, m = addMonths(y, m, q.month.n)
		return y, m, true
	case fromLast:
		return s.monthFromLast(q.month.n)
	}
	m = q.month.n
	if q.year.set() {
		y, ok = s.year(q)
		return y, m, ok
	}
	return s.implicitYear(m, q.day.n), m, true
}

// monthFromLast is 当月, 次月.
func (s *solver) monthFromLast(n int) (int, int, bool) {
	if l, ok := s.lastMention(); ok && l.hi.y != noYear && l.hi.m > 0 {
		s.fromLastUsed(l.hi)
		y, m := addMonths(l.hi.y, l.hi.m, n)
		return y, m, true
	}
	y, m, ok := s.anchor.month()
	if !ok {
		return 0, 0, false
	}
	s.fromAnchorUsed()
	y, m = addMonths(y, m, n)
	return y, m, true
}

// dayOnly resolves a day without a month.
func (s *solver) dayOnly(q *part) solved {
	switch q.day.how {
	case fromAnchor:
		day, ok := s.anchorDay()
		if !ok {
			return solved{}
		}
		return onePoint(dayPoint(day + q.day.n))
	case fromLast:
		p, ok := s.dayFromLast()
		if first, named := s.printedDay(); named && q.day.n > 1 && s.prior == nil {
			p, ok = first, true // 第三天 counts from the day that was named, not from 第二天
			s.used, s.usedOf = BasisPrevious, p
		}
		if !ok {
			return solved{}
		}
		return onePoint(dayPoint(p.days() + q.day.n))
	}
	return s.dayOfMonth(q.day.n)
}

// anchorDay is the anchor's day, or the last day named where the anchor has
// none: an article without a dateline tells of the day that it names.
func (s *solver) anchorDay() (int, bool) {
	if day, ok := s.anchor.day(); ok {
		if p, ok := s.scene(day); ok {
			s.used, s.usedOf = BasisSpeaking, p
			return p.days(), true
		}
		s.fromAnchorUsed()
		return day, true
	}
	if p, ok := s.printedDay(); ok && s.anchor.basis != BasisSpeaking {
		s.fromLastUsed(p)
		return p.days(), true
	}
	return 0, false
}

// printedDay is the last day that was named by its date: 昨天 is no ground to
// count 今天 from.
func (s *solver) printedDay() (point, bool) {
	for i := len(s.named) - 1; i >= s.oldest(); i-- {
		if m := s.named[i]; m.printed && !m.open && m.hi.dated() {
			return m.hi, true
		}
	}
	return point{}, false
}

// scene is the day that the article has set by opening a paragraph with it,
// where words spoken that day are told and it is another day than the
// anchor's: a dispatch that goes on over midnight, or one of the day after.
func (s *solver) scene(day int) (point, bool) {
	if s.anchor.basis == BasisSpeaking || !s.toldSpeech(s.at) {
		return point{}, false
	}
	for i := len(s.named) - 1; i >= s.oldest(); i-- {
		m := s.named[i]
		if m.at < 0 || !m.scene || m.open || m.ranged || !m.lo.dated() {
			continue
		}
		d := m.lo.days() - day
		return dayPoint(m.lo.days()), d != 0 && d >= -7 && d <= 7
	}
	return point{}, false
}

// dayFromLast is the day that 当天 means.
func (s *solver) dayFromLast() (point, bool) {
	if s.prior != nil && s.prior.hi.dated() {
		s.fromLastUsed(s.prior.hi)
		return s.prior.hi, true
	}
	if p, at, ok := s.lastDay(s.at); ok && s.running(p, at) {
		s.fromLastUsed(p)
		return p, true
	}
	if day, ok := s.anchor.day(); ok {
		s.fromAnchorUsed()
		return dayPoint(day), true
	}
	return point{}, false
}

// running reports that a day named earlier may still be the day that is told:
// in the same paragraph, or within a month of the anchor.
func (s *solver) running(p point, at int) bool {
	day, ok := s.anchor.day()
	if !ok || at >= s.paragraphStart(s.at) {
		return true
	}
	d := p.days() - day
	return d >= -31 && d <= 31
}

// dayOfMonth resolves 9日: in the month that the paragraph tells of, else in
// that of the anchor.
func (s *solver) dayOfMonth(d int) solved {
	if p, ok := s.carriedMonth(d); ok {
		return onePoint(p)
	}
	day, ok := s.anchor.day()
	if !ok {
		return s.dayOfOpenMonth(d)
	}
	s.fromAnchorUsed()
	return onePoint(s.nearMonth(day, d))
}

// dayOfOpenMonth resolves a day where the anchor has none.
func (s *solver) dayOfOpenMonth(d int) solved {
	if p, _, ok := s.lastDay(s.at); ok {
		s.fromLastUsed(p)
		return onePoint(nearestDay(p.days(), d))
	}
	if y, m, ok := s.anchor.month(); ok && validDate(y, m, d) {
		s.fromAnchorUsed()
		return onePoint(point{g: gDay, y: y, m: m, d: d})
	}
	return onePoint(point{g: gDay, y: noYear, d: d})
}

// nearMonth is the day in the anchor's month; at the turn of a month, in the
// one before or after where that is days away and the other weeks.
func (s *solver) nearMonth(day, d int) point {
	y, m, _ := dateOf(day)
	ahead := s.future(s.at, s.end)
	here := validDate(y, m, d)
	n := daysOf(y, m, d) - day
	py, pm := addMonths(y, m, -1)
	ny, nm := addMonths(y, m, 1)
	switch {
	case ahead && n < -10 && validDate(ny, nm, d) && daysOf(ny, nm, d)-day <= 20:
		return point{g: gDay, y: ny, m: nm, d: d}
	case !ahead && n > 10 && validDate(py, pm, d) && day-daysOf(py, pm, d) <= 10:
		return point{g: gDay, y: py, m: pm, d: d}
	case here:
		return point{g: gDay, y: y, m: m, d: d}
	}
	return nearestDay(day, d)
}

// nearestDay is the day of a month nearest to another day.
func nearestDay(day, d int) point {
	y, m, _ := dateOf(day)
	best, least := point{g: gDay, y: y, m: m, d: d}, 1<<30
	for _, k := range []int{0, -1, 1, -2, 2} {
		cy, cm := addMonths(y, m, k)
		if !validDate(cy, cm, d) {
			continue
		}
		if n := abs(daysOf(cy, cm, d) - day); n < least {
			best, least = point{g: gDay, y: cy, m: cm, d: d}, n
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// carriedMonth is the day in the month that the sentence, or the paragraph,
// tells of.
func (s *solver) carriedMonth(d int) (point, bool) {
	l, ok := s.lastIn(s.paragraphStart(s.at))
	if s.prior != nil {
		l, ok = *s.prior, true
	}
	if !ok || l.open || l.hi.y == noYear || l.hi.m == 0 {
		return point{}, false
	}
	if l.hi.g == gMonth {
		if l.at < s.sentenceStart(s.at) || !validDate(l.hi.y, l.hi.m, d) {
			return point{}, false
		}
		s.fromLastUsed(l.hi)
		return point{g: gDay, y: l.hi.y, m: l.hi.m, d: d}, true
	}
	if day, ok := s.anchor.day(); ok && abs(l.hi.days()-day) <= 45 && s.prior == nil {
		return point{}, false // the anchor's month says it better
	}
	s.fromLastUsed(l.hi)
	if p := nearestDay(l.hi.days(), d); abs(p.days()-l.hi.days()) <= 8 || !validDate(l.hi.y, l.hi.m, d) {
		return p, true
	}
	return point{g: gDay, y: l.hi.y, m: l.hi.m, d: d}, true
}

// noDate resolves a part of the day or a clock time without a date: the day
// that is told.
func (s *solver) noDate(q *part) solved {
	if q.pod == nil && q.clk == gNone {
		return solved{}
	}
	if p, ok := s.dayFromLast(); ok {
		return onePoint(point{g: gDay, y: p.y, m: p.m, d: p.d})
	}
	return onePoint(point{g: gDay, y: noYear})
}
