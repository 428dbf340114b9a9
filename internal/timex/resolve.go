package timex

import "fmt"

// resolve fills in what an expression means.
func (r *reader) resolve(x *expr, t *Time) {
	switch x.form {
	case isVague:
		t.Type, t.Value = TypeDate, x.value
	case isDuration:
		t.Type, t.Value = TypeDuration, x.dur.value()
		if x.dur.more || x.a.approx {
			t.Mod = "APPROX"
		}
	case isSet:
		t.Type, t.Value = TypeSet, x.set.value()
	case isPlaced:
		r.resolvePlaced(x, t)
	default:
		r.resolvePoint(x, t)
	}
}

// newSolver makes the solver of an expression.
func (r *reader) newSolver(x *expr) *solver {
	return &solver{reader: r, at: x.at, end: x.end, anchor: r.anchorAt(x.at)}
}

// resolvePoint resolves points and ranges.
func (r *reader) resolvePoint(x *expr, t *Time) {
	s := r.newSolver(x)
	q := x.a
	if x.form == isRange {
		s.fillLeft(&q, &x.b)
	}
	got := s.part(&q)
	if x.form == isRange && got.ok {
		if x.now {
			x.open = since
		} else {
			got = s.right(got, x)
		}
	}
	t.Type = typeOf(x, got)
	s.note(t, got.ok)
	if !got.ok || got.lo.g == gNone {
		if q.year.how == fromLast && !q.month.set() {
			t.Value = PastRef // 当年 of no year that is named: in those days
		}
		return
	}
	if x.eve {
		got.lo.side, got.hi.side = -1, -1
	}
	fill(t, got, x.open)
	r.name(x, got, s.ownYear)
}

// note writes what the expression was counted from.
func (s *solver) note(t *Time, ok bool) {
	if s.used == "" || !ok {
		return
	}
	t.Basis, t.Anchor = s.used, s.usedOf.value()
	if s.used == s.anchor.basis && s.inSpeech(s.at) {
		t.Basis = BasisSpeaking
	}
}

// typeOf is the type of a point or range.
func typeOf(x *expr, got solved) string {
	switch {
	case x.form == isRange || got.ranged || x.open != closed:
		return TypeInterval
	case got.ok && got.lo.g >= gPart || !got.ok && (x.a.pod != nil || x.a.clk != gNone):
		return TypeTime
	}
	return TypeDate
}

// fill writes the values of a resolved point or range.
func fill(t *Time, got solved, side open) {
	t.Mod = got.hi.mod()
	var buf [160]byte
	b := text(buf[:0])
	b.value(got, side)
	value := len(b)
	b.edtf(got, side)
	edtf := len(b)
	if side != until {
		got.lo.writeBound(&b, false)
	}
	first := len(b)
	if side != since {
		got.hi.writeBound(&b, true)
	}
	s := string(b)
	t.Value, t.EDTF, t.Earliest, t.Latest = s[:value], s[value:edtf], s[edtf:first], s[first:]
}

// value writes the value of a point, a range or an open interval.
func (b *text) value(got solved, side open) {
	if side == until {
		b.str("../")
		got.hi.writeValue(b)
		return
	}
	got.lo.writeValue(b)
	switch {
	case side == since:
		b.str("/..")
	case got.ranged:
		b.char('/')
		got.hi.writeValue(b)
	}
}

// edtf writes the EDTF of the same, nothing where an end has none.
func (b *text) edtf(got solved, side open) {
	at := len(*b)
	switch {
	case side == until:
		b.str("../")
		got.hi.writeEDTF(b, false, true)
	case side == since:
		got.lo.writeEDTF(b, true, false)
	case !got.ranged:
		got.lo.writeEDTF(b, true, true)
		return
	default:
		got.lo.writeEDTF(b, true, false)
	}
	half := len(*b)
	switch {
	case half == at || side == until && half == at+len("../"):
		*b = (*b)[:at]
		return
	case side == since:
		b.str("/..")
	case side == closed:
		b.char('/')
		got.hi.writeEDTF(b, false, true)
		if len(*b) == half+1 {
			*b = (*b)[:at]
		}
	}
}

// name remembers a time for what is counted from it.
func (r *reader) name(x *expr, got solved, own bool) {
	if !got.lo.known() || !got.hi.known() {
		return
	}
	r.named = append(r.named, mention{lo: got.lo, hi: got.hi, at: x.at, ranged: got.ranged, own: own, open: x.open != closed,
		compared: got.lo.g == gYear && r.compared(x),
		printed:  x.a.day.how == fixed, scene: x.a.day.how == fixed && r.opens(x)})
}

// compared reports that an expression is a measure for another time.
func (r *reader) compared(x *expr) bool {
	return r.before(x.at, "比", "较", "与", "和", "于", "同", "超过", "为") && !r.before(x.at, "将于", "定于", "建于", "生于", "始于") || x.a.same
}

// opens reports that an expression stands at the head of its paragraph.
func (r *reader) opens(x *expr) bool {
	at := x.at
	if _, from := r.zoneBefore(at); from < at && x.a.zone != "" {
		at = from
	}
	return at-r.paragraphStart(at) <= len("△　")
}

// fillLeft gives the left end of a range what only its right end has: the
// year of 11月至2023年3月.
func (s *solver) fillLeft(a, b *part) {
	if !a.year.set() && a.month.how == fixed && b.year.how == fixed && b.month.how == fixed && !a.lunar {
		a.year, a.short = b.year, b.short
		if a.month.n > b.month.n {
			a.year.n--
		}
	}
	if a.elided && a.clk != gNone && a.pod == nil {
		a.pod = b.pod
	}
}

