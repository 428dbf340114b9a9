package tagger

import "dateline/internal/lexicon"

// Extractor makes the features of each character of a text. A feature is a
// 32-bit hash of its template and values: with less than a million features
// in a model, one in 4,000 strange ones meets a known one by accident.
type Extractor struct {
	lex     *lexicon.Words
	names   *lexicon.Names
	Lattice lexicon.Lattice
	t       *lexicon.Text
	chars   []uint32 // characters, digits and letters as one each, 2 at each end
	trait   []uint32 // traits, 2 at each end
	run     []uint8  // length of the run of transliteration characters, and place in it
	active  []bool   // whether a name can be near a character
	solo    []uint8  // length of the run of one-character words, and place in it
	open    []uint32 // what begins at a character: a mark, the longest word, or itself; room at each end
	shut    []uint32 // what ends at a character
}

// NewExtractor makes an extractor with the lists of package lexicon.
func NewExtractor() *Extractor {
	return &Extractor{lex: lexicon.Load(), names: lexicon.LoadNames()}
}

// edge is what stands before and after a text.
const edge = 2

// Read takes a text, whose features Features then gives.
func (x *Extractor) Read(t *lexicon.Text) {
	x.t = t
	x.Lattice.Read(x.lex, t)
	n := t.Len()
	x.chars, x.trait = grow(x.chars, n+2*edge), grow(x.trait, n+2*edge)
	x.run, x.solo = grow(x.run, n), grow(x.solo, n)
	for i, r := range t.Runes {
		x.chars[i+edge] = code(r)
		x.trait[i+edge] = uint32(x.names.Trait(r)) + 1
	}
	x.runs(n)
	x.solos()
	x.bounds(n)
}

// room is how far from a character the bounds of a name of three characters
// are looked at.
const room = 3

