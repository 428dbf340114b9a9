package eval

import (
	"cmp"
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

// chars are the ranges of a stretch's characters, in order and none touching
// the next, the marks at the stretch's two ends left out. Where the text does
// not have as many characters as the pieces, all are kept.
func (s *stretch) chars() pieces {
	if s == nil {
		return nil
	}
	ps := slices.DeleteFunc(slices.Clone(s.Pieces), func(p [2]int) bool { return p[0] >= p[1] })
	if text := []rune(s.Text); len(text) == ps.size() {
		lo, hi := 0, len(text)
		for lo < hi && strings.ContainsRune(marks, text[lo]) {
			lo++
		}
		for hi > lo && strings.ContainsRune(marks, text[hi-1]) {
			hi--
		}
		ps = ps.cut(lo, hi)
	}
	return ps.merged()
}

// size is how many characters there are in all pieces.
func (p pieces) size() int {
	n := 0
	for _, q := range p {
		n += q[1] - q[0]
	}
	return n
}

// cut keeps the characters from lo to hi, counted over the pieces.
func (p pieces) cut(lo, hi int) pieces {
	var out pieces
	before := 0
	for _, q := range p {
		from, to := max(lo-before, 0), min(hi-before, q[1]-q[0])
		if from < to {
			out = append(out, [2]int{q[0] + from, q[0] + to})
		}
		before += q[1] - q[0]
	}
	return out
}

// merged puts pieces in order, those that touch or overlap into one.
func (p pieces) merged() pieces {
	slices.SortFunc(p, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var out pieces
	for _, q := range p {
		if n := len(out); n > 0 && q[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], q[1])
		} else {
			out = append(out, q)
		}
	}
	return out
}

// common counts the characters that are in both; both are merged.
func common(a, b pieces) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		n += max(0, min(a[0][1], b[0][1])-max(a[0][0], b[0][0]))
		if a[0][1] < b[0][1] {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return n
}

// overlap is the share of all characters that are in both, 0 where there are
// none; both are merged.
func overlap(a, b pieces) float64 {
	n := common(a, b)
	if all := a.size() + b.size() - n; all > 0 {
		return float64(n) / float64(all)
	}
	return 0
}
