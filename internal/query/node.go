package query

// Node is a part of a parsed query: an [And], [Or], [Not], [Phrase], [Near],
// [Field] or [Range], as a value and not as a pointer.
type Node interface {
	// At gives where the part stands in the query, in code points, end
	// exclusive.
	At() (start, end int)
	node()
}

// Place is where a part of a query stands in it: code points, end exclusive.
type Place struct {
	Start, End int
}

// At gives the place.
func (p Place) At() (start, end int) { return p.Start, p.End }

func (Place) node() {}

// And asks for all of two or more parts. None of them is an And itself.
type And struct {
	Of []Node
	Place
}

// Or asks for one of two or more parts, or several. None of them is an Or
// itself.
type Or struct {
	Of []Node
	Place
}

// Not asks for all articles but those of a part.
type Not struct {
	Of Node
	Place
}

// Phrase asks for a run of characters in the headline or the body.
type Phrase struct {
	// Text is as the user wrote it: not folded, white space and marks kept.
	// It holds at least one character that is neither space nor punctuation.
	Text string
	Place
}

// Near asks for two phrases, in either order, with at most so many characters
// between the end of the one and the start of the other.
type Near struct {
	A, B   Phrase
	Within int
	Place
}

// Field asks for a value of a field.
type Field struct {
	// Name is one of [Names], never an alias and never [Date].
	Name string
	// Text is as the user wrote it, without white space at its ends; but for
	// kind, mode and status it is the record's word (meet for 会见), and for
	// works it is without 《》.
	Text string
	Place
}

// Range asks for a field between two values, both included.
type Range struct {
	// Name is [Date], the only field that has ranges.
	Name string
	// From and To are ISO 8601 dates of a day, a month or a year (2016-05-09,
	// 2016-05, 2016), "" for an open end. A month or year takes in all of its
	// days: To 2016-05 is up to 2016-05-31. A single date is a range from it
	// to itself. From is not after To; not both are "".
	From, To string
	Place
}

// NearDefault is the distance of a NEAR without one, in characters.
const NearDefault = 30

// The names of the fields.
const (
	Speaker      = "speaker"      // who says something: a person or body, as the record names it
	Person       = "person"       // who is named
	Where        = "place"        // a place that is named
	Agency       = "agency"       // the agency of the dateline
	Organization = "organization" // a body that is named
	Date         = "date"         // the day of the article; always a Range
	Kind         = "kind"         // a kind of event
	Works        = "works"        // the title of a work that is named, without 《》
	Unit         = "unit"         // the unit of a figure
	Headline     = "headline"     // words of the headline
	Body         = "body"         // words of the paragraphs
	Says         = "says"         // words of what is said in statements
	Hearer       = "hearer"       // to whom something is said
	Title        = "title"        // a title or office of a person
	Source       = "source"       // where the source was taken from
	ID           = "id"           // the id of a source, article or fact
	Mode         = "mode"         // how something is said
	Status       = "status"       // whether an event happened
)
