package span

import (
	"slices"
	"sort"
	"strings"
)

// Joined is a text put together from ranges of another, with the way back:
// what a later stage finds in Text, Pieces finds in the source. Characters
// that were put between the ranges (a line feed between paragraphs, a space
// between two words of Latin letters) belong to no piece.
type Joined struct {
	text string
	segs []seg
}

// seg says that the bytes of Text from at on are those of the source from
// src.Start on, for src.Len() bytes.
type seg struct {
	at  int
	src Span
}

// Text is the joined text.
func (j *Joined) Text() string { return j.text }

// Pieces gives the ranges of the source under a range of the joined text.
func (j *Joined) Pieces(s Span) Pieces {
	var out Pieces
	i := sort.Search(len(j.segs), func(i int) bool { return j.segs[i].at+j.segs[i].src.Len() > s.Start })
	for ; i < len(j.segs) && j.segs[i].at < s.End; i++ {
		g := j.segs[i]
		from, to := max(s.Start, g.at)-g.at, min(s.End, g.at+g.src.Len())-g.at
		out = out.Append(Span{g.src.Start + from, g.src.Start + to})
	}
	return out
}

// Builder puts a Joined together. The zero value is ready.
type Builder struct {
	// one is the text while it is a single range of the source: most are,
	// and need no copy.
	one  string
	b    strings.Builder
	segs []seg
}

// Grow makes room for a text of so many bytes out of so many ranges.
func (b *Builder) Grow(size, ranges int) {
	if ranges > 1 { // one range is not copied
		b.b.Grow(size)
	}
	b.segs = slices.Grow(b.segs, ranges)
}

// Add appends a range of source.
func (b *Builder) Add(source string, s Span) {
	if s.Empty() {
		return
	}
	b.segs = append(b.segs, seg{b.Len(), s})
	if len(b.segs) == 1 && b.b.Len() == 0 {
		b.one = s.In(source)
		return
	}
	b.spill()
	b.b.WriteString(s.In(source))
}

// Put appends text that is not in the source.
func (b *Builder) Put(s string) {
	b.spill()
	b.b.WriteString(s)
}

// spill begins the copy.
func (b *Builder) spill() {
	if b.one != "" {
		b.b.WriteString(b.one)
		b.one = ""
	}
}

// Text is the text so far.
func (b *Builder) Text() string {
	if b.one != "" {
		return b.one
	}
	return b.b.String()
}

// Len is the length so far in bytes.
func (b *Builder) Len() int { return len(b.one) + b.b.Len() }

// Joined is what was put together.
func (b *Builder) Joined() *Joined {
	return &Joined{b.Text(), b.segs}
}