// bounds notes what begins and what ends at each character.
func (x *Extractor) bounds(n int) {
	x.open, x.shut = grow(x.open, n+2*room), grow(x.shut, n+2*room)
	for i := range n {
		c := x.chars[i+edge]
		x.open[i+room], x.shut[i+room] = c, c
		if w := x.Lattice.Longest[i]; w != 0 {
			x.open[i+room] = w ^ 1<<31
		}
		if w := x.Lattice.LongestEnd[i]; w != 0 {
			x.shut[i+room] = w ^ 1<<31
		}
	}
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

// runs notes runs of transliteration characters.
func (x *Extractor) runs(n int) {
	for i := 0; i < n; {
		j := i
		for j < n && x.names.Trait(x.t.Runes[j])&lexicon.Translit != 0 {
			j++
		}
		for k := i; k < j; k++ {
			x.run[k] = uint8(min(j-i, 7)<<3 | min(k-i, 7))
		}
		i = max(j, i+1)
	}
}

// solos notes runs of one-character words, where names that no list has are.
func (x *Extractor) solos() {
	for k := 0; k < len(x.Lattice.Words); {
		m := k
		for m < len(x.Lattice.Words) && x.Lattice.Words[m].End-x.Lattice.Words[m].Start == 1 && lexicon.ShapeOf(x.t.Runes[x.Lattice.Words[m].Start]) == lexicon.Han {
			m++
		}
		for i := k; i < m; i++ {
			x.solo[x.Lattice.Words[i].Start] = uint8(min(m-k, 7)<<3 | min(i-k, 7))
		}
		k = max(m, k+1)
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

func hash(template, a, b, c uint32) uint32 {
	h := template*0x9E3779B1 + a*0x85EBCA6B
	h ^= h >> 15
	h = h*0xC2B2AE35 + b*0x27D4EB2F
	h ^= h >> 13
	h = h*0x165667B1 + c*0x9E3779B1
	h ^= h >> 16
	h *= 0x85EBCA6B
	return h ^ h>>13
}

// Width is the number of features of a character.
const Width = 43

// Features puts the features of character i into f.
func (x *Extractor) Features(i int, f *[Width]uint32) {
	x.characters(i, f)
	x.vocabulary(i, f)
	x.shapes(i, f)
	x.frames(i, f)
}

func (x *Extractor) characters(i int, f *[Width]uint32) {
	c := x.chars[i : i+5]
	f[0] = hash(1, c[0], 0, 0)
	f[1] = hash(2, c[1], 0, 0)
	f[2] = hash(3, c[2], 0, 0)
	f[3] = hash(4, c[3], 0, 0)
	f[4] = hash(5, c[4], 0, 0)
	f[5] = hash(6, c[0], c[1], 0)
	f[6] = hash(7, c[1], c[2], 0)
	f[7] = hash(8, c[2], c[3], 0)
	f[8] = hash(9, c[3], c[4], 0)
	f[9] = hash(10, c[1], c[3], 0)
	f[10] = hash(11, c[1], c[2], c[3])
	f[11] = hash(12, c[0], c[1], c[2])
	f[12] = hash(13, c[2], c[3], c[4])
}

func (x *Extractor) vocabulary(i int, f *[Width]uint32) {
	k := int(x.Lattice.At[i])
	w := &x.Lattice.Words[k]
	pos, size := place(w, i), uint32(min(w.End-w.Start, 5))
	prev, next := lexicon.Word{ID: -2}, lexicon.Word{ID: -2}
	if k > 0 {
		prev = x.Lattice.Words[k-1]
	}
	if k+1 < len(x.Lattice.Words) {
		next = x.Lattice.Words[k+1]
	}
	var before, after, first uint32
	if i > 0 {
		before = uint32(x.Lattice.LongestEnd[i-1])
	}
	if i+1 < len(x.Lattice.Longest) {
		after = uint32(x.Lattice.Longest[i+1])
	}
	first = uint32(x.Lattice.Longest[i])
	c0 := x.chars[i+edge]
	f[13] = hash(14, pos, uint32(w.Class), size)
	f[14] = hash(15, pos, uint32(prev.Class), x.glyph(prev))
	f[15] = hash(16, pos, uint32(next.Class), x.glyph(next))
	f[16] = hash(17, x.key(prev), pos, 0)
	f[17] = hash(18, x.key(next), pos, 0)
	f[18] = hash(19, first, 0, 0)
	f[19] = hash(20, uint32(x.Lattice.LongestEnd[i]), 0, 0)
	f[20] = hash(21, before, 0, 0)
	f[21] = hash(22, after, 0, 0)
	f[22] = hash(23, before, after, 0)
	f[23] = hash(24, c0, before, 0)
	f[24] = hash(25, c0, after, 0)
	f[25] = hash(26, x.key(*w), pos, 0)
	f[26] = hash(27, uint32(prev.Class)*0x9E3779B1+uint32(next.Class), pos, uint32(w.Class))
	f[27] = hash(28, x.key(prev), uint32(w.Class), pos)
	f[28] = hash(29, x.key(next), uint32(w.Class), pos)
}

// glyph tells marks apart, which have no class.
func (x *Extractor) glyph(w lexicon.Word) uint32 {
	if w.ID == -1 && lexicon.ShapeOf(x.t.Runes[w.Start]) != lexicon.Han {
		return code(x.t.Runes[w.Start])
	}
	return uint32(w.ID>>31) & 1
}

// key is the identity of a word: its place in the list would change with the
// list, so that it is made of its first and last characters and its length.
func (x *Extractor) key(w lexicon.Word) uint32 {
	if w.ID == -2 {
		return 1
	}
	r := x.chars[int(w.Start)+edge]
	if w.End-w.Start > 1 {
		r = r*31 + x.chars[int(w.End)-1+edge]*17 + uint32(w.End-w.Start)<<24
	}
	return r
}

func (x *Extractor) shapes(i int, f *[Width]uint32) {
	c0 := x.chars[i+edge]
	t := x.trait[i : i+5]
	k := int(x.Lattice.At[i])
	pos := place(&x.Lattice.Words[k], i)
	f[29] = hash(30, t[1], t[2], t[3])
	f[30] = hash(31, t[2], uint32(x.solo[i]), 0)
	f[31] = hash(32, uint32(x.run[i]), pos, 0)
	f[32] = hash(33, c0, pos, uint32(x.solo[i]>>3))
	f[33] = hash(34, uint32(x.Lattice.Ahead[i]), uint32(x.Lattice.Words[k].Class), pos)
	f[34] = hash(35, uint32(x.solo[i]), uint32(x.solo[max(i-1, 0)]), t[2])
	f[35] = hash(36, t[0], t[1]<<8|t[2], t[3]<<8|t[4])
}

// frames take the characters for the beginning, middle or end of a name of two
// or three, by what they can be in names and what stands on both sides of it.
func (x *Extractor) frames(i int, f *[Width]uint32) {
	t := x.trait[i : i+3] // up to this character
	open, shut := x.open[i:i+2*room+1], x.shut[i:i+2*room+1]
	two, c0 := t[1]<<8|t[2], x.chars[i+edge]
	f[36] = hash(37, t[2], open[room+2], shut[room-1])
	f[37] = hash(38, t[2], open[room+3], shut[room-1])
	f[38] = hash(39, two, open[room+1], shut[room-2])
	f[39] = hash(40, two|t[0]<<16, open[room+1], shut[room-3])
	f[40] = hash(41, two, open[room+2], shut[room-2])
	f[41] = hash(42, c0, open[room+1], shut[room-1])
	f[42] = hash(43, x.chars[i+edge-1], c0, open[room+1])
}

// plain are the classes of words that are no part of a name where nothing
// else points to one.
const plain = lexicon.Noun | lexicon.Verb | lexicon.Adj | lexicon.Func | lexicon.Idiom

// pointing are the classes of words that are names or stand beside them.
const pointing = lexicon.Country | lexicon.Place | lexicon.Body | lexicon.BodyEnd | lexicon.PlaceEnd | lexicon.BodyWord | lexicon.Known | lexicon.Foreign |
	lexicon.Office | lexicon.Address | lexicon.Role | lexicon.Rank

// longBody is how long the name of a body can be.
const longBody = 24

// gate notes the characters near which a name can be: words of one character
// that are no function words, words that are names or titles, what comes
// before the end of a body, and a word on either side. Most of a text is
// none of these, and is not looked at closer.
func (x *Extractor) gate(n int) {
	x.active = grow(x.active, n)
	words := x.Lattice.Words
	far := 0 // characters that a body's name can still reach back
	for k := len(words) - 1; k >= 0; k-- {
		w := &words[k]
		switch {
		case w.Class.Has(lexicon.BodyEnd|lexicon.Body|lexicon.BodyWord) && w.End-w.Start > 1:
			far = longBody
		case w.Class.Has(lexicon.BodyEnd):
			far = max(far, longBody/2)
		case lexicon.ShapeOf(x.t.Runes[w.Start]) == lexicon.Mark:
			far = 0
		}
		for i := w.Start; i < w.End && far > 0; i++ {
			x.active[i] = true
			far--
		}
	}
	for k := range words {
		if x.pointed(&words[k]) {
			for j := max(k-1, 0); j <= min(k+1, len(words)-1); j++ {
				for i := words[j].Start; i < words[j].End; i++ {
					x.active[i] = true
				}
			}
		}
	}
}

func (x *Extractor) pointed(w *lexicon.Word) bool {
	r := x.t.Runes[w.Start]
	switch {
	case w.Class.Has(pointing):
		return true
	case w.End-w.Start > 1:
		return !w.Class.Has(plain) && lexicon.ShapeOf(r) != lexicon.Digit
	case lexicon.ShapeOf(r) == lexicon.Mark, lexicon.ShapeOf(r) == lexicon.Digit:
		return r == '·'
	case x.names.Trait(r)&(lexicon.Surname|lexicon.Translit|lexicon.Given) != 0:
		return true
	}
	return !w.Class.Has(lexicon.Func)
}
