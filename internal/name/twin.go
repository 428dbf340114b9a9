package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// twinLeast is the number of places at which a doubled character is believed
// to be a name; one that the tagger believes needs two.
const twinLeast = 3

// twinWord is the same for one that is a word too.
const twinWord = 6

// twins finds given names of one character twice (强强, 蓉蓉), as children,
// animals and people of stories are called: no word of the lists, and again
// and again in the text where a name can stand.
func (p *page) twins(b *body) {
	found := map[rune][]int{}
	var order []rune
	for i := 0; i+1 < b.t.Len(); i++ {
		r := b.t.Runes[i]
		if r != b.t.Runes[i+1] || p.names.Trait(r)&lexicon.NotGiven != 0 || !p.twin(b, i) {
			continue
		}
		if found[r] == nil {
			order = append(order, r)
		}
		found[r] = append(found[r], i)
	}
	for _, r := range order {
		places := found[r]
		good, best := 0, int32(-1<<30)
		for _, i := range places {
			if p.closing(b, i+2) >= 1 && p.opening(b, i) >= 0 {
				good++
			}
			best = max(best, b.read.Score(i, i+2, tagger.Person))
		}
		least := twinLeast
		if p.class(b, places[0], places[0]+2) != 0 {
			least = twinWord
		}
		if good < least && (least == twinWord || good < 2 || best <= 0) {
			continue
		}
		for _, i := range places {
			b.add(cand{start: i, end: i + 2, rule: "nickname", score: b.read.Score(i, i+2, tagger.Person)})
		}
	}
}

// twin reports whether the doubled character at i is by itself: no word, not
// in one, and not three of them.
func (p *page) twin(b *body, i int) bool {
	r := b.t.Runes[i]
	c := p.class(b, i, i+2)
	if lexicon.ShapeOf(r) != lexicon.Han || c&^(lexicon.Place|lexicon.Verb) != 0 || c != lexicon.Place && p.names.Trait(r)&lexicon.Given == 0 {
		return false
	}
	return !b.overlaps(i, i+2) && b.at(i-1) != r && b.at(i+2) != r && b.at(i+2) != '地' &&
		int(b.word(i).Start) == i && int(b.word(i+1).End) == i+2
}
