package han

import "strings"

// start reads the first coefficient or unit.
func (p *parser) start() bool {
	t := tokenAt(p.s)
	switch t.kind {
	case arabicTok:
		p.arabic = true
		p.readArabic()
		return true
	case digitTok:
		return p.startRun()
	case tensTok:
		p.han = true
		return p.tens(t, 0)
	case unitTok:
		return p.startUnit(t)
	case someTok:
		return p.startSome(t)
	}
	return false
}

// startUnit reads a unit that stands first: 十五, 百万, 千余. The unit itself
// is left to step.
func (p *parser) startUnit(t token) bool {
	next := p.nextUnit(t.size)
	higher := next.kind == unitTok && next.val >= noSmall && next.val > t.val
	switch {
	case t.val == 1 && !t.formal, p.bare:
	case t.val == 1 && (next.kind == unitTok || next.kind == digitTok || next.kind == moneyTok): // 拾 the verb is not meant
	case t.val >= 2 && t.val <= 4 && (higher || next.kind == moreTok):
	case (t.val == 2 || t.val == 3) && next.kind == digitTok && next.val > 1: // 千三 is 1300
	default:
		return false
	}
	p.pending, p.has = one(small(1)), true
	return true
}

// startSome reads 几 or 数 before a unit.
func (p *parser) startSome(t token) bool {
	if p.nextUnit(t.size).kind != unitTok {
		return false
	}
	p.han, p.vague, p.i = true, Several, t.size
	p.pending, p.has = one(small(1)), true
	return true
}

// startRun reads a run of Chinese digits: 一九四九, 三四, 五, 六四.
func (p *parser) startRun() bool {
	r := readRun(p.s, p.bare)
	if r.n == 0 {
		return false
	}
	digits := r.digits()
	p.pending = one(fromDigits(digits, 0))
	if r.ranged() {
		p.pending = pair{small(r.val[0]), small(r.val[1])}
		if t := p.nextUnit(r.size); p.dot && t.kind == dotTok { // 一二·五 is 12.5
			p.pending = one(fromDigits(digits, 0))
		}
	}
	if !r.two {
		p.digits = digits
	}
	p.han, p.has, p.i = true, true, r.size
	p.groups(&r)
	if r.n > 1 && !r.ranged() {
		p.small = 0 // 一九四九十月 has no numeral 一九四九十
	}
	return true
}

// groups reads Chinese digits set in groups of three, as papers did with
// columns of figures: 二、五〇〇, 一三，六〇〇. A group has 〇 in it; without one
// the marks part numbers.
func (p *parser) groups(r *run) {
	if r.n > 3 || r.two {
		return
	}
	digits, end := r.digits(), r.size
	for {
		next := readRunAfterMark(p.s[end:])
		if next.n != 3 || next.two || strings.IndexByte(next.digits(), '0') < 0 {
			break
		}
		digits += next.digits()
		end += next.size
	}
	if end > r.size {
		p.pending, p.digits, p.marked, p.i = one(fromDigits(digits, 0)), "", true, end
	}
}

// readRunAfterMark is the run of digits after 、 or ，, its size with the mark.
func readRunAfterMark(s string) run {
	for _, mark := range []string{"、", "，", ","} {
		if strings.HasPrefix(s, mark) {
			r := readRun(s[len(mark):], true)
			r.size += len(mark)
			return r
		}
	}
	return run{}
}