// right resolves the right end of a range against its left.
func (s *solver) right(left solved, x *expr) solved {
	b := x.b
	lo := left.lo
	s.prior = &mention{lo: lo, hi: left.hi, at: x.at, ranged: left.ranged}
	inherit(&b, &x.a, lo)
	got := s.part(&b)
	s.prior = nil
	if !got.ok {
		return solved{}
	}
	hi := s.forward(left.hi, got.hi, &b)
	if lo.g == gDecade && hi.g == gDecade && lo.n > hi.n {
		lo.n -= 10 // 二十至四十年代
	}
	return solved{lo: lo, hi: hi, ranged: true, ok: true}
}

// inherit gives the right end what it leaves to the left: the year, the
// month, the day, the half of the day.
func inherit(b, a *part, lo point) {
	if b.onlyClock() {
		if lo.dated() {
			b.year, b.month, b.day = field{fixed, lo.y}, field{fixed, lo.m}, field{fixed, lo.d}
		}
		if b.pod == nil && a.pod != nil && a.pod.turn != forenoon && b.h < 12 && b.clk != gNone {
			b.pod = a.pod
		}
		return
	}
	if b.day.how == fixed && !b.month.set() && lo.m > 0 {
		b.month = field{fixed, lo.m}
	}
	if b.month.how == fixed && !b.year.set() && lo.y != noYear && !b.lunar && lo.g >= gMonth {
		b.year = field{fixed, lo.y}
	}
}

// forward moves a right end that lies before the left by the unit that was
// taken from there.
func (s *solver) forward(lo, hi point, b *part) point {
	if lo.y == noYear || hi.y == noYear || !earlier(hi, lo) {
		return hi
	}
	switch {
	case hi.g >= gPart && b.year.how == fixed && hi.y == lo.y && hi.m == lo.m && hi.d == lo.d:
		d := dayPoint(hi.days() + 1)
		hi.y, hi.m, hi.d = d.y, d.m, d.d
	case hi.g >= gDay && hi.y == lo.y && hi.m == lo.m:
		y, m := addMonths(hi.y, hi.m, 1)
		if validDate(y, m, hi.d) {
			hi.y, hi.m = y, m
		}
	case hi.g >= gMonth && hi.y == lo.y:
		hi.y++
	}
	return hi
}

// earlier reports that a lies before b.
func earlier(a, b point) bool {
	if a.g >= gPart && b.g >= gPart && a.days() == b.days() {
		return a.second() < b.second()
	}
	_, last := a.daySpan()
	first, _ := b.daySpan()
	return last < first
}

// second is the second of the day at which a point begins.
func (p point) second() int {
	from, _ := p.clockSpan()
	return from
}

// resolvePlaced resolves 过去十年, 今后三个月内.
func (r *reader) resolvePlaced(x *expr, t *Time) {
	s := r.newSolver(x)
	t.Type = TypeInterval
	q := part{ago: &x.dur, dir: x.dir, late: x.late}
	from, ok := s.distanceFrom(&q)
	far, moves := moved(from, x.dur, float64(x.dir))
	if !ok || !moves || x.dur.ranged {
		t.Type, t.Value = TypeDuration, x.dur.value()
		return
	}
	near := coarse(from, far.g)
	got := stretch(far, near)
	if x.dir > 0 {
		got = stretch(near, far)
	}
	got.ranged = true
	s.note(t, true)
	fill(t, got, closed)
	if x.dur.more {
		t.Mod = "APPROX"
	}
}

// coarse is a point cut to a granularity.
func coarse(p point, g gran) point {
	switch g {
	case gYear:
		return yearPoint(p.y)
	case gMonth:
		return monthPoint(p.y, p.m)
	case gWeek:
		return weekPoint(p.days())
	case gDay:
		return dayPoint(p.days())
	}
	p.g = g
	return p
}

// value is the TIMEX3 value of a repetition.
func (s *setExpr) value() string {
	period := s.every.value()
	if !s.point || s.every.lo[s.every.fine] != 1 {
		return period
	}
	lo, ok := s.pattern(&s.at)
	if !ok {
		return period
	}
	if s.ranged {
		if s.to.onlyClock() {
			s.to.wday = s.at.wday
			if s.to.pod == nil && s.at.pod != nil && s.at.pod.turn != forenoon {
				s.to.pod = s.at.pod
			}
		}
		if hi, ok := s.pattern(&s.to); ok {
			return lo + "/" + hi
		}
	}
	return lo
}

// pattern writes a point with X for what repeats.
func (s *setExpr) pattern(q *part) (string, bool) {
	p := point{g: gDay, y: noYear, wd: q.wday, m: q.month.n, d: q.day.n}
	switch {
	case q.feast != nil:
		return q.feast.pattern()
	case q.lunar || q.take != 0:
		return "", false
	case q.nth > 0:
		return fmt.Sprintf("XXXX-XX-WXX-%d-#%d", q.wday, q.nth), true
	case q.sub != gNone:
		p.g, p.n = q.sub, q.subN
		return p.value(), q.sub != gDecade && q.sub != gCentury
	case q.wday == weekend:
		p.g = gWeekend
	case q.month.set() && !q.day.set():
		p.g = gMonth
	}
	return s.clocked(p, q), true
}

// clocked adds the part of the day or the clock time to a pattern.
func (s *setExpr) clocked(p point, q *part) string {
	date := p.dateValue()
	switch {
	case q.clk != gNone:
		return date + point{g: q.clk, y: noYear, h: hourOf(q.pod, q.h), mi: q.mi, s: q.s}.value()
	case q.pod != nil:
		return date + point{g: gPart, y: noYear, pod: q.pod}.value()
	}
	return date
}
