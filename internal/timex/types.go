package timex

import "dateline/internal/span"

// Context is what is known of a text before it is read.
type Context struct {
	// Dateline is the day of the article's dateline in ISO form, "" unknown.
	Dateline string
	// Published is when the page came out in ISO form, a day, a month, a
	// year or an instant to the second, "" unknown.
	Published string
	// Place is the place of the dateline as printed, "" none. It gives the
	// zone of 当地时间.
	Place string
	// Quotes are the statements whose inside counts from a time of speaking
	// of their own; may be nil.
	Quotes []Quote
	// Seed is the last time named before this text, in an earlier paragraph
	// or a headline; may be nil.
	Seed *Time
}

// Quote is a stretch of the body that was spoken at another time than it was
// written.
type Quote struct {
	Span span.Span
	// Said is the TIMEX3 value of the time of speaking.
	Said string
}

// Time is one time expression of a body.
type Time struct {
	// Span is in bytes of the body.
	Span span.Span
	// Type is date, time, interval, duration or set.
	Type string
	// Value is TIMEX3, of a range an ISO 8601-2 interval; "" where the text
	// does not fix it.
	Value string
	// Mod is APPROX, START, MID, END, BEFORE, AFTER or "".
	Mod string
	// EDTF is the value in the Extended Date/Time Format, "" for durations,
	// sets and what has no date.
	EDTF string
	// Anchor is the value that a relative expression was counted from.
	Anchor string
	// Basis says where the anchor came from: dateline, published, previous
	// time, time of speaking; "" where none was needed or none was found.
	Basis string
	// Earliest and Latest are the first and the last second that the value
	// allows, "" where one is open or not known.
	Earliest, Latest string
	// Rule names the rule that read it.
	Rule string
}

// The values of Time.Basis.
const (
	BasisDateline  = "dateline"
	BasisPublished = "published"
	BasisPrevious  = "previous time"
	BasisSpeaking  = "time of speaking"
)

// The values of Time.Type.
const (
	TypeDate     = "date"
	TypeTime     = "time"
	TypeInterval = "interval"
	TypeDuration = "duration"
	TypeSet      = "set"
)

// The values of times that only point at the past, the present or the future.
const (
	PastRef    = "PAST_REF"
	PresentRef = "PRESENT_REF"
	FutureRef  = "FUTURE_REF"
)
