package view

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dateline/internal/term"
	"dateline/record"
)

// cut is something to show at an offset, in bytes, of a span's text.
type cut struct {
	at int
	// to is the end of the word that the cut begins, at where it begins
	// none.
	to    int
	style term.Style
	mark  term.Run
}

// joinMark stands where lines were joined.
const joinMark = "⏎"

// span is the text of s in the style, with its joins and its slips.
func (p *page) span(s record.Span, style term.Style, slips []record.Slip) []term.Run {
	var runs []term.Run
	at := 0
	for _, c := range p.cuts(s, slips) {
		if c.at < at {
			continue // inside a word that is marked already
		}
		runs = append(runs, term.Run{Text: s.Text[at:c.at], Style: style})
		if c.to > c.at {
			runs = append(runs, term.Run{Text: s.Text[c.at:c.to], Style: c.style})
		}
		runs = append(runs, c.mark)
		at = c.to
	}
	return append(runs, term.Run{Text: s.Text[at:], Style: style})
}

// cuts are the joins and slips of s in the order of its text.
func (p *page) cuts(s record.Span, slips []record.Slip) []cut {
	var out []cut
	starts := starts(s.Text)
	at := 0
	for i, piece := range s.Pieces {
		if i > 0 && at < len(starts) {
			out = p.join(out, s.Text, starts[at])
		}
		out = slipsIn(out, slips, piece, at, starts)
		at += piece.End() - piece.Start()
	}
	slices.SortStableFunc(out, func(a, b cut) int { return a.at - b.at })
	return out
}

// join adds the cut of a join before byte at of text. Without marks a space
// parts the words of an alphabet that the line end parted.
func (p *page) join(out []cut, text string, at int) []cut {
	switch {
	case p.opt.Joins:
		return append(out, cut{at: at, to: at, mark: term.Run{Text: joinMark, Style: term.Faint, Mark: true}})
	case words(text, at):
		return append(out, cut{at: at, to: at, mark: plain(" ")})
	}
	return out
}

// words reports whether letters of an alphabet touch at byte at.
func words(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return alphabetic(before) && alphabetic(after)
}

func alphabetic(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// slipsIn adds the cuts of the slips that begin in a piece; the piece's first
// character is number at of the text, and starts are the text's characters.
func slipsIn(out []cut, slips []record.Slip, piece record.Piece, at int, starts []int) []cut {
	for _, s := range slips {
		first := s.Start()
		if first < piece.Start() || first >= piece.End() {
			continue
		}
		from := at + first - piece.Start()
		to := from + utf8.RuneCountInString(s.Text)
		if to >= len(starts) {
			continue // not a slip of this text: an unsound record
		}
		out = append(out, cut{starts[from], starts[to], term.Doubt,
			term.Run{Text: "〔→" + s.Reading + "〕", Style: term.Faint}})
	}
	return out
}

// starts are the byte offsets of the characters of text and of its end.
func starts(text string) []int {
	out := make([]int, 0, len(text)/3+2)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
