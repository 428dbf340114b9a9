package name

import (
	"sort"
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// seen counts a name over the page.
type seen struct {
	name    string
	runes   []rune
	marked  int   // candidates with just these characters
	titled  int   // of them beside a title
	score   int32 // the best of the tagger's margins
	surname bool  // a part of a name, not seen by itself
}

func (p *page) seen() map[string]*seen {
	all := map[string]*seen{}
	for _, b := range p.bodies {
		for _, c := range b.people {
			s := b.text(c.start, c.end)
			e := all[s]
			if e == nil {
				e = &seen{name: s, runes: b.t.Runes[c.start:c.end]}
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
	for _, b := range p.bodies {
		p.lengthenAll(b, all)
	}
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
}

func (p *page) foreignPart(b *body, c *cand) bool {
	r := b.t.Runes[c.start:c.end]
	return p.isTranslit(r) && (!p.isChinese(r) || p.names.Trait(r[0])&lexicon.CommonName == 0) && !dotted(string(r)) && c.rule != "list"
}

// shorten cuts the last character off where the rest is a name of the page,
// and the character begins a word of the text: 王毅表|示.
func (p *page) shorten(b *body, c *cand, all map[string]*seen) {
	n := c.end - c.start
	if n < 3 || dotted(b.text(c.start, c.end)) {
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

func (p *page) lengthenAll(b *body, all map[string]*seen) {
	keys := order(all)
	for k := range b.people {
		c := &b.people[k]
		for _, s := range keys {
			if i, j, ok := b.around(c, s); ok && (p.better(all[b.text(c.start, c.end)], s) || !p.standsAlone(c, b, s)) && b.freeFor(k, i, j, all, s) {
				c.start, c.end = i, j
				break
			}
		}
	}
	b.dropInside()
}

// dropInside leaves out candidates that a longer one has come to overlap.
func (b *body) dropInside() {
	keep := b.people[:0]
	for k, c := range b.people {
		inside := false
		for n, o := range b.people {
			longer := o.end-o.start > c.end-c.start || o.end-o.start == c.end-c.start && n < k
			if n != k && longer && o.start < c.end && c.start < o.end {
				inside = true
			}
		}
		if !inside {
			keep = append(keep, c)
		}
	}
	b.people = append([]cand(nil), keep...)
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

// around gives the place of a longer name of the page over a candidate.
func (b *body) around(c *cand, s *seen) (int, int, bool) {
	n := c.end - c.start
	if len(s.runes) <= n {
		return 0, 0, false
	}
	for off := 0; off+n <= len(s.runes); off++ {
		i := c.start - off
		if i >= 0 && b.text(i, i+len(s.runes)) == s.name {
			return i, i + len(s.runes), true
		}
	}
	return 0, 0, false
}

// standsAlone reports whether the shorter name stands anywhere on the page
// without the rest of the longer.
func (p *page) standsAlone(c *cand, b *body, long *seen) bool {
	short := b.text(c.start, c.end)
	for _, o := range p.bodies {
		if strings.Count(o.t.Folded, short) > strings.Count(o.t.Folded, long.name) {
			return true
		}
	}
	return false
}

// better reports whether the longer name is to be believed where the shorter
// was marked.
func (p *page) better(short, long *seen) bool {
	return short == nil || long.marked > 1 || long.titled > 0 || long.score >= short.score
}

// freeFor reports whether a longer name can have the characters: no other
// candidate is there, or only ones that the page has once and less often.
func (b *body) freeFor(k, i, j int, all map[string]*seen, long *seen) bool {
	for n := range b.people {
		o := &b.people[n]
		if n == k || o.start >= j || i >= o.end {
			continue
		}
		if e := all[b.text(o.start, o.end)]; e != nil && (e.marked >= long.marked && e.marked > 1 || o.end-o.start > j-i) {
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
	for _, b := range p.bodies {
		for _, s := range keys {
			if len(s.runes) >= 2 {
				p.again(b, s)
			}
		}
		for _, s := range parts {
			p.again(b, s)
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

func (p *page) again(b *body, s *seen) {
	n := len(s.runes)
	for i := 0; i+n <= b.t.Len(); i++ {
		if b.t.Runes[i] != s.runes[0] || b.text(i, i+n) != s.name || b.overlaps(i, i+n) {
			continue
		}
		if s.surname && (p.closing(b, i+n) < 1 || p.opening(b, i) < 0) {
			continue
		}
		if p.fits(b, i, i+n, s) {
			b.add(cand{start: i, end: i + n, rule: "repeated", score: b.read.Score(i, i+n, tagger.Person)})
		}
	}
}

// fits reports whether a name of the page can stand at [i, j): a short one
// not across the words of the text, none inside a name of a place or body.
func (p *page) fits(b *body, i, j int, s *seen) bool {
	if (p.isPlace(b, i, j) || p.suffixed(b, i, j, lexicon.PlaceEnd)) && b.officeAfter(j) < 0 && b.officeBefore(i) < 0 {
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
