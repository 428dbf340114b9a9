// Package span has the offsets that the stages work in: half-open ranges of
// bytes of a decoded text, texts joined from such ranges with the way back,
// and the index that turns bytes into code points at the end.
package span

import "strings"

// Span is a half-open range of bytes: Start is the first, End the one after
// the last.
type Span struct{ Start, End int }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the range holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// In is the text of the range.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Pieces are ranges in the order of the text, none touching the next.
type Pieces []Span

// In is the text of the pieces, put together.
func (p Pieces) In(text string) string {
	if len(p) == 1 {
		return p[0].In(text)
	}
	var b strings.Builder
	for _, s := range p {
		b.WriteString(s.In(text))
	}
	return b.String()
}

// Append adds a range at the end; one that touches the last piece makes it
// longer, an empty one changes nothing.
func (p Pieces) Append(s Span) Pieces {
	if s.Empty() {
		return p
	}
	if n := len(p); n > 0 && p[n-1].End == s.Start {
		p[n-1].End = s.End
		return p
	}
	return append(p, s)
}

// Start is the first byte of the pieces, -1 where there are none.
func (p Pieces) Start() int {
	if len(p) == 0 {
		return -1
	}
	return p[0].Start
}

// End is the byte after the last, -1 where there are no pieces.
func (p Pieces) End() int {
	if len(p) == 0 {
		return -1
	}
	return p[len(p)-1].End
}
