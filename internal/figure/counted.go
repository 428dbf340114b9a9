package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
)

// streakWords make a figure of a duration or a count.
var streakWords = []string{"连续", "連續", "接连", "接連"}

// counted makes the figure of a number that has a unit.
func (f *finder) counted(r reading) int {
	switch r.kind {
	case timeOf:
		return r.to
	case labelOf:
		return f.label(r)
	case money, chunk:
		return f.finish(r, Money)
	case sub:
		return f.smallMoney(r)
	case measure, degree:
		if !f.measures(r) {
			return r.to
		}
		return f.finish(r, Measure)
	case percent, points:
		return f.finish(r, Percent)
	case times:
		r.code = "" // a ratio has no unit
		return f.finish(r, Ratio)
	case tenths:
		if !f.takeTenths(&r) {
			return r.to
		}
		r.code = ""
		return f.finish(r, Ratio)
	case age:
		return f.finish(r, Age)
	}
	if !f.counts(r) {
		return r.to
	}
	return f.finish(r, Count)
}

// label passes over the name that a number is part of. A number with 万 or one
// that is vague is in no name: 500万军民, 4万大箱.
func (f *finder) label(r reading) int {
	if !scaled(r.num) && r.num.Vague == han.Exact || r.ranged {
		return r.to
	}
	plain := newReading(r.numAt, r.numTo-r.numAt, r.num)
	return f.bare(plain)
}

// smallMoney reads 角 and 分 that stand alone; they are money only where 钱 or
// the next smaller part (三角五分) is with them.
func (f *finder) smallMoney(r reading) int {
	exp := -2
	if r.code == "-1" {
		exp = -1
	}
	r.low, r.high = r.low.Shift(exp), r.high.Shift(exp)
	n, from, to := f.numeralAfter(r.to)
	w, end := f.unitAfter(to)
	switch {
	case r.unit == "日本銭":
		r.code = "JPY"
	case r.unit == "美分":
		r.code = "USD"
	case exp == -1 && to > from && w != nil && w.kind == sub:
		r.add(n.Low.Shift(-2))
		r.to, r.code = end, "CNY"
	default:
		end, ok := f.after(r.to, "钱", "錢")
		if isOne(r.num) || !ok && !strings.HasSuffix(r.unit, "钱") && !strings.HasSuffix(r.unit, "錢") {
			return r.to // 没有一分钱
		}
		r.to, r.code = end, "CNY"
	}
	return f.finish(r, Money)
}

// oneIdioms are measures that 一 makes an adverb or a set phrase with.
const oneIdioms = "度 级 里 寸 尺 丈 码 石 担 伏 桶"

// measures reports that a measure is one: 一寸, 一度 are none, nor the level of
// an official or a hospital (三级).
func (f *finder) measures(r reading) bool {
	if isOne(r.num) && strings.Contains(oneIdioms, r.unit) || f.placeName(r) {
		return false
	}
	if _, ok := f.before(r.from, "火冒", "冰冻", "道高"); ok {
		return false
	}
	if r.code != "{级}" {
		_, class := f.after(r.to, "级", "級") // 49公斤级
		return !class
	}
	if strings.Contains(r.low.String(), ".") || r.ranged {
		return true
	}
	if _, ok := f.before(r.from, "风力", "阵风", "大风", "东风", "西风", "南风", "北风", "震级", "烈度", "里氏", "芮氏"); ok {
		return true
	}
	_, strong := f.after(r.to, "地震", "余震", "强震", "大风", "大風", "台风", "颱風", "以上", "风", "左右", "阵风", "海浪", "偏")
	return strong
}

// nameHeads are characters that make a name or a set phrase of a number and a
// unit behind them: 中铁十四局, 新三样, 约法三章, 沙色乡7村, 成千上万本.
var nameHeads = map[string]string{
	"局": "建铁交水电", "章": "法", "样": "新老", "樣": "新老", "村": "乡镇", "组": "村社", "队": "村采院社", "项": "欧季代",
}

// partOfName reports that number and unit are a name with what is before or
// after them.
func (f *finder) partOfName(r reading) bool {
	if before := f.runeBefore(r.from); before != utf8.RuneError && strings.ContainsRune(nameHeads[r.unit], before) {
		return true
	}
	if _, ok := f.before(r.from, "成千上", "成百上", "成千"); ok {
		return true
	}
	if p, ok := f.before(r.from, "-", "－", "–"); ok && p+len("-") <= r.from && han.IsHan(lastRune(f.s[:p])) {
		return true // 歼-20架
	}
	if r.unit != "段" || r.num.Form != han.Chinese || len(r.num.Digits) != 1 {
		return false
	}
	next := f.runeAfter(r.to) // the rank of a player of go: 九段棋手
	return next == '棋' || !han.IsHan(next)
}

// placeUnits and placeNouns make the name of a place together with a small
// Chinese numeral: 二道白河, 六枝, 三眼峪, 三家店.
const (
	placeUnits = "门枝道步眼里家头口面台盘尺"
	placeNouns = "县镇乡村区市河江峪沟岭桥街巷湾山庄寺口屯沙坪坡梁塘堡营白"
)

// placeName reports that number and unit begin the name of a place.
func (f *finder) placeName(r reading) bool {
	if r.num.Form != han.Chinese || len(r.num.Digits) != 1 || !strings.Contains(placeUnits, r.unit) {
		return false
	}
	return strings.ContainsRune(placeNouns, f.runeAfter(r.to))
}

