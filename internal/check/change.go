package check

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/span"
)

// change is a rise or a fall that is given with the two values it lies
// between.
type change struct {
	from, to, by Figure
	up           bool
	// years is over how many years the percentage repeats itself: 1, more
	// where it is one a year.
	years int
}

// changes holds the percentages of text i against the two values that the text
// gives before them: 从480亿增加到520亿，增长8.3%; 2012年为882亿，2022年1900亿，增长115%.
func (p *page) changes(i int) {
	t := &p.Texts[i]
	for k, by := range t.Figures {
		if by.Unit != "%" || by.Kind != "percent" || by.value() == nil || !by.exact() || by.Change != "up" && by.Change != "down" {
			continue
		}
		if c, ok := t.change(k); ok {
			p.change(i, c)
		}
	}
}

// change finds the two values for the percentage number k.
func (t *Text) change(k int) (change, bool) {
	c := change{by: t.Figures[k], up: t.Figures[k].Change == "up"}
	in := sentence(t.Text, c.by.Span.Start)
	var values []Figure
	for _, f := range slices.Backward(t.Figures[max(0, k-6):k]) {
		if f.Span.Start < in.Start || f.Unit == "%" {
			break
		}
		values = append(values, f)
		if len(values) == 2 {
			break
		}
	}
	switch {
	case len(values) == 2:
		c.to, c.from = values[0], values[1]
	case len(values) == 1: // the earlier value may stand in the sentence before
		c.to = values[0]
		before := within(t.Figures, previous(t.Text, in))
		if len(before) == 0 {
			return c, false
		}
		c.from = before[len(before)-1]
	default:
		return c, false
	}
	if c.from.Unit != c.to.Unit || c.from.Kind != c.to.Kind || c.from.value() == nil || c.to.value() == nil || c.from.value().Sign() <= 0 || c.from.Change != "" {
		return c, false
	}
	if !t.near(c) || !t.fromTo(c) && !t.twoYears(c) {
		return c, false
	}
	c.years = t.years(c)
	return c, c.years > 0
}

// mostYears is the longest time over which a yearly rise is reckoned.
const mostYears = 60

// years is 1, for a yearly percentage the number of years between the values,
// 0 where they are not given.
func (t *Text) years(c change) int {
	if !strings.Contains(t.Text[c.to.Span.End:c.by.Span.Start], "均") {
		return 1
	}
	a, err := strconv.Atoi(c.from.Period)
	b, err2 := strconv.Atoi(c.to.Period)
	if err != nil || err2 != nil || b <= a || b-a > mostYears {
		return 0
	}
	return b - a
}

// near reports that the percentage stands right behind the later value, in its
// clause or at the head of the next, with nothing between them but that it is
// a rise or a fall: in 增加到251宗，效率提升70% the efficiency has risen.
func (t *Text) near(c change) bool {
	gap := t.Text[c.to.Span.End:c.by.Span.Start]
	if strings.ContainsAny(gap, "；;。") || strings.Count(gap, "，")+strings.Count(gap, ",") > 1 {
		return false
	}
	return risen.Replace(t.bare(span.Span{Start: c.to.Span.End, End: c.by.Span.Start})) == ""
}

// risen takes the words of a rise or a fall out of a text.
var risen = strings.NewReplacer(func() []string {
	var out []string
	for _, w := range strings.Fields(`年平均 年均 平均每年 平均 每年 增长率 增长 增长了 增加 增加了 增幅 增速 升幅 涨幅 降幅 提高 提高了 提升 提升了
		上升 上升了 上涨 上涨了 扩大 扩大了 增 升 涨 下降 下降了 减少 减少了 降低 降低了 下跌 下跌了 缩小 缩减 压缩 减 降 跌 了 达到 达 为 約 约
		近 超过 超 共 净 整整 增長 增長了 減少 減少了 減 漲`) {
		out = append(out, w, "")
	}
	return out
}()...)

