package export

import (
	"context"
	"errors"
	"iter"

	"dateline/internal/archive"
	"dateline/record"
)

// Pages gives every source of an archive as a page, in the order in which they
// were added, all of one state of the archive.
func Pages(ctx context.Context, a archive.Reader) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		enough := errors.New("enough")
		err := a.All(ctx, func(s *archive.Source, r *record.Record) error {
			if !yield(&Page{ID: s.ID, Origin: s.Origin, Given: s.Given, Text: s.Text, Record: r}, nil) {
				return enough
			}
			return nil
		})
		if err != nil && !errors.Is(err, enough) {
			yield(nil, err)
		}
	}
}
