package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict/trie"
)

//go:embed data/words.txt
var wordsText string

// Words is the list of words with its matcher.
type Words struct {
	trie  trie.DoubleArray
	infos []info
	heads []head // by character of the basic plane
	sieve pairSet
	pairs []pair // a hash table of the pairs of characters that words begin with
}

// head is a character that words begin with: the word that it is itself, 0
// none, and what is kept of that.
type head struct {
	word int32
	info
}

// pair is two characters that words begin with: the trie's node after them, 0
// where no longer word begins so, and the word that they are, 0 none.
type pair struct {
	first, second uint16
	node, word    int32
}

// pairSlots is the size of the table of pairs, twice what the list has.
const pairSlots = 1 << 17

func pairHash(r, q rune) uint32 { return (uint32(r)*0x9E3779B1 + uint32(q)) * 0x85EBCA6B }

// pairSet is a set of pairs of characters, by a hash of them: it rules out
// most pairs at once, and may rule out too few.
type pairSet [1 << 14]uint64

func (s *pairSet) add(h uint32) { s[h>>18] |= 1 << (h >> 12 & 63) }

func (s *pairSet) may(h uint32) bool { return s[h>>18]>>(h>>12&63)&1 != 0 }

// info is what is kept of a word.
type info struct {
	class  Class
	weight uint8 // ten times the logarithm of its frequency
}

// Load makes the list at its first call.
var Load = sync.OnceValue(load)

func load() *Words {
	w := &Words{}
	lines := strings.Split(wordsText, "\n")
	keys := make([]string, 0, len(lines))
	for _, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, "\t")
		flags, weight, _ := strings.Cut(rest, "\t")
		n, _ := strconv.Atoi(weight)
		var c Class
		for i := range len(flags) {
			c |= letters[flags[i]]
		}
		keys = append(keys, word)
		w.infos = append(w.infos, info{class: c, weight: uint8(min(n, 255))})
	}
	ids := make([]int, len(keys))
	for i := range ids {
		ids[i] = i + 1 // the trie answers 0 for some beginnings of words
	}
	// The generator writes the words in order and once each, so that Build
	// cannot fail; an empty trie would only find nothing.
	w.trie, _ = trie.BuildWithIDs(keys, ids)
	w.lead(keys)
	return w
}

// lead fills the tables that are asked before the trie.
func (w *Words) lead(keys []string) {
	w.heads, w.pairs = make([]head, 0x10000), make([]pair, pairSlots)
	for id, key := range keys {
		r, size := utf8.DecodeRuneInString(key)
		q, more := utf8.DecodeRuneInString(key[size:])
		switch {
		case r >= 0x10000 || q >= 0x10000:
		case more == 0:
			w.heads[r] = head{int32(id + 1), w.infos[id]}
		default:
			p := w.slot(r, q, pairHash(r, q))
			p.first, p.second = uint16(r), uint16(q)
			if len(key) == size+more {
				p.word = int32(id + 1)
			} else if p.node == 0 {
				node, _ := w.walk(0, key[:size+more])
				p.node = int32(node)
			}
			w.sieve.add(pairHash(r, q))
		}
	}
}

// slot is the place of a pair in the table, or the free one where it would be.
func (w *Words) slot(r, q rune, h uint32) *pair {
	for i := h >> 15; ; i = (i + 1) % pairSlots {
		p := &w.pairs[i]
		if p.first == 0 || rune(p.first) == r && rune(p.second) == q {
			return p
		}
	}
}

// walk goes from a node of the trie over bytes; it reports whether a word goes
// on there.
func (w *Words) walk(p int, s string) (int, bool) {
	for i := range len(s) {
		// a zero byte ends the words of the trie, and so is none of a word
		q := int(w.trie[p].Base) + int(s[i])
		if s[i] == 0 || q >= len(w.trie) || int(w.trie[q].Check) != p {
			return 0, false
		}
		p = q
	}
	return p, true
}

// ends gives the word that ends at a node of the trie, as its place in the
// list and one more, 0 where none does.
func (w *Words) ends(p int) int32 {
	leaf := int(w.trie[p].Base)
	if leaf < len(w.trie) && leaf >= 0 && int(w.trie[leaf].Check) == p && w.trie[leaf].Base < 0 {
		return -w.trie[leaf].Base
	}
	return 0
}

// Class is the class set of a folded word, 0 where it is not in the list.
func (w *Words) Class(word string) Class {
	if id := w.find(word); id > 0 {
		return w.infos[id-1].class
	}
	return 0
}

// find is the place of a word in the list and one more, 0 where it has none.
// The tables of its first two characters answer for most.
func (w *Words) find(word string) int32 {
	r, size := utf8.DecodeRuneInString(word)
	q, more := utf8.DecodeRuneInString(word[size:])
	if r >= 0x10000 || q >= 0x10000 || r == utf8.RuneError || q == utf8.RuneError && more > 0 {
		return w.look(0, word)
	}
	if more == 0 {
		return w.heads[r].word
	}
	h := pairHash(r, q)
	if !w.sieve.may(h) {
		return 0
	}
	p := w.slot(r, q, h)
	switch {
	case len(word) == size+more:
		return p.word
	case p.node == 0:
		return 0
	}
	return w.look(int(p.node), word[size+more:])
}

// look is find from a node of the trie on.
func (w *Words) look(node int, rest string) int32 {
	if p, ok := w.walk(node, rest); ok {
		return w.ends(p)
	}
	return 0
}

// Match is a word of the list found in a text: [Start, End) in characters.
type Match struct {
	Start, End int32
	Class      Class
	ID         int32 // the word's place in the list
	Weight     uint8 // ten times the logarithm of its frequency
}

// Scan gives all words of the list in a text, by start and then by length,
// put into dst.
func (w *Words) Scan(t *Text, dst []Match) []Match {
	dst = dst[:0]
	for i, r := range t.Runes {
		if r < 0x3400 {
			continue
		}
		if r >= 0x10000 {
			dst = w.follow(t, i, i, 0, dst)
			continue
		}
		if h := &w.heads[r]; h.word != 0 {
			dst = append(dst, Match{int32(i), int32(i + 1), h.class, h.word - 1, h.weight})
		}
		if i+1 == len(t.Runes) {
			break
		}
		if q := t.Runes[i+1]; q < 0x10000 {
			if h := pairHash(r, q); w.sieve.may(h) {
				dst = w.pair(t, i, w.slot(r, q, h), dst)
			}
		} else if node, ok := w.walk(0, t.Slice(i, i+1)); ok {
			dst = w.follow(t, i, i+1, node, dst)
		}
	}
	return dst
}

// pair appends the words that begin with two characters.
func (w *Words) pair(t *Text, i int, p *pair, dst []Match) []Match {
	if p.word != 0 {
		dst = append(dst, w.match(i, i+2, p.word))
	}
	if p.node != 0 {
		dst = w.follow(t, i, i+2, int(p.node), dst)
	}
	return dst
}

func (w *Words) match(i, j int, word int32) Match {
	in := &w.infos[word-1]
	return Match{int32(i), int32(j), in.class, word - 1, in.weight}
}

// follow appends the words from character i that end after character j, where
// the trie's node p stands.
func (w *Words) follow(t *Text, i, j, p int, dst []Match) []Match {
	for j < len(t.Runes) {
		q, ok := w.walk(p, t.Folded[t.folded[j]:t.folded[j+1]])
		if !ok {
			break
		}
		p = q
		j++
		if id := w.ends(p); id != 0 {
			dst = append(dst, w.match(i, j, id))
		}
	}
	return dst
}
