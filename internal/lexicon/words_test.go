package lexicon

import (
	"strings"
	"testing"
)

// TestFind holds every word to the list, and the beginnings of words that are
// no words to nothing.
func TestFind(t *testing.T) {
	w := Load()
	listed := map[string]bool{}
	for _, line := range strings.Split(wordsText, "\n") {
		if word, _, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			listed[word] = true
		}
	}
	for word := range listed {
		if w.Class(word) == 0 {
			t.Fatalf("%s has no class", word)
		}
		r := []rune(word)
		for n := 1; n < len(r); n++ {
			if head := string(r[:n]); !listed[head] && w.Class(head) != 0 {
				t.Fatalf("%s is a beginning of %s only, but has class %x", head, word, w.Class(head))
			}
		}
	}
}

// TestScan compares the matcher with looking up each range.
func TestScan(t *testing.T) {
	w := Load()
	text := NewText("國家主席會見西班牙眾議長波薩達。外交部长在新德里说")
	var got, want []string
	for _, m := range w.Scan(text, nil) {
		got = append(got, text.Slice(int(m.Start), int(m.End)))
	}
	for i := range text.Runes {
		for j := i + 1; j <= text.Len(); j++ {
			if w.Class(text.Slice(i, j)) != 0 && text.Runes[i] >= 0x3400 {
				want = append(want, text.Slice(i, j))
			}
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
