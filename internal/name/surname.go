package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// surnames finds surnames that stand with a title after them (习主席), with
// 氏 (戴氏), and in the style of Hong Kong alone (习).
func (p *page) surnames(b *body) {
	for k, o := range b.offices {
		if o.class.Has(lexicon.Office|lexicon.Address) && o.mod > 0 && (o.mod == o.core || b.text(o.mod, o.core) == "副" || b.text(o.mod, o.core) == "代") {
			p.surnameTitle(b, k)
		}
	}
	for _, m := range b.read.Marks {
		if m.Kind == tagger.Person && m.End-m.Start == 1 && !b.overlaps(m.Start, m.End) {
			p.surnameAlone(b, m.Start, m.Margin)
		}
	}
	p.nicknames(b)
	for i, prev := 0, rune(0); i < b.t.Len(); i++ {
		if r := b.t.Runes[i]; lexicon.ShapeOf(prev) != lexicon.Mark || p.names.Trait(r)&anySurname == 0 {
			prev = r
			continue
		}
		prev = b.t.Runes[i]
		if (shortVerbs[b.at(i+1)] || p.standsAsSurname(b, i)) && !b.overlaps(i, i+1) && !p.named(string(b.at(i))) {
			p.surnameAlone(b, i, 0)
		}
	}
}

const anySurname = lexicon.Surname | lexicon.KoreanName | lexicon.VietName | lexicon.JapaneseName | lexicon.Translit

// nicknames finds 老何, 小王 and 何哥: the tagger must think so, or the page have it
// twice where a name can stand.
func (p *page) nicknames(b *body) {
	found := map[string][]int{}
	var order []string
	for i := range b.each(cueNick) {
		if r := b.t.Runes[i]; r != '老' && r != '小' {
			i-- // the surname before 哥
		}
		if b.at(i) == 0 || !p.nick([]rune{b.at(i), b.at(i + 1)}) || b.overlaps(i, i+2) {
			continue
		}
		if b.word(i).End-b.word(i).Start > 1 || b.word(i+1).End-b.word(i+1).Start > 1 || p.closing(b, i+2) < 1 || p.opening(b, i) < 0 {
			continue
		}
		s := b.text(i, i+2)
		if found[s] == nil {
			order = append(order, s)
		}
		found[s] = append(found[s], i)
	}
	for _, s := range order {
		for _, i := range found[s] {
			if len(found[s]) > 1 || b.read.Score(i, i+2, tagger.Person) > 0 {
				b.add(cand{start: i, end: i + 2, rule: "nickname"})
			}
		}
	}
}

// kin are words for relatives after a surname.
var kin = map[rune]bool{'哥': true, '姐': true, '嫂': true, '叔': true, '婶': true}

// shortVerbs are verbs of one character after a bare surname in headlines.
var shortVerbs = map[rune]bool{'晤': true, '会': true, '访': true, '称': true, '吁': true, '抵': true, '赴': true, '谈': true, '见': true, '说': true, '批': true, '促': true}

// surnameTitle looks at the one or two characters before a title.
func (p *page) surnameTitle(b *body, k int) {
	o := b.offices[k]
	i := o.mod - 1
	if i < 0 || b.overlaps(i, o.mod) {
		return
	}
	if o.mod >= 2 && p.names.CompoundHead(b.at(o.mod-2)) && p.names.Compound(b.text(o.mod-2, o.mod)) {
		i = o.mod - 2
	}
	w := b.word(i)
	if int(w.Start) < i {
		return
	}
	if !p.surnameFits(b, i, o) {
		return
	}
	b.add(cand{start: i, end: o.end, rule: "surname-title", form: short})
}

