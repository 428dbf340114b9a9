package name

import (
	"slices"

	"dateline/internal/lexicon"
)

// titles gives the people their titles: the offices before a name, chained by
// 、 and 兼 and shared by the names of a list, and those after it.
func (p *page) titles() {
	for _, b := range p.bodies {
		for k := range b.people {
			b.people[k].before, b.people[k].after = b.officeBefore(b.people[k].start), b.officeAfter(b.people[k].end)
		}
	}
	p.identify()
	for _, b := range p.bodies {
		var shared []office
		for k := range b.people {
			c := &b.people[k]
			own := b.chain(c)
			c.from, c.to = c.start, c.end
			if len(own) > 0 && c.form != split {
				c.from = own[0].start
			}
			switch {
			case c.form == split:
				own, shared = nil, nil
			case len(own) > 0:
				shared = own
			case k > 0 && len(shared) > 0 && b.goesOn(b.people[k-1].end, c.start, shared[0]):
				own = shared
			default:
				shared = nil
			}
			for _, o := range own {
				c.who.give(b, o, c.end)
			}
			for _, o := range b.behind(c) {
				c.to = max(c.to, o.end)
				c.who.give(b, o, c.end)
			}
			for _, o := range b.made(c) {
				c.who.give(b, o, c.end)
			}
		}
	}
}

// longChain is the number of titles that one name can have before it.
const longChain = 24

// chain gives the offices before a candidate, the first first.
func (b *body) chain(c *cand) []office {
	var out []office
	for i := c.start; len(out) < longChain; {
		k, ok := b.officeEnds(i)
		if !ok || isHonorific(&b.offices[k]) {
			break
		}
		o := b.offices[k]
		if b.endsAt(o.mod) != nil && (len(out) > 0 || b.officeNext(c)) {
			break // the title of the name before it
		}
		o.start = b.afterPeople(b.stretch(o.start), o.mod)
		out = append(out, o)
		if r := b.at(o.start - 1); r != '、' && r != '，' {
			break
		}
		i = o.start - 1
	}
	slices.Reverse(out)
	return out
}

// officeNext reports whether an office stands right after a candidate.
func (b *body) officeNext(c *cand) bool {
	k := b.officeAfter(c.end)
	return k >= 0 && !isHonorific(&b.offices[k])
}

// stretch goes left over 兼 and the office before it: 国务委员兼国防部长 is
// one title. 我国 is left out.
func (b *body) stretch(start int) int {
	for n := 0; n < longChain && b.at(start-1) == '兼'; n++ {
		k, ok := b.officeEnds(start - 1)
		if !ok {
			return start
		}
		start = b.offices[k].start
	}
	if k, ok := b.officeEnds(start); ok && b.at(start) == '兼' {
		start = b.offices[k].start
	}
	for b.text(start, start+2) == "我国" || b.text(start, start+2) == "本国" {
		start += 2
	}
	return start
}

// afterPeople moves a title's beginning behind a name that it has run into,
// and behind 和 after that.
func (b *body) afterPeople(start, mod int) int {
	if k := b.over.at(start); k >= 0 && b.people[k].end <= mod {
		start = b.people[k].end
		if n := b.joint(start); n > 0 && start+n <= mod {
			start += n
		}
	}
	return start
}

// behind gives the office after a candidate.
func (b *body) behind(c *cand) []office {
	k, ok := b.officeBegins(c.end)
	switch c.form {
	case short:
		k, ok = b.officeEnds(c.end)
	case split:
		k, ok = c.office, true
	}
	if !ok || isHonorific(&b.offices[k]) {
		return nil
	}
	o := b.offices[k]
	o.start = o.mod
	for n := 0; n <= 1 && b.at(o.end) == '兼'; n++ { // 国务委员兼外长
		if k, ok := b.officeStarts(o.end + n); ok {
			o.end, o.core = b.offices[k].end, b.offices[k].core
		}
	}
	return []office{o}
}

// made gives the office in 以X为团长.
func (b *body) made(c *cand) []office {
	i := c.end
	if k, ok := b.officeBegins(i); ok {
		i = b.offices[k].end
	}
	if k, ok := b.officeBegins(i + 1); ok && b.at(i) == '为' {
		o := b.offices[k]
		o.start = o.mod
		return []office{o}
	}
	return nil
}

// heads are offices that one person holds at a time: they are not shared by
// names that 和 joins.
var heads = map[string]bool{"总统": true, "总理": true, "首相": true, "主席": true, "国家主席": true, "总书记": true, "国王": true, "女王": true, "天皇": true, "委员长": true,
	"议长": true, "部长": true, "外长": true, "外交部长": true, "国务卿": true, "大使": true, "司令": true, "总司令": true, "市长": true, "省长": true, "书记": true, "校长": true, "秘书长": true, "团长": true}

// goesOn reports whether a list goes on from i to j, and whether the office
// at its head is shared.
func (b *body) goesOn(i, j int, o office) bool {
	switch b.text(i, j) {
	case "、", "":
		return true
	case "和", "及", "与", "以及", "同志和", "同志、":
		return !heads[b.text(o.core, o.end)]
	}
	return false
}

// give gives a person the title beside the mention that ends at end, once for
// each text of it and each time.
func (w *person) give(b *body, o office, end int) {
	if o.class.Has(lexicon.Role) && !o.class.Has(lexicon.Office) {
		return
	}
	s := b.text(o.start, o.end)
	if w.seen[s] && len(b.src.Days)+len(b.src.Times) == 0 && w.given[[2]string{s}] {
		return
	}
	w.cores = with(w.cores, b.text(o.core, o.end))
	w.seen = with(w.seen, s)
	at := b.titleAt(o, end)
	if w.given[[2]string{s, at}] {
		return
	}
	w.given = with(w.given, [2]string{s, at})
	w.titles = append(w.titles, Title{Text: b.index, Span: b.span(o.start, o.end), At: at})
}
