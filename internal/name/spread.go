package name

import (
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// seen counts a name over the page.
type seen struct {
	name     string
	runes    []rune
	marked   int   // candidates with just these characters
	titled   int   // of them beside a title
	score    int32 // the best of the tagger's margins
	surname  bool  // a part of a name, not seen by itself
	inside   bool  // whether another name of the page has all of it
	firm     bool  // whether a firm of the page is called so
	doubtful bool  // whether only a title speaks for it
	where    []at  // of a doubtful one
	in       []occurrence
}

// occurrence says how often a name stands in a text.
type occurrence struct {
	text, times int
	end         int // of the last
}

func (p *page) seen() map[string]*seen {
	all := map[string]*seen{}
	for _, b := range p.bodies {
		for k := range b.people {
			c := &b.people[k]
			s := b.nameOf(c)
			e := all[s]
			if e == nil {
				e = &seen{name: s, runes: b.t.Runes[c.start:c.end]}
				if c.form == split {
					e.runes = []rune(s)
				}
				all[s] = e
			}
			e.marked++
			e.score = max(e.score, c.score)
			if b.officeBefore(c.start) >= 0 || b.officeAfter(c.end) >= 0 {
				e.titled++
			}
		}
	}
	return all
}

// settle puts right the ends of candidates by what the page says elsewhere:
// a candidate that is the beginning or end of a better one where it stands is
// made longer, one with a word of the text at its end is made shorter.
func (p *page) settle() {
	all := p.seen()
	for _, b := range p.bodies {
		for k := range b.people {
			p.shorten(b, &b.people[k], all)
		}
	}
	for _, b := range p.bodies {
		p.mergeParts(b)
	}
	all = p.seen()
	size := 0
	for _, s := range all {
		size = max(size, len(s.runes))
		s.markInside(all)
	}
	w := &widths{all: all, size: min(size, 16), alone: map[[2]*seen]bool{}}
	for _, b := range p.bodies {
		p.lengthenAll(b, w)
	}
}

// markInside notes the names that are a part of s.
func (s *seen) markInside(all map[string]*seen) {
	var at [longest + 2]int
	n := 0
	for i := range s.name {
		if n > longest {
			return
		}
		at[n], n = i, n+1
	}
	at[n] = len(s.name)
	for i := 0; i < n; i++ {
		for j := i + 1; j <= n; j++ {
			if o := all[s.name[at[i]:at[j]]]; o != nil && o != s {
				o.inside = true
			}
		}
	}
}

// widths is what is needed to choose between a name and a longer one.
type widths struct {
	all     map[string]*seen
	size    int // of the longest that is tried
	counted bool
	alone   map[[2]*seen]bool
}

// mergeParts puts together parts of a foreign name that was cut in two:
// Chinese names stand side by side in lists, foreign ones do not.
func (p *page) mergeParts(b *body) {
	b.sortPeople()
	keep := b.people[:0]
	for _, c := range b.people {
		if n := len(keep); n > 0 && keep[n-1].end == c.start && p.foreignPart(b, &keep[n-1]) && p.foreignPart(b, &c) && p.isTranslit(b.t.Runes[keep[n-1].start:c.end]) {
			keep[n-1].end = c.end
			keep[n-1].score = max(keep[n-1].score, c.score)
			continue
		}
		keep = append(keep, c)
	}
	b.people = keep
	b.reindex()
}

func (p *page) foreignPart(b *body, c *cand) bool {
	r := b.t.Runes[c.start:c.end]
	return c.form == full && p.isTranslit(r) && (!p.isChinese(r) || p.names.Trait(r[0])&lexicon.CommonName == 0) && !dotted(string(r)) && c.rule != "list"
}

// shorten cuts the last character off where the rest is a name of the page,
// and the character begins a word of the text: 王毅表|示.
func (p *page) shorten(b *body, c *cand, all map[string]*seen) {
	n := c.end - c.start
	if n < 3 || c.form != full || dotted(b.text(c.start, c.end)) {
		return
	}
	rest := all[b.text(c.start, c.end-1)]
	if rest == nil || rest.marked == 0 {
		return
	}
	w := b.word(c.end - 1)
	if int(w.Start) == c.end-1 && (int(w.End) > c.end || w.Class.Has(lexicon.After) && all[b.text(c.start, c.end)].marked == 1) {
		c.end--
	}
}

func (p *page) lengthenAll(b *body, w *widths) {
	b.reindex()
	for k := range b.people {
		c := &b.people[k]
		if c.form != full {
			continue
		}
		if s := w.all[b.text(c.start, c.end)]; s != nil && !s.inside {
			continue
		}
		s, i := b.longer(c, w.all, w.size)
		if s == nil {
			continue
		}
		short := w.all[b.text(c.start, c.end)]
		if (p.better(short, s) || !p.standsAlone(short, s, w)) && b.freeFor(k, i, i+len(s.runes), w.all, s) {
			c.start, c.end = i, i+len(s.runes)
		}
	}
	b.dropInside()
}

// longer gives the longest name of the page over a candidate, and its place.
func (b *body) longer(c *cand, all map[string]*seen, longest int) (*seen, int) {
	n := c.end - c.start
	for size := longest; size > n; size-- {
		for i := max(c.end-size, 0); i <= c.start; i++ {
			if s := all[b.text(i, i+size)]; s != nil {
				return s, i
			}
		}
	}
	return nil, 0
}

// dropInside leaves out candidates that a longer one has come to overlap.
func (b *body) dropInside() {
	sort.SliceStable(b.people, func(i, j int) bool {
		return b.people[i].end-b.people[i].start > b.people[j].end-b.people[j].start
	})
	all := b.people
	b.people = nil
	b.reindex()
	for _, c := range all {
		b.add(c)
	}
	b.sortPeople()
}

// order gives the names of the page, the longest first.
func order(all map[string]*seen) []*seen {
	var out []*seen
	for _, s := range all {
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool {
		if len(out[i].runes) != len(out[j].runes) {
			return len(out[i].runes) > len(out[j].runes)
		}
		return out[i].name < out[j].name
	})
	return out
}

// standsAlone reports whether the shorter name stands anywhere on the page
// without the rest of the longer.
func (p *page) standsAlone(short, long *seen, w *widths) bool {
	if !w.counted {
		p.count(w.all)
		w.counted = true
	}
	pair := [2]*seen{short, long}
	alone, ok := w.alone[pair]
	if !ok {
		alone = short.outnumbers(long)
		w.alone[pair] = alone
	}
	return alone
}

// outnumbers reports whether s stands in some text more often than o.
func (s *seen) outnumbers(o *seen) bool {
	k := 0
	for _, at := range s.in {
		for k < len(o.in) && o.in[k].text < at.text {
			k++
		}
		if k == len(o.in) || o.in[k].text != at.text || at.times > o.in[k].times {
			return true
		}
	}
	return false
}

// count notes how often each name stands in each text.
func (p *page) count(all map[string]*seen) {
	x := newIndex[*seen]()
	for name, s := range all {
		x.put(name, s)
	}
	for _, b := range p.bodies {
		x.scan(b, func(i, j int, s *seen) bool {
			s.stands(b.index, i, j)
			return false
		})
	}
}

// stands counts s at [i, j), where it does not overlap the one before.
func (s *seen) stands(text, i, j int) {
	n := len(s.in)
	if n == 0 || s.in[n-1].text != text {
		s.in = append(s.in, occurrence{text, 1, j})
	} else if last := &s.in[n-1]; last.end <= i {
		last.times, last.end = last.times+1, j
	}
}

// better reports whether the longer name is to be believed where the shorter
// was marked.
func (p *page) better(short, long *seen) bool {
	return short == nil || long.marked > 1 || long.titled > 0 || long.score >= short.score
}

// freeFor reports whether a longer name can have the characters: no other
// candidate is there, or only ones that the page has once and less often.
func (b *body) freeFor(k, i, j int, all map[string]*seen, long *seen) bool {
	for ; i < j; i++ {
		n := b.over.at(i)
		if n < 0 || n == k {
			continue
		}
		o := &b.people[n]
		if e := all[b.text(o.start, o.end)]; e != nil && (e.marked >= long.marked && e.marked > 1 || o.end-o.start > len(long.runes)) {
			return false
		}
	}
	return true
}

// spread finds the names of the page again where they were missed.
func (p *page) spread() {
	all := p.seen()
	keys := order(all)
	parts := p.parts0(keys)
	x := newIndex[*seen]()
	for _, s := range keys {
		x.put(s.name, s)
	}
	for _, s := range parts {
		x.put(s.name, s)
	}
	doubts := p.doubts(all, x)
	firms := false
	for _, b := range p.bodies {
		x.scan(b, func(i, j int, s *seen) bool {
			if s.doubtful {
				s.where = append(s.where, at{b, i})
				return false
			}
			if s.titled == 0 && !s.surname && !s.firm && p.firm(b, j) {
				s.firm, firms = true, true
			}
			if !b.overlaps(i, j) {
				p.again(b, s, i)
			}
			return false
		})
		b.sortPeople()
	}
	if firms {
		p.dropFirms(all)
	}
	p.resolve(doubts)
}

// doubts puts the names of three characters that are doubtful after a title
// into the index, and gives them.
func (p *page) doubts(all map[string]*seen, x *index[*seen]) []*seen {
	var out []*seen
	for _, b := range p.bodies {
		for _, i := range b.doubted {
			s := b.text(int(i), int(i)+3)
			if all[s] == nil && x.of[s] == nil {
				e := &seen{name: s, runes: b.t.Runes[i : i+3], doubtful: true}
				x.put(s, e)
				out = append(out, e)
			}
		}
	}
	return out
}

// resolve takes the doubtful names that the page has again with something
// else before and after them.
func (p *page) resolve(doubts []*seen) {
	for _, s := range doubts {
		before, after := map[rune]bool{}, map[rune]bool{}
		for _, w := range s.where {
			before[w.b.at(w.k-1)], after[w.b.at(w.k+3)] = true, true
		}
		if len(before) < 2 || len(after) < 2 {
			continue
		}
		for _, w := range s.where {
			if w.b.add(cand{start: w.k, end: w.k + 3, rule: "repeated", score: w.b.read.Score(w.k, w.k+3, tagger.Person)}) {
				w.b.unsorted = true
			}
		}
	}
	for _, b := range p.bodies {
		if b.unsorted {
			b.sortPeople()
		}
	}
}

// dropFirms drops the names of the page that are those of firms: without a
// title anywhere, and not of three characters with a common surname.
func (p *page) dropFirms(all map[string]*seen) {
	for _, b := range p.bodies {
		for k := range b.people {
			c := &b.people[k]
			s := all[b.nameOf(c)]
			if s == nil || !s.firm || c.rule == "known" || len(s.runes) == 3 && p.isChinese(s.runes) && p.names.Trait(s.runes[0])&lexicon.CommonName != 0 {
				continue
			}
			c.end = c.start
		}
		b.sortPeople()
	}
}

// parts0 are the surnames of the page's foreign names: the last parts of
// names with parts, and Japanese surnames, of two characters or more.
func (p *page) parts0(keys []*seen) []*seen {
	have := map[string]bool{}
	for _, s := range keys {
		have[s.name] = true
	}
	var out []*seen
	for _, s := range keys {
		r := s.runes
		part := ""
		if dotted(s.name) {
			part = lastPart(s.name)
		} else if p.isChinese(r) {
			part = p.givenName(r)
		} else if p.isJapanese(r) {
			for n := min(3, len(r)-1); n >= 2 && part == ""; n-- {
				if p.names.Japanese(string(r[:n])) {
					part = string(r[:n])
				}
			}
		}
		if q := []rune(part); len(q) >= 2 && !have[part] {
			have[part] = true
			out = append(out, &seen{name: part, runes: q, surname: true})
		}
	}
	return out
}

// givenName is the given name of a Chinese name where it has two characters
// that are no word, "" else.
func (p *page) givenName(r []rune) string {
	given := r[p.surnameLen(r):]
	if len(given) != 2 || p.words.Class(string(given)) != 0 {
		return ""
	}
	return string(given)
}

// again takes a name of the page at i, where it fits.
func (p *page) again(b *body, s *seen, i int) {
	n := len(s.runes)
	if s.surname && (p.closing(b, i+n) < 1 || p.opening(b, i) < 0) {
		return
	}
	if p.fits(b, i, i+n, s) {
		b.add(cand{start: i, end: i + n, rule: "repeated", score: b.read.Score(i, i+n, tagger.Person)})
	}
}

// fits reports whether a name of the page can stand at [i, j): a short one
// not across the words of the text, none inside a name of a place or body.
func (p *page) fits(b *body, i, j int, s *seen) bool {
	if b.inChain(i, j) || b.doctrine(j) {
		return false
	}
	if (p.isPlace(b, i, j) || p.suffixed(b, i, j, lexicon.PlaceEnd) || p.namedAfter(b, j)) && b.officeAfter(j) < 0 && b.officeBefore(i) < 0 {
		return false
	}
	if j-i > 2 {
		return true
	}
	first, last := b.word(i), b.word(j-1)
	if int(first.Start) < i && first.Class.Has(lexicon.General|lexicon.Place|lexicon.Country) ||
		int(last.End) > j && last.Class.Has(lexicon.General|lexicon.Place|lexicon.Country) {
		return b.read.Score(i, j, tagger.Person) > 0
	}
	return true
}
