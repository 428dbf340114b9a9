package cli

import (
	"bytes"
	"context"

	"dateline"
	"dateline/internal/cli/view"
	"dateline/internal/term"
	"dateline/record"
)

// writeFunc reads a source and writes what is in it.
type writeFunc func(context.Context, dateline.Source) error

// writer is the function for the kind of output that the flags ask for.
func (a *app) writer(f *readFlags, r *dateline.Reader) writeFunc {
	switch {
	case f.stream:
		return func(ctx context.Context, s dateline.Source) error {
			return r.Stream(ctx, s, func(rec *record.Record) error { return a.encode(rec, "") })
		}
	case f.json:
		return a.recordWriter(r, "  ")
	case f.jsonl:
		return a.recordWriter(r, "")
	}
	opt := view.Options{Width: a.width(f), Color: a.color(f.color), Joins: !f.noJoins, All: f.all, Margin: !f.noMargin, Facts: f.facts}
	return func(ctx context.Context, s dateline.Source) error {
		rec, text, err := r.ReadText(ctx, s)
		if err != nil {
			return err
		}
		if a.pages++; a.pages > 1 {
			a.out.WriteByte('\n')
		}
		return view.Write(a.out, rec, text, opt)
	}
}

// recordWriter writes one record a source.
func (a *app) recordWriter(r *dateline.Reader, indent string) writeFunc {
	return func(ctx context.Context, s dateline.Source) error {
		rec, err := r.Read(ctx, s)
		if err != nil {
			return err
		}
		return a.encode(rec, indent)
	}
}

// encode writes a record and sends it off. JSON leaves some controls of a
// terminal as they are (U+007F to U+009F); on a terminal they are escaped.
func (a *app) encode(rec *record.Record, indent string) error {
	if !a.screen.terminal {
		if err := record.Encode(a.out, rec, indent); err != nil {
			return err
		}
		return a.out.Flush()
	}
	var b bytes.Buffer
	if err := record.Encode(&b, rec, indent); err != nil {
		return err
	}
	a.out.Write(term.EscapeJSON(b.Bytes()))
	return a.out.Flush()
}
