package check

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/span"
)

// sum is a count that is carried on: 第37次, “加上” two and one more, 40次 in
// all, and after it 第41次.
type sum struct {
	base Figure
	// beside are counts of the unit before the base in its sentence, that may be
	// carried on with it: 96个…, 20个…。加上100个.
	beside []Figure
	terms  []term
	total  Figure
	// before says that the total is that before the one that is told of.
	before bool
}

// term is one thing that is added: n of them, with the figure that says so.
type term struct {
	n  int64
	id string
	// listed is how many things stand before the figure without a number of
	// their own: what it counts, or more beside it.
	listed int64
}

// plus are the words that add to a count.
var plus = []string{"加上", "算上"}

// sums finds the counts of text i that are carried on.
func (p *page) sums(i int) {
	t := &p.Texts[i]
	for _, w := range plus {
		for at := 0; ; {
			n := strings.Index(t.Text[at:], w)
			if n < 0 {
				break
			}
			from := at + n
			at = from + len(w)
			if s, ok := t.sum(from, at); ok {
				p.sum(i, from, s)
			}
		}
	}
}

// sum reads the count that is carried on by the words of from to to.
func (t *Text) sum(from, to int) (sum, bool) {
	in := sentence(t.Text, to)
	rest := within(t.Figures, span.Span{Start: to, End: in.End})
	if len(rest) == 0 {
		return sum{}, false
	}
	s := sum{total: rest[len(rest)-1]}
	base, ok := t.base(from, s.total)
	if !ok || !countable(s.total) || s.total.Kind != "count" {
		return sum{}, false
	}
	s.base = base
	s.beside = t.beside(base)
	told := around(t.Text, s.total.Span.Start, "，,。；;\n")
	end := t.listEnd(span.Span{Start: to, End: told.Start}, s.total.Unit)
	if end <= to {
		return sum{}, false
	}
	if s.terms, ok = t.terms(span.Span{Start: to, End: end}, s.total.Unit); !ok {
		return sum{}, false
	}
	s.before = beforeThis(t.Text[end:s.total.Span.Start])
	return s, true
}

// countable reports a figure that counts in whole numbers.
func countable(f Figure) bool {
	v := f.value()
	return v != nil && v.IsInt() && f.exact() && f.Unit != ""
}

// base is the figure that is carried on: the last of the total's unit in the
// sentence and the two before it.
func (t *Text) base(at int, total Figure) (Figure, bool) {
	s := sentence(t.Text, at)
	s.End = at
	for range 3 {
		list := within(t.Figures, s)
		for _, f := range slices.Backward(list) {
			if f.Unit == total.Unit && (f.Kind == "ordinal" || f.Kind == "count") {
				return f, countable(f) && t.sameNoun(f, total)
			}
		}
		if s = previous(t.Text, s); s.Empty() {
			break
		}
	}
	return Figure{}, false
}

// beside are the exact counts of the base's unit before it in its sentence.
func (t *Text) beside(base Figure) []Figure {
	in := sentence(t.Text, base.Span.Start)
	in.End = base.Span.Start
	var out []Figure
	for _, f := range within(t.Figures, in) {
		if f.Unit == base.Unit && f.Kind == "count" && countable(f) {
			out = append(out, f)
		}
	}
	return out
}

// sameNoun reports that a figure and one that carries it on do not count
// different things: the nouns right behind them are the same, or the one that
// has none follows the other's (见面6次 … 7次见面), or the later has none.
func (t *Text) sameNoun(first, later Figure) bool {
	x, y := t.noun(first), t.noun(later)
	if x == "" && y != "" {
		x = t.clause(first.Span).before
	}
	return y == "" || strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}

// noun is the words behind a figure up to a mark.
func (t *Text) noun(f Figure) string {
	return strings.TrimPrefix(t.clause(f.Span).after, "的")
}

// listEnd is where the list of what is added ends: behind the entry with the
// last day or figure of the unit.
func (t *Text) listEnd(s span.Span, unit string) int {
	last := -1
	for _, x := range within(t.Times, s) {
		if dated(x) {
			last = x.Span.End
		}
	}
	for _, x := range within(t.Figures, s) {
		if x.Unit == unit {
			last = max(last, x.Span.End)
		}
	}
	if last < 0 {
		return -1
	}
	if i := strings.IndexAny(t.Text[last:s.End], "，,；;"); i >= 0 {
		return last + i
	}
	return s.End
}

// dated reports a day, month or year, known or not; 目前 is none.
func dated(t Time) bool {
	return (t.Type == "date" || t.Type == "time") && !strings.HasSuffix(t.Value, "_REF")
}

// many are words for an unknown number of things.
var many = []string{"多", "几", "数", "若干", "等", "一些", "各"}

// happenings are the units in which an entry without a number is one: a
// meeting is once, while a harbour in building may be several.
var happenings = []string{"{次}", "{回}", "{趟}", "{轮}", "{场}"}

