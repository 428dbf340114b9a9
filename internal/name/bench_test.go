package name

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// year is a year of evening news as the texts of one page: a headline and a
// body for each item.
func year(b *testing.B) (texts []Text, size int) {
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
		var item struct {
			Title      string
			Paragraphs []string
		}
		if err := json.Unmarshal(in.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		id, body := fmt.Sprint("a", len(texts)/2), strings.Join(item.Paragraphs, "\n")
		texts = append(texts, Text{Article: id, Body: item.Title}, Text{Article: id, Body: body})
		size += len(item.Title) + len(body)
	}
	return texts, size
}

// BenchmarkYear reads a year of news as one page.
func BenchmarkYear(b *testing.B) {
	texts, size := year(b)
	b.SetBytes(int64(size))
	for b.Loop() {
		Find(texts)
	}
}
