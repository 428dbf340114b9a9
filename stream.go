package dateline

import (
	"context"
	"errors"
	"fmt"
	"io"

	"dateline/internal/page"
	"dateline/internal/source"
	"dateline/record"
)

// ReadText is Read that gives the decoded text too: what the record's offsets
// count.
func (r *Reader) ReadText(ctx context.Context, s Source) (*record.Record, string, error) {
	t, err := source.Open(ctx, s.Name, s.Data, r.source)
	if err != nil {
		return nil, "", fmt.Errorf("read: %w", err)
	}
	rec, err := r.read(ctx, t)
	return rec, t.Text, err
}

// Stream reads a source of any length part by part and calls each with the
// record of every part, in order. A part ends where an article surely does;
// memory is bounded by the largest part, which [WithMaxBytes] limits. The
// record of a part is what Read gives for the part alone, and its
// Source.Part says where in the stream the part begins. An error of each
// ends the stream and is given back.
func (r *Reader) Stream(ctx context.Context, s Source, each func(*record.Record) error) error {
	d, err := source.NewDump(s.Name, s.Data, r.source)
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	for {
		t, err := d.Next(ctx, page.Seam)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		rec, err := r.read(ctx, t)
		if err != nil {
			return err
		}
		if err := each(rec); err != nil {
			return err
		}
	}
}
