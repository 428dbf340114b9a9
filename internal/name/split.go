package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/span"
	"dateline/internal/tagger"
)

// splitNames finds names with the title between surname and given name, as
// papers of Taiwan print them: 李总统登辉, 邱次长荣男. A text that has one has
// others that are less plain (连副总统战).
func (p *page) splitNames(b *body) {
	found := false
	for k := range b.offices {
		found = p.splitName(b, k, false) || found
	}
	for k := range b.offices {
		if found {
			p.splitName(b, k, true)
		}
	}
}

// splitName looks for such a name around title k; lenient asks for less.
func (p *page) splitName(b *body, k int, lenient bool) bool {
	o := &b.offices[k]
	if o.mod < 1 || o.end-o.core < 2 || !o.class.Has(lexicon.Office) || p.names.Trait(b.at(o.mod-1))&lexicon.Surname == 0 {
		return false
	}
	n := p.splitGiven(b, o.end, lenient)
	if n == 0 {
		return false
	}
	i := p.splitSurname(b, o)
	return i < o.mod && b.add(cand{start: i, end: o.end + n, rule: "surname-title-given", form: split, office: k})
}

// splitSurname is where the surname before a title begins, the title's
// beginning where none can stand there.
func (p *page) splitSurname(b *body, o *office) int {
	i := o.mod - 1
	if i > 0 && p.names.Compound(b.text(i-1, o.mod)) {
		i--
	}
	w := b.word(i)
	if int(w.Start) < i || int(w.End) > o.mod || p.opening(b, i) < 0 || o.start < i && !p.bodyEnds(b, i) {
		return o.mod
	}
	if t := p.names.Trait(b.at(i)); t&lexicon.CommonName == 0 && o.mod-i == 1 && p.class(b, i, i+1).Has(lexicon.Func|lexicon.Verb) {
		return o.mod
	}
	return i
}

// splitGiven is the length of the given name that begins at i, with what can
// stand after a name after it; 0 where none does.
func (p *page) splitGiven(b *body, i int, lenient bool) int {
	for n := 2; n >= 1; n-- {
		if n == 1 && (!lenient || p.closing(b, i+1) < 2) || !p.splitFree(b, i, i+n) {
			continue
		}
		first, last := p.names.Trait(b.at(i)), p.names.Trait(b.at(i+n-1))
		switch {
		case n == 1 && b.word(i).Class.Has(lexicon.Verb|lexicon.After|lexicon.Func|lexicon.Before):
		case n > 1 && first&lexicon.CommonName != 0: // 王部长|李明
			if first&last&lexicon.Given != 0 {
				return n
			}
		case lenient:
			return n
		case b.read.Score(i, i+n, tagger.Person) > 0:
			return n
		}
	}
	return 0
}

// splitFree reports whether [i, j) is no word and has none inside, and no name
// that the tagger marks goes on behind it.
func (p *page) splitFree(b *body, i, j int) bool {
	if j > b.t.Len() || !allHan(b.t.Runes[i:j]) || j-i > 1 && p.class(b, i, j) != 0 || p.closing(b, j) < 1 {
		return false
	}
	for k := i; k < j; k++ {
		if b.word(k).End-b.word(k).Start > 1 || p.names.Trait(b.at(k))&lexicon.NotGiven != 0 {
			return false
		}
	}
	m := b.marksFrom(i)
	return len(m) == 0 || m[0].Start > i || m[0].Kind != tagger.Person || m[0].End <= j
}

// nameOf is the folded name of a candidate, without a title inside.
func (b *body) nameOf(c *cand) string {
	if c.form == split {
		o := &b.offices[c.office]
		return b.text(c.start, o.mod) + b.text(o.end, c.end)
	}
	return b.text(c.start, c.end)
}

// printedName is the same as printed.
func (b *body) printedName(c *cand) string {
	if c.form == split {
		o := &b.offices[c.office]
		return b.printed(c.start, o.mod) + b.printed(o.end, c.end)
	}
	return b.printed(c.start, c.end)
}

// partsOf are the parts of a name with a title inside, nil for others.
func (b *body) partsOf(c *cand) []span.Span {
	if c.form != split {
		return nil
	}
	o := &b.offices[c.office]
	return []span.Span{b.span(c.start, o.mod), b.span(o.end, c.end)}
}