// holiday reports that two bare digits are a day or a name (五一, 八一, 一一)
// and not 51 or 81, which votes alone are written so.
func (f *finder) holiday(r reading) bool {
	if r.num.Form != han.Chinese || len(r.num.Digits) != 2 || r.unit == "票" || r.ranged {
		return false
	}
	return strings.Contains(" 11 51 54 61 71 81 77 99 ", " "+r.num.Digits+" ")
}

// train reports that 次 is the number of a train: 474次列车.
func (f *finder) train(at int) bool {
	_, ok := f.after(at, "列车", "特快", "直快", "快车", "航班", "动车", "高铁", "旅客列车")
	return ok
}

// isOne reports that a numeral is 一: with a classifier it is an article.
func isOne(n han.Numeral) bool {
	return n.Form == han.Chinese && n.Digits == "1" && n.Vague == han.Exact
}

// counts reports that a number with a classifier or a counted noun is a
// count, and not a word, a slogan or a way to say both.
func (f *finder) counts(r reading) bool {
	ten := han.NewDecimal(10, 0)
	switch {
	case f.placeName(r), f.holiday(r):
		return false
	case isOne(r.num) && !r.ranged:
		return r.unit == "人" && f.casualty(r.to)
	case r.kind == noun:
		return (r.num.Form != han.Chinese || r.low.Cmp(ten) >= 0) && len(r.num.Digits) < 3 // 四八○五厂
	case r.unit == "次" && f.train(r.to):
		return false
	case r.unit == "点" || r.unit == "點":
		return f.pointsOf(r)
	case r.unit == "位" && isTwo(r.num):
		return !f.leaders(r.to)
	case r.unit == "口" && isTwo(r.num):
		return false // 老两口
	case f.partOfName(r):
		return false
	case r.unit == "人" && isTwo(r.num):
		return !f.both(r)
	case f.slogan(r), r.unit == "期" && r.num.Form == han.Chinese && r.low.Cmp(ten) < 0:
		return false // 产业园二期
	case r.unit == "次" && f.meetingOf(r):
		return false
	}
	return true
}

func isTwo(n han.Numeral) bool {
	return n.Form == han.Chinese && n.Low.Cmp(han.NewDecimal(2, 0)) == 0 && !n.Range
}

// casualty reports that the text goes on with what befell someone: 一人死亡.
func (f *finder) casualty(at int) bool {
	_, ok := f.after(at, "死", "受伤", "遇难", "失踪", "重伤", "轻伤", "丧生", "身亡", "获救", "被困", "受傷", "遇難", "失蹤", "重傷", "輕傷")
	return ok
}

// pointsOf reports that 点 counts what is said (三点建议) or an index (3000点),
// and does not tell the time.
func (f *finder) pointsOf(r reading) bool {
	if r.high.Cmp(han.NewDecimal(24, 0)) > 0 {
		return true
	}
	_, ok := f.after(r.to, "意见", "建议", "要求", "主张", "希望", "看法", "共识", "倡议", "计划", "声明", "方案", "原则",
		"体会", "意見", "建議", "主張", "聲明", "计劃", "想法", "经验", "启示", "考虑", "期望", "期待", "措施", "说明", "理由", "承诺")
	return ok
}

// leaders reports that 两位 goes on with a title and so means both: 两位元首.
func (f *finder) leaders(at int) bool {
	_, ok := f.after(at, "元首", "领导人", "領導人", "总统", "總統", "总理", "總理", "外长", "外長", "主席", "首相", "国王", "部长", "部長", "同志", "先生", "大使")
	return ok
}

// both reports that 两人 at the head of a clause means the two named before.
func (f *finder) both(r reading) bool {
	switch han.ClassOf(f.runeBefore(r.from)) {
	case han.Pause, han.Terminal, han.Other, han.Closing, han.Opening:
		return !f.casualty(r.to)
	}
	_, ok := f.before(r.from, "他们", "我们", "他們", "我們", "她们", "你们")
	return ok
}

// sloganLength is the most characters of a slogan in quotation marks.
const sloganLength = 8

// slogan reports that the number begins a short phrase in quotation marks,
// the name of a policy: “两个维护”, “四个意识”.
func (f *finder) slogan(r reading) bool {
	open := lastRune(f.s[:r.from])
	if open != '“' && open != '"' && open != '「' && open != '‘' && open != '﹁' {
		return false
	}
	if r.num.Form == han.Mixed || r.high.Cmp(han.NewDecimal(20, 0)) > 0 {
		return false
	}
	n := 0
	for _, c := range f.s[r.from:] {
		if strings.ContainsRune("”\"」’﹂", c) {
			return n > 0
		}
		if !han.IsHan(c) && !han.IsDigit(c) || n == sloganLength {
			return false
		}
		n++
	}
	return false
}

// meetingOf reports that 次 counts the sittings of a body in its name: 十一届人大
// 三次会议.
func (f *finder) meetingOf(r reading) bool {
	if _, ok := f.after(r.to, "全会", "全會", "全体会议", "全體會議"); ok {
		return true
	}
	if _, ok := f.after(r.to, "会议", "會議", "大会", "大會"); !ok {
		return false
	}
	_, ok := f.before(r.from, bodies...)
	return ok
}

// streak reads 连续13年, 连续三次.
func (f *finder) streak(r reading) int {
	f.takeUnit(&r)
	f.takeRange(&r)
	if r.kind == noUnit || r.kind == labelOf && r.unit != "届" && r.unit != "屆" {
		return r.to
	}
	if r.kind == labelOf {
		r.code = "{" + r.unit + "}"
	}
	if r.kind == timeOf && r.code == "" {
		return r.to
	}
	return f.finish(r, Streak)
}
