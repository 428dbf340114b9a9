package record

// Figure is one number with what it counts.
type Figure struct {
	Fact
	Kind string `json:"kind" jsonschema:"enum=money,enum=count,enum=ordinal,enum=streak,enum=measure,enum=percent,enum=ratio,enum=rank,enum=age"`
	// Value is a decimal number; 万 and 亿 are in it. High is the upper end
	// of a range.
	Value string   `json:"value"`
	High  Nullable `json:"high"`
	// Unit is ISO 4217 for money, UCUM for measures, and for counts the
	// classifier in braces.
	Unit  Nullable `json:"unit"`
	Bound Nullable `json:"bound" jsonschema:"enum=more than,enum=at least,enum=less than,enum=at most,enum=about,enum=nearly"`
	// Cue is the word outside the span that gives the bound.
	Cue     *Span    `json:"cue"`
	Subject Nullable `json:"subject"`
	// Period is the time that the figure is for, as a TIMEX3 value.
	Period Nullable `json:"period"`
	Change *Change  `json:"change"`
}

// Change says that a figure is a rise or a fall, and against what.
type Change struct {
	Direction string `json:"direction" jsonschema:"enum=up,enum=down,enum=none"`
	// Base is year-on-year, previous-period, or a TIMEX3 value; null where
	// the page does not say.
	Base Nullable `json:"base"`
	Cue  Span     `json:"cue"`
}
