package name

import (
	"maps"
	"slices"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// facilities end the names of houses and grounds, whose city, where it stands
// before, is a part of their name: 北京海淀剧院, 汉堡音乐厅.
var facilities = map[string]bool{"公园": true, "大厦": true, "动物园": true, "植物园": true, "剧院": true, "大剧院": true, "大戏院": true, "戏院": true, "音乐厅": true, "机场": true, "国际机场": true, "火车站": true, "体育馆": true, "体育场": true, "商厦": true, "美术馆": true, "展览馆": true, "书城": true,
	"游乐园": true, "赌场": true, "大赌场": true, "大教堂": true, "发射场": true, "发射中心": true, "集中营": true, "影剧院": true, "会展中心": true, "体育中心": true, "国际会议中心": true, "商城": true}

// hotels are facilities that are bodies too.
var hotels = map[string]bool{"宾馆": true, "饭店": true, "酒店": true, "大酒店": true, "大饭店": true}

// facilityHeads are the first characters of both.
var facilityHeads = firsts(slices.Concat(slices.Collect(maps.Keys(facilities)), slices.Collect(maps.Keys(hotels)))...)

// longFacility is the length of what can stand between a city and the word
// for the sort of facility.
const longFacility = 4

// facilitiesOf puts a place and the facility there together.
func (p *page) facilitiesOf(b *body) {
	for k := range b.lat.Words {
		w := &b.lat.Words[k]
		if !facilityHeads.may(b.t.Runes[w.Start]) || w.End-w.Start < 2 || !w.Class.Has(lexicon.PlaceEnd|lexicon.BodyEnd|lexicon.BodyWord|lexicon.Noun|lexicon.Place) || w.Start == 0 {
			continue
		}
		s := b.text(int(w.Start), int(w.End))
		if facilities[s] {
			p.facility(b, w, tagger.Place)
		} else if hotels[s] {
			p.facility(b, w, tagger.Body)
		}
	}
}

// facility looks for the places before a word for a sort of facility.
func (p *page) facility(b *body, w *lexicon.Word, kind tagger.Kind) {
	start, end := int(w.Start), int(w.End)
	if k := b.overThings.at(start); k >= 0 && b.things[k].end == end && b.things[k].start < start {
		if p.class(b, b.things[k].start, end).Has(lexicon.Place | lexicon.Body) {
			return // 天安门广场
		}
		start = b.things[k].start
	} else if k >= 0 {
		return
	} else if b.thingEnding(start) < 0 {
		start = p.facilityName(b, start)
	}
	first := -1
	for k := b.thingEnding(start); k >= 0 && b.things[k].kind == tagger.Place && b.things[k].end-b.things[k].start > 1; k = b.thingEnding(start) {
		first, start = k, b.things[k].start
		b.things[k].rule = "nested"
	}
	if first < 0 || b.over.any(start, end) {
		return
	}
	b.makeFacility(start, end, kind)
}

// facilityName goes left from the word for a facility over its name (长安|大戏院)
// to a place, and stays where there is none.
func (p *page) facilityName(b *body, i int) int {
	for j := i - 1; j > 0 && i-j <= longFacility && !b.mark(j); j-- {
		w := b.word(j)
		if w.Class.Has(lexicon.Func|lexicon.Verb) && b.overThings.at(j) < 0 {
			return i
		}
		if b.thingEnding(j) >= 0 && int(w.Start) == j {
			return j
		}
	}
	return i
}

// makeFacility takes [i, j), with what was found there as a part of it.
func (b *body) makeFacility(i, j int, kind tagger.Kind) {
	for c := i; c < j; c++ {
		if k := b.overThings.at(c); k >= 0 && b.things[k].rule != "nested" {
			b.overThings.clear(b.things[k].start, b.things[k].end)
			b.things[k].end = b.things[k].start
		}
	}
	b.things = append(b.things, thing{start: i, end: j, kind: kind, rule: "facility"})
	b.overThings.put(len(b.things)-1, i, j)
}
