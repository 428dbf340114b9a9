package han

import "strings"

// pair is a number that may be a range: both ends go through the same sums.
type pair struct{ lo, hi Decimal }

func one(d Decimal) pair { return pair{d, d} }

func (p pair) add(o pair) pair  { return pair{p.lo.Add(o.lo), p.hi.Add(o.hi)} }
func (p pair) shift(k int) pair { return pair{p.lo.Shift(k), p.hi.Shift(k)} }
func (p pair) isZero() bool     { return p.lo.IsZero() && p.hi.IsZero() }

func small(v uint8) Decimal { return NewDecimal(uint64(v), 0) }

// adjacent reports that two digits side by side are the ends of a range:
// neighbours, and 三五.
func adjacent(a, b uint8) bool { return a >= 1 && b == a+1 && b <= 9 || a == 3 && b == 5 }

// none is the exponent of a unit that was not read: above 千 for the units
// within a section, above 兆 for 万 and its like.
const (
	noSmall = 4
	noBig   = 99
)

// maxBig is how many 万, 亿 and 兆 a numeral may have: 五兆六十二亿四万 has three,
// and what has more than this is no number.
const maxBig = 6

// parser reads one numeral. What was read is total (everything before the
// last 万 or 亿, that unit applied), section (hundreds and the like since)
// and pending (a coefficient still without a unit).
type parser struct {
	s         string
	i         int // everything before it is part of the numeral
	bare, dot bool

	total, section, pending pair
	has                     bool // there is a pending coefficient
	hasArabic               bool // the pending coefficient is in 0-9
	small                   int  // exponent of the last unit of the section
	big                     int  // exponent of the last 万 or 亿
	bigs                    int  // how many of those were read
	last                    int  // exponent of the last unit of either kind, 0 after two at once
	zero                    bool // 零 stands before the pending place

	vague                  Vague
	arabic, han            bool
	units, marked, pointed bool
	spaced                 bool   // there are spaces inside
	digits                 string // the bare run that the numeral began with
}

// read is Number with its two liberties.
func read(s string, bare, dot bool) (Numeral, int) {
	p := parser{s: s, bare: bare, dot: dot, small: noSmall, big: noBig}
	if !p.start() {
		return Numeral{}, 0
	}
	for p.step() {
	}
	return p.finish()
}

// finish gives what was read.
func (p *parser) finish() (Numeral, int) {
	p.shorthand()
	v := p.total.add(p.section)
	if p.has {
		v = v.add(p.pending)
	}
	n := Numeral{Low: v.lo, High: v.hi, Range: v.lo.Cmp(v.hi) != 0, Vague: p.vague, Marked: p.marked, Form: p.form()}
	if !p.units && !p.pointed && !p.marked && p.vague == Exact {
		n.Digits = p.digits
	}
	return n, p.i
}

// shorthand makes a last digit count tenths of the unit before it: 二百五 is
// 250, 一万三 13000.
func (p *parser) shorthand() {
	if p.has && p.units && p.last >= 2 && !p.zero && !p.hasArabic && !p.pointed {
		p.pending = p.pending.shift(p.last - 1)
	}
}

func (p *parser) form() Form {
	switch {
	case p.arabic && p.han:
		return Mixed
	case p.han:
		return Chinese
	}
	return Arabic
}

// step reads one more character or run, false where the numeral is at its
// end.
func (p *parser) step() bool {
	skip := p.gap(p.i)
	t := tokenAt(p.s[p.i+skip:])
	at := p.i
	ok := false
	switch t.kind {
	case unitTok:
		ok = p.unit(t, skip)
	case digitTok:
		ok = p.digit(skip)
	case arabicTok:
		ok = p.innerArabic(skip)
	case tensTok:
		ok = p.tens(t, skip)
	case someTok, moreTok, comeTok:
		return p.more(t, skip)
	case pointTok, dotTok:
		ok = p.point()
	}
	p.han = p.han || ok && t.kind != arabicTok
	p.spaced = p.spaced || ok && skip > 0 && p.i > at && !p.arabic
	return ok
}

// gap is the number of bytes of one or two spaces at an offset; a longer gap
// parts columns.
func (p *parser) gap(at int) int {
	return gapOf(p.s[at:])
}

func gapOf(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] == ' ' {
		n++
	}
	if n == 3 {
		return 0
	}
	return n
}

// nextUnit is the token after an offset and a gap.
func (p *parser) nextUnit(at int) token { return tokenAt(p.s[at+p.gap(at):]) }

