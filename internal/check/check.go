package check

import (
	"cmp"
	"slices"

	"dateline/internal/span"
)

// The kinds of check.
const (
	// AddsUp: counts, ordinals and values make the sum or the change that the
	// page gives for them. The space is that of the annotated pages, where the
	// format's first list has adds-up: docs/checks.md.
	AddsUp = "adds up"
	// Agree: a figure that is told in two places is the same in both.
	Agree = "agree"
	// Ordinal: of two in a series the later has the greater number.
	Ordinal = "ordinal"
	// Weekday: a date falls on the day of the week that is printed with it.
	Weekday = "weekday"
	// RelativeDay: today, yesterday and the like are the date beside them.
	RelativeDay = "relative-day"
	// TitleAtDate: one person has no two titles for one time that exclude
	// each other.
	TitleAtDate = "title-at-date"
)

// Verdict says how a check came out.
type Verdict int

// The verdicts.
const (
	// Open: the page does not allow to tell.
	Open Verdict = iota
	Holds
	Fails
)

// verdict is Holds or Fails.
func verdict(holds bool) Verdict {
	if holds {
		return Holds
	}
	return Fails
}

// Facts are what the page says.
type Facts struct {
	// Texts are the headlines and bodies in the order of the page.
	Texts []Text
	// Names are the people, places and bodies of the page.
	Names []Name
	// People have the titles.
	People []Person
	// YearKnown says that the year of the page was given or is printed on it.
	YearKnown bool
}

// Text is one headline or the body of one article.
type Text struct {
	// Article is the id of its article; Day is the article's day as its
	// dateline or its page gives it, a TIMEX3 value, "" for none.
	Article, Day string
	Text         string
	// Headline says that it is one.
	Headline bool
	// Figures and Times are in the order of the text.
	Figures []Figure
	Times   []Time
}

// Figure is one number of a text.
type Figure struct {
	ID   string
	Span span.Span
	// Kind, Value, High, Unit, Bound, Subject and Period are those of the
	// record.
	Kind, Value, High, Unit, Bound, Subject, Period string
	// Change is up, down or none for a rise or a fall, "" for a level; Base is
	// against what.
	Change, Base string
}

// Time is one time expression of a text.
type Time struct {
	ID   string
	Span span.Span
	// Type, Value and Basis are those of the record.
	Type, Value, Basis string
	// Said says that it stands in words that somebody is said to have spoken.
	Said bool
}

// Name is a person, a place or a body.
type Name struct {
	ID string
	// Forms are the ways in which the page writes it.
	Forms []string
}

// Person is one person of the page.
type Person struct {
	ID, Name string
	Titles   []Title
}

// Title is a title of a person.
type Title struct {
	Text, Article string
	// At is the time that the page gives it for, "" where it gives none.
	At string
}

// Check is one thing held against another.
type Check struct {
	Kind     string
	Verdict  Verdict
	Evidence []string
	Say      string
	// Rule names what found it.
	Rule string
	// at is where it goes among the others: text, then byte.
	text, at int
}

// Find gives the checks of a page in the order in which it tells what they
// compare.
func Find(f Facts) []Check {
	p := &page{Facts: f, summed: map[string]bool{}}
	for i := range f.Texts {
		p.sums(i)
		p.parts(i)
		p.changes(i)
		p.weekdays(i)
		p.relativeDays(i)
	}
	p.ordinals()
	p.agreements()
	p.titles()
	slices.SortStableFunc(p.out, func(a, b Check) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.at, b.at))
	})
	return p.out
}

// page is what the rules work on.
type page struct {
	Facts
	// summed are the ids of the figures that a sum has taken in: an ordinal
	// among them is held against the others already.
	summed map[string]bool
	out    []Check
}

// add notes a check that begins at byte at of text i.
func (p *page) add(i, at int, c Check) {
	c.text, c.at = i, at
	p.out = append(p.out, c)
}
