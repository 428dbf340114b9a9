package dateline

import (
	"context"
	"io"

	"dateline/internal/source"
	"dateline/record"
)

// Source is what is read: bytes under a name.
type Source struct {
	// Name is for people: it is printed in errors and kept in the record.
	Name string
	// Data gives the bytes. It is read once, to its end.
	Data io.Reader
}

// Reader reads sources. It holds options only and may be used by several
// goroutines at once.
type Reader struct {
	source    source.Options
	published string
}

// New makes a Reader.
func New(options ...Option) (*Reader, error) {
	r := &Reader{}
	for _, o := range options {
		if err := o(r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Read reads one source to the end and gives its record. Any text gives a
// record; an error says that the source could not be read (its meanings are
// in errors.go) or that ctx is done.
func (r *Reader) Read(ctx context.Context, s Source) (*record.Record, error) {
	rec, _, err := r.ReadText(ctx, s)
	return rec, err
}
