package timex

import (
	"strconv"
	"strings"
)

// parseValue reads a TIMEX3 value of a point back: a year, a month, a day, a
// week, an instant. False for what is none.
func parseValue(s string) (point, bool) {
	date, clock, timed := strings.Cut(s, "T")
	p, ok := parseDate(date)
	if !ok || !timed || p.g != gDay {
		return p, ok
	}
	return parseClock(p, clock), true
}

// parseDate reads the part before the T.
func parseDate(s string) (point, bool) {
	f := strings.Split(s, "-")
	y, err := strconv.Atoi(f[0])
	if err != nil || len(f[0]) != 4 || len(f) > 3 {
		return point{}, false
	}
	if len(f) == 1 {
		return yearPoint(y), true
	}
	if p, ok := parsePeriod(y, f[1]); ok {
		return p, true
	}
	m, err := strconv.Atoi(f[1])
	if err != nil || m < 1 || m > 12 {
		return point{}, false
	}
	if len(f) == 2 {
		return monthPoint(y, m), true
	}
	d, err := strconv.Atoi(f[2])
	if err != nil || !validDate(y, m, d) {
		return monthPoint(y, m), true
	}
	return point{g: gDay, y: y, m: m, d: d}, true
}

// parsePeriod reads W08, Q1, H2.
func parsePeriod(y int, s string) (point, bool) {
	if len(s) < 2 {
		return point{}, false
	}
	n, err := strconv.Atoi(s[1:])
	g, most := map[byte]gran{'W': gWeek, 'Q': gQuarter, 'H': gHalf}[s[0]], map[byte]int{'W': 53, 'Q': 4, 'H': 2}[s[0]]
	if err != nil || g == gNone || n < 1 || n > most {
		return point{}, false
	}
	return point{g: g, y: y, n: n}, true
}

// wholePods are the parts of the day by their codes, with all the hours that
// one of their words allows.
var wholePods = func() map[string]*pod {
	t := map[string]*pod{}
	for _, p := range pods {
		if w, ok := t[p.code]; ok {
			w.from, w.to = min(w.from, p.from), max(w.to, p.to)
			continue
		}
		t[p.code] = &p
	}
	return t
}()

// parseClock reads the part after the T.
func parseClock(p point, s string) point {
	if pd, ok := wholePods[s]; ok {
		p.g, p.pod = gPart, pd
		return p
	}
	f := strings.Split(strings.TrimRight(s, "Z"), ":")
	for i, to := range []*int{&p.h, &p.mi, &p.s} {
		if i >= len(f) {
			break
		}
		n, err := strconv.Atoi(f[i])
		if err != nil || n < 0 || n > 60 {
			break
		}
		*to, p.g = n, gHour+gran(i)
	}
	return p
}

// Bounds are the first and the last second of a point's TIMEX3 value, "" for
// what is no known point.
func Bounds(value string) (first, last string) {
	p, ok := parseValue(value)
	if !ok {
		return "", ""
	}
	return p.bounds()
}
