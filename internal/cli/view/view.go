// Package view sets a record out for people to read in a terminal: article by
// article with a margin of what was read from each paragraph, or the facts in
// tables; then the checks, what was left out and why, and a line of counts.
//
// Input is a record and, where it is at hand, the decoded text of its source.
// Output is text in lines of at most the width asked for, in columns. Nothing
// of the source reaches the output but through package term, which keeps
// control characters from the terminal.
package view

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// Options say how a record is set out.
type Options struct {
	// Width is the most columns of a line.
	Width int
	// Color allows escape sequences for styles.
	Color bool
	// Joins shows where lines that the page broke were joined.
	Joins bool
	// All shows what was left out whole, with the rules that took it out.
	All bool
	// Margin says beside each paragraph, or below it on a narrow page, who
	// speaks, what happened, and the figures and times.
	Margin bool
	// Facts sets out the facts in tables, kind by kind, in place of the
	// articles and of what was left out.
	Facts bool
}

// Write sets r out on w. text is the decoded source, "" where it is not at
// hand; with it, text of the source that the record does not place is shown
// too.
func Write(w io.Writer, r *record.Record, text string, opt Options) error {
	opt.Width = max(opt.Width, narrowest)
	p := &page{out: bufio.NewWriter(w), paint: term.Painter{Color: opt.Color}, opt: opt, rec: r}
	p.index()
	p.source()
	if opt.Facts {
		p.facts()
	} else {
		p.articles()
		p.checks()
		p.leftOut(text)
	}
	p.summary()
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// articles writes the articles.
func (p *page) articles() {
	p.annotate()
	if len(p.notes) > 0 {
		p.wrap(strings.Repeat(" ", gutter), strings.Repeat(" ", gutter), faint(legend))
	}
	for i := range p.rec.Articles {
		p.article(&p.rec.Articles[i])
	}
}

// narrowest is the width below which lines are not made narrower.
const narrowest = 24

// work is a title and how often it stands in an article.
type work struct {
	text string
	n    int
}

// add adds a title to those of an article.
func add(all []work, text string) []work {
	i := slices.IndexFunc(all, func(w work) bool { return w.text == text })
	if i < 0 {
		return append(all, work{text, 1})
	}
	all[i].n++
	return all
}

// page is what is being written. Errors of writing stay in out until Flush.
type page struct {
	out   *bufio.Writer
	paint term.Painter
	opt   Options
	rec   *record.Record
	buf   []byte
	// titles are the main headlines, works and slips what an article has of
	// them, by the article's id.
	titles map[string]string
	works  map[string][]work
	slips  map[string][]record.Slip
	// notes are the notes of the margin by article, in the order of the page.
	notes map[string][]note
}

// index puts what is asked for article by article in order, once.
func (p *page) index() {
	p.titles, p.works, p.slips = map[string]string{}, map[string][]work{}, map[string][]record.Slip{}
	for _, a := range p.rec.Articles {
		for _, h := range a.Headlines {
			if h.Role == "main" && p.titles[a.ID] == "" {
				p.titles[a.ID] = h.Text
			}
		}
	}
	for _, w := range p.rec.Works {
		p.works[w.Article] = add(p.works[w.Article], w.Text)
	}
	for _, s := range p.rec.Slips {
		p.slips[s.Article] = append(p.slips[s.Article], s)
	}
}

// line writes one line.
func (p *page) line(runs ...term.Run) {
	p.buf = p.buf[:0]
	for _, r := range runs {
		p.buf = p.paint.Append(p.buf, r)
	}
	p.buf = append(p.buf, '\n')
	p.out.Write(p.buf)
}

// wrap writes runs in lines.
func (p *page) wrap(first, rest string, runs ...term.Run) {
	for _, line := range term.Wrap(runs, term.Frame{Width: p.opt.Width, First: first, Rest: rest}) {
		p.line(line...)
	}
}

// gutter is the width in columns of the names of what stands beside them.
const gutter = 11

// field writes runs with a name in the gutter.
func (p *page) field(name string, runs ...term.Run) {
	margin := strings.Repeat(" ", gutter)
	for i, line := range term.Wrap(runs, term.Frame{Width: p.opt.Width, First: margin, Rest: margin}) {
		if i == 0 && name != "" && len(line) > 0 {
			line[0] = faint(name + strings.Repeat(" ", max(1, gutter-term.Width(name))))
		}
		p.line(line...)
	}
}

// rule writes a line across the page with words at its left: a name and what
// it is. It is of ASCII: the width of the lines of box drawing is ambiguous
// (UAX #11).
func (p *page) rule(stroke, name, what string) {
	if name == "" {
		p.line(faint(strings.Repeat(stroke, p.opt.Width)))
		return
	}
	name = term.Clip(term.Clean(name), p.opt.Width-4-term.Width(what))
	used := 3 + term.Width(name) + term.Width(what)
	runs := []term.Run{faint(stroke + stroke + " "), strong(name), plain(what)}
	if rest := p.opt.Width - used - 1; rest > 0 {
		runs = append(runs, faint(" "+strings.Repeat(stroke, rest)))
	}
	p.line(runs...)
}

func plain(s string) term.Run  { return term.Run{Text: s} }
func strong(s string) term.Run { return term.Run{Text: s, Style: term.Strong} }
func faint(s string) term.Run  { return term.Run{Text: s, Style: term.Faint} }
