package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// beside finds names that the tagger missed where style shows them: after an
// office or role, before an office or form of address, in 以X为团长.
func (p *page) beside(b *body) {
	for _, o := range b.offices {
		if o.class.Has(lexicon.Office|lexicon.Role) && o.end-o.core > 1 {
			p.after(b, o.end, "after-title")
		}
		if o.class.Has(lexicon.Office|lexicon.Address|lexicon.Rank) && o.end-o.core > 1 {
			p.before(b, o.mod, "before-title")
		}
	}
	p.heads(b)
	p.takers(b)
	for i := range b.each(cueCall) {
		if b.t.Runes[i] == '叫' && p.isChinese(b.t.Runes[i+1:min(i+4, b.t.Len())]) && b.mark(i+4) && b.word(i).End == int32(i+1) {
			p.after(b, i+1, "called")
		}
		for _, w := range calls {
			if b.text(i, i+2) == w {
				p.after(b, i+2, "called")
			}
		}
	}
}

// calls are words after which somebody's other name stands.
var calls = []string{"改名", "化名", "原名", "本名", "笔名", "别名", "又名", "名叫", "俗名", "法名"}

// after looks for a name that begins at i.
func (p *page) after(b *body, i int, rule string) {
	if b.overlaps(i, i+1) || b.mark(i) {
		return
	}
	best, end := 0, 0
	for n := 2; n <= 4 && i+n <= b.t.Len(); n++ {
		if v := p.worth(b, i, i+n); v > best {
			best, end = v, i+n
		}
	}
	if j := p.foreignEnd(b, i); j-i >= 2 {
		if v := p.worth(b, i, j) + 1; v > best {
			best, end = v, j
		}
	}
	if best >= enough {
		b.add(cand{start: i, end: end, rule: rule, score: b.read.Score(i, end, tagger.Person)})
	} else if rule == "after-title" && p.doubtfulName(b, i) {
		b.doubted = append(b.doubted, int32(i))
	}
}

// doubtfulName reports whether three characters after a title are built like
// a name, though little else speaks for it: it is one if the page has it
// again.
func (p *page) doubtfulName(b *body, i int) bool {
	j := i + 3
	if j > b.t.Len() || !allHan(b.t.Runes[i:j]) || p.names.Trait(b.at(i))&lexicon.CommonName == 0 || p.class(b, i, i+1).Has(lexicon.Func|lexicon.Verb) || p.class(b, i, j) != 0 {
		return false
	}
	if _, ok := b.officeBegins(i + 1); ok {
		return false // 陈|先生
	}
	return b.word(i).End == int32(i+1) && b.word(j-1).End == int32(j) && p.closing(b, j) >= -1
}

// before looks for a name that ends at j.
func (p *page) before(b *body, j int, rule string) {
	if j < 2 || b.overlaps(j-1, j) || b.mark(j-1) {
		return
	}
	best, start, extra := 0, 0, 0
	if rule == "takes-office" {
		extra = 2
	}
	for n := 2; n <= 4 && j-n >= 0; n++ {
		if n == 2 && p.surnameAfterFunction(b, j) {
			continue
		}
		if v := p.worth(b, j-n, j) + p.opening(b, j-n) - 2; v > best {
			best, start = v, j-n
		}
	}
	if i := p.runStart(b, j); j-i >= 3 {
		if v := p.worth(b, i, j) + p.opening(b, i) - 2; v > best {
			best, start = v, i
		}
	}
	if best+extra >= enough && best > 0 {
		b.add(cand{start: start, end: j, rule: rule, score: b.read.Score(start, j, tagger.Person)})
	}
}

// surnameAfterFunction reports whether the two characters before j are a
// function word and a surname (向江总书记), or a family (宋家).
func (p *page) surnameAfterFunction(b *body, j int) bool {
	first, last := p.names.Trait(b.at(j-2)), p.names.Trait(b.at(j-1))
	return b.at(j-1) == '家' || first&lexicon.NotGiven != 0 && last&lexicon.CommonName != 0 && p.class(b, j-2, j-1).Has(lexicon.Func)
}

// credits finds who took a picture: （林海摄）.
func (p *page) credits(b *body) {
	for j := range b.each(cueCredit) {
		if b.at(j+1) != '）' {
			continue
		}
		i := j - 1
		for i > j-5 && lexicon.ShapeOf(b.at(i)) == lexicon.Han && !b.mark(i) {
			i--
		}
		if b.at(i) == '（' && j-i > 2 && p.class(b, i+1, j) == 0 && !b.hasOffice(i+1, j) {
			b.add(cand{start: i + 1, end: j, rule: "credit", score: b.read.Score(i+1, j, tagger.Person)})
		}
	}
}

// foreignEnd is the end of a foreign name that begins at i.
func (p *page) foreignEnd(b *body, i int) int {
	j := p.runEnd(b, i)
	for j > i && j-i < longest && joins(b.at(j)) && p.nameChar(b, j+1) {
		j = p.runEnd(b, j+1)
	}
	return j
}

// enough is the worth from which a name beside a title is believed.
const enough = 5

