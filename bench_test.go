package dateline

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/page"
	"dateline/record"
)

// xwlb is a year of evening news as one text: a title, then its paragraphs, a
// line each.
func xwlb(b *testing.B) []byte {
	b.Helper()
	f, err := os.Open(filepath.Join("..", "shared", "data", "xwlb", "2019.jsonl.gz"))
	if err != nil {
		b.Skip("needs ../shared/data/xwlb: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var text bytes.Buffer
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		var item struct {
			Title      string   `json:"title"`
			Paragraphs []string `json:"paragraphs"`
		}
		if err := json.Unmarshal(s.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		text.WriteString(item.Title + "\n")
		for _, p := range item.Paragraphs {
			text.WriteString("　　" + p + "\n")
		}
	}
	if err := s.Err(); err != nil {
		b.Fatal(err)
	}
	return text.Bytes()
}

// BenchmarkSplit is the page stage alone.
func BenchmarkSplit(b *testing.B) {
	text := string(xwlb(b))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		page.Split(text)
	}
}

// BenchmarkSplitWrapped is the page stage over the same text in lines of 38
// characters.
func BenchmarkSplitWrapped(b *testing.B) {
	var wrapped strings.Builder
	for line := range strings.Lines(string(xwlb(b))) {
		n := 0
		for _, r := range line {
			if n == 38 && r != '\n' {
				wrapped.WriteByte('\n')
				n = 0
			}
			wrapped.WriteRune(r)
			n++
		}
	}
	text := wrapped.String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		page.Split(text)
	}
}

// BenchmarkRead is the whole reader over a year of text in one page.
func BenchmarkRead(b *testing.B) {
	text := xwlb(b)
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(context.Background(), Source{Name: "xwlb", Data: bytes.NewReader(text)}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStream is the whole reader over the same text, part by part.
func BenchmarkStream(b *testing.B) {
	text := xwlb(b)
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := r.Stream(context.Background(), Source{Name: "xwlb", Data: bytes.NewReader(text)}, func(*record.Record) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
