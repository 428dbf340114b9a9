package figure

import "dateline/internal/span"

// The kinds of figure.
const (
	Money   = "money"
	Count   = "count"
	Ordinal = "ordinal"
	Streak  = "streak"
	Measure = "measure"
	Percent = "percent"
	Ratio   = "ratio"
	Rank    = "rank"
	Age     = "age"
)

// The bounds of a figure that is not exact.
const (
	MoreThan = "more than"
	AtLeast  = "at least"
	LessThan = "less than"
	AtMost   = "at most"
	About    = "about"
	Nearly   = "nearly"
)

// Time is a time expression of the body, found before.
type Time struct {
	Span span.Span
	// Value is its TIMEX3 value, Type its kind (date, time, interval,
	// duration, set).
	Value, Type string
}

// Context is what is known of the body before figures are read.
type Context struct {
	// Times are in the order of the body. Figures are not looked for inside
	// them (but for 连续13年), and they give figures their periods. Without
	// them dates and clock times are still no figures.
	Times []Time
}

// Figure is one number with what it counts.
type Figure struct {
	// Span holds number and unit and what is fused to them.
	Span span.Span
	Kind string
	// Value is a decimal number; High the upper end of a range, "" where
	// there is none.
	Value, High string
	// Unit is ISO 4217, UCUM, {pp} or a word in braces, "" for none.
	Unit string
	// Bound is one of the bounds, "" for an exact figure.
	Bound string
	// Cue is the word outside the span that gives the bound, empty for none.
	Cue span.Span
	// Subject is what is counted, in the words of the text, "" where the
	// text does not say it near by.
	Subject string
	// Period is the value of the time that the figure is for.
	Period string
	// Change is set where the figure is a rise or a fall.
	Change *Change
	// Rule names what found the figure.
	Rule string
}

// Change says that a figure is a rise or a fall, and against what.
type Change struct {
	// Direction is up, down or none.
	Direction string
	// Base is year-on-year, previous-period or a TIMEX3 value, "" where the
	// text does not say.
	Base string
	// Cue is the word that says it.
	Cue span.Span
}

// Find reads the figures of a body.
func Find(body string, c Context) []Figure {
	f := finder{s: body, times: c.Times}
	for i := next(body, 0); i < len(body); i = next(body, i) {
		i = max(f.at(i), i+1)
	}
	return f.out
}
