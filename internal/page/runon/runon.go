// Package runon weighs whether a text runs on over a break, from the words on
// both its sides alone; it knows nothing of the page's layout. LogOdds is for
// a gap in mid-sentence: how much likelier these characters are in the middle
// of a sentence than at the seam of two texts (a headline and what follows
// it). SentenceLogOdds is for a gap after the end of a sentence: how much
// likelier the next sentence is of the same paragraph than of a new one.
//
// The weights are logistic regressions over character n-grams at the gap,
// hashed into tables. They are made by gen, which says from what; see
// NOTICE.txt beside it. Both say log-odds in nats, 0 for no opinion, as if
// the two cases were equally common.
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

//go:embed sentence.bin
var sentenceWeights string

// LogOdds is the natural logarithm of how much likelier it is that a sentence
// runs on from before to after than that a new text begins.
func LogOdds(before, after string) float64 {
	f := Features(before, after)
	return sum(weights, f[:])
}

// SentenceLogOdds is the natural logarithm of how much likelier it is that
// after, which follows the end of a sentence, is of the same paragraph than
// that it begins one. length is that of the paragraph so far in characters.
func SentenceLogOdds(before, after string, length int) float64 {
	f := SentenceFeatures(before, after, length)
	return sum(sentenceWeights, f[:])
}

func sum(table string, features []uint32) float64 {
	if len(table) < Buckets {
		return 0
	}
	n := int(int8(table[0]))
	for _, f := range features {
		n += int(int8(table[f]))
	}
	return float64(n) / Scale
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

// SentenceFeatures are the buckets of a gap after the end of a sentence: what
// the next one begins with, how soon it has a number or a comma, what the last
// one ends with, and how long the paragraph is.
func SentenceFeatures(before, after string, length int) [11]uint32 {
	a, b := tail(before), head(after)
	fourth, number, comma := rune(0), rune(0), rune(0)
	n := rune(0)
	for _, r := range after {
		c := class(r)
		if n == 3 {
			fourth = c
		}
		if c == '0' && number == 0 {
			number = 1 + n/4
		}
		if (c == ',' || c == '、') && comma == 0 {
			comma = 1 + n/3
		}
		if n++; n >= 24 {
			break
		}
	}
	return [11]uint32{
		bucket(21, b[0], 0, 0, 0),
		bucket(22, b[0], b[1], 0, 0),
		bucket(23, b[0], b[1], b[2], 0),
		bucket(24, b[0], b[1], b[2], fourth),
		bucket(25, a[2], 0, 0, 0),
		bucket(26, a[1], a[2], 0, 0),
		bucket(27, number, 0, 0, 0),
		bucket(28, comma, 0, 0, 0),
		bucket(29, rune(min(length/25, 16)), 0, 0, 0),
		bucket(30, a[2], b[0], 0, 0),
		bucket(31, b[1], b[2], 0, 0),
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
