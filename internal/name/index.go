package name

import (
	"math/bits"
	"unicode/utf8"
)

// index finds the forms of a page in its texts, the longest first, in time
// that does not grow with their number. It has forms of two characters and
// more.
type index[T any] struct {
	of    map[string]T
	ready bool // whether the rest is made
	// heads is a filter of the pairs of characters that forms begin with.
	heads pairSet
	sizes []head
	forms []slot[T]
}

// head says how long the forms are that begin with a pair of characters: bit n
// of sizes for n characters, the last bit for all longer ones too.
type head struct {
	pair  uint64 // 0 where the place is free
	sizes uint64
}

// slot is a form by its hash.
type slot[T any] struct {
	hash uint64 // 0 where the place is free
	form string
	v    T
}

func newIndex[T any]() *index[T] { return &index[T]{of: map[string]T{}} }

// put adds a form, or gives it another value. One of fewer than two
// characters is left out.
func (x *index[T]) put(form string, v T) {
	if _, n := utf8.DecodeRuneInString(form); n < len(form) {
		x.of[form], x.ready = v, false
	}
}

// make makes the tables for each.
func (x *index[T]) make() {
	x.ready = true
	room := 4 << bits.Len(uint(len(x.of)))
	x.heads = newPairSet(room)
	x.sizes, x.forms = make([]head, room), make([]slot[T], room)
	for form, v := range x.of {
		first, n := utf8.DecodeRuneInString(form)
		second, _ := utf8.DecodeRuneInString(form[n:])
		x.heads.add(first, second)
		h := findHead(x.sizes, pairOf(first, second))
		h.pair = pairOf(first, second)
		h.sizes |= 1 << min(utf8.RuneCountInString(form), 63)
		*x.slot(hashOf(form), form) = slot[T]{hashOf(form), form, v}
	}
}

// pairOf is two characters as one number that is not 0.
func pairOf(r, q rune) uint64 { return uint64(r)<<32 | uint64(q)<<1 | 1 }

// findHead is the place of a pair, or a free one for it.
func findHead(t []head, pair uint64) *head {
	for i := pair * mix >> 32; ; i++ {
		h := &t[i&uint64(len(t)-1)]
		if h.pair == pair || h.pair == 0 {
			return h
		}
	}
}

// slot is the place of a form, or a free one for it.
func (x *index[T]) slot(hash uint64, form string) *slot[T] {
	for i := hash >> 32; ; i++ {
		s := &x.forms[i&uint64(len(x.forms)-1)]
		if s.hash == 0 || s.hash == hash && s.form == form {
			return s
		}
	}
}

const mix = 0x9E3779B97F4A7C15

// step takes another character into a hash.
func step(h uint64, r rune) uint64 { return (h ^ uint64(r)) * mix }

// done makes a hash of characters one that is not 0.
func done(h uint64) uint64 { return h ^ h>>29 | 1 }

func hashOf(form string) uint64 {
	h := uint64(mix)
	for _, r := range form {
		h = step(h, r)
	}
	return done(h)
}

// scan calls do with the forms that stand in a text, in the order of their
// first characters and the longest first, those of one character until it
// answers true.
func (x *index[T]) scan(b *body, do func(i, j int, v T) bool) {
	if len(x.of) == 0 {
		return
	}
	if !x.ready {
		x.make()
	}
	r, heads := b.t.Runes, x.heads
	for i := 0; i+1 < len(r); i++ {
		if !heads.may(r[i], r[i+1]) {
			continue
		}
		if h := findHead(x.sizes, pairOf(r[i], r[i+1])); h.pair != 0 {
			x.lookUp(b, i, h.sizes, do)
		}
	}
}

// lookUp tries the lengths that forms can have at character i.
func (x *index[T]) lookUp(b *body, i int, sizes uint64, do func(i, j int, v T) bool) {
	r := b.t.Runes[i:]
	if sizes>>63 != 0 {
		for n := min(len(r), 2*longest); n > 63; n-- {
			if v, ok := x.of[b.text(i, i+n)]; ok && do(i, i+n, v) {
				return
			}
		}
	}
	var hashes [64]uint64
	h := uint64(mix)
	for n := 0; n < min(len(r), bits.Len64(sizes)-1, 63); n++ {
		h = step(h, r[n])
		hashes[n+1] = done(h)
	}
	for ; sizes != 0; sizes &^= 1 << (bits.Len64(sizes) - 1) {
		n := bits.Len64(sizes) - 1
		if n > len(r) {
			continue
		}
		if s := x.slot(hashes[n], b.text(i, i+n)); s.hash != 0 && do(i, i+n, s.v) {
			return
		}
	}
}

// pairSet is a set of pairs of characters that rules out most of a text's
// pairs at once, and may rule out too few.
type pairSet []uint64

// newPairSet makes a set for about n pairs.
func newPairSet(n int) pairSet { return make(pairSet, max(16, n/8)) }

func (s pairSet) bit(r, q rune) uint64 {
	return (uint64(r)<<16 ^ uint64(q)) * mix >> 32 & uint64(len(s)*64-1)
}

func (s pairSet) add(r, q rune) { k := s.bit(r, q); s[k>>6] |= 1 << (k & 63) }

// may reports whether the pair can be in the set.
func (s pairSet) may(r, q rune) bool { k := s.bit(r, q); return s[k>>6]>>(k&63)&1 != 0 }

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