// terms reads the entries of a list: those with a figure of the unit, and
// those without, one each.
func (t *Text) terms(s span.Span, unit string) ([]term, bool) {
	var out []term
	waiting := int64(0)
	for _, e := range entries(t.Text, s) {
		figures := within(t.Figures, e)
		of := figures[:0:0]
		for _, f := range figures {
			if f.Unit == unit {
				of = append(of, f)
			}
		}
		switch {
		case len(of) > 1 || len(of) == 0 && (!slices.Contains(happenings, unit) || among(e.In(t.Text), many)):
			return nil, false
		case len(of) == 0:
			waiting++
		case !countable(of[0]) || of[0].Kind != "count" || !of[0].value().Num().IsInt64():
			return nil, false
		default:
			out = append(out, term{of[0].value().Num().Int64(), of[0].ID, waiting})
			waiting = 0
		}
	}
	for range waiting {
		out = append(out, term{n: 1})
	}
	return out, len(out) > 0
}

// among reports a text with one of the words in it.
func among(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// entries are the parts of a list.
func entries(text string, s span.Span) []span.Span {
	var out []span.Span
	from := s.Start
	cut := func(at, n int) {
		if words(text[from:at]) != "" {
			out = append(out, span.Span{Start: from, End: at})
		}
		from = at + n
	}
	for i := s.Start; i < s.End; {
		n := 0
		for _, sep := range []string{"以及", "和", "及", "与", "與", "、", "，", ",", "；"} {
			if strings.HasPrefix(text[i:s.End], sep) {
				n = len(sep)
				break
			}
		}
		if n > 0 {
			cut(i, n)
			i += n
			continue
		}
		i++
	}
	cut(s.End, 0)
	return out
}

// beforeThis reports words that end the count before the present one: 此次见面
// 之前, 这次之前.
func beforeThis(s string) bool {
	for _, this := range []string{"此次", "这次", "這次", "本次", "此番"} {
		if i := strings.Index(s, this); i >= 0 && strings.Contains(s[i:], "前") {
			return true
		}
	}
	return false
}

// sum adds the check of a count that is carried on.
func (p *page) sum(i, at int, s sum) {
	t := &p.Texts[i]
	low, high := s.reach()
	total := s.total.value()
	c := Check{Kind: AddsUp, Rule: "adds-up/carried-on", Evidence: []string{s.base.ID}}
	var added []string
	for _, x := range s.terms {
		if x.id != "" {
			c.Evidence = append(c.Evidence, x.id)
		}
		added = append(added, strconv.FormatInt(x.n, 10))
	}
	c.Evidence = append(c.Evidence, s.total.ID)
	c.Verdict = verdict(total.Cmp(low) == 0)
	first := s.base.Span.In(t.Text)
	makes := plainNumber(low)
	if c.Verdict == Fails && len(s.beside) > 0 && s.base.Kind == "count" {
		c.Verdict = Open
		all := new(big.Rat).Set(low)
		var ids, names []string
		for _, f := range s.beside {
			all.Add(all, f.value())
			ids, names = append(ids, f.ID), append(names, f.Span.In(t.Text))
		}
		if all.Cmp(total) == 0 {
			c.Verdict, makes = Holds, plainNumber(all)
			c.Evidence = slices.Insert(c.Evidence, 0, ids...)
			first = strings.Join(append(names, first), " + ")
		}
	}
	if c.Verdict == Fails && total.Cmp(low) > 0 && total.Cmp(high) <= 0 {
		c.Verdict = Open
		makes += " to " + plainNumber(high) + ", as it is read"
	}
	c.Say = fmt.Sprintf("%s and %s more make %s; the page counts %s", first, strings.Join(added, " + "), makes, s.total.Span.In(t.Text))
	if next, ok := t.next(s); ok && s.before {
		c.Evidence = append(c.Evidence, next.ID)
		c.Say += " before the one that it calls " + next.Span.In(t.Text)
		if one := new(big.Rat).Add(total, big.NewRat(1, 1)); c.Verdict == Holds && one.Cmp(next.value()) != 0 {
			c.Verdict = Fails
		}
	}
	c.Say += "."
	for _, id := range c.Evidence {
		p.summed[id] = true
	}
	p.add(i, at, c)
}

// reach is the sum as it is read first, and with what a figure may leave out.
func (s sum) reach() (low, high *big.Rat) {
	low = new(big.Rat).Set(s.base.value())
	for _, x := range s.terms {
		low.Add(low, new(big.Rat).SetInt64(x.n))
	}
	high = new(big.Rat).Set(low)
	for _, x := range s.terms {
		high.Add(high, new(big.Rat).SetInt64(x.listed))
	}
	return low, high
}

// sameStart reports that two ordinals are not counted from different times on.
func sameStart(a, b string) bool {
	return a == b || !strings.Contains(a, "/") || !strings.Contains(b, "/")
}

// next is the ordinal of the one that is told of: the last of the unit in the
// paragraph before the base.
func (t *Text) next(s sum) (Figure, bool) {
	paragraph := around(t.Text, s.base.Span.Start, "\n")
	for _, f := range slices.Backward(within(t.Figures, paragraph)) {
		if f.ID != s.base.ID && f.Kind == "ordinal" && f.Unit == s.total.Unit && countable(f) && t.sameNoun(f, s.base) && sameStart(f.Period, s.base.Period) {
			return f, true
		}
	}
	return Figure{}, false
}
