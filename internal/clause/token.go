package clause

import (
	"dateline/internal/lexicon"
)

// TokenKind is what a token is.
type TokenKind uint8

// The kinds of tokens.
const (
	Word TokenKind = iota // a word, of the lists or one character
	Name                  // an actor
	Time                  // a time expression
	Work                  // a title in 《》
	Mark                  // one mark, or a line feed
)

// Token is a word or what stands for one: the characters [Start, End).
type Token struct {
	Start, End int32
	Kind       TokenKind
	// Class is the word's class, 0 for the other kinds.
	Class lexicon.Class
	// Number is that of the actor in Actors, of the time in Times, of the work
	// in Works; -1 for the others.
	Number int32
}

// block is a stretch of characters that is one token whatever the words say.
type block struct {
	start, end int
	kind       TokenKind
	number     int
}

// tokenize lays actors, times and works over the words.
func (x *Text) tokenize(words []lexicon.Word) {
	blocks := x.blocks()
	x.at = make([]int32, x.Len()+1)
	x.Tokens = make([]Token, 0, len(words)+8)
	w, i, n := 0, 0, x.Len()
	for i < n {
		if len(blocks) > 0 && blocks[0].start == i {
			b := blocks[0]
			x.put(Token{int32(i), int32(b.end), b.kind, 0, int32(b.number)})
			i, blocks = b.end, blocks[1:]
			continue
		}
		for w < len(words) && int(words[w].Start) < i {
			w++
		}
		limit := n
		if len(blocks) > 0 {
			limit = blocks[0].start
		}
		if w < len(words) && int(words[w].Start) == i && int(words[w].End) <= limit {
			x.put(x.word(i, int(words[w].End), words[w].Class))
			i = int(words[w].End)
			continue
		}
		stop := limit // characters of a word that a block cuts
		if w < len(words) {
			stop = min(stop, max(i+1, int(words[w].Start)))
			if int(words[w].Start) == i {
				stop = limit
			}
		}
		j := x.longestWord(i, stop)
		x.put(x.word(i, j, lexicon.Load().Class(x.Slice(i, j))))
		i = j
	}
	x.at[n] = int32(len(x.Tokens))
}

// longestWord is the end of the longest listed word that begins at i and ends
// no later than limit, i+1 where there is none.
func (x *Text) longestWord(i, limit int) int {
	for j := min(limit, i+4); j > i+1; j-- {
		if lexicon.Load().Class(x.Slice(i, j)) != 0 {
			return j
		}
	}
	return i + 1
}

func (x *Text) word(i, j int, c lexicon.Class) Token {
	t := Token{int32(i), int32(j), Word, c, -1}
	if lexicon.ShapeOf(x.At(i)) == lexicon.Mark {
		t.Kind = Mark
	}
	return t
}

func (x *Text) put(t Token) {
	for i := t.Start; i < t.End; i++ {
		x.at[i] = int32(len(x.Tokens))
	}
	x.Tokens = append(x.Tokens, t)
}

// blocks merges actors, times and works; of two that lie over each other the
// earlier stays, a work before what is inside it.
func (x *Text) blocks() []block {
	all := make([]block, 0, len(x.Works)+len(x.Times)+len(x.Actors))
	for k, w := range x.Works {
		all = append(all, block{w.Start, w.End, Work, k})
	}
	for k, w := range x.Times {
		all = append(all, block{w.Start, w.End, Time, k})
	}
	for k, a := range x.Actors {
		all = append(all, block{a.Start, a.End, Name, k})
	}
	return apart(all, func(b *block) (int, int) { return b.start, b.end })
}

// TokenAt is the number of the token that character i is in.
func (x *Text) TokenAt(i int) int {
	if i < 0 {
		return 0
	}
	return int(x.at[min(i, x.Len())])
}

// Text is the folded text of token k, "" outside the list.
func (x *Text) Text(k int) string {
	if k < 0 || k >= len(x.Tokens) {
		return ""
	}
	return x.Slice(int(x.Tokens[k].Start), int(x.Tokens[k].End))
}
