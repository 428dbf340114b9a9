package view

import (
	"fmt"

	"dateline/internal/term"
	"dateline/record"
)

// source writes the head of the page: the name of the source, how it was read
// and the date of the page.
func (p *page) source() {
	s := p.rec.Source
	p.rule("=", name(s.Name), "")
	p.field("text", plain(fmt.Sprintf("%s, %d characters", s.Encoding, s.Chars)))
	if s.Undecodable > 0 {
		p.field("", plain(fmt.Sprintf("bytes at %d places could not be decoded; each is shown as �", s.Undecodable)))
	}
	if s.Part != nil {
		p.field("part", plain(fmt.Sprintf("%d of a longer text, from its character %d", s.Part.Index, s.Part.Char)))
	}
	p.published(p.rec.Published)
}

// name is the name of the source, for people.
func name(s string) string {
	if s == "" {
		return "(no name)"
	}
	return s
}

// published writes the date of the page and where it was taken from.
func (p *page) published(d record.Published) {
	if d.Value == "" {
		p.field("published", faint("the page does not say"))
		return
	}
	runs := []term.Run{plain(string(d.Value))}
	if d.Basis != "" {
		runs = append(runs, faint(" "+string(d.Basis)))
	}
	if d.Note != "" {
		runs = append(runs, faint(": "+string(d.Note)))
	}
	p.field("published", runs...)
}
