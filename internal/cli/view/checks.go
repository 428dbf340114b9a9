package view

import (
	"fmt"

	"dateline/internal/term"
	"dateline/record"
)

// shownOfKind is how many checks of one kind that hold are written out, unless
// all is asked for.
const shownOfKind = 3

// checks writes what was held against what, in plain sentences: first what
// does not hold or cannot be told, then what holds.
func (p *page) checks() {
	if len(p.rec.Checks) == 0 {
		return
	}
	p.line()
	p.rule("-", "checks", "")
	for _, c := range p.rec.Checks {
		if c.Holds == nil || !*c.Holds {
			p.check(c)
		}
	}
	p.holding()
}

// holding writes the checks that hold, of each kind the first ones.
func (p *page) holding() {
	var kinds []string
	count := map[string]int{}
	for _, c := range p.rec.Checks {
		if c.Holds == nil || !*c.Holds {
			continue
		}
		if count[c.Kind]++; count[c.Kind] == 1 {
			kinds = append(kinds, c.Kind)
		}
		if p.opt.All || count[c.Kind] <= shownOfKind {
			p.check(c)
		}
	}
	for _, kind := range kinds {
		if more := count[kind] - shownOfKind; more > 0 && !p.opt.All {
			p.line(faint(fmt.Sprintf("%d more hold (%s)", more, kind)))
		}
	}
}

// check writes one check.
func (p *page) check(c record.Check) {
	p.wrap("", step, strong(c.ID), plain(" "), verdict(c.Holds), plain(" "+c.Say), faint(" ("+c.Kind+")"))
}

// verdict is how a check came out.
func verdict(holds *bool) term.Run {
	switch {
	case holds == nil:
		return plain("cannot tell:")
	case *holds:
		return plain("holds:")
	}
	return term.Run{Text: "does not hold:", Style: term.Doubt}
}

// outcomes counts the checks that do not hold, and those that cannot be told.
func outcomes(all []record.Check) (fail, open int) {
	for _, c := range all {
		switch {
		case c.Holds == nil:
			open++
		case !*c.Holds:
			fail++
		}
	}
	return fail, open
}
