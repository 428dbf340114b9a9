package archive_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/record"
)

// TestUnits: a line is a text, / where the page breaks it; out come the units,
// | between them and ^ for a gap.
func TestUnits(t *testing.T) {
	datadriven.RunTest(t, "testdata/units", func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		for line := range strings.Lines(d.Input) {
			var runes []rune
			var pieces []record.Piece
			for part := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "/") {
				from := len(runes)
				runes = append(runes, []rune(part)...)
				pieces = append(pieces, record.Piece{from, len(runes)})
				runes = append(runes, '\n')
			}
			for i, u := range archive.Units(runes, pieces) {
				if i > 0 {
					b.WriteByte('|')
				}
				b.WriteString(strings.ReplaceAll(u.Text, archive.Gap, "^"))
			}
			b.WriteByte('\n')
		}
		return b.String()
	})
}

// FuzzUnits: units lie in the pieces, in order, and what is folded folds to
// itself.
func FuzzUnits(f *testing.F) {
	f.Add("港区ＧＤＰ增长5.8%，\u200b達到", 3, 7)
	f.Add("\ue000\ue001 a\u0301", 0, 2)
	f.Fuzz(func(t *testing.T, s string, a, b int) {
		runes := []rune(s)
		if a < 0 || b < a || b > len(runes) {
			a, b = 0, len(runes)
		}
		last := a
		for _, u := range archive.Units(runes, []record.Piece{{a, b}}) {
			if u.Start < last || u.End <= u.Start || u.End > b || u.Text == "" || strings.ContainsAny(u.Text, " \n\x00.") {
				t.Fatalf("%q: %+v", s, u)
			}
			last = u.End
		}
		if f := archive.Fold(s); archive.Fold(f) != f {
			t.Fatalf("%q folds to %q, and that to %q", s, f, archive.Fold(f))
		}
	})
}

// TestSourceID: an id grows where it is taken, and there is always one.
func TestSourceID(t *testing.T) {
	taken := map[string]bool{}
	var got []string
	for range 46 {
		id, err := archive.SourceID([32]byte{1, 2, 3}, func(s string) (bool, error) { return taken[s], nil })
		if err != nil || taken[id] {
			t.Fatal(id, err)
		}
		taken[id] = true
		got = append(got, id)
	}
	if got[0] != "aebagaaaaa" || len(got[1]) != 11 || len(got[42]) != 52 || got[43] != got[42]+"-2" || got[45] != got[42]+"-4" {
		t.Error(got)
	}
	bad := errors.New("bad")
	if _, err := archive.SourceID([32]byte{}, func(string) (bool, error) { return false, bad }); !errors.Is(err, bad) {
		t.Error(err)
	}
}

// TestIdentify: the order in which people are seen changes nothing, and none
// is lost or told twice.
func TestIdentify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []archive.Sighting
		for i := range rapid.IntRange(1, 12).Draw(t, "n") {
			s := archive.Sighting{Source: fmt.Sprint("s", i), Person: "p1", Seq: int64(i), Name: "林岫", Forms: []string{"林岫"}}
			s.Day = rapid.SampledFrom([]string{"", "2020", "2021-02-03"}).Draw(t, "day")
			s.Titles = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"局长", "市长", "歌手", "教授"}), 0, 2, rapid.ID).Draw(t, "titles")
			all = append(all, s)
		}
		got := archive.Identify(all)
		if diff := cmp.Diff(got, archive.Identify(rapid.Permutation(all).Draw(t, "order"))); diff != "" {
			t.Fatal(diff)
		}
		in := map[string]int{}
		title := map[string]int{}
		for i, x := range got {
			for _, s := range x.Sources {
				in[s]++
			}
			for _, c := range x.Titles {
				if j, ok := title[c.Title]; ok {
					t.Fatalf("%s is of %d and of %d", c.Title, i, j)
				}
				title[c.Title] = i
			}
			if x.Untitled && len(x.Titles) > 0 {
				t.Fatalf("%+v", x)
			}
		}
		for _, s := range all {
			if in[s.Source] != 1 {
				t.Fatalf("%s is in %d", s.Source, in[s.Source])
			}
		}
	})
}

// kept is a writer that keeps what is put.
type kept struct{ items []archive.Item }

func (k *kept) Put(_ context.Context, items []archive.Item) ([]archive.Outcome, error) {
	k.items = append(k.items, items...)
	return make([]archive.Outcome, len(items)), nil
}

func (*kept) Remove(context.Context, ...string) error { return nil }

// given is a reader of some sources.
type given struct {
	archive.Reader
	items []archive.Item
}

func (g given) All(_ context.Context, each func(*archive.Source, *record.Record) error) error {
	for _, x := range g.items {
		s := &archive.Source{Info: archive.Info{ID: x.Keep.ID, Origin: x.Origin, SHA256: x.SHA256, Given: x.Given, Added: x.Keep.Added, Revision: x.Keep.Revision}, Text: x.Text}
		if err := each(s, x.Record); err != nil {
			return err
		}
	}
	return nil
}

// FuzzImport: any bytes are an error or sources, and what was imported is
// exported and imported as the same.
func FuzzImport(f *testing.F) {
	items, err := archivetest.Items("a.txt day=2021\n# 渡口开放\n段鹭说，水位正常。\nperson 段鹭\nsays 段鹭 水位正常\n---\nb.txt\n秋收。\n")
	if err != nil {
		f.Fatal(err)
	}
	for i := range items {
		items[i].Keep = &archive.Kept{ID: fmt.Sprint("id", i), Revision: 1}
	}
	var b bytes.Buffer
	if _, err := archive.Export(context.Background(), given{items: items}, &b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"format":"dateline-archive/1"}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var first, second kept
		if archive.Import(context.Background(), &first, bytes.NewReader(in), nil) != nil {
			return
		}
		var out bytes.Buffer
		if n, err := archive.Export(context.Background(), given{items: first.items}, &out); err != nil || n != len(first.items) {
			t.Fatal(n, err)
		}
		if err := archive.Import(context.Background(), &second, &out, nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.items, second.items); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestWithin: a range is cut to pieces.
func TestWithin(t *testing.T) {
	pieces := []record.Piece{{2, 5}, {6, 9}, {12, 13}}
	for r, want := range map[record.Piece][]record.Piece{
		{0, 2}: nil, {0, 20}: pieces, {4, 7}: {{4, 5}, {6, 7}}, {5, 6}: nil, {9, 12}: nil, {12, 13}: {{12, 13}},
	} {
		if got := archive.Within(r, pieces); !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", r, got, want)
		}
	}
}
