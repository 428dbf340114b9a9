package export

import (
	"iter"
	"strings"

	"dateline/record"
)

// each calls f for every page and ends at the first error.
func each(pages iter.Seq2[*Page, error], f func(*Page) error) error {
	for p, err := range pages {
		if err != nil {
			return err
		}
		if err := f(p); err != nil {
			return err
		}
	}
	return nil
}

// day is the day of an article: its dateline's, else the given one, else the
// day on which the page was published; "" where there is none.
func (p *Page) day(a *record.Article) string {
	if a != nil && a.Dateline != nil && a.Dateline.Date != "" {
		return string(a.Dateline.Date)
	}
	if p.Given.Day != "" {
		return p.Given.Day
	}
	return string(p.Record.Published.Value)
}

// articles finds the articles of a page by their ids.
func (p *Page) articles() map[string]*record.Article {
	m := make(map[string]*record.Article, len(p.Record.Articles))
	for i := range p.Record.Articles {
		m[p.Record.Articles[i].ID] = &p.Record.Articles[i]
	}
	return m
}

// headline is the main headline of an article, or its first; "" where it has
// none.
func headline(a *record.Article) string {
	var out []string
	for _, h := range a.Headlines {
		if h.Role == "main" {
			out = append(out, h.Text)
		}
	}
	if len(out) == 0 && len(a.Headlines) > 0 {
		return a.Headlines[0].Text
	}
	return strings.Join(out, " ")
}

// body is the paragraphs of an article, one a line.
func body(a *record.Article) string {
	var b strings.Builder
	for i, p := range a.Paragraphs {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
