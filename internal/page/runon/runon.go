// Package runon weighs whether a text runs on over a break: from the last
// characters before a gap and the first after it, it says how much likelier
// these are in the middle of a sentence than at the seam of two texts (a
// headline and what follows it). It knows nothing of lengths and layout.
//
// The weights are a logistic regression over character n-grams at the gap,
// hashed into a table. They are made by gen, which says from what; see
// NOTICE.txt beside it.
package runon

import (
	_ "embed"
	"unicode/utf8"
)

// Buckets is the size of the weight table.
const Buckets = 1 << 16

// Scale is how many steps of a stored weight make one nat of log-odds.
const Scale = 16

//go:embed weights.bin
var weights string

// LogOdds is the natural logarithm of how much likelier it is that the text
// runs on from before to after than that a new text begins. 0 is no opinion.
func LogOdds(before, after string) float64 {
	if len(weights) < Buckets {
		return 0
	}
	sum := int(int8(weights[0]))
	for _, f := range Features(before, after) {
		sum += int(int8(weights[f]))
	}
	return float64(sum) / Scale
}

// Features are the buckets of the n-grams at the gap; bucket 0 is kept for
// the bias.
func Features(before, after string) [10]uint32 {
	a, b := tail(before), head(after)
	return [10]uint32{
		bucket(1, a[2], 0, 0, 0),
		bucket(2, a[1], a[2], 0, 0),
		bucket(3, a[0], a[1], a[2], 0),
		bucket(4, b[0], 0, 0, 0),
		bucket(5, b[0], b[1], 0, 0),
		bucket(6, b[0], b[1], b[2], 0),
		bucket(7, a[2], b[0], 0, 0),
		bucket(8, a[1], a[2], b[0], 0),
		bucket(9, a[2], b[0], b[1], 0),
		bucket(10, a[1], a[2], b[0], b[1]),
	}
}

// bucket hashes one n-gram of a kind (FNV-1a over its characters).
func bucket(kind uint32, rs ...rune) uint32 {
	h := uint32(2166136261)
	mix := func(x uint32) {
		for range 3 {
			h = (h ^ x&0xff) * 16777619
			x >>= 8
		}
	}
	mix(kind)
	for _, r := range rs {
		mix(uint32(r))
	}
	return 1 + (h^h>>16)%(Buckets-1)
}

// tail gives the classes of the last three characters, 0 where there are
// fewer.
func tail(s string) (t [3]rune) {
	for i := 2; i >= 0; i-- {
		r, size := utf8.DecodeLastRuneInString(s)
		if size == 0 {
			break
		}
		t[i] = class(r)
		s = s[:len(s)-size]
	}
	return t
}

// head gives the classes of the first three characters.
func head(s string) (h [3]rune) {
	for i := range h {
		r, size := utf8.DecodeRuneInString(s)
		if size == 0 {
			break
		}
		h[i] = class(r)
		s = s[size:]
	}
	return h
}

// class is what the model sees of a character: digits, Latin letters and
// the two widths of a mark are alike.
func class(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	switch {
	case r >= '0' && r <= '9':
		return '0'
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return 'A'
	}
	return r
}
