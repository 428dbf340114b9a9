package figure_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/figure"
)

// sharedFolder is the folder of pages and test data beside the repository.
// Without it a test is skipped, but on a machine that is to have it.
func sharedFolder(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../../shared")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared folder is missing: %v", err)
		}
		t.Skipf("the shared folder is missing: %v", err)
	}
	return dir
}

// news are the items of the evening news of a year, one body each.
func news(t testing.TB, year string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(sharedFolder(t), "data", "xwlb", year+".jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var item struct {
			Paragraphs []string `json:"paragraphs"`
		}
		if err := json.Unmarshal(in.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.Join(item.Paragraphs, "\n"))
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// BenchmarkFind reads the evening news of a year.
func BenchmarkFind(b *testing.B) {
	bodies := news(b, "2019")
	size := 0
	for _, s := range bodies {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ResetTimer()
	for b.Loop() {
		for _, s := range bodies {
			figure.Find(s, figure.Context{})
		}
	}
}
