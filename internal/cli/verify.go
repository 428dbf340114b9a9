package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/fault"
	"dateline/internal/term"
	"dateline/record"
)

// verifyCommand is dateline verify.
func (a *app) verifyCommand() *cobra.Command {
	maxBytes := size(dateline.DefaultMaxBytes)
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "verify [RECORD SOURCE]",
		Short: "hold a record against the source that it was read from, or an archive against itself",
		Long: "verify RECORD SOURCE reads the source again and holds the record against it: the\n" +
			"digest, the lengths, and every span, character by character. RECORD is what\n" +
			"dateline read --json, --jsonl or --stream printed; - is standard input. Without\n" +
			"names it does so for every source of an archive, with the text that the archive\n" +
			"keeps, and holds the archive's index against both.",
		Example: "  dateline verify page.json page.txt\n" +
			"  dateline read --stream dump.txt | dateline verify - dump.txt\n" +
			"  dateline verify --archive dateline.db",
		Args: func(c *cobra.Command, args []string) error {
			switch set := c.Flags(); {
			case len(args) == 0 && set.Changed("max-bytes"):
				return &fault.Error{Meaning: fault.Usage, Say: "--max-bytes is for a record and its source"}
			case len(args) == 0:
				return nil
			case set.Changed("archive") || set.Changed("json"):
				return &fault.Error{Meaning: fault.Usage, Say: "--archive and --json are for an archive, not for a record and its source",
					Hint: "give either dateline verify --archive FILE or dateline verify RECORD SOURCE"}
			case len(args) != 2:
				return &fault.Error{Meaning: fault.Usage,
					Say:  fmt.Sprintf("verify takes two names, a record and its source; %d are given", len(args)),
					Hint: "dateline verify page.json page.txt"}
			}
			return oneStdin(args...)
		},
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.verifyArchive(c, f)
			}
			return a.verify(c.Context(), args[0], args[1], int64(maxBytes))
		}),
	}
	f.addTo(c, false)
	c.Flags().Var(&maxBytes, "max-bytes", "refuse a source or a part of one that is larger")
	return c
}

// verify holds the records of one file against a source.
func (a *app) verify(ctx context.Context, recordName, sourceName string, maxBytes int64) error {
	src, err := a.openBytes(ctx, sourceName, maxBytes)
	if err != nil {
		return err
	}
	defer src.Close()
	data, err := a.open(ctx, recordName)
	if err != nil {
		return err
	}
	defer data.Close()
	v := &verifier{src: src, name: display(sourceName), maxBytes: maxBytes, say: a.problem}
	for rec, err := range records(data, display(recordName)) {
		if err != nil {
			return err
		}
		if err := v.hold(ctx, rec); err != nil {
			return err
		}
	}
	v.finish()
	if v.problems > 0 {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s does not hold against %s: %s",
			display(recordName), v.name, plural(v.problems, "problem"))}
	}
	fmt.Fprintf(a.out, "ok: %s of %s read from %s\n",
		plural(v.spans, "span"), plural(v.facts, "fact"), term.Clean(v.name))
	return nil
}

// problem prints one problem on standard output.
func (a *app) problem(p record.Problem) { fmt.Fprintln(a.out, term.Clean(p.String())) }

// plural is n with the name of what is counted: 1 span, 2 spans.
func plural(n int, name string) string {
	if n == 1 {
		return "1 " + name
	}
	return fmt.Sprintf("%d %ss", n, name)
}
