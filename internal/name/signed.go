package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// longSigned is the length of what can stand in brackets at the end of a
// paragraph as names of those who wrote it.
const longSigned = 15

// signed finds those who wrote a paragraph or took its picture, in brackets at
// its end: （林海周兰）, （何朋摄影报道）.
func (p *page) signed(b *body) {
	for i := range b.each(cueLine) {
		p.signedAt(b, i)
	}
	p.signedAt(b, b.t.Len())
}

// signedAt looks at the bracket that ends before j.
func (p *page) signedAt(b *body, j int) {
	for b.at(j-1) == ' ' {
		j--
	}
	if b.at(j-1) != '）' {
		return
	}
	j--
	i := j
	for i > 0 && j-i <= longSigned && lexicon.ShapeOf(b.at(i-1)) == lexicon.Han {
		i--
	}
	if b.at(i-1) != '（' {
		return
	}
	end := b.cutMade(i, j)
	for k := end - 1; k > i; k-- {
		if _, ok := b.officeEnds(k); ok {
			i = k
			break
		}
	}
	if b.hasOffice(i, end) || b.overlaps(i, end) || end-i > 3 && (!p.free(b, i, end) || b.oneMark(i, end)) {
		return // 安徽宣城市委|何朋 and 扎西多吉 are for the tagger
	}
	for _, c := range p.signers(b, i, end, end < j) {
		b.add(c)
	}
}

// oneMark reports whether the tagger has all of [i, j) as one person.
func (b *body) oneMark(i, j int) bool {
	m := b.marksFrom(i)
	return len(m) > 0 && m[0].Start == i && m[0].End == j && m[0].Kind == tagger.Person
}

// made are words after the names of those who took a picture.
var made = []string{"摄影报道", "图文报道", "摄影", "报道", "供稿", "摄"}

// cutMade cuts such a word off [i, j).
func (b *body) cutMade(i, j int) int {
	for _, w := range made {
		if n := len([]rune(w)); j-n >= i+2 && b.text(j-n, j) == w {
			return j - n
		}
	}
	switch b.at(j - 1) {
	case '画', '作', '绘', '摘', '译', '书', '编':
		if b.personEnds(j - 1) {
			return j - 1
		}
	}
	return j
}

// signers cuts [i, j) into names, none where they are something else; picture
// says that a word for taking pictures stands after them.
func (p *page) signers(b *body, i, j int, picture bool) []cand {
	one := func(i, j int) cand {
		return cand{start: i, end: j, rule: "credit", score: b.read.Score(i, j, tagger.Person)}
	}
	n := j - i
	best := make([]listCut, n+1)
	for k := 1; k <= n; k++ {
		best[k].worth = no
		for size := 2; size <= min(3, k); size++ {
			v, ok := p.signer(b, i+k-size, i+k, picture)
			if !ok || best[k-size].worth <= no {
				continue
			}
			if v += best[k-size].worth; v > best[k].worth {
				best[k] = listCut{v, size}
			}
		}
	}
	var out []cand
	if best[n].worth > no {
		for k := n; k > 0; k -= best[k].before {
			out = append(out, one(i+k-best[k].before, i+k))
		}
		return out
	}
	if n == 2 && p.penName(b, i, j) {
		return []cand{one(i, j)}
	}
	return nil
}

// doubt is the margin below nothing to which a name in such a bracket is
// believed.
const doubt = 24 * 4

// signer says how good the characters are as one of the names in a bracket.
func (p *page) signer(b *body, i, j int, picture bool) (int, bool) {
	r := b.t.Runes[i:j]
	c := p.class(b, i, j)
	if picture {
		c &^= lexicon.Place
	}
	score := b.read.Score(i, j, tagger.Person)
	if !p.isChinese(r) || c&^(lexicon.Foreign|lexicon.Known) != 0 || score < -doubt {
		return 0, false
	}
	v := int(score) / 4
	if p.names.Trait(r[0])&lexicon.CommonName != 0 {
		v += 30
	}
	if len(r) == 3 {
		v += 12
	}
	return v, true
}

// penName reports whether two characters that are no word can be a name
// without a surname, as writers sign.
func (p *page) penName(b *body, i, j int) bool {
	for k := i; k < j; k++ {
		if w := b.word(k); w.End-w.Start > 1 || p.names.Trait(b.at(k))&lexicon.NotGiven != 0 || chineseNumber(b.at(k)) {
			return false
		}
	}
	return allHan(b.t.Runes[i:j]) && p.class(b, i, j) == 0
}
