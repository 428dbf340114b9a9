package add

import (
	"bytes"
	"context"
	"errors"
	"iter"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// Reread reads sources of the archive again, from the text that it keeps:
// those that other rules have read, or all. Only Jobs, Archive and Tell of the
// options count. Those of the same rules are put where the record came out
// otherwise.
func Reread(ctx context.Context, all bool, o Options) (Counts, error) {
	var listing error
	in := func(yield func(source) bool) {
		for x, err := range stale(ctx, all, o.Archive) {
			if err != nil {
				listing = err
				return
			}
			if !yield(&kept{info: x, archive: o.Archive}) {
				return
			}
		}
	}
	counts, err := run(ctx, in, o)
	return counts, errors.Join(err, listing)
}

// stale lists the sources that other rules have read, or all, as they are when
// it begins: what is read again meanwhile does not come again.
func stale(ctx context.Context, all bool, a archive.Archive) iter.Seq2[archive.Info, error] {
	return func(yield func(archive.Info, error) bool) {
		ask := archive.List{Rules: dateline.Version, Limit: 1000}
		if all {
			ask.Rules = ""
		}
		for {
			page, err := a.List(ctx, ask)
			if err != nil {
				yield(archive.Info{}, err)
				return
			}
			for _, x := range page.Sources {
				if !yield(x, nil) {
					return
				}
			}
			if page.Next == "" {
				return
			}
			ask.Cursor = page.Next
		}
	}
}

// kept is a source of the archive that is read again.
type kept struct {
	info    archive.Info
	archive archive.Archive
}

// size is near the bytes of its text in UTF-8.
func (k *kept) size() int64 { return 3 * int64(k.info.Chars) }

func (k *kept) read(ctx context.Context) result {
	s, err := k.archive.Source(ctx, k.info.ID)
	if err != nil {
		return k.failed(ctx, err)
	}
	was, err := k.archive.Record(ctx, k.info.ID)
	if err != nil {
		return k.failed(ctx, err)
	}
	r, err := readAgain(ctx, s, was)
	if err != nil {
		return k.failed(ctx, err)
	}
	it := archive.Item{Origin: s.Origin, SHA256: s.SHA256, Text: s.Text, Given: s.Given, Record: r}
	out := result{items: []archive.Item{it}, bytes: int64(len(s.Text)), articles: len(r.Articles)}
	if was.Rules != r.Rules {
		return out
	}
	same, err := equal(was, r)
	if err != nil {
		return k.failed(ctx, err)
	}
	if same {
		return result{known: archive.Outcome{Verdict: archive.Current, ID: s.ID, Origin: s.Origin}}
	}
	// An archive skips what the rules that it names have read. Put under other
	// rules before, in the same batch, it is taken.
	before := *r
	before.Rules += " before"
	first := it
	first.Record = &before
	out.items = []archive.Item{first, it}
	return out
}

// failed is the result of a source that cannot be read again. One that is not
// there any more was removed meanwhile.
func (k *kept) failed(ctx context.Context, err error) result {
	if ctx.Err() != nil {
		return result{fatal: ctx.Err()}
	}
	if errors.Is(err, fault.Damaged) || errors.Is(err, fault.NotFound) || errors.Is(err, fault.Invalid) || ofReader(err) {
		return result{err: err}
	}
	return result{fatal: err}
}

// errOther says that the text would be decoded otherwise.
var errOther = &fault.Error{Meaning: fault.Invalid, Say: "its text reads otherwise than it was kept"}

// ofReader reports an error of the reader.
func ofReader(err error) bool {
	return errors.Is(err, fault.Empty) || errors.Is(err, fault.NotText) || errors.Is(err, fault.TooLarge)
}

// readAgain reads a source's text. A byte-order mark before it, which the
// decoder takes away, keeps one that is in the text where it is. What the
// record says of the bytes stays: they are not at hand.
func readAgain(ctx context.Context, s *archive.Source, was *record.Record) (*record.Record, error) {
	data := append([]byte("\ufeff"), s.Text...)
	r, text, err := readText(ctx, was.Source.Name, data, int64(len(data)), s.Given.Day, "utf-8")
	if err != nil {
		return nil, err
	}
	if text != s.Text {
		return nil, errOther
	}
	r.Source = was.Source
	return r, nil
}

// equal compares two records as they are written.
func equal(a, b *record.Record) (bool, error) {
	var x, y bytes.Buffer
	a.Fill()
	if err := errors.Join(record.Encode(&x, a, ""), record.Encode(&y, b, "")); err != nil {
		return false, err
	}
	return bytes.Equal(x.Bytes(), y.Bytes()), nil
}
