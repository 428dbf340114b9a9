package check

import (
	"fmt"
	"slices"
	"strings"

	"dateline/internal/span"
)

// numbered is an ordinal with the time of what it numbers.
type numbered struct {
	Figure
	text int
	noun string
	time Time
	in   span.Span // its sentence
}

// ordinals holds the ordinals of each series against the times of what they
// number.
func (p *page) ordinals() {
	for i := range p.Texts {
		var all []numbered
		for _, f := range p.Texts[i].Figures {
			if f.Kind == "ordinal" && countable(f) && !p.summed[f.ID] {
				if n, ok := p.numbered(i, f); ok {
					all = append(all, n)
				}
			}
		}
		if len(all) > mostInSeries {
			continue // a list of numbered things, no series of happenings
		}
		for k, b := range all {
			for _, a := range slices.Backward(all[:k]) {
				if p.series(a, b) && a.value().Cmp(b.value()) != 0 {
					p.order(a, b)
					break
				}
			}
		}
	}
}

// mostInSeries is how many ordinals of a text are held against each other.
const mostInSeries = 32

// numbered reads the time of an ordinal: the last day, month or year before it
// in its sentence, or in the one before where the sentence points back.
func (p *page) numbered(i int, f Figure) (numbered, bool) {
	t := &p.Texts[i]
	n := numbered{Figure: f, text: i, noun: t.noun(f)}
	s := sentence(t.Text, f.Span.Start)
	n.in = s
	s.End = f.Span.Start
	ok := false
	if n.time, ok = t.last(s); ok {
		return n, true
	}
	if head := t.Text[s.Start:f.Span.Start]; strings.HasPrefix(head, "这") || strings.HasPrefix(head, "此") || strings.HasPrefix(head, "這") {
		n.time, ok = t.last(previous(t.Text, s))
	}
	return n, ok
}

// last is the last time with a place in the calendar in a stretch.
func (t *Text) last(s span.Span) (Time, bool) {
	for _, x := range slices.Backward(within(t.Times, s)) {
		if dated(x) {
			return x, true
		}
	}
	return Time{}, false
}

// series reports ordinals of one series: one unit, one noun, counted from one
// time on, and nothing that says that they are of different parties.
func (p *page) series(a, b numbered) bool {
	if a.Unit != b.Unit || a.noun != b.noun || a.noun == "" || !sameSince(a.Period, b.Period) {
		return false
	}
	t := p.Texts[a.text].Text
	return strings.Contains(a.Period, "/") || length(a.noun) >= 4 && slices.Equal(p.namesIn(a.in.In(t)), p.namesIn(b.in.In(t)))
}

// sameSince reports that what two ordinals count from is the same, or that
// neither says it.
func sameSince(a, b string) bool {
	if strings.Contains(a, "/") || strings.Contains(b, "/") {
		return a == b
	}
	return true
}

// order adds the check of two ordinals of a series.
func (p *page) order(a, b numbered) {
	t := &p.Texts[a.text]
	first, second := a, b
	switch {
	case before(b.time.Value, a.time.Value):
		first, second = b, a
	case !before(a.time.Value, b.time.Value):
		return // the page does not tell them apart in time
	}
	holds := first.value().Cmp(second.value()) < 0
	p.add(a.text, a.Span.Start, Check{Kind: Ordinal, Rule: "ordinal/series", Verdict: verdict(holds),
		Evidence: []string{first.ID, second.ID, first.time.ID, second.time.ID},
		Say: fmt.Sprintf("%s is told of %s and %s of %s: the later has the %s number.", first.Span.In(t.Text), first.time.Span.In(t.Text),
			second.Span.In(t.Text), second.time.Span.In(t.Text), map[bool]string{true: "greater", false: "smaller"}[holds])})
}

// before reports that a TIMEX3 point lies before another: what the values have
// in common in length is less.
func before(a, b string) bool {
	a, _, _ = strings.Cut(a, "T")
	b, _, _ = strings.Cut(b, "T")
	if !calendar(a) || !calendar(b) {
		return false
	}
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// calendar reports a year, a month or a day in digits.
func calendar(v string) bool {
	return (len(v) == 4 || len(v) == 7 || len(v) == 10) && strings.Trim(v, "0123456789-") == ""
}

// namesIn are the ids of the names that stand in a text.
func (p *page) namesIn(text string) []string {
	var out []string
	for _, n := range p.Names {
		if slices.ContainsFunc(n.Forms, func(f string) bool { return f != "" && strings.Contains(text, f) }) {
			out = append(out, n.ID)
		}
	}
	return out
}
