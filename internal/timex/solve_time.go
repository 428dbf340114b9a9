package timex

import "math"

// daytime puts the part of the day and the clock time on a day.
func (s *solver) daytime(q *part, r solved) solved {
	if q.pod == nil && q.clk == gNone {
		return r
	}
	if r.ranged || r.lo.g != gDay {
		if r.lo.g < gDay {
			return r
		}
		r = onePoint(r.hi)
	}
	p := r.lo
	if q.clk == gNone {
		p.g, p.pod = gPart, q.pod
		return onePoint(p)
	}
	p.g, p.mi, p.s, p.pod = q.clk, q.mi, q.s, q.pod
	p.h = hourOf(q.pod, q.h)
	lo := normal(p)
	if q.hTo > q.h && q.clk == gHour {
		p.h = hourOf(q.pod, q.hTo)
		return stretch(lo, normal(p))
	}
	return onePoint(lo)
}

// hourOf is the hour of 24 that an hour after a part of the day is.
func hourOf(pd *pod, h int) int {
	switch {
	case pd == nil || h > 12:
		return h
	case h == 12 && pd.turn == forenoon && pd.to <= 8:
		return 0 // 凌晨12时
	case h == 12 && (pd.turn == evening || pd.turn == night):
		return 24
	case pd.turn == noon && h < 4,
		pd.turn == afternoon && h < 12,
		pd.turn == evening && h > 0 && h < 12,
		pd.turn == night && h > 5 && h < 12:
		return h + 12
	}
	return h
}

// normal keeps 24时 as it is written and moves what lies past it to the next
// day.
func normal(p point) point {
	if p.h < 24 || p.h == 24 && p.g == gHour || p.y == noYear {
		return p
	}
	d := dayPoint(p.days() + p.h/24)
	p.y, p.m, p.d, p.h = d.y, d.m, d.d, p.h%24
	return p
}

// distance resolves 十年前, 三天后.
func (s *solver) distance(q *part) solved {
	from, ok := s.distanceFrom(q)
	if !ok {
		return solved{lo: point{g: gNone}, ok: true}
	}
	p, ok := moved(from, *q.ago, float64(q.dir))
	if !ok {
		return solved{lo: point{g: gNone}, ok: true}
	}
	if q.ago.more {
		p.side = q.dir
	}
	return onePoint(p)
}

// distanceFrom is what a distance is counted from: the last time where the
// text tells on from it, else the anchor.
func (s *solver) distanceFrom(q *part) (point, bool) {
	if q.late {
		if p, ok := s.tellsFrom(q.ago.gran()); ok {
			s.fromLastUsed(p)
			return p, true
		}
	}
	if s.anchor.basis == "" {
		return point{}, false
	}
	g := min(q.ago.gran(), gHour)
	if s.anchor.g < g || g == gMonth && s.anchor.g == gWeek {
		if g == gDay || g == gWeek {
			if day, ok := s.anchorDay(); ok {
				return dayPoint(day), true
			}
		}
		return point{}, false
	}
	s.fromAnchorUsed()
	return s.anchor.point, true
}

// tellsFrom is the last time of the paragraph that is fine enough.
func (s *solver) tellsFrom(g gran) (point, bool) {
	l, ok := s.lastIn(s.paragraphStart(s.at))
	if !ok || l.open || !l.hi.known() || l.hi.g < min(g, gDay) || l.hi.g == gWeek {
		return point{}, false
	}
	if g >= gHour && l.hi.g < gHour {
		return point{}, false
	}
	return l.hi, true
}

// moved is a point moved by a length of time, as fine as the length's finest
// unit.
func moved(p point, a amount, dir float64) (point, bool) {
	g := a.gran()
	months := int(math.Round(dir * (a.lo[uYear]*12 + a.lo[uMonth])))
	if g == gYear {
		if a.lo[uYear] >= longAgo {
			return point{g: gAge, n: int(math.Min(a.lo[uYear], 1e12) * dir)}, true
		}
		if a.lo[uYear] != math.Trunc(a.lo[uYear]) {
			g = gMonth
		} else {
			return yearPoint(p.y + int(dir*a.lo[uYear])), true
		}
	}
	if g == gMonth {
		if p.m == 0 {
			return point{}, false
		}
		y, m := addMonths(p.y, p.m, months)
		return monthPoint(y, m), true
	}
	if !p.dated() {
		return point{}, false
	}
	return movedDays(p, a, g, months, dir)
}

// longAgo is the number of years from which on a distance is no year of the
// calendar but an age: 6000年前 is KA6.
const longAgo = 3000

// movedDays moves by days and what is finer.
func movedDays(p point, a amount, g gran, months int, dir float64) (point, bool) {
	y, m := addMonths(p.y, p.m, months)
	day := daysOf(y, m, min(p.d, monthLen(y, m)))
	days := dir * (a.lo[uWeek]*7 + a.lo[uDay])
	if a.work {
		days = float64(workDays(day, int(days)))
	}
	if g <= gDay {
		if days != math.Trunc(days) {
			return point{}, false
		}
		q := dayPoint(day + int(days))
		if g == gWeek {
			q = weekPoint(day + int(days))
		}
		return q, true
	}
	if p.g < gHour {
		return point{}, false
	}
	sec := p.h*3600 + p.mi*60 + p.s + int(math.Round(dir*(a.lo[uHour]*3600+a.lo[uMinute]*60+a.lo[uSecond])+days*86400))
	q := dayPoint(day + floorDiv(sec, 86400))
	sec = floorMod(sec, 86400)
	q.g, q.h, q.mi, q.s = max(g, min(p.g, gSecond)), sec/3600, sec/60%60, sec%60
	return q, true
}

// workDays is the number of calendar days that n working days take, without
// regard to holidays.
func workDays(day, n int) int {
	step, k := 1, 0
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 && k < 4000 && k > -4000 {
		k += step
		if weekday(day+k) < 6 {
			n--
		}
	}
	return k
}
