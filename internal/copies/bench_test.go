package copies

import (
	"fmt"
	"strings"
	"testing"

	"dateline/internal/archive"
	"dateline/record"
)

// BenchmarkCompare compares two articles of the most sentences that are
// compared, half of which they share.
func BenchmarkCompare(b *testing.B) {
	make2 := func(id string, step int) *archive.Body {
		var s strings.Builder
		for i := range MostSentences {
			fmt.Fprintf(&s, "第%d条渡口的船在%d号靠岸，水位是%d米。", i*step, i*i%97, i*step%31)
		}
		r := []rune(s.String())
		return &archive.Body{ID: id, Runes: r, Paragraphs: [][]record.Piece{{{0, len(r)}}}}
	}
	x, y := make2("x", 1), make2("y", 2)
	for b.Loop() {
		if _, err := Compare(x, y); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFingerprints takes the fingerprints of a text; the bytes are those
// of its characters in UTF-8.
func BenchmarkFingerprints(b *testing.B) {
	r := make([]rune, 100_000)
	for i := range r {
		r[i] = rune(0x4e00 + mix(uint64(i))%3000)
	}
	b.SetBytes(int64(3 * len(r)))
	var h, w []uint64
	for b.Loop() {
		h = hashes(r, h)
		w = winnow(h, w)
	}
}
