package name

import (
	"sort"

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
	cover := b.cover()
	for _, m := range b.lat.Matches {
		if !m.Class.Has(titleClass) || b.partOfOther(m, cover) {
			continue
		}
		if m.End-m.Start == 1 && !m.Class.Has(lexicon.Office) && b.at(int(m.Start)) != '氏' {
			continue
		}
		b.offices = append(b.offices, office{int(m.Start), int(m.Start), int(m.Start), int(m.End), m.Class & titleClass})
	}
	b.offices = outermostOffices(b.offices)
	b.spreadOffices()
}

// spreadOffices finds what belongs to the titles on their left.
func (b *body) spreadOffices() {
	b.ends, b.begins, b.starts = map[int]int{}, map[int]int{}, map[int]int{}
	for i := range b.offices {
		o := &b.offices[i]
		o.mod = b.modifiers(o.core)
		o.start = b.holder(o.mod)
		b.ends[o.end] = i
		b.begins[o.mod] = i
		b.starts[o.start] = i
	}
}

// cover gives for each character the longest word over it that is no title,
// as a number of Matches plus one.
func (b *body) cover() []int32 {
	over := make([]int32, b.t.Len())
	for k, m := range b.lat.Matches {
		if m.Class.Has(titleClass) {
			continue
		}
		for i := m.Start; i < m.End; i++ {
			if o := over[i]; o == 0 || b.lat.Matches[o-1].End-b.lat.Matches[o-1].Start < m.End-m.Start {
				over[i] = int32(k + 1)
			}
		}
	}
	return over
}

// partOfOther reports whether a longer word that is no title goes on after
// the match (代表团, 主席台, 委员会): then it is no title.
func (b *body) partOfOther(m lexicon.Match, cover []int32) bool {
	last := cover[m.End-1]
	if last == 0 {
		return false
	}
	o := b.lat.Matches[last-1]
	if o.Start > m.Start || o.End <= m.End {
		return false
	}
	return true
}

// outermostOffices leaves out the offices that are inside others.
func outermostOffices(all []office) []office {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].core != all[j].core {
			return all[i].core < all[j].core
		}
		return all[i].end > all[j].end
	})
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
		for n := 4; n >= 1; n-- {
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
	if k, ok := b.markEnd[i]; ok && i-b.read.Marks[k].Start > 1 { // the tagger's bodies are whole
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
