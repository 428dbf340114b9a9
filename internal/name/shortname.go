package name

import (
	"iter"
	"maps"
	"slices"
	"sync"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// others are short names of one character that stand for no country of the
// list: China as seen from abroad, and parts of China.
var others = map[rune]string{'华': "中国", '台': "台湾", '港': "香港", '澳': "澳门", '京': "北京", '沪': "上海", '津': "天津", '渝': "重庆", '藏': "西藏", '疆': "新疆", '粤': "广东", '桂': "广西", '闽': "福建", '浙': "浙江", '苏': "江苏",
	'皖': "安徽", '赣': "江西", '湘': "湖南", '鄂': "湖北", '豫': "河南", '鲁': "山东", '冀': "河北", '晋': "山西", '陕': "陕西", '甘': "甘肃", '青': "青海", '宁': "宁夏", '黔': "贵州", '滇': "云南", '川': "四川", '蜀': "四川", '琼': "海南", '辽': "辽宁", '吉': "吉林"}

// place0 are those that can stand alone after 在 or 来, and before 人.
var place0 = map[rune]bool{'华': true, '台': true, '港': true, '澳': true, '京': true, '沪': true, '津': true, '渝': true, '藏': true, '疆': true, '粤': true, '湘': true, '陕': true, '皖': true}

// beforeShort are words of one character before the short name of a country,
// and afterShort words after one.
var beforeShort = map[rune]bool{'驻': true, '访': true, '对': true, '在': true, '来': true, '赴': true, '抵': true, '援': true, '反': true, '亲': true, '侨': true, '旅': true, '留': true, '入': true, '离': true, '侵': true}

var afterShort = map[string]bool{"方": true, "军": true, "籍": true, "裔": true, "商": true, "侨": true, "政府": true, "总统": true, "总理": true, "首相": true, "外长": true, "国防部": true, "国务院": true, "两国": true, "两党": true, "两军": true, "双方": true, "双边": true, "关系": true, "友好": true, "边界": true, "边境": true,
	"三国": true, "四国": true, "贸易": true, "经贸": true, "合作": true, "人民": true, "建交": true, "友谊": true, "联合": true, "外交": true, "战略": true, "领导人": true, "元首": true, "国会": true, "参议院": true, "众议院": true, "财长": true, "防长": true, "共": true, "人": true, "资": true, "机": true, "舰": true}

// shorts are the characters that are short names of countries and provinces.
var shorts = sync.OnceValue(func() *runeSet {
	var s runeSet
	for r := range others {
		s.add(r)
	}
	for _, n := range lexicon.LoadCountries().All() {
		for _, r := range n.Short {
			s.add(r)
		}
	}
	return &s
})

// shortNames finds countries by one character: two or more side by side
// (中俄), or one after 驻, 访 or before 方, 军 (卢方). Which country it is,
// nation says; nothing is found where it cannot be told.
func (p *page) shortNames(b *body) {
	next := 0
	at := b.each(cueShort)
	if p.lands != nil { // with short names of the page's own
		at = upTo(b.t.Len())
	}
	for i := range at {
		if i < next || !p.shorts.may(b.t.Runes[i]) || !p.shorts.may(b.at(i+1)) && !shortNext.may(b.at(i+1)) && !shortPrev.may(b.at(i-1)) {
			continue
		}
		j := i
		for j < b.t.Len() && j-i < 6 && p.isShort(b, j) {
			j++
		}
		if j > i && p.shortRun(b, i, j) {
			for k := i; k < j; k++ {
				p.addShort(b, k)
			}
		}
		next = j
	}
}

// upTo gives the numbers below n.
func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

// shortNext and shortPrev are characters of which one stands beside a single
// short name.
var (
	shortNext = firsts(slices.Concat([]string{"方", "人", "侨", "裔", "商", "资", "独", "胞"}, slices.Collect(maps.Keys(afterShort)))...)
	shortPrev = firsts("驻", "访", "对", "在", "来", "赴", "抵", "援", "反", "亲", "侨", "旅", "留", "入", "离", "侵", "抗", "回", "进", "返")
)

func (p *page) isShort(b *body, i int) bool {
	r := b.at(i)
	if b.overlaps(i, i+1) || b.overThing(i, i+1) {
		return false
	}
	if others[r] != "" && (place0[r] || others[b.at(i-1)] != "" || others[b.at(i+1)] != "") {
		return true
	}
	return p.short(string(r)) != nil && p.nation(b, string(r)) != nil
}

func (p *page) addShort(b *body, i int) {
	t := thing{start: i, end: i + 1, kind: tagger.Place, rule: "short-country"}
	if name := others[b.at(i)]; name != "" {
		if name == "中国" {
			t.nation = lexicon.LoadCountries().Name(name)
		}
	} else {
		t.nation = p.nation(b, string(b.at(i)))
	}
	b.addThing(t)
}

// shortRun reports whether the characters [i, j) stand for countries.
func (p *page) shortRun(b *body, i, j int) bool {
	first, last := b.word(i), b.word(j-1)
	if j-i == 1 && place0[b.at(i)] && int(first.Start) >= i && apart[b.at(j)] {
		return true
	}
	if int(first.Start) < i-1 || int(last.End) > j+1 || b.at(j) != '方' && p.class(b, j-1, j+1).Has(lexicon.General) || b.text(i, j) == "中华" {
		return false
	}
	switch {
	case j-i >= 2:
		return p.compound(b, i, j)
	case b.at(j) == '方':
		return j-i == 1 && int(last.End) <= j+1 && int(b.word(j).End) == j+1 && (first.Start == int32(i) || b.at(i-1) != '东')
	case int(last.End) == j+1 && !afterShort[b.text(j, j+1)]:
		return false
	case motion[b.at(i-1)] || b.at(i-1) == '驻':
		return place0[b.at(i)] || known[b.text(i, i+1)] && int(last.End) <= j
	case beforeShort[b.at(i-1)]:
		return place0[b.at(i)] || p.follows(b, j) && int(first.Start) == i
	}
	return p.follows(b, j) && int(first.Start) == i && known[b.text(i, j)]
}

// apart are characters after which 华, 港 and the like are places though the
// two are a word: 华侨, 港人, 台独.
var apart = map[rune]bool{'人': true, '侨': true, '裔': true, '商': true, '资': true, '独': true, '胞': true}

// motion are verbs after which one character is a country: 访美, 抵京.
var motion = map[rune]bool{'访': true, '赴': true, '抵': true, '离': true, '援': true, '侵': true, '反': true, '抗': true, '回': true, '进': true, '返': true}

// compound: 中俄, 中日韩; not a longer word of the lists, and not a word that
// means something else (中文, 日新).
func (p *page) compound(b *body, i, j int) bool {
	w := b.word(i)
	if int(w.Start) != i {
		return false
	}
	sure := knownPair(b, i, j)
	if c := p.class(b, i, j); c.Has(lexicon.Noun|lexicon.Verb|lexicon.Adj) || c.Has(lexicon.Place|lexicon.Func) && !sure {
		return false
	}
	for k := i; k < j; {
		v := b.word(k)
		if int(v.End) > j {
			return false
		}
		if v.End-v.Start > 1 && v.Class.Has(lexicon.Verb|lexicon.Adj|lexicon.Func|lexicon.Noun) && v.End-v.Start < int32(j-i) && !sure {
			return false
		}
		k = int(v.End)
	}
	return sure || p.follows(b, j)
}

// knownPair reports whether each of the characters is a country wherever it
// stands beside another.
func knownPair(b *body, i, j int) bool {
	for k := i; k < j; k++ {
		if !known[string(b.at(k))] && others[b.at(k)] == "" {
			return false
		}
	}
	return true
}

// follows reports whether a word that goes with countries comes next.
func (p *page) follows(b *body, j int) bool {
	for n := 3; n >= 1; n-- {
		if afterShort[b.text(j, j+n)] {
			return true
		}
	}
	return false
}
