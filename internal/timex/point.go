package timex

import "strconv"

// gran is how fine a point in time is.
type gran uint8

const (
	gNone gran = iota
	gAge       // n years ago
	gCentury
	gDecade
	gYear
	gHalf
	gQuarter
	gSeason
	gMonth
	gWeek
	gWeekend
	gDay
	gPart
	gHour
	gMinute
	gSecond
)

// noYear is the year of a point whose year is not known; months and days
// that are not known are 0.
const noYear = -1 << 31

// point is a point in time as fine as it was given.
type point struct {
	g       gran
	y, m, d int
	// n is the century (19 for 1900 to 1999), the decade (199 for 1990 to
	// 1999), the half, the quarter, the season (1 spring) or the ISO week.
	n int
	// wd is the weekday of a point that repeats and of one whose week is not
	// known.
	wd       int
	h, mi, s int
	pod      *pod
	edge     edge
	approx   bool
	// side is -1 for more than so long ago, 1 for more than so long after.
	side int
	zone string // the zone of what was printed, as +03:00
}

// edge says which part of a period is meant.
type edge uint8

const (
	whole   edge = iota
	start        // 初
	middle       // 中
	end          // 底, 末
	early        // 上旬, 前期
	mid          // 中旬, 中期
	late         // 下旬, 后期
	opening      // 伊始
)

// mod is the TIMEX3 modifier of the point.
func (p point) mod() string {
	switch {
	case p.side < 0:
		return "BEFORE"
	case p.side > 0:
		return "AFTER"
	case p.edge == start || p.edge == early || p.edge == opening:
		return "START"
	case p.edge == middle || p.edge == mid:
		return "MID"
	case p.edge == end || p.edge == late:
		return "END"
	case p.approx:
		return "APPROX"
	}
	return ""
}

// dated reports that the point has a day that is known.
func (p point) dated() bool { return p.g >= gDay && p.y != noYear && p.m > 0 && p.d > 0 }

// days is the day number of the point's first day.
func (p point) days() int {
	lo, _ := p.daySpan()
	return lo
}

// known reports that nothing of the point's calendar part is open.
func (p point) known() bool {
	switch {
	case p.g <= gAge:
		return false
	case p.g >= gDay:
		return p.dated()
	case p.g == gMonth:
		return p.y != noYear && p.m > 0
	}
	return p.y != noYear
}

func dayPoint(days int) point {
	y, m, d := dateOf(days)
	return point{g: gDay, y: y, m: m, d: d}
}

func monthPoint(y, m int) point { return point{g: gMonth, y: y, m: m} }
func yearPoint(y int) point     { return point{g: gYear, y: y} }

func weekPoint(days int) point {
	y, w := weekOf(days)
	return point{g: gWeek, y: y, n: w}
}

// ---- values ----

// value is the TIMEX3 value.
func (p point) value() string {
	var b text
	p.writeValue(&b)
	return string(b)
}

// writeValue writes the TIMEX3 value.
func (p point) writeValue(b *text) {
	switch p.g {
	case gNone:
		return
	case gAge:
		b.str(ageValue(abs(p.n)))
		return
	case gCentury:
		b.pad(p.n, 2)
		return
	case gDecade:
		b.pad(p.n, 3)
		return
	}
	if p.g < gPart || p.y != noYear || p.m != 0 || p.d != 0 || p.wd != 0 {
		p.writeDate(b, p.g)
	}
	if p.g >= gPart {
		p.writeClock(b)
	}
}

// ageValue is the TIMEX2 value of an age: KA for thousands, MA for millions of
// years ago.
func ageValue(n int) string {
	if n >= 1e6 {
		return "MA" + strconv.FormatFloat(float64(n)/1e6, 'f', -1, 64)
	}
	return "KA" + strconv.FormatFloat(float64(n)/1e3, 'f', -1, 64)
}

// dateValue is the value down to the day.
func (p point) dateValue() string {
	var b text
	p.writeDate(&b, p.g)
	return string(b)
}

