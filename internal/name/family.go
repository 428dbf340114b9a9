package name

import (
	"slices"
	"strings"
)

// families are the people of a page by their surnames, kept while surnames
// without a name are given to them.
type families struct {
	need   map[string]bool       // the surnames that stand without a name
	all    map[string][]*person  // by how the name begins, in order
	free   map[string]int        // of them, how many at the head have an office
	here   map[inText][]*person  // by the beginning and the text that names them
	titled map[[2]string]*person // the first, by the beginning and an office
	listed map[listing]bool      // who is in here
}

type listing struct {
	who  *person
	text int
}

// longSurname is the length of the longest surname in characters.
const longSurname = 3

// newFamilies enters the people of the page.
func (p *page) newFamilies() *families {
	f := &families{map[string]bool{}, map[string][]*person{}, map[string]int{}, map[inText][]*person{}, map[[2]string]*person{}, map[listing]bool{}}
	note := func(a at) { f.need[surnamePart(a)] = true }
	p.eachCand(short, note)
	p.eachCand(bare, note)
	for i, w := range p.people {
		w.order = i
		if !f.needs(w) {
			continue
		}
		text := int64(-1)
		for _, at := range w.places {
			if at>>32 != text {
				text = at >> 32
				f.note(w, int(text))
			}
		}
	}
	return f
}

// needs reports whether the person's name begins with one of the surnames.
func (f *families) needs(w *person) bool {
	for _, s := range beginnings(w.key) {
		if f.need[s] {
			return true
		}
	}
	return false
}

// beginnings gives the beginnings of a name that can be its surname, and a
// short name itself.
func beginnings(key string) []string {
	var out []string
	n := 0
	for i := range key {
		if n > 0 {
			out = append(out, key[:i])
		}
		if n++; n > longSurname {
			return out
		}
	}
	return append(out, key)
}

// note enters a person who has joined with a mention in a text.
func (f *families) note(w *person, text int) {
	entered := f.listed[listing{w, -1}]
	f.listed[listing{w, -1}] = true
	here := f.listed[listing{w, text}]
	f.listed[listing{w, text}] = true
	for _, s := range beginnings(w.key) {
		if !f.need[s] {
			continue
		}
		if !entered {
			f.all[s] = append(f.all[s], w)
		}
		if !here {
			f.here[inText{text, s}] = append(f.here[inText{text, s}], w)
		}
		for core := range w.cores {
			for _, end := range endings(core) {
				if o := f.titled[[2]string{s, end}]; o == nil || o.order > w.order {
					f.titled[[2]string{s, end}] = w
				}
			}
		}
	}
}

// ownerOf finds the person of a surname: one with a title in common before
// one without, the nearest before it in the text before others; nil where
// there is nobody.
func (f *families) ownerOf(a at) *person {
	c := a.cand()
	s := surnamePart(a)
	cores := a.b.coresOf(c).all()
	offered := c.form == short && a.b.offered(c)
	among := slices.Clone(f.here[inText{a.b.index, s}])
	for _, core := range cores {
		if w := f.titled[[2]string{s, core}]; w != nil {
			among = append(among, w)
		}
	}
	if w := f.first(s, offered); w != nil {
		among = append(among, w)
	}
	var best *person
	top := -1
	for _, o := range among {
		v := 0
		switch {
		case c.form == short && o.holdsOne(cores):
			v += 1 << 20
		case offered && o.offices:
			continue // 周总理 is not the director of the same surname
		}
		v += o.nearness(a)
		if v > top || v == top && o.order < best.order {
			best, top = o, v
		}
	}
	return best
}

// endings gives the ends of an office, of two characters and more, that it
// can be called by after a surname: 王部长 for 外交部长王毅.
func endings(core string) []string {
	out := []string{core}
	for i := range core {
		if i > 0 && len(core)-i >= len("主席") {
			out = append(out, core[i:])
		}
	}
	return out
}

// holdsOne reports whether a person has one of the offices, or one that ends
// in it.
func (w *person) holdsOne(cores []string) bool {
	for core := range w.cores {
		for _, c := range cores {
			if strings.HasSuffix(core, c) && (core == c || len(c) >= len("主席")) {
				return true
			}
		}
	}
	return false
}

// first is the first of a surname, of those without an office where that is
// asked for; nil where there is nobody.
func (f *families) first(s string, free bool) *person {
	all := f.all[s]
	i := 0
	if free {
		// Offices are only ever added, so that those passed over stay so.
		for i = f.free[s]; i < len(all) && all[i].offices; i++ {
		}
		f.free[s] = i
	}
	if i == len(all) {
		return nil
	}
	return all[i]
}

// nearness is higher the nearer before a the person is named in its text,
// less where only in other texts.
func (w *person) nearness(a at) int {
	start, any := w.before(a.b.index, a.cand().start)
	switch {
	case !any:
		return 2
	case start < 0:
		return 3
	}
	return max(3, 1<<16-(a.cand().start-start)/4)
}
