package view

import (
	"fmt"
	"io"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/term"
	"dateline/record"
)

// What marked characters stand between. They are there with colour too:
// nothing is said by colour alone.
const (
	markOpen  = "【"
	markClose = "】"
)

// Hits writes the articles that a search found, each with its id, day and kind,
// its headlines, its dateline, an excerpt, and where in which source the marked
// characters stand, in code points.
func Hits(w io.Writer, hits []archive.Hit, opt Options) error {
	p := newPage(w, opt)
	for i := range hits {
		if i > 0 {
			p.line()
		}
		p.hit(&hits[i])
	}
	return p.end()
}

func (p *page) hit(h *archive.Hit) {
	day := h.Day
	if day == "" {
		day = "no day"
	}
	p.line(strong(h.ID), plain(between+day+between+h.Kind))
	for _, x := range h.Headlines {
		if x.Role != "sub" {
			p.wrap(step, step, p.marked(x.Span, h.Marks, term.Strong)...)
		}
	}
	if h.Dateline != nil {
		p.wrap(step, step, faint(h.Dateline.Text))
	}
	if h.Excerpt.Text != "" {
		p.wrap(step+step, step+step, p.marked(h.Excerpt, h.Marks, term.Plain)...)
	}
	p.wrap(step, step, faint(h.Origin+places3(h.Marks)))
}

// mostPlaces is how many places of marks are named on a line.
const mostPlaces = 3

// places3 are the first places of marks, and how many more there are.
func places3(marks []record.Span) string {
	var out []string
	for _, m := range marks {
		out = append(out, offsets(m))
	}
	if len(out) == 0 {
		return ""
	}
	more := ""
	if n := len(out) - mostPlaces; n > 0 {
		out, more = out[:mostPlaces], fmt.Sprintf(" and %d more", n)
	}
	return " at " + strings.Join(out, ", ") + more
}

// marked is the text of a span with those of its characters marked that lie in
// one of the marks, which are in the order of the source.
func (p *page) marked(s record.Span, marks []record.Span, style term.Style) []term.Run {
	var all []record.Piece
	for _, m := range marks {
		all = append(all, m.Pieces...)
	}
	var runs []term.Run
	text, in := []rune(s.Text), false
	put := func(n int) {
		if n = min(n, len(text)); n > 0 {
			st := style
			if in {
				st = term.Doubt
			}
			runs, text = append(runs, term.Run{Text: string(text[:n]), Style: st}), text[n:]
		}
	}
	turn := func(to bool) {
		if to != in {
			runs = append(runs, term.Run{Text: map[bool]string{true: markOpen, false: markClose}[to], Style: term.Faint})
			in = to
		}
	}
	for _, piece := range s.Pieces {
		at := piece.Start()
		for _, m := range all {
			if m.End() <= at || m.Start() >= piece.End() {
				continue
			}
			if m.Start() > at {
				turn(false)
				put(m.Start() - at)
				at = m.Start()
			}
			turn(true)
			to := min(m.End(), piece.End())
			put(to - at)
			at = to
		}
		if at < piece.End() {
			turn(false)
			put(piece.End() - at)
		}
	}
	turn(false)
	return runs
}
