package name

import (
	"slices"
	"strings"

	"dateline/internal/lexicon"
)

// person is one person of the page.
type person struct {
	key      string // fullest form, folded
	printed  string
	shape    shape
	wife     bool // named by the husband's name with 夫人
	cores    map[string]bool
	titles   []Title
	seen     map[string]bool // titles by their text
	mentions []at
}

// at is a candidate of a text.
type at struct {
	b *body
	k int
}

func (a at) cand() *cand { return &a.b.people[a.k] }

// identify says which mentions are of one person.
func (p *page) identify() {
	byKey := map[string]*person{}
	p.eachCand(full, func(a at) {
		c := a.cand()
		s := a.b.text(c.start, c.end)
		key := s
		wife := a.b.wifeAfter(c.end)
		if wife {
			key += "夫人"
		}
		who := byKey[key]
		if who == nil {
			who = &person{key: s, printed: a.b.printed(c.start, c.end), shape: p.shapeOf(a.b.t.Runes[c.start:c.end]), wife: wife, cores: map[string]bool{}, seen: map[string]bool{}}
			byKey[key] = who
			p.people = append(p.people, who)
		}
		who.join(a)
	})
	p.mergeForms()
	p.eachCand(short, func(a at) { p.ownerOf(a).join(a) })
	p.eachCand(bare, func(a at) { p.ownerOf(a).join(a) })
}

func (p *page) eachCand(f form, do func(at)) {
	for _, b := range p.bodies {
		for k := range b.people {
			if b.people[k].form == f {
				do(at{b, k})
			}
		}
	}
}

// wifeAfter reports whether 夫人 stands right after a name, and not 和夫人.
func (b *body) wifeAfter(i int) bool { return b.text(i, i+2) == "夫人" || b.text(i, i+2) == "太太" }

func (w *person) join(a at) {
	w.mentions = append(w.mentions, a)
	a.cand().who = w
	for core := range a.b.coresOf(a.cand()) {
		w.cores[core] = true
	}
}

// coresOf are the words of the titles beside a mention, without 副 and the
// like.
func (b *body) coresOf(c *cand) map[string]bool {
	out := map[string]bool{}
	for _, k := range []int{b.officeBefore(c.start), b.officeAfter(c.end)} {
		if k >= 0 {
			out[b.text(b.offices[k].core, b.offices[k].end)] = true
		}
	}
	if k, ok := b.ends[c.end]; ok && c.form == short {
		out[b.text(b.offices[k].core, b.offices[k].end)] = true
	}
	return out
}

// mergeForms puts shorter forms to the fuller ones of the same person.
func (p *page) mergeForms() {
	into := map[*person]*person{}
	var fuller []*person // those that another's name can be a part of
	for _, o := range p.people {
		if dotted(o.key) || o.wife || o.shape == latin || o.shape == japanese || p.isJapanese([]rune(o.key)) || len(p.people) < 200 {
			fuller = append(fuller, o)
		}
	}
	for _, who := range p.people {
		if best := p.fuller(who, fuller); best != nil {
			into[who] = best
		}
	}
	keep := p.people[:0]
	for _, who := range p.people {
		to := into[who]
		for to != nil && into[to] != nil && to != who {
			to = into[to]
		}
		if to == nil || to == who {
			keep = append(keep, who)
			continue
		}
		for _, a := range who.mentions {
			to.join(a)
		}
	}
	p.people = keep
}

// fuller finds the person whose name the form is a part of: the one that
// shares a title or 夫人 before one that does not; nil where there is none or
// it cannot be told.
func (p *page) fuller(who *person, among []*person) *person {
	var best *person
	top, tie := 0, false
	for _, o := range among {
		v := p.alike(who, o)
		if v == 0 {
			continue
		}
		if v == top {
			tie = true
		}
		if v > top {
			best, top, tie = o, v, false
		}
	}
	if tie && top < 3 {
		return nil
	}
	return best
}

