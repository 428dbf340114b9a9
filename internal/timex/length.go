package timex

// length reads a duration that begins at i, or one that its suffix places in
// time: 十年来, 三个月内.
func (p *parser) length(i int, x *expr) int {
	if p.barred(i) {
		return 0
	}
	var a amount
	e := p.duration(i, false, &a)
	if e == 0 {
		return 0
	}
	x.form, x.dur, x.rule = isDuration, a, "duration"
	s, k := p.afterLengthAt(e)
	if p.notLength(i, e, &a, s != noSuffix && s != sLimit) {
		return 0
	}
	return p.lengthSuffix(i, e, s, k, x)
}

// lengthSuffix takes the suffix of a duration.
func (p *parser) lengthSuffix(i, e int, s suffix, k int, x *expr) int {
	x.end = e
	switch s {
	case sPast:
		x.form, x.dir, x.end = isPlaced, -1, k
	case sInside:
		x.end = k
		if in(p.back(i), "的") || hasAny(p.clause(i, e), "了", "已", "曾", "没有", "累计", "连续", "不足", "应当", "不得", "之日起") || in(p.back(i), "后") {
			break
		}
		x.form, x.dir, x.end = isPlaced, 1, k
	case sAbout:
		x.a.approx, x.end = true, k
	case sLimit:
		return p.limit(e, k, x)
	case sAgo, sAfter:
		if !x.dur.vague {
			return 0 // a point
		}
		x.form, x.rule, x.end = isVague, "vague", k
		x.value = PastRef
		if s == sAfter {
			x.value = ""
		}
	}
	return p.vagueLength(i, x)
}

// vagueLength drops lengths without a number (几天, 数百年) and points those
// that are placed at the past or the future.
func (p *parser) vagueLength(i int, x *expr) int {
	if !x.dur.vague || x.form == isVague && x.value != "" {
		return x.end
	}
	if x.form != isPlaced {
		return 0
	}
	x.form, x.rule, x.value = isVague, "vague", PastRef
	if x.dir > 0 {
		x.value = FutureRef
	}
	return x.end
}

// limit takes 以上 and 以下, and joins 三年以上七年以下.
func (p *parser) limit(e, k int, x *expr) int {
	x.end = k
	if x.dur.vague {
		return 0
	}
	j := p.sp(k)
	if c := p.lit(j, "，", ",", "、"); c > 0 {
		j = c
	}
	var b amount
	m := p.duration(j, false, &b)
	if m == 0 || b.fine != x.dur.fine || x.dur.ranged || b.ranged || b.lo[b.fine] <= x.dur.lo[b.fine] || !p.at(e, "以上") {
		return k
	}
	if t := p.lit(m, "以下"); t > 0 {
		x.dur.hi, x.dur.ranged, x.end = b.hi, true, t
	}
	return x.end
}

// notLength reports that what reads like a duration is none: an age, a grade,
// a plan, 一天 as in 有一天.
func (p *parser) notLength(i, e int, a *amount, placed bool) bool {
	if !placed && in(p.back(i), "日号") && a.fine == uDay { // 9日、10日两天
		return true
	}
	if in(p.back(i), "第") || p.lit(e, "规划", "计划", "级", "龄", "大的", "大婴", "大男", "大女", "大幼", "两头", "如一日", "动乱", "浩劫", "生", "之痒") > 0 {
		return true
	}
	if p.before(i, "两个", "两个“", "第一个“", "第二个“") || a.fine == uDay && a.lo[uDay] == 2 && p.before(i, "这", "那") {
		return true
	}
	if p.before(i, "有一", "这", "那", "某", "每", "同", "另", "下", "上") && a.one {
		return true
	}
	if a.one && !placed {
		return !p.lengthWord(i, e)
	}
	if p.lit(i, "百", "千", "万", "数") > 0 && a.fine == uYear && !a.vague {
		return true
	}
	return a.ri && !placed && a.lo[uDay] <= 31 && p.arabicAt(i) && !p.before(i, "为期", "历时", "长达", "为时")
}

