package name

import (
	"sort"
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/span"
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
	for i, r := range b.t.Runes {
		if r != '他' && r != '她' || b.at(i-1) == '其' || b.at(i-1) == '吉' {
			continue
		}
		if w := b.word(i); w.End-w.Start > 2 {
			continue
		}
		if next := b.at(i + 1); next == '们' {
			out = append(out, b.ref(i, i+2, Pronoun, nil))
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
		if !o.class.Has(lexicon.Office) || o.end-o.core < 2 || !heads[b.text(o.core, o.end)] || b.named(o) {
			continue
		}
		if b.noHolder(o) {
			continue
		}
		if a := p.holderOf(b, o); a != nil {
			out = append(out, b.ref(o.start, o.end, BareTitle, a, a.cand().who))
		} else {
			out = append(out, b.ref(o.start, o.end, BareTitle, nil))
		}
	}
	return out
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
	for _, s := range ofOffice {
		if b.text(o.end, o.end+len([]rune(s))) == s {
			return true
		}
	}
	return b.at(o.end) == '会' && b.text(o.end, o.end+2) != "会见" && b.text(o.end, o.end+2) != "会晤" && b.text(o.end, o.end+2) != "会谈"
}

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
		if k, ok := b.starts[i]; ok {
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

// parties are the two sides of an article, with what shows them.
type parties struct {
	nations []*lexicon.Nation
	because span.Span
	text    int
}

// pairBefore finds the last pair of countries side by side before i in its
// paragraph, as the number of the second; 0 where there is none.
func (p *page) pairBefore(b *body, i int) int {
	k := sort.Search(len(b.things), func(k int) bool { return b.things[k].start >= i }) - 1
	for ; k > 0; k-- {
		t, o := &b.things[k], &b.things[k-1]
		if t.nation != nil && o.nation != nil && o.end == t.start && o.nation != t.nation {
			if strings.Contains(b.text(t.start, i), "\n") {
				return 0
			}
			return k
		}
		if i-t.start > lookBack {
			return 0
		}
	}
	return 0
}

// sidesOf gives the two sides of a text's article, found once.
func (p *page) sidesOf(b *body) parties {
	s := p.story(b)
	if s.sides == nil {
		two := s.findSides()
		s.sides = &two
	}
	return *s.sides
}

// findSides finds the two countries of an article: those named by X方 where they
// are two, else the pair that is printed side by side most often.
func (s *story) findSides() parties {
	var named []*lexicon.Nation
	var out parties
	out.text = -1
	pairs := map[[2]*lexicon.Nation]int{}
	var pair [2]*lexicon.Nation
	var at span.Span
	text := -1
	for _, b := range s.bodies {
		for k := range b.things {
			t := &b.things[k]
			if t.nation == nil {
				continue
			}
			if b.at(t.end) == '方' && !hasNation(named, t.nation) {
				named = append(named, t.nation)
				if out.text < 0 {
					out.because, out.text = b.span(t.start, t.end+1), b.index
				}
			}
			if k > 0 && b.things[k-1].end == t.start && b.things[k-1].nation != nil {
				key := ordered(b.things[k-1].nation, t.nation)
				pairs[key]++
				if pairs[key] > pairs[pair] || pair[0] == nil {
					pair = key
					if text < 0 {
						at, text = b.span(b.things[k-1].start, t.end), b.index
					}
				}
			}
		}
	}
	switch {
	case len(named) == 2:
		out.nations = named
		return out
	case pair[0] != nil:
		return parties{pair[:], at, text}
	}
	return parties{text: -1}
}

func hasNation(list []*lexicon.Nation, n *lexicon.Nation) bool {
	for _, o := range list {
		if o == n {
			return true
		}
	}
	return false
}

func ordered(a, b *lexicon.Nation) [2]*lexicon.Nation {
	if a.Name > b.Name {
		a, b = b, a
	}
	return [2]*lexicon.Nation{a, b}
}

// groupHeads are the words for two people by their office, with the offices
// that they can have.
var groupHeads = []struct {
	word  string
	cores []string
}{
	{"两国元首", []string{"主席", "国家主席", "总统", "国王", "总书记", "女王", "天皇"}}, {"两位元首", []string{"主席", "国家主席", "总统", "国王", "总书记"}},
	{"两国总理", []string{"总理", "首相"}}, {"两位总理", []string{"总理", "首相"}}, {"两国外长", []string{"外长", "外交部长", "外相"}}, {"两国领导人", nil}, {"两位领导人", nil}, {"两党领导人", []string{"总书记", "第一书记"}},
	{"双方", nil}, {"两国", nil},
}

// groups finds 双方, 两国元首, 俄方.
func (p *page) groups(b *body) []Reference {
	var out []Reference
	for k := range b.things {
		t := &b.things[k]
		if t.nation != nil && b.at(t.end) == '方' && b.word(t.end).End <= int32(t.end+1) {
			out = append(out, Reference{Text: b.index, Span: b.span(t.start, t.end+1), Kind: Group, Of: []string{t.nation.Name}, Because: b.span(t.start, t.end), BecauseText: b.index})
		}
	}
	for i := 0; i < b.t.Len(); i++ {
		if b.t.Runes[i] != '两' && b.t.Runes[i] != '双' {
			continue
		}
		for _, g := range groupHeads {
			n := len([]rune(g.word))
			if b.text(i, i+n) == g.word {
				out = append(out, p.group(b, i, i+n, g.word, g.cores))
				i += n - 1
				break
			}
		}
	}
	return out
}

func (p *page) group(b *body, i, j int, word string, cores []string) Reference {
	r := Reference{Text: b.index, Span: b.span(i, j), Kind: Group, BecauseText: b.index}
	if word == "双方" || word == "两国" {
		if k := p.pairBefore(b, i); k > 0 {
			x, y := b.things[k-1], b.things[k]
			r.Of, r.Because = []string{x.nation.Name, y.nation.Name}, b.span(x.start, y.end)
			return r
		}
		if s := p.sidesOf(b); len(s.nations) == 2 {
			r.Of = []string{s.nations[0].Name, s.nations[1].Name}
			r.Because, r.BecauseText = s.because, s.text
			return r
		}
		if word == "两国" {
			return r
		}
	}
	story := p.story(b)
	two, ok := story.principals[word]
	if !ok {
		two = story.findPrincipals(cores)
		story.principals[word] = two
	}
	if len(two) == 2 {
		return b.ref(i, j, Group, two[0], two[0].cand().who, two[1].cand().who)
	}
	return r
}

// findPrincipals gives the two people of an article who have one of the offices,
// or any office of a head where none is asked for; more or fewer are none.
func (s *story) findPrincipals(cores []string) []*at {
	var out []*at
	seen := map[*person]bool{}
	for _, o := range s.bodies {
		for k := range o.people {
			w := o.people[k].who
			if w == nil || seen[w] || !w.holds(cores) {
				continue
			}
			seen[w] = true
			out = append(out, &at{o, k})
		}
	}
	if len(out) == 2 {
		return out
	}
	return nil
}

func (w *person) holds(cores []string) bool {
	if cores == nil {
		for c := range w.cores {
			if heads[c] {
				return true
			}
		}
		return false
	}
	for _, c := range cores {
		if w.cores[c] {
			return true
		}
	}
	return false
}
