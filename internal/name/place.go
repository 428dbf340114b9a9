package name

import (
	"cmp"
	"slices"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// thing is a candidate for a place or a body: the characters [start, end).
type thing struct {
	start, end int
	kind       tagger.Kind
	rule       string
	nation     *lexicon.Nation // of a short name
}

// findThings gives each text its places and bodies: what the tagger marks
// where no person stands, what the lists know, and then the same again over
// the page; short names of countries; places inside the names of bodies.
func (p *page) findThings() {
	for _, b := range p.bodies {
		p.markedThings(b)
		p.listedThings(b)
		p.placeLists(b)
		p.facilitiesOf(b)
		p.congresses(b)
	}
	p.shortened()
	for _, b := range p.bodies {
		b.tidyThings()
	}
	p.spreadThings()
	for _, b := range p.bodies {
		p.joinBodies(b)
		p.bodiesInTitles(b)
		p.shortNames(b)
		p.nested(b)
		slices.SortStableFunc(b.things, func(x, y thing) int { return cmp.Compare(x.start, y.start) })
		b.reindexThings()
	}
}

// addThing adds a place or body unless its characters are taken.
func (b *body) addThing(t thing) bool {
	if t.end <= t.start || b.over.any(t.start, t.end) || b.overThing(t.start, t.end) {
		return false
	}
	b.overThings.put(len(b.things), t.start, t.end)
	b.things = append(b.things, t)
	return true
}

func (b *body) overThing(i, j int) bool { return b.overThings.any(i, j) }

func (p *page) markedThings(b *body) {
	for _, m := range b.read.Marks {
		if m.Kind == tagger.Person || m.End-m.Start > 2*longest {
			continue
		}
		t := thing{start: m.Start, end: m.End, kind: m.Kind, rule: "tagger"}
		if c := p.class(b, t.start, t.end); c.Has(lexicon.Body) {
			t.kind = p.kindOf(b, t.start, c)
		}
		if m.End-m.Start == 1 {
			continue // shortNames looks at those
		}
		t = p.fullest(b, t)
		if c := p.class(b, t.start, t.end); c.Has(lexicon.Verb|lexicon.Func|lexicon.Adj) && m.Margin < certain || c.Has(lexicon.Noun) && m.Margin < probable {
			continue
		}
		if t.kind == tagger.Place && t.end-t.start == 2 && p.twoNations(b, t.start) {
			continue // shortNames looks at those
		}
		b.addThing(t)
	}
}

// kindOf says whether a body of the lists that is a house too (克里姆林宫) is
// one or the other where it begins at i.
func (p *page) kindOf(b *body, i int, c lexicon.Class) tagger.Kind {
	if c.Has(lexicon.Place) {
		switch b.at(i - 1) {
		case '在', '到', '抵', '进', '赴', '于', '从', '出', '往':
			return tagger.Place
		}
	}
	return tagger.Body
}

// twoNations reports whether two characters that are a place of the lists too
// (巴中) are countries that the page names, or one and another word.
func (p *page) twoNations(b *body, i int) bool {
	if p.class(b, i, i+2).Has(lexicon.Country) {
		return false
	}
	first, second := string(b.at(i)), string(b.at(i+1))
	return p.named(first) && (second == "中" || p.named(second)) || first == "中" && p.named(second)
}

// fullest makes a country as long as the lists have it (俄罗斯联邦), and a body
// longer by the number of its term (第九届全国人民代表大会).
func (p *page) fullest(b *body, t thing) thing {
	most := longWord
	if n := int(b.lat.Longest[t.start] & 7); n < 7 {
		most = n - (t.end - t.start) // no longer word begins there
	}
	for n := most; n >= 1; n-- {
		if t.kind == tagger.Place && p.class(b, t.start, t.end+n).Has(lexicon.Country) {
			t.end += n
			break
		}
	}
	if t.kind != tagger.Body {
		return t
	}
	if r := b.at(t.start - 1); r == '届' || r == '次' {
		i := t.start - 2
		for i > 0 && (chineseNumber(b.at(i)) || lexicon.ShapeOf(b.at(i)) == lexicon.Digit) {
			i--
		}
		if b.at(i) == '第' && i < t.start-2 {
			t.start, t.rule = i, "ordinal"
		}
	}
	if b.text(t.start, t.end) != "政府" && b.text(t.end-2, t.end) == "政府" {
		t.rule = "government"
	}
	return t
}

// listedThings takes the words of the segmentation that are countries and
// bodies of the lists, and regions wherever they stand.
func (p *page) listedThings(b *body) {
	for k := range b.lat.Words {
		w := &b.lat.Words[k]
		i, j := int(w.Start), int(w.End)
		general := w.Class.Has(lexicon.General)
		switch {
		case j-i < 2 || !w.Class.Has(lexicon.Noun|lexicon.Country|lexicon.Body):
		case j-i > 2 && b.at(j-1) == '人' && p.class(b, i, j-1).Has(lexicon.Country): // 奥地利人 is a word
			b.addThing(thing{start: i, end: j - 1, kind: tagger.Place, rule: "list"})
		case w.Class.Has(lexicon.Country) && !general && b.text(i, j) != "我国":
			b.addThing(thing{start: i, end: j, kind: tagger.Place, rule: "list"})
		case w.Class.Has(lexicon.Body) && (j-i > 2 || !w.Class.Has(lexicon.Noun|lexicon.Verb|lexicon.Adj) || short2[b.text(i, j)]):
			rule := "list"
			if j-i <= 3 || b.at(j-1) == '报' {
				rule = "short-body"
			}
			b.addThing(p.fullest(b, thing{start: i, end: j, kind: p.kindOf(b, i, w.Class), rule: rule}))
		}
	}
	for i := range b.each(cueRegion) {
		if !regionSeconds.may(b.at(i + 1)) {
			continue
		}
		for n := 4; n >= 2; n-- {
			if regions[b.text(i, i+n)] && b.text(i+n, i+n+2) != "民族" {
				b.addThing(thing{start: i, end: i + n, kind: tagger.Place, rule: "region"})
			}
		}
	}
}

// regions are words for places without a name of their own.
var regions = map[string]bool{"两岸": true, "海峡两岸": true, "亚太": true, "大陆": true, "中华": true, "欧亚": true, "亚非": true, "亚非拉": true, "拉美": true}

// regionSeconds are their second characters.
var regionSeconds = firsts("岸", "峡", "太", "陆", "华", "亚", "非", "美")

// short2 are bodies of two characters that the general list has too.
var short2 = map[string]bool{"民革": true, "民进": true, "民建": true, "民盟": true, "北约": true, "欧盟": true, "东盟": true, "海协": true, "妇联": true}

// congresses finds the congresses of a party by their short names: 十五大,
// 中共二十大.
func (p *page) congresses(b *body) {
	for i := range b.each(cueCongress) {
		if !chineseNumber(b.at(i - 1)) {
			continue
		}
		j := i - 1
		for j > 0 && chineseNumber(b.at(j-1)) {
			j--
		}
		head := b.text(j-2, j) == "中共" || b.text(j-2, j) == "党的"
		if i-j < 2 && !head || i-j > 3 || b.at(j-1) == '第' || b.word(i).End-b.word(i).Start > int32(i-j+1) && !head {
			continue
		}
		if w := b.word(i); int(w.End) > i+1 {
			continue
		}
		if b.text(j-2, j) == "中共" {
			j -= 2
		}
		if b.overThing(j, i+1) {
			b.dropThings(j, i+1)
		}
		b.addThing(thing{start: j, end: i + 1, kind: tagger.Body, rule: "congress"})
	}
}

// dropThings leaves out what lies inside [i, j): its characters are free at
// once, its place in the list is when tidyThings is called.
func (b *body) dropThings(i, j int) {
	for c := max(i, 0); c < min(j, b.t.Len()); c++ {
		k := b.overThings.at(c)
		if k < 0 || b.things[k].start < i || b.things[k].end > j {
			continue
		}
		t := &b.things[k]
		b.overThings.clear(t.start, t.end)
		t.end = t.start
	}
}

// tidyThings takes out of the list what was dropped.
func (b *body) tidyThings() {
	b.things = slices.DeleteFunc(b.things, func(t thing) bool { return t.end == t.start })
	b.reindexThings()
}

func chineseNumber(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// spreadThings finds places and bodies of the page again where they were
// missed.
func (p *page) spreadThings() {
	x := newIndex[int32]()
	var counts [][3]int32
	for _, b := range p.bodies {
		for i := range b.things {
			t := &b.things[i]
			s := b.text(t.start, t.end)
			n, ok := x.of[s]
			if !ok {
				n = int32(len(counts))
				counts = append(counts, [3]int32{})
				x.put(s, n)
			}
			counts[n][t.kind]++
		}
	}
	for _, b := range p.bodies {
		x.scan(b, func(i, j int, n int32) bool {
			k := tagger.Place
			if counts[n][tagger.Body] > counts[n][tagger.Place] {
				k = tagger.Body
			}
			p.thingAgain(b, i, j, k)
			return false
		})
	}
}

// thingAgain takes a place or body of the page at [i, j), where it fits.
func (p *page) thingAgain(b *body, i, j int, k tagger.Kind) {
	if j-i < 2 || j-i == 2 && k == tagger.Body || b.overThing(i, j) {
		return
	}
	first, last := b.word(i), b.word(j-1)
	if int(first.Start) < i && first.End-first.Start > 1 || int(last.End) > j {
		return
	}
	if b.read.Score(i, j, k) > -probable {
		b.addThing(thing{start: i, end: j, kind: k, rule: "repeated"})
	}
}

// bodiesInTitles finds the body in the title of its head: 外交部 in 外交部长,
// with the country before it.
func (p *page) bodiesInTitles(b *body) {
	for k := range b.offices {
		o := &b.offices[k]
		end := o.end - 1
		if b.at(end) != '长' {
			continue
		}
		for n := longWord; n >= 2; n-- {
			if end-n <= o.core && p.class(b, end-n, end).Has(lexicon.Body) {
				p.bodyInTitle(b, end-n, end)
			}
		}
	}
}

// bodyInTitle takes [i, j) for a body that stands in the title of its head.
func (p *page) bodyInTitle(b *body, i, j int) {
	t := thing{start: i, end: j, kind: tagger.Body, rule: "in-title"}
	if n := b.thingEnding(i); n >= 0 {
		if o := &b.things[n]; o.kind == tagger.Place && o.end-o.start > 1 {
			t.start, o.rule = o.start, "nested-title"
		}
	}
	b.things = append(b.things, t)
}

// joinBodies puts together bodies named after two countries:
// 秘鲁—中国文化协会.
func (p *page) joinBodies(b *body) {
	for n := range b.things {
		t := &b.things[n]
		m := b.thingEnding(t.start - 1)
		if m < 0 || t.kind != tagger.Body || b.things[m].kind != tagger.Place || b.at(t.start-1) != '—' {
			continue
		}
		t.start, b.things[m].rule = b.things[m].start, "nested"
	}
}

// nested gives the place in the name of a government, which readers take for
// the country itself as often as for the body.
func (p *page) nested(b *body) {
	for _, t := range append([]thing(nil), b.things...) {
		if t.kind != tagger.Body {
			continue
		}
		best := t.start
		for n := min(t.end-t.start-1, 12); n >= 2; n-- {
			if c := p.class(b, t.start, t.start+n); c.Has(lexicon.Country|lexicon.Place) && !c.Has(lexicon.General) {
				best = t.start + n
				break
			}
		}
		if best == t.start {
			continue
		}
		rule := "nested"
		if s := b.text(best, t.end); s == "政府" {
			rule = "of-government"
		}
		b.things = append(b.things, thing{start: t.start, end: best, kind: tagger.Place, rule: rule})
	}
}
