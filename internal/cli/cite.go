package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cite"
	"dateline/internal/fault"
	"dateline/record"
)

// citeFlags are the flags of cite.
type citeFlags struct {
	archiveFlags
	style string
	chars bool
	given cite.Given
}

// citeCommand is dateline cite.
func (a *app) citeCommand() *cobra.Command {
	f := &citeFlags{}
	var styles []string
	for _, s := range cite.Styles() {
		styles = append(styles, s.Name)
	}
	c := &cobra.Command{
		Use:   "cite ID...",
		Short: "cite articles, or the characters that a fact stands on",
		Long: "cite prints the citation of an article (b7k2m4xq3d/a1), or of the article that a fact\n" +
			"(b7k2m4xq3d/q3) stands in, with its characters. What nobody says is named as missing and\n" +
			"never made up: an agency is no newspaper, and the day of a dateline is not the day of the\n" +
			"paper. What is known better is said with the flags. The styles are\n" +
			strings.Join(styles[:6], ", ") + ",\n" + strings.Join(styles[6:], ", ") + ".",
		Example: "  dateline cite b7k2m4xq3d/a1\n" +
			"  dateline cite --publication 某某日报 --day 2023-03-22 --page 1 --style bibtex b7k2m4xq3d/a1",
		Args: someArgs(1, -1, "id"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			style, err := cite.ByName(f.style)
			if err != nil {
				return err
			}
			return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
				for _, id := range args {
					if err := a.cite(ctx, s, f, style, id); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
	f.addTo(c, true)
	p := c.Flags()
	p.StringVar(&f.style, "style", "gbt-2025", "the citation `STYLE`")
	p.BoolVar(&f.chars, "chars", false, "name the characters of an article too")
	p.StringVar(&f.given.Publication, "publication", "", "the newspaper's `NAME`")
	p.StringVar(&f.given.Day, "day", "", "the `DAY` of the paper: YYYY-MM-DD, YYYY-MM or YYYY")
	p.StringVar(&f.given.Page, "page", "", "the `PAGE` of the paper")
	p.StringVar(&f.given.Author, "author", "", "the `AUTHORS`, set apart by semicolons")
	p.StringVar(&f.given.Title, "title", "", "a `TITLE` for what prints none")
	p.StringVar(&f.given.URL, "url", "", "the `URL`")
	p.StringVar(&f.given.Accessed, "accessed", "", "the `DAY` on which the URL was read")
	return c
}

// cite cites what one id names.
func (a *app) cite(ctx context.Context, s archive.Archive, f *citeFlags, style cite.Style, id string) error {
	name, inside := archive.SplitID(id)
	src, err := s.Source(ctx, name)
	if err != nil {
		return err
	}
	r, err := s.Record(ctx, name)
	if err != nil {
		return err
	}
	article, pieces, err := citedIn(r, id, inside)
	if err != nil {
		return err
	}
	c, err := cite.New(name, r, article, f.over(src.Given))
	if err != nil {
		return err
	}
	if pieces == nil && f.chars {
		pieces = articlePieces(r, article)
	}
	if pieces != nil {
		if err := c.At(r, src.Text, pieces); err != nil {
			return err
		}
	}
	if f.json {
		return a.encodeJSON(c)
	}
	text := strings.TrimRight(style.Write(c), "\n")
	fmt.Fprintln(a.out, text)
	if c.Link != "" && style.Line && !strings.Contains(text, c.Link) {
		fmt.Fprintln(a.out, "  "+c.Link)
	}
	for _, n := range c.Notes {
		a.say("hint", n)
	}
	return nil
}

// over is what the flags say, else what was given with the source.
func (f *citeFlags) over(g archive.Given) cite.Given {
	out := f.given
	or := func(s *string, given string) {
		if *s == "" {
			*s = given
		}
	}
	or(&out.Publication, g.Publication)
	or(&out.URL, g.URL)
	or(&out.Title, g.Headline)
	or(&out.Page, g.More["page"])
	or(&out.Author, g.More["author"])
	if archive.ValidDay(g.Day) {
		or(&out.Day, g.Day)
	}
	return out
}

// citedIn is the article that an id names or its fact stands in, with the
// pieces of the fact; the first article for a source with only one.
func citedIn(r *record.Record, id, inside string) (string, []record.Piece, error) {
	if inside == "" {
		if len(r.Articles) != 1 {
			return "", nil, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%s has %d articles", id, len(r.Articles)),
				Hint: "name one of them: " + id + "/a1; dateline show " + id + " lists them"}
		}
		return r.Articles[0].ID, nil, nil
	}
	_, v := archive.Find(r, inside)
	if v == nil {
		return "", nil, fmt.Errorf("%s: %w", id, fault.NotFound)
	}
	if art, ok := v.(*record.Article); ok {
		return art.ID, nil, nil
	}
	in := archive.ArticlesOf(r, inside)
	if len(in) == 0 {
		return "", nil, fmt.Errorf("%s stands in no article: %w", id, fault.Invalid)
	}
	var pieces []record.Piece
	for _, s := range spansOf(r, v) {
		pieces = append(pieces, s.Pieces...)
	}
	return in[0], pieces, nil
}

// articlePieces are the characters of an article's headlines and paragraphs.
func articlePieces(r *record.Record, id string) []record.Piece {
	var out []record.Piece
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.ID != id {
			continue
		}
		for _, h := range a.Headlines {
			out = append(out, h.Pieces...)
		}
		for _, p := range a.Paragraphs {
			out = append(out, p.Pieces...)
		}
	}
	return out
}