// writeDate writes the value down to the day, as fine as g.
func (p point) writeDate(b *text, g gran) {
	b.year(p.y)
	if g == gYear {
		return
	}
	b.char('-')
	switch g {
	case gHalf, gQuarter:
		b.char(map[gran]byte{gHalf: 'H', gQuarter: 'Q'}[g])
		b.pad(p.n, 1)
		return
	case gSeason:
		b.str(seasons[(p.n-1)&3])
		return
	case gWeek, gWeekend:
		p.writeWeek(b, g)
		return
	}
	if p.wd > 0 && p.d == 0 {
		b.str("WXX-")
		b.pad(p.wd, 1)
		return
	}
	b.two(p.m)
	if g > gMonth {
		b.char('-')
		b.two(p.d)
	}
}

// writeWeek writes W08 and WXX-WE.
func (p point) writeWeek(b *text, g gran) {
	b.char('W')
	b.two(p.n)
	if g == gWeekend {
		b.str("-WE")
	}
}

// seasons has the TIMEX3 codes of spring, summer, autumn and winter.
var seasons = [4]string{"SP", "SU", "FA", "WI"}

func yearValue(y int) string {
	var b text
	b.year(y)
	return string(b)
}

// writeClock writes the value from the T on.
func (p point) writeClock(b *text) {
	if p.g == gPart {
		b.char('T')
		b.str(p.pod.code)
		return
	}
	b.clock(p.h, p.mi, p.s, p.g)
}

// writeEDTF writes the point in the Extended Date/Time Format (Library of
// Congress, level 2), nothing where it has no date. What spans several days
// is an interval from its first to its last; from and to say which of the
// two ends is wanted.
func (p point) writeEDTF(b *text, from, to bool) {
	switch {
	case p.g <= gAge || p.g >= gPart && p.y == noYear && p.m == 0 && p.d == 0:
	case p.g == gCentury:
		b.pad(p.n, 2)
		b.str("XX")
	case p.g == gDecade:
		b.pad(p.n, 3)
		b.char('X')
	case !p.known():
		p.writeOpenEDTF(b)
	case p.edge != whole || p.g == gWeek || p.g == gWeekend:
		lo, hi := p.daySpan()
		between(b, from, to, func(second bool) {
			y, m, d := dateOf(lo)
			if second {
				y, m, d = dateOf(hi)
			}
			b.date(y, m, d)
		})
	default:
		p.writeExactEDTF(b, from, to)
	}
}

// between writes one end of an interval or both.
func between(b *text, from, to bool, write func(second bool)) {
	if from {
		write(false)
	}
	if from && to {
		b.char('/')
	}
	if to {
		write(true)
	}
}

// writeOpenEDTF writes a date of which a part is not known; weeks have no
// form.
func (p point) writeOpenEDTF(b *text) {
	switch p.g {
	case gWeek, gWeekend, gHalf, gQuarter, gSeason:
		return
	}
	if p.wd > 0 && p.d == 0 {
		return
	}
	p.writeDate(b, min(p.g, gDay))
}

// writeExactEDTF writes a date that is known: halves, quarters and seasons
// have the codes 40, 33 and 21 on, clock times are written out.
func (p point) writeExactEDTF(b *text, from, to bool) {
	switch p.g {
	case gHalf, gQuarter, gSeason:
		b.year(p.y)
		b.char('-')
		b.pad(map[gran]int{gHalf: 39, gQuarter: 32, gSeason: 20}[p.g]+p.n, 2)
	case gHour:
		day, _ := p.daySpan()
		lo, hi := p.clockSpan()
		between(b, from, to, func(second bool) {
			sec := lo
			if second {
				sec = hi
			}
			b.instant(day, sec)
			b.str(p.zone)
		})
		return
	case gMinute, gSecond:
		day, _ := p.daySpan()
		lo, _ := p.clockSpan()
		b.instant(day, lo)
		b.str(p.zone)
		return
	default:
		p.writeDate(b, min(p.g, gDay))
	}
	if p.approx {
		b.char('~')
	}
}

func dayValue(days int) string { return dayPoint(days).dateValue() }

// ---- bounds ----

