package statement

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

// items are the first items of a year of evening news, read up to the names;
// size is their bytes.
func items(b *testing.B, most int) (in []clause.Input, size int) {
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
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	for len(in) < most && lines.Scan() {
		var item struct{ Paragraphs []string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		body := strings.Join(item.Paragraphs, "\n")
		in = append(in, input(body))
		size += len(body)
	}
	return in, size
}

// BenchmarkFind reads the build of items and their statements, without the
// stages before.
func BenchmarkFind(b *testing.B) {
	in, size := items(b, 600)
	b.SetBytes(int64(size))
	b.ResetTimer()
	for b.Loop() {
		for _, i := range in {
			Find(clause.New(i), Context{})
		}
	}
}

// BenchmarkLong reads one long paragraph full of quotations and cues: the time
// must grow with the length only.
func BenchmarkLong(b *testing.B) {
	for _, n := range []int{1 << 10, 1 << 13} {
		b.Run(map[bool]string{true: "short", false: "long"}[n == 1<<10], func(b *testing.B) {
			body := strings.Repeat("高立群说：“水位已经下降。”他说，一切正常，双方反对。", n)
			in := input(body)
			b.SetBytes(int64(len(body)))
			b.ResetTimer()
			for b.Loop() {
				Find(clause.New(in), Context{})
			}
		})
	}
}
