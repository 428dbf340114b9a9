// Package fault has the closed set of meanings that an error of this module
// can have. A command turns them into exit codes and a server into HTTP
// statuses, each in one place.
package fault

import "errors"

// The meanings. An error has one of them if errors.Is says so; one that has
// none is a fault of the machine or of this program.
var (
	// NotFound: there is nothing under that name.
	NotFound = errors.New("not found")
	// NotFile: a directory or a device where a file is asked for.
	NotFile = errors.New("not a file")
	// Empty: the source holds no bytes, or only a byte-order mark.
	Empty = errors.New("empty")
	// TooLarge: over a limit that the caller can raise.
	TooLarge = errors.New("too large")
	// NotText: the bytes are not text in any encoding that is read.
	NotText = errors.New("not text")
	// Invalid: a record, a date or another value that does not hold.
	Invalid = errors.New("invalid")
	// NotArchive: the file is not an archive of this program.
	NotArchive = errors.New("not an archive")
	// Newer: the archive was made by a later version of this program.
	Newer = errors.New("newer")
	// Damaged: an archive that does not hold together.
	Damaged = errors.New("damaged")
	// Locked: somebody else writes to the archive.
	Locked = errors.New("locked")
	// ReadOnly: the archive may not be written to.
	ReadOnly = errors.New("read-only")
	// Full: there is no room for what is to be written.
	Full = errors.New("full")
	// Exists: there is something where a new thing is to be made.
	Exists = errors.New("exists")
	// Usage: a command was called wrongly.
	Usage = errors.New("usage")
)

// Error is an error with a meaning, and with what a person can do about it.
type Error struct {
	// Meaning is one of this package's.
	Meaning error
	// Say is what happened and where.
	Say string
	// Hint is what to do, "" where nothing can be done.
	Hint string
}

func (e *Error) Error() string { return e.Say }

// Unwrap gives the meaning.
func (e *Error) Unwrap() error { return e.Meaning }

// Hint gives the hint of the first Error in err's chain, "" where there is
// none.
func Hint(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Hint
	}
	return ""
}
