package name

import (
	"dateline/internal/lexicon"
)

// believed is the support from which a name of the page is kept.
const believed = 3

// vet drops the names of the page that little speaks for: what the tagger's
// model, the titles and words around, and the build say at the name's best
// place, and how often it stands.
func (p *page) vet() {
	best := map[string]int{}
	count := map[string]int{}
	for _, b := range p.bodies {
		for k := range b.people {
			s := b.nameOf(&b.people[k])
			best[s] = max(best[s], p.support(b, &b.people[k]))
			count[s]++
		}
	}
	for _, b := range p.bodies {
		keep := b.people[:0]
		for _, c := range b.people {
			s := b.nameOf(&c)
			if best[s]+min(count[s]-1, 2) >= believed || c.form == split || c.rule == "list" || c.rule == "known" || c.rule == "in-term" {
				keep = append(keep, c)
			}
		}
		b.people = keep
		b.reindex()
	}
}

// support adds up what speaks for a candidate where it stands.
func (p *page) support(b *body, c *cand) int {
	v := int(max(-4, min(12, c.score/24)))
	if k := b.officeBefore(c.start); k >= 0 && !isHonorific(&b.offices[k]) || k >= 0 && b.offices[k].class.Has(lexicon.Role) {
		v += 4
	}
	if b.officeAfter(c.end) >= 0 {
		v += 4
	}
	switch c.rule {
	case "head-of", "after-title", "before-title", "speaker", "takes-office", "called", "japanese":
		v += 4
	case "credit", "byline":
		v += 8
	}
	if b.at(c.start-1) == '以' && b.at(c.end) == '为' || b.at(c.start-1) == '由' && (b.text(c.end, c.end+2) == "率领" || b.text(c.end, c.end+2) == "带领") {
		v += 4
	}
	if b.beside(c) {
		v += 2
	} else if p.amongWords(b, c) {
		v -= 6
	}
	r := b.t.Runes[c.start:c.end]
	switch p.shapeOf(r) {
	case chinese:
		if len(r) == 3 {
			v++
		}
		if p.names.Trait(r[0])&lexicon.CommonName != 0 {
			v++
		}
	case odd:
		v -= 2
	case translit, japanese:
		if len(r) > 3 || dotted(string(r)) {
			v++
		}
	}
	closing, opening := min(p.closing(b, c.end), 1), min(p.opening(b, c.start), 1)
	if b.startsAt(c.end) != nil { // names of a list without marks
		closing = max(closing, 1)
	}
	if b.endsAt(c.start) != nil {
		opening = max(opening, 1)
	}
	if p.atPlace(b, c, r) {
		v -= 3
		if townWords[b.text(c.start-2, c.start)] {
			v -= 6
		}
	}
	return v + closing + opening + p.inside(b, c.start, c.end)
}

// atPlace reports whether a short foreign name stands where places do: after
// 在 or 抵, with no title, and not as whose something is.
func (p *page) atPlace(b *body, c *cand, r []rune) bool {
	if p.shapeOf(r) != translit && !p.isTranslit(r) || b.officeAfter(c.end) >= 0 {
		return false
	}
	if townWords[b.text(c.start-2, c.start)] {
		return true
	}
	if len(r) > 3 {
		return false
	}
	switch b.at(c.start - 1) {
	case '在', '抵', '赴', '于', '驻', '飞':
		return b.at(c.end) != '的'
	}
	return false
}

// townWords are words before the name of a town.
var townWords = map[string]bool{"城市": true, "小镇": true, "小城": true, "首府": true, "首都": true, "重镇": true, "港口": true, "港市": true, "山村": true, "小村": true}

// amongWords reports whether a candidate without a title is an item of a list
// whose next or last item is an ordinary noun: 黑豆、胡豆、雪豆.
func (p *page) amongWords(b *body, c *cand) bool {
	if b.officeBefore(c.start) >= 0 || b.officeAfter(c.end) >= 0 {
		return false
	}
	if b.at(c.end) == '、' {
		if w := b.word(c.end + 1); w != nil && int(w.Start) == c.end+1 && isNoun(w) && (b.joint(int(w.End)) > 0 || b.at(int(w.End)) == '等' || b.mark(int(w.End))) {
			return true
		}
	}
	if b.at(c.start-1) == '、' {
		if w := b.word(c.start - 2); w != nil && int(w.End) == c.start-1 && isNoun(w) && (b.joint(int(w.Start)-1) > 0 || b.mark(int(w.Start)-1)) {
			return true
		}
	}
	return false
}

// isNoun reports whether a word of two characters and more is a general noun
// and nothing that people are.
func isNoun(w *lexicon.Word) bool {
	return w.End-w.Start > 1 && w.Class.Has(lexicon.Noun) && !w.Class.Has(titleClass|lexicon.Foreign|lexicon.Place|lexicon.Country|lexicon.Known)
}

// beside reports whether another candidate stands beside one in a list.
func (b *body) beside(c *cand) bool {
	if n := b.joint(c.end); n > 0 && b.startsAt(c.end+n) != nil {
		return true
	}
	for n := 1; n <= 2; n++ {
		if b.joint(c.start-n) == n && b.endsAt(c.start-n) != nil {
			return true
		}
	}
	return false
}
