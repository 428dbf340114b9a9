package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/query"
)

// makeOld writes the file of the present version; it is done once for each.
var makeOld = flag.String("make-old", "", "write an archive of the present version to this file, packed")

// TestOldVersions: archives that older versions of this package wrote are read
// and written to.
func TestOldVersions(t *testing.T) {
	if *makeOld != "" {
		writeOld(t, *makeOld)
	}
	files, err := filepath.Glob("testdata/old/*.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		for _, o := range []sqlite.Options{{}, writable()} {
			path := unpacked(t, name)
			s := openAt(t, path, o)
			n, err := s.Count(context.Background(), query.Phrase{Text: "渡口"})
			if err != nil || n.Articles != 40 || n.Sources != 30 {
				t.Errorf("%s: %+v %v", name, n, err)
			}
			if v := verified(t, s); v.Sources != 30 {
				t.Errorf("%s: %+v", name, v)
			}
			if o.Write {
				put(t, s, items(t, 30, 33))
				if st, err := s.Status(context.Background(), "r1"); err != nil || st.Sources != 33 {
					t.Errorf("%s: %+v %v", name, st, err)
				}
			}
			closed(t, s)
		}
	}
}

func writeOld(t *testing.T, name string) {
	path := filepath.Join(t.TempDir(), "a")
	s := openAt(t, path, writable())
	all := items(t, 0, 31)
	put(t, s, all)
	l, err := s.List(context.Background(), archive.List{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(context.Background(), l.Sources[30].ID); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func unpacked(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
