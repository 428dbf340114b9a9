package name

import (
	"sort"

	"dateline/internal/lexicon"
)

// references finds the words that stand for people and bodies, and says for
// whom where a reader could.
func (p *page) references() []Reference {
	var out []Reference
	for _, b := range p.bodies {
		out = append(out, p.pronouns(b)...)
		out = append(out, p.bareTitles(b)...)
		out = append(out, p.groups(b)...)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Text != out[j].Text {
			return out[i].Text < out[j].Text
		}
		return out[i].Span.Start < out[j].Span.Start
	})
	return out
}

// ref makes a reference to people, justified by a mention.
func (b *body) ref(i, j int, k RefKind, because *at, who ...*person) Reference {
	r := Reference{Text: b.index, Span: b.span(i, j), Kind: k, Person: len(who) > 0, BecauseText: b.index}
	for _, w := range who {
		r.Of = append(r.Of, w.printed)
	}
	if because != nil {
		c := because.cand()
		r.Because, r.BecauseText = because.b.span(c.start, c.end), because.b.index
	}
	return r
}

// pronouns finds 他 and 她. They stand for the subject of the sentence before
// or of their own, where that is one person; a 她 is nobody who is called 先生
// or 亲王.
func (p *page) pronouns(b *body) []Reference {
	var out []Reference
	for i := range b.each(cuePronoun) {
		r := b.t.Runes[i]
		if b.at(i-1) == '其' || b.at(i-1) == '吉' {
			continue
		}
		if w := b.word(i); w.End-w.Start > 2 {
			continue
		}
		if next := b.at(i + 1); next == '们' {
			out = append(out, p.several(b, i, i+2, 0))
			continue
		}
		if a := p.antecedent(b, i, r == '她'); a != nil {
			out = append(out, b.ref(i, i+1, Pronoun, a, a.cand().who))
		} else {
			out = append(out, b.ref(i, i+1, Pronoun, nil))
		}
	}
	return out
}

// lookBack is how far back a pronoun or a group is understood.
const lookBack = 600

// antecedent goes back over the sentences of the paragraph, and then to the
// paragraph before, to one that has a person as its subject.
func (p *page) antecedent(b *body, i int, she bool) *at {
	breaks := 0
	end := i
	for end > 0 && breaks < 2 && i-end < lookBack {
		start := end
		for start > 0 && i-start < lookBack && !endsSentence(b.at(start-1)) {
			start--
		}
		if a := b.subject(start, end, she); a != nil {
			return a
		}
		if b.at(start-1) == '\n' {
			breaks++
		}
		end = start - 1
	}
	return nil
}

func endsSentence(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '\n' || r == '；'
}

// subject gives the person who is the subject of the sentence [i, j): the
// only one in it, or the last that begins a clause. Quoted words are passed
// over only where a mark closes them.
func (b *body) subject(i, j int, she bool) *at {
	var only, clause *at
	count := map[*person]bool{}
	for k := sort.Search(len(b.people), func(k int) bool { return b.people[k].start >= i }); k < len(b.people) && b.people[k].end <= j; k++ {
		c := &b.people[k]
		if c.who == nil {
			continue
		}
		if she && c.who.male() || !she && c.who.female() {
			continue
		}
		count[c.who] = true
		only = &at{b, k}
		from := c.start
		if c.before >= 0 {
			from = b.offices[c.before].start
		}
		if b.mark(from-1) && b.at(from-1) != '、' && !joins(b.at(from-1)) {
			clause = &at{b, k}
		}
	}
	if len(count) == 1 {
		return only
	}
	return clause
}

var maleWords, femaleWords = map[string]bool{"先生": true, "亲王": true, "国王": true, "爵士": true}, map[string]bool{"女士": true, "夫人": true, "小姐": true, "女王": true, "王后": true, "公主": true, "大姐": true}

func (w *person) male() bool   { return w.called(maleWords) }
func (w *person) female() bool { return w.called(femaleWords) }

