package archive

import (
	"context"

	"dateline/internal/query"
	"dateline/record"
)

// Bodies is the part of an archive that gives the texts of many articles
// quickly: for counting and comparing, not for showing.
type Bodies interface {
	// Bodies gives each article that is asked for. each is called by several
	// goroutines at once, in no order; Body.N says which of the order an
	// article is. A Body is written over once each has come back. An error of
	// each ends it.
	Bodies(ctx context.Context, ask BodyAsk, each func(*Body) error) error
	// Volumes gives how much text there is for each month and, where papers
	// are asked for, for each paper of a month; by month, then by paper.
	Volumes(ctx context.Context, ask VolumeAsk) ([]Volume, error)
}

// BodyAsk asks for bodies.
type BodyAsk struct {
	// Query is what is asked for, nil for every article. The order is that of
	// days, the earliest first, those without a day before all others.
	Query query.Node
	// IDs, where it is not nil, are the ids of the articles that are asked
	// for in place of a query. One that is not there is passed over.
	IDs []string
	// Said asks for the statements too.
	Said bool
}

// Body is the text of an article without what a record has about it.
type Body struct {
	// N numbers the articles of an answer from 0 in its order: by day, and in
	// a day as they were added.
	N int
	// ID is the article's, with its source.
	ID string
	// Day is as in [Entry].
	Day string
	// Paper is the given publication, else the agency of the dateline, else "".
	Paper string
	// Paragraphs are the pieces of each paragraph, in code points of the
	// source; Runes are the source's from code point From on, as far as they
	// are needed.
	Paragraphs [][]record.Piece
	From       int
	Runes      []rune
	// Said are the contents of statements with who speaks, where they are
	// asked for.
	Said []Saying
}

// Saying is what somebody says in an article.
type Saying struct {
	// Speaker is the name, "" where the page does not print who speaks.
	Speaker string
	// Mode is as in [record.Statement].
	Mode   string
	Pieces []record.Piece
}

// Chars is the length of all paragraphs in code points, marks and all.
func (b *Body) Chars() int { return CharsOf(b.Paragraphs) }

// CharsOf is the length of stretches in code points.
func CharsOf(stretches [][]record.Piece) int {
	n := 0
	for _, s := range stretches {
		for _, p := range s {
			n += p.End() - p.Start()
		}
	}
	return n
}

// Units cuts a paragraph; the offsets are those of the source.
func (b *Body) Units(paragraph int) []Unit {
	units := Units(b.Runes, b.within(b.Paragraphs[paragraph]))
	for i := range units {
		units[i].Start += b.From
		units[i].End += b.From
	}
	return units
}

// Text is the text of pieces.
func (b *Body) Text(pieces []record.Piece) string {
	s, _ := record.Slice(b.Runes, b.within(pieces))
	return s
}

// within are pieces as they lie in Runes.
func (b *Body) within(pieces []record.Piece) []record.Piece {
	if b.From == 0 {
		return pieces
	}
	out := make([]record.Piece, len(pieces))
	for i, p := range pieces {
		out[i] = record.Piece{p[0] - b.From, p[1] - b.From}
	}
	return out
}

// VolumeAsk asks for volumes.
type VolumeAsk struct {
	// Query says of which articles, nil of all.
	Query query.Node
	// Papers asks for the papers apart.
	Papers bool
}

// Volume is how much text there is of a month.
type Volume struct {
	// Month is YYYY-MM, YYYY where the articles' days are years, or "" for
	// articles without a day.
	Month string
	// Paper is as in [Body], "" where papers are not asked for.
	Paper    string
	Articles int
	// Chars counts the code points of the bodies.
	Chars int64
}
