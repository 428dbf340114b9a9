// Package slip finds words that a scan or a typist got wrong: a character
// stands where one that looks like it belongs. Input is a joined text,
// output are the words with the reading that they should have, in bytes of
// the text. The text is never changed, and names of persons are left alone.
//
// Two things show a slip. A common word of which one character is changed so
// that what is left stands nowhere in good text (words.txt; gen says how it
// was made); and words around a character that the page itself has again and
// again with another that looks like it.
package slip

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/internal/lexicon"
	"dateline/internal/span"
)

//go:embed alike.txt
var alikeFile string

//go:embed words.txt
var wordsFile string

// looks has, for a character, those that look like it.
type looks struct {
	index [0x10000]uint16
	lists [][]rune
}

// of gives the characters that look like r, nil where none does.
func (l *looks) of(r rune) []rune {
	if r < 0 || r >= 0x10000 {
		return nil
	}
	return l.lists[l.index[r]]
}

var alike = sync.OnceValue(func() *looks {
	l := &looks{lists: [][]rune{nil}}
	for line := range strings.Lines(alikeFile) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, a := range line {
			if a >= 0x10000 {
				continue
			}
			if l.index[a] == 0 {
				l.index[a] = uint16(len(l.lists))
				l.lists = append(l.lists, nil)
			}
			list := &l.lists[l.index[a]]
			for _, b := range line {
				if a != b && !slices.Contains(*list, b) {
					*list = append(*list, b)
				}
			}
		}
	}
	return l
})

// Spoil gives the forms of a word in which one character is another that
// looks like it.
func Spoil(word string) []string {
	var out []string
	r := []rune(word)
	for i, c := range r {
		for _, d := range alike().of(c) {
			r[i] = d
			out = append(out, string(r))
		}
		r[i] = c
	}
	return out
}

// table is words.txt: the spoilt forms with the words, by the pair of
// characters of which one is wrong (such pairs are rare in good text), with a
// bit for each pair, hashed, to look up little else.
type table struct {
	forms map[uint64][]form // by both characters
	pairs [1 << 14]uint64
}

// form is a spoilt form, where in it the pair stands, and the word.
type form struct {
	runes []rune
	pair  int
	word  string
}

var load = sync.OnceValue(func() *table {
	t := &table{forms: map[uint64][]form{}}
	for line := range strings.Lines(wordsFile) {
		spoilt, word, ok := strings.Cut(strings.TrimSpace(line), "\t")
		r, w := []rune(spoilt), []rune(word)
		if !ok || len(r) < 2 || len(r) != len(w) {
			continue
		}
		f := form{runes: r, word: word}
		for i := range r {
			if r[i] != w[i] {
				f.pair = max(i-1, 0)
			}
		}
		a, b := r[f.pair], r[f.pair+1]
		t.forms[both(a, b)] = append(t.forms[both(a, b)], f)
		h := hash(a, b)
		t.pairs[h>>6] |= 1 << (h & 63)
	}
	return t
})

// both is two characters as one number.
func both(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

// hash is the bit of a pair of characters.
func hash(a, b rune) uint32 {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)) * 0x85EBCA6B
	return h >> 12
}

// Slip is a word that was got wrong.
type Slip struct {
	Span    span.Span
	Reading string
	Rule    string // slip/word or slip/page
}

// Find gives the slips of a text of the page, in its order.
func (f *Finder) Find(text string) []Slip {
	out := words(text)
	out = append(out, f.onPage(text)...)
	slices.SortFunc(out, func(a, b Slip) int { return a.Span.Start - b.Span.Start })
	return slices.CompactFunc(out, func(a, b Slip) bool { return b.Span.Start < a.Span.End })
}

// words finds the spoilt forms of words.txt.
func words(text string) []Slip {
	t := load()
	var out []Slip
	prev, at := rune(0), 0
	for i, r := range text {
		f := lexicon.Fold(r)
		if h := hash(prev, f); prev >= 0x4E00 && t.pairs[h>>6]&(1<<(h&63)) != 0 {
			if s, ok := t.at(text, at, prev, f); ok {
				out = append(out, s)
			}
		}
		prev, at = f, i
	}
	return out
}

// at looks for the longest form whose pair is the folded characters a and b
// at byte at.
func (t *table) at(text string, at int, a, b rune) (Slip, bool) {
	best := Slip{}
	for _, f := range t.forms[both(a, b)] {
		from, to, ok := f.matches(text, at)
		n := len(f.runes)
		if !ok || to-from <= best.Span.Len() || n <= shortForm && torn(text, from, to) || n <= 3 && named(text, from, n) {
			continue
		}
		best = Slip{span.Span{Start: from, End: to}, reading(text[from:to], f.word), "slip/word"}
	}
	return best, best.Rule != ""
}

// matches reports that the form stands in the text with its pair at byte at,
// and gives its range.
func (f *form) matches(text string, at int) (from, to int, ok bool) {
	from = at
	for i := f.pair - 1; i >= 0; i-- {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if size == 0 || lexicon.Fold(r) != f.runes[i] {
			return 0, 0, false
		}
		from -= size
	}
	to = at
	for i := f.pair; i < len(f.runes); i++ {
		r, size := utf8.DecodeRuneInString(text[to:])
		if size == 0 || lexicon.Fold(r) != f.runes[i] {
			return 0, 0, false
		}
		to += size
	}
	return from, to, true
}

// shortForm is the length in characters up to which a form may come about
// where two words meet.
const shortForm = 4

// torn reports that the form's first or last character makes a word with its
// neighbour outside: then the form lies across the seam of two words.
func torn(text string, at, end int) bool {
	w := lexicon.Load()
	before, n := utf8.DecodeLastRuneInString(text[:at])
	first, _ := utf8.DecodeRuneInString(text[at:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, m := utf8.DecodeRuneInString(text[end:])
	word := func(a, b rune) bool { return w.Class(lexicon.FoldString(string([]rune{a, b}))) != 0 }
	return n > 0 && word(before, first) || m > 0 && word(last, after)
}

// named reports that the form, of n characters at byte at, may be a person's
// name or the end of one.
func named(text string, at, n int) bool {
	names := lexicon.LoadNames()
	surname := func(r rune) bool { return names.Trait(lexicon.Fold(r))&lexicon.CommonName != 0 }
	first, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return surname(first) || n == 2 && surname(before)
}

// reading is the word in the script of the page: only the character that is
// wrong is changed.
func reading(printed, word string) string {
	var b strings.Builder
	w := []rune(word)
	n := 0
	for _, r := range printed {
		if lexicon.Fold(r) == w[n] {
			b.WriteRune(r)
		} else {
			b.WriteRune(inScript(r, w[n]))
		}
		n++
	}
	return b.String()
}

// inScript gives the character that looks like r and folds to want.
func inScript(r, want rune) rune {
	for _, c := range alike().of(r) {
		if lexicon.Fold(c) == want {
			return c
		}
	}
	return want
}
