package timex

// setExpr is a repetition as printed.
type setExpr struct {
	// every is its period, at the point inside the period, to the end of it.
	every  amount
	at, to part
	point  bool
	ranged bool
}

// each reads a repetition, e after 每.
func (p *parser) each(e int, x *expr) int {
	x.form, x.rule = isSet, "set"
	k := p.sp(e)
	end := p.eachUnit(k, &x.set)
	if end == 0 {
		return 0
	}
	x.end = p.eachPoint(end, &x.set)
	return x.end
}

// eachUnit reads the period: 年, 个月, 两周, 3天, 半年, 周三, 晚.
func (p *parser) eachUnit(k int, s *setExpr) int {
	if e := p.duration(k, true, &s.every); e > 0 {
		return e
	}
	g := p.lit(k, "个", "一")
	if g > 0 {
		k = p.sp(g)
	}
	if e := p.eachWeekday(k, s); e > 0 {
		return e
	}
	if w := podTable.at(p.s[k:]); w.kind == kPod && g == 0 {
		s.every.put(num{v: 1, hi: 1, n: 1}, 0, uDay, -1)
		s.point, s.at.pod = true, &pods[w.n]
		return k + len(w.text)
	}
	w := units.at(p.s[k:])
	if w.kind != kUnit || !p.eachStands(k, w, g > 0) {
		return 0
	}
	s.every.put(num{v: 1, hi: 1, n: 1}, 0, w.n, -1)
	return k + len(w.text)
}

// eachWeekday reads 每周一 and 每个星期天.
func (p *parser) eachWeekday(k int, s *setExpr) int {
	e := p.lit(k, "周", "星期", "礼拜")
	if e == 0 {
		return 0
	}
	d, end := p.weekdayChar(e)
	if end == 0 {
		return 0
	}
	s.every.put(num{v: 1, hi: 1, n: 1}, 0, uWeek, -1)
	s.point, s.at.wday = true, d
	return end
}

// eachStands: 每小时120公里 and 每秒 are rates, 每年级 and 每日电讯 no times.
func (p *parser) eachStands(k int, w word, ge bool) bool {
	r := p.next(k + len(w.text))
	switch w.n {
	case uHour, uMinute, uSecond, uHalfHour:
		return pause(r) && p.alone(k-len("每"), k+len(w.text))
	case uYear:
		return !ge && w.text == "年" && !in(r, "级轮龄")
	case uMonth, uWeek, uQuarter:
		return !in(r, "球岁边")
	}
	return w.text != "日" || p.lit(k+len(w.text), "电讯", "经济新闻", "邮报", "新闻", "镜报", "快报") == 0
}

// eachPoint reads the point inside the period: 每年9月, 每天晚上8点.
func (p *parser) eachPoint(e int, s *setExpr) int {
	k := p.of(e)
	if e := p.eachNth(k, s); e > 0 {
		return e
	}
	var q part
	if s.point {
		q = s.at
		if j := p.daytimeFits(k, &q); j > 0 {
			s.at = q
			return p.eachRange(j, s)
		}
		return e
	}
	j := p.point(k, &q)
	if w := starters.at(p.s[k:]); j == 0 && w.kind == kFeast && s.every.fine == uYear {
		q = part{feast: &feasts[w.n]}
		j = k + len(w.text)
	}
	if j == 0 || !s.holds(&q) {
		return e
	}
	s.point, s.at = true, q
	return p.eachRange(j, s)
}

// eachNth reads 每月第二个星期五.
func (p *parser) eachNth(k int, s *setExpr) int {
	j := p.lit(k, "第")
	if j == 0 || s.every.fine != uMonth {
		return 0
	}
	q := part{month: field{fixed, 1}}
	e := p.nth(j, &q)
	if e == 0 || q.nth == 0 || q.wday >= weekend {
		return 0
	}
	q.month = field{}
	s.point, s.at = true, q
	return e
}

// eachRange reads the end of a range inside the period.
func (p *parser) eachRange(j int, s *setExpr) int {
	k := p.sep(p.sp(j), false)
	if k == 0 {
		return j
	}
	var q part
	m := p.point(p.sp(k), &q)
	if m == 0 || q.day.relative() || q.year.set() {
		return j
	}
	s.ranged, s.to = true, q
	return m
}

// holds reports that a point lies inside the period: a month in a year, a day
// in a month, an hour in a day.
func (s *setExpr) holds(q *part) bool {
	switch {
	case q.year.set() || q.day.relative() || q.month.relative() || q.week.set() || q.ago != nil || q.elided:
		return false
	case s.every.fine == uYear:
		return q.month.set() || q.feast != nil || q.sub != gNone
	case s.every.fine == uMonth:
		return q.day.set() && !q.month.set()
	case s.every.fine == uDay:
		return q.onlyClock()
	}
	return q.wday > 0
}
