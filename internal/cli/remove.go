package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// removeCommand is dateline remove.
func (a *app) removeCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "remove ID...",
		Short: "take sources out of an archive",
		Long: "remove takes sources with all that was read from them out of an archive: all that\n" +
			"are named, or none where one of them is not there. Ids are what dateline list prints.",
		Args: func(c *cobra.Command, args []string) error {
			for _, id := range args {
				if source, inside := archive.SplitID(id); inside != "" {
					return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%s is a part of a source; only whole sources can be removed", id),
						Hint: "dateline remove " + source}
				}
			}
			return someArgs(1, 0, "source")(c, args)
		},
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.withArchive(c, f, toWrite, func(ctx context.Context, s archive.Archive) error {
				if err := s.Remove(ctx, args...); err != nil {
					return err
				}
				if f.json {
					return a.encodeJSON(map[string][]string{"removed": args})
				}
				_, err := fmt.Fprintf(a.out, "removed %s\n", plural(len(args), "source"))
				return err
			})
		}),
	}
	f.addTo(c, false)
	return c
}
