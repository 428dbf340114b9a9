package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/ikawaha/kagome-dict/dict/trie"
)

//go:embed data/words.txt
var wordsText string

// Words is the list of words with its matcher.
type Words struct {
	trie  trie.DoubleArray
	infos []info
}

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
	return w
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
	for i := range t.Runes {
		if t.Runes[i] >= 0x3400 {
			dst = w.at(t, i, dst)
		}
	}
	return dst
}

// at appends the words that begin at character i.
func (w *Words) at(t *Text, i int, dst []Match) []Match {
	from := int(t.folded[i])
	end, p := i, 0
	// a zero byte ends the words of the trie, and so is none of a word
	for b := from; b < len(t.Folded) && t.Folded[b] != 0; b++ {
		q := int(w.trie[p].Base) + int(t.Folded[b])
		if q >= len(w.trie) || int(w.trie[q].Check) != p {
			break
		}
		p = q
		if int(t.folded[end+1]) != b+1 {
			continue
		}
		end++
		leaf := int(w.trie[p].Base)
		if leaf < len(w.trie) && leaf >= 0 && int(w.trie[leaf].Check) == p && w.trie[leaf].Base < 0 {
			id := -w.trie[leaf].Base - 1
			in := &w.infos[id]
			dst = append(dst, Match{int32(i), int32(end), in.class, id, in.weight})
		}
	}
	return dst
}
