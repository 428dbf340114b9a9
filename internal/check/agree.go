package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// told is a figure with the words around it.
type told struct {
	Figure
	text     int
	sentence int // where its sentence begins
	clause   clause
}

const (
	// mostTold is how many figures of one kind and unit are held against each
	// other, and mostOnPage how many texts a page has: more are a collection,
	// in which one thing is told of many days.
	mostTold   = 64
	mostOnPage = 128
)

// agreements finds the figures that the page tells in two places.
func (p *page) agreements() {
	if len(p.Texts) > mostOnPage {
		return
	}
	var order []string
	groups := map[string][]told{}
	for i := range p.Texts {
		t := &p.Texts[i]
		for _, f := range t.Figures {
			if f.value() == nil || !telling(f) {
				continue
			}
			key := f.Kind + " " + f.Unit + " " + f.Change
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], told{f, i, sentence(t.Text, f.Span.Start).Start, t.clause(f.Span)})
		}
	}
	for _, key := range order {
		if g := groups[key]; len(g) <= mostTold {
			p.agreement(g)
		}
	}
}

// telling reports a figure that says much enough for two places to be of one
// thing: a streak, or one of two digits.
func telling(f Figure) bool {
	switch f.Kind {
	case "streak":
		return true
	case "money", "count", "measure":
		return len(strings.Trim(strings.TrimRight(f.Value, "0"), ".")) > 1
	}
	return false
}

// agreement adds the checks of the figures of one kind and unit: those that
// are told again, and those that are told again with another value.
func (p *page) agreement(g []told) {
	used := make([]bool, len(g))
	for k, a := range g {
		if used[k] {
			continue
		}
		same := []told{a}
		for j := k + 1; j < len(g); j++ {
			b := g[j]
			if used[j] || a.text == b.text && a.sentence == b.sentence || !samePeriod(a.Figure, b.Figure) {
				continue
			}
			switch equal := a.value().Cmp(b.value()) == 0; {
			case equal && p.again(a, b):
				used[j] = true
				same = append(same, b)
			case !equal && p.otherwise(a, b, g):
				used[j] = true
				p.disagree(a, b)
			}
		}
		if len(same) > 1 {
			p.agree(same)
		}
	}
}

// samePeriod reports that two figures are not for different times.
func samePeriod(a, b Figure) bool { return a.Period == b.Period || a.Period == "" || b.Period == "" }

// again reports that two figures of one value are told of one thing: most of
// the words around them are the same, and the names are.
func (p *page) again(a, b told) bool {
	share, pairs := alike(a.clause.before+a.clause.after, b.clause.before+b.clause.after)
	return share >= 0.6 && pairs >= 5 && p.sameNames(a, b)
}

// otherwise reports that two figures of different values are told of one
// thing, both exactly and of one day.
func (p *page) otherwise(a, b told, g []told) bool {
	x, y := &p.Texts[a.text], &p.Texts[b.text]
	if !a.exact() || !b.exact() || x.Day != y.Day && x.Day != "" && y.Day != "" {
		return false
	}
	if a.Kind == "streak" {
		return a.Period == b.Period && sameThing(a.clause, b.clause) && p.sameNames(a, b)
	}
	return x.Headline && !y.Headline && x.Article == y.Article && p.headlineAlone(a, b, g)
}

// sameThing reports that the words before two figures are the same, and most
// of those behind them.
func sameThing(a, b clause) bool {
	shared := length(common(a.after, b.after))
	return a.before == b.before && length(a.before) >= 2 && shared >= 5 && 2*shared > max(length(a.after), length(b.after))
}

// headlineAlone reports that a headline's figure is told in the body in nearly
// the same words with another value, and nowhere in the body with its own,
// rounded or not.
func (p *page) headlineAlone(a, b told, g []told) bool {
	share, pairs := alike(a.clause.before+a.clause.after, b.clause.before+b.clause.after)
	if share < 0.75 || pairs < 5 || !p.sameNames(a, b) {
		return false
	}
	for _, x := range g {
		if x.text != a.text && p.Texts[x.text].Article == p.Texts[a.text].Article && a.wide().meet(x.wide()) {
			return false
		}
	}
	return true
}

// sameNames reports that the names of two clauses are the same.
func (p *page) sameNames(a, b told) bool {
	return slices.Equal(p.namesIn(a.clause.before+" "+a.clause.after), p.namesIn(b.clause.before+" "+b.clause.after))
}

// agree adds the check of a figure that is told again.
func (p *page) agree(same []told) {
	c := Check{Kind: Agree, Rule: "agree/told-again", Verdict: Holds}
	var where []string
	for _, x := range same {
		c.Evidence = append(c.Evidence, x.ID)
		if place := p.place(x); !slices.Contains(where, place) {
			where = append(where, place)
		}
	}
	c.Say = fmt.Sprintf("%s is told %s, in %s.", p.Texts[same[0].text].printed(same[0].Figure), times(len(same)), strings.Join(where, " and "))
	p.add(same[0].text, same[0].Span.Start, c)
}

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// place says where a figure stands.
func (p *page) place(x told) string {
	t := &p.Texts[x.text]
	if t.Headline {
		return "the headline of " + t.Article
	}
	return "the text of " + t.Article
}

func (t *Text) printed(f Figure) string { return f.Span.In(t.Text) }

// disagree adds the check of a figure that is told with another value.
func (p *page) disagree(a, b told) {
	p.add(a.text, a.Span.Start, Check{Kind: Agree, Rule: "agree/told-otherwise", Verdict: Fails, Evidence: []string{a.ID, b.ID},
		Say: fmt.Sprintf("%s in %s and %s in %s are told of the same: %s.", p.Texts[a.text].printed(a.Figure), p.place(a),
			p.Texts[b.text].printed(b.Figure), p.place(b), difference(a.value(), b.value()))})
}

func difference(a, b *big.Rat) string {
	d := new(big.Rat).Sub(a, b)
	return "they differ by " + plainNumber(d.Abs(d))
}
