package sqlite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
	"dateline/internal/query"
	"dateline/record"
)

// bodies are those of an answer, in order.
func bodies(t testing.TB, s archive.Bodies, ask archive.BodyAsk) []archive.Body {
	t.Helper()
	var mu sync.Mutex
	var out []archive.Body
	err := s.Bodies(context.Background(), ask, func(b *archive.Body) error {
		mu.Lock()
		defer mu.Unlock()
		kept := *b
		kept.Runes = slices.Clone(b.Runes)
		out = append(out, kept)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(out, func(a, b archive.Body) int { return a.N - b.N })
	for i, b := range out {
		if b.N != i {
			t.Fatalf("article %d is number %d", i, b.N)
		}
	}
	return out
}

// TestBodies holds every body to the record of its source, also where a text
// is of several parts.
func TestBodies(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "a.db"), writable())
	defer closed(t, s)
	put(t, s, items(t, 1, 30))
	long, err := archivetest.Items("long publication=渡口报 day=2021-05-01\n# 一\n" + strings.Repeat("船都靠岸了。", 4000) + "\n# 二\n段鹭在渡⏎口说，水位正常。\nperson 段鹭\nsays 段鹭 水位正常\n")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, long)
	all := bodies(t, s, archive.BodyAsk{Said: true})
	seen := map[string]bool{}
	for i, b := range all {
		checkBody(t, s, &b)
		if i > 0 && b.Day < all[i-1].Day {
			t.Errorf("%s of %s comes after %s", b.ID, b.Day, all[i-1].Day)
		}
		seen[b.ID] = true
	}
	if n := 29 + 9 + 2; len(seen) != n || len(all) != n {
		t.Errorf("%d bodies, %d ids, want %d", len(all), len(seen), n)
	}
	q, _ := query.Parse("body:今天也开放")
	if n := len(bodies(t, s, archive.BodyAsk{Query: q})); n != 9 {
		t.Errorf("%d articles of a query, want 9", n)
	}
	some := []string{all[4].ID, "none/a1", all[2].ID, strings.TrimSuffix(all[2].ID, "1") + "77"}
	var got []string
	for _, b := range bodies(t, s, archive.BodyAsk{IDs: some}) {
		got = append(got, b.ID)
		if b.Said != nil {
			t.Errorf("%s has statements that were not asked for", b.ID)
		}
	}
	if diff := cmp.Diff([]string{all[2].ID, all[4].ID}, got); diff != "" {
		t.Error(diff)
	}
}

// checkBody holds one body to the record.
func checkBody(t *testing.T, s *sqlite.Store, b *archive.Body) {
	t.Helper()
	source, inside := archive.SplitID(b.ID)
	r, err := s.Record(context.Background(), source)
	if err != nil {
		t.Fatal(err)
	}
	_, v := archive.Find(r, inside)
	a := v.(*record.Article)
	if len(a.Paragraphs) != len(b.Paragraphs) {
		t.Fatalf("%s: %d paragraphs, want %d", b.ID, len(b.Paragraphs), len(a.Paragraphs))
	}
	chars := 0
	for i, p := range a.Paragraphs {
		chars += len([]rune(p.Text))
		if b.Text(b.Paragraphs[i]) != p.Text || !slices.Equal(p.Pieces, b.Paragraphs[i]) {
			t.Errorf("%s, paragraph %d: %q, want %q", b.ID, i, b.Text(b.Paragraphs[i]), p.Text)
		}
		for _, u := range b.Units(i) {
			if u.Start < p.Start() || u.End > p.Pieces[len(p.Pieces)-1].End() {
				t.Errorf("%s, paragraph %d: unit at %d", b.ID, i, u.Start)
			}
		}
	}
	if b.Chars() != chars {
		t.Errorf("%s: %d characters, want %d", b.ID, b.Chars(), chars)
	}
	var said []archive.Saying
	for _, x := range r.Statements {
		if x.Article == inside {
			said = append(said, archive.Saying{Speaker: string(x.Speaker.Name), Mode: x.Mode, Pieces: x.Content.Pieces})
		}
	}
	if diff := cmp.Diff(said, b.Said); diff != "" {
		t.Errorf("%s: %s", b.ID, diff)
	}
}

// TestBodiesStop ends where the caller wants no more.
func TestBodiesStop(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "a.db"), writable())
	defer closed(t, s)
	put(t, s, items(t, 1, 30))
	stop := fmt.Errorf("enough")
	if err := s.Bodies(context.Background(), archive.BodyAsk{}, func(*archive.Body) error { return stop }); err == nil || !strings.Contains(err.Error(), "enough") {
		t.Errorf("%v", err)
	}
}

// TestVolumes adds up what the bodies have.
func TestVolumes(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "a.db"), writable())
	defer closed(t, s)
	all, err := archivetest.Items("a day=2020-03-05 publication=渡口报\n# 一\n水位正常。\n---\nb day=2020-03\n# 二\n船都靠⏎岸了。\n---\nc day=2020\n# 三\n开。\n---\nd\n# 四\n新河社电\n停。\ndateline 新河社 2020-04-01\n---\ne\n# 五\n无日。\n")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, all)
	for _, c := range []struct {
		ask  archive.VolumeAsk
		want string
	}{
		{archive.VolumeAsk{}, "[{  1 3} {2020  1 2} {2020-03  2 11} {2020-04  1 6}]"},
		{archive.VolumeAsk{Papers: true}, "[{  1 3} {2020  1 2} {2020-03  1 6} {2020-03 渡口报 1 5} {2020-04 新河社 1 6}]"},
		{archive.VolumeAsk{Query: query.Field{Name: query.Body, Text: "靠岸"}}, "[{2020-03  1 6}]"},
	} {
		got, err := s.Volumes(context.Background(), c.ask)
		if err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("%+v: %v, %v, want %s", c.ask, got, err, c.want)
		}
	}
}
