package archive

import (
	"context"

	"dateline/internal/query"
	"dateline/record"
)

// Facts is the part of a Reader that gives facts as rows of few values, to be
// put together over many sources. The characters of a row are those of the
// fact in the record of its source, which its ID names.
type Facts interface {
	// Events gives the events asked for, the earliest article first, those
	// without a day before all.
	Events(ctx context.Context, ask EventAsk) ([]EventRow, error)
	// Statements gives a page of statements, the latest article first, and
	// how many there are.
	Statements(ctx context.Context, ask StatementAsk) ([]StatementRow, int, error)
	// Figures gives a page of figures, the earliest article first, with a
	// speaker the latest, and how many there are.
	Figures(ctx context.Context, ask FigureAsk) ([]FigureRow, int, error)
	// Subjects counts figures by what they count, most first; at most limit,
	// all where limit is 0. With a word it takes subjects that have it in
	// them.
	Subjects(ctx context.Context, with string, limit int) ([]Value, error)
	// Works gives a page of works, the latest article first, and how many
	// there are.
	Works(ctx context.Context, ask WorkAsk) ([]WorkRow, int, error)
	// Titles counts works by their titles, most first; at most limit, all
	// where limit is 0. With a word it takes titles that have it in them.
	Titles(ctx context.Context, with string, limit int) ([]Value, error)
	// Checks gives the checks of the records of which holds is so, the
	// earliest article first; at most limit, all where limit is 0.
	Checks(ctx context.Context, holds Holds, limit int) ([]CheckRow, int, error)
	// Called gives every title that a source gives a person and that ends with
	// one of some words, by name and then by source.
	Called(ctx context.Context, endings []string) ([]TitleGiven, error)
	// Days gives the first and the last day of an article of the archive, ""
	// where no article has one.
	Days(ctx context.Context) (first, last string, err error)
	// Names gives the full names that the sources use for a name or a form,
	// as People looks for it; the name itself where it is one.
	Names(ctx context.Context, name string) ([]string, error)
}

// FactRow is what every row has.
type FactRow struct {
	// ID is the fact's, with its source: b7k2m4xq3d/e3.
	ID string
	// Article is the id of its article in the record.
	Article string
	// Day is that of its article, "" where it has none.
	Day string
}

// EventRow is an event with its parties.
type EventRow struct {
	FactRow
	Kind, Status string
	// Time is a TIMEX3 value, Basis why where it is not said of the event.
	Time, Basis     string
	Place           string
	Ordinal, Series string
	// Same is the ID of the first event of the source that this one is.
	Same    string
	Parties []Party
}

// Party is who takes part in an event, speaks or hears.
type Party struct {
	// Name is as the record calls a person, or as printed.
	Name string
	// Person is the id of the person in the record, "" for others.
	Person string
	// Role is "" for a principal; As is the title.
	Role, As string
}

// EventAsk asks for events; a value that is not given asks for all.
type EventAsk struct {
	Kinds []string
	// With are names of which each has to take part, whatever the role: a
	// person by any form of the name.
	With []string
	// Series: only events with an ordinal.
	Series bool
	// Articles narrows it to the articles of a query.
	Articles query.Node
}

// StatementRow is a statement.
type StatementRow struct {
	FactRow
	Mode            string
	Speaker, Hearer Party
	// Time is the value of when it was said, "" where only the article's day
	// is known.
	Time string
}

// StatementAsk asks for a page of statements.
type StatementAsk struct {
	// Speaker and Hearer are names, of people by any form.
	Speaker, Hearer string
	// From and To are days of articles, both included: of any precision.
	From, To string
	// Articles narrows it to the articles of a query.
	Articles query.Node
	// Offset is how many are left out, Limit the most that are given; 0 gives
	// all.
	Offset, Limit int
}

// FigureRow is a figure.
type FigureRow struct {
	FactRow
	Kind, Value, High, Unit, Bound string
	Subject, Period                string
	// Change is up or down, Base against what.
	Change, Base string
	// Statement is the ID of the statement in whose words it stands.
	Statement string
}

// FigureAsk asks for figures.
type FigureAsk struct {
	// Subject is what is counted. Near takes subjects that have it in them
	// too.
	Subject string
	Near    bool
	// Period is the time that the figure is for or one that it lies in: 2019
	// asks for 2019-03 too.
	Period string
	// Speaker asks for the figures in somebody's words.
	Speaker string
	// Articles narrows it to the articles of a query.
	Articles      query.Node
	Offset, Limit int
}

// WorkRow is a telling of a work.
type WorkRow struct {
	FactRow
	Title, Kind string
}

// WorkAsk asks for tellings of works.
type WorkAsk struct {
	// Title is the whole title.
	Title string
	// Articles narrows it to the articles of a query.
	Articles      query.Node
	Offset, Limit int
}

// CheckRow is a check of one record.
type CheckRow struct {
	FactRow
	Kind  string
	Holds Holds
}

// Holds says whether a check holds.
type Holds int8

// The answers.
const (
	Unknown Holds = iota
	Yes
	No
)

// HoldsOf gives what a record's check says.
func HoldsOf(b *bool) Holds {
	switch {
	case b == nil:
		return Unknown
	case *b:
		return Yes
	}
	return No
}

// SpokenIn gives, for each figure of a record, the index of the innermost
// statement in whose words it stands, -1 where it stands in none.
func SpokenIn(r *record.Record) []int {
	out := make([]int, len(r.Figures))
	byArticle := map[string][]int{}
	for i := range r.Statements {
		byArticle[r.Statements[i].Article] = append(byArticle[r.Statements[i].Article], i)
	}
	for i := range r.Figures {
		out[i] = innermost(r, byArticle[r.Figures[i].Article], r.Figures[i].Span)
	}
	return out
}

// innermost is the shortest of some statements that a span stands in.
func innermost(r *record.Record, among []int, s record.Span) int {
	best, length := -1, 0
	from, to := ends(s)
	for _, i := range among {
		a, b := ends(r.Statements[i].Content)
		if a < 0 || from < a || to > b || best >= 0 && b-a >= length {
			continue
		}
		best, length = i, b-a
	}
	return best
}

// ends are the first offset of a span and the one after its last.
func ends(s record.Span) (from, to int) {
	if len(s.Pieces) == 0 {
		return -1, -1
	}
	return s.Pieces[0].Start(), s.Pieces[len(s.Pieces)-1].End()
}

// TitleGiven is a title that a source gives somebody.
type TitleGiven struct {
	Source, Person string
	Name, Title    string
	// Day is that of the first article of the source that names the person.
	Day string
}
