package archivetest

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/internal/archive"
	"dateline/internal/query"
	"dateline/record"
)

// pages are some sources of our own.
func pages(t *testing.T, n int) []archive.Item {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "dir/%d.txt day=2021-%02d-%02d\n# 第%d号渡口开放\n段鹭在第%d号渡⏎口说，水位正常。\nperson 段鹭\nsays 段鹭 水位正常\n---\n", i, i%12+1, i%28+1, i, i)
	}
	items, err := Items(b.String())
	if err != nil || len(items) != n {
		t.Fatal(len(items), err)
	}
	return items
}

// everything is all that an archive holds, as it is exported.
func everything(t *testing.T, a archive.Archive) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := archive.Export(context.Background(), a, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// runExport: what was put comes out as it was, goes into another archive, and
// comes out of that one with the same bytes.
func runExport(t *testing.T, open Open) {
	ctx := context.Background()
	a := open(t, clock())
	defer func() { _ = a.Close() }()
	items := pages(t, 30)
	out, err := a.Put(ctx, items)
	if err != nil {
		t.Fatal(err)
	}
	// One is changed and one removed, so that revisions and the order are not
	// those of a new archive.
	changed := items[3]
	changed.SHA256[0]++
	if _, err := a.Put(ctx, []archive.Item{changed}); err != nil {
		t.Fatal(err)
	}
	if err := a.Remove(ctx, out[7].ID); err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		if i == 7 {
			continue
		}
		r, err := a.Record(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(items[i].Record, r); diff != "" {
			t.Fatal(diff)
		}
	}
	first := everything(t, a)
	b := open(t, clock())
	defer func() { _ = b.Close() }()
	n := 0
	for range 2 { // the second time it is all there
		if err := archive.Import(ctx, b, strings.NewReader(first), func(archive.Outcome) { n++ }); err != nil {
			t.Fatal(err)
		}
	}
	if n != 58 {
		t.Errorf("%d outcomes", n)
	}
	if second := everything(t, b); second != first {
		t.Error(cmp.Diff(first, second))
	}
	v, err := b.Verify(ctx, func(p archive.Problem) error { return fmt.Errorf("%+v", p) })
	if err != nil || v.Sources != 29 || v.Articles != 29 || v.Spans == 0 {
		t.Error(v, err)
	}
	for _, bad := range []string{"", "{}", `{"format":"dateline-archive/9"}`, `{"format":"dateline-archive/1"}` + "\n{\"id\":1}", `{"format":"dateline-archive/1"}` + "\n{\"id\":\"a\"}",
		first[:len(first)-20], strings.Replace(first, `"pieces":[[`, `"pieces":[[9`, 1)} {
		if archive.Import(ctx, b, strings.NewReader(bad), nil) == nil {
			t.Errorf("%.60q is imported", bad)
		}
	}
}

// runTogether: while one writes, others read, and each sees whole batches.
func runTogether(t *testing.T, open Open) {
	ctx := context.Background()
	a := open(t, clock())
	defer func() { _ = a.Close() }()
	items := pages(t, 60)
	const batch = 6
	stop := make(chan struct{})
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			for last := 0; ; {
				select {
				case <-stop:
					return
				default:
				}
				n, err := a.Count(ctx, query.Phrase{Text: "渡口"})
				if err != nil || n.Articles%batch != 0 || n.Articles < last {
					t.Errorf("%+v after %d: %v", n, last, err)
					return
				}
				last = n.Articles
				err = a.All(ctx, func(s *archive.Source, r *record.Record) error {
					if p := record.Verify(r, s.Text); len(p) > 0 {
						return fmt.Errorf("%v", p[0])
					}
					return nil
				})
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := 0; i < len(items); i += batch {
		if _, err := a.Put(ctx, items[i:i+batch]); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	wait.Wait()
}
