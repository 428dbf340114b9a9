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
	seen     map[string]bool    // titles by their text
	given    map[[2]string]bool // titles by their text and time
	mentions []at
	order    int // place in the page's people
	asWife   bool
	offices  bool    // whether the page gives an office of the person's own
	places   []int64 // of the mentions, in order
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
		key := a.b.nameOf(c)
		wife := a.b.wifeAfter(c.end)
		if wife {
			key += "夫人"
		}
		who := byKey[key]
		if who == nil {
			who = newPerson(a)
			who.shape, who.wife = p.shapeOf([]rune(a.b.nameOf(c))), wife
			byKey[key] = who
			p.people = append(p.people, who)
		}
		who.join(a)
	})
	p.mergeForms()
	p.mergeSpellings()
	f := p.newFamilies()
	claim := func(a at) {
		who := f.ownerOf(a)
		if who == nil {
			who = newPerson(a)
			who.order = len(p.people)
			p.people = append(p.people, who)
		}
		who.join(a)
		f.note(who, a.b.index)
	}
	p.eachCand(short, claim)
	p.eachCand(bare, claim)
}

// newPerson makes a person of a mention, which has still to join.
func newPerson(a at) *person {
	c := a.cand()
	return &person{key: a.b.nameOf(c), printed: a.b.printedName(c)}
}

func (p *page) eachCand(f form, do func(at)) {
	for _, b := range p.bodies {
		for k := range b.people {
			if o := b.people[k].form; o == f || f == full && o == split {
				do(at{b, k})
			}
		}
	}
}

// wifeAfter reports whether 夫人 stands right after a name, and not 和夫人.
func (b *body) wifeAfter(i int) bool { return b.text(i, i+2) == "夫人" || b.text(i, i+2) == "太太" }

func (w *person) join(a at) {
	w.mentions = append(w.mentions, a)
	c := a.cand()
	c.who = w
	w.asWife = w.asWife || a.b.wifeAfter(c.end)
	for _, core := range a.b.coresOf(c).all() {
		if !w.cores[core] {
			w.cores = with(w.cores, core)
			w.offices = w.offices || !loose[core]
		}
	}
	here := place(a.b.index, c.start)
	k := len(w.places)
	if k > 0 && w.places[k-1] > here {
		k, _ = slices.BinarySearch(w.places, here)
	}
	w.places = slices.Insert(w.places, k, here)
}

// with is a set with another member; most people have no title, and no sets.
func with[T comparable](set map[T]bool, v T) map[T]bool {
	if set == nil {
		set = map[T]bool{}
	}
	set[v] = true
	return set
}

// place is a place on the page as a number: the text, then the character.
func place(text, i int) int64 { return int64(text)<<32 | int64(i) }

// before gives the place of the person's last mention before i in a text, and
// whether there is any there.
func (w *person) before(text, i int) (start int, any bool) {
	from := place(text, 0)
	k, _ := slices.BinarySearch(w.places, place(text, i))
	if k > 0 && w.places[k-1] >= from {
		return int(w.places[k-1] - from), true
	}
	return -1, k < len(w.places) && w.places[k]>>32 == int64(text)
}

// cores are the words of the titles beside a mention.
type cores struct {
	words [3]string
	n     int
}

func (c *cores) add(b *body, k int) {
	o := &b.offices[k]
	c.words[c.n] = b.text(o.core, o.end)
	c.n++
}

func (c *cores) all() []string { return c.words[:c.n] }

// coresOf are the words of the titles beside a mention, without 副 and the
// like.
func (b *body) coresOf(c *cand) *cores {
	var out cores
	if k := b.officeBefore(c.start); k >= 0 {
		out.add(b, k)
	}
	if k := b.officeAfter(c.end); k >= 0 {
		out.add(b, k)
	}
	if k, ok := b.officeEnds(c.end); ok && c.form == short {
		out.add(b, k)
	}
	if c.form == split {
		out.add(b, c.office)
	}
	return &out
}

// mergeForms puts shorter forms to the fuller ones of the same person.
func (p *page) mergeForms() {
	into := map[*person]*person{}
	fuller := map[string][]*person{} // by the forms that are a part of the name
	keys := make(map[string]bool, len(p.people))
	for _, o := range p.people {
		keys[o.key] = true
	}
	for _, o := range p.people {
		for _, part := range p.partsOf(o) {
			if list := fuller[part]; keys[part] && (len(list) == 0 || list[len(list)-1] != o) {
				fuller[part] = append(list, o)
			}
		}
	}
	for _, who := range p.people {
		if best := p.fuller(who, fuller[who.key]); best != nil {
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
	v := 1
	if who.key == o.key && dotted(who.key) {
		return 9
	}
	if who.wife != o.wife {
		if who.wife && !o.addressedAsWife() && !shares(who.cores, o.cores) {
			return 0
		}
		if o.wife && !who.wife && !shares(who.cores, o.cores) {
			return 0
		}
	}
	if who.wife && o.addressedAsWife() {
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
func (w *person) addressedAsWife() bool { return w.wife || w.asWife }

// partsOf gives the forms that a person may be called by: the name, the parts
// of one with parts, the surname of a Japanese one.
func (p *page) partsOf(o *person) []string {
	out := []string{o.key}
	r := []rune(o.key)
	switch {
	case dotted(o.key):
		out = append(out, strings.FieldsFunc(o.key, joins)...)
		for s := o.key; ; {
			_, rest, ok := strings.Cut(s, "·")
			if !ok {
				break
			}
			out, s = append(out, rest), rest
		}
	case o.shape == chinese && p.givenName(r) != "":
		out = append(out, p.givenName(r))
	case o.shape == japanese || p.isJapanese(r):
		for n := 2; n < len(r); n++ {
			if p.names.Japanese(string(r[:n])) {
				out = append(out, string(r[:n]))
			}
		}
	case o.shape == latin:
		for i, c := range o.key {
			if c == ' ' {
				out = append(out, o.key[i+1:])
			}
		}
	}
	return out
}

// offered reports whether the title of a surname is an office, not a form of
// address.
func (b *body) offered(c *cand) bool {
	k, ok := b.officeEnds(c.end)
	return ok && b.offices[k].class.Has(lexicon.Office)
}

// loose are titles that say nothing against another office.
var loose = map[string]bool{"领导人": true, "主要领导人": true, "负责人": true, "委员": true, "代表": true, "常委": true, "领袖": true, "元首": true, "团长": true, "同志": true, "先生": true, "夫人": true, "女士": true}

// surnamePart is a candidate's surname, without the title.
func surnamePart(a at) string {
	c := a.cand()
	if c.form == bare {
		return a.b.text(c.start, c.end)
	}
	if k, ok := a.b.officeEnds(c.end); ok && a.b.offices[k].mod > c.start {
		return a.b.text(c.start, a.b.offices[k].mod)
	}
	return a.b.text(c.start, c.start+1)
}

// isHonorific reports whether a title is only a form of address.
func isHonorific(o *office) bool {
	return !o.class.Has(lexicon.Office | lexicon.Rank)
}