// surnameFits decides between a surname and the short name of a country
// (韩总统) or an ordinary word: the page must have somebody of that surname,
// or the surname be a common one that no country has.
func (p *page) surnameFits(b *body, i int, o office) bool {
	if p.owner(b, i, o.mod) {
		return true
	}
	r := b.at(i)
	if o.mod-i > 1 {
		return true
	}
	score, body := b.read.Score(i, o.mod, tagger.Person), p.bodyEnds(b, i)
	if r == '任' || p.names.Trait(r)&lexicon.NotGiven != 0 && score <= probable && !body || plural[b.text(o.core, o.end)] {
		return false // 任组长, 苏领导人
	}
	if prev := string(b.at(i - 1)); known[prev] && lexicon.LoadCountries().Short(string(r)) != nil {
		return false // 中苏领导人
	}
	if s := b.text(o.core, o.end); (s == "先生" || s == "女士" || s == "小姐") && p.names.Trait(r)&lexicon.Surname != 0 && p.opening(b, i) >= 1 {
		return true
	}
	if p.names.Trait(r)&lexicon.CommonName == 0 || o.class.Has(lexicon.Office) && p.named(string(r)) {
		return false
	}
	if o.end-o.core == 1 {
		return b.at(o.core) == '氏'
	}
	return p.opening(b, i) >= 1 || b.officeBefore(i) >= 0 || p.opening(b, i) == 0 && score > 0 || body
}

// bodyEnds reports whether the name of a body ends at i: 行政院|张院长, 调度
// 室|胡主任.
func (p *page) bodyEnds(b *body, i int) bool {
	w := b.word(i - 1)
	if w == nil || int(w.End) != i {
		return false
	}
	if k, ok := b.markEnds(i); ok && b.read.Marks[k].Kind == tagger.Body {
		return true
	}
	return w.Class.Has(lexicon.Body|lexicon.BodyWord|lexicon.BodyEnd) || w.Class.Has(lexicon.Noun) && p.class(b, i-1, i).Has(lexicon.BodyEnd)
}

// standsAsSurname reports whether a surname at the head of a clause is no
// ordinary word, and what comes after it can follow a name (蒋在演说中).
func (p *page) standsAsSurname(b *body, i int) bool {
	return p.names.Trait(b.at(i))&lexicon.CommonName != 0 && !p.class(b, i, i+1).Has(lexicon.Func|lexicon.Verb|lexicon.Adj) && !b.mark(i+1) && int(b.word(i+1).Start) == i+1 && b.word(i+1).Class.Has(lexicon.After)
}

// plural are titles that no surname stands before.
var plural = map[string]bool{"领导人": true, "主要领导人": true, "元首": true, "国家元首": true, "政府首脑": true, "首脑": true, "负责人": true, "代表": true, "领袖": true, "候选人": true}

// named reports whether the page names a country whose short name this is.
func (p *page) named(short string) bool {
	for _, n := range p.short(short) {
		if p.nations[n] > 0 {
			return true
		}
	}
	return false
}

// owner is what the page has of a surname.
type owner struct{ any, own bool }

// owner reports whether somebody on the page has the characters as surname:
// the first of a Chinese or Japanese name, or the first of a foreign one
// before 氏.
func (p *page) owner(b *body, i, j int) bool {
	if p.owners == nil {
		p.findOwners()
	}
	o := p.owners[b.text(i, j)]
	return o.own || o.any && b.at(j) == '氏'
}

func (p *page) findOwners() {
	p.owners = map[string]owner{}
	for _, b := range p.bodies {
		for k := range b.people {
			c := &b.people[k]
			if c.form == split {
				p.owners[b.text(c.start, b.offices[c.office].mod)] = owner{any: true, own: true}
			}
			sh := p.shapeOf(b.t.Runes[c.start:c.end])
			most := 3
			if sh == chinese {
				most = p.surnameLen(b.t.Runes[c.start:c.end])
			}
			for n := 1; n <= most && c.form == full && c.start+n < c.end; n++ {
				s := b.text(c.start, c.start+n)
				o := p.owners[s]
				o.any, o.own = true, o.own || sh == chinese || sh == japanese
				p.owners[s] = o
			}
		}
	}
}

// surnameAlone takes a surname that the tagger marked, where the page has its
// owner.
func (p *page) surnameAlone(b *body, i int, score int32) {
	if p.owner(b, i, i+1) && b.word(i).End-b.word(i).Start == 1 && b.at(i+1) != '家' {
		b.add(cand{start: i, end: i + 1, rule: "surname", form: bare, score: score})
	}
}
