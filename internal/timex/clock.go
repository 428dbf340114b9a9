package timex

import "unicode/utf8"

// daytime reads the part of the day and the clock time of a point.
func (p *parser) daytime(i int, q *part) int {
	dated := q.hasDate()
	e := 0
	k := p.sp(i)
	if dated {
		k = p.of(i)
	}
	if q.pod == nil {
		if j := p.podAt(k, dated, q); j > 0 {
			e, k = j, p.sp(j)
		}
	} else {
		k = p.sp(i)
	}
	if o := p.lit(k, "的"); o > 0 && q.pod != nil {
		k = p.sp(o)
	}
	if o := p.lit(k, "约", "大约"); o > 0 && q.pod != nil {
		if j := p.clock(p.sp(o), q, true); j > 0 {
			q.approx = true
			return j
		}
	}
	if j := p.clock(k, q, dated || q.pod != nil); j > 0 {
		return j
	}
	return e
}

// podAt reads a part of the day. A short one (晚) needs a date before it or a
// clock time after it.
func (p *parser) podAt(k int, dated bool, q *part) int {
	w := podTable.at(p.s[k:])
	if w.kind == kNone || p.spoilt(k, k+len(w.text), w) {
		return 0
	}
	pd, e := &pods[w.n], k+len(w.text)
	if in(p.nextRaw(e), "饭餐") {
		return 0
	}
	if pd.short {
		if in(p.next(e), "报餐饭会宴稻市点霜熟间婚年期上里") && p.clock(p.sp(e), &part{pod: pd}, true) == 0 {
			return 0
		}
		if !dated && p.clock(p.sp(e), &part{pod: pd}, true) == 0 && !(pause(p.back(k)) && in(p.next(e), "，,")) {
			return 0
		}
	}
	q.pod = pd
	return e
}

// clock reads a time of the clock: 18:10, 11时53分, 八点半. With ctx a date or
// a part of the day stands before it.
func (p *parser) clock(i int, q *part, ctx bool) int {
	if !ctx && p.barred(i) {
		return 0
	}
	n := p.number(i)
	if n.size == 0 {
		return 0
	}
	if n.arabic && n.n >= 0 && n.n <= 24 && len(n.digits) <= 2 {
		if e := p.colon(i, n, q, ctx); e > 0 {
			return e
		}
	}
	if n.vague != 0 || n.v < 0 || n.hi > 24 || n.v != n.hi && n.digits == "" {
		return 0
	}
	return p.hour(i, n, q, ctx)
}

// colon reads 18:10 and 18:10:05, also 2:00pm and 8:00 a.m.
func (p *parser) colon(i int, n num, q *part, ctx bool) int {
	e := p.mark(i + n.size)
	if e == 0 {
		return 0
	}
	m := p.minutes(e)
	if m.size == 0 || m.n > 59 || n.n == 24 && m.n > 0 {
		return 0
	}
	e += m.size
	h, mi, s, clk := n.n, m.n, 0, gMinute
	if k := p.mark(e); k > 0 {
		sec := p.minutes(k)
		if sec.size == 0 || sec.n > 59 {
			return 0
		}
		s, clk, e = sec.n, gSecond, k+sec.size
	}
	if isDigit(p.nextRaw(e)) || in(p.nextRaw(e), "%％") || !ctx && p.isScore(i, e, clk) {
		return 0
	}
	q.h, q.mi, q.s, q.clk = h, mi, s, clk
	return p.colonTail(e, q)
}

// mark is the offset after the colon of a clock time, spaces beside it left
// out where there are some on both sides.
func (p *parser) mark(i int) int {
	k := p.sp(i)
	e := p.lit(k, ":", "：", "∶")
	if e == 0 {
		return 0
	}
	if j := p.sp(e); j == e && k == i || j > e && k > i {
		return j
	}
	return e
}

func (p *parser) nextRaw(i int) rune {
	r, size := p.rune(i)
	if size == 0 {
		return '\n'
	}
	return r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || isWideDigit(r) }

