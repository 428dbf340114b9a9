package timex

// digitRun is a run of digits as written.
type digitRun struct {
	v, n, end int
}

// digits reads a run of 0-9 in either width.
func (p *parser) digits(i int) digitRun {
	d := digitRun{end: i}
	for d.n < 10 {
		r, size := p.rune(d.end)
		if size == 0 || !isDigit(r) {
			break
		}
		if isWideDigit(r) {
			r -= '０' - '0'
		}
		d.v, d.n, d.end = d.v*10+int(r-'0'), d.n+1, d.end+size
	}
	return d
}

// dash reads the mark between the numbers of a numeric date, with a space on
// both sides or on neither.
func (p *parser) dash(i int) (rune, int) {
	k := p.sp(i)
	r, size := p.rune(k)
	if !in(r, "-/.－／．·") {
		return 0, 0
	}
	e := p.sp(k + size)
	if (k > i) != (e > k+size) {
		return 0, 0
	}
	switch r {
	case '－':
		r = '-'
	case '／':
		r = '/'
	case '．':
		r = '.'
	}
	return r, e
}

// numeric reads the dates that are written with marks alone: 2010-01-29,
// 2010.01.29, 29/1/2010, 20100129, 09-01 20:01.
func (p *parser) numeric(i int, q *part) int {
	a := p.digits(i)
	q.rule = "numeric"
	switch {
	case a.n == 8:
		return p.packed(a, q)
	case a.n == 4 && a.v >= 1000 && a.v < 3000:
		return p.yearFirst(i, a, q)
	case a.n <= 2:
		return p.dayFirst(i, a, q)
	}
	return 0
}