// alike says how well a form is a part of another's name, 0 not at all.
func (p *page) alike(who, o *person) int {
	if who == o || len(o.key) < len(who.key) || len(o.key) == len(who.key) && (who.key != o.key || !who.wife || o.wife) {
		return 0
	}
	if !p.partOf(who, o) {
		return 0
	}
	v := 1
	if who.key == o.key && dotted(who.key) {
		return 9
	}
	if who.wife != o.wife {
		if who.wife && !p.addressedAsWife(o) && !shares(who.cores, o.cores) {
			return 0
		}
		if o.wife && !who.wife && !shares(who.cores, o.cores) {
			return 0
		}
	}
	if who.wife && (o.wife || p.addressedAsWife(o)) {
		v += 2
	}
	if shares(who.cores, o.cores) {
		v += 2
	}
	return v
}

func shares(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// addressedAsWife reports whether the person is called 夫人 anywhere.
func (p *page) addressedAsWife(o *person) bool {
	for _, a := range o.mentions {
		if a.b.wifeAfter(a.cand().end) {
			return true
		}
	}
	return o.wife
}

// partOf reports whether a form is the last or first part of a name with
// parts, or the surname of a Japanese one.
func (p *page) partOf(who, o *person) bool {
	if who.key == o.key {
		return true
	}
	if dotted(o.key) {
		f := strings.FieldsFunc(o.key, joins)
		return slices.Contains(f, who.key) || strings.HasSuffix(o.key, "·"+who.key)
	}
	if o.shape == japanese || p.isJapanese([]rune(o.key)) {
		return p.names.Japanese(who.key) && strings.HasPrefix(o.key, who.key)
	}
	if who.shape == latin && o.shape == latin {
		return strings.HasSuffix(o.key, " "+who.key)
	}
	return false
}

// ownerOf finds the person of a surname: one with a title in common before
// one without, the nearest before it in the text before others.
func (p *page) ownerOf(a at) *person {
	c := a.cand()
	s := surnamePart(a)
	cores := a.b.coresOf(c)
	var best *person
	top := -1
	for _, o := range p.people {
		if !strings.HasPrefix(o.key, s) || len(o.key) <= len(s) && o.key != s {
			continue
		}
		v := 0
		switch {
		case c.form == short && shares(cores, o.cores):
			v += 1 << 20
		case c.form == short && a.b.offered(c) && o.hasOffice():
			continue // 周总理 is not the director of the same surname
		}
		v += o.nearness(a)
		if v > top {
			best, top = o, v
		}
	}
	if best != nil {
		return best
	}
	who := &person{key: a.b.text(c.start, c.end), printed: a.b.printed(c.start, c.end), cores: map[string]bool{}, seen: map[string]bool{}}
	p.people = append(p.people, who)
	return who
}

// offered reports whether the title of a surname is an office, not a form of
// address.
func (b *body) offered(c *cand) bool {
	k, ok := b.ends[c.end]
	return ok && b.offices[k].class.Has(lexicon.Office)
}

// loose are titles that say nothing against another office.
var loose = map[string]bool{"领导人": true, "主要领导人": true, "负责人": true, "委员": true, "代表": true, "常委": true, "领袖": true, "元首": true, "团长": true, "同志": true, "先生": true, "夫人": true, "女士": true}

// hasOffice reports whether the page gives the person an office of its own.
func (w *person) hasOffice() bool {
	for core := range w.cores {
		if !loose[core] {
			return true
		}
	}
	return false
}

// surnamePart is a candidate's surname, without the title.
func surnamePart(a at) string {
	c := a.cand()
	if c.form == bare {
		return a.b.text(c.start, c.end)
	}
	if k, ok := a.b.ends[c.end]; ok && a.b.offices[k].mod > c.start {
		return a.b.text(c.start, a.b.offices[k].mod)
	}
	return a.b.text(c.start, c.start+1)
}

// nearness is higher the nearer before a the person is named in its text,
// less where only in other texts.
func (w *person) nearness(a at) int {
	best := 1
	for _, m := range w.mentions {
		switch {
		case m.b != a.b:
			best = max(best, 2)
		case m.cand().start < a.cand().start:
			best = max(best, 1<<16-(a.cand().start-m.cand().start)/4)
		default:
			best = max(best, 3)
		}
	}
	return best
}

// isHonorific reports whether a title is only a form of address.
func isHonorific(o *office) bool {
	return !o.class.Has(lexicon.Office | lexicon.Rank)
}
