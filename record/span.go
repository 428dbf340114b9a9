package record

import "strings"

// Piece is a half-open range of code points of the source: start, end.
type Piece [2]int

// Start is the offset of the piece's first code point.
func (p Piece) Start() int { return p[0] }

// End is the offset after the piece's last code point.
func (p Piece) End() int { return p[1] }

// Span is a stretch of the source: its pieces in the order of the source, and
// the text that they make when put together.
type Span struct {
	// Text is exactly the characters of the pieces put together.
	Text string `json:"text"`
	// Pieces has one piece where the span stands whole, more where the page
	// cuts it.
	Pieces []Piece `json:"pieces"`
}

// Start is the offset of the span's first code point, -1 where it has none.
func (s Span) Start() int {
	if len(s.Pieces) == 0 {
		return -1
	}
	return s.Pieces[0].Start()
}

// Slice gives the text of pieces in runes, and false where a piece does not
// lie inside.
func Slice(runes []rune, pieces []Piece) (string, bool) {
	var b strings.Builder
	for _, p := range pieces {
		if p[0] < 0 || p[0] > p[1] || p[1] > len(runes) {
			return "", false
		}
		b.WriteString(string(runes[p[0]:p[1]]))
	}
	return b.String(), true
}

// Fact is what every fact of a record has.
type Fact struct {
	// ID names the fact inside its record. The same source, options and
	// rules give the same ids.
	ID string `json:"id"`
	// Article is the id of the article that the fact stands in.
	Article string `json:"article"`
	Span
	// Rule is the name of the rule or model that found the fact.
	Rule string `json:"rule"`
}
