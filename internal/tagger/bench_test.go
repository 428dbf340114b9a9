package tagger

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/lexicon"
)

// year is the bodies of a year of evening news.
func year(b *testing.B) (texts []string, size int) {
	b.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "xwlb", "2019.jsonl.gz"))
	if err != nil {
		b.Skip("needs ../shared/data/xwlb: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var item struct{ Paragraphs []string }
		if err := json.Unmarshal(in.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, strings.Join(item.Paragraphs, "\n"))
		size += len(texts[len(texts)-1])
	}
	return texts, size
}

// BenchmarkYear folds and tags a year of news, text by text; looked-at is the
// part of the characters that the gate lets through.
func BenchmarkYear(b *testing.B) {
	texts, size := year(b)
	g := New(Load())
	var t lexicon.Text
	var marks []Mark
	all, looked := 0, 0
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, s := range texts {
			t.Reset(s)
			marks = g.Tag(&t, marks)
			all, looked = all+t.Len(), looked+len(g.emits)
		}
	}
	b.ReportMetric(float64(looked)/float64(max(all, 1)), "looked-at")
}
