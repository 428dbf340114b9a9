package event

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/clause"
)

// BenchmarkFind reads the events of items of a year of evening news, without
// the stages before.
func BenchmarkFind(b *testing.B) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "xwlb", "2019.jsonl.gz"))
	if err != nil {
		b.Skip("needs ../shared/data/xwlb: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	var texts []*clause.Text
	var contexts []Context
	size := 0
	for len(texts) < 600 && lines.Scan() {
		var item struct{ Paragraphs []string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		body := strings.Join(item.Paragraphs, "\n")
		p := prepare(body, "2019-06-01")
		texts, contexts = append(texts, clause.New(p.in)), append(contexts, p.context())
		size += len(body)
	}
	b.SetBytes(int64(size))
	b.ResetTimer()
	for b.Loop() {
		for i, x := range texts {
			Find(x, contexts[i])
		}
	}
}

// BenchmarkLong reads one long sentence full of triggers: the time must grow
// with the length only.
func BenchmarkLong(b *testing.B) {
	for _, n := range []int{1 << 8, 1 << 11} {
		b.Run(map[bool]string{true: "short", false: "long"}[n == 1<<8], func(b *testing.B) {
			body := strings.Repeat("高立群在临州会见周仁溪，", n)
			p := prepare(body, "2019-06-01")
			x, c := clause.New(p.in), p.context()
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				Find(x, c)
			}
		})
	}
}
