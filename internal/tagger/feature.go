package tagger

import "dateline/internal/lexicon"

// Extractor makes the features of each character of a text. A feature is a
// 32-bit hash of its template and values: with less than a million features
// in a model, one in 4,000 strange ones meets a known one by accident.
type Extractor struct {
	lex     *lexicon.Words
	names   *lexicon.Names
	build   *Build
	Lattice lexicon.Lattice
	t       *lexicon.Text
	chars   []uint32   // characters, digits and letters as one each, 2 at each end
	trait   []uint32   // traits, 2 at each end
	run     []uint8    // length of the run of transliteration characters, and place in it
	active  []bool     // whether a name can be near a character
	solo    []uint8    // length of the run of one-character words, and place in it
	beside  []nearWord // what the gate and the features know of each word
}

// NewExtractor makes an extractor with the lists of package lexicon and a
// model's table of what names are made of.
func NewExtractor(b *Build) *Extractor {
	return &Extractor{lex: lexicon.Load(), names: lexicon.LoadNames(), build: b}
}

// edge is what stands before and after a text.
const edge = 2

// Read takes a text, whose words GateFeatures then gives; Pass must come
// before Features.
func (x *Extractor) Read(t *lexicon.Text) {
	x.t = t
	x.Lattice.Read(x.lex, t)
	n := t.Len()
	x.chars, x.trait = grow(x.chars, n+2*edge), grow(x.trait, n+2*edge)
	x.run, x.solo = grow(x.run, n), grow(x.solo, n)
	start := 0 // of the run of transliteration characters
	for i, r := range t.Runes {
		trait := x.names.Trait(r)
		x.chars[i+edge], x.trait[i+edge] = code(r), uint32(trait)+1
		if trait&lexicon.Translit == 0 {
			x.endRun(start, i)
			start = i + 1
		}
	}
	x.endRun(start, n)
	x.solos()
	x.keys()
}

// open is what begins at a character: the longest word of the lists, or the
// character itself.
func (x *Extractor) open(i int) uint32 { return x.bound(x.Lattice.Longest, i) }

// shut is what ends at a character.
func (x *Extractor) shut(i int) uint32 { return x.bound(x.Lattice.LongestEnd, i) }

func (x *Extractor) bound(words []uint32, i int) uint32 {
	if uint(i) >= uint(len(words)) {
		return 0
	}
	if w := words[i]; w != 0 {
		return w ^ 1<<31
	}
	return x.chars[i+edge]
}

func code(r rune) uint32 {
	switch lexicon.ShapeOf(r) {
	case lexicon.Digit:
		return '0'
	case lexicon.Latin:
		return 'a'
	}
	return uint32(r)
}

// endRun notes the run of transliteration characters [i, j).
func (x *Extractor) endRun(i, j int) {
	for k := i; k < j; k++ {
		x.run[k] = uint8(min(j-i, 7)<<3 | min(k-i, 7))
	}
}

// solos notes runs of one-character words, where names that no list has are.
func (x *Extractor) solos() {
	words, from := x.Lattice.Words, 0
	for k := range words {
		w := &words[k]
		if w.End-w.Start == 1 && lexicon.ShapeOf(x.t.Runes[w.Start]) == lexicon.Han {
			continue
		}
		x.endSolos(from, k)
		from = k + 1
	}
	x.endSolos(from, len(words))
}

// endSolos notes the run of one-character words [k, m).
func (x *Extractor) endSolos(k, m int) {
	for i := k; i < m; i++ {
		x.solo[x.Lattice.Words[i].Start] = uint8(min(m-k, 7)<<3 | min(i-k, 7))
	}
}

// place is where a character stands in its word: 0 alone, 1 first, 2 inside,
// 3 last.
func place(w *lexicon.Word, i int) uint32 {
	switch {
	case w.End-w.Start == 1:
		return 0
	case int(w.Start) == i:
		return 1
	case int(w.End) == i+1:
		return 3
	}
	return 2
}

// hash mixes a template and its values; the odd factors are those of xxHash
// (Collet) and of MurmurHash3's finaliser (Appleby).
func hash(template, a, b, c uint32) uint32 {
	h := template*0x9E3779B1 + a*0x85EBCA77 + b*0xC2B2AE3D + c*0x27D4EB2F
	h = (h ^ h>>15) * 0x85EBCA6B
	h = (h ^ h>>13) * 0xC2B2AE35
	return h ^ h>>16
}

// Width is the number of features of a character.
const Width = 35

