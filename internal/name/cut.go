package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// parts cuts a mark where a title, a mark or a function word stands inside,
// and makes it whole where · or - goes on.
func (p *page) parts(b *body, start, end int) []cand {
	var out []cand
	for i := start; i < end; i++ {
		if r := b.at(i); (b.mark(i) && !joins(r) && r != ' ' && r != '.' && r != '\'') || r == '\n' {
			out = append(out, p.part(b, start, i)...)
			start = i + 1
		}
	}
	return append(out, p.part(b, start, end)...)
}

func (p *page) part(b *body, start, end int) []cand {
	start, end = b.cutOffices(start, end)
	start, end = p.cutFunction(b, start, end)
	end = p.cutWord(b, start, end)
	end = p.cutLast(b, start, end)
	start, end = p.joinParts(b, start, end)
	end = p.goOn(b, start, end)
	end = p.wholeItem(b, start, end)
	start = p.japaneseStart(b, start, end)
	end = b.cutVerb(start, end)
	if _, titled := b.officeEnds(start - 1); titled && p.nameChar(b, start-1) && p.isTranslit(b.t.Runes[start:end]) {
		start-- // 议长萨|康德
	}
	for start < end && joins(b.at(start)) {
		start++
	}
	for end > start && joins(b.at(end-1)) {
		end--
	}
	if end <= start {
		return nil
	}
	return []cand{{start: start, end: end, rule: "tagger"}}
}

// cutOffices cuts off a title at either end: 韩正副总理 is 韩正.
func (b *body) cutOffices(start, end int) (int, int) {
	for i := start + 1; i < end; i++ {
		if k, ok := b.officeBegins(i); ok && !joins(b.at(b.offices[k].end)) && b.offices[k].end > end-1 && b.offices[k].end-b.offices[k].core > 1 {
			end = i
			break
		}
	}
	for i := end - 1; i > start; i-- {
		if k, ok := b.officeEnds(i); ok && !joins(b.at(i)) && (b.offices[k].core < start || b.offices[k].core == start && i-start > 1) {
			start = i
			break
		}
	}
	return start, end
}

// cutFunction cuts off function words that a name has swallowed: 秦立与到访
// is 秦立. A name that begins with one is cut where the rest is a name too.
func (p *page) cutFunction(b *body, start, end int) (int, int) {
	for end-start > 2 && !b.mark(end) && p.names.Trait(b.at(end-1))&lexicon.NotGiven != 0 && p.names.Trait(b.at(end-1))&lexicon.Translit == 0 {
		if end-start == 3 && p.closing(b, end) >= 1 && b.read.Score(start, end-1, tagger.Person)+probable < b.read.Score(start, end, tagger.Person) {
			break // 李春之|等
		}
		end--
	}
	if end-start > 2 && (b.joint(start) > 0 || !b.titleBefore(start)) && p.names.Trait(b.at(start))&lexicon.NotGiven != 0 && p.shapeOf(b.t.Runes[start+1:end]) != odd {
		whole, rest := b.read.Score(start, end, tagger.Person), b.read.Score(start+1, end, tagger.Person)
		if rest+probable >= whole {
			start++
		}
	}
	return start, end
}

// cutWord cuts off a word that a Chinese name has swallowed: 史春海|天热. More
// than four characters without · are no Chinese name.
func (p *page) cutWord(b *body, start, end int) int {
	for n := 3; n >= 2; n-- {
		if size := end - start; size < n+1 || size > n+2 || size < 4 || !p.isChinese(b.t.Runes[start:start+n]) || p.isTranslit(b.t.Runes[start:end]) {
			continue
		}
		w := b.word(start + n)
		if int(w.Start) == start+n && (int(w.End) >= end && w.End-w.Start > 1 && w.Class.Has(lexicon.General) || end-start == 5 && n == 3 && !p.isJapanese(b.t.Runes[start:end])) {
			return start + n
		}
	}
	return end
}

// cutVerb cuts off a verb of two characters that the last part of a name with
// parts has swallowed: 特雷莎·梅|交付.
func (b *body) cutVerb(start, end int) int {
	if end-start < 4 {
		return end
	}
	w := b.word(end - 1)
	if i := int(w.Start); int(w.End) == end && end-i == 2 && i > start+1 && w.Class.Has(lexicon.Verb|lexicon.Func|lexicon.After) && !joins(b.at(i-1)) && dotted(b.text(start, i)) {
		return i
	}
	return end
}

