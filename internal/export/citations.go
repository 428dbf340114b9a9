package export

import (
	"bufio"
	"io"
	"iter"

	"dateline/internal/cite"
)

// The citations of all articles; docs/citation.md says what is in one.
var (
	cslJSON = Format{
		Name: "csl", Title: "citations, CSL-JSON", Ext: "csl.json", MediaType: "application/vnd.citationstyles.csl+json",
		Lost: citationLost, Write: writeCSL,
	}
	bibLaTeX = Format{
		Name: "biblatex", Title: "citations, biblatex", Ext: "bib", MediaType: "application/x-bibtex",
		Lost: citationLost, Write: citations((*cite.Citation).BibLaTeX),
	}
	ris = Format{
		Name: "ris", Title: "citations, RIS", Ext: "ris", MediaType: "application/x-research-info-systems",
		Lost: citationLost, Write: citations((*cite.Citation).RIS),
	}
)

var citationLost = []string{
	"Citations of the articles only, none of their facts; captions have none.",
	"The newspaper, the day and the page are in it where the user or the page says them; what is missing is said in a note.",
}

// eachCitation calls f for every article but captions.
func eachCitation(pages iter.Seq2[*Page, error], f func(*cite.Citation) error) error {
	return each(pages, func(p *Page) error {
		g := cite.Given{Publication: p.Given.Publication, URL: p.Given.URL, Title: p.Given.Headline,
			Page: p.Given.More["page"], Author: p.Given.More["author"]}
		if isDate(p.Given.Day) {
			g.Day = p.Given.Day
		}
		for i := range p.Record.Articles {
			if p.Record.Articles[i].Kind == "caption" {
				continue
			}
			c, err := cite.New(p.ID, p.Record, p.Record.Articles[i].ID, g)
			if err != nil {
				return err
			}
			if err := f(c); err != nil {
				return err
			}
		}
		return nil
	})
}

func writeCSL(w io.Writer, pages iter.Seq2[*Page, error]) error {
	out := newJSONList(w, "[")
	if err := eachCitation(pages, func(c *cite.Citation) error { return out.add(c.Item) }); err != nil {
		return err
	}
	return out.end("\n]\n")
}

// citations writes one form after another.
func citations(form func(*cite.Citation) string) func(io.Writer, iter.Seq2[*Page, error]) error {
	return func(w io.Writer, pages iter.Seq2[*Page, error]) error {
		out := bufio.NewWriter(w)
		if err := eachCitation(pages, func(c *cite.Citation) error {
			_, err := out.WriteString(form(c))
			return err
		}); err != nil {
			return err
		}
		return out.Flush()
	}
}