// fits reports that a coefficient read now can go before the unit.
func (p *parser) fits(unit token) bool {
	exp := int(unit.val)
	if exp < noSmall {
		return exp < p.small
	}
	return exp < p.big || exp > p.big && !p.section.isZero() // 四千五百六十九万八千三百一十一亿
}

// digit reads Chinese digits after a unit: the 五 of 三百五, 零五, 三四.
func (p *parser) digit(skip int) bool {
	if p.has || p.pointed || !p.units {
		return false
	}
	r := readRun(p.s[p.i+skip:], true)
	at, from := p.i+skip, 0
	for from < r.n && r.val[from] == 0 {
		_, n := decode(p.s[at:])
		at, from = at+n, from+1
	}
	if from == r.n {
		return from > 0 && p.zeroAlone(at)
	}
	return p.places(&r, from, at, skip)
}

// zeroAlone reads 零 that stands before a unit or 0-9: 一百零十万, 1千零20.
func (p *parser) zeroAlone(at int) bool {
	t := p.nextUnit(at)
	ok := t.kind == unitTok && t.val == 1 && p.small > 1 || t.kind == arabicTok || t.kind == someTok || t.kind == tensTok
	if ok {
		p.zero, p.i = true, at
	}
	return ok
}

// places takes one digit of a run, or two that are a range.
func (p *parser) places(r *run, from, at, skip int) bool {
	lo, hi, n := r.val[from], r.val[from], 1
	if r.n-from == 2 && adjacent(lo, r.val[from+1]) {
		hi, n = r.val[from+1], 2
	}
	end := at
	for range n {
		_, size := decode(p.s[end:])
		end += size
	}
	next := p.nextUnit(end)
	if next.kind == unitTok && !p.fits(next) {
		if !p.prefixes(next, p.s[end+p.gap(end)+next.size:]) {
			return false
		}
		next = token{} // 十五六千瓦时
	}
	switch {
	case next.kind != unitTok && (r.two && n == 1 || skip > 0 && !p.spaced && !isOneOf(p.s[end+p.gap(end):], "又") || p.wordy(lo, p.s[end:], from > 0)):
		return false
	}
	p.zero = p.zero || from > 0
	p.pending, p.has, p.hasArabic, p.i = pair{small(lo), small(hi)}, true, false, end
	return true
}

// wordy reports that a digit after a round number begins the next word and is
// no shorthand: 三千万一年, 两百一个.
func (p *parser) wordy(digit uint8, after string, zero bool) bool {
	if zero || p.small == 1 || p.last == 0 {
		return p.last == 0
	}
	if p.last < 2 {
		return false
	}
	return isOneOf(after, "年月日天周季号號") || digit == 1 && isOneOf(after, "个個次起些样樣般直定切致旦位名种種家件条條")
}

// tens reads 廿, 卅, 卌.
func (p *parser) tens(t token, skip int) bool {
	if p.has || p.pointed || p.small <= 1 {
		return false
	}
	p.section = p.section.add(one(NewDecimal(uint64(t.val), 1)))
	p.small, p.last, p.units = 1, 1, true
	p.i += skip + t.size
	return true
}

// unit applies a unit to what stands before it.
func (p *parser) unit(t token, skip int) bool {
	end := p.i + skip + t.size
	if p.measure(t, p.s[end:]) {
		return false
	}
	ok := false
	if t.val < noSmall {
		ok = p.smallUnit(int(t.val))
	} else {
		ok = p.bigUnit(int(t.val))
	}
	if ok {
		p.i, p.units, p.has, p.zero = end, true, false, false
	}
	return ok
}

// measure reports that the unit is the prefix of a measure and not a part of
// the number: 12千米, 五十兆字节, 1000百帕. 八千米 stays 8000 米.
func (p *parser) measure(t token, after string) bool {
	if p.units && t.val != 12 {
		return false
	}
	return p.prefixes(t, after)
}

// prefixes reports that a unit and what comes after it are a measure.
func (p *parser) prefixes(t token, after string) bool {
	after = after[gapOf(after):]
	switch t.val {
	case 2:
		return strings.HasPrefix(after, "帕")
	case 3:
		return isOneOf(after, "瓦卡焦帕伏赫安") || strings.HasPrefix(after, "字节") || strings.HasPrefix(after, "比特") ||
			strings.HasPrefix(after, "克") && !strings.HasPrefix(after, "克拉") || p.hasArabic && strings.HasPrefix(after, "米")
	case 12:
		return isOneOf(after, "瓦赫字比帕焦欧伏")
	}
	return false
}

