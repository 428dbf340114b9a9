package name

import (
	"cmp"
	"slices"

	"dateline/internal/lexicon"
)

// office is a title in the text: the characters [start, end), the office
// itself from core on, with its modifiers (副, 前) from mod on.
type office struct {
	start, mod, core, end int
	class                 lexicon.Class
}

const titleClass = lexicon.Office | lexicon.Address | lexicon.Role | lexicon.Rank

// findOffices finds the words of the lists that are titles, and what belongs
// to them on their left.
func (b *body) findOffices() {
	for k := range b.lat.Matches {
		m := &b.lat.Matches[k]
		if m.Class.Has(lexicon.Known) {
			b.known = append(b.known, [2]int32{m.Start, m.End})
		}
		if !m.Class.Has(titleClass) || b.partOfOther(k) {
			continue
		}
		if m.End-m.Start == 1 && !m.Class.Has(lexicon.Office) && b.at(int(m.Start)) != '氏' {
			continue
		}
		b.offices = append(b.offices, office{int(m.Start), int(m.Start), int(m.Start), int(m.End), m.Class & titleClass})
	}
	b.lat.Matches = nil // the next text's from now on
	b.offices = outermostOffices(b.offices)
	b.spreadOffices()
}

// spreadOffices finds what belongs to the titles on their left.
func (b *body) spreadOffices() {
	n := len(b.offices)
	at := make([]placed, 3*n)
	b.atEnd, b.atMod, b.atStart = at[:0:n], at[n:n:2*n], at[2*n:2*n]
	for i := range b.offices {
		o := &b.offices[i]
		o.mod = b.modifiers(o.core)
		o.start = b.holder(o.mod)
		b.atEnd = b.place(b.atEnd, o.end, i, hasEnd)
		b.atMod = b.place(b.atMod, o.mod, i, hasMod)
		b.atStart = b.place(b.atStart, o.start, i, hasStart)
	}
}

// longWord is the length of the longest word of the lists that is looked at.
const longWord = 12

// partOfOther reports whether the longest word over the end of match k that is
// no title has all of it and goes on after it (代表团, 主席台, 委员会): then it
// is no title.
func (b *body) partOfOther(k int) bool {
	all := b.lat.Matches
	m := all[k]
	best := lexicon.Match{}
	for i := k - 1; i >= 0 && all[i].Start > m.End-longWord; i-- {
		best = longerOver(best, all[i], m.End)
	}
	for i := k + 1; i < len(all) && all[i].Start < m.End; i++ {
		best = longerOver(best, all[i], m.End)
	}
	return best.End > m.End && best.Start <= m.Start
}

// longerOver is the longer of two words, the first where they are alike, if o
// is over the character before end and no title.
func longerOver(best, o lexicon.Match, end int32) lexicon.Match {
	if o.End < end || o.Class.Has(titleClass) || o.End-o.Start < best.End-best.Start || o.End-o.Start == best.End-best.Start && o.Start > best.Start {
		return best
	}
	return o
}

// outermostOffices leaves out the offices that are inside others.
func outermostOffices(all []office) []office {
	slices.SortStableFunc(all, func(x, y office) int { return cmp.Or(cmp.Compare(x.core, y.core), cmp.Compare(y.end, x.end)) })
	out := all[:0]
	for _, o := range all {
		if n := len(out); n > 0 && o.end <= out[n-1].end {
			continue
		}
		out = append(out, o)
	}
	return out
}

// longTitle is the length of the longest title.
const longTitle = 48

// modifiers goes left over 副, 前, 第一 and the like.
func (b *body) modifiers(core int) int {
	again := true
	for end := core; again && end-core < longTitle; {
		again = false
		longest := 1 // of the words that end here
		if core > 0 {
			longest = min(max(int(b.lat.LongestEnd[core-1]&7), 1), 4)
		}
		for n := longest; n >= 1; n-- {
			if core-n >= 0 && lexicon.Load().Class(b.t.Slice(core-n, core)).Has(lexicon.Modifier) {
				core, again = core-n, true
				break
			}
		}
	}
	return core
}

// holder goes left over the body or place whose office it is.
func (b *body) holder(mod int) int {
	for end := mod; mod > 0 && end-mod < longTitle; {
		i := b.held(mod)
		if i == mod {
			return mod
		}
		mod = i
	}
	return mod
}

// held goes one step left from i, or stays.
func (b *body) held(i int) int {
	if k, ok := b.markEnds(i); ok && i-b.read.Marks[k].Start > 1 { // the tagger's bodies are whole
		return b.read.Marks[k].Start
	}
	if k := b.overLands.at(i - 1); k >= 0 && b.things[k].end == i {
		return b.things[k].start
	}
	w := b.word(i - 1)
	switch {
	case int(w.End) > i && int(w.Start) < i && w.Class.Has(lexicon.Body|lexicon.BodyWord):
		return int(w.Start) // 中共中央|总书记, where 中央 is taken as a modifier
	case int(w.End) != i:
		return i
	case b.holds(w):
		return int(w.Start)
	case b.at(i-1) == '方' && i > 1 && lexicon.LoadCountries().Short(string(b.at(i-2))) != nil && b.word(i-2).Start >= int32(i-2):
		return i - 2
	case w.End-w.Start == 1 && lexicon.LoadCountries().Short(string(b.at(i-1))) != nil && (b.at(i-2) == '驻' || b.at(i) == '驻'):
		return i - 1
	case b.at(i-1) == '大' && chineseNumber(b.at(i-2)):
		return b.congressStart(i - 1)
	case b.text(i-2, i) == "党和":
		return i - 2
	case (b.at(i-1) == '和' || b.at(i-1) == '、') && b.field(i-1):
		return int(b.word(i - 2).Start)
	}
	return i
}

// congressStart goes left from 大 over the number of a congress, and over
// 党的 or 中共.
func (b *body) congressStart(i int) int {
	for i > 0 && chineseNumber(b.at(i-1)) {
		i--
	}
	if s := b.text(i-2, i); s == "党的" || s == "中共" {
		i -= 2
	}
	return i
}

// field reports whether the word before i is a field of government (住房), as
// in ministries of several.
func (b *body) field(i int) bool {
	w := b.word(i - 1)
	return w != nil && int(w.End) == i && w.Class.Has(lexicon.Modifier) && w.End-w.Start > 1
}

// notHeld are nouns that are no part of a title.
var notHeld = map[string]bool{"方面": true, "有关方面": true, "有关": true, "我国": true, "本国": true, "同志": true, "记者": true, "时候": true, "成员": true, "先遣部队": true, "群众": true, "友好": true, "人民": true, "全体": true, "著名": true, "访问": true, "期间": true}

// holds reports whether a word can be part of the name of an office's body.
func (b *body) holds(w *lexicon.Word) bool {
	if notHeld[b.text(int(w.Start), int(w.End))] {
		return false
	}
	if b.at(int(w.Start)) == '驻' {
		return true
	}
	if w.Class.Has(lexicon.Country | lexicon.Place | lexicon.Body | lexicon.BodyWord | lexicon.BodyEnd | lexicon.Modifier | lexicon.PlaceEnd) {
		return true
	}
	return w.Class.Has(lexicon.Noun) && w.End-w.Start > 1 && !w.Class.Has(lexicon.Verb|lexicon.After|lexicon.Before|titleClass)
}
