package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// totals are words right before the sum of the counts that stand before them:
// 男12人、女8人，共20人.
var totals = []string{"总共", "總共", "一共", "共计", "共計", "合计", "合計", "总计", "總計", "共有", "共"}

// longestPart is how many characters of a noun may stand with a part.
const longestPart = 8

// parts finds the sums of text i whose parts the page gives.
func (p *page) parts(i int) {
	t := &p.Texts[i]
	for k, total := range t.Figures {
		if total.Kind != "count" && total.Kind != "money" && total.Kind != "measure" || total.value() == nil || !total.exact() || total.Unit == "" {
			continue
		}
		from, ok := t.summedAt(total)
		if !ok {
			continue
		}
		if list := t.partsBefore(k, from); len(list) > 1 {
			p.whole(i, list, total)
		}
	}
}

// summedAt is where the word of summing before a total begins, false where
// none stands there at the start of a clause.
func (t *Text) summedAt(total Figure) (int, bool) {
	head := t.Text[:total.Span.Start]
	for _, w := range totals {
		if !strings.HasSuffix(head, w) {
			continue
		}
		at := len(head) - len(w)
		for _, m := range []string{"，", ",", "；", "、", " "} {
			if strings.HasSuffix(head[:at], m) {
				return at - len(m), true
			}
		}
	}
	return 0, false
}

// partsBefore are the counts of the unit of figure k that stand side by side
// before byte to: only a short noun each, and a comma, between them. None
// where the list is open (等) or something else is counted in it.
func (t *Text) partsBefore(k, to int) []Figure {
	total := t.Figures[k]
	in := sentence(t.Text, total.Span.Start)
	var out []Figure
	end := to
	for j := k - 1; j >= 0; j-- {
		f := t.Figures[j]
		if f.Span.Start < in.Start || f.Unit != total.Unit || f.Kind != total.Kind || !f.exact() || f.value() == nil || f.Change != "" {
			break
		}
		between := t.Text[f.Span.End:end]
		if len(out) == 0 {
			if length(between) > longestPart || strings.ContainsAny(between, clauseEnds+"、等") {
				return nil
			}
		} else if !partEnd(between) {
			break
		}
		out = append(out, f)
		end = f.Span.Start
	}
	slices.Reverse(out)
	return out
}

// partEnd reports what may stand between two parts: the noun of the first, one
// mark or 和, and the noun of the second.
func partEnd(s string) bool {
	for _, sep := range []string{"、", "，", ",", "；", "和", "及"} {
		if a, b, ok := strings.Cut(s, sep); ok {
			return length(a) <= longestPart && length(b) <= longestPart && !strings.ContainsAny(a+b, clauseEnds+"、等") && !strings.Contains(b, "其中")
		}
	}
	return false
}

// whole adds the check of a sum with its parts.
func (p *page) whole(i int, list []Figure, total Figure) {
	t := &p.Texts[i]
	sum := new(big.Rat)
	c := Check{Kind: AddsUp, Rule: "adds-up/parts"}
	var parts []string
	for _, f := range list {
		sum.Add(sum, f.value())
		parts = append(parts, f.Span.In(t.Text))
		c.Evidence = append(c.Evidence, f.ID)
	}
	c.Evidence = append(c.Evidence, total.ID)
	c.Verdict = verdict(sum.Cmp(total.value()) == 0)
	if total.Kind != "count" && c.Verdict == Fails {
		c.Verdict = Open // rounded sums of money and measures
	}
	c.Say = fmt.Sprintf("%s make %s; the page gives %s in all.", strings.Join(parts, " + "), plainNumber(sum), total.Span.In(t.Text))
	p.add(i, list[0].Span.Start, c)
}