// smallUnit applies 十, 百 or 千.
func (p *parser) smallUnit(exp int) bool {
	if exp >= p.small || p.pointed && !p.hasArabic {
		return false
	}
	v := p.pending
	if !p.has {
		if exp != 1 || !p.units {
			return false
		}
		v = one(small(1))
	} else if v.isZero() && exp == 1 { // 零十
		v = one(small(1))
	}
	p.section = p.section.add(v.shift(exp))
	p.small, p.last = exp, exp
	return true
}

// bigUnit applies 万, 亿 or 兆 to the section, and to everything before it
// where that is smaller: 一万五千亿.
func (p *parser) bigUnit(unit int) bool {
	exp := unit
	v := p.section
	if p.has {
		v = v.add(p.pending)
	}
	switch {
	case v.isZero() && p.total.isZero(), p.bigs == maxBig:
		return false
	case exp < p.big && !v.isZero():
		p.total = p.total.add(v.shift(exp))
		p.last = exp
	case v.isZero() && p.last != exp && exp < p.big:
		return false
	case exp == p.big && !v.isZero():
		return false
	default:
		p.last = 0
		if p.big == noBig {
			p.last = exp
		} else if v.isZero() { // 四万万: as 四亿 for what follows
			exp += p.big
		}
		p.total = p.total.add(v).shift(unit)
	}
	p.section, p.small, p.big = pair{}, noSmall, exp
	p.bigs++
	return true
}

// more reads 多, 余, 几 and 来 behind or inside a numeral. Where 万 or 亿
// follows the numeral goes on (一千多万), else it ends.
func (p *parser) more(t token, skip int) bool {
	end := p.i + skip + t.size
	next := p.nextUnit(end)
	goesOn := next.kind == unitTok && next.val >= noSmall && (int(next.val) < p.big || p.total.isZero() || p.section.isZero())
	v := More
	switch {
	case skip > 0 && !goesOn && !p.arabic:
		return false // 超千万 多部门联合: the space parts words
	case t.kind == someTok && !p.takesSome(p.s[end:], next):
		return false
	case t.kind == moreTok && !p.takesMore():
		return false
	case t.kind == comeTok && !(p.takesMore() && (goesOn || isOneOf(p.s[end:], comeNext))):
		return false
	case t.kind == comeTok:
		v = Around
	}
	p.vague, p.i, p.han = v, end, true
	if t.kind == someTok && next.kind == unitTok && next.val < noSmall && p.fits(next) {
		p.pending, p.has, goesOn = one(small(1)), true, true // 一百几十
	}
	return goesOn
}

// takesSome reports that 几 or 数 can stand for a digit here: 十几, 一百零几.
func (p *parser) takesSome(after string, next token) bool {
	if p.has || p.pointed || !p.units {
		return false
	}
	if strings.HasSuffix(p.s[:len(p.s)-len(after)], "数") || strings.HasSuffix(p.s[:len(p.s)-len(after)], "數") {
		return p.small == 1 && (next.kind == unitTok || isOneOf(after, "人个個年名家次天种種"))
	}
	return p.small == 1 || p.zero || next.kind == unitTok && next.val < noSmall && p.fits(next)
}

// takesMore reports that 多 or 余 can follow: after a unit, or after digits
// that make ten or more.
func (p *parser) takesMore() bool {
	if p.has {
		return p.hasArabic && !p.pointed && p.pending.lo.Cmp(NewDecimal(10, 0)) >= 0
	}
	return p.units
}

// point reads 点五 after a Chinese numeral: 十二点五, 两千三点一 (2300.1).
func (p *parser) point() bool {
	if p.pointed || p.hasArabic {
		return false
	}
	skip := p.gap(p.i)
	t := tokenAt(p.s[p.i+skip:])
	if t.kind != pointTok && !p.dot {
		return false
	}
	at := p.i + skip + t.size
	at += p.gap(at)
	r := readRun(p.s[at:], true)
	if r.n == 0 || r.two || clock(p.s[at+r.size:]) {
		return false
	}
	p.shorthand()
	digits := r.digits()
	if !p.has {
		p.pending = pair{}
	}
	p.pending = p.pending.add(one(fromDigits(digits, -len(digits))))
	p.has, p.pointed, p.i = true, true, at+r.size
	return true
}

// clock reports that what looked like a fraction is minutes: 三点十五分,
// 三点五分.
func clock(after string) bool {
	after = after[gapOf(after):]
	if t := tokenAt(after); t.kind == unitTok && t.val < noSmall {
		return true
	}
	return strings.HasPrefix(after, "分") && !strings.HasPrefix(after, "分之") || strings.HasPrefix(after, "刻")
}
