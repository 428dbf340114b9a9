package lexicon

// Lattice has what the lists say about each character of a text, and the
// words of its likeliest segmentation. Positions are characters, and the
// slices that go by character are as long as the text.
type Lattice struct {
	// Matches are all words of the lists, by start and then by length.
	Matches []Match
	// Longest and LongestEnd have the class set and length of the longest
	// word that begins at or ends with a character, 0 where none of two
	// characters or more does.
	Longest, LongestEnd []uint32
	// At is the number in Words of the word that a character is in.
	At []int32
	// Words is the likeliest segmentation.
	Words []Word
	// Ahead is the distance to the end of the next word that ends a body, 0
	// where none is near.
	Ahead []uint8
	ways  []way
}

// way is the cheapest way to a place between characters: what it costs, where
// its last word begins, and which match that is, -1 none.
type way struct{ cost, from, via int32 }

// Word is a word of a segmentation: the characters [Start, End).
type Word struct {
	Start, End int32
	ID         int32 // place in the list, -1 where it is not there
	Class      Class
}

const (
	// total is ten times the logarithm of the sum of all frequencies in the
	// list of general words: the cost of a word is total less its weight.
	total = 179
	// unknown is the cost of a character that is no word of the list, and
	// listed the weight of a word that has no frequency.
	unknown, listed = 185, 40
	// reach is how far ahead the end of a body is looked for.
	reach = 12
)

// room gives a slice of n, in s's memory where there is room; what is in it is
// for the caller to write over.
func room[T any](s []T, n int) []T {
	if cap(s) < n && cap(s) == 0 {
		s = make([]T, n)
	} else if cap(s) < n {
		s = make([]T, n+n/4)
	}
	return s[:n]
}

// grow gives a slice of n zeros.
func grow[T any](s []T, n int) []T {
	s = room(s, n)
	clear(s)
	return s
}

// Read fills the lattice for a text, using its memory again.
func (l *Lattice) Read(lex *Words, t *Text) {
	n := t.Len()
	l.Matches = lex.Scan(t, l.Matches)
	l.Longest, l.LongestEnd = grow(l.Longest, n), grow(l.LongestEnd, n)
	l.Ahead, l.At, l.ways = grow(l.Ahead, n), room(l.At, n), room(l.ways, n+1)
	l.cheapest(t)
	l.backtrack(t, n)
}

func pack(m *Match) uint32 {
	return uint32(m.Class)<<3 | uint32(min(m.End-m.Start, 7))
}

// longest notes a match as the longest word that begins and ends at its
// characters, where it is.
func (l *Lattice) longest(m *Match) {
	if m.End-m.Start < 2 {
		return
	}
	v := pack(m)
	l.Longest[m.Start] = v // later matches of a start are longer
	if e := &l.LongestEnd[m.End-1]; *e == 0 {
		*e = v // the first match of an end is the longest
	}
}

// cheapest finds the cheapest way through the words, and notes the longest.
func (l *Lattice) cheapest(t *Text) {
	const far = 1 << 30
	n := t.Len()
	l.ways[0] = way{}
	for i := 1; i <= n; i++ {
		l.ways[i].cost = far
	}
	at := 0
	for i := range n {
		base, j := l.ways[i].cost, i+1
		if t.Runes[i] < 0x3400 {
			j = l.run(t, i)
		}
		l.step(i, j, base+unknown, -1)
		for ; at < len(l.Matches) && int(l.Matches[at].Start) == i; at++ {
			m := &l.Matches[at]
			w := int32(m.Weight)
			if w == 0 {
				w = listed
			}
			l.step(i, int(m.End), base+total-w, int32(at))
			l.longest(m)
		}
	}
}

func (l *Lattice) step(i, j int, cost, via int32) {
	if w := &l.ways[j]; cost < w.cost {
		*w = way{cost, int32(i), via}
	}
}

// run is the end of the run of digits or Latin letters that begins at i, or
// i+1.
func (l *Lattice) run(t *Text, i int) int {
	kind := ShapeOf(t.Runes[i])
	j := i + 1
	if kind != Digit && kind != Latin || i > 0 && ShapeOf(t.Runes[i-1]) == kind {
		return j
	}
	for j < t.Len() && ShapeOf(t.Runes[j]) == kind {
		j++
	}
	return j
}

// backtrack reads the cheapest way back: its words are counted first. On the
// way it notes what is ahead of each.
func (l *Lattice) backtrack(t *Text, n int) {
	k := 0
	for j := n; j > 0; j = int(l.ways[j].from) {
		k++
	}
	l.Words = room(l.Words, k)
	d := 0
	for j := n; j > 0; {
		y := &l.ways[j]
		k--
		w := &l.Words[k]
		*w = Word{Start: y.from, End: int32(j), ID: -1}
		if y.via >= 0 {
			m := &l.Matches[y.via]
			w.ID, w.Class = m.ID, m.Class
		}
		for j > int(y.from) {
			j--
			l.At[j] = int32(k)
		}
		d = l.ahead(t, w, d)
	}
}

// ahead counts the characters up to the end of the next word that ends a body,
// with no mark in between, for the characters of a word; d is the count at the
// character after it, 0 where none is near.
func (l *Lattice) ahead(t *Text, w *Word, d int) int {
	if r := t.Runes[w.Start]; r < 0x3400 || r >= 0xFF00 {
		if ShapeOf(r) == Mark {
			return 0
		}
	}
	if w.Class.Has(BodyEnd) && w.End-w.Start > 1 {
		d = 1
	}
	if d == 0 {
		return 0
	}
	for i := w.End - 1; i >= w.Start; i-- {
		l.Ahead[i] = uint8(d)
		if d > 0 {
			d++
		}
		if d > reach {
			d = 0
		}
	}
	return d
}

// Shape is the kind of a character.
type Shape uint8

// The kinds of characters.
const (
	Han Shape = iota
	Digit
	Latin
	Mark
)

// ShapeOf gives the kind of a folded character.
func ShapeOf(r rune) Shape {
	switch {
	case r >= 0x3400:
		if r >= 0xFF00 && r < 0x10000 || r < 0x3400 {
			return Mark
		}
		return Han
	case r >= '0' && r <= '9':
		return Digit
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return Latin
	}
	return Mark
}
