package view

import (
	"dateline/internal/term"
	"dateline/record"
)

// checks writes what was held against what, in plain sentences.
func (p *page) checks() {
	if len(p.rec.Checks) == 0 {
		return
	}
	p.line()
	p.rule("-", "checks", "")
	for _, c := range p.rec.Checks {
		p.wrap("", step, strong(c.ID), plain(" "), verdict(c.Holds), plain(" "+c.Say), faint(" ("+c.Kind+")"))
	}
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