// bounds are the first and the last second of the point, "" where it is not
// known.
func (p point) bounds() (first, last string) {
	var b text
	p.writeBound(&b, false)
	n := len(b)
	p.writeBound(&b, true)
	return string(b[:n]), string(b[n:])
}

// writeBound writes the first or the last second of the point.
func (p point) writeBound(b *text, last bool) {
	if p.g <= gAge || !p.known() {
		return
	}
	lo, hi := p.daySpan()
	from, to := 0, 24*3600-1
	if p.g >= gPart {
		hi = lo
		from, to = p.clockSpan()
	}
	if last {
		lo, from = hi, to
	}
	b.instant(lo, from)
	b.str(p.zone)
}

// clockSpan is the first and the last second of the day.
func (p point) clockSpan() (from, to int) {
	at := p.h*3600 + p.mi*60 + p.s
	switch p.g {
	case gPart:
		return p.pod.from * 3600, p.pod.to*3600 - 1
	case gHour:
		return at, at + 3599
	case gMinute:
		return at, at + 59
	}
	return at, at
}

// daySpan is the first and the last day of a known point.
func (p point) daySpan() (lo, hi int) {
	switch p.g {
	case gCentury:
		return yearsSpan(p.edgeYears(p.n*100, 100))
	case gDecade:
		return yearsSpan(p.edgeYears(p.n*10, 10))
	case gYear:
		return monthsSpan(p.y, p.edgeMonths(1, 12))
	case gHalf:
		return monthsSpan(p.y, p.edgeMonths(p.n*6-5, 6))
	case gQuarter:
		return monthsSpan(p.y, p.edgeMonths(p.n*3-2, 3))
	case gSeason:
		return monthsSpan(p.y, p.edgeMonths(p.n*3, 3))
	case gMonth:
		return p.edgeDays()
	case gWeek:
		lo = weekStart(p.y, p.n)
		return lo, lo + 6
	case gWeekend:
		lo = weekStart(p.y, p.n)
		return lo + 5, lo + 6
	}
	lo = daysOf(p.y, p.m, p.d)
	return lo, lo
}

// run is a number of years or months from the first on.
type run struct{ first, n int }

func yearsSpan(r run) (lo, hi int) {
	return daysOf(r.first, 1, 1), daysOf(r.first+r.n, 1, 1) - 1
}

func monthsSpan(y int, r run) (lo, hi int) {
	y1, m1 := addMonths(y, 1, r.first-1)
	y2, m2 := addMonths(y, 1, r.first-1+r.n)
	return daysOf(y1, m1, 1), daysOf(y2, m2, 1) - 1
}

// edgeYears is the part of a decade or a century that is meant: its first or
// last three or twenty years, or what lies between.
func (p point) edgeYears(first, n int) run {
	k := n * 3 / 10
	if n == 100 {
		k = 20
	}
	switch p.mod() {
	case "START":
		return run{first, k}
	case "MID":
		return run{first + k, n - 2*k}
	case "END":
		return run{first + n - k, k}
	}
	return run{first, n}
}

// edgeMonths is the part of a year, a half, a quarter or a season: of a year
// 年初 is January and February, 年底 November and December, 年中 May to
// August; of a shorter period the first, the last or the middle month.
func (p point) edgeMonths(first, n int) run {
	k := max(1, n/6)
	if p.edge == opening {
		k = 1
	}
	switch p.mod() {
	case "START":
		return run{first, k}
	case "MID":
		return run{first + n/2 - k, 2 * k}
	case "END":
		return run{first + n - k, k}
	}
	return run{first, n}
}

// edgeDays is the part of a month: 上旬, 中旬 and 下旬 are its days 1 to 10,
// 11 to 20 and 21 on; 月初 is 1 to 5, 月中 10 to 20, 月底 the days from 25 on.
func (p point) edgeDays() (lo, hi int) {
	first := daysOf(p.y, p.m, 1)
	n := monthLen(p.y, p.m)
	from, to := 1, n
	switch p.edge {
	case start:
		to = 5
	case middle:
		from, to = 10, 20
	case end:
		from = 25
	case early:
		to = 10
	case mid:
		from, to = 11, 20
	case late:
		from = 21
	}
	return first + from - 1, first + to - 1
}
