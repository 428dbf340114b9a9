package archive

import (
	"context"
	"io"

	"dateline/internal/query"
	"dateline/record"
)

// Archive is a collection of sources with their records. It may be used by
// several goroutines at once; readers do not wait for a writer, and see all
// of a Put or nothing of it. Errors have the meanings of package fault:
// NotFound for an id that there is not, Invalid for a value that does not
// hold, Locked, ReadOnly and Full for what keeps a change from being made.
// After an error of a changing method nothing of that call has been kept.
type Archive interface {
	Reader
	Writer
	Corrector
	io.Closer
}

// Writer is the part of an archive that changes it. One process at a time
// writes.
type Writer interface {
	// Put adds sources in their order, all or none, and says of each what
	// became of it. When Put has come back without an error, the sources are
	// kept even if the process is killed the moment after.
	Put(ctx context.Context, items []Item) ([]Outcome, error)
	// Remove takes sources out, all or none; NotFound where one is not there.
	Remove(ctx context.Context, ids ...string) error
}

// Reader is the part of an archive that looks.
type Reader interface {
	Facts
	Bodies
	Corrections

	// Known says what Put would do with a source of this origin, content,
	// given values and rules, before anybody has read it.
	Known(ctx context.Context, k Key) (Outcome, error)

	// Source gives a source with its text.
	Source(ctx context.Context, id string) (*Source, error)
	// Record gives the record of a source, as it was put. What is searched
	// for, and what Look gives, is of the corrected record.
	Record(ctx context.Context, id string) (*record.Record, error)
	// Look gives what an id of the record names: SOURCE/a1, SOURCE/s24.
	Look(ctx context.Context, id string) (*Thing, error)
	// List gives sources without their text, in the order in which they were
	// added.
	List(ctx context.Context, l List) (*Sources, error)
	// Status gives sizes, and how many sources were read by other rules than
	// the ones named.
	Status(ctx context.Context, rules string) (*Status, error)

	// Search gives a page of the articles that a query asks for.
	Search(ctx context.Context, s Search) (*Page, error)
	// Count counts all of them. A nil query asks for every article.
	Count(ctx context.Context, q query.Node) (Count, error)
	// Facets counts the articles of a query by the values of a field, most
	// first, then by value; at most limit of them, all where limit is 0.
	// Over all articles (nil) this is the list of people, or places, by
	// frequency.
	Facets(ctx context.Context, q query.Node, by Facet, limit int) ([]Value, error)
	// People gives those who are called by a name, each apart as far as what
	// they are called keeps them apart (see [Identity]); NotFound where
	// nobody is.
	People(ctx context.Context, name string) ([]Identity, error)

	// Verify reads every source and holds its record against its text, fact
	// by fact, and the index against both. It tells each what does not hold,
	// until each gives an error.
	Verify(ctx context.Context, each func(Problem) error) (Verified, error)
	// All gives every source with its record, in the order in which they were
	// added, until each gives an error. It sees one state of the archive,
	// whatever is added meanwhile.
	All(ctx context.Context, each func(*Source, *record.Record) error) error
	// Backup writes a whole archive of its own to a path that is not there
	// yet, while others read and write; it has all that was kept when it
	// began.
	Backup(ctx context.Context, path string) error
}
