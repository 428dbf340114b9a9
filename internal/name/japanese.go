package name

import (
	"strings"
	"sync"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// japaneseIndex finds Japanese surnames of two characters and more.
var japaneseIndex = sync.OnceValue(func() *index[bool] {
	x := newIndex[bool]()
	for _, s := range lexicon.LoadNames().JapaneseSurnames() {
		x.put(s, true)
	}
	x.make() // here, once: the index is every reader's
	return x
})

// japaneseEnds are characters that Japanese given names end with and words
// after a surname hardly do.
const japaneseEnds = "郎夫雄彦介助男子美"

// japanese finds Japanese names in full that the tagger missed: a surname of
// the lists and a given name of two or three characters with its usual end.
func (p *page) japanese(b *body) {
	x := japaneseIndex()
	x.scan(b, func(i, j int, _ bool) bool {
		for n := 3; n >= 2; n-- {
			if p.japaneseName(b, i, j, j+n) {
				return b.add(cand{start: i, end: j + n, rule: "japanese", score: b.read.Score(i, j+n, tagger.Person)})
			}
		}
		return false
	})
}

// japaneseName reports whether [i, j) and [j, end) can be the surname and the
// given name of a Japanese.
func (p *page) japaneseName(b *body, i, j, end int) bool {
	if end > b.t.Len() || b.overlaps(i, end) || !strings.ContainsRune(japaneseEnds, b.at(end-1)) || !allHan(b.t.Runes[j:end]) {
		return false
	}
	if p.class(b, j, end).Has(lexicon.General) || p.hasGeneral(b, j, end) || p.opening(b, i) < 0 || p.closing(b, end) < 0 {
		return false
	}
	return !b.hasOffice(i, end)
}

// hasGeneral reports whether a word of two characters and more of the lists
// goes over the end of [i, j).
func (p *page) hasGeneral(b *body, i, j int) bool {
	w := b.word(j - 1)
	return int(w.End) > j || int(w.Start) > i && w.End-w.Start > 1 && w.Class.Has(lexicon.General)
}
