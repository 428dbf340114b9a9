package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/fault"
)

// readFlags are the flags of dateline read.
type readFlags struct {
	json, jsonl, stream bool
	all, noJoins        bool
	facts, noMargin     bool
	published, encoding string
	maxBytes            size
	color               colors
}

// readCommand is dateline read.
func (a *app) readCommand() *cobra.Command {
	f := &readFlags{maxBytes: dateline.DefaultMaxBytes, color: colorAuto}
	c := &cobra.Command{
		Use:   "read FILE...",
		Short: "read files and print the articles in them, or their records",
		Long: "read prints the articles of each file for a person to read: headlines, datelines,\n" +
			"paragraphs with ⏎ where lines were joined, beside them who speaks, what happened,\n" +
			"figures and times, and then what does not go together and what was left out.\n" +
			"With --facts it prints tables of the facts, with --json, --jsonl or --stream the\n" +
			"records. - is standard input.",
		Example: "  dateline read page.txt\n" +
			"  dateline read --facts page.txt\n" +
			"  dateline read --published 2023-03-22 --json page.txt > page.json\n" +
			"  curl -s https://example.org/page.txt | dateline read -",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &fault.Error{Meaning: fault.Usage, Say: "no file to read",
					Hint: "name one or more files; - is standard input"}
			}
			return oneStdin(args...)
		},
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			if err := f.check(c); err != nil {
				return err
			}
			return a.read(c.Context(), f, args)
		}),
	}
	f.add(c)
	return c
}

// add gives the flags to the command.
func (f *readFlags) add(c *cobra.Command) {
	set := c.Flags()
	set.BoolVar(&f.json, "json", false, "print the record of each file, indented")
	set.BoolVar(&f.jsonl, "jsonl", false, "print the record of each file on one line")
	set.BoolVar(&f.stream, "stream", false, "read in parts, in little memory, and print the record of each on one line")
	set.StringVar(&f.published, "published", "", "the date of the pages: `DATE` is YYYY-MM-DD, YYYY-MM or YYYY")
	set.StringVar(&f.encoding, "encoding", "", "the encoding of the files by its WHATWG `LABEL`, in place of finding it")
	set.Var(&f.maxBytes, "max-bytes", "refuse what is larger, with --stream a part that is; 1GiB, 500MB, 4096")
	set.BoolVar(&f.facts, "facts", false, "print tables of the facts, with their places in the page, in place of the articles")
	set.BoolVar(&f.noMargin, "no-margin", false, "print the articles without what was read from each paragraph")
	set.BoolVar(&f.all, "all", false, "show what was left out whole, with the rule that did it")
	set.BoolVar(&f.noJoins, "no-joins", false, "do not show where lines were joined")
	set.Var(&f.color, "color", "auto, always or never")
	whens := cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp)
	_ = c.RegisterFlagCompletionFunc("color", whens) // fails only for a flag that is not there
}

// check reports flags that do not go together.
func (f *readFlags) check(c *cobra.Command) error {
	clash := func(a, b string) error {
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--%s and --%s do not go together", a, b)}
	}
	switch {
	case f.json && f.jsonl:
		return clash("json", "jsonl")
	case f.json && f.stream:
		return clash("json", "stream")
	}
	for _, data := range []string{"json", "jsonl", "stream"} {
		for _, page := range []string{"facts", "no-margin", "all", "no-joins", "color"} {
			if c.Flags().Changed(data) && c.Flags().Changed(page) {
				return clash(data, page)
			}
		}
	}
	for _, text := range []string{"all", "no-joins", "no-margin"} {
		if f.facts && c.Flags().Changed(text) {
			return clash("facts", text)
		}
	}
	return nil
}

// options are the flags as the library has them.
func (f *readFlags) options() []dateline.Option {
	options := []dateline.Option{dateline.WithMaxBytes(int64(f.maxBytes))}
	if f.published != "" {
		options = append(options, dateline.WithPublished(f.published))
	}
	if f.encoding != "" {
		options = append(options, dateline.WithEncoding(f.encoding))
	}
	return options
}

// read reads the files one after another. One that fails is reported and does
// not stop the rest; the first such error is given back.
func (a *app) read(ctx context.Context, f *readFlags, names []string) error {
	reader, err := dateline.New(f.options()...)
	if err != nil {
		return usage(err)
	}
	write := a.writer(f, reader)
	var first error
	for _, name := range names {
		err := a.readOne(ctx, name, write)
		if flush := a.out.Flush(); flush != nil {
			return flush
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if errors.Is(err, fault.Usage) {
			return err // it is as wrong for the other files
		}
		if err != nil {
			a.report(err)
			first = cmp.Or(first, err)
		}
	}
	if first != nil {
		return reported{first}
	}
	return nil
}

// readOne reads one file.
func (a *app) readOne(ctx context.Context, name string, write writeFunc) error {
	data, err := a.open(ctx, name)
	if err != nil {
		return err
	}
	defer data.Close()
	return write(ctx, dateline.Source{Name: display(name), Data: data})
}

// display is the name of a source in its record.
func display(name string) string {
	if name == stdin {
		return "standard input"
	}
	return name
}
