package cli

import (
	"context"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
)

// undoCommand is dateline undo.
func (a *app) undoCommand() *cobra.Command {
	f := &correctFlags{}
	c := &cobra.Command{
		Use:   "undo CORRECTION...",
		Short: "take corrections back",
		Long: "undo takes corrections back, by the ids that correct and corrections print. Nothing\n" +
			"is lost by it: the undo is an entry of its own, and can be undone too.",
		Args: someArgs(1, 0, "correction"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.correct(c, f, func(context.Context, archive.Archive) ([]archive.Correction, error) {
				var out []archive.Correction
				for _, id := range args {
					out = append(out, archive.Correction{Op: archive.Undo, Undoes: id})
				}
				return out, nil
			})
		}),
	}
	f.addTo(c)
	return c
}