// minutes reads exactly two digits.
func (p *parser) minutes(i int) num {
	n, k := 0, i
	for range 2 {
		r, size := p.rune(k)
		if size == 0 || !isDigit(r) {
			return num{}
		}
		if isWideDigit(r) {
			r -= '０' - '0'
		}
		n, k = n*10+int(r-'0'), k+size
	}
	return num{n: n, size: k - i}
}

// colonTail takes 时, 分 and am or pm after a colon time.
func (p *parser) colonTail(e int, q *part) int {
	if k := p.lit(e, "时", "分"); k > 0 {
		return k
	}
	k := p.sp(e)
	if j := p.lit(k, "p.m.", "pm", "PM", "P.M."); j > 0 {
		q.pod = podNamed("下午")
		return j
	}
	if j := p.lit(k, "a.m.", "am", "AM", "A.M."); j > 0 {
		q.pod = podNamed("凌晨")
		return j
	}
	return e
}

// isScore reports that a colon pair is the score of a game: 以21:15战胜.
func (p *parser) isScore(i, e int, clk gran) bool {
	if clk != gMinute {
		return false
	}
	if p.before(i, "以", "比分", "比分为", "比分是", "总分", "分别以", "、", "和") && !p.before(i, "时间") {
		return true
	}
	return p.lit(p.sp(e), "胜", "负", "击败", "战胜", "战平", "逆转", "领先", "落后", "大胜", "力克", "险胜", "的比分", "比分", "完胜", "不敌", "取胜", "获胜", "、") > 0
}

// hour reads 时 or 点 after a numeral, and the minutes.
func (p *parser) hour(i int, n num, q *part, ctx bool) int {
	k := p.sp(i + n.size)
	e, point := p.lit(k, "时"), false
	if e == 0 {
		if e = p.lit(k, "点"); e == 0 {
			return p.hourAhead(i, k, n, q, ctx)
		}
		point = true
	}
	if !point && in(p.nextRaw(e), "代期速段区差空间任事而候常有机兴辰") && !(ctx && in(p.nextRaw(e), "任有")) {
		return 0
	}
	hour := part{pod: q.pod, h: int(n.v), hTo: int(n.hi), clk: gHour}
	end := p.afterHour(e, point, &hour)
	if end == 0 || !ctx && !p.plainHour(i, end, n, point, hour) {
		return 0
	}
	q.h, q.mi, q.s, q.clk, q.hTo, q.approx = hour.h, hour.mi, hour.s, hour.clk, hour.hTo, q.approx || hour.approx
	return end
}

// hourAhead takes an hour that leaves 时 or 点 to the end of its range:
// 0—24时, 早上五到六点.
func (p *parser) hourAhead(i, k int, n num, q *part, ctx bool) int {
	j := p.sep(k, false)
	if j == 0 || n.n < 0 {
		return 0
	}
	j = p.sp(j)
	m := p.number(j)
	if m.n < 0 || m.n > 24 {
		return 0
	}
	if p.lit(p.sp(j+m.size), "时", "点") == 0 {
		return 0
	}
	var to part
	to.pod = q.pod
	if p.hour(j, m, &to, true) == 0 {
		return 0
	}
	if !ctx && p.lit(p.sp(j+m.size), "点") > 0 && !n.arabic {
		return 0
	}
	q.h, q.hTo, q.clk, q.elided = n.n, n.n, gHour, true
	return i + n.size
}

// afterHour reads what follows the hour: 钟, 整, 半, 一刻, 53分, 20. It is 0
// where the hour was none (零点五).
func (p *parser) afterHour(e int, point bool, q *part) int {
	k := p.sp(e)
	if j := p.lit(k, "多钟", "多"); j > 0 && point {
		q.approx = true
		return j
	}
	if j := p.lit(k, "钟", "整"); j > 0 {
		return j
	}
	if j := p.lit(k, "半"); j > 0 {
		q.mi, q.clk = 30, gMinute
		return j
	}
	n := p.number(k)
	if n.size == 0 {
		return e
	}
	return p.afterHourNumber(e, k, n, point, q)
}

