// Package statement finds who said what in an article: the words that the
// page gives as somebody's, whose they are, to whom, and how they are given.
//
// Input is the article's body as package clause reads it; output spans are
// bytes of the body. The rules of what is a statement are those of the record
// format.
package statement

import (
	"dateline/internal/span"
)

// The modes: how the words are given.
const (
	Direct   = "direct"   // the speaker's own words
	Indirect = "indirect" // a clause of what is said
	Act      = "act"      // something done in words, to an object
	Carried  = "carried"  // goes on without a new verb of saying
)

// Context is what is known of the article.
type Context struct {
	// Kind is the article's kind (report, qa, …).
	Kind string
	// Day is the dateline's day, a TIMEX3 value, "" where there is none.
	Day string
	// Agency is the agency of the dateline as printed.
	Agency string
	// Sayer is whose sayings the article is by its headline (某主席语录), as
	// printed there.
	Sayer string
}

// Statement is words given as somebody's.
type Statement struct {
	// Span is all of it, from the speaker or the cue to the end of the words.
	Span    span.Span
	Speaker Party
	// Hearer is to whom, nil where the page does not say.
	Hearer  *Party
	Cue     []span.Span
	Mode    string
	Content span.Span
	Inner   []Inner
	// Time is the number of the time of speaking (clause.Thing.Number), -1 for
	// none; Within the number of the statement that quotes this one, -1 for
	// none.
	Time, Within int
	Rule         string
}

// Party is who speaks or hears.
type Party struct {
	// Span is where the words for it stand; empty where they do not (a
	// speaker taken from the sentence before).
	Span span.Span
	// Name is the person's fullest name, else the body or group as printed,
	// "" where the page does not print who speaks.
	Name string
	// Person is the person's number on the page, -1 for none.
	Person int
}

// Inner is a word of the content that points outside it: a person's, with the
// names that it stands for, none where the page does not say; or a time, by
// its number, -1 for none.
type Inner struct {
	Span  span.Span
	Means []string
	Time  int
}
