package export

import (
	"strings"

	"dateline/record"
)

// sentence is the sentence of an article that the character at a place of the
// source stands in, and its number in the article from 1; 0 where no
// paragraph has the place.
func sentence(a *record.Article, at int) (record.Span, int) {
	n := 0
	for _, p := range a.Paragraphs {
		runes := []rune(p.Text)
		if length(p.Pieces) != len(runes) {
			continue // not a span of a record that holds
		}
		where := characters(p.Pieces)
		for from := 0; from < len(runes); {
			to := sentenceEnd(runes, from)
			n++
			for i := from; i < to; i++ {
				if where[i] == at {
					return record.Span{Text: string(runes[from:to]), Pieces: group(where[from:to])}, n
				}
			}
			from = to
		}
	}
	return record.Span{}, 0
}

// sentenceEnd is after the next mark that ends a sentence and the closing
// marks that follow it.
func sentenceEnd(runes []rune, from int) int {
	for i := from; i < len(runes); i++ {
		if !strings.ContainsRune("。！？", runes[i]) {
			continue
		}
		for i++; i < len(runes) && strings.ContainsRune("。！？”’」』）", runes[i]); i++ {
		}
		return i
	}
	return len(runes)
}

// length is the number of characters of pieces, -1 where one is none.
func length(pieces []record.Piece) int {
	n := 0
	for _, p := range pieces {
		if p.Start() < 0 || p.End() < p.Start() {
			return -1
		}
		n += p.End() - p.Start()
	}
	return n
}

// characters are those of pieces, one by one.
func characters(pieces []record.Piece) (out []int) {
	for _, p := range pieces {
		for i := p.Start(); i < p.End(); i++ {
			out = append(out, i)
		}
	}
	return out
}

// group makes pieces of characters.
func group(all []int) (out []record.Piece) {
	for i, at := range all {
		if i > 0 && at == all[i-1]+1 {
			out[len(out)-1][1]++
		} else {
			out = append(out, record.Piece{at, at + 1})
		}
	}
	return out
}
