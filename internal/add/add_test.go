package add

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/fault"
	"dateline/internal/intake"
	"dateline/record"
)

// page is a page of our own with a number in it.
func page(n int) string {
	return fmt.Sprintf("第%d号渡船改时间\n　　本报望潮10月8日电　渔业局昨天宣布，第%d号渡船从11月1日起每天多开%d班。局长林知远说：“船票不涨价。”\n", n, n, n%7+2)
}

// pages are items for a number of pages.
func pages(from, to int) []intake.Item {
	var out []intake.Item
	for i := from; i < to; i++ {
		name := fmt.Sprintf("p%04d.txt", i)
		out = append(out, intake.Item{Origin: "pages/" + name, Name: name, Data: []byte(page(i))})
	}
	return out
}

// seq gives items without errors.
func seq(items []intake.Item) iter.Seq2[intake.Item, error] {
	return func(yield func(intake.Item, error) bool) {
		for _, it := range items {
			if !yield(it, nil) {
				return
			}
		}
	}
}

// store is a new archive in a file.
func store(t *testing.T) *sqlite.Store {
	t.Helper()
	clock := time.Date(2031, 10, 8, 12, 0, 0, 0, time.UTC)
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{Write: true, Create: true, Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// export is all that an archive holds.
func export(t *testing.T, a archive.Archive) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := archive.Export(t.Context(), a, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJobs holds what is in the archive, and what is told, to be the same
// however many sources are read at once, and the records to those of the
// reader.
func TestJobs(t *testing.T) {
	var first string
	var told []Outcome
	for _, jobs := range []int{1, 5} {
		s := store(t)
		var all []Outcome
		c, err := Run(t.Context(), seq(pages(0, 600)), Options{Archive: s, Jobs: jobs, Tell: func(o Outcome) { all = append(all, o) }})
		if err != nil || c.Added != 600 || c.Articles != 600 || c.Kept() != 600 {
			t.Fatalf("%d jobs: %+v, %v", jobs, c, err)
		}
		now := export(t, s)
		if first == "" {
			first, told = now, all
		}
		if now != first || !slices.Equal(all, told) {
			t.Errorf("%d jobs give another archive", jobs)
		}
	}
	for i, o := range told {
		if want := fmt.Sprintf("pages/p%04d.txt", i); o.Origin != want {
			t.Fatalf("outcome %d is of %s", i, o.Origin)
		}
	}
	r, err := dateline.New()
	if err != nil {
		t.Fatal(err)
	}
	rec, err := r.Read(t.Context(), dateline.Source{Name: "p0041.txt", Data: strings.NewReader(page(41))})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := record.Encode(&b, rec, ""); err != nil || !strings.Contains(first, strings.TrimSpace(b.String())) {
		t.Errorf("the archive has not the reader's record: %v", err)
	}
}

// TestAgain adds the same items again, some of them changed, and with other
// things given.
func TestAgain(t *testing.T) {
	s := store(t)
	items := pages(0, 10)
	mustRun(t, s, items, "", Counts{Added: 10})
	before := export(t, s)
	mustRun(t, s, items, "", Counts{Current: 10})
	if after := export(t, s); after != before {
		t.Error("the archive changed")
	}
	items[3].Data = []byte(page(99))
	mustRun(t, s, items, "", Counts{Current: 9, Replaced: 1})
	mustRun(t, s, items, "2031-10-09", Counts{Replaced: 10})
	moved := pages(0, 1)
	moved[0].Origin = "elsewhere.txt"
	mustRun(t, s, moved, "2031-10-09", Counts{Elsewhere: 1})
	n, err := s.Count(t.Context(), nil)
	if err != nil || n.Sources != 10 {
		t.Errorf("%+v, %v", n, err)
	}
}

// mustRun adds items and compares the counts of items.
func mustRun(t *testing.T, a archive.Archive, items []intake.Item, published string, want Counts) {
	t.Helper()
	c, err := Run(t.Context(), seq(items), Options{Archive: a, Published: published})
	if err != nil {
		t.Fatal(err)
	}
	c.Articles, c.Bytes = 0, 0
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("want (-), got (+):\n%s", diff)
	}
}

// TestRotation renames files so that each has the content that another had:
// no content may be lost, in whatever order they come.
func TestRotation(t *testing.T) {
	for _, up := range []bool{true, false} {
		s := store(t)
		items := pages(0, 5)
		mustRun(t, s, items, "", Counts{Added: 5})
		next := pages(0, 6)
		for i := 1; i < 6; i++ {
			next[i].Data = items[i-1].Data
		}
		next[0].Data = []byte(page(77))
		want := Counts{Added: 1, Replaced: 5}
		if !up {
			slices.Reverse(next)
			want = Counts{Elsewhere: 1, Replaced: 5, Again: 1}
		}
		mustRun(t, s, next, "", want)
		if !up {
			mustRun(t, s, next, "", Counts{Added: 1, Current: 5})
		}
		for _, it := range next {
			k, err := s.Known(t.Context(), archive.Key{Origin: it.Origin, SHA256: sha256.Sum256(it.Data), Rules: dateline.Version})
			if err != nil || k.Verdict != archive.Current {
				t.Errorf("up %t: %s: %+v, %v", up, it.Origin, k, err)
			}
		}
	}
}

// TestFailures reads the rest where some cannot be read.
func TestFailures(t *testing.T) {
	s := store(t)
	items := pages(0, 6)
	items[1].Data = nil
	items[2].Data = []byte("PK\x03\x04\x14\x00")
	items[4].Data = []byte(strings.Repeat(page(4), 40))
	broken := errors.New("broken")
	in := func(yield func(intake.Item, error) bool) {
		for i, it := range items {
			if !yield(it, nil) {
				return
			}
			if i == 2 && (!yield(intake.Item{}, &intake.Error{Path: "dump.jsonl", Line: 7, Err: broken}) || !yield(intake.Item{}, &intake.Skip{Path: "x.pdf", Why: "a PDF"})) {
				return
			}
		}
	}
	var told []string
	c, err := Run(t.Context(), in, Options{Archive: s, MaxBytes: 2000, Tell: func(o Outcome) {
		if o.Err != nil {
			path, line, why := At(o.Err)
			told = append(told, fmt.Sprintf("%s %d %v", path, line, why))
		}
	}})
	if err != nil || c.Added != 3 || c.Failed != 4 || c.Passed != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	want := []string{"pages/p0001.txt 0 ", "pages/p0002.txt 0 ", "dump.jsonl 7 broken", "x.pdf 0 a PDF", "pages/p0004.txt 0 "}
	for i, w := range want {
		if i >= len(told) || !strings.HasPrefix(told[i], w) {
			t.Errorf("told %q, want %q at %d", told, w, i)
		}
	}
}

// refusing is an archive that does not take some things.
type refusing struct {
	archive.Archive
	origin string
	err    error
	puts   int
	after  func(n int)
}

func (r *refusing) Put(ctx context.Context, items []archive.Item) ([]archive.Outcome, error) {
	for _, it := range items {
		if it.Origin == r.origin {
			return nil, r.err
		}
	}
	out, err := r.Archive.Put(ctx, items)
	if r.puts++; r.after != nil {
		r.after(r.puts)
	}
	return out, err
}

// TestRefused: an item that the archive does not take is a failure of its own;
// an archive that takes nothing more ends the run.
func TestRefused(t *testing.T) {
	invalid := &fault.Error{Meaning: fault.Invalid, Say: "no"}
	s := &refusing{Archive: store(t), origin: "pages/p0300.txt", err: invalid}
	c, err := Run(t.Context(), seq(pages(0, 400)), Options{Archive: s})
	if err != nil || c.Added != 399 || c.Failed != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	full := &fault.Error{Meaning: fault.Full, Say: "full"}
	s = &refusing{Archive: store(t), origin: "pages/p0300.txt", err: full}
	c, err = Run(t.Context(), seq(pages(0, 400)), Options{Archive: s})
	if !errors.Is(err, fault.Full) || c.Added != batchItems {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestInterrupt stops a run after its first batch: what was counted is in the
// archive, nothing else is, and the same run goes on from there.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	real := store(t)
	s := &refusing{Archive: real, after: func(n int) { cancel() }}
	c, err := Run(ctx, seq(pages(0, 1200)), Options{Archive: s})
	if !errors.Is(err, context.Canceled) || c.Added < batchItems || c.Added > 2*batchItems {
		t.Fatalf("%+v, %v", c, err)
	}
	n, err := real.Count(t.Context(), nil)
	if err != nil || n.Sources != c.Added {
		t.Fatalf("%+v in the archive, %+v told: %v", n, c, err)
	}
	rest, err := Run(t.Context(), seq(pages(0, 1200)), Options{Archive: real})
	if err != nil || rest.Current != c.Added || rest.Added != 1200-c.Added {
		t.Errorf("%+v, %v", rest, err)
	}
}

// TestReread reads again what other rules have read, with the same ids.
func TestReread(t *testing.T) {
	s := store(t)
	items := pages(0, 8)
	items[0].Data = append([]byte("\ufeff\ufeff"), items[0].Data...) // a mark in the text too
	mustRun(t, s, items, "", Counts{Added: 8})
	want := export(t, s)
	var old []archive.Item
	err := s.All(t.Context(), func(x *archive.Source, r *record.Record) error {
		if r.Rules = "0.0.1"; x.Origin < "pages/p0005.txt" {
			old = append(old, archive.Item{Origin: x.Origin, SHA256: x.SHA256, Text: x.Text, Given: x.Given, Record: r})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	c, err := Reread(t.Context(), false, Options{Archive: s})
	if err != nil || c.Reread != 5 || c.Kept() != 5 || c.Failed != 0 {
		t.Fatalf("%+v, %v", c, err)
	}
	if got := strings.ReplaceAll(export(t, s), `"revision":3`, `"revision":1`); got != want {
		t.Error("read again, the archive is another")
	}
	c, err = Reread(t.Context(), true, Options{Archive: s})
	if err != nil || c.Current != 8 || c.Put() != 0 {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestRereadAll puts a record anew that the same rules would make otherwise.
func TestRereadAll(t *testing.T) {
	s := store(t)
	mustRun(t, s, pages(0, 3), "", Counts{Added: 3})
	want := export(t, s)
	id := ""
	err := s.All(t.Context(), func(x *archive.Source, r *record.Record) error {
		if x.Origin != "pages/p0001.txt" {
			return nil
		}
		id = x.ID
		r.Statements = nil
		first := archive.Item{Origin: x.Origin, SHA256: x.SHA256, Text: x.Text, Given: archive.Given{Title: "x"}, Record: r}
		last := first
		last.Given = x.Given
		_, err := s.Put(t.Context(), []archive.Item{first, last})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Reread(t.Context(), true, Options{Archive: s})
	if err != nil || c.Reread != 1 || c.Current != 2 {
		t.Fatalf("%+v, %v", c, err)
	}
	x, err := s.Source(t.Context(), id)
	if err != nil || x.Rules != dateline.Version {
		t.Errorf("%+v, %v", x, err)
	}
	if got := strings.ReplaceAll(export(t, s), fmt.Sprintf(`"revision":%d`, x.Revision), `"revision":1`); got != want {
		t.Error("read again, the archive is another")
	}
}

// TestAt names the file and the line of a failure.
func TestAt(t *testing.T) {
	for _, c := range []struct {
		item intake.Item
		want string
	}{
		{intake.Item{Origin: "a#b/d.txt", Name: "d.txt"}, "a#b/d.txt"},
		{intake.Item{Origin: "a#b/d.jsonl#7", Name: "d.jsonl#7", Line: 7}, "a#b/d.jsonl"},
		{intake.Item{Origin: "d.jsonl#https://example.org/#x", Name: "d.jsonl#https://example.org/#x", Line: 3}, "d.jsonl"},
		{intake.Item{Origin: "-#2", Name: "-#2", Line: 2}, "-"},
	} {
		why := errors.New("broken")
		f := fresh{item: c.item}
		path, line, err := At(f.failed(t.Context(), why).err)
		if path != c.want || line != c.item.Line || !errors.Is(err, why) {
			t.Errorf("%+v: %s, %d, %v", c.item, path, line, err)
		}
	}
}
