package page

import "dateline/internal/span"

// Seam gives the offset of the line at which the last article of a text
// begins, 0 where no article but the first surely begins. A dump is cut
// there: no article stands on both sides. (The layout is measured on what is
// read together, so that a gap at which it decides may be read another way in
// the part alone.)
func Seam(text string) int {
	if from := lineStart(text, len(text)-tail); from > 0 {
		if at := seam(text[from:]); at > 0 {
			return from + at
		}
	}
	return seam(text)
}

// tail is how much of a long text is looked at first: the last articles stand
// in it, and enough lines before them to measure the layout.
const tail = 128 << 10

func seam(text string) int {
	p := Split(text)
	for i := len(p.Articles) - 1; i > 0; i-- {
		if at := lineStart(text, p.Articles[i].start()); at > 0 && p.apart(i, at) {
			return at
		}
	}
	return 0
}

// apart reports that articles before i end before at, and those from i on
// begin after it.
func (p *Page) apart(i, at int) bool {
	for j := range p.Articles {
		a := &p.Articles[j]
		if j < i && a.end() > at || j >= i && a.start() >= 0 && a.start() < at {
			return false
		}
	}
	return true
}

// start is the first byte of the article on the page, -1 where it has none.
func (a *Article) start() int {
	first := -1
	a.each(func(from, _ int) {
		if first < 0 || from < first {
			first = from
		}
	})
	return first
}

// end is the byte after the article's last.
func (a *Article) end() int {
	last := -1
	a.each(func(_, to int) { last = max(last, to) })
	return last
}

// each calls f with the range of every part of the article.
func (a *Article) each(f func(from, to int)) {
	for _, h := range a.Headlines {
		f(h.Pieces.Start(), h.Pieces.End())
	}
	if a.Dateline != nil {
		f(a.Dateline.Pieces.Start(), a.Dateline.Pieces.End())
	}
	for _, p := range a.Paragraphs {
		f(p.Start(), p.End())
	}
	for _, c := range a.Continued {
		f(c.Pieces.Start(), c.Pieces.End())
	}
	for _, p := range []span.Pieces{a.Byline, a.Credit} {
		if len(p) > 0 {
			f(p.Start(), p.End())
		}
	}
}

// lineStart gives the first byte of the line that byte at stands in.
func lineStart(text string, at int) int {
	at = max(at, 0)
	for at > 0 && text[at-1] != '\n' && text[at-1] != '\r' {
		at--
	}
	return at
}