func (w *person) called(words map[string]bool) bool {
	for s := range words {
		if w.cores[s] {
			return true
		}
	}
	return false
}

// takesOffice are words before a title that speak of the office, not of who
// holds it.
var takesOffice = map[string]bool{"就任": true, "担任": true, "当选": true, "出任": true, "连任": true, "任": true, "选举": true, "为": true, "任命": true, "当": true, "作为": true, "兼任": true, "继任": true}

// bareTitles finds titles that stand without a name.
func (p *page) bareTitles(b *body) []Reference {
	var out []Reference
	for _, o := range b.offices {
		core := b.text(o.core, o.end)
		if !o.class.Has(lexicon.Office) || o.end-o.core < 2 || !heads[core] && !b.oneHolds(o) || b.named(o) || b.noHolder(o) {
			continue
		}
		if a := p.holderOf(b, o); a != nil {
			out = append(out, b.ref(o.start, o.end, BareTitle, a, a.cand().who))
		} else if heads[core] {
			out = append(out, b.ref(o.start, o.end, BareTitle, nil))
		}
	}
	return out
}

// oneHolds reports whether a title is an office that one person of a body
// holds, by its last character: 局长, 发言人, 董事长.
func (b *body) oneHolds(o office) bool {
	core := b.text(o.core, o.end)
	if loose[core] || plural[core] {
		return false
	}
	switch b.at(o.end - 1) {
	case '长', '席', '统', '理', '相', '记', '裁', '使', '令', '王', '皇', '卿', '臣', '督':
		return true
	}
	return core == "发言人" || core == "新闻发言人"
}

// noHolder reports whether a title speaks of the office itself (就任总统, 总统
// 选举), of several people (七位副总理), or is part of another word.
func (b *body) noHolder(o office) bool {
	w := b.word(o.start - 1)
	if w != nil && (takesOffice[b.text(int(w.Start), int(w.End))] || takesOffice[b.text(o.start-2, o.start)]) {
		return true
	}
	switch b.text(o.start-2, o.start) {
	case "两国", "两位", "各国", "三国", "四国", "多国":
		return true
	}
	switch b.at(o.start - 1) {
	case '位', '名', '个', '届', '任':
		return true
	}
	if next := b.word(o.end); next != nil && next.Class.Has(lexicon.BodyEnd|lexicon.BodyWord) || anotherHolds[b.text(o.mod, o.core)] {
		return true // 发言人办公室, 新任局长
	}
	for _, s := range ofOffice {
		if b.text(o.end, o.end+len([]rune(s))) == s {
			return true
		}
	}
	return b.at(o.end) == '会' && b.text(o.end, o.end+2) != "会见" && b.text(o.end, o.end+2) != "会晤" && b.text(o.end, o.end+2) != "会谈"
}

// anotherHolds are words before an office for those who do not have it now.
var anotherHolds = map[string]bool{"新任": true, "下任": true, "候任": true, "前任": true, "前": true, "原": true, "首任": true, "历任": true, "时任": true, "新": true, "已故": true}

// ofOffice are words after a title that speak of the office.
var ofOffice = []string{"选举", "定期", "职务", "一职", "人选", "候选人", "职位", "任期", "们", "级", "制", "府"}

// named reports whether a name stands beside a title.
func (b *body) named(o office) bool {
	if b.over.any(o.mod-1, o.end+1) {
		return true
	}
	for range longChain {
		k := b.chained(o)
		if k < 0 {
			return false
		}
		if o = b.offices[k]; b.over.any(o.mod-1, o.end+1) {
			return true
		}
	}
	return false
}

// chained is the number of the title that one is chained to, -1 where none
// is.
func (b *body) chained(o office) int {
	if r := b.at(o.end); r != '、' && r != '兼' {
		return -1
	}
	for i := o.end; i <= o.end+1; i++ {
		if k, ok := b.officeStarts(i); ok {
			return k
		}
	}
	return -1
}

func (w *person) first() *at {
	if len(w.mentions) == 0 {
		return nil
	}
	return &w.mentions[0]
}