// packed reads 20100129, a date only from 1900 on.
func (p *parser) packed(a digitRun, q *part) int {
	y, m, d := a.v/10000, a.v/100%100, a.v%100
	if y < 1900 || y > 2100 || !validDate(y, m, d) || in(p.nextRaw(a.end), ".%％元万亿-_") || isLetter(p.nextRaw(a.end)) {
		return 0
	}
	return q.setDate(y, m, d, a.end)
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func (q *part) setDate(y, m, d, e int) int {
	q.year, q.month, q.day = field{fixed, y}, field{fixed, m}, field{fixed, d}
	return e
}

// yearFirst reads 2010-01-29 and 2010-01.
func (p *parser) yearFirst(i int, a digitRun, q *part) int {
	_, k := p.dash(a.end)
	if k == 0 {
		return 0
	}
	m := p.digits(k)
	if m.n < 1 || m.n > 2 || m.v < 1 || m.v > 12 {
		return 0
	}
	if c, j := p.dash(m.end); j > 0 && c != '·' {
		d := p.digits(j)
		if d.n == 4 && p.mark(d.end) > 0 { // 2018-12-1209:03, as pages lose the space
			d = digitRun{v: d.v / 100, n: 2, end: d.end - 2*(d.end-j)/4}
		}
		if d.n >= 1 && d.n <= 2 && validDate(a.v, m.v, d.v) {
			return p.afterNumeric(q.setDate(a.v, m.v, d.v, d.end))
		}
	}
	return p.yearMonth(i, a, m, q)
}

// afterNumeric takes the T of an ISO instant where a clock time follows.
func (p *parser) afterNumeric(e int) int {
	if k := p.lit(e, "T"); k > 0 && p.clock(k, &part{}, true) > 0 {
		return k
	}
	return e
}

// yearMonth reads 2023-03; with a point it is a date only in a range, in
// brackets or alone (1999.08-2002.02).
func (p *parser) yearMonth(i int, a, m digitRun, q *part) int {
	c, _ := p.dash(a.end)
	r := p.nextRaw(m.end)
	if p.twinMonth(m.end) || p.twinBefore(i) {
		if m.n == 2 {
			q.year, q.month = field{fixed, a.v}, field{fixed, m.v}
			return m.end
		}
		return 0
	}
	if in(r, "-/.") && m.end+1 < len(p.s) && isDigitByte(p.s[m.end+1]) {
		return 0
	}
	if m.n != 2 || a.v < 1900 || a.v > 2100 || isDigit(r) || in(r, "年赛学财%％万亿元") || isLetter(r) {
		return 0
	}
	if c == '·' || c == '.' && !p.enclosed(i, m.end) {
		return 0
	}
	q.year, q.month = field{fixed, a.v}, field{fixed, m.v}
	return m.end
}

// twinMonth reports that a range goes on with another year and month.
func (p *parser) twinMonth(e int) bool {
	k := p.sep(p.sp(e), false)
	if k == 0 {
		return false
	}
	d := p.digits(p.sp(k))
	return d.n == 4 && d.v >= 1900 && d.v <= 2100
}

// twinBefore reports that the date is the right end of a range of such dates.
func (p *parser) twinBefore(i int) bool {
	return i > 0 && in(p.back(i), "-—–~～至到") && i >= 8 && (isDigitByte(p.s[i-2]) || p.s[i-1] >= 0x80 && isDigitByte(p.s[i-4]))
}

// enclosed reports that a range stands in brackets or alone.
func (p *parser) enclosed(i, e int) bool {
	return in(p.back(i), "（(〔[") && in(p.next(e), "）)〕]") || p.alone(i, e)
}

// dayFirst reads 29/1/2010; a month and a day are a date only with a clock
// time, with 号 or 日, or alone.
func (p *parser) dayFirst(i int, a digitRun, q *part) int {
	c, k := p.dash(a.end)
	if k == 0 {
		return 0
	}
	b := p.digits(k)
	if b.n < 1 || b.n > 2 {
		return 0
	}
	if c2, j := p.dash(b.end); j > 0 && c2 == c {
		if y := p.digits(j); y.n == 4 && y.v >= 1000 && y.v < 3000 && c == '/' {
			return p.dayMonthYear(a, b, y, q)
		}
		return 0
	}
	return p.monthDay(i, c, a, b, q)
}

// dayMonthYear reads the day first unless only the other way makes a date.
func (p *parser) dayMonthYear(a, b, y digitRun, q *part) int {
	d, m := a.v, b.v
	if m > 12 {
		d, m = m, d
	}
	if !validDate(y.v, m, d) {
		return 0
	}
	return q.setDate(y.v, m, d, y.end)
}

// monthDay reads 09-01 and 12/1.
func (p *parser) monthDay(i int, c rune, a, b digitRun, q *part) int {
	if !validDate(2000, a.v, b.v) || in(p.nextRaw(b.end), "%％") {
		return 0
	}
	e := b.end
	if j := p.lit(e, "号", "日"); j > 0 && c == '/' {
		e = j
	} else if k := p.sp(e); !(k > e && c == '-' && b.n == 2 && p.clockAhead(k)) && !(p.alone(i, e) && c != '.') {
		return 0
	}
	q.month, q.day = field{fixed, a.v}, field{fixed, b.v}
	return e
}

func (p *parser) clockAhead(k int) bool {
	n := p.number(k)
	return n.arabic && n.n >= 0 && n.n <= 24 && p.colon(k, n, &part{}, true) > 0
}

// bracketed reads years that stand in brackets, alone or in a range:
// （1898—1976）; a year alone on its line too.
func (p *parser) bracketed(i int, x *expr) int {
	a := p.digits(i)
	if a.n != 4 || a.v < 1000 || a.v > 2100 || p.barred(i) {
		return 0
	}
	e := a.end
	k := p.sep(p.sp(e), false)
	b := p.digits(p.sp(max(k, e)))
	if k > 0 && b.n == 4 && b.v >= a.v && b.v <= 2100 && p.enclosed(i, b.end) {
		x.form, x.rule, x.end = isRange, "range", b.end
		x.a.year, x.b.year = field{fixed, a.v}, field{fixed, b.v}
		return b.end
	}
	if a.v < 1900 || !p.alone(i, e) {
		return 0
	}
	x.form, x.rule, x.end = isPoint, "numeric", e
	x.a.year = field{fixed, a.v}
	return e
}
