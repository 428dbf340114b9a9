package add

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"strings"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/intake"
	"dateline/record"
)

// fresh is an item of an intake, or its error.
type fresh struct {
	item intake.Item
	err  error
	o    *Options
}

func (f *fresh) size() int64 { return int64(len(f.item.Data)) }

func (f *fresh) read(ctx context.Context) result {
	if f.err != nil {
		return f.failed(ctx, f.err)
	}
	content, err := f.item.Content()
	if err != nil {
		return f.failed(ctx, err)
	}
	it := archive.Item{SHA256: sha256.Sum256(content), Given: given(f.item, f.o.Published), Origin: f.item.Origin}
	if f.o.Origin != nil {
		it.Origin = f.o.Origin(f.item, it.SHA256)
	}
	known, err := f.o.Archive.Known(ctx, archive.Key{Origin: it.Origin, SHA256: it.SHA256, Given: it.Given, Rules: dateline.Version})
	if err != nil {
		return result{fatal: err}
	}
	r := result{known: known, bytes: f.size()}
	if known.Verdict == archive.Current || known.Verdict == archive.Elsewhere {
		return r
	}
	if it.Record, it.Text, err = readText(ctx, f.item.Name, f.item.Data, f.o.MaxBytes, it.Given.Day, cmp.Or(f.item.Encoding, f.o.Encoding)); err != nil {
		return f.failed(ctx, err)
	}
	r.items, r.articles = []archive.Item{it}, len(it.Record.Articles)
	return r
}

// failed is the result of an item that cannot be read. Once the context is
// done, that is why.
func (f *fresh) failed(ctx context.Context, err error) result {
	var e *intake.Error
	var s *intake.Skip
	switch {
	case ctx.Err() != nil:
		return result{fatal: ctx.Err()}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return result{fatal: err}
	case errors.As(err, &e), errors.As(err, &s):
	default:
		err = &intake.Error{Path: pathOf(f.item), Line: f.item.Line, Err: err}
	}
	return result{err: err}
}

// pathOf is the path of an item's file: its origin without what stands behind
// the file's name, which a dump's items have.
func pathOf(it intake.Item) string {
	if it.Line == 0 {
		return it.Origin
	}
	// Name is the last part of the path, with what stands behind it.
	from := max(0, len(it.Origin)-len(it.Name))
	if i := strings.IndexByte(it.Origin[from:], '#'); i >= 0 {
		return it.Origin[:from+i]
	}
	return it.Origin
}

// At tells where a failure is: the file, and the line in it, 0 where the whole
// file is meant; "" where it is of no file.
func At(err error) (path string, line int, why error) {
	var e *intake.Error
	var s *intake.Skip
	switch {
	case errors.As(err, &e):
		return e.Path, e.Line, e.Err
	case errors.As(err, &s):
		return s.Path, 0, errors.New(s.Why)
	}
	return "", 0, err
}

// readText reads bytes of which the day and the encoding may be given.
func readText(ctx context.Context, name string, data []byte, maxBytes int64, day, encoding string) (*record.Record, string, error) {
	options := []dateline.Option{dateline.WithEncoding(encoding)}
	if day != "" {
		options = append(options, dateline.WithPublished(day))
	}
	if maxBytes > 0 {
		options = append(options, dateline.WithMaxBytes(maxBytes))
	}
	reader, err := dateline.New(options...)
	if err != nil {
		return nil, "", fmt.Errorf("read %s: %w", name, err)
	}
	return reader.ReadText(ctx, dateline.Source{Name: name, Data: bytes.NewReader(data)})
}

// given is what an archive keeps of what stood beside an item. What it has no
// place of its own for goes to the rest, where a field of the same name that
// the item has itself stays.
func given(it intake.Item, published string) archive.Given {
	g := archive.Given{Headline: it.Given.Headline, Day: cmp.Or(it.Given.Day, published), URL: it.Given.URL,
		Publication: it.Given.Publication, More: maps.Clone(it.Given.More)}
	for name, value := range map[string]string{"author": it.Given.Author, "page": it.Given.Page} {
		if value == "" {
			continue
		}
		if g.More == nil {
			g.More = map[string]string{}
		}
		if _, there := g.More[name]; !there {
			g.More[name] = value
		}
	}
	return g
}
