package view

import (
	"fmt"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// summary writes the counts of the page: first what a page is read for, then
// the other kinds of facts of which there are any.
func (p *page) summary() {
	r := p.rec
	paragraphs, joins := bodies(r.Articles)
	list := []string{articles(r.Articles), number("people", len(r.People)), number("statements", len(r.Statements)),
		number("events", len(r.Events)), number("figures", len(r.Figures)), checked(r.Checks)}
	for _, facts := range []struct {
		name string
		n    int
	}{
		{"times", len(r.Times)}, {"places", len(r.Places)}, {"organizations", len(r.Organizations)},
		{"works", len(r.Works)}, {"slips", len(r.Slips)}, {"paragraphs", paragraphs}, {"joins", joins},
	} {
		if facts.n > 0 {
			list = append(list, number(facts.name, facts.n))
		}
	}
	p.line()
	p.rule("=", "", "")
	p.list(list)
}

// checked counts the checks and says how many of them do not hold: checks 3
// (1 does not hold, 1 cannot tell).
func checked(all []record.Check) string {
	out := number("checks", len(all))
	fail, open := outcomes(all)
	var but []string
	if fail > 0 {
		but = append(but, fmt.Sprintf("%d%s%s", fail, tie, map[bool]string{true: "does", false: "do"}[fail == 1]+tie+"not"+tie+"hold"))
	}
	if open > 0 {
		but = append(but, fmt.Sprintf("%d%scannot%stell", open, tie, tie))
	}
	switch {
	case len(but) > 0:
		return out + " (" + strings.Join(but, ", ") + ")"
	case len(all) > 0:
		return out + " (all hold)"
	}
	return out
}

// number is a name with its number, on one line.
func number(name string, n int) string { return fmt.Sprintf("%s%s%d", name, tie, n) }

// tie is a space at which no line ends, between a name and its number.
const tie = "\u00a0"

// list writes entries, in lines that end between two of them.
func (p *page) list(entries []string) {
	text := strings.Join(entries, tie+"| ")
	for _, line := range term.Wrap([]term.Run{plain(text)}, term.Frame{Width: p.opt.Width}) {
		for i := range line {
			line[i].Text = strings.ReplaceAll(line[i].Text, tie, " ")
		}
		p.line(line...)
	}
}

// articles counts the articles by kind, in the order of the first of each:
// articles 3 (report 2, caption 1).
func articles(all []record.Article) string {
	var kinds []string
	count := map[string]int{}
	for _, a := range all {
		if count[a.Kind]++; count[a.Kind] == 1 {
			kinds = append(kinds, a.Kind)
		}
	}
	for i, k := range kinds {
		kinds[i] = number(k, count[k])
	}
	total := number("articles", len(all))
	if len(kinds) == 0 {
		return total
	}
	return total + " (" + strings.Join(kinds, ", ") + ")"
}

// bodies counts the paragraphs, and the places where lines were joined in
// them and in headlines.
func bodies(all []record.Article) (paragraphs, joins int) {
	for _, a := range all {
		paragraphs += len(a.Paragraphs)
		for _, h := range a.Headlines {
			joins += max(0, len(h.Pieces)-1)
		}
		for _, p := range a.Paragraphs {
			joins += max(0, len(p.Pieces)-1)
		}
	}
	return paragraphs, joins
}

// counted is n with the name of what is counted: 1 place, 2 places.
func counted(n int, name string) string {
	if n == 1 {
		return "1 " + name
	}
	return fmt.Sprintf("%d %ss", n, name)
}
