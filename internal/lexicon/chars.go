package lexicon

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/chars.txt
var charsText string

//go:embed data/sounds.txt
var soundsText string

//go:embed data/surnames.txt
var surnamesText string

//go:embed data/surnames_foreign.txt
var foreignText string

// Trait is a set of what a character can be in a name.
type Trait uint8

// The traits of characters.
const (
	Translit     Trait = 1 << iota // in transliterated names
	Given                          // common in given names
	NotGiven                       // hardly ever in a given name
	Surname                        // a Chinese surname
	CommonName                     // a surname of one in a thousand or more
	KoreanName                     // a Korean surname
	VietName                       // a Vietnamese surname
	JapaneseName                   // a Japanese surname of one character
)

// Names has the traits of characters and the surnames of two characters or
// more.
type Names struct {
	table    [0x10000]Trait
	compound map[string]bool
	japanese map[string]bool
	// What the surnames of two characters and more begin with.
	compoundHeads, japaneseHeads charSet
}

// charSet is a set of characters of two bytes in UTF-16.
type charSet [0x10000 / 64]uint64

func (s *charSet) add(r rune) {
	if r < 0x10000 {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s *charSet) has(r rune) bool { return uint32(r) < 0x10000 && s[r>>6]>>(r&63)&1 != 0 }

// heads notes what the words of a list begin with.
func heads(words map[string]bool, s *charSet) {
	for w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		s.add(r)
	}
}

// LoadNames makes the tables at its first call.
var LoadNames = sync.OnceValue(func() *Names {
	n := &Names{compound: map[string]bool{}, japanese: map[string]bool{}}
	n.chars()
	n.surnames()
	n.foreign()
	heads(n.compound, &n.compoundHeads)
	heads(n.japanese, &n.japaneseHeads)
	return n
})

func (n *Names) set(s string, t Trait) {
	for _, r := range s {
		if r < 0x10000 {
			n.table[r] |= t
		}
	}
}

func (n *Names) chars() {
	kinds := map[string]Trait{"TRANSLIT": Translit, "GIVEN": Given, "NOTGIVEN": NotGiven}
	for _, line := range strings.Split(charsText+"\n"+soundsText, "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		if t, ok := kinds[kind]; ok {
			n.set(rest, t)
		}
		if kind == "COMPOUND" {
			for _, w := range strings.Fields(rest) {
				n.compound[w] = true
			}
		}
	}
}

// common is the number of bearers in ten thousand from which a surname is
// CommonName.
const common = 100

func (n *Names) surnames() {
	for _, line := range strings.Split(surnamesText, "\n") {
		word, count, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		if utf8.RuneCountInString(word) > 1 {
			n.compound[word] = true
			continue
		}
		n.set(word, Surname)
		if c, err := strconv.Atoi(count); err == nil && c >= common {
			n.set(word, CommonName)
		}
	}
}

func (n *Names) foreign() {
	for _, line := range strings.Split(foreignText, "\n") {
		f := strings.Fields(line)
		if len(f) < 2 || len(f[0]) != 1 {
			continue
		}
		for _, w := range f[1:] {
			one := utf8.RuneCountInString(w) == 1
			switch {
			case f[0] == "K" && one:
				n.set(w, KoreanName)
			case f[0] == "V" && one:
				n.set(w, VietName)
			case f[0] == "J" && one:
				n.set(w, JapaneseName)
			case f[0] == "J":
				n.japanese[w] = true
			default:
				n.compound[w] = true
			}
		}
	}
}

// Trait is what a folded character can be in a name.
func (n *Names) Trait(r rune) Trait {
	if r < 0 || r >= 0x10000 {
		return 0
	}
	return n.table[r]
}

// Compound reports whether a folded word is a Chinese surname of two
// characters or more.
func (n *Names) Compound(s string) bool { return n.compound[s] }

// JapaneseSurnames gives the folded Japanese surnames of two characters and
// more, in order.
func (n *Names) JapaneseSurnames() []string { return slices.Sorted(maps.Keys(n.japanese)) }

// Japanese reports whether a folded word is a Japanese surname of two
// characters or more.
func (n *Names) Japanese(s string) bool { return n.japanese[s] }

// CompoundHead reports whether a Chinese surname of two characters or more
// begins with a character.
func (n *Names) CompoundHead(r rune) bool { return n.compoundHeads.has(r) }

// JapaneseHead reports whether a Japanese surname of two characters or more
// begins with a character.
func (n *Names) JapaneseHead(r rune) bool { return n.japaneseHeads.has(r) }
