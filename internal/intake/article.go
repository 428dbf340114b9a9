package intake

import (
	"slices"
	"strings"
	"unicode"

	"dateline/internal/fault"
)

// article makes the item of an article's cells: its text and what was given
// with it, without its place; and its id, "" where the map names none.
func article(cells []cell, m Map) (it Item, id string, err error) {
	body := m.pick(fieldBody, cells)
	if body < 0 {
		return it, "", m.noBody(cells)
	}
	if cells[body].odd {
		return it, "", because(fault.Invalid, "", "the field %s is neither a text nor a list of texts", cells[body].key)
	}
	g := giver{cells: cells, m: m, used: map[int]bool{body: true}}
	it.Given = Given{Headline: g.take(fieldHeadline), Day: g.day(), URL: g.take(fieldURL), Publication: g.take(fieldSource),
		Author: g.take(fieldAuthor), Page: g.take(fieldPage)}
	id = g.share(fieldID)
	it.Given.More = g.more()
	it.Data = []byte(pageText(it.Given.Headline, cells[body]))
	return it, id, nil
}

// giver takes what is given out of cells.
type giver struct {
	cells []cell
	m     Map
	used  map[int]bool
}

// take gives a field in one line, "" where there is none.
func (g *giver) take(field string) string {
	if i := g.m.pick(field, g.cells); i < 0 || g.used[i] {
		return ""
	}
	return g.share(field)
}

// share gives a field that another may have too: a URL that is the id.
func (g *giver) share(field string) string {
	i := g.m.pick(field, g.cells)
	if i < 0 || g.cells[i].odd {
		return ""
	}
	g.used[i] = true
	if list := g.cells[i].list; list != nil {
		return oneLine(strings.Join(list, " "))
	}
	return oneLine(g.cells[i].text)
}

// day gives the date. Where the field says more than it, a time or what is no
// date, the field is kept with the others too.
func (g *giver) day() string {
	i := g.m.pick(fieldDate, g.cells)
	if i < 0 {
		return ""
	}
	iso, ok := day(g.cells[i].text)
	g.used[i] = ok && sameDay(g.cells[i].text, iso)
	return iso
}

// more gives the fields that were not taken.
func (g *giver) more() map[string]string {
	var out map[string]string
	for i, c := range g.cells {
		if g.used[i] || c.blank() {
			continue
		}
		if out == nil {
			out = map[string]string{}
		}
		out[c.key] = c.text
	}
	return out
}

// sameDay reports a text that says the date iso and nothing else.
func sameDay(text, iso string) bool {
	var parts []string
	for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		parts = append(parts, "0"[:len(p)%2]+p)
	}
	return strings.Join(parts, "") == strings.ReplaceAll(iso, "-", "")
}

// oneLine is a text without white space at its ends, and with a space for each
// run of white space in it that breaks the line.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.TrimSpace(s), isBreak), " ")
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029'
}

// indent is what a paragraph of a printed page begins with.
const indent = "　　"

// pageText writes an article as a page has it: a line with the headline, then
// a line for each paragraph, indented. The parts of a list are paragraphs.
// A text that has indented lines has its paragraphs there, and the first line
// begins one even if its own indent was cut off; where no line of a text is
// indented, its lines are left as they are, since they may be those of a
// printed column.
func pageText(headline string, body cell) string {
	var b strings.Builder
	if headline != "" {
		b.WriteString(headline + "\n")
	}
	parts := body.list
	if parts == nil {
		parts = strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(body.text), "\n")
		for len(parts) > 1 && strings.TrimSpace(parts[0]) == "" {
			parts = parts[1:]
		}
	}
	marked := slices.ContainsFunc(parts, isIndented)
	for i, p := range parts {
		p = strings.TrimRightFunc(p, unicode.IsSpace)
		if t := strings.TrimSpace(p); t != "" && (body.list != nil || marked && i == 0 || isIndented(p)) {
			p = indent + t
		}
		if p != "" || body.list == nil {
			b.WriteString(p + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// isIndented reports a line that begins with white space and goes on.
func isIndented(s string) bool {
	t := strings.TrimSpace(s)
	return t != "" && !strings.HasPrefix(s, t)
}
