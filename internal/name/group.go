package name

import (
	"sort"
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/span"
	"dateline/internal/tagger"
)

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
		two := p.findSides(s)
		s.sides = &two
	}
	return *s.sides
}

// sides counts what shows the two sides of an article.
type sides struct {
	named  []side // by X方
	titled []side // by the office of somebody
	told   []side // in full
	pairs  []pair // side by side, 中俄
	total  int    // of the pairs, how often any stands
}

// side is a country and the first place that shows it.
type side struct {
	nation *lexicon.Nation
	at     span.Span
	text   int
}

// pair is two countries that stand side by side, and how often they do.
type pair struct {
	nations [2]*lexicon.Nation
	at      span.Span
	text, n int
}

// findSides finds the two countries of an article: those named by X方 where
// they are two, else the pair that is printed side by side most often by far,
// else the countries of those who have an office of one, or that it names.
func (p *page) findSides(s *story) parties {
	var c sides
	for _, b := range s.bodies {
		for k := range b.things {
			c.see(b, k)
		}
		for k := range b.people {
			if o := b.officeBefore(b.people[k].start); o >= 0 {
				c.titled = noted(c.titled, p.nationBefore(b, b.offices[o]), b, b.offices[o].start, b.offices[o].end)
			}
		}
	}
	if len(c.named) == 2 {
		return both(c.named)
	}
	for _, q := range c.pairs {
		if 3*q.n > 2*c.total {
			return parties{q.nations[:], q.at, q.text}
		}
	}
	for _, list := range [][]side{c.titled, c.told} {
		if len(list) == 2 && len(c.pairs) < 2 {
			return both(list)
		}
	}
	return parties{text: -1}
}

func both(list []side) parties {
	return parties{[]*lexicon.Nation{list[0].nation, list[1].nation}, list[1].at, list[1].text}
}

// see counts place k of a text.
func (c *sides) see(b *body, k int) {
	t := &b.things[k]
	n := nationOf(b, t)
	if n == nil {
		return
	}
	if t.nation == nil || t.end-t.start > 1 {
		c.told = noted(c.told, n, b, t.start, t.end)
		return
	}
	if b.at(t.end) == '方' {
		c.named = noted(c.named, n, b, t.start, t.end+1)
	}
	if o := k - 1; o >= 0 && b.things[o].end == t.start && b.things[o].nation != nil && b.things[o].nation != n {
		c.pair(ordered(b.things[o].nation, n), b.span(b.things[o].start, t.end), b.index)
	}
}

// pair counts two countries side by side.
func (c *sides) pair(two [2]*lexicon.Nation, at span.Span, text int) {
	c.total++
	for k := range c.pairs {
		if c.pairs[k].nations == two {
			c.pairs[k].n++
			return
		}
	}
	c.pairs = append(c.pairs, pair{two, at, text, 1})
}

// noted adds a country to a list that has each once; more than three are not
// needed, because only two are an answer.
func noted(list []side, n *lexicon.Nation, b *body, i, j int) []side {
	if n == nil || len(list) > 2 {
		return list
	}
	for _, s := range list {
		if s.nation == n {
			return list
		}
	}
	return append(list, side{n, b.span(i, j), b.index})
}

// nationOf is the country that a place is, nil for others.
func nationOf(b *body, t *thing) *lexicon.Nation {
	if t.kind != tagger.Place || t.nation != nil {
		return t.nation
	}
	return lexicon.LoadCountries().Name(b.text(t.start, t.end))
}

