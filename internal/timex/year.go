package timex

// yearOf takes a numeral before 年 as a year of the calendar and not as a
// number of years. e is after 年. A year of two digits is below 100: the
// century is found when it is resolved.
func (p *parser) yearOf(i, e int, n num, elided bool) (int, bool) {
	switch {
	case n.vague != 0 || n.n < 0 && n.digits == "":
		return 0, false
	case len(n.digits) == 4:
		y := digitsInt(n.digits)
		return y, y >= 1000 && y < 3000 && !p.history(e, y)
	case len(n.digits) == 2 && n.arabic:
		return n.n, p.shortYear(i, e, n, elided)
	case len(n.digits) == 2:
		return p.chineseShort(e, n)
	case n.digits == "" && !n.arabic && n.n >= 1000 && n.n < 3000:
		return n.n, n.n%1000 != 0 && !p.history(e, n.n) || p.fullThousand(i, e)
	}
	return 0, false
}

// digitsInt is the value of ASCII digits.
func digitsInt(s string) int {
	v := 0
	for i := range len(s) {
		v = v*10 + int(s[i]-'0')
	}
	return v
}

// history reports that a four-digit number of years is a length of time:
// 1400年历史.
func (p *parser) history(e, y int) bool {
	if p.lit(e, "历史", "的历史", "文明", "时光") > 0 {
		return true
	}
	return (y < 1800 || y == 2000) && p.lit(e, "来", "前", "以前", "之久", "多") > 0
}

// fullThousand reports that 二千年 is the year 2000.
func (p *parser) fullThousand(i, e int) bool {
	var q part
	return p.before(i, "公元", "到", "在", "于", "至") && !p.history(e, 2000) || p.yearRest(p.sp(e), &q) > 0 && q.month.set() || p.alone(i, e)
}

// shortYear reports that two digits before 年 are a year: 07年, 19年底,
// 98年4月. A bare 24年 is as often a length of time.
func (p *parser) shortYear(i, e int, n num, elided bool) bool {
	if elided {
		return false
	}
	if n.digits[0] == '0' {
		return true
	}
	return p.yearly(e) || p.before(i, "到", "至", "—", "-", "～", "~", "从", "自") && n.n >= 49
}

// yearly reports that a year's month or part follows.
func (p *parser) yearly(e int) bool {
	q := part{year: field{fixed, 0}}
	k := p.sp(e)
	if n := p.number(k); n.size > 0 {
		if p.numberInYear(k, n, &q) > 0 && (q.month.set() || q.sub != gNone) {
			return true
		}
	}
	w := periods.at(p.s[k:])
	if w.kind != kNone && w.kind != kInYear && w.kind != kSeason {
		return p.period(k+len(w.text), w, &q) > 0
	}
	w = edges.at(p.s[k:])
	return w.kind == kEdge && (edge(w.n) == start || edge(w.n) == end) && !p.edgeBarred(k+len(w.text), w)
}

// chineseShort takes 八五年, 零六年: two digits that are no pair of
// neighbours (七八年 is seven or eight years, unless a month follows).
func (p *parser) chineseShort(e int, n num) (int, bool) {
	y := digitsInt(n.digits)
	return y, n.v == n.hi || p.yearly(e)
}
