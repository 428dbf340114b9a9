package figure

import (
	"strings"
	"unicode/utf8"
)

// pronouns stand for the subject of the figure before.
var pronouns = []string{"这一数值", "这一数字", "该数字", "该数值", "这个数字", "这一比例", "该比例", "这一指标", "该指标", "这一数据", "该数据", "此数", "這一數字", "其中", "同期", "同比", "环比"}

// predicates are cut off the end of the words before a figure; what is left is
// what the figure is said of.
var predicates = ending(
	"为", "為", "是", "有", "达", "達", "达到", "達到", "共", "共有", "约", "約", "近", "超过", "超過", "突破", "逾", "超", "仅", "僅", "只", "只有", "将", "已", "已经", "至", "到",
	"累计", "累計", "总计", "合计", "共计", "共計", "计", "先后", "曾", "增长", "增長", "增加", "上升", "提高", "下降", "减少", "減少", "上涨", "下跌", "降低", "回落", "同比", "环比", "比上年",
	"比去年", "比上年同期", "比去年同期", "实现", "完成", "不到", "不足", "至少", "高达", "多达", "了", "占", "在", "预计", "仍", "还", "也", "分别", "均", "平均", "由", "从", "於", "于",
	"长达", "合", "折合", "即", "以", "被", "连续", "升至", "降至", "增至", "跌至", "大约", "将近", "估计", "长", "约为", "仅为",
	"占总数的", "占全部", "的", "增加到", "提高到", "下降到", "从原来的", "触发", "每年", "各", "预计将", "、",
)

// openers are cut off the beginning.
var openers = beginning("其中", "并", "而", "但", "同时", "此外", "另外", "目前", "今年", "去年", "截至", "在", "据统计", "据悉", "至此", "加上", "也", "又", "还", "且", "从", "因此", "、")

// subjectLength is the most characters that a subject has.
const subjectLength = 24

// subject is what is counted: the noun after a classifier, what the clause
// speaks of before a sum, and for 次 both.
func (f *finder) subject(g *Figure, sentence int) string {
	head, pronoun := f.head(g)
	s := head
	switch noun := f.nounAfter(g.Span.End); {
	case g.Kind == Streak || isTimes(g.Unit):
		s = head + noun
	case noun != "" && (g.Kind == Count || g.Kind == Ordinal || g.Kind == Ratio):
		s = noun
	case g.Change == nil && (g.Kind == Ratio || g.Kind == Percent || g.Kind == Measure):
		if end, ok := f.after(g.Span.End, "的"); ok {
			if n := f.nounAfter(end); n != "" {
				s = n
			}
		}
	}
	if s == "" && len(f.out) > 0 {
		last := f.out[len(f.out)-1]
		if last.Span.End >= sentence || pronoun && !strings.Contains(f.s[last.Span.End:sentence], "\n") {
			s = last.Subject
		}
	}
	return s
}

// isTimes reports a classifier for how often something is done.
func isTimes(unit string) bool {
	return unit == "{次}" || unit == "{轮}" || unit == "{輪}" || unit == "{回}"
}

// head is what the clause says before the figure, without the times, the
// words that lead in and the predicate; true where a pronoun stands there for
// the subject of the figure before.
func (f *finder) head(g *Figure) (string, bool) {
	end := g.Span.Start
	if !g.Cue.Empty() {
		end = g.Cue.Start
	}
	start := f.clauseStart(end)
	if n := len(f.out); n > 0 {
		start = max(start, f.out[n-1].Span.End)
	}
	start, end = f.withoutTimes(start, end)
	if g.Change != nil && g.Change.Cue.End <= end && g.Change.Cue.Start >= start {
		end = g.Change.Cue.Start
	}
	s := f.s[start:end]
	if at := strings.LastIndexAny(s, "比较較"); g.Change != nil && at > 0 {
		s = s[:at] // 产量比2020年增加3成
		for _, w := range []string{"同", "环", "環"} {
			if rest := f.s[start+at:]; strings.HasSuffix(s, w) && strings.HasPrefix(rest, "比") {
				s = strings.TrimSuffix(s, w) // 出口额同比增长
			}
		}
	}
	s = trimmed(s)
	for _, p := range pronouns {
		if s == p {
			return "", true
		}
	}
	if utf8.RuneCountInString(s) > subjectLength || strings.ContainsAny(s, "“”《》（）()") {
		return "", false
	}
	return s, false
}

// withoutTimes leaves out the times at the two ends of a stretch.
func (f *finder) withoutTimes(start, end int) (int, int) {
	for i := min(f.t, len(f.times)-1); i >= 0; i-- {
		t := f.times[i].Span
		if t.End <= start {
			break
		}
		if t.End == end && t.Start >= start {
			end = t.Start
		}
		if t.Start <= start+len("在") && t.End <= end {
			start = max(start, t.End)
		}
	}
	return start, max(start, end)
}

// trimmed cuts the words that lead in and the predicate off the two ends.
func trimmed(s string) string {
	s = strings.Trim(s, " 　")
	for n := openers.startOf(s); n > 0; n = openers.startOf(s) {
		s = strings.TrimLeft(s[n:], " 　")
	}
	for n := predicates.endOf(s); n > 0; n = predicates.endOf(s) {
		s = strings.TrimRight(s[:len(s)-n], " 　")
	}
	return s
}

// verbs end a noun phrase after a figure.
var verbs = beginning("出席", "参与", "參與", "参加", "參加", "受到", "在", "来到", "來到", "死亡", "受伤", "遇难", "失踪", "组成", "通过", "业已", "已", "将", "將", "被", "等", "和", "与", "及",
	"是", "有", "为", "對", "对", "由", "于", "从", "向", "到", "也", "均", "都", "以", "中", "停", "获", "发", "投", "报", "超", "增", "减", "下", "上")

// nounAfter is the noun phrase at at: up to a mark, 的 or a verb, of no more
// than 12 characters.
func (f *finder) nounAfter(at int) string {
	end := f.phraseEnd(at)
	s := f.s[at:end]
	for i := range s {
		if verbs.startOf(s[i:]) > 0 {
			return s[:i]
		}
	}
	return s
}