// afterHourNumber reads the minutes after the hour.
func (p *parser) afterHourNumber(e, k int, n num, point bool, q *part) int {
	j := p.sp(k + n.size)
	if m := p.lit(j, "分"); m > 0 && n.n >= 0 && n.n < 60 && p.lit(j, "分之") == 0 {
		q.mi, q.clk = n.n, gMinute
		return p.seconds(m, q)
	}
	if m := p.lit(j, "刻"); m > 0 && n.n >= 1 && n.n <= 3 {
		q.mi, q.clk = n.n*15, gMinute
		return m
	}
	if p.bareMinutes(k, n) {
		q.mi, q.clk = n.n, gMinute
		return k + n.size
	}
	if point && !n.arabic && k == e && utf8.RuneCountInString(p.s[k:k+n.size]) == 1 || point && n.arabic && len(n.digits) == 1 {
		return 0 // 零点五, 24点5度
	}
	return e
}

// bareMinutes reports that a numeral after the hour is minutes without 分:
// two digits, no unit after them.
func (p *parser) bareMinutes(k int, n num) bool {
	if n.n < 0 || n.n > 59 || n.digits != "" && len(n.digits) != 2 || n.digits == "" && n.n < 10 {
		return false
	}
	r := p.nextRaw(k + n.size)
	return !isDigit(r) && !in(r, "度米元吨公个人名%％千万亿家项场次位年月日号时天小级°℃.．")
}

// seconds reads 18秒 after the minutes.
func (p *parser) seconds(e int, q *part) int {
	k := p.sp(e)
	n := p.whole(k)
	if n.n < 0 || n.n > 59 {
		return e
	}
	return p.secondsEnd(e, k+n.size, n.n, q)
}

// secondsEnd takes 秒 after a number of seconds; tenths of a second
// (15.1秒) are not kept in the value.
func (p *parser) secondsEnd(e, k, n int, q *part) int {
	if j := p.lit(k, "."); j > 0 {
		if d := p.digits(j); d.n > 0 {
			k = d.end
		}
	}
	if j := p.lit(p.sp(k), "秒"); j > 0 {
		q.s, q.clk = n, gSecond
		return j
	}
	return e
}

// plainHour reports that an hour stands without date and part of the day: not
// 三点建议, 涨20点 or 一时.
func (p *parser) plainHour(i, end int, n num, point bool, q part) bool {
	if q.clk != gHour {
		return true
	}
	if !point {
		return n.n >= 0 && (n.arabic || n.n != 1) && !p.before(i, "连续", "持续")
	}
	if p.before(end, "钟", "整") {
		return true
	}
	if n.n < 0 || p.lit(p.sp(end), pointNouns...) > 0 || !han2(p.nextRaw(end)) {
		return false
	}
	if in(p.back(i), "在于从到至约近晚") {
		return true
	}
	return (n.arabic || n.n > 5 || n.n == 0) && (pause(p.back(i)) || in(p.back(i), "是个了你我他她的"))
}

// han2 reports that what follows an hour is no numeral.
func han2(r rune) bool { return !in(r, "一二三四五六七八九十零〇几0123456789") }

// pointNouns are what 三点 counts.
var pointNouns = []string{"建议", "意见", "要求", "希望", "主张", "共识", "看法", "原则", "措施", "内容", "协议", "启示", "体会", "说明",
	"声明", "理由", "原因", "认识", "倡议", "期望", "思考", "经验", "想法", "结论", "分歧", "不足", "好处", "特点", "变化", "任务", "感受", "主要",
	"重要", "具体", "建议", "意见", "要点", "的建议", "式", "以上", "左右的", "倡议", "承诺", "计划", "支持", "保证", "决定", "愿望", "最"}
