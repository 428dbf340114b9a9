package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed agency.txt
var agencyFile string

// agencies are the names of agency.txt, and the length in characters of the
// longest.
var agencies = sync.OnceValue(func() (t struct {
	names   map[string]bool
	first   map[rune]bool
	longest int
}) {
	t.names, t.first = map[string]bool{}, map[rune]bool{}
	for line := range strings.Lines(agencyFile) {
		line, _, _ = strings.Cut(line, "#")
		for _, name := range strings.Fields(line) {
			t.names[name] = true
			r, _ := utf8.DecodeRuneInString(name)
			t.first[r] = true
			t.longest = max(t.longest, utf8.RuneCountInString(name))
		}
	}
	return t
})

// Agency gives the length in bytes of the longest name of a news agency, a
// newspaper or a station at the start of s, 0 where none is known.
func Agency(s string) int {
	t := agencies()
	r, _ := utf8.DecodeRuneInString(s)
	if !t.first[r] {
		return 0
	}
	best, n := 0, 0
	for i, r := range s {
		if n++; n > t.longest {
			break
		}
		if end := i + utf8.RuneLen(r); t.names[s[:end]] {
			best = end
		}
	}
	return best
}
