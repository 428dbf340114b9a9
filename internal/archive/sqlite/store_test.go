package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
)

// open gives a new archive.
func open(t *testing.T, now func() time.Time) archive.Archive {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "a b?#%.db"), sqlite.Options{Write: true, Create: true, Now: now})
}

func openAt(t testing.TB, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	if o.Write && o.Now == nil {
		o.Now = func() time.Time { return time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC) }
	}
	s, err := sqlite.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestArchive(t *testing.T) { archivetest.Run(t, open) }
