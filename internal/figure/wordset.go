package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// wordSet finds the longest of its words at one end of a text. The words are
// grouped by the character at that end.
type wordSet map[rune][]string

// beginning is the set for the starts of texts.
func beginning(words ...string) wordSet {
	return group(words, func(w string) rune { return nextRune(w) })
}

// ending is the set for the ends of texts.
func ending(words ...string) wordSet {
	return group(words, lastRune)
}

func group(words []string, by func(string) rune) wordSet {
	set := wordSet{}
	for _, w := range words {
		set[by(w)] = append(set[by(w)], w)
	}
	for _, l := range set {
		sort.SliceStable(l, func(i, j int) bool { return len(l[i]) > len(l[j]) })
	}
	return set
}

// startOf is the size of the longest word that s begins with, 0 for none.
func (w wordSet) startOf(s string) int {
	for _, word := range w[nextRune(s)] {
		if strings.HasPrefix(s, word) {
			return len(word)
		}
	}
	return 0
}

// endOf is the size of the longest word that s ends with, 0 for none.
func (w wordSet) endOf(s string) int {
	for _, word := range w[lastRune(s)] {
		if strings.HasSuffix(s, word) {
			return len(word)
		}
	}
	return 0
}

// nextRune is the first character of s.
func nextRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lastRune is the last character of s.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
