package name

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// findPeople gives each text its candidates: what the tagger marks, what the
// rules of style find, put right and then found again over the page.
func (p *page) findPeople() {
	p.findLands()
	for _, b := range p.bodies {
		p.splitNames(b)
		p.signed(b)
		p.wellKnown(b)
		p.credits(b)
		p.japanese(b)
		p.bylines(b)
		p.seed(b)
		p.lists(b)
		p.beside(b)
		p.spoken(b)
		b.sortPeople()
	}
	p.settle()
	p.vet()
	p.spread()
	for _, b := range p.bodies {
		p.enumerated(b)
		p.surnames(b)
		p.twins(b)
		b.sortPeople()
	}
	p.titles()
}

// add adds a candidate unless its characters are taken.
func (b *body) add(c cand) bool {
	if c.end <= c.start || b.overlaps(c.start, c.end) {
		return false
	}
	c.before, c.after = -1, -1
	b.over.put(len(b.people), c.start, c.end)
	b.people = append(b.people, c)
	return true
}

func (b *body) overlaps(i, j int) bool {
	return b.over.any(i, j) || b.overLands != nil && b.overLands.any(i, j)
}

// sortPeople puts the candidates in order, without those that were dropped.
func (b *body) sortPeople() {
	b.people = slices.DeleteFunc(b.people, func(c cand) bool { return c.end == c.start })
	byStart := func(x, y cand) int { return cmp.Compare(x.start, y.start) }
	if !slices.IsSortedFunc(b.people, byStart) {
		slices.SortFunc(b.people, byStart)
	}
	b.reindex()
}

// seed takes the tagger's marks of people, put right at their ends.
func (p *page) seed(b *body) {
	for _, m := range b.read.Marks {
		if m.Kind != tagger.Person {
			continue
		}
		for _, c := range p.parts(b, m.Start, m.End) {
			c.score = b.read.Score(c.start, c.end, tagger.Person)
			if c.start <= m.Start && c.end >= m.End {
				c.score = max(c.score, m.Margin)
			} else { // cut at a title or function word: the mark still counts
				c.score = max(c.score, min(m.Margin, 2*probable))
			}
			if c.end-c.start == 2 && b.at(c.start+1) == '氏' {
				continue // surnames looks at those
			}
			if p.plausible(b, c) {
				b.add(c)
			}
		}
	}
}

// wellKnown takes the people whom the lists know, and those in the names of
// theories (邓小平理论). One with a foreign name of two characters must be
// marked or beside a title.
func (p *page) wellKnown(b *body) {
	for _, k := range b.known {
		i, j := int(k[0]), int(k[1])
		switch {
		case b.overlaps(i, j) || b.doctrine(j):
		case j-i >= 3 && (b.text(j, j+2) == "理论" || b.text(j, j+2) == "思想"):
			b.add(cand{start: i, end: j, rule: "in-term", score: sure})
		case p.whole(b, i, j):
			b.add(cand{start: i, end: j, rule: "known", score: max(sure, b.read.Score(i, j, tagger.Person))})
		}
	}
}

// doctrine reports whether 主义 comes at i or after another name: 马克思列宁
// 主义 names nobody.
func (b *body) doctrine(i int) bool {
	for k := i; k <= i+4; k++ {
		if b.text(k, k+2) == "主义" {
			return true
		}
		if b.mark(k) {
			return false
		}
	}
	return false
}

// whole reports whether a known name stands for itself at [i, j): as a word
// of the segmentation, not with another general meaning, and not a part of a
// name of a place or a longer foreign name.
func (p *page) whole(b *body, i, j int) bool {
	first, last := b.word(i), b.word(j-1)
	if int(first.Start) != i || int(last.End) != j || first.Class.Has(lexicon.General|lexicon.Place|lexicon.Country) && j-i == 2 && (b.officeBefore(i) < 0 || p.closing(b, j) < 2) {
		return false
	}
	if joins(b.at(j)) || joins(b.at(i-1)) && p.nameChar(b, i-2) || p.suffixed(b, i, j, lexicon.PlaceEnd) || p.namedAfter(b, j) {
		return false
	}
	r := b.t.Runes[i:j]
	if j-i == 2 && p.names.Trait(b.at(i-1))&lexicon.CommonName != 0 && (b.officeBefore(i-1) >= 0 || b.read.Score(i-1, j, tagger.Person) > max(0, b.read.Score(i, j, tagger.Person))) {
		return false // 记者张|安南
	}
	if j-i == 2 && p.isChinese(r) && p.closing(b, j) < 1 && b.read.Score(i, j, tagger.Person) < b.read.Score(i, min(j+1, b.t.Len()), tagger.Person) {
		return false // 陈云|林
	}
	if _, titled := b.officeEnds(i - 1); titled && p.isTranslit(r) && p.nameChar(b, i-1) {
		return false // 议长萨|康德
	}
	if p.isTranslit(r) && j-i <= 3 && !p.isChinese(r) {
		if p.nameChar(b, j) && b.read.Score(i, j+1, tagger.Person) > max(0, b.read.Score(i, j, tagger.Person)) {
			return false // 贝克|特
		}
		if p.nameChar(b, j) && p.closing(b, j) < 1 || p.nameChar(b, i-1) && p.opening(b, i) < 0 {
			return false
		}
		return b.officeBefore(i) >= 0 || b.officeAfter(j) >= 0 || b.read.Score(i, j, tagger.Person) > 0
	}
	return true
}

