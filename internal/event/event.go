// Package event finds what happened in an article: who met, visited, received,
// wrote to, signed with whom, where and when.
//
// Input is the article's body as package clause reads it; output spans are
// bytes of the body. The rules of what is an event are those of the record
// format.
package event

import "dateline/internal/span"

// Context is what is known of the article.
type Context struct {
	// Kind is the article's kind (report, qa, …).
	Kind string
	// Body is the body itself, for names that are given as printed.
	Body string
	// Published is the page's day, "" where it has none.
	Published string
	// Names are the fullest names of people by their number on the page.
	Names func(number int) string
	// Day is the dateline's day, a TIMEX3 value, and Place its place; "" where
	// there is none.
	Day, Place string
	// Values are the TIMEX3 values of times by clause.Thing.Number.
	Values func(number int) (value, kind string)
	// Said are the words of statements with whose they are.
	Said []Said
}

// Said is words of somebody: bytes of the body, the speaker's name and number
// on the page, -1 for none.
type Said struct {
	Span   span.Span
	Name   string
	Person int
}

// Event is one happening.
type Event struct {
	Kind         string
	Trigger      span.Span
	Participants []Participant
	// Time is a TIMEX3 value, "" where the page gives none; Ref the number of
	// the time expression, -1 where it is inherited, and Basis then from what.
	Time  string
	Ref   int
	Basis string
	// Place is where, empty where the page does not say.
	Place  span.Span
	Status string
	// Works are the numbers of the documents.
	Works           []int
	Ordinal, Series string
	// SameAs are numbers of events of the same list.
	SameAs        []int
	PLOVER, CAMEO string
	// Told is the number of the words of Context.Said that tell it, -1 where
	// the article itself does; Aside that a clause of occasion or a noun does.
	Told  int
	Aside bool
	Rule  string
}

// Participant is who takes part.
type Participant struct {
	Name   string
	Person int // number on the page, -1 for none
	Role   string
	As     string // the title at the time
}
