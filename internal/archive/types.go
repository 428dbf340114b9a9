package archive

import (
	"time"

	"dateline/internal/query"
	"dateline/record"
)

// Item is a source as read, to be put.
type Item struct {
	// Origin is where the source was taken from: a path, or a path with #
	// and the line or key of an item in it. It is unique in the archive.
	Origin string
	// SHA256 is the digest of the source's bytes, or of an item in a form
	// that does not depend on where it stood.
	SHA256 [32]byte
	// Text is the decoded text that the record's offsets count.
	Text string
	// Given is what the user said of the source.
	Given Given
	// Record is what was read.
	Record *record.Record
	// Keep is what the source had in another archive, nil for a new one.
	Keep *Kept
}

// Kept is what a source takes with it from one archive to another.
type Kept struct {
	ID       string
	Added    time.Time
	Revision int
}

// Given is what the user said of a source, apart from what was read in it;
// what was not said is "".
type Given struct {
	Headline    string `json:"headline,omitempty"`
	Day         string `json:"day,omitempty"` // YYYY, YYYY-MM or YYYY-MM-DD
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
	// More has anything else, by its name.
	More map[string]string `json:"more,omitempty"`
}

// Key is by what a source is known.
type Key struct {
	Origin string
	SHA256 [32]byte
	Given  Given
	// Rules is the version of the rules that would read the source.
	Rules string
}

// Verdict is what becomes of a source that is put.
type Verdict string

// The verdicts.
const (
	Added     Verdict = "added"     // its content and origin are new
	Replaced  Verdict = "replaced"  // its origin had other content, or other given values
	Reread    Verdict = "reread"    // the same source, read by other rules
	Current   Verdict = "current"   // the same source by the same rules is there: skipped
	Elsewhere Verdict = "elsewhere" // its content is there under another origin: skipped
)

// Outcome says what became of one item.
type Outcome struct {
	Verdict Verdict
	// ID is the source that is in the archive for it, "" where Known is
	// asked and none is.
	ID string
	// Origin is the origin of that source: another than the item's where the
	// verdict is Elsewhere.
	Origin string
}

// Info is a source without its text.
type Info struct {
	// ID is short, made from the content, and kept as long as the origin is.
	ID     string
	Origin string
	SHA256 [32]byte
	Given  Given
	// Rules is the version of the rules that read it.
	Rules string
	// Added is when it was last put; no source has a time before that of one
	// added before it, whatever the clock said.
	Added time.Time
	// Revision is 1, and one more each time that other content or other rules
	// took its place.
	Revision int
	Articles int
	Chars    int
}

// Source is a source with its text.
type Source struct {
	Info
	Text string
}

// Thing is what an id inside a source names.
type Thing struct {
	Source Info
	// Kind is article, person, place, organization, time, figure, statement,
	// event, work, slip or check.
	Kind string
	// Value is a pointer to the record's value of that kind.
	Value any
}

// List asks for sources.
type List struct {
	// Rules leaves out those that these rules read, "" none: what is stale.
	Rules string
	// Cursor is Next of the page before, "" for the first.
	Cursor string
	// Limit is the most sources of a page; 0 is 100.
	Limit int
}

// Sources is a page of them.
type Sources struct {
	Sources []Info
	// Next is the cursor of the next page, "" where there is none.
	Next string
}

// Status is what an archive holds.
type Status struct {
	Sources, Articles int
	// Undated counts the articles that have no day.
	Undated int
	// Chars is the length of all texts in code points.
	Chars int64
	// Stale counts the sources that were read by other rules than asked for.
	Stale int
	// Rules counts sources by the rules that read them.
	Rules map[string]int
	// Bytes is the size of the archive on disk.
	Bytes int64
	// Version is the version of the archive's form.
	Version int
	// Holder is who has it open for writing, nil where nobody has.
	Holder *Holder
}

// Holder is who has an archive open for writing.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
	Command string    `json:"command"`
}

// Order is how hits are ordered.
type Order string

// The orders.
const (
	// Newest is by the day of the article, the latest first, those without a
	// day last; in one day what was added last comes first.
	Newest Order = ""
	// Relevance is by how much of the article the words of the query are
	// (BM25), the most first.
	Relevance Order = "relevance"
)

// Search asks for a page of articles.
type Search struct {
	// Query is what is asked for, nil for every article.
	Query query.Node
	Order Order
	// Limit is the most hits of a page; 0 is 10.
	Limit int
	// Cursor is Next of the page before, "" for the first.
	Cursor string
}

// Page is a page of hits.
type Page struct {
	Hits []Hit
	// Next is the cursor of the next page, "" where there is none. A page
	// after it repeats nothing, whatever is added meanwhile.
	Next string
}

// Hit is an article that a query asks for.
type Hit struct {
	// ID is the article's, with its source: b7k2m4xq3d/a1.
	ID       string
	SourceID string
	Origin   string
	Given    Given
	Kind     string
	// Day is the dateline's, else the given one, else the one the page was
	// published on; "" where there is none.
	Day       string
	Headlines []record.Headline
	Dateline  *record.Dateline
	// Marks are the characters that answer the query's words, in the order of
	// the source; none where it asks for fields only. What is asked for with
	// NOT has no marks.
	Marks []record.Span
	// Excerpt is some text of the body around the first of the marks that
	// stands in it, or its beginning.
	Excerpt record.Span
}

// Count is the size of an answer.
type Count struct{ Articles, Sources int }

// Facet is a field by whose values answers are counted.
type Facet string

// The facets.
const (
	ByAgency       Facet = "agency"
	ByPlace        Facet = "place"
	ByPerson       Facet = "person"
	ByOrganization Facet = "organization"
	ByYear         Facet = "year"
	ByKind         Facet = "kind"
)

// Value is a value with the number of articles that have it, or, in an
// Identity, of sources.
type Value struct {
	Value    string
	Articles int
}

// Identity is one person as far as what they are called tells. Two people of
// one name are kept apart as long as no source calls one person by titles of
// both: sources are put together that call the person by the same title, or
// by titles that one of them gives the same person. Sources that print no
// title at all make an identity of their own (Untitled) where there is more
// than one that they could belong to. Nothing is merged by likeness.
type Identity struct {
	// Name is the name as called most often.
	Name string
	// Forms are all forms in which the sources print the name, most first.
	Forms []Value
	// Titles are over time, the earliest first.
	Titles []Calling
	// Untitled: the sources do not tell which of the name it is.
	Untitled bool
	// Sources are the ids of the sources, by day and then by the order in
	// which they were added; Persons are the ids in them, one to one.
	Sources []string
	Persons []string
	// First and Last are the days of the earliest and latest source, "" where
	// none has a day.
	First, Last string
}

// Calling is a title that somebody was given.
type Calling struct {
	Title       string
	Sources     int
	First, Last string
}

// Problem is one thing that Verify found not to hold.
type Problem struct {
	// Source is the id, "" where it is the archive's.
	Source string
	// Path is the place in the record, "" where it is the source's.
	Path string
	Say  string
}

// Verified counts what Verify looked at.
type Verified struct{ Sources, Articles, Spans, Problems int }