// namedAfter reports whether the word at i is a house, a street or a society,
// which is named after somebody: 毕加索|博物馆.
func (p *page) namedAfter(b *body, i int) bool {
	w := b.word(i)
	if w == nil || int(w.Start) != i {
		return false
	}
	if houses[b.text(i, int(w.End))] || w.Class.Has(lexicon.Noun) && houses[b.text(int(w.End), int(w.End)+2)] { // 空军|基地
		return true
	}
	return p.firm(b, i)
}

// firm reports whether what begins at i is the end of the name of a firm, with
// the words for what it makes: 食品|工业|集团.
func (p *page) firm(b *body, i int) bool {
	for n := 0; n < longFirm; n++ {
		w := b.word(i)
		if w == nil || int(w.Start) != i || w.End-w.Start < 2 {
			return false
		}
		if firms[b.text(i, int(w.End))] {
			return true
		}
		if !w.Class.Has(lexicon.Noun) || w.Class.Has(titleClass|lexicon.After) {
			return false
		}
		i = int(w.End)
	}
	return false
}

// longFirm is the number of words in which the name of a firm ends.
const longFirm = 3

// firms end the names of firms.
var firms = map[string]bool{"集团": true, "公司": true, "有限公司": true, "股份有限公司": true, "集团公司": true}

// houses are what is named after people, who are not named there.
var houses = map[string]bool{"博物馆": true, "纪念馆": true, "纪念堂": true, "故居": true, "旧居": true, "图书馆": true, "美术馆": true, "音乐厅": true, "剧院": true, "大剧院": true, "大街": true, "大道": true, "广场": true, "研究会": true, "基金会": true, "文学奖": true, "新闻奖": true,
	"奖学金": true, "大学": true, "学院": true, "中学": true, "小学": true, "医院": true, "奖章": true, "公园": true, "基地": true, "油田": true, "气田": true, "水电站": true, "核电站": true, "山脉": true, "峡谷": true, "导弹": true, "战术导弹": true, "弹道导弹": true, "坦克": true, "步枪": true, "毒株": true, "纪念园": true, "大典": true, "清真寺": true, "牌": true, "系数": true, "路": true, "街": true, "大桥": true, "机场": true, "国际机场": true, "杯": true, "奖": true}

// nameChar reports whether the character at i can be in a foreign name.
func (p *page) nameChar(b *body, i int) bool {
	r := b.at(i)
	return p.names.Trait(r)&lexicon.Translit != 0 || lexicon.ShapeOf(r) == lexicon.Latin && r != 0
}

// longPart is the length of the longest part of a foreign name.
const longPart = 16

// runEnd goes right from i over a part of a foreign name.
func (p *page) runEnd(b *body, i int) int {
	for end := i + longPart; i < end && p.nameChar(b, i) && !p.stops(b, i); i++ {
	}
	return i
}

// stops reports whether what begins at i is no more of a name: a title or a
// word that stands after names, of two characters.
func (p *page) stops(b *body, i int) bool {
	if _, ok := b.officeBegins(i); ok {
		return true
	}
	w := b.word(i)
	if w == nil || int(w.Start) != i {
		return false
	}
	if w.End-w.Start > 1 {
		return w.Class.Has(lexicon.After | lexicon.Verb | lexicon.Func)
	}
	return w.Class.Has(lexicon.After) && p.names.Trait(b.at(i))&lexicon.Translit == 0
}

// runStart goes left from before i over a part of a foreign name: not over
// titles, places or words of two characters.
func (p *page) runStart(b *body, i int) int {
	for end := i - longPart; i > max(end, 0) && p.nameChar(b, i-1); {
		if _, ok := b.officeEnds(i); ok {
			break
		}
		w := b.word(i - 1)
		if w.End-w.Start > 1 && int(w.End) == i && !p.isTranslit(b.t.Runes[w.Start:w.End]) {
			break
		}
		if w.Class.Has(lexicon.Country) && int(w.End) == i {
			break
		}
		i--
	}
	return i
}