// inParagraph finds the two countries that the paragraph of character i and
// the one before it name, where they name just two.
func (p *page) inParagraph(b *body, i int) parties {
	from, breaks := i, 0
	for ; from > 0 && i-from < lookBack; from-- {
		if b.at(from-1) == '\n' {
			if breaks++; breaks > 1 {
				break
			}
		}
	}
	var list []side
	for k := sort.Search(len(b.things), func(k int) bool { return b.things[k].start >= from }); k < len(b.things) && b.things[k].start < i; k++ {
		t := &b.things[k]
		list = noted(list, nationOf(b, t), b, t.start, t.end)
	}
	if len(list) == 2 {
		return both(list)
	}
	return parties{text: -1}
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
	{"两国首脑", []string{"主席", "国家主席", "总统", "国王", "总理", "首相"}}, {"两国防长", []string{"防长", "国防部长", "国防大臣"}}, {"两国议长", []string{"议长", "委员长"}},
	{"两位外长", []string{"外长", "外交部长", "外相"}}, {"两位总统", []string{"总统"}}, {"两位主席", []string{"主席", "国家主席"}}, {"两位部长", []string{"部长"}}, {"双方领导人", nil},
	{"两国元首", []string{"主席", "国家主席", "总统", "国王", "总书记", "女王", "天皇"}}, {"两位元首", []string{"主席", "国家主席", "总统", "国王", "总书记"}},
	{"两国总理", []string{"总理", "首相"}}, {"两位总理", []string{"总理", "首相"}}, {"两国外长", []string{"外长", "外交部长", "外相"}}, {"两国领导人", nil}, {"两位领导人", nil}, {"两党领导人", []string{"总书记", "第一书记"}},
	{"双方", nil}, {"两国政府", nil}, {"两国", nil},
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
	for i := range b.each(cueGroup) {
		if r := b.t.Runes[i]; r != '两' && r != '双' {
			if next := b.at(i + 1); next == '会' || next == '议' {
				out = p.meeting(b, i, out)
			}
			continue
		}
		if s := b.text(i, i+2); s == "两人" && b.word(i+1).End == int32(i+2) {
			out = append(out, p.several(b, i, i+2, 2))
			continue
		}
		for _, g := range groupHeads {
			n := len([]rune(g.word))
			if b.text(i, i+n) == g.word {
				out = append(out, p.group(b, i, i+n, g.word, g.cores))
				break
			}
		}
	}
	return out
}

func (p *page) group(b *body, i, j int, word string, cores []string) Reference {
	r := Reference{Text: b.index, Span: b.span(i, j), Kind: Group, BecauseText: b.index}
	if word == "双方" || word == "两国" || word == "两国政府" {
		if k := p.pairBefore(b, i); k > 0 {
			x, y := b.things[k-1], b.things[k]
			r.Of, r.Because = []string{x.nation.Name, y.nation.Name}, b.span(x.start, y.end)
			return r
		}
		for _, s := range []parties{p.sidesOf(b), p.inParagraph(b, i)} {
			if len(s.nations) == 2 {
				r.Of = []string{s.nations[0].Name, s.nations[1].Name}
				r.Because, r.BecauseText = s.because, s.text
				return r
			}
		}
		if word != "双方" {
			return r
		}
	}
	two := p.principals(b, word, cores)
	if len(two) == 2 {
		return b.ref(i, j, Group, two[0], two[0].cand().who, two[1].cand().who)
	}
	return r
}

// principals gives the two people of an article who have one of the offices,
// or else those of the page.
func (p *page) principals(b *body, word string, cores []string) []*at {
	s := p.story(b)
	two, ok := s.principals[word]
	if ok {
		return two
	}
	two = findPrincipals(s.bodies, cores)
	if two == nil && cores != nil {
		if p.pairs == nil {
			p.pairs = map[string][]*at{}
		}
		if two, ok = p.pairs[word]; !ok {
			two = findPrincipals(p.bodies, cores)
			p.pairs[word] = two
		}
	}
	s.principals[word] = two
	return two
}

// findPrincipals gives the two people of an article who have one of the offices,
// or any office of a head where none is asked for; more or fewer are none.
func findPrincipals(bodies []*body, cores []string) []*at {
	var out []*at
	seen := map[*person]bool{}
	for _, o := range bodies {
		for k := range o.people {
			w := o.people[k].who
			if w == nil || seen[w] || !w.holds(cores) {
				continue
			}
			seen[w] = true
			if out = append(out, &at{o, k}); len(out) > 2 {
				return nil
			}
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