// fromTo reports values that are told as from one to the other.
func (t *Text) fromTo(c change) bool {
	clause := around(t.Text, c.from.Span.Start, clauseEnds)
	head := t.Text[clause.Start:c.from.Span.Start]
	gap := t.Text[c.from.Span.End:c.to.Span.Start]
	return strings.ContainsAny(head, "从由從") && strings.ContainsAny(gap, "到至为為") && length(gap) <= 16 &&
		!strings.Contains(t.Text[c.to.Span.End:c.by.Span.Start], "比")
}

// twoYears reports values of one subject, each with its own year, the later
// second, and a percentage that is no rise against something else.
func (t *Text) twoYears(c change) bool {
	a, b := c.from.Period, c.to.Period
	if len(a) != len("2006") || len(b) != len("2006") || a >= b || c.from.Subject == "" || c.from.Subject != c.to.Subject {
		return false
	}
	return c.by.Base == "" && !strings.Contains(t.Text[c.to.Span.End:c.by.Span.Start], "比") || c.by.Base == a
}

// change adds the check of a rise or a fall.
func (p *page) change(i int, c change) {
	t := &p.Texts[i]
	text := func(f Figure) string { return f.Span.In(t.Text) }
	by := c.by.near(text(c.by))
	v := Open
	switch {
	case ratio(c.from.near(text(c.from)), c.to.near(text(c.to))).meet(c.factor(by)):
		v = Holds
	case !c.from.exact() || !c.to.exact() || c.years > 1 && c.from.Kind == "money":
		// 突破1900亿 does not say how far, and rates over years are often
		// reckoned at constant prices
	case !ratio(c.from.wide(), c.to.wide()).meet(c.factor(twice(by))):
		v = Fails
	}
	say := fmt.Sprintf("From %s to %s is %s; the page gives %s.", text(c.from), text(c.to), c.inWords(), text(c.by))
	if c.years > 1 {
		say = fmt.Sprintf("From %s to %s is %s in %d years; the page gives %s a year.", text(c.from), text(c.to), c.inWords(), c.years, text(c.by))
	}
	p.add(i, c.from.Span.Start, Check{Kind: AddsUp, Rule: "adds-up/change", Verdict: v, Say: say,
		Evidence: []string{c.from.ID, c.to.ID, c.by.ID}})
}

// inWords is the change from the one value to the other.
func (c change) inWords() string {
	r := new(big.Rat).Sub(c.to.value(), c.from.value())
	r.Mul(r.Quo(r, c.from.value()), big.NewRat(100, 1))
	if r.Sign() < 0 {
		return plainNumber(r.Abs(r)) + "% less"
	}
	return plainNumber(r) + "% more"
}

// ratio is how many times the one value the other may be.
func ratio(from, to bounds) bounds {
	if from.low.Sign() <= 0 {
		return bounds{new(big.Rat), big.NewRat(1e9, 1)}
	}
	return bounds{new(big.Rat).Quo(to.low, from.high), new(big.Rat).Quo(to.high, from.low)}
}

// factor is how many times the value a rise or fall by so many per cent
// makes, year upon year.
func (c change) factor(by bounds) bounds {
	low, high := c.once(by.low), c.once(by.high)
	if !c.up {
		low, high = high, low
	}
	out := bounds{big.NewRat(1, 1), big.NewRat(1, 1)}
	for range c.years {
		out.low.Mul(out.low, low)
		out.high.Mul(out.high, high)
	}
	return out
}

// once is 1 and so many per cent more or less.
func (c change) once(percent *big.Rat) *big.Rat {
	r := new(big.Rat).Mul(percent, big.NewRat(1, 100))
	if !c.up {
		r.Neg(r)
	}
	return r.Add(r, big.NewRat(1, 1))
}

// twice is bounds a step wider to each side: a percentage may be cut off
// where it should be rounded.
func twice(b bounds) bounds {
	step := new(big.Rat).Sub(b.high, b.low)
	return bounds{new(big.Rat).Sub(b.low, step), new(big.Rat).Add(b.high, step)}
}
