package name

import "unicode/utf8"

// index finds the forms of a page in its texts, the longest first, in time
// that does not grow with their number. It has forms of two characters and
// more.
type index[T any] struct {
	of map[string]T
	// sizes are the lengths in characters of the forms that begin with a
	// character, the longest first.
	sizes map[rune][]int
	heads pairSet // the pairs of characters that forms begin with
}

func newIndex[T any]() *index[T] {
	return &index[T]{of: map[string]T{}, sizes: map[rune][]int{}}
}

// put adds a form, or gives it another value. One of fewer than two
// characters is left out.
func (x *index[T]) put(form string, v T) {
	_, n := utf8.DecodeRuneInString(form)
	if n == len(form) {
		return
	}
	if _, ok := x.of[form]; !ok {
		x.size(form)
	}
	x.of[form] = v
}

// size notes the length of a new form.
func (x *index[T]) size(form string) {
	first, size := utf8.DecodeRuneInString(form)
	second, _ := utf8.DecodeRuneInString(form[size:])
	x.heads.add(first, second)
	n := utf8.RuneCountInString(form)
	sizes := x.sizes[first]
	k := 0
	for k < len(sizes) && sizes[k] > n {
		k++
	}
	if k < len(sizes) && sizes[k] == n {
		return
	}
	sizes = append(sizes, 0)
	copy(sizes[k+1:], sizes[k:])
	sizes[k] = n
	x.sizes[first] = sizes
}

// each calls do with the forms that stand at character i of a text, the
// longest first, until it answers true.
func (x *index[T]) each(b *body, i int, do func(j int, v T) bool) {
	if i+1 >= len(b.t.Runes) || !x.heads.may(b.t.Runes[i], b.t.Runes[i+1]) {
		return
	}
	for _, n := range x.sizes[b.t.Runes[i]] {
		s := b.text(i, i+n)
		if s == "" {
			continue
		}
		if v, ok := x.of[s]; ok && do(i+n, v) {
			return
		}
	}
}

// pairSet is a set of pairs of characters that rules out most of a text's
// pairs at once, and may rule out too few.
type pairSet [1 << 10]uint64

func pairBit(r, q rune) uint32 { return (uint32(r)*0x9E3779B1 + uint32(q)*0x85EBCA6B) >> 16 }

func (s *pairSet) add(r, q rune) { s[pairBit(r, q)>>6] |= 1 << (pairBit(r, q) & 63) }

// may reports whether the pair can be in the set.
func (s *pairSet) may(r, q rune) bool { return s[pairBit(r, q)>>6]>>(pairBit(r, q)&63)&1 != 0 }

// runeSet is a set of characters that is asked for every character of a text:
// it rules out most of them at once, and may rule out too few.
type runeSet [1 << 8]uint64

func (s *runeSet) add(r rune) { s[r>>6&0xFF] |= 1 << (r & 63) }

// may reports whether the character can be in the set.
func (s *runeSet) may(r rune) bool { return s[r>>6&0xFF]>>(r&63)&1 != 0 }

// firsts is the set of the first characters of words.
func firsts(words ...string) *runeSet {
	s := &runeSet{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		s.add(r)
	}
	return s
}
