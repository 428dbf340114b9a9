package han

import (
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/internal/span"
)

// Folded is a text in half width with the way back to the text it was made
// from.
type Folded struct {
	text string
	// marks say where the two texts stand apart: from byte at of the folded
	// text on, the source is ahead by the given number of bytes.
	marks []mark
}

type mark struct{ at, ahead int }

// Fold gives the text with full-width letters, digits and marks (U+FF01 to
// U+FF5E) in half width and the ideographic space as a space. It changes
// nothing else, and no character becomes two.
func Fold(s string) Folded {
	at := nextWide(s, 0)
	if at < 0 {
		return Folded{text: s}
	}
	var b strings.Builder
	b.Grow(len(s))
	var marks []mark
	from, ahead := 0, 0
	for ; at >= 0; at = nextWide(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		b.WriteString(s[from:at])
		b.WriteByte(byte(Narrow(r)))
		at += n
		from, ahead = at, ahead+n-1
		marks = append(marks, mark{b.Len(), ahead})
	}
	b.WriteString(s[from:])
	return Folded{b.String(), marks}
}

// nextWide is the offset of the next character that Fold changes, -1 where
// there is none.
func nextWide(s string, from int) int {
	for i := from; i < len(s); i++ {
		if s[i] != 0xef && s[i] != 0xe3 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); Narrow(r) != r {
			return i
		}
	}
	return -1
}

// Narrow is the half-width form of a full-width character, r itself where it
// has none.
func Narrow(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xfee0
	case r == 0x3000:
		return ' '
	}
	return r
}

// Text is the folded text.
func (f Folded) Text() string { return f.text }

// Source is the range of the source under a range of the folded text.
func (f Folded) Source(s span.Span) span.Span {
	return span.Span{Start: f.source(s.Start), End: f.source(s.End)}
}

// source is the source's byte for one of the folded text.
func (f Folded) source(at int) int {
	i := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].at > at })
	if i == 0 {
		return at
	}
	return at + f.marks[i-1].ahead
}