// lengthWord reports that 一年 or 一天 is a length: a word beside it says so.
func (p *parser) lengthWord(i, e int) bool {
	return p.before(i, "为期", "历时", "长达", "近", "仅", "约", "了", "满", "足", "用", "花", "整整", "整", "不到", "超过", "逾", "任期", "限期", "又", "为时", "有期徒刑", "只有", "需", "时", "期限", "缓刑", "时间") ||
		p.lit(e, "时间", "之久", "多", "有余", "半", "以上", "左右") > 0 || p.alone(i, e)
}

// led reads a duration that a word places: 过去十年, 近三个月, 未来5年内; e is
// after the word.
func (p *parser) led(e int, w word, x *expr) int {
	k := p.sp(e)
	var a amount
	end := p.duration(k, true, &a)
	if w.text == "近" && end > 0 && p.nearly(e-len(w.text), &a, end) {
		return 0
	}
	if end == 0 || a.ranged || p.lit(end, "规划", "计划", "级") > 0 {
		return p.ledVague(k, w, x)
	}
	if w.n == -2 && p.lit(k, "两", "几") > 0 {
		x.form, x.rule, x.value, x.end = isVague, "vague", PastRef, end
		return end
	}
	if w.n == -2 && !pause(p.back(e-len(w.text))) && !in(p.back(e-len(w.text)), "在于较比") {
		return 0
	}
	if w.n == -2 && (a.fine == uMonth || a.fine > uDay && a.lo[uHour]+a.lo[uMinute] == 0) {
		return 0
	}
	x.form, x.dur, x.dir, x.rule, x.end = isPlaced, a, sign(w.n), "led", end
	x.late = abs(w.n) == 3
	if w.n == 2 && a.vague {
		x.form, x.rule, x.value = isVague, "vague", FutureRef
		return end
	}
	if w.n == 2 {
		x.form, x.a.ago, x.a.dir = isPoint, &x.dur, 1
		return end
	}
	return p.ledTail(end, w, x)
}

// ledTail takes 来, 间, 里, 内 after a duration that a word placed.
func (p *parser) ledTail(end int, w word, x *expr) int {
	if w.text == "近" && p.lit(p.sp(end), "的历史", "历史", "时间", "之久", "的时间") > 0 {
		return 0
	}
	if x.dur.vague {
		x.form, x.rule, x.value = isVague, "vague", PastRef
		if x.dir > 0 {
			x.value = FutureRef
		}
	}
	s, k := p.afterLengthAt(end)
	switch {
	case s == sPast || s == sInside:
		x.end = k
	case s == sAgo || s == sAfter:
		return 0
	case p.lit(end, "里", "中") > 0 && !in(p.nextRaw(end+len("里")), "国程央美日俄欧外") && !p.at(end, "里程"):
		x.end = end + len("里")
	}
	return x.end
}

// ledVague reads 近几年 where the number is not read as one.
func (p *parser) ledVague(k int, w word, x *expr) int {
	j := p.lit(k, "些")
	if j == 0 || w.n >= 2 {
		return 0
	}
	if g := p.lit(j, "个"); g > 0 {
		j = g
	}
	u := units.at(p.s[j:])
	if u.kind != kUnit {
		return 0
	}
	x.form, x.rule, x.value, x.end = isVague, "vague", PastRef, j+len(u.text)
	if w.n > 0 {
		x.value = FutureRef
	}
	if s, e := p.afterLengthAt(x.end); s == sPast || s == sInside {
		x.end = e
	}
	return x.end
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// nearly reports that 近 says nearly and does not place the duration: 历时近
// 10年. With 来, 间 or 里 after it, it places it; a length of hours it places
// only so.
func (p *parser) nearly(i int, a *amount, end int) bool {
	if s, _ := p.afterLengthAt(end); s == sPast || s == sInside || a.vague || p.lit(end, "里", "中") > 0 {
		return false
	}
	return a.fine > uDay && !p.alone(i, end) || p.before(i, lasting...)
}

// lasting are words that a length of time follows.
var lasting = []string{"历时", "长达", "耗时", "有", "了", "达", "为", "用", "经", "隔", "别", "续", "已", "过", "将", "超", "任职", "工作", "从事", "生活", "坚守", "干",
	"走", "花", "等", "服务", "执教", "尘封", "失踪", "失联", "中断", "关押", "建设", "运行", "使用", "奋斗", "发展", "经营", "坚持", "连续", "快", "仅", "约", "共", "行驶"}
