package timex

import (
	"math"
	"strconv"
	"strings"

	"dateline/internal/han"
)

// The units of a duration. Quarters, centuries and quarters of an hour are
// turned into the units before them.
const (
	uYear = iota
	uMonth
	uWeek
	uDay
	uHour
	uMinute
	uSecond
	uUnits
	uQuarter  = 10
	uCentury  = 11
	uHalfHour = 12 // 刻钟, a quarter of an hour
)

// amount is a length of time.
type amount struct {
	lo, hi [uUnits]float64
	// fine is its finest unit.
	fine int
	// ranged: lo and hi are not the same.
	ranged bool
	// more: 三年多, 二十几年.
	more bool
	// vague: 几天, 数年.
	vague bool
	// work: its days are working days.
	work bool
	// one: it is 一年, 一天, and the like, which are as often no length.
	one bool
	// day: its unit is 日, as of the days of a month.
	ri bool
}

// duration reads a length of time; lead tells that a word before it says that
// one stands here (过去三日).
func (p *parser) duration(i int, lead bool, a *amount) int {
	if n := p.number(i); n.arabic && !lead && n.n >= 0 && in(p.next(i+n.size), "月号时点:：") {
		return 0
	}
	e := p.piece(i, lead, a, -1)
	if e == 0 {
		return p.durationAhead(i, lead, a)
	}
	for !a.vague {
		k := p.sp(e)
		joined := p.lit(k, "又", "零", "余", "多")
		if joined > 0 {
			k = p.sp(joined)
		}
		b := *a
		j := p.piece(k, false, &b, a.fine)
		if j == 0 || joined == 0 && a.fine == uWeek && b.fine == uDay { // 一周5天
			break
		}
		*a = b
		e, a.one = j, false
	}
	if j := p.lengthRange(e, lead, a); j > 0 {
		return j
	}
	return p.nights(e, a)
}

// lengthRange reads the other end of 3天—8天.
func (p *parser) lengthRange(e int, lead bool, a *amount) int {
	k := p.sep(p.sp(e), false)
	if k == 0 || a.ranged || a.vague {
		return 0
	}
	var b amount
	j := p.piece(p.sp(k), lead, &b, -1)
	if j == 0 || b.ranged || b.vague || b.ri || p.yearLike(k) {
		return 0
	}
	a.hi, a.ranged, a.one, a.fine = b.lo, true, false, max(a.fine, b.fine)
	return j
}

// yearLike reports that a number of two digits or more before 年 may be a
// year: 10年到20年 is read as lengths, 3年至2020年 is none.
func (p *parser) yearLike(k int) bool { return len(p.number(p.sp(k)).digits) == 4 }

// durationAhead reads a range that has its unit at the end: 3~6个月.
func (p *parser) durationAhead(i int, lead bool, a *amount) int {
	n := p.counted(i)
	if n.n < 0 {
		return 0
	}
	k := p.sep(p.sp(i+n.size), false)
	if k == 0 {
		return 0
	}
	var b amount
	e := p.piece(p.sp(k), lead, &b, -1)
	if e == 0 || b.ranged || b.vague || b.ri && b.hi[uDay] <= 31 || b.lo[b.fine] <= n.v {
		return 0
	}
	*a = b
	a.lo = [uUnits]float64{}
	a.lo[b.fine] = n.v
	a.ranged, a.one = true, false
	return e
}

// nights takes 三天三夜 and 6天5晚: the nights add nothing.
func (p *parser) nights(e int, a *amount) int {
	if a.fine != uDay {
		return e
	}
	k := p.sp(e)
	if n := p.number(k); n.size > 0 {
		if j := p.lit(p.sp(k+n.size), "夜", "晚"); j > 0 {
			return j
		}
	}
	return e
}

// piece reads one number with its unit. Its unit must be finer than after.
func (p *parser) piece(i int, lead bool, a *amount, after int) int {
	if e := p.halfPiece(i, a, after); e > 0 {
		return e
	}
	n, k := p.lengthNumber(i)
	if n.size == 0 || !n.arabic && len(n.digits) > 1 && n.v == n.hi { // 五八年
		return 0
	}
	k = p.sp(k)
	if j := p.lit(k, "多", "余", "来", "几"); j > 0 {
		n.vague, k = han.More, p.sp(j)
	}
	g := p.lit(k, "个")
	if g > 0 {
		k = p.sp(g)
	}
	half := 0.0
	if j := p.lit(k, "多", "余", "来"); j > 0 && g > 0 {
		n.vague, k = han.More, p.sp(j)
	}
	if j := p.lit(k, "半"); j > 0 && g > 0 {
		half, k = 0.5, p.sp(j)
	}
	return p.unitPiece(k, n, half, g > 0, lead, a, after)
}