// The tagger's margin, in the model's units (24 to 1), above which a name of
// no known build is believed, and one that lists call something else.
const (
	sure     = 24 * 6
	certain  = 24 * 12
	probable = 24 * 2
)

// plausible rules out what is no person.
func (p *page) plausible(b *body, c cand) bool {
	r := b.t.Runes[c.start:c.end]
	beside := b.officeBefore(c.start) >= 0 || b.officeAfter(c.end) >= 0
	switch {
	case len(r) == 1:
		return false // surnames looks at those
	case len(r) == 3 && r[1] == '方' && p.named(string(r[0])), b.storm(c.start):
		return false // 荷方希|望, 台风“轩岚诺”
	case b.counted(c.start):
		return false // 1 时许
	case len(r) > longest:
		return false
	case p.countries(b, c.start, c.end), p.side(b, c.start, c.end):
		return false
	case !beside && p.placeLike(b, c.start, c.end), len(r) > 3 && b.officeBefore(c.start) < 0 && p.pageHasPlace(b.text(c.start, c.end)):
		return false
	case len(r) == 2 && b.officeBefore(c.start) < 0 && p.twoNations(b, c.start):
		return false // 埃巴首脑
	case p.holdsCountry(b, c.start, c.end), p.tongue(b, c.start, c.end):
		return false
	case p.namedAfter(b, c.end) && !beside, b.at(c.end) == '号' || b.at(c.end) == '”' && b.at(c.end+1) == '号':
		return false // 毕加索博物馆, “格雷夫利”号
	case !beside && c.end-c.start < 6 && b.sharedAfter(c.end) != unshared:
		return false // 班达和曼吉阿族
	case len(r) == 2 && r[1] == '军' && !beside && p.named(string(r[0])):
		return false // 30万名韩军
	case b.inChain(c.start, c.end):
		return false // 延安市|安塞|县
	case len(r) == 2 && r[1] == '家':
		return false // 赵家
	case r[len(r)-1] == '牌', len(r) == 2 && r[1] == '共' && p.named(string(r[0])):
		return false // 李宁牌, 尼共
	case p.nick(r):
		return c.score > 0 || beside
	case p.common(b, c) && c.score < certain && (b.officeAfter(c.end) < 0 || !p.names.Japanese(b.text(c.start, c.end))) && (b.officeBefore(c.start) < 0 || p.class(b, c.start, c.end).Has(lexicon.Verb|lexicon.Func)):
		return false
	case p.shapeOf(r) == odd && !beside:
		return c.score > sure
	}
	return true
}

// storm reports whether what begins at i is the name of a storm.
func (b *body) storm(i int) bool {
	if b.at(i-1) == '“' {
		i--
	}
	return b.at(i-1) == '风' && (b.at(i-2) == '台' || b.at(i-2) == '飓')
}

// counted reports whether the character at i is a unit of the number before it.
func (b *body) counted(i int) bool {
	switch b.at(i) {
	case '时', '点', '分', '秒', '年', '月', '日', '号', '度', '元', '万', '亿', '千', '百', '米':
	default:
		return false
	}
	if b.at(i-1) == ' ' {
		i--
	}
	return i > 0 && lexicon.ShapeOf(b.at(i-1)) == lexicon.Digit
}

// inChain reports whether [i, j) is the name of a county or the like: with its
// sort after it, and the province, city or county that it is in before it.
func (b *body) inChain(i, j int) bool {
	switch b.at(j) {
	case '县', '市', '区', '乡', '镇', '村', '州', '旗':
	default:
		return false
	}
	switch b.at(i - 1) {
	case '省', '市', '县', '区', '州', '乡', '镇', '旗', '盟':
		return b.word(i-1).Class.Has(lexicon.Place|lexicon.PlaceEnd) && int(b.word(j).Start) == j
	}
	return false
}

// nick is a surname with 老 or 小 before it, or 老 or 某 after it.
func (p *page) nick(r []rune) bool {
	if len(r) != 2 {
		return false
	}
	first, last := p.names.Trait(r[0])&lexicon.CommonName != 0, p.names.Trait(r[1])&lexicon.CommonName != 0
	return (r[0] == '老' || r[0] == '小') && last || first && (r[1] == '老' || r[1] == '某' || kin[r[1]])
}

// tongue is a language, people or faith by a word of the lists: 阿拉伯文.
func (p *page) tongue(b *body, i, j int) bool {
	if next := b.at(j); (next == '族' || next == '语') && p.isTranslit(b.t.Runes[i:j]) && !p.isChinese(b.t.Runes[i:j]) {
		return true // 桑戈|语
	}
	switch b.at(j - 1) {
	case '文', '语', '族', '人', '教':
		return j-i > 2 && p.class(b, i, j-1).Has(lexicon.Country|lexicon.Place|lexicon.General|lexicon.Foreign)
	}
	return false
}

