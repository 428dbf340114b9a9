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

// alike has, for a character, those that look like it.
var alike = sync.OnceValue(func() map[rune][]rune {
	m := map[rune][]rune{}
	for line := range strings.Lines(alikeFile) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, a := range line {
			for _, b := range line {
				if a != b && !slices.Contains(m[a], b) {
					m[a] = append(m[a], b)
				}
			}
		}
	}
	return m
})

// Spoil gives the forms of a word in which one character is another that
// looks like it.
func Spoil(word string) []string {
	var out []string
	r := []rune(word)
	for i, c := range r {
		for _, d := range alike()[c] {
			r[i] = d
			out = append(out, string(r))
		}
		r[i] = c
	}
	return out
}

// table is words.txt: the spoilt forms with the words, and the pairs of
// characters that the forms have, to look at little else.
type table struct {
	words   map[string]string
	pairs   [1 << 13]uint64 // a bit for each pair, hashed
	longest int
}

var load = sync.OnceValue(func() *table {
	t := &table{words: map[string]string{}}
	for line := range strings.Lines(wordsFile) {
		form, word, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		t.words[form] = word
		t.longest = max(t.longest, utf8.RuneCountInString(form))
		a, size := utf8.DecodeRuneInString(form)
		b, _ := utf8.DecodeRuneInString(form[size:])
		h := hash(a, b)
		t.pairs[h>>6] |= 1 << (h & 63)
	}
	return t
})

// hash is the bit of a pair of characters.
func hash(a, b rune) uint32 { return (uint32(a)*2654435761 ^ uint32(b)*40503) >> 7 & (1<<19 - 1) }

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

// words finds the spoilt forms of words.txt, the longest at each place.
func words(text string) []Slip {
	t := load()
	var out []Slip
	prev, at := rune(0), 0
	for i, r := range text {
		f := lexicon.Fold(r)
		if h := hash(prev, f); prev >= 0x4E00 && t.pairs[h>>6]&(1<<(h&63)) != 0 {
			if s, ok := t.at(text, at); ok {
				out = append(out, s)
			}
		}
		prev, at = f, i
	}
	return out
}

// at looks for a form that begins at byte at.
func (t *table) at(text string, at int) (Slip, bool) {
	var key strings.Builder
	best := Slip{}
	n := 0
	for i, r := range text[at:] {
		key.WriteRune(lexicon.Fold(r))
		if n++; n > t.longest || r == '\n' {
			break
		}
		if word, ok := t.words[key.String()]; ok {
			end := at + i + utf8.RuneLen(r)
			if n <= shortForm && torn(text, at, end) || n <= 3 && named(text, at, n) {
				continue
			}
			best = Slip{span.Span{Start: at, End: end}, reading(text[at:end], word), "slip/word"}
		}
	}
	return best, best.Rule != ""
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
	for _, c := range alike()[r] {
		if lexicon.Fold(c) == want {
			return c
		}
	}
	return want
}
