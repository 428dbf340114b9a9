package intake

import (
	"encoding/csv"
	"fmt"
	"strings"

	"dateline/internal/fault"
)

// csv reads CSV (RFC 4180), or TSV with the same quoting: the first row names
// the columns. Rows are cut here, so that a quotation mark that is not closed
// costs its own row only, and read by encoding/csv.
func (d *dump) csv() bool {
	t := table{lines: d.lines, comma: ','}
	if d.f.form == TSV {
		t.comma = '\t'
	}
	for {
		fields, l := t.next()
		if l.err != nil {
			if over, on := d.ended(l); over || !on {
				return on
			}
			continue
		}
		if t.columns == nil {
			if err := t.head(fields, d.in.o.Map); err != nil {
				return d.fail(l.n, err)
			}
			continue
		}
		if !d.row(l.n, t.cells(fields)) {
			return false
		}
	}
}

// table is a dump of rows.
type table struct {
	lines   *lines
	comma   rune
	columns []string // nil before the first row
	low     []string // the same as they are compared with known names
	doubt   int      // the last line that was put back: up to it lines may be parts of a broken row
}

// head takes the names of the columns.
func (t *table) head(fields []string, m Map) error {
	seen := map[string]int{}
	for i, f := range fields {
		f = strings.TrimSpace(f)
		if f == "" {
			f = fmt.Sprintf("column %d", i+1)
		}
		if seen[f]++; seen[f] > 1 {
			f = fmt.Sprintf("%s (%d)", f, seen[f])
		}
		t.columns, t.low = append(t.columns, f), append(t.low, lower(f))
	}
	return m.fits(t.columns)
}

// cells names the fields of a row.
func (t *table) cells(fields []string) []cell {
	var out []cell
	for i, c := range t.columns {
		f := ""
		if i < len(fields) {
			f = fields[i]
		}
		out = append(out, cell{key: c, low: t.low[i], text: strings.ToValidUTF8(f, "\ufffd")})
	}
	return out
}

// next reads a row. The line is its first; its error is as for [lines.next].
func (t *table) next() ([]string, line) {
	first := t.lines.next()
	for first.err == nil && strings.TrimSpace(first.text) == "" {
		first = t.lines.next()
	}
	if first.err != nil {
		return nil, first
	}
	if t.columns == nil {
		t.separator(first.text)
	}
	more, closed := t.quoted(first)
	if closed {
		var all strings.Builder
		all.WriteString(first.text)
		for _, l := range more {
			all.WriteString("\n" + l.text)
		}
		fields, ok := t.parse(all.String(), false)
		sure := first.n > t.doubt
		if ok && (sure && len(more) == 0 && t.fits(fields) || len(fields) == len(t.columns) && (sure || len(fields) > 1)) {
			return fields, first
		}
	}
	t.putBack(more)
	fields, ok := t.parse(first.text, true)
	switch {
	case !ok:
		first.err = because(fault.Invalid, "", "a quotation mark is not closed, or stands where none can")
	case first.n <= t.doubt && (len(fields) != len(t.columns) || len(fields) == 1):
		first.err = because(fault.Invalid, "", "it stands behind a quotation that is not closed, and may be a part of it")
	case !t.fits(fields):
		first.err = because(fault.Invalid, "", "the row has %d fields, the first row %d", len(fields), len(t.columns))
	}
	return fields, first
}

// putBack gives back the lines that were read behind a row that is broken.
func (t *table) putBack(more []line) {
	t.lines.unread(more)
	for _, l := range more {
		if l.err == nil {
			t.doubt = max(t.doubt, l.n)
		}
	}
}

// separator finds what the columns are set apart by from the first row, where
// that has no comma.
func (t *table) separator(head string) {
	if strings.ContainsRune(head, t.comma) {
		return
	}
	for _, c := range "\t;," {
		if strings.ContainsRune(head, c) {
			t.comma = c
			return
		}
	}
}

// fits reports a row that the columns have room for. Fields that are missing
// at the end are empty ones.
func (t *table) fits(fields []string) bool {
	if t.columns == nil {
		return true
	}
	for i := len(t.columns); i < len(fields); i++ {
		if strings.TrimSpace(fields[i]) != "" {
			return false
		}
	}
	return true
}

// quoted reads the lines that a row goes on over inside quotation marks.
// Closed says that the row ends with the last of them. Where it does not,
// because it is broken or too long or the dump ends, the lines that were read
// are to be put back. A line that leaves a quotation open has an odd number of
// marks, and so closes or breaks one that goes over it: no line is read ahead
// of more than two others, however many are broken.
func (t *table) quoted(first line) (more []line, closed bool) {
	state, size := t.scan(first.text, fieldStart), len(first.text)
	for state == inQuotes {
		l := t.lines.next()
		more = append(more, l)
		if size += len(l.text) + 1; l.err != nil || size > t.lines.limit {
			return more, false
		}
		state = t.scan(l.text, inQuotes)
	}
	return more, state != broken
}

// The states between two characters of a row.
const (
	fieldStart = iota
	inField    // in one without quotation marks
	inQuotes
	afterQuotes
	broken // a mark stands where RFC 4180 has none
)

// scan gives the state at the end of a line.
func (t *table) scan(text string, state int) int {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case state == inQuotes:
			if c != '"' {
				continue
			}
			if i+1 < len(text) && text[i+1] == '"' {
				i++
				continue
			}
			state = afterQuotes
		case c == byte(t.comma):
			state = fieldStart
		case state == afterQuotes:
			return broken
		case c != '"':
			state = inField
		case state == inField:
			return broken
		default:
			state = inQuotes
		}
	}
	return state
}

// parse reads one row with encoding/csv. If it may be lazy, quotation marks
// that stand where none can are characters.
func (t *table) parse(text string, lazy bool) ([]string, bool) {
	// The row behind it shows where the first one ends: a quotation that is
	// not closed would go on over it.
	r := csv.NewReader(strings.NewReader(text + "\nx\n"))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = t.comma, lazy, -1
	fields, err := r.Read()
	if err != nil || r.InputOffset() > int64(len(text))+1 {
		return nil, false
	}
	return fields, true
}
