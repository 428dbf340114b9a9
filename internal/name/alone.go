package name

import (
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// earlyLines is how many lines from the head of a text may be who wrote it.
const earlyLines = 3

// bylines finds names that are all there is in a line: who wrote the text, in
// one of its first lines or its last.
func (p *page) bylines(b *body) {
	n := b.t.Len()
	start := 0
	for line := 0; line < earlyLines && start < n; line++ {
		end := start
		for end < n && b.t.Runes[end] != '\n' {
			end++
		}
		if line > 0 {
			p.signature(b, start, end, line == 1)
		}
		start = end + 1
	}
	for end := n; start < n; n-- {
		if b.t.Runes[n-1] == '\n' {
			p.signature(b, n, end, false)
			return
		}
	}
}

// firstLines are the lines in which somebody can say that the text is theirs.
func firstLines(s string) string {
	end := 0
	for range earlyLines {
		n := strings.IndexByte(s[end:], '\n')
		if n < 0 {
			return ""
		}
		end += n + 1
	}
	return s[:end]
}

// signature takes [i, j) for a name where it is built like one: without
// brackets around it, and spaces at its ends. Right under the headline two
// characters that are no word are one without a surname too.
func (p *page) signature(b *body, i, j int, under bool) {
	for i < j && (b.at(i) == ' ' || b.at(i) == '（') {
		i++
	}
	for j > i && (b.at(j-1) == ' ' || b.at(j-1) == '）') {
		j--
	}
	if under && j-i == 2 && p.penName(b, i, j) && p.free(b, i, j) {
		b.add(cand{start: i, end: j, rule: "byline", score: b.read.Score(i, j, tagger.Person)})
		return
	}
	if n := j - i; n < 2 || n > 4 || b.overlaps(i, j) || p.placeLike(b, i, j) || p.class(b, i, j) != 0 || !p.isChinese(b.t.Runes[i:j]) {
		return
	}
	need := signed
	if p.names.Trait(b.at(i))&lexicon.CommonName != 0 && j-i == 3 {
		need = signedCommon
	}
	if p.worth(b, i, j) < need {
		return
	}
	b.add(cand{start: i, end: j, rule: "byline", score: b.read.Score(i, j, tagger.Person)})
}

// The worth from which a name alone in a line is believed, and one of three
// characters with a common surname.
const (
	signed       = 3
	signedCommon = -2
)

// shared says what the last item of a list is, when a word after it speaks
// for all items: 班达和曼吉阿族, 万县、眉山等地, 措玛、那色6个乡.
type sharedEnd uint8

const (
	unshared    sharedEnd = iota
	sharedPlace           // 等地, 6个乡
	sharedTribe           // 族
)

// placeUnits are words for sorts of places that are counted after a list.
var placeUnits = map[string]bool{"地": true, "省": true, "市": true, "县": true, "乡": true, "镇": true, "村": true, "国": true, "州": true, "区": true, "地区": true, "城市": true, "省区": true, "省市": true, "县市": true, "国家": true, "岛": true, "岛屿": true, "口岸": true, "街道": true, "港口": true}

// listReach is how far the end of a list is looked for.
const listReach = 60

// sharedAfter reads on from the end i of a list's item to the list's end.
func (b *body) sharedAfter(i int) sharedEnd {
	for end := i + listReach; i < end; {
		n := b.joint(i)
		if n == 0 {
			return b.tail(i)
		}
		i += n
		from := i
		for i-from < 12 && !b.mark(i) && b.joint(i) == 0 && !b.listEnds(i) {
			i++
		}
		if i == from {
			return unshared
		}
		if b.at(i-1) == '族' {
			return sharedTribe
		}
	}
	return unshared
}

// listEnds reports whether 等 or a number stands at i, after which comes what
// the items of a list are.
func (b *body) listEnds(i int) bool {
	return b.at(i) == '等' || lexicon.ShapeOf(b.at(i)) == lexicon.Digit || chineseNumber(b.at(i)) && b.at(i+1) == '个'
}

// tail says what the items of a list are that ends at i.
func (b *body) tail(i int) sharedEnd {
	from := i
	if b.at(i) == '等' {
		i++
	}
	for lexicon.ShapeOf(b.at(i)) == lexicon.Digit || chineseNumber(b.at(i)) {
		i++
	}
	if i > from && b.at(i) == '个' {
		i++
	}
	if i == from {
		return unshared
	}
	for n := 2; n >= 1; n-- {
		switch s := b.text(i, i+n); {
		case !placeUnits[s]:
		case n == 1 && b.word(i).End-b.word(i).Start > 1:
		default:
			return sharedPlace
		}
	}
	if b.text(i, i+2) == "部落" || b.text(i, i+2) == "民族" || b.text(i, i+2) == "部族" {
		return sharedTribe
	}
	return unshared
}

// placeLists takes the items of a list for places where a word after it says
// that they are: 万县、眉山等地.
func (p *page) placeLists(b *body) {
	for i := range b.each(cueList) {
		r := b.t.Runes[i]
		if r != '等' && lexicon.ShapeOf(r) != lexicon.Digit && b.at(i+1) != '个' || i == 0 || b.mark(i-1) || !b.listEnds(i) || r != '等' && lexicon.ShapeOf(b.at(i-1)) != lexicon.Han {
			continue
		}
		if b.tail(i) == sharedPlace {
			p.placeList(b, i)
		}
	}
}

// placeList takes the items of the list that ends at i.
func (p *page) placeList(b *body, i int) {
	for n := 0; n < longChain; n++ {
		j := i
		for j > 0 && i-j < 8 && !b.mark(j-1) && b.joint(j-1) == 0 {
			j--
		}
		joint := b.at(j-1) == '、' || b.joint(j-1) > 0 && n > 0
		if i-j < 2 || i-j > 6 || n == 0 && !joint {
			return
		}
		if !b.overThings.any(j, i) && !b.over.any(j, i) && (joint || b.mark(j-1)) && p.class(b, j, i)&^(lexicon.Foreign|lexicon.Place) == 0 && p.inside(b, j, i) >= 0 && allHan(b.t.Runes[j:i]) {
			b.addThing(thing{start: j, end: i, kind: tagger.Place, rule: "enumerated"})
		}
		if !joint {
			return
		}
		i = j - 1
	}
}
