package export_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"path/filepath"
	"testing"
	"time"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/export"
)

// TestPages: what is written of an archive, and of a copy made through JSON
// lines, is what is written of its pages.
func TestPages(t *testing.T) {
	pages := append(examples(t), fixture(t))
	first, second := open(t), open(t)
	put(t, first, pages)
	var lines bytes.Buffer
	if _, err := archive.Export(t.Context(), first, &lines); err != nil {
		t.Fatal(err)
	}
	if err := archive.Import(t.Context(), second, &lines, nil); err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		want := bytesOf(t, f, pages...)
		for _, a := range []archive.Archive{first, second} {
			var b bytes.Buffer
			if err := f.Write(&b, export.Pages(t.Context(), a)); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("%s: other bytes than of the pages (%v)", f.Name, err)
			}
		}
	}
}

// TestPagesEnd: going over an archive ends where its reader does, and with the
// error that it has.
func TestPagesEnd(t *testing.T) {
	a := open(t)
	put(t, a, examples(t))
	n := 0
	for _, err := range export.Pages(t.Context(), a) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d pages, want to stop at 2", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, f := range export.Formats() {
		if err := f.Write(io.Discard, export.Pages(ctx, a)); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want canceled", f.Name, err)
		}
	}
}

func open(t *testing.T) archive.Archive {
	t.Helper()
	a, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), sqlite.Options{Write: true, Create: true,
		Now: func() time.Time { return time.Unix(0, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// put puts pages with the ids that they have.
func put(t *testing.T, a archive.Archive, pages []*export.Page) {
	t.Helper()
	var all []archive.Item
	for _, p := range pages {
		all = append(all, archive.Item{Origin: p.Origin, SHA256: sha256.Sum256([]byte(p.Text)), Text: p.Text, Given: p.Given,
			Record: p.Record, Keep: &archive.Kept{ID: p.ID, Revision: 1}})
	}
	if _, err := a.Put(t.Context(), all); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkWrite writes the example pages in each format; bytes are those of
// their texts.
func BenchmarkWrite(b *testing.B) {
	pages := examples(b)
	size := 0
	for _, p := range pages {
		size += len(p.Text)
	}
	for _, f := range export.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				if err := f.Write(io.Discard, seq(pages)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
