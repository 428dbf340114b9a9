package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/span"
)

// keepRemains puts what no rule gave a part to play into the furniture, so
// that nothing of the page is lost: a line or a stretch of one that is more
// than space, brackets and marks.
func (p *Page) keepRemains(text string, all []line) {
	used := p.used()
	at, end := 0, 0
	var left []span.Span
	for i := range all {
		from := max(all[i].span.Start, end)
		for ; at < len(used) && used[at].Start < all[i].span.End; at++ {
			left = appendRemains(left, text, from, used[at].Start)
			end = max(end, used[at].End)
			from = max(from, end)
		}
		left = appendRemains(left, text, from, all[i].span.End)
	}
	for _, s := range left {
		p.Furniture = append(p.Furniture, Furniture{Pieces: span.Pieces{s}, Kind: "other", Rule: "furniture/unplaced"})
	}
	if len(left) > 0 {
		sortPieces(p.Furniture)
	}
}

// used are the ranges of all parts, by their starts.
func (p *Page) used() []span.Span {
	var out []span.Span
	add := func(q span.Pieces) { out = append(out, q...) }
	for i := range p.Articles {
		a := &p.Articles[i]
		for _, h := range a.Headlines {
			add(h.Pieces)
		}
		if a.Dateline != nil {
			add(a.Dateline.Pieces)
		}
		add(a.Byline)
		add(a.Credit)
		for _, q := range a.Paragraphs {
			add(q)
		}
		for _, c := range a.Continued {
			add(c.Pieces)
		}
	}
	for _, f := range p.Furniture {
		add(f.Pieces)
	}
	slices.SortFunc(out, func(a, b span.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// appendRemains adds text[from:to] where it holds a letter, a number or a
// symbol.
func appendRemains(left []span.Span, text string, from, to int) []span.Span {
	if from >= to || strings.IndexFunc(text[from:to], told) < 0 {
		return left
	}
	s := strings.TrimLeftFunc(text[from:to], isSpace)
	from = to - len(s)
	return append(left, span.Span{Start: from, End: from + len(strings.TrimRightFunc(s, isSpace))})
}

// valid puts the control character SUB in place of every byte that is no
// UTF-8: the offsets stay, and each character is as long as its encoding. A
// decoded source has none of these bytes.
func valid(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			b[i] = '\x1a'
		}
		i += size
	}
	return string(b)
}

// told reports a character that says something.
func told(r rune) bool { return !isSpace(r) && !unicode.IsPunct(r) }
