package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/copies"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// copiesFlags are the flags of dateline copies.
type copiesFlags struct {
	archiveFlags
	least, shortest, most, within, limit int
	papers                               bool
}

// copiesCommand is dateline copies.
func (a *app) copiesCommand() *cobra.Command {
	f := &copiesFlags{}
	c := &cobra.Command{
		Use:   "copies [QUERY...]",
		Short: "find articles that have text in common",
		Long: "copies finds the articles that print the same text, whole or cut: groups, the\n" +
			"earliest article of each first, with the part of each that stands in the earliest\n" +
			"and how many days later it is (docs/copies.md). With a query it looks among the\n" +
			"articles that the query asks for.",
		Example: "  dateline copies --papers --within 7\n" +
			"  dateline copies --least 80 'date:2031 agency:新河社'",
		RunE: a.enter(func(c *cobra.Command, args []string) error { return a.copies(c, f, strings.Join(args, " ")) }),
	}
	f.addTo(c, true)
	set := c.Flags()
	set.IntVar(&f.least, "least", 0, "how much of the shorter article the longer has at least, in `PERCENT`; without it 50")
	set.IntVar(&f.shortest, "shortest", 0, "the least length in characters of an article that is compared; without it 50")
	set.IntVar(&f.most, "most", 0, "in how many articles a stretch may be that is no formula; without it 200")
	set.IntVar(&f.within, "within", 0, "how many `DAYS` two copies may lie apart; without it any number")
	set.BoolVar(&f.papers, "papers", false, "leave out groups of a single paper")
	set.IntVar(&f.limit, "limit", 0, "the most groups; without it 20, with --json all")
	return c
}

// usualGroups is how many groups are printed for a person.
const usualGroups = 20

// copies finds copies.
func (a *app) copies(c *cobra.Command, f *copiesFlags, text string) error {
	q, err := a.parse(text)
	if err != nil {
		return err
	}
	switch {
	case f.least < 0 || f.least > 100:
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--least %d is no part in percent", f.least)}
	case f.within < 0:
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--within %d is below 0", f.within)}
	case f.shortest < 0 || f.most < 0 || f.most == 1:
		return &fault.Error{Meaning: fault.Usage, Say: "--shortest is at least 1 and --most at least 2"}
	}
	if err := checkLimit(f.limit); err != nil {
		return err
	}
	return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
		r, err := copies.Find(ctx, s, copies.Options{Query: q, Least: float64(f.least) / 100, Shortest: f.shortest, Most: f.most,
			Within: f.within, Papers: f.papers, Temp: temporary})
		if err != nil {
			return err
		}
		limit := f.limit
		if limit == 0 && !f.json {
			limit = usualGroups
		}
		all := len(r.Groups)
		if limit > 0 && all > limit {
			r.Groups = r.Groups[:limit]
		}
		if f.json {
			return a.encodeJSON(r)
		}
		return a.copiesTable(ctx, s, r, f, all)
	})
}

// temporaryFile goes away where it is closed.
type temporaryFile struct{ *os.File }

// Close closes the file and removes it.
func (t temporaryFile) Close() error { return errors.Join(t.File.Close(), os.Remove(t.Name())) }

func temporary() (copies.Temp, error) {
	f, err := os.CreateTemp("", "dateline-copies-*")
	if err != nil {
		return nil, err
	}
	return temporaryFile{f}, nil
}

// copiesTable sets groups out for a person.
func (a *app) copiesTable(ctx context.Context, s archive.Archive, r *copies.Report, f *copiesFlags, all int) error {
	t := tables{app: a, opt: a.options(&f.archiveFlags, true)}
	columns := []view.Column{{Name: "article"}, {Name: "day"}, {Name: "paper", Most: 16}, {Name: "chars"}, {Name: "own"}, {Name: "first"}, {Name: "days"}, {Name: "headline"}}
	for i, g := range r.Groups {
		var rows [][]string
		for _, m := range g.Members {
			head, err := headlineOf(ctx, s, m.Article)
			if err != nil {
				return err
			}
			days := ""
			if m.Days != nil {
				days = strconv.Itoa(*m.Days)
			}
			rows = append(rows, []string{m.Article, m.Day, m.Paper, strconv.Itoa(m.Chars), percent(m.Share), percent(m.OfEarliest), days, head})
		}
		t.table(fmt.Sprintf("%d: %d articles", i+1, len(g.Members)), columns, rows)
	}
	if t.err != nil {
		return t.err
	}
	if len(r.Groups) > 0 {
		a.out.WriteString("\nown: how much of it stands in the first of its group; first: how much of the first stands in it\n")
	}
	_, err := fmt.Fprintf(a.out, "%s of %s; left out: %s (in more than %d articles), %s too short to compare\n", plural(all, "group"), plural(r.Articles, "article"),
		plural(int(r.Formulas), "formula"), r.Most, plural(r.Short, "article"))
	return err
}

// headlineOf is the headline of an article, its kicker and deck with it.
func headlineOf(ctx context.Context, s archive.Archive, id string) (string, error) {
	page, err := s.Search(ctx, archive.Search{Query: query.Field{Name: query.ID, Text: id}, Limit: 1})
	if err != nil || len(page.Hits) == 0 {
		return "", err
	}
	var main, rest []string
	for _, h := range page.Hits[0].Headlines {
		if h.Role == "main" {
			main = append(main, h.Text)
		} else {
			rest = append(rest, h.Text)
		}
	}
	return cmp.Or(strings.Join(main, " "), strings.Join(rest, " ")), nil
}

func percent(part float64) string { return fmt.Sprintf("%.0f%%", part*100) }
