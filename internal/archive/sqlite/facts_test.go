package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/fault"
)

// TestFactsOfOldVersions: a file that has no rows of facts says so, and has
// them all once it was opened for writing.
func TestFactsOfOldVersions(t *testing.T) {
	ctx := context.Background()
	path := unpacked(t, "testdata/old/version-1.gz")
	s := openAt(t, path, sqlite.Options{})
	if _, _, err := s.Statements(ctx, archive.StatementAsk{}); !errors.Is(err, fault.ReadOnly) || fault.Hint(err) == "" {
		t.Errorf("%v", err)
	}
	closed(t, s)
	s = openAt(t, path, writable())
	closed(t, s)
	s = openAt(t, path, sqlite.Options{})
	defer closed(t, s)
	rows, n, err := s.Statements(ctx, archive.StatementAsk{Speaker: "段鹭", Limit: 7})
	if err != nil || n != 30 || len(rows) != 7 {
		t.Fatalf("%d of %d: %v", len(rows), n, err)
	}
	for _, x := range rows {
		look, err := s.Look(ctx, x.ID)
		if err != nil || look.Kind != "statement" || x.Speaker.Name != "段鹭" || x.Speaker.Person == "" || x.Day == "" {
			t.Errorf("%+v: %v", x, err)
		}
	}
	if v := verified(t, s); v.Sources != 30 || v.Problems != 0 {
		t.Errorf("%+v", v)
	}
}

// TestFactsVerified: a row that is not the record's is found.
func TestFactsVerified(t *testing.T) {
	for _, change := range []string{
		"DELETE FROM statement WHERE id = (SELECT min(id) FROM statement)",
		"UPDATE statement SET speaker = NULL WHERE id = (SELECT min(id) FROM statement)",
		"UPDATE statement SET article = article + 2 WHERE id = (SELECT min(id) FROM statement)",
		"INSERT INTO work SELECT id, NULL, article, 'book', speaker FROM statement LIMIT 1",
	} {
		path := filepath.Join(t.TempDir(), "a")
		s := openAt(t, path, writable())
		put(t, s, items(t, 0, 3))
		closed(t, s)
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(change); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		s = openAt(t, path, sqlite.Options{})
		var said []string
		if _, err := s.Verify(context.Background(), func(p archive.Problem) error { said = append(said, fmt.Sprint(p)); return nil }); err != nil {
			t.Error(err)
		}
		if len(said) != 1 || !strings.Contains(said[0], "rows of facts") {
			t.Errorf("%s: %v", change, said)
		}
		closed(t, s)
	}
}

// TestFactsGo: with a source its rows go, and a source put again has them
// once.
func TestFactsGo(t *testing.T) {
	ctx := context.Background()
	s := openAt(t, filepath.Join(t.TempDir(), "a"), writable())
	defer closed(t, s)
	all := items(t, 0, 4)
	put(t, s, all)
	all[1].SHA256[0]++
	put(t, s, all[1:2])
	l, err := s.List(ctx, archive.List{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(ctx, l.Sources[0].ID); err != nil {
		t.Fatal(err)
	}
	_, n, err := s.Statements(ctx, archive.StatementAsk{})
	if err != nil || n != 3 {
		t.Errorf("%d %v", n, err)
	}
	if v := verified(t, s); v.Sources != 3 {
		t.Errorf("%+v", v)
	}
}
