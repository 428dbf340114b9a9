package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
)

// listFlags are the flags of dateline list.
type listFlags struct {
	archiveFlags
	limit  int
	cursor string
	stale  bool
}

// listCommand is dateline list.
func (a *app) listCommand() *cobra.Command {
	f := &listFlags{}
	c := &cobra.Command{
		Use:   "list",
		Short: "list the sources of an archive in the order in which they were added",
		Args:  noArgs,
		RunE:  a.enter(func(c *cobra.Command, _ []string) error { return a.list(c, f) }),
	}
	f.addTo(c, false)
	set := c.Flags()
	set.IntVar(&f.limit, "limit", 0, "the most sources; without it 100")
	set.StringVar(&f.cursor, "cursor", "", "go on after a page: the `CURSOR` that it ended with")
	set.BoolVar(&f.stale, "stale", false, "only those that other rules than this program's have read")
	return c
}

// list lists sources.
func (a *app) list(c *cobra.Command, f *listFlags) error {
	if err := checkLimit(f.limit); err != nil {
		return err
	}
	ask := archive.List{Cursor: f.cursor, Limit: f.limit}
	if f.stale {
		ask.Rules = dateline.Version
	}
	return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
		page, err := s.List(ctx, ask)
		if errors.Is(err, fault.Invalid) {
			return usage(err) // the cursor
		}
		if err != nil {
			return err
		}
		if f.json {
			all := []sourceJSON{}
			for _, x := range page.Sources {
				all = append(all, sourceOf(x))
			}
			return a.encodeJSON(struct {
				Sources []sourceJSON `json:"sources"`
				Next    string       `json:"next"`
			}{all, page.Next})
		}
		var rows [][]string
		for _, x := range page.Sources {
			rows = append(rows, []string{x.ID, x.Added.Format(time.DateOnly), fmt.Sprintf("%8d", x.Articles), fmt.Sprintf("%9d", x.Chars), x.Rules, x.Origin})
		}
		columns := []view.Column{{Name: "id"}, {Name: "added"}, {Name: "articles"}, {Name: "chars"}, {Name: "rules"}, {Name: "origin"}}
		if len(rows) > 0 {
			if err := view.Table(a.out, columns, rows, a.options(&f.archiveFlags, true)); err != nil {
				return err
			}
		}
		return a.more(len(rows), "source", page.Next)
	})
}
