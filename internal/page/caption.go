package page

import (
	"unicode/utf8"
)

// lastShort reports that the last paragraph of the article is as short as a
// caption.
func (a *assembly) lastShort() bool {
	return utf8.RuneCountInString(a.cur.paras[len(a.cur.paras)-1].text) <= 100
}

// captionOfLast makes a caption of the last paragraph of the article, whose
// photographer stands on the line below.
func (a *assembly) captionOfLast(g segment) {
	n := len(a.cur.paras) - 1
	last := a.cur.paras[n]
	a.cur.paras = a.cur.paras[:n]
	for i := range a.cur.conts {
		a.cur.conts[i].Before = min(a.cur.conts[i].Before, n)
	}
	resume := a.cur
	b := a.begin(last)
	b.caption, b.credit, b.paras, b.rule = true, g.credit, []segment{last}, "article/caption"
	a.cur = resume
}

// alone reports that a paragraph with a photograph's credit is a caption:
// an article that ends in one has it after several paragraphs.
func (a *assembly) alone(g segment) bool {
	return a.open == nil && utf8.RuneCountInString(g.text) <= 300
}