// cutLast cuts the last of three characters off where it begins a word of the
// text and the model hardly minds: 温宪|自今年, 何光|致欢迎词.
func (p *page) cutLast(b *body, start, end int) int {
	if end-start != 3 || b.mark(end) || !p.isChinese(b.t.Runes[start:end]) || p.surnameLen(b.t.Runes[start:end]) > 1 {
		return end
	}
	if _, ok := b.officeBegins(end); ok {
		return end
	}
	w := b.word(end - 1)
	single := w.End-w.Start == 1
	if int(w.Start) < end-1 || single && !w.Class.Has(lexicon.Func) || !single && !w.Class.Has(lexicon.General|lexicon.After) {
		return end
	}
	if p.closing(b, end) < 1 && b.read.Score(start, end-1, tagger.Person)+probable > b.read.Score(start, end, tagger.Person) {
		return end - 1
	}
	return end
}

// wholeItem makes a Chinese name of two characters in a list as long as the
// item that it begins, where that is one character more: 、万春|湘、.
func (p *page) wholeItem(b *body, start, end int) int {
	if end-start != 2 || b.at(start-1) != '、' || !b.mark(end+1) || lexicon.ShapeOf(b.at(end)) != lexicon.Han || !p.isChinese(b.t.Runes[start:end]) {
		return end
	}
	if p.names.Trait(b.at(end))&lexicon.NotGiven != 0 || p.class(b, end, end+1).Has(lexicon.After|lexicon.Func|lexicon.Verb|titleClass) {
		return end
	}
	return end + 1
}

// titleBefore reports whether a title ends at i that belongs to no name before
// it: what begins there is a name, not 由 or 向.
func (b *body) titleBefore(i int) bool {
	k, ok := b.officeEnds(i)
	if !ok {
		return false
	}
	return !b.personEnds(b.offices[k].mod)
}

// joinParts makes a name with · or - whole on both sides.
func (p *page) joinParts(b *body, start, end int) (int, int) {
	for end-start < longest && joins(b.at(end)) && p.nameChar(b, end+1) && p.nameChar(b, end+2) {
		j := p.runEnd(b, end+1)
		if j-end < 3 && b.at(end) == '-' {
			break
		}
		end = j
	}
	for start > 1 && end-start < longest && joins(b.at(start-1)) && p.nameChar(b, start-2) {
		j := p.runStart(b, start-1)
		if j == start-1 || start-1-j < 2 && b.at(start-1) == '-' {
			break
		}
		start = j
	}
	if dotted(b.text(start, end)) && p.nameChar(b, start-1) {
		start = p.runStart(b, start)
	}
	// a first part that is no character of transliteration: 昏·蒙昆
	if w := b.word(start - 2); start > 1 && joins(b.at(start-1)) && w.End-w.Start == 1 && lexicon.ShapeOf(b.at(start-2)) == lexicon.Han && !w.Class.Has(lexicon.Func) && p.opening(b, start-2) >= 0 {
		start -= 2
	}
	return start, end
}

// japaneseStart makes a name longer to the left where a Japanese surname lies
// across its beginning: 铃|木秀实.
func (p *page) japaneseStart(b *body, start, end int) int {
	for k := 1; k <= 2; k++ {
		if b.joint(start-k) > 0 && b.personEnds(start-k) {
			break // 孙淑伟和|田亮
		}
		for n := k + 1; n <= 3 && start-k >= 0; n++ {
			if p.names.JapaneseHead(b.at(start-k)) && p.names.Japanese(b.text(start-k, start-k+n)) && start-k+n <= end && end-start+k <= 5 && p.opening(b, start-k) > -3 {
				return start - k
			}
		}
	}
	return start
}

// goOn makes a foreign name longer where the tagger stopped inside: over
// characters of transliteration up to a place where a name can end.
func (p *page) goOn(b *body, start, end int) int {
	r := b.t.Runes[start:end]
	if p.shapeOf(r) != translit || !p.nameChar(b, end) {
		return end
	}
	if b.mark(end+1) || b.joint(end+1) > 0 { // 特里|因和
		return end + 1
	}
	if p.closing(b, end) >= 1 {
		return end
	}
	j := p.runEnd(b, end)
	if j > end && p.closing(b, j) >= 1 && j-end <= 4 && b.read.Score(start, j, tagger.Person) > b.read.Score(start, end, tagger.Person)-sure {
		return j
	}
	return end
}
