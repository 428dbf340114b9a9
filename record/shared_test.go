package record_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline"
	"dateline/record"
)

// page is a page read.
type page struct {
	name string
	text string
	rec  *record.Record
}

// pages are the examples and, where they are at hand, the real pages, read.
func pages(t *testing.T) []page {
	t.Helper()
	files, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	real, _ := filepath.Glob("../../shared/pages/*.txt")
	if len(real) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/pages is missing")
		}
		t.Log("../shared/pages is missing: the examples only")
	}
	r, err := dateline.New()
	if err != nil {
		t.Fatal(err)
	}
	var out []page
	for _, f := range slices.Concat(files, real) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		rec, text, err := r.ReadText(t.Context(), dateline.Source{Name: filepath.Base(f), Data: bytes.NewReader(data)})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, page{filepath.Base(f), text, rec})
	}
	return out
}
