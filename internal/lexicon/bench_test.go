package lexicon

import "testing"

// BenchmarkLoad is how long the word lists take at first use.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}
