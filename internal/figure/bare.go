package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
)

// bare makes a figure of a number without a unit where the text leaves no
// doubt that it counts: 两千多群众, 数百万, 57万亿 after another sum, 6.50 after
// （亿元）.
func (f *finder) bare(r reading) int {
	if r.slang > 0 {
		return f.finish(r, Count)
	}
	if f.chained(r) {
		return f.code(r.to)
	}
	switch {
	case f.bracketed(&r), f.carried(&r), f.scarce(&r), f.crowd(r), f.fewPersons(r):
		return f.finish(r, kindOf(r))
	}
	return r.to
}

// kindOf is the kind of a figure whose unit was found elsewhere.
func kindOf(r reading) string {
	switch r.kind {
	case money:
		return Money
	case measure:
		return Measure
	case percent, points:
		return Percent
	}
	return Count
}

// bracketed takes the unit from the brackets before the number, as in tables:
// 募集规模（亿元）6.50, 期限（天）270.
func (f *finder) bracketed(r *reading) bool {
	end, _ := f.before(r.from, "：", ":")
	end, closing := f.before(end, "）", ")")
	if !closing {
		return false
	}
	from := strings.LastIndexAny(f.s[max(0, end-24):end], "（(")
	if from < 0 {
		return false
	}
	inside := strings.TrimLeft(f.s[max(0, end-24)+from:end], "（(")
	n, size := han.Bare(inside)
	if size > 0 && !n.Low.IsZero() && n.Digits == "" {
		inside = inside[size:]
	} else {
		size = 0
	}
	w, used := units.longest(inside)
	if w == nil || used != len(inside) || w.kind == labelOf || w.kind == sub {
		return false
	}
	if size > 0 {
		exp := len(n.Low.String()) - 1
		r.low, r.high = r.low.Shift(exp), r.high.Shift(exp)
	}
	r.kind, r.code = w.kind, w.code
	if w.kind == timeOf {
		r.kind = measure
	}
	return w.code != ""
}

// carryReach is how many bytes back the sentence is looked at for the unit
// that a number leaves out.
const carryReach = 150

// carried takes the unit of the figure before where a sum leaves it out:
// 从54万亿元增长到57万亿.
func (f *finder) carried(r *reading) bool {
	if !scaled(r.num) || len(f.out) == 0 {
		return false
	}
	last := f.out[len(f.out)-1]
	between := f.s[last.Span.End:r.from]
	if len(between) > carryReach || strings.ContainsAny(between, "\n") || last.Kind != Money && last.Kind != Measure {
		return false
	}
	if next := f.runeAfter(r.to); han.IsHan(next) && !strings.ContainsRune("以左多，和与及，至到", next) {
		return false
	}
	if strings.ContainsAny(f.s[f.clauseStart(r.from):r.from], "人次户") {
		return false // another thing is counted
	}
	r.kind, r.code = measure, last.Unit
	if last.Kind == Money {
		r.kind = money
	}
	return true
}

// scarce reports a number that no name or label has: one with 万 or 亿, or a
// vague one. What it counts may be the subject of its clause: 人次在30万以上.
func (f *finder) scarce(r *reading) bool {
	whole := scaled(r.num) && len(r.num.Low.String()) >= 5
	if whole && strings.Contains(f.s[f.clauseStart(r.from):r.from], "人次") {
		r.code = "{人次}"
	}
	return whole || r.num.Vague != han.Exact
}

// crowd reports a whole Chinese numeral from ten on right before a noun: 三百
// 壮士. Bare digits are as often a label.
func (f *finder) crowd(r reading) bool {
	if r.num.Form != han.Chinese || r.num.Digits != "" || r.low.Cmp(han.NewDecimal(20, 0)) < 0 {
		return false
	}
	if strings.ContainsRune("的年月日世有以余多后前里之号，、和与及", f.runeAfter(r.to)) || !han.IsHan(f.runeAfter(r.to)) {
		return false
	}
	return f.personAfter(r.to)
}

// fewPersons reports a small Chinese numeral before a noun for persons, the
// classifier left out as papers of the forties do: 兩共黨議員.
func (f *finder) fewPersons(r reading) bool {
	if r.num.Form != han.Chinese || r.low.Cmp(han.NewDecimal(2, 0)) < 0 || r.low.Cmp(han.NewDecimal(10, 0)) > 0 {
		return false
	}
	if strings.ContainsRune("国國方大党黨军軍院地省市级級届屆省名位个個民等", f.runeAfter(r.to)) {
		return false
	}
	return f.personAfter(r.to)
}

// persons are nouns for persons that a number can stand before.
var persons = beginning("議員", "议员", "代表", "記者", "记者", "委員", "委员", "學生", "学生", "工人", "士兵", "战士", "戰士", "軍官", "军官", "官員", "官员",
	"群众", "羣眾", "群眾", "船員", "船员", "乘客", "被告", "兇手", "部長", "专家", "專家", "教授", "農民", "农民", "同胞", "壮士", "青年", "职工", "職工", "员工",
	"市民", "居民", "村民")

// bodyNouns after a noun for persons make a body of it.
var bodyNouns = beginning("团", "團", "大会", "大會", "会", "會")

// personReach is how many characters may stand between a number and the noun
// for persons.
const personReach = 4

// personAfter reports a noun for persons soon after at, that is not the
// beginning of the name of a body (代表团, 代表大会).
func (f *finder) personAfter(at int) bool {
	rest := f.s[at:]
	for range personReach + 1 {
		if n := persons.startOf(rest); n > 0 {
			return bodyNouns.startOf(rest[n:]) == 0
		}
		c, n := utf8.DecodeRuneInString(rest)
		if !han.IsHan(c) || strings.ContainsRune("的是在和了為为", c) {
			return false
		}
		rest = rest[n:]
	}
	return false
}
