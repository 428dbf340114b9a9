package figure

import (
	"strings"

	"dateline/internal/han"
)

// slang are the letters and words that multiply a number in speech.
var slang = []struct {
	text string
	exp  int
}{{"k", 3}, {"K", 3}, {"ｋ", 3}, {"Ｋ", 3}, {"w", 4}, {"W", 4}, {"个亿", 8}, {"個億", 8}}

// takeSlang reads 15k and 30w where what follows, or 百分之 before, shows that
// a number is meant and no name (4K, 5k); and 两个亿.
func (f *finder) takeSlang(r *reading, share bool) {
	for _, k := range slang {
		end, ok := f.after(r.to, k.text)
		if !ok {
			continue
		}
		next := nextRune(f.s[end:])
		if c := han.ClassOf(next); k.exp < 8 && (c == han.Latin || c == han.Digit || r.num.Form != han.Arabic) {
			return
		}
		_, round := f.after(end, "左右", "上下", "以上", "以下", "元", "块", "个百分点", "個百分點", "~", "～", "-", "至", "到")
		if k.exp < 8 && !share && !round {
			return
		}
		r.low, r.high, r.to, r.slang = r.low.Shift(k.exp), r.high.Shift(k.exp), end, k.exp
		return
	}
}

// takeUnit reads the unit after the number.
func (f *finder) takeUnit(r *reading) {
	f.takeSlang(r, false)
	w, end := f.unitAfter(r.to)
	if w == nil {
		f.takeLiang(r)
		return
	}
	r.kind, r.code, r.unit, r.to = w.kind, w.code, w.text, end
	switch r.kind {
	case chunk:
		f.settleChunk(r)
	case degree:
		f.settleDegree(r)
	}
	if r.kind == money {
		f.takeChange(r)
	}
	if r.kind == money || r.kind == measure || r.kind == times {
		f.takeCentimetres(r)
		f.takeHalf(r)
		f.takePer(r)
	}
}

// takeLiang reads 两 as the weight, which it is only where no word can go on
// from it.
func (f *finder) takeLiang(r *reading) {
	end, ok := f.after(r.to, "两", "兩")
	if !ok || r.num.Form == han.Chinese && r.num.Range {
		return
	}
	next := f.runeAfter(end)
	_, metal := f.before(r.numAt, "黄金", "黃金", "白银", "白銀", "银", "銀", "金")
	if han.IsHan(next) && !metal && !strings.ContainsRune("银銀黄重白左以的半", next) {
		return
	}
	r.kind, r.code, r.unit, r.to = measure, "{两}", "两", end
}

// settleChunk decides whether 块 is money or counts pieces: a noun follows
// the pieces.
func (f *finder) settleChunk(r *reading) {
	next := f.runeAfter(r.to)
	if !han.IsHan(next) || han.Begins(next) || strings.ContainsRune("多左以上的到至和与及，钱毛又", next) {
		r.kind = money
		return
	}
	r.kind, r.code = count, "{"+r.unit+"}"
}

// contexts of 度, nearest first: what the clause before speaks of.
var (
	warmth   = []string{"温", "溫", "零下", "烧到", "燒到", "热", "冷", "摄氏", "攝氏"}
	fahr     = []string{"华氏", "華氏"}
	electric = []string{"电", "電"}
)

