package name

import "unicode/utf8"

// index finds the forms of a page in its texts, the longest first, in time
// that does not grow with their number.
type index[T any] struct {
	of map[string]T
	// sizes are the lengths in characters of the forms that begin with a
	// character, the longest first.
	sizes map[rune][]int
	heads runeSet // the characters that forms begin with
}

func newIndex[T any]() *index[T] {
	return &index[T]{of: map[string]T{}, sizes: map[rune][]int{}}
}

// put adds a form, or gives it another value. The empty form is left out.
func (x *index[T]) put(form string, v T) {
	if form == "" {
		return
	}
	if _, ok := x.of[form]; !ok {
		x.size(form)
	}
	x.of[form] = v
}

// size notes the length of a new form.
func (x *index[T]) size(form string) {
	first, _ := utf8.DecodeRuneInString(form)
	x.heads.add(first)
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
	if !x.heads.may(b.t.Runes[i]) {
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
