package view

import (
	"fmt"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// summary writes the counts of the page.
func (p *page) summary() {
	r := p.rec
	list := []string{articles(r.Articles)}
	add := func(name string, n int) {
		if n > 0 {
			list = append(list, fmt.Sprintf("%s %d", name, n))
		}
	}
	paragraphs, joins := bodies(r.Articles)
	list = append(list, fmt.Sprintf("paragraphs %d", paragraphs), fmt.Sprintf("joins %d", joins),
		fmt.Sprintf("works %d", len(r.Works)), fmt.Sprintf("slips %d", len(r.Slips)))
	add("times", len(r.Times))
	add("figures", len(r.Figures))
	add("people", len(r.People))
	add("places", len(r.Places))
	add("organizations", len(r.Organizations))
	add("statements", len(r.Statements))
	add("events", len(r.Events))
	add("checks", len(r.Checks))
	p.line()
	p.rule("=", "", "")
	p.list(list)
}

// list writes entries in lines that end between two of them.
func (p *page) list(entries []string) {
	const tie = "\u00a0" // a space at which no line ends
	text := strings.ReplaceAll(strings.Join(entries, "\n"), " ", tie)
	text = strings.ReplaceAll(text, "\n", tie+"| ")
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
		kinds[i] = fmt.Sprintf("%s %d", k, count[k])
	}
	if len(kinds) == 0 {
		return "articles 0"
	}
	return fmt.Sprintf("articles %d (%s)", len(all), strings.Join(kinds, ", "))
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