// Features puts the features of character i into f.
func (x *Extractor) Features(i int, f *[Width]uint32) {
	x.characters(i, (*[7]uint32)(f[:7]))
	x.vocabulary(i, (*[15]uint32)(f[7:22]))
	x.shapes(i, (*[5]uint32)(f[22:27]))
	x.likely(i, (*[8]uint32)(f[27:]))
}

func (x *Extractor) characters(i int, f *[7]uint32) {
	c := x.chars[i : i+5]
	f[0] = hash(1, c[0], 0, 0)
	f[1] = hash(2, c[1], 0, 0)
	f[2] = hash(3, c[2], 0, 0)
	f[3] = hash(4, c[3], 0, 0)
	f[4] = hash(5, c[4], 0, 0)
	f[5] = hash(6, c[1], c[2], 0)
	f[6] = hash(7, c[2], c[3], 0)
}

// vocabulary are the words of the segmentation around, and the longest words
// of the lists that begin and end here and beside.
func (x *Extractor) vocabulary(i int, f *[15]uint32) {
	k := int(x.Lattice.At[i])
	w := &x.Lattice.Words[k]
	pos, class, key := place(w, i), uint32(w.Class), x.beside[k].key
	prev, next := x.near(k-1), x.near(k+1)
	var before, after uint32
	if i > 0 {
		before = x.Lattice.LongestEnd[i-1]
	}
	if i+1 < len(x.Lattice.Longest) {
		after = x.Lattice.Longest[i+1]
	}
	c0 := x.chars[i+edge]
	f[0] = hash(8, pos, prev.class, 0)
	f[1] = hash(9, pos, next.class, 0)
	f[2] = hash(10, prev.key, pos, 0)
	f[3] = hash(11, next.key, pos, 0)
	f[4] = hash(12, x.Lattice.Longest[i], 0, 0)
	f[5] = hash(13, x.Lattice.LongestEnd[i], 0, 0)
	f[6] = hash(14, before, 0, 0)
	f[7] = hash(15, after, 0, 0)
	f[8] = hash(16, before, after, 0)
	f[9] = hash(17, c0, before, 0)
	f[10] = hash(18, c0, after, 0)
	f[11] = hash(19, key, pos, 0)
	f[12] = hash(20, prev.class*0x9E3779B1+next.class, pos, class)
	f[13] = hash(21, prev.key, class, pos)
	f[14] = hash(22, next.key, class, pos)
}

// key is the identity of a word: its place in the list would change with the
// list, so that it is made of its first and last characters and its length.
func (x *Extractor) key(w *lexicon.Word) uint32 {
	r := x.chars[int(w.Start)+edge]
	if w.End-w.Start > 1 {
		r = r*31 + x.chars[int(w.End)-1+edge]*17 + uint32(w.End-w.Start)<<24
	}
	return r
}

// shapes are what the character and those beside it can be in names, and the
// runs of characters that names are made of.
func (x *Extractor) shapes(i int, f *[5]uint32) {
	t := x.trait[i+1 : i+4]
	k := int(x.Lattice.At[i])
	w := &x.Lattice.Words[k]
	pos := place(w, i)
	f[0] = hash(23, t[0], t[1], t[2])
	f[1] = hash(24, t[1], uint32(x.solo[i]), 0)
	f[2] = hash(25, uint32(x.run[i]), pos, 0)
	f[3] = hash(26, x.chars[i+edge], pos, uint32(x.solo[i]>>3))
	f[4] = hash(27, uint32(x.Lattice.Ahead[i]), uint32(w.Class), pos)
}

// likely take the characters for the beginning, middle or end of a name of two
// or three, by how like a name it is made and what stands on both sides of it.
func (x *Extractor) likely(i int, f *[8]uint32) {
	w := &x.Lattice.Words[x.Lattice.At[i]]
	pos, class := place(w, i), uint32(w.Class)
	a2, a3 := x.likeness(i)
	b2, b3 := x.likeness(i - 1)
	_, c3 := x.likeness(i - 2)
	next, last := x.open(i+1), x.shut(i-1)
	second, before := x.open(i+2), x.shut(i-2)
	f[0] = hash(28, a3, x.open(i+3), last)
	f[1] = hash(29, a2, second, last)
	f[2] = hash(30, b3, second, before)
	f[3] = hash(31, c3, next, x.shut(i-3))
	f[4] = hash(32, b2, next, before)
	f[5] = hash(33, a3|a2<<4, pos, class)
	f[6] = hash(34, b3|b2<<4|c3<<8, pos, class)
	f[7] = hash(35, a3|b3<<4|c3<<8, a2|b2<<4, 0)
}