// holdsCountry reports whether a word that is a country stands inside.
func (p *page) holdsCountry(b *body, i, j int) bool {
	for k := i; k < j; {
		w := b.word(k)
		if w.Class.Has(lexicon.Country) && w.End-w.Start > 1 && int(w.Start) >= i && int(w.End) <= j && !dotted(b.text(i, j)) {
			return true
		}
		k = int(w.End)
	}
	return false
}

// common reports whether the lists have the characters as an ordinary word.
func (p *page) common(b *body, c cand) bool {
	return p.class(b, c.start, c.end).Has(lexicon.General)
}

// side is 卢方 and the like: a country of one character and 方.
func (p *page) side(b *body, i, j int) bool {
	return b.at(j-1) == '方' && j-i <= 3 && p.short(b.text(i, j-1)) != nil
}

// countries reports whether the characters are countries of one character
// each, with or without marks: 美·英·法.
func (p *page) countries(b *body, i, j int) bool {
	apart := dotted(b.text(i, j))
	for ; i < j; i++ {
		r := b.at(i)
		if joins(r) {
			continue
		}
		if lexicon.LoadCountries().Short(string(r)) == nil || !apart && !known[string(r)] {
			return false
		}
		if apart && !b.mark(i+1) && i+1 < j {
			return false
		}
	}
	return true
}

// placeLike reports whether the characters are a place, or the beginning of
// one that goes on in the text.
func (p *page) placeLike(b *body, i, j int) bool {
	return p.isPlace(b, i, j) || p.suffixed(b, i, j, lexicon.PlaceEnd|lexicon.BodyEnd) || p.pageHasPlace(b.text(i, j)) || j-i > 3 && p.headsPlace(b.text(i, j))
}

// headsPlace reports whether the lists have the characters with one that ends the name of
// a place, which the page may have misprinted (克里姆林官).
func (p *page) headsPlace(s string) bool {
	for _, end := range "宫港山海湾峡河岛湖" {
		if p.words.Class(s + string(end)).Has(lexicon.Place) {
			return true
		}
	}
	return false
}

// isPlace reports whether the lists have the characters, or a word that they
// begin, as a place or body.
func (p *page) isPlace(b *body, i, j int) bool {
	if p.class(b, i, j).Has(lexicon.Place | lexicon.Country | lexicon.Body) {
		return true
	}
	w := b.word(j - 1)
	return int(w.End) > j && int(w.Start) <= i && w.Class.Has(lexicon.Place|lexicon.Country|lexicon.Body)
}

// suffixed reports whether a word that ends names of places or bodies comes
// right after; one of a single character counts after foreign names only.
func (p *page) suffixed(b *body, i, j int, ends lexicon.Class) bool {
	for n := 4; n >= 1; n-- {
		c := p.class(b, j, j+n)
		if c.Has(ends) && !c.Has(lexicon.After|titleClass|lexicon.Verb) {
			return n > 1 || p.isTranslit(b.t.Runes[i:j]) && !p.chineseLike(b, i, j)
		}
	}
	return false
}

// pageHasPlace reports whether the page has a place of the lists that begins
// with s, or differs from it in the last character only (a slip of print).
func (p *page) pageHasPlace(s string) bool {
	if len(s) <= 2*len("的") {
		return false
	}
	n := utf8.RuneCountInString(s)
	if n < 3 {
		return false
	}
	if p.placeHeads == nil {
		p.findHeads()
	}
	if p.placeHeads[s] {
		return true
	}
	_, last := utf8.DecodeLastRuneInString(s)
	return n > 3 && p.nearPlaces[s[:len(s)-last]]
}

func (p *page) findHeads() {
	p.placeHeads, p.nearPlaces = map[string]bool{}, map[string]bool{}
	for _, b := range p.bodies {
		for _, w := range b.lat.Words {
			n := int(w.End - w.Start)
			if !w.Class.Has(lexicon.Place|lexicon.Country) || n < 4 {
				continue
			}
			for k := 3; k < n; k++ {
				p.placeHeads[b.text(int(w.Start), int(w.Start)+k)] = true
			}
			p.nearPlaces[b.text(int(w.Start), int(w.End)-1)] = true
		}
	}
}

// officeBefore is the number of the title that ends at i, -1 where none does.
func (b *body) officeBefore(i int) int {
	if k, ok := b.officeEnds(i); ok && b.offices[k].class&^lexicon.Address != 0 {
		return k
	}
	return -1
}

// officeAfter is the number of the title that begins at i, -1 where none
// does.
func (b *body) officeAfter(i int) int {
	if k, ok := b.officeBegins(i); ok && b.offices[k].class&^lexicon.Role != 0 {
		return k
	}
	return -1
}
