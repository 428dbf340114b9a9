package cli

import (
	"context"

	"github.com/spf13/cobra"

	"dateline/internal/add"
	"dateline/internal/archive"
)

// rereadCommand is dateline reread.
func (a *app) rereadCommand() *cobra.Command {
	f := &archiveFlags{}
	var all bool
	var jobs int
	c := &cobra.Command{
		Use:   "reread",
		Short: "read the sources of an archive again that older rules have read",
		Long: "reread reads sources again from the text that the archive keeps, without their\n" +
			"files: those that other rules than this program's have read, or with --all every\n" +
			"one. Ids stay.",
		Args: noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			return a.withArchive(c, f, toWrite, func(ctx context.Context, s archive.Archive) error {
				t := a.tally(f.json, nil, "")
				counts, err := add.Reread(ctx, all, add.Options{Archive: s, Jobs: jobs, Tell: t.tell})
				return t.end(counts, err)
			})
		}),
	}
	f.addTo(c, false)
	c.Flags().BoolVar(&all, "all", false, "read those that this program's rules have read, too")
	c.Flags().IntVar(&jobs, "jobs", 0, "how many to read at the same time; without it one a core")
	return c
}