// worth adds up what speaks for the characters [i, j) as a name beside a
// title.
func (p *page) worth(b *body, i, j int) int {
	r := b.t.Runes[i:j]
	v := 0
	for k := i + 1; k < j; k++ { // a title inside
		if o, ok := b.officeBegins(k); ok && b.offices[o].end <= j && b.offices[o].end-b.offices[o].core > 1 {
			return 0
		}
	}
	switch p.shapeOf(r) {
	case chinese:
		v = 2
		if p.names.Trait(r[0])&lexicon.CommonName != 0 {
			v++
		}
	case japanese:
		v = 6
	case translit:
		v = min(len(r), 4)
	default:
		return 0
	}
	if p.countries(b, i, j) || p.side(b, i, j) || p.class(b, i, j).Has(lexicon.Place|lexicon.Country|lexicon.Body|lexicon.General|titleClass) {
		return 0
	}
	return v + p.closing(b, j) + p.inside(b, i, j) + int(max(-4, min(4, b.read.Score(i, j, tagger.Person)/24)))
}

// closing says how well a name can end at j.
func (p *page) closing(b *body, j int) int {
	if b.mark(j) {
		return 2
	}
	if _, ok := b.officeBegins(j); ok {
		return 2
	}
	w := b.word(j)
	switch {
	case b.at(j) == '说' && b.mark(j+1): // 李新|学说：
		return 2
	case int(w.Start) != j:
		return -2
	case w.Class.Has(lexicon.After):
		return 2
	case w.Class.Has(lexicon.Func | lexicon.Verb):
		return 1
	case w.Class.Has(lexicon.Idiom | lexicon.Adj):
		return 0
	}
	return -1
}

// opening says how well a name can begin at i.
func (p *page) opening(b *body, i int) int {
	if b.mark(i - 1) {
		return 2
	}
	if _, ok := b.officeEnds(i); ok {
		return 1
	}
	w := b.word(i - 1)
	switch {
	case int(w.End) != i:
		return -3
	case w.Class.Has(lexicon.Before):
		return 2
	case w.Class.Has(lexicon.Func | lexicon.Verb):
		return 1
	}
	return 0
}

// inside takes off for words of the lists and for function words inside. A
// word that runs into a name from a title before it is none (外|长沙|伦赛).
func (p *page) inside(b *body, i, j int) int {
	v := 0
	_, titled := b.officeEnds(i)
	for k := i; k < j; k++ {
		if p.names.Trait(b.at(k))&(lexicon.NotGiven|lexicon.Translit) == lexicon.NotGiven {
			v--
			if k == j-1 {
				v -= 2
			}
		}
	}
	for k := i; k < j; {
		w := b.word(k)
		if w.End-w.Start > 1 && w.Class.Has(lexicon.General|lexicon.Place|lexicon.Country) && (int(w.Start) >= i || !titled) {
			v -= 2
			if int(w.End) > j || int(w.Start) < i {
				v--
			}
		}
		k = int(w.End)
	}
	return v
}

// office0 are verbs between a name and the office that it takes.
var office0 = []string{"担任", "出任", "就任", "当选", "继任", "连任"}

// takers finds names before 担任 and the like with an office after it.
func (p *page) takers(b *body) {
	for i := range b.each(cueTake) {
		for _, v := range office0 {
			if b.text(i, i+2) != v {
				continue
			}
			j := i + 2
			if b.at(j) == '为' || b.at(j) == '了' {
				j++
			}
			for k := j; k <= j+12; k++ {
				if o, ok := b.officeBegins(k); ok && b.offices[o].class.Has(lexicon.Office) {
					p.before(b, i, "takes-office")
					break
				}
			}
		}
	}
}

// heads finds X in 以X为团长, 以X为首, 由X率领.
func (p *page) heads(b *body) {
	for i := range b.each(cueHead) {
		r := b.t.Runes[i]
		for j := i + 3; j <= i+12 && j < b.t.Len(); j++ {
			if b.mark(j-1) && !joins(b.at(j-1)) {
				break
			}
			if r == '以' && b.at(j) == '为' && p.leads(b, j+1) || r == '由' && (b.text(j, j+2) == "率领" || b.text(j, j+2) == "带领") {
				p.head(b, i+1, j)
				break
			}
		}
	}
}

// leads reports whether a leader's title or 首 begins at i.
func (p *page) leads(b *body, i int) bool {
	if b.at(i) == '首' {
		return true
	}
	_, ok := b.officeBegins(i)
	return ok
}

func (p *page) head(b *body, i, j int) {
	for k := i + 2; k < j; k++ { // 以X主席为团长
		if o, ok := b.officeBegins(k); ok && b.offices[o].end == j {
			j = k
		}
	}
	for k := j - 2; k > i; k-- { // 由部长X率领
		if _, ok := b.officeEnds(k); ok {
			i = k
			break
		}
	}
	if j-i < 2 || b.overlaps(i, j) || p.placeLike(b, i, j) {
		return
	}
	if s := p.shapeOf(b.t.Runes[i:j]); s != odd && p.inside(b, i, j) > -3 {
		b.add(cand{start: i, end: j, rule: "head-of", score: b.read.Score(i, j, tagger.Person)})
	}
}

// spoken finds the speaker at the head of a paragraph: 赵某：….
func (p *page) spoken(b *body) {
	p.spokenAt(b, 0)
	for i := range b.each(cueLine) {
		p.spokenAt(b, i+1)
	}
}

func (p *page) spokenAt(b *body, i int) {
	for i < b.t.Len() && b.at(i) == ' ' {
		i++
	}
	for n := 2; n <= 4; n++ {
		if b.at(i+n) == '：' && !b.overlaps(i, i+n) && p.worth(b, i, i+n) >= enough {
			b.add(cand{start: i, end: i + n, rule: "speaker", score: b.read.Score(i, i+n, tagger.Person)})
		}
	}
}
