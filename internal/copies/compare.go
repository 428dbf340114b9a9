package copies

import (
	"fmt"
	"slices"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// Kind says how a row of a comparison came to be.
type Kind string

// The kinds. Which sentences go together is decided by the pairs of characters
// they have in common, in the order of the articles.
const (
	Same      Kind = "same"      // the same characters, marks apart
	Otherwise Kind = "otherwise" // worded otherwise, or cut into sentences otherwise
	OnlyA     Kind = "only-a"    // the other article leaves it out
	OnlyB     Kind = "only-b"
)

// Row is one or two sentences of an article with those of the other.
type Row struct {
	Kind Kind `json:"kind"`
	// A and B are null where that article has nothing.
	A *Sentence `json:"a"`
	B *Sentence `json:"b"`
	// Likeness is the part of the pairs of characters that both have (Dice),
	// 0 where one has nothing.
	Likeness float64 `json:"likeness"`
	// Moved says that the other article has the sentence of an only-a or only-b
	// row in another place: its number among the rows from 0.
	Moved *int `json:"moved,omitempty"`
}

// Sentence is what stands in an article.
type Sentence struct {
	record.Span
	// Parts are its text cut where it differs from the other article's; what
	// is not in the other is Own. They are set in otherwise rows alone.
	Parts []Part `json:"parts,omitempty"`

	units []archive.Unit
	grams []uint64
	block int // its paragraph
}

// Part is a stretch of a sentence.
type Part struct {
	Text string `json:"text"`
	Own  bool   `json:"own"`
}

// Comparison is two articles sentence by sentence.
type Comparison struct {
	A string `json:"a"`
	B string `json:"b"`
	// Same, Otherwise, OnlyA and OnlyB count rows.
	Same      int   `json:"same"`
	Otherwise int   `json:"otherwise"`
	OnlyA     int   `json:"only_a"`
	OnlyB     int   `json:"only_b"`
	Rows      []Row `json:"rows"`
}

// MostSentences is how many sentences an article may have that is compared:
// the time goes with their product.
const MostSentences = 2000

// Compare compares two articles.
func Compare(a, b *archive.Body) (*Comparison, error) {
	x, y := sentences(a), sentences(b)
	for _, n := range []struct {
		id  string
		all []Sentence
	}{{a.ID, x}, {b.ID, y}} {
		if len(n.all) > MostSentences {
			return nil, &fault.Error{Meaning: fault.TooLarge, Say: fmt.Sprintf("%s has %d sentences; up to %d are compared", n.id, len(n.all), MostSentences)}
		}
	}
	c := &Comparison{A: a.ID, B: b.ID, Rows: align(x, y)}
	moved(c.Rows)
	for i := range c.Rows {
		r := &c.Rows[i]
		switch r.Kind {
		case Same:
			c.Same++
		case Otherwise:
			c.Otherwise++
			mark(r.A, r.B)
		case OnlyA:
			c.OnlyA++
		case OnlyB:
			c.OnlyB++
		}
	}
	return c, nil
}

// movedFrom is how alike two sentences are that are called one sentence in
// another place.
const movedFrom = 0.8

// moved looks for sentences that stand alone on both sides.
func moved(rows []Row) {
	taken := map[int]bool{}
	for i := range rows {
		if rows[i].Kind != OnlyA {
			continue
		}
		best, like := -1, 0.0
		for k := range rows {
			if rows[k].Kind != OnlyB || taken[k] {
				continue
			}
			if l := dice(rows[i].A.grams, rows[k].B.grams); l >= movedFrom && l > like {
				best, like = k, l
			}
		}
		if best >= 0 {
			taken[best] = true
			a, b := i, best
			rows[i].Moved, rows[best].Moved = &b, &a
		}
	}
}

// sentences cuts an article. A sentence ends with its mark and the brackets
// and quotation marks that close after it (GB/T 15834-2011, 4.1), and with
// its paragraph.
func sentences(b *archive.Body) []Sentence {
	var out []Sentence
	for i, pieces := range b.Paragraphs {
		text := []rune(b.Text(pieces))
		from := 0
		for at := 0; at < len(text); {
			end := at + 1
			if isEnd(text[at]) {
				for end < len(text) && (isEnd(text[end]) || isClosing(text[end])) {
					end++
				}
			}
			if isEnd(text[at]) || end == len(text) {
				out = appendSentence(out, b, slicePieces(pieces, from, end), i)
				from = end
			}
			at = end
		}
	}
	return out
}

func isEnd(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '!' || r == '?' || r == '｡'
}

func isClosing(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '】', '"':
		return true
	}
	return false
}

// appendSentence adds a sentence, or puts what has no characters to the one
// before it.
func appendSentence(out []Sentence, b *archive.Body, pieces []record.Piece, block int) []Sentence {
	s := Sentence{Span: record.Span{Text: b.Text(pieces), Pieces: pieces}, block: block}
	s.units = unitsOf(s.Text)
	if len(s.units) == 0 {
		return out
	}
	s.grams = gramsOf(s.units)
	return append(out, s)
}

// unitsOf cuts a sentence, without marks.
func unitsOf(text string) []archive.Unit {
	r := []rune(text)
	return slices.DeleteFunc(archive.Units(r, []record.Piece{{0, len(r)}}), func(u archive.Unit) bool { return u.Text == archive.Gap })
}

// slicePieces are the characters of pieces from one to before another.
func slicePieces(pieces []record.Piece, from, to int) []record.Piece {
	var out []record.Piece
	at := 0
	for _, p := range pieces {
		n := p.End() - p.Start()
		a, b := max(from-at, 0), min(to-at, n)
		if a < b {
			out = append(out, record.Piece{p.Start() + a, p.Start() + b})
		}
		at += n
	}
	return out
}

// join puts two sentences that follow each other together.
func join(a, b *Sentence) Sentence {
	s := Sentence{Span: record.Span{Text: a.Text + b.Text}, block: a.block}
	s.Pieces = append(slices.Clone(a.Pieces), b.Pieces...)
	for i := len(s.Pieces) - 1; i > 0; i-- {
		if s.Pieces[i-1].End() == s.Pieces[i].Start() {
			s.Pieces[i-1][1] = s.Pieces[i].End()
			s.Pieces = slices.Delete(s.Pieces, i, i+1)
		}
	}
	s.units = append(slices.Clone(a.units), b.units...)
	s.grams = gramsOf(s.units)
	return s
}
