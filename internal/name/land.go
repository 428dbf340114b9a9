package name

import (
	"maps"
	"slices"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// A country that no list has (瑟兰总统哈尔文) looks like a person's name, and
// the tagger takes it for one as often as not. What stands around it on the
// page decides: the office of a state with its holder's name, 首都, 人民 and
// 政府 after it, 驻 and 访问 before it, against titles, dots and forms of
// address that only people have.

// lands is what speaks for the countries of a page that no list has.
type lands struct {
	names *index[*lexicon.Nation]
	short map[rune]*lexicon.Nation // by the first character: 瑟方
}

// Evidence from which a name is a country, and what single signs are worth.
const (
	landEnough   = 3
	officeWithIt = 3 // 瑟兰总统哈尔文
	stateWord    = 4 // 瑟兰国, 瑟兰首都, 驻瑟兰
	ofState      = 2 // 瑟兰人民
	wayTo        = 1 // 访问瑟兰
	asPerson     = 3 // 总统瑟兰
	surelyPerson = 6 // 瑟兰·贝伦, 瑟兰先生
)

// landOffices are the offices of a state.
var landOffices = map[string]bool{"总统": true, "总理": true, "首相": true, "国王": true, "女王": true, "王后": true, "王储": true, "亲王": true, "外长": true, "外相": true, "外交部长": true, "外交大臣": true,
	"国防部长": true, "防长": true, "国防大臣": true, "财长": true, "财政部长": true, "内政部长": true, "议长": true, "参议长": true, "众议长": true, "国务卿": true, "国务委员": true,
	"国家主席": true, "埃米尔": true, "苏丹": true, "天皇": true, "皇帝": true, "元首": true, "国家元首": true, "政府首脑": true, "总督": true, "王子": true, "公主": true}

// stateWords stand right after a country, and after nobody.
var stateWords = map[string]bool{"首都": true, "共和国": true, "王国": true, "联邦": true, "酋长国": true, "公国": true, "联合王国": true}

// ofStates stand right after a country as a rule.
var ofStates = map[string]bool{"人民": true, "政府": true, "议会": true, "国会": true, "军队": true, "当局": true, "外交部": true, "国防部": true, "境内": true, "边境": true, "使馆": true, "大使馆": true, "总统府": true, "政府军": true, "国民": true,
	"政府代表团": true, "海军": true, "空军": true, "陆军": true, "宪法": true, "内战": true, "大选": true, "央行": true, "中央银行": true, "国庆": true, "总统选举": true}

// ways stand before places.
var ways = map[string]bool{"访问": true, "抵达": true, "前往": true, "离开": true, "飞抵": true, "出访": true, "来自": true, "到达": true, "援助": true, "进入": true, "驻": true}

// landHeads are the first characters of all of these.
var landHeads = firsts(slices.Concat(slices.Collect(maps.Keys(stateWords)), slices.Collect(maps.Keys(ofStates)), slices.Collect(maps.Keys(ways)))...)

// findLands finds the countries that no list has, and takes their places
// before people are looked for.
func (p *page) findLands() {
	worth := map[string]int{}
	for _, b := range p.bodies {
		p.landSigns(b, worth)
	}
	x := newIndex[*int]()
	for s, v := range worth {
		if v >= landEnough {
			if p.words.Class(s) != 0 {
				v -= landEnough // a word of the lists, 普通 or 伊斯兰
			}
			x.put(s, &v)
		}
	}
	if len(x.of) == 0 {
		return
	}
	for _, b := range p.bodies {
		x.scan(b, func(i, j int, v *int) bool {
			*v -= p.personSigns(b, i, j)
			return true
		})
	}
	more := *p.shorts
	p.shorts = &more
	p.lands = &lands{newIndex[*lexicon.Nation](), map[rune]*lexicon.Nation{}}
	for s, v := range x.of {
		if *v >= landEnough {
			p.lands.names.put(s, &lexicon.Nation{Name: s})
		}
	}
	for _, b := range p.bodies {
		p.takeLands(b)
	}
}

// landSigns adds what a text shows of names that may be countries.
func (p *page) landSigns(b *body, worth map[string]int) {
	for _, o := range b.offices {
		if !p.nameChar(b, o.mod-1) && b.at(o.mod-1) != '国' || !landOffices[b.text(o.core, o.end)] || o.end-o.core < 2 || b.at(o.start) == '党' || b.at(o.end) == '国' || b.hasHolder(o) {
			continue
		}
		j, v := b.beforeOffice(o)
		i := p.landStart(b, j)
		if v == stateWord {
			i = min(i, b.stateStart(j))
		}
		if j-i >= 2 && p.holderFollows(b, o.end) {
			p.sign(b, i, j, v+officeWithIt, worth)
		}
	}
	for k := 1; k < len(b.lat.Words); k++ {
		w := &b.lat.Words[k]
		i, j := int(w.Start), int(w.End)
		if !landHeads.may(b.t.Runes[i]) || !p.nameChar(b, j) && !p.nameChar(b, i-1) {
			continue
		}
		if ways[b.text(i, j)] && p.nameChar(b, j) {
			p.landAhead(b, i, j, worth)
		}
		if !p.nameChar(b, i-1) {
			continue
		}
		if v := b.stateWordAt(i, j); v > 0 {
			p.sign(b, p.landStart(b, i), i, v, worth)
		}
	}
}

// stateWordAt is what the word [i, j) is worth for a name before it.
func (b *body) stateWordAt(i, j int) int {
	switch s := b.text(i, j); {
	case stateWords[s]:
		return stateWord
	case ofStates[s]:
		return ofState
	}
	return 0
}

// sign notes a sign that [i, j) is a country: little for what can as well be
// the name of a Chinese, none inside a body's name.
func (p *page) sign(b *body, i, j, v int, worth map[string]int) {
	if j-i < 2 || b.inBody(i, j) || v < stateWord && allShort(b, i, j) {
		return
	}
	if v < stateWord && p.chineseLike(b, i, j) {
		v = 1
	}
	worth[b.text(i, j)] += v
}

// inBody reports whether the tagger has a body over [i, j) that goes on for
// more than the word after it: 瑟兰人民解放阵线.
func (b *body) inBody(i, j int) bool {
	for _, m := range b.marksFrom(i - longest) {
		if m.Start > i {
			break
		}
		if m.Kind == tagger.Body && m.End > j && m.Start < j && m.End > int(b.word(j).End) {
			return true
		}
	}
	return false
}

// stateStart goes left from 国 at i over a name that is no foreign one
// (星海国): over characters that are no function words or verbs.
func (b *body) stateStart(i int) int {
	j := i
	for j > 0 && i-j < 3 && !b.mark(j-1) {
		w := b.word(j - 1)
		if w.Class.Has(lexicon.Func|lexicon.Verb|lexicon.Before|lexicon.After|titleClass|lexicon.Country|lexicon.Body) || int(w.End) > j || i-int(w.Start) > 3 {
			break
		}
		j = int(w.Start)
	}
	return j
}

// hasHolder reports whether a title has its country or body.
func (b *body) hasHolder(o office) bool {
	w := b.word(o.start)
	return o.start < o.mod && !stateWords[b.text(int(w.Start), int(w.End))] && b.word(o.start).Class.Has(lexicon.Country|lexicon.Place|lexicon.Body)
}

// beforeOffice is where the country of a title would end, and what 国 there
// is worth.
func (b *body) beforeOffice(o office) (int, int) {
	if j := o.mod; b.at(j-1) == '国' && (b.word(j-1).End-b.word(j-1).Start == 1 || b.text(j-2, j) == "多国") {
		return j - 1, stateWord // 米拉多国总理
	}
	return o.mod, 0
}

// landAhead looks at what stands after 访问 or 驻, the characters [at, i).
func (p *page) landAhead(b *body, at, i int, worth map[string]int) {
	j := i
	for j < i+7 && p.nameChar(b, j) && !p.stops(b, j) && !b.wordOver(j) {
		j++
	}
	if j-i < 2 || p.isPlace(b, i, j) || b.wordOver(i) {
		return
	}
	v := wayTo
	if b.at(at) == '驻' {
		if k, ok := b.officeStarts(at); !ok || b.offices[k].mod != j && b.offices[k].core != j {
			if _, ok := b.officeBegins(j); !ok && b.text(j, j+2) != "使馆" && b.text(j, j+3) != "大使馆" {
				return
			}
		}
		v = stateWord
	} else if !b.mark(j) && p.closing(b, j) < 1 {
		return
	}
	worth[b.text(i, j)] += v
}

// landStart goes left from i over the name of a country that no list has.
func (p *page) landStart(b *body, i int) int {
	j := i
	for j > 0 && i-j < 6 && p.nameChar(b, j-1) && lexicon.ShapeOf(b.at(j-1)) == lexicon.Han && !b.wordOver(j-1) {
		if _, ok := b.officeEnds(j); ok {
			break
		}
		j--
	}
	if j == i || joins(b.at(j-1)) || p.isPlace(b, j, i) || p.class(b, j, i).Has(lexicon.Known|lexicon.General) || !p.landOpens(b, j) || b.text(j, i) == "斯坦" {
		return i
	}
	return j
}

// landOpens reports whether the name of a country can begin at i: not after
// another one (伊朗|伊斯兰).
func (p *page) landOpens(b *body, i int) bool {
	if b.mark(i - 1) {
		return true
	}
	w := b.word(i - 1)
	return p.opening(b, i) >= 0 && !(w.End-w.Start > 1 && w.Class.Has(lexicon.Country|lexicon.Place))
}

// allShort reports whether each of the characters stands for a country: 美墨.
func allShort(b *body, i, j int) bool {
	for ; i < j; i++ {
		if lexicon.LoadCountries().Short(string(b.at(i))) == nil {
			return false
		}
	}
	return true
}

// wordOver reports whether the character at i is in a general word, or the
// name of a place, of two characters and more.
func (b *body) wordOver(i int) bool {
	w := b.word(i)
	if w.End-w.Start == 1 {
		return false
	}
	if w.Class.Has(lexicon.Place) && w.End-w.Start == 2 && !w.Class.Has(lexicon.General) {
		return false // 贝拉|尔
	}
	return w.Class.Has(lexicon.General | lexicon.Place | lexicon.Country | lexicon.Body | lexicon.BodyWord | titleClass)
}

// holderFollows reports whether a name begins at i that no office follows:
// then the office before it is its own.
func (p *page) holderFollows(b *body, i int) bool {
	if b.text(i, i+2) == "夫人" {
		return false
	}
	for _, m := range b.marksFrom(i) {
		if m.Start != i {
			break
		}
		if m.Kind == tagger.Person {
			_, titled := b.officeBegins(m.End)
			return !titled && p.closing(b, m.End) >= 0
		}
	}
	j := p.foreignEnd(b, i)
	_, titled := b.officeBegins(j)
	return j-i >= 2 && !titled && p.closing(b, j) >= 1
}

// chineseLike reports whether the characters can as well be the name of a
// Chinese.
func (p *page) chineseLike(b *body, i, j int) bool {
	r := b.t.Runes[i:j]
	return p.isChinese(r) && p.names.Trait(r[0])&lexicon.CommonName != 0
}

// personSigns is what speaks for a person at [i, j).
func (p *page) personSigns(b *body, i, j int) int {
	if joins(b.at(i-1)) || joins(b.at(j)) {
		return surelyPerson
	}
	if k, ok := b.officeBegins(j); ok && isHonorific(&b.offices[k]) {
		return surelyPerson
	}
	if k, ok := b.officeEnds(i); ok && !isHonorific(&b.offices[k]) {
		if _, titled := b.officeBegins(j); !titled {
			return asPerson
		}
	}
	for _, w := range saying {
		if b.text(j, j+2) == w {
			return 1
		}
	}
	return 0
}

// saying are verbs that people stand before more often than countries.
var saying = []string{"表示", "指出", "强调", "认为", "说，", "说："}

// takeLands takes the places of a text's countries that no list has, with the
// word for the sort of state after them, and finds the titles again.
func (p *page) takeLands(b *body) {
	p.lands.names.scan(b, func(i, j int, n *lexicon.Nation) bool {
		p.takeLand(b, i, j, n)
		return false
	})
	if b.overLands != nil {
		b.spreadOffices()
	}
}

func (p *page) takeLand(b *body, i, j int, n *lexicon.Nation) {
	if b.overLands.any(i, j) || b.inBody(i, j) {
		return
	}
	w := b.word(j)
	if b.at(j) == '国' && (w.End-w.Start == 1 || b.ofStateAt(j+1)) {
		j++
	} else if w != nil && int(w.Start) == j && stateWords[b.text(int(w.Start), int(w.End))] && b.text(j, j+2) != "首都" {
		j = int(w.End)
	}
	if b.overLands == nil {
		b.overLands = newSlots(b.t.Len())
	}
	b.overLands.put(len(b.things), i, j)
	b.addThing(thing{start: i, end: j, kind: tagger.Place, rule: "land", nation: n})
	if b.nations == nil {
		b.nations = map[*lexicon.Nation]int{}
	}
	for _, count := range []map[*lexicon.Nation]int{b.nations, p.story(b).nations, p.nations} {
		count[n] += 2
	}
	p.lands.short[b.at(i)] = n
	p.shorts.add(b.at(i))
}

// ofStateAt reports whether an office, or a word that goes with states, begins
// at i.
func (b *body) ofStateAt(i int) bool {
	_, ok := b.officeBegins(i)
	return ok || stateWords[b.text(i, i+2)] || ofStates[b.text(i, i+2)]
}

// short gives the countries that a short name of one character can stand for.
func (p *page) short(s string) []*lexicon.Nation {
	out := lexicon.LoadCountries().Short(s)
	if p.lands == nil {
		return out
	}
	for _, r := range s {
		if n := p.lands.short[r]; n != nil && len(s) == len(string(r)) {
			return append([]*lexicon.Nation{n}, out...)
		}
	}
	return out
}
