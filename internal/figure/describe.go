package figure

import (
	"strings"

	"dateline/internal/span"
)

// describe fills in what the figure is about: its period, its change, its
// subject.
func (f *finder) describe(g *Figure) {
	sentence := f.sentence(g.Span.Start)
	g.Period = f.period(sentence, g.Span.Start)
	g.Change = f.change(g)
	g.Subject = f.subject(g, sentence)
}

// sentence is where the sentence begins that at lies in.
func (f *finder) sentence(at int) int { return min(f.sentAt, at) }

// advance looks through the text up to at, once, for the ends of sentences
// and for titles: 《 and 》.
func (f *finder) advance(at int) {
	for i := f.seen; i < at; i++ {
		switch c := f.s[i]; {
		case c == 0xe3 && strings.HasPrefix(f.s[i:], "《"):
			f.titleAt = i + len("《")
		case c == 0xe3 && strings.HasPrefix(f.s[i:], "》"):
			f.titleAt = 0
		case c < 0x80 || c == 0xe3 || c == 0xef:
			if n := stopSize(f.s[i:]); n > 0 {
				f.sentAt = i + n
			}
		}
	}
	f.seen = max(f.seen, at)
}

// titleReach is the most bytes that a title has; without 》 so soon 《 opened
// none.
const titleReach = 240

// inTitle reports that at lies in 《…》: numbers there are part of a name.
func (f *finder) inTitle(at int) bool {
	if f.titleAt == 0 || at-f.titleAt > titleReach {
		return false
	}
	rest := f.s[at:min(len(f.s), at+titleReach)]
	end := strings.Index(rest, "》")
	return end >= 0 && !strings.Contains(rest[:end], "\n")
}

// stopSize is the size of the mark at the start of s if it ends a sentence or
// a part of one that stands by itself.
func stopSize(s string) int {
	switch s[0] {
	case '\n', '!', '?', ';':
		return 1
	case 0xe3:
		if strings.HasPrefix(s, "。") {
			return 3
		}
	case 0xef:
		if strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？") || strings.HasPrefix(s, "；") {
			return 3
		}
	}
	return 0
}

// period is the value of the last time before the figure in its sentence. A
// duration and a word like 近年来 are no period.
func (f *finder) period(sentence, at int) string {
	for i := min(f.t, len(f.times)-1); i >= 0; i-- {
		t := f.times[i]
		if t.Span.End > at {
			continue
		}
		if t.Span.Start < sentence {
			return ""
		}
		if t.Type != "duration" && t.Type != "set" && !strings.HasSuffix(t.Value, "_REF") {
			return t.Value
		}
	}
	return ""
}

// rises and falls are the words that make the figure behind them a change.
// 到 and 至 after them make it the level that was reached.
var (
	rises = ending("增长", "增長", "增加", "上升", "提高", "上涨", "上漲", "攀升", "扩大", "提升", "增产", "增產", "增收", "上浮", "上调", "超出", "高出", "多出",
		"加快", "增幅", "涨幅", "增速", "升幅", "增", "涨", "漲", "升", "翻")
	falls = ending("下降", "减少", "減少", "下跌", "降低", "下滑", "回落", "缩减", "下浮", "下调", "减产", "萎缩", "缩小", "放缓", "收窄", "少了", "跌幅", "降幅", "减幅",
		"跌", "降", "减", "減")
)

// change reads the word of change before or behind the figure, and its base.
func (f *finder) change(g *Figure) *Change {
	if g.Kind == Ordinal || g.Kind == Rank || g.Kind == Streak || g.Kind == Age {
		return nil
	}
	at := g.Span.Start
	if !g.Cue.Empty() {
		at = g.Cue.Start
	}
	at, _ = f.before(at, "了", "为", "為", "达", "達", "达到", "约", "近")
	at = trimSpaces(f.s, at)
	if n := rises.endOf(f.s[:at]); n > 0 && !strings.HasSuffix(f.s[:at], "新增") {
		return f.changed("up", span.Span{Start: at - n, End: at})
	}
	if n := falls.endOf(f.s[:at]); n > 0 {
		return f.changed("down", span.Span{Start: at - n, End: at})
	}
	return f.changeAfter(g.Span.End)
}

// changeAfter reads the word of change behind the figure: 8%的增长, 5%的降幅.
func (f *finder) changeAfter(at int) *Change {
	end, ok := f.after(at, "的")
	if !ok {
		return nil
	}
	for _, d := range []struct{ name, words string }{{"up", "增长 增幅 增速 涨幅 增加 提高 上涨"}, {"down", "下降 降幅 跌幅 减少 下滑 下跌"}} {
		for _, w := range strings.Fields(d.words) {
			if strings.HasPrefix(f.s[end:], w) {
				return f.changed(d.name, span.Span{Start: end, End: end + len(w)})
			}
		}
	}
	return nil
}

// bases are the words in the clause that say what a change is against.
var bases = []struct {
	base  string
	words []string
}{
	{"year-on-year", []string{"同比", "比上年", "比去年", "较上年", "较去年", "比前一年", "较前一年", "比上一年", "按年", "与上年同期", "與去年同期", "同去年", "和去年"}},
	{"previous-period", []string{"环比", "環比", "比上月", "较上月", "比上季", "较上季", "比上周", "较上周", "比前一日", "较前一日", "比前一天", "较前一天", "比上个月", "按月", "按季", "较前一交易日", "比前一交易日"}},
}

// changed finds what a change is against in its clause.
func (f *finder) changed(direction string, cue span.Span) *Change {
	c := &Change{Direction: direction, Cue: cue}
	start := f.clauseStart(cue.Start)
	clause := f.s[start:cue.Start]
	for _, b := range bases {
		if containsAny(clause, b.words) {
			c.Base = b.base
			return c
		}
	}
	for i := min(f.t, len(f.times)-1); i >= 0; i-- {
		t := f.times[i]
		if t.Span.End > cue.Start {
			continue
		}
		if t.Span.Start < start {
			break
		}
		if _, ok := f.before(t.Span.Start, "比", "较", "較", "同", "与", "與", "在"); ok {
			c.Base = t.Value
			break
		}
	}
	return c
}
