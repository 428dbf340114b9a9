package slip

import (
	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// Finder finds the slips of one page. It knows what stands on the page more
// than once.
type Finder struct {
	three map[uint64]int // how often three characters stand in a row
	five  map[[5]rune]int
}

// leastTold is how often a page must have a character between the same two
// neighbours for it to show a slip by itself; between the same four, once is
// enough.
const leastTold = 2

// New reads the page: the bodies of its articles.
func New(bodies []string) *Finder {
	f := &Finder{three: map[uint64]int{}, five: map[[5]rune]int{}}
	looks := alike()
	for _, body := range bodies {
		r := []rune(body)
		for i := 1; i+1 < len(r); i++ {
			if len(looks[r[i]]) == 0 {
				continue
			}
			f.three[key(r[i-1], r[i], r[i+1])]++
			if five, ok := around(r, i, r[i]); ok {
				f.five[five]++
			}
		}
	}
	return f
}

// around gives a character at i with two neighbours on each side.
func around(r []rune, i int, c rune) (five [5]rune, ok bool) {
	if i < 2 || i+2 >= len(r) {
		return five, false
	}
	return [5]rune{r[i-2], r[i-1], c, r[i+1], r[i+2]}, han(r[i+2]) && (han(r[i-2]) || digit(r[i-2]))
}

// onPage finds the characters of a text whose neighbours stand on the page
// elsewhere with another character that looks like it between, and nowhere
// else with this one.
func (f *Finder) onPage(text string) []Slip {
	var out []Slip
	looks := alike()
	r := []rune(text)
	at := offsets(text)
	for i := 1; i+1 < len(r); i++ {
		others := looks[r[i]]
		if len(others) == 0 || f.three[key(r[i-1], r[i], r[i+1])] != 1 || !han(r[i-1]) && !digit(r[i-1]) || !han(r[i+1]) {
			continue
		}
		for _, c := range others {
			if f.told(r, i, c) && !inName(r, i) && !isWord(r, i) {
				from, to := f.word(r, i, c)
				out = append(out, Slip{span.Span{Start: at[from], End: at[to]}, string(r[from:i]) + string(c) + string(r[i+1:to]), "slip/page"})
				break
			}
		}
	}
	return out
}

// offsets gives the byte of each character, and the end.
func offsets(text string) []int {
	at := make([]int, 0, len(text)/3+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// told reports that the page has c in the place of the character at i.
func (f *Finder) told(r []rune, i int, c rune) bool {
	if f.three[key(r[i-1], c, r[i+1])] >= leastTold {
		return true
	}
	five, ok := around(r, i, c)
	return ok && f.five[five] > 0
}

// word gives the range of the word that the character at i spoils: with the
// neighbour with which c makes a word, or alone.
func (f *Finder) word(r []rune, i int, c rune) (from, to int) {
	w := lexicon.Load()
	switch {
	case han(r[i-1]) && w.Class(lexicon.FoldString(string([]rune{r[i-1], c}))) != 0:
		return i - 1, i + 1
	case w.Class(lexicon.FoldString(string([]rune{c, r[i+1]}))) != 0 && !digit(r[i-1]):
		return i, i + 2
	}
	return i, i + 1
}

func key(a, b, c rune) uint64 { return uint64(a)<<42 | uint64(b)<<21 | uint64(c) }

func han(r rune) bool { return r >= 0x4E00 && r < 0xA000 || r >= 0x3400 && r < 0x4DC0 }

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == ' ' }

// inName reports a character that may be of a person's name: a surname stands
// one or two characters before it.
func inName(r []rune, i int) bool {
	names := lexicon.LoadNames()
	for d := 1; d <= 2 && i-d >= 0; d++ {
		if names.Trait(lexicon.Fold(r[i-d]))&lexicon.CommonName != 0 {
			return true
		}
	}
	return false
}

// isWord reports that the character as printed makes a word with a neighbour.
func isWord(r []rune, i int) bool {
	w := lexicon.Load()
	for _, s := range []string{string(r[i-1 : i+1]), string(r[i : i+2])} {
		if w.Class(lexicon.FoldString(s)) != 0 {
			return true
		}
	}
	return false
}
