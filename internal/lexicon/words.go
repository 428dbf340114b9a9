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
	heads []head  // by character of the basic plane
	pairs pairSet // the pairs of characters that words begin with
}

// head is where a character leads: the trie's node after its bytes, 0 where
// no word begins with it, and the word that it is itself, 0 none.
type head struct{ node, word int32 }

// pairSet is a set of pairs of characters, by a hash of them: it rules out
// most pairs at once, and may rule out too few.
type pairSet [1 << 14]uint64

func pairBit(r, q rune) uint32 { return (uint32(r)*0x9E3779B1 + uint32(q)*0x85EBCA6B) >> 12 }

func (s *pairSet) add(r, q rune) { s[pairBit(r, q)>>6] |= 1 << (pairBit(r, q) & 63) }

func (s *pairSet) may(r, q rune) bool { return s[pairBit(r, q)>>6]>>(pairBit(r, q)&63)&1 != 0 }

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
	w.heads = make([]head, 0x10000)
	for _, key := range keys {
		r, size := utf8.DecodeRuneInString(key)
		if r >= 0x10000 {
			continue
		}
		if h := &w.heads[r]; h.node == 0 {
			node, ok := w.walk(0, key[:size])
			if !ok {
				continue
			}
			h.node, h.word = int32(node), w.ends(node)
		}
		if q, more := utf8.DecodeRuneInString(key[size:]); more > 0 {
			w.pairs.add(r, q)
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
	if strings.IndexByte(word, 0) >= 0 {
		return 0
	}
	id, ok := w.trie.Find(word)
	if !ok || id < 1 {
		return 0
	}
	return w.infos[id-1].class
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
		h := w.heads[r]
		if h.word != 0 {
			dst = append(dst, w.match(i, i+1, h.word))
		}
		if h.node != 0 && i+1 < len(t.Runes) && w.pairs.may(r, t.Runes[i+1]) {
			dst = w.follow(t, i, i+1, int(h.node), dst)
		}
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
	for ok := true; j < len(t.Runes); {
		p, ok = w.walk(p, t.Folded[t.folded[j]:t.folded[j+1]])
		if !ok {
			break
		}
		j++
		if id := w.ends(p); id != 0 {
			dst = append(dst, w.match(i, j, id))
		}
	}
	return dst
}
