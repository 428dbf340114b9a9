package eval

import (
	"slices"
	"strings"
)

// pieces are ranges of code points, as in the record.
type pieces [][2]int

// start is the first code point, -1 where there is none.
func (p pieces) start() int {
	if len(p) == 0 {
		return -1
	}
	return p[0][0]
}

// marks are left out at the two ends of a stretch before its characters are
// compared.
const marks = "，。；：、！？“”‘’「」『』《》,.;:!?\"' \u3000\n\r"

// chars are the offsets of a stretch's characters, in order and each once,
// the marks at its two ends left out. Where the text does not have as many
// characters as the pieces, all are kept.
func (s *stretch) chars() []int {
	if s == nil {
		return nil
	}
	var at []int
	for _, p := range s.Pieces {
		for i := p[0]; i < p[1]; i++ {
			at = append(at, i)
		}
	}
	if text := []rune(s.Text); len(text) == len(at) {
		lo, hi := 0, len(at)
		for lo < hi && strings.ContainsRune(marks, text[lo]) {
			lo++
		}
		for hi > lo && strings.ContainsRune(marks, text[hi-1]) {
			hi--
		}
		at = at[lo:hi]
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// common counts the offsets that are in both.
func common(a, b []int) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			a, b, n = a[1:], b[1:], n+1
		}
	}
	return n
}

// overlap is the share of all offsets that are in both, 0 where there are
// none.
func overlap(a, b []int) float64 {
	n := common(a, b)
	if all := len(a) + len(b) - n; all > 0 {
		return float64(n) / float64(all)
	}
	return 0
}