// settleDegree decides what 度 measures. Without a word for it in the clause
// digits measure an angle and 两度, 三度 count times, which is no figure.
func (f *finder) settleDegree(r *reading) {
	clause := f.s[f.clauseStart(r.numAt):r.numAt]
	r.kind = measure
	switch {
	case containsAny(clause, fahr):
		r.code = "[degF]"
		if from, ok := f.before(r.from, "华氏温度", "華氏溫度", "华氏", "華氏"); ok {
			r.from = from
		}
	case containsAny(clause, warmth):
		r.code = "Cel"
		if from, ok := f.before(r.from, "摄氏", "攝氏"); ok {
			r.from = from
		}
	case containsAny(clause, electric) || f.runeAfter(r.to) == '电':
		r.code = "kW.h"
	case r.num.Form == han.Chinese && r.low.Cmp(han.NewDecimal(10, 0)) < 0:
		r.kind = labelOf
	default:
		r.code = "deg"
	}
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// takeChange adds 角 and 分 to the money before them: 205元3角2分, 五元三毛,
// 两美元又三美分, 十二块五.
func (f *finder) takeChange(r *reading) {
	for range 2 {
		at, _ := f.after(r.to, "又", "零")
		n, from, to := f.numeralAfter(at)
		if to == from || n.Range || n.Vague != han.Exact {
			return
		}
		w, end := f.unitAfter(to)
		switch {
		case w != nil && w.kind == sub:
			r.add(n.Low.Shift(subExp(w)))
			r.to = end
		case w == nil && isChunk(r.unit) && at == r.to && len(n.Digits) == 1 && from == at:
			r.add(n.Low.Shift(-1))
			r.to = to
			return
		default:
			return
		}
	}
}

func isChunk(unit string) bool { return unit == "块" || unit == "塊" }

// subExp is the power of ten of a part of money.
func subExp(w *word) int {
	if w.code == "-1" {
		return -1
	}
	return -2
}

// add adds to both ends of the value.
func (r *reading) add(d han.Decimal) {
	r.low, r.high = r.low.Add(d), r.high.Add(d)
}

// takeHalf reads 一吨半, 两米半.
func (f *finder) takeHalf(r *reading) {
	end, ok := f.after(r.to, "半")
	if !ok || strings.ContainsRune("年月天日个小数径身", f.runeAfter(end)) {
		return
	}
	r.add(han.NewDecimal(5, -1))
	r.to = end
}

// takeCentimetres adds the digits that are hundredths of the metre before
// them, as heights and results are told: 1米85, 4米92.
func (f *finder) takeCentimetres(r *reading) {
	if r.unit != "米" || r.num.Form != han.Arabic || r.num.Digits == "" {
		return
	}
	n, size := han.Number(f.s[r.to:])
	if w, _ := f.unitAfter(r.to + size); n.Form != han.Arabic || len(n.Digits) != 2 || w != nil {
		return
	}
	r.add(n.Low.Shift(-2))
	r.to += size
}

// takePer reads what a measure is per: 公里/小时, 立方米每秒, 元/吨; and
// 时速, 每秒 before the number.
func (f *finder) takePer(r *reading) {
	if end, ok := f.after(r.to, "/", "／", "每"); ok {
		w, to := f.unitAfter(end)
		if w != nil && w.code != "" && (w.kind == measure || w.kind == timeOf && (!strings.HasPrefix(w.text, "年") || f.s[end-1] == '/')) {
			r.code, r.to = r.code+"/"+w.code, to
			return
		}
	}
	if r.kind != measure {
		return
	}
	at := r.from
	for _, w := range []string{"超过", "达到", "约", "为", "达", "近", "可达"} {
		at, _ = f.before(at, w)
	}
	if _, ok := f.before(at, "时速", "時速", "每小时", "每小時"); ok {
		r.code += "/h"
	} else if _, ok := f.before(at, "每秒", "秒速"); ok {
		r.code += "/s"
	}
}

// takeSign reads a sign before the number: 负, 零下, and a minus where it is
// no hyphen.
func (f *finder) takeSign(r *reading) {
	if p, ok := f.before(r.from, "负", "負"); ok {
		r.from, r.negative = p, true
		return
	}
	if r.kind == measure && (r.code == "Cel" || r.code == "[degF]") {
		if p, ok := f.before(r.from, "零下"); ok {
			r.from, r.negative = p, true
			return
		}
	}
	signed := r.kind == percent || r.kind == points || r.kind == measure || r.kind == money
	if p, ok := f.before(r.from, "-", "−", "－", "﹣"); ok && signed && !wordBefore(f.s[:p]) {
		r.from, r.negative = p, true
	}
}

// wordBefore reports that a hyphen after s joins: a letter or digit stands
// before it.
func wordBefore(s string) bool {
	r := lastRune(s)
	c := han.ClassOf(r)
	return c == han.Digit || c == han.Latin || c == han.Dash || r == '%' || r == '℃'
}

// prefixes are the words and signs for money before the number. Those of
// letters and signs come first: they are enough to make a number money.
var prefixes = []struct{ text, code string }{
	{"US$", "USD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"S$", "SGD"}, {"$", "USD"}, {"＄", "USD"},
	{"￥", "CNY"}, {"¥", "CNY"}, {"€", "EUR"}, {"£", "GBP"}, {"￡", "GBP"}, {"₽", "RUB"}, {"₩", "KRW"}, {"₹", "INR"},
	{"RMB", "CNY"}, {"CNY", "CNY"}, {"USD", "USD"}, {"EUR", "EUR"}, {"HKD", "HKD"}, {"JPY", "JPY"}, {"GBP", "GBP"},
	{"人民币", "CNY"}, {"人民幣", "CNY"}, {"港币", "HKD"}, {"港幣", "HKD"}, {"新台币", "TWD"}, {"新臺幣", "TWD"}, {"台币", "TWD"},
	{"美金", "USD"}, {"日币", "JPY"},
}

// takeCurrency reads the currency before the number: 人民币8千元, 港币两千元,
// US$20, ￥300.
func (f *finder) takeCurrency(r *reading) {
	if r.kind != noUnit && !(r.kind == money && (r.code == "CNY" || r.code == "TWD")) {
		return
	}
	for _, p := range prefixes {
		if from, ok := f.before(r.from, p.text); ok {
			r.from, r.kind, r.code = from, money, p.code
			if r.unit == "" {
				r.unit = p.text
			}
			return
		}
	}
}
