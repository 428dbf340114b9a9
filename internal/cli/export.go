package cli

import (
	"context"

	"github.com/spf13/cobra"

	"dateline/internal/add"
	"dateline/internal/archive"
)

// exportCommand is dateline export.
func (a *app) exportCommand() *cobra.Command {
	f := &archiveFlags{}
	var jsonl bool
	c := &cobra.Command{
		Use:   "export",
		Short: "write all sources of an archive with their texts and records as JSON Lines",
		Long: "export writes the whole archive to standard output, a source a line with its text,\n" +
			"its record and what is known of it, for other programs and for dateline import.",
		Example: "  dateline export --jsonl | gzip > archive.jsonl.gz",
		Args:    noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				_, err := archive.Export(ctx, s, a.out)
				return err
			})
		}),
	}
	c.Flags().StringVar(&f.archive, "archive", "", "the archive's `FILE`; else what DATELINE_ARCHIVE names, else "+usualArchive)
	c.Flags().BoolVar(&jsonl, "jsonl", true, "a source a line, the only form there is")
	return c
}

// importCommand is dateline import.
func (a *app) importCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "take what dateline export wrote into an archive",
		Long: "import takes what dateline export wrote into an archive, which it makes where there\n" +
			"is none, with ids and records as they were. What is there already is skipped.\n" +
			"- is standard input.",
		Example: "  zcat archive.jsonl.gz | dateline import - --archive copy.db",
		Args:    someArgs(1, 1, "file"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			in, err := a.open(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			return a.withArchive(c, f, toCreate, func(ctx context.Context, s archive.Archive) error {
				t := a.tally(f.json, nil, "")
				var n add.Counts
				err := archive.Import(ctx, s, in, func(o archive.Outcome) { n.Count(add.Outcome{Outcome: o}) })
				return t.end(n, err)
			})
		}),
	}
	f.addTo(c, false)
	return c
}
