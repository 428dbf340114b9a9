package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// indent stands before a paragraph's first line: two ideographic spaces, as in
// print.
const indent = "　　"

// article writes one article.
func (p *page) article(a *record.Article) {
	p.line()
	p.rule("-", a.ID, " "+kindName(a.Kind))
	p.head(a)
	p.body(a)
	p.foot(a)
}

// kindName is the name of a kind of article, for people.
func kindName(kind string) string {
	if kind == "qa" {
		return "questions and answers"
	}
	return kind
}

// head writes what stands above the paragraphs: headlines, dateline, byline,
// credit, and for a caption what it belongs to.
func (p *page) head(a *record.Article) {
	for _, h := range a.Headlines {
		switch {
		case h.Role == "sub": // stays at its place in the body
		case h.Role == "main":
			p.field(h.Role, p.span(h.Span, term.Strong, p.slips[a.ID])...)
		default:
			p.field(h.Role, p.span(h.Span, term.Faint, p.slips[a.ID])...)
		}
	}
	if d := a.Dateline; d != nil {
		p.parts("dateline", d.Text, d.Agency, d.Place, d.Date, d.Form, record.Nullable(strings.Join(d.Reporters, "、")))
	}
	if a.Byline != nil {
		p.field("by", p.span(*a.Byline, term.Plain, nil)...)
	}
	if a.Credit != nil {
		p.field("credit", p.span(*a.Credit, term.Plain, nil)...)
	}
	if a.Kind == "caption" {
		p.belongsTo(string(a.BelongsTo))
	}
}

// parts writes what was read from a dateline, joined with middle dots, and
// under it the dateline as printed; the latter alone where nothing was read.
func (p *page) parts(name, printed string, values ...record.Nullable) {
	var given []string
	for _, v := range values {
		if v != "" {
			given = append(given, string(v))
		}
	}
	if len(given) == 0 {
		p.field(name, plain(printed))
		return
	}
	p.field(name, plain(strings.Join(given, " · ")))
	p.field("", faint(printed))
}

// belongsTo says which article a caption illustrates.
func (p *page) belongsTo(id string) {
	if id == "" {
		p.field("belongs to", faint("(the page does not show it)"))
		return
	}
	runs := []term.Run{plain(id)}
	if title := p.titles[id]; title != "" {
		room := p.opt.Width - gutter - term.Width(id) - 2
		runs = append(runs, plain("  "), faint(term.Clip(term.Clean(title), room)))
	}
	p.field("belongs to", runs...)
}

// inset is something that stands between paragraphs.
type inset struct {
	before, start int
	write         func()
}

// body writes the paragraphs with the sub-headings and the marks of
// continuation at their places.
func (p *page) body(a *record.Article) {
	insets, notes := p.insets(a), p.notes[a.ID]
	p.line()
	if a.BeginsMid {
		p.note("begins in mid-text: the beginning is not on the page")
	}
	for i, para := range a.Paragraphs {
		for len(insets) > 0 && insets[0].before <= i {
			insets[0].write()
			insets = insets[1:]
		}
		var own []note
		own, notes = notesOf(notes, para.Span)
		p.paragraph(p.span(para.Span, term.Plain, p.slips[a.ID]), own)
	}
	for _, in := range insets {
		in.write()
	}
	if a.EndsMid {
		p.note("stops in mid-text: the rest is not on the page")
	}
}

func (p *page) note(say string) { p.field("note", faint(say)) }

// insets are the sub-headings and marks of a, in the order of the page.
func (p *page) insets(a *record.Article) []inset {
	var out []inset
	for _, h := range a.Headlines {
		if h.Role != "sub" {
			continue
		}
		before := 0
		if h.Before != nil {
			before = *h.Before
		}
		out = append(out, inset{before, h.Start(), func() {
			p.line()
			p.field("sub", p.span(h.Span, term.Strong, p.slips[a.ID])...)
		}})
	}
	for _, c := range a.ContinuedBy {
		out = append(out, inset{c.Before, c.Start(), func() { p.continuation(c) }})
	}
	slices.SortStableFunc(out, func(a, b inset) int {
		return cmp.Or(cmp.Compare(a.before, b.before), cmp.Compare(a.start, b.start))
	})
	return out
}

// continuation writes the mark of a second dispatch or of a jump.
func (p *page) continuation(c record.Continuation) {
	p.line()
	name := c.Kind
	switch c.Kind {
	case "jump":
		name = "goes to"
	case "from":
		name = "comes from"
	case "":
		name = "goes on"
	}
	p.parts(name, c.Text, c.Agency, c.Place, c.Date, c.Form)
}

// foot lists the works and slips of an article.
func (p *page) foot(a *record.Article) {
	works, slips := p.works[a.ID], p.slips[a.ID]
	if len(works)+len(slips) == 0 {
		return
	}
	p.line()
	for i, w := range works {
		runs := []term.Run{plain(w.text)}
		if w.n > 1 {
			runs = append(runs, faint(fmt.Sprintf("  %d times", w.n)))
		}
		p.field(once("works", i), runs...)
	}
	for i, s := range slips {
		runs := []term.Run{plain(s.Text + " → " + s.Reading)}
		if s.Note != "" {
			runs = append(runs, faint("  "+string(s.Note)))
		}
		p.field(once("slips", i), runs...)
	}
}

// once is name for the first of a list.
func once(name string, i int) string {
	if i == 0 {
		return name
	}
	return ""
}
