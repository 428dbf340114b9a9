package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
)

// correctionsCommand is dateline corrections.
func (a *app) correctionsCommand() *cobra.Command {
	f := &archiveFlags{}
	var all bool
	var source string
	c := &cobra.Command{
		Use:   "corrections",
		Short: "list the corrections that lost their place, or all",
		Long: "corrections lists the corrections that have lost their place since the sources were\n" +
			"read again, and those that the record contests by now; with --all every one that is\n" +
			"not undone.",
		Args: noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				return a.corrections(ctx, s, f, all, source)
			})
		}),
	}
	f.addTo(c, false)
	c.Flags().BoolVar(&all, "all", false, "also those that are applied")
	c.Flags().StringVar(&source, "source", "", "only those about the source with this `ID`")
	c.AddCommand(a.exportCorrectionsCommand(), a.importCorrectionsCommand())
	return c
}

// standingJSON is an entry with what became of it.
type standingJSON struct {
	archive.Correction
	Fate archive.Fate `json:"fate"`
	// Reason is why it is lost or contested.
	Reason string `json:"reason"`
	Fact   string `json:"fact"`
}

func (a *app) corrections(ctx context.Context, s archive.Archive, f *archiveFlags, all bool, source string) error {
	shown := []standingJSON{}
	count := map[archive.Fate]int{}
	err := s.Standings(ctx, func(x archive.Standing) error {
		t := x.Correction.Target
		if source != "" && (t == nil || t.Source != source) {
			return nil
		}
		count[x.Fate]++
		if all || x.Fate == archive.Lost || x.Fate == archive.Contested {
			fact := ""
			if t != nil && x.Fact != "" {
				fact = t.Source + "/" + x.Fact
			}
			shown = append(shown, standingJSON{x.Correction, x.Fate, x.Why, fact})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(struct {
			Counts      map[archive.Fate]int `json:"counts"`
			Corrections []standingJSON       `json:"corrections"`
		}{count, shown})
	}
	_, err = fmt.Fprintf(a.out, "%d applied, %d settled, %d contested, %d lost\n",
		count[archive.Applied], count[archive.Settled], count[archive.Contested], count[archive.Lost])
	if err != nil || len(shown) == 0 {
		return err
	}
	var rows [][]string
	for i := range shown {
		x := &shown[i]
		where := x.Fact
		if where == "" && x.Target != nil {
			where = x.Target.Source
		}
		rows = append(rows, []string{x.ID, x.At.Format(time.DateOnly), x.By, where, string(x.Fate), x.Reason, x.Why, describe(&x.Correction)})
	}
	columns := []view.Column{{Name: "id"}, {Name: "when"}, {Name: "by", Most: 16}, {Name: "at"}, {Name: "fate"}, {Name: "reason", Most: 24}, {Name: "why", Most: 24}, {Name: "what"}}
	return view.Table(a.out, columns, rows, a.options(f, true))
}

// exportCorrectionsCommand is dateline corrections export.
func (a *app) exportCorrectionsCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "export",
		Short: "write the layer of corrections as JSON Lines",
		Args:  noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				layer, err := s.Layer(ctx, "")
				if err != nil {
					return err
				}
				return archive.ExportCorrections(a.out, layer)
			})
		}),
	}
	c.Flags().StringVar(&f.archive, "archive", "", "the archive's `FILE`; else what DATELINE_ARCHIVE names, else "+usualArchive)
	return c
}

// importCorrectionsCommand is dateline corrections import.
func (a *app) importCorrectionsCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "take what dateline corrections export wrote; - is standard input",
		Args:  someArgs(1, 1, "file"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			in, err := a.open(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			layer, err := archive.ImportCorrections(in)
			if err != nil {
				return err
			}
			return a.withArchive(c, f, toWrite, func(ctx context.Context, s archive.Archive) error {
				made, err := s.Correct(ctx, layer)
				if err != nil {
					return err
				}
				if f.json {
					return a.encodeJSON(map[string]int{"added": len(made), "current": len(layer) - len(made)})
				}
				_, err = fmt.Fprintf(a.out, "added %s, %d were there\n", plural(len(made), "correction"), len(layer)-len(made))
				return err
			})
		}),
	}
	f.addTo(c, false)
	return c
}
