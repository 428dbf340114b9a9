package view

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// Passage is a stretch of a source with what stands before and after it.
type Passage struct {
	record.Span
	// Before and After are characters of the source around it.
	Before string `json:"before"`
	After  string `json:"after"`
}

// around is how many code points a passage shows on each side.
const around = 40

// Passages cuts spans with their surroundings out of a source's text, in the
// order of the text, those that are not in it left out.
func Passages(text string, spans []record.Span) []Passage {
	runes := []rune(text)
	out := []Passage{}
	for _, s := range spans {
		if _, ok := record.Slice(runes, s.Pieces); !ok || len(s.Pieces) == 0 {
			continue
		}
		from, to := s.Start(), s.Pieces[len(s.Pieces)-1].End()
		out = append(out, Passage{s, string(runes[max(0, from-around):from]), string(runes[to:min(len(runes), to+around)])})
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return a.Start() - b.Start() })
	return out
}

// WritePassages writes passages as the page has them, their characters marked
// and ⏎ where the page has a line's end, each under its place; at most most of
// them.
func WritePassages(w io.Writer, text string, all []Passage, most int, opt Options) error {
	p := newPage(w, opt)
	runes := []rune(text)
	for i, x := range all {
		if i == most {
			p.line(faint(fmt.Sprintf("and %d more", len(all)-most)))
			break
		}
		from, to := x.Start(), x.Pieces[len(x.Pieces)-1].End()
		from, to = from-len([]rune(x.Before)), to+len([]rune(x.After))
		whole := record.Span{Text: string(runes[from:to]), Pieces: []record.Piece{{from, to}}}
		p.line(faint("at " + offsets(x.Span)))
		p.wrap(step, step, onePage(p.marked(whole, []record.Span{x.Span}, term.Plain))...)
	}
	return p.end()
}

// onePage shows the ends of lines as marks.
func onePage(runs []term.Run) []term.Run {
	ends := strings.NewReplacer("\r\n", joinMark, "\n", joinMark, "\r", joinMark)
	for i := range runs {
		runs[i].Text = ends.Replace(runs[i].Text)
	}
	return runs
}

// Article writes one article of a record as [Write] does, with what was read
// from it.
func Article(w io.Writer, r *record.Record, id string, opt Options) error {
	p := newPage(w, opt)
	p.rec = r
	p.index()
	p.annotate()
	i := slices.IndexFunc(r.Articles, func(a record.Article) bool { return a.ID == id })
	if i >= 0 {
		p.article(&r.Articles[i])
	}
	return p.end()
}

// Facts writes tables of what a record lists, without its head and its counts.
func Facts(w io.Writer, r *record.Record, opt Options) error {
	p := newPage(w, opt)
	p.rec = r
	p.facts()
	return p.end()
}