// lengthNumber is the numeral of a length; 俩 and 仨 hold 个.
func (p *parser) lengthNumber(i int) (num, int) {
	n := p.counted(i)
	if n.size > 0 {
		return n, i + n.size
	}
	if j := p.lit(i, "俩"); j > 0 {
		return num{v: 2, hi: 2, n: 2, size: j - i}, j
	}
	if j := p.lit(i, "仨"); j > 0 {
		return num{v: 3, hi: 3, n: 3, size: j - i}, j
	}
	if j := p.lit(i, "几", "数", "若干"); j > 0 {
		return num{v: 2, hi: 9, n: -1, vague: han.Several, size: j - i}, j
	}
	return n, i
}

// unitPiece reads the unit of a piece.
func (p *parser) unitPiece(k int, n num, half float64, ge, lead bool, a *amount, after int) int {
	w := units.at(p.s[k:])
	if w.kind != kUnit || !p.unitFits(k, n, w, ge, lead, after >= 0) {
		return p.shortUnit(k, n, a, after)
	}
	e := k + len(w.text)
	if half == 0 {
		if j := p.lit(e, "半"); j > 0 && in(p.nextRaw(j), "钟") {
			half, e = 0.5, j+len("钟")
		} else if j > 0 && !in(p.nextRaw(j), "天年个月") {
			half, e = 0.5, j
		}
	}
	if j := p.lit(e, "多", "余"); j > 0 && n.vague == 0 && half == 0 && !in(p.nextRaw(j), "名人个位") {
		n.vague, e = han.More, j
	}
	if w.text == "秒" {
		if d := p.digits(e); d.n > 0 && d.n <= 3 { // 14秒985
			n.v += float64(d.v) / math.Pow10(d.n)
			n.hi, e = n.v, d.end
		}
	}
	if !a.put(n, half, w.n, after) {
		return 0
	}
	a.work = a.work || strings.HasSuffix(w.text, "作日") || strings.HasSuffix(w.text, "易日")
	a.one = after < 0 && n.n == 1 && half == 0 && n.vague == 0 && !ge && !n.arabic
	a.ri = after < 0 && w.text == "日"
	return e
}

// shortUnit reads 30分 after hours and 20时 after days.
func (p *parser) shortUnit(k int, n num, a *amount, after int) int {
	e, unit := p.lit(k, "分"), uMinute
	if after == uDay {
		e, unit = p.lit(k, "时"), uHour
	}
	if e == 0 || n.n < 0 || after != uDay && after != uHour || !a.put(n, 0, unit, after) {
		return 0
	}
	return e
}

// unitFits reports that the unit goes with the numeral: 个月 and 月, 日 and
// the day of a month, 四周 and what lies around.
func (p *parser) unitFits(k int, n num, w word, ge, lead, more bool) bool {
	e := k + len(w.text)
	switch w.text {
	case "月":
		return ge || lead && !n.arabic || n.size > 0 && p.before(k, "两", "俩", "仨") && !in(p.nextRaw(e), "球")
	case "年":
		return !ge && !(len(n.digits) > 1 && n.digits[0] == '0') && !(len(n.digits) == 4 && n.n >= 1000 && n.n < 3000 && !p.history(e, n.n)) && !in(p.nextRaw(e), "级轮龄制生糕代期")
	case "载":
		return !n.arabic && p.lit(e, "春秋") > 0
	case "周年":
		return lead || p.alone(k-n.size, e)
	case "季度", "星期", "礼拜", "小时", "钟头", "工作日", "交易日", "世纪":
		return w.n != uQuarter && w.n != uCentury || ge
	case "日":
		return !ge && p.lengthOfDays(k, n, lead, more) && !in(p.nextRaw(e), "元圆本均游语")
	case "周":
		return !ge && !in(p.nextRaw(e), "岁边围") && (n.n != 4 || n.arabic || lead || p.lit(e, "前", "后", "内", "来", "时间", "多") > 0)
	case "分":
		return !ge && (p.lit(e, "半") > 0 || p.secondsFollow(e))
	case "秒":
		return !ge && !in(p.nextRaw(e), "杀")
	}
	return !ge || w.text != "天" && w.text != "周"
}

