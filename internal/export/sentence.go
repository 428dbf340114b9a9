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
		runes, places := []rune(p.Text), places(p.Pieces)
		if len(runes) != len(places) {
			continue // not a span of a record that holds
		}
		for from := 0; from < len(runes); {
			to := sentenceEnd(runes, from)
			n++
			for i := from; i < to; i++ {
				if places[i] == at {
					return record.Span{Text: string(runes[from:to]), Pieces: group(places[from:to])}, n
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

// places are the characters of pieces, one by one.
func places(pieces []record.Piece) (out []int) {
	for _, p := range pieces {
		for i := p.Start(); i < p.End(); i++ {
			out = append(out, i)
		}
	}
	return out
}

// group makes pieces of places.
func group(places []int) (out []record.Piece) {
	for i, at := range places {
		if i > 0 && at == places[i-1]+1 {
			out[len(out)-1][1]++
		} else {
			out = append(out, record.Piece{at, at + 1})
		}
	}
	return out
}
