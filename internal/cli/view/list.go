package view

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"dateline/internal/term"
)

// Column is a column of a [Table].
type Column struct {
	Name string
	// Most is the greatest width in terminal columns, 0 for what is never cut.
	Most int
}

// Table writes rows under the names of their columns, which are as wide as
// package term counts. The last column takes what is left of the page and is
// set in lines; on a page too narrow for it each row is a list. Columns with
// nothing in them are left out, but for the first and the last.
func Table(w io.Writer, columns []Column, rows [][]string, opt Options) error {
	p := newPage(w, opt)
	names := make([]column, len(columns))
	for i, c := range columns {
		names[i] = column{c.Name, c.Most}
	}
	clean := make([][]string, len(rows))
	for i, row := range rows {
		clean[i] = slices.Clone(row)
	}
	p.rows(names, clean)
	return p.end()
}

// Fields writes names with their values, one a line, the values one below the
// other.
func Fields(w io.Writer, rows [][2]string, opt Options) error {
	p := newPage(w, opt)
	widest := 0
	for _, r := range rows {
		widest = max(widest, term.Width(r[0]))
	}
	rest := pad("", widest+len(between))
	for _, r := range rows {
		lines := term.Wrap([]term.Run{plain(r[1])}, term.Frame{Width: p.opt.Width, First: rest, Rest: rest})
		for i, line := range lines {
			if i == 0 && len(line) > 0 {
				line[0] = faint(pad(r[0], widest+len(between)))
			}
			p.line(line...)
		}
	}
	return p.end()
}

// pad is s with spaces behind it to a width.
func pad(s string, width int) string {
	return fmt.Sprintf("%s%*s", s, max(0, width-term.Width(s)), "")
}

func newPage(w io.Writer, opt Options) *page {
	opt.Width = max(opt.Width, narrowest)
	return &page{out: bufio.NewWriter(w), paint: term.Painter{Color: opt.Color}, opt: opt}
}

// end sends off what is written.
func (p *page) end() error {
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// rows sets out a table without a heading.
func (p *page) rows(columns []column, rows [][]string) {
	for _, row := range rows {
		for i := range row {
			row[i] = term.Clean(row[i])
		}
	}
	columns, rows = used(columns, rows)
	widths := widths(columns, rows)
	left := fit(columns, widths, p.opt.Width)
	if left < leastLast {
		p.stacked(columns, rows)
		return
	}
	widths[len(widths)-1] = left
	head := make([]string, len(columns))
	for i, c := range columns {
		head[i] = c.name
	}
	p.row(head, widths, term.Faint)
	for _, row := range rows {
		p.row(row, widths, term.Plain)
	}
}
