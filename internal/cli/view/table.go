package view

import (
	"strings"

	"dateline/internal/term"
)

// column is one column of a table.
type column struct {
	name string
	// most is the greatest width, 0 for what is never cut; the last column
	// takes what is left of the page and is set in lines.
	most int
}

// between is what stands between two columns.
const between = "  "

// leastLast is the least width of the last column: on a page too narrow for
// it rows are set out as lists.
const leastLast = 16

// table writes a table with a name above it and a line of column names. Its
// columns are as wide as package term counts, so that Chinese is aligned and
// no line is wider than the page; a row of a page too narrow is a list.
func (p *page) table(name string, columns []column, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	p.line()
	p.rule("-", name, " "+counted(len(rows), "row"))
	p.rows(columns, rows)
}

// used leaves out the columns, but for the first and the last, that no row has
// anything in.
func used(columns []column, rows [][]string) ([]column, [][]string) {
	out := make([][]string, len(rows))
	var kept []column
	for i, c := range columns {
		some := i == 0 || i == len(columns)-1
		for _, row := range rows {
			some = some || row[i] != ""
		}
		if !some {
			continue
		}
		kept = append(kept, c)
		for k, row := range rows {
			out[k] = append(out[k], row[i])
		}
	}
	return kept, out
}

// widths are those of the columns but the last.
func widths(columns []column, rows [][]string) []int {
	out := make([]int, len(columns))
	for i, c := range columns {
		out[i] = term.Width(c.name)
		for _, row := range rows {
			out[i] = max(out[i], term.Width(row[i]))
		}
		if c.most > 0 {
			out[i] = min(out[i], max(c.most, term.Width(c.name)))
		}
	}
	return out
}

// leastCell is the least width of a column that gives way.
const leastCell = 10

// fit makes columns that may be cut narrower, the widest first, until the last
// has its least width, and gives what is left for the last.
func fit(columns []column, widths []int, page int) int {
	left := page
	for _, w := range widths[:len(widths)-1] {
		left -= w + len(between)
	}
	for left < leastLast {
		widest := -1
		for i, c := range columns[:len(columns)-1] {
			if c.most > 0 && widths[i] > leastCell && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		left++
	}
	return left
}

// row writes a row: cells that are too wide are set in lines.
func (p *page) row(cells []string, widths []int, style term.Style) {
	lines := make([][][]term.Run, len(cells))
	most := 1
	for i, s := range cells {
		lines[i] = term.Wrap([]term.Run{{Text: s, Style: style}}, term.Frame{Width: widths[i]})
		most = max(most, len(lines[i]))
	}
	for n := range most {
		var line []term.Run
		used, at := 0, 0
		for i := range cells {
			if n < len(lines[i]) && runWidth(lines[i][n]) > 0 {
				line = append(line, plain(strings.Repeat(" ", at-used)))
				line = append(line, lines[i][n]...)
				used = at + runWidth(lines[i][n])
			}
			at += widths[i] + len(between)
		}
		p.line(line...)
	}
}

// stacked writes rows as lists of their cells; what says where a fact is
// stands on the first line.
func (p *page) stacked(columns []column, rows [][]string) {
	for _, row := range rows {
		n := 1
		for n < len(columns) && (columns[n].name == "in" || columns[n].name == "at") {
			n++
		}
		p.wrap("", step, strong(row[0]), plain(between+strings.Join(row[1:n], between)))
		for i, s := range row[n:] {
			if s != "" {
				p.wrap(step, step+step, faint(columns[n+i].name+" "), plain(s))
			}
		}
	}
}