// secondsFollow reports that seconds stand after 分: 3分40秒.
func (p *parser) secondsFollow(e int) bool {
	n := p.number(p.sp(e))
	return n.size > 0 && n.n >= 0 && n.n < 60 && p.lit(p.sp(p.sp(e)+n.size), "秒") > 0
}

// lengthOfDays reports that 日 counts days and is not the day of a month: 两
// 日, 90日, 三日内, 近三日.
func (p *parser) lengthOfDays(k int, n num, lead, more bool) bool {
	e := k + len("日")
	return lead || more || n.v > 31 || n.v != n.hi || p.before(k, "两", "余", "多") ||
		p.lit(e, "内", "之内", "以内") > 0 || !n.arabic && p.lit(e, "后", "之后") > 0 && n.v < 10 ||
		p.before(k-n.size, "为期", "历时", "长达", "为时")
}

// put adds a number of units; false where the unit is not finer than after.
func (a *amount) put(n num, half float64, unit, after int) bool {
	factor := 1.0
	switch unit {
	case uQuarter:
		unit, factor = uMonth, 3
	case uCentury:
		unit, factor = uYear, 100
	case uHalfHour:
		unit, factor = uMinute, 15
	}
	if after >= 0 && unit <= after && !(after == uDay && unit == uMonth) {
		return false
	}
	if n.v*factor > 1e9 || n.vague == han.Several && factor*n.v < 1 {
		return false
	}
	a.lo[unit] += n.v * factor
	a.hi[unit] += n.hi * factor
	a.fine = max(unit, a.fineOf(after))
	a.addHalf(unit, half*factor)
	a.ranged = a.ranged || n.v != n.hi && n.vague != han.Several
	a.more = a.more || n.vague == han.More || n.vague == han.Around
	a.vague = a.vague || n.vague == han.Several
	return true
}

func (a *amount) fineOf(after int) int {
	if after < 0 {
		return 0
	}
	return a.fine
}

// addHalf adds half a unit in the unit below where that is whole.
func (a *amount) addHalf(unit int, half float64) {
	if half == 0 {
		return
	}
	below, n := unit, half
	if half == float64(int(half)) {
		unit = uUnits // half a century is fifty whole years
	}
	switch unit {
	case uYear:
		below, n = uMonth, half*12
	case uMonth:
		below, n = uDay, half*30
	case uDay:
		below, n = uHour, half*24
	case uHour, uMinute:
		below, n = unit+1, half*60
	}
	if n != float64(int(n)) {
		below, n = unit, half
	}
	a.lo[below] += n
	a.hi[below] += n
	a.fine = max(a.fine, below)
}

// halfPiece reads 半年, 半个月, 大半年; 一个半小时 and 两个半月 are read by
// piece.
func (p *parser) halfPiece(i int, a *amount, after int) int {
	k := p.lit(i, "大半", "半")
	if k == 0 || after >= 0 {
		return 0
	}
	if in(p.nextRaw(k), "夜导岛山") {
		return 0
	}
	j := k
	if g := p.lit(k, "个"); g > 0 {
		j = p.sp(g)
	}
	w := units.at(p.s[j:])
	if w.kind != kUnit || w.text == "日" || w.text == "秒" || j == k && w.text == "周" {
		return 0
	}
	a.put(num{}, 0.5, w.n, -1)
	a.fine = max(a.fine, 0)
	a.more = p.at(i, "大")
	e := j + len(w.text)
	if m := p.lit(e, "多"); m > 0 {
		a.more, e = true, m
	}
	return e
}

// letters are the units of a duration's value.
var letters = [uUnits]string{"Y", "M", "W", "D", "H", "M", "S"}

// value is the TIMEX3 value, of a range lo/hi.
func (a *amount) value() string {
	if a.ranged {
		return lengthValue(a.lo) + "/" + lengthValue(a.hi)
	}
	return lengthValue(a.lo)
}

func lengthValue(n [uUnits]float64) string {
	var b strings.Builder
	b.WriteByte('P')
	clock := false
	for u, v := range n {
		if v == 0 {
			continue
		}
		if u >= uHour && !clock {
			b.WriteByte('T')
			clock = true
		}
		b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
		b.WriteString(letters[u])
	}
	return b.String()
}

// gran is the granularity of points that lie so far from the anchor.
func (a *amount) gran() gran {
	return [uUnits]gran{gYear, gMonth, gWeek, gDay, gHour, gMinute, gSecond}[a.fine]
}
