package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/add"
	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/intake"
)

// addFlags are the flags of dateline add.
type addFlags struct {
	archiveFlags
	fields, form, encoding, published, origin string
	jobs                                      int
	maxBytes                                  size
}

// addCommand is dateline add.
func (a *app) addCommand() *cobra.Command {
	f := &addFlags{maxBytes: dateline.DefaultMaxBytes}
	c := &cobra.Command{
		Use:   "add PATH...",
		Short: "read files, folders and dumps into an archive",
		Long: "add reads files, the files in folders, and dumps of articles (JSON Lines, CSV, TSV,\n" +
			"each also with .gz) into an archive, which it makes where there is none. - is\n" +
			"standard input. What is in the archive already is skipped, so a run that was cut\n" +
			"off is taken up by giving the command again. What cannot be read is told of and\n" +
			"does not stop the rest.",
		Example: "  dateline add pages/\n" +
			"  dateline add --published 2023-03-22 page.txt\n" +
			"  dateline add --map headline=title,body=paragraphs,date=day,url=url news.jsonl.gz",
		Args: someArgs(1, 0, "path to add"),
		RunE: a.enter(func(c *cobra.Command, args []string) error { return a.add(c, f, args) }),
	}
	f.addTo(c, false)
	set := c.Flags()
	set.StringVar(&f.fields, "map", "", "which fields of a dump are which: `FIELD=NAME,...`, the fields headline, body, date, url, source, author, page, id")
	set.StringVar(&f.form, "form", "", "the form of the named files and of standard input, in place of their names: text, jsonl, csv or tsv")
	set.StringVar(&f.encoding, "encoding", "", "the encoding of the files by its WHATWG `LABEL`, in place of finding it")
	set.StringVar(&f.published, "published", "", "the date of what has none of its own: `DATE` is YYYY-MM-DD, YYYY-MM or YYYY")
	set.StringVar(&f.origin, "origin", "", "the `NAME` of standard input in the archive; what was there under it is replaced")
	set.IntVar(&f.jobs, "jobs", 0, "how many to read at the same time; without it one a core")
	set.Var(&f.maxBytes, "max-bytes", "refuse a page or an article that is larger")
	return c
}

// add adds the paths.
func (a *app) add(c *cobra.Command, f *addFlags, args []string) error {
	o, err := f.options(c.Context(), a, args)
	if err != nil {
		return err
	}
	paths, err := absolute(args)
	if err != nil {
		return err
	}
	in, err := intake.Open(c.Context(), paths, o)
	if err != nil {
		return err
	}
	home, err := filepath.Abs(filepath.Dir(f.path(a)))
	if err != nil {
		return err
	}
	return a.withArchive(c, &f.archiveFlags, toCreate, func(ctx context.Context, s archive.Archive) error {
		t := a.tally(f.json, in, home)
		counts, err := add.Run(ctx, t.bar.watch(in.Items()), add.Options{Archive: s, Jobs: f.jobs, MaxBytes: int64(f.maxBytes), Published: f.published,
			Encoding: f.encoding, Origin: f.originOf(home), Tell: t.tell})
		return t.end(counts, err)
	})
}

// options are the flags as the intake has them.
func (f *addFlags) options(ctx context.Context, a *app, args []string) (intake.Options, error) {
	o := intake.Options{Form: intake.Form(f.form), Encoding: f.encoding, MaxBytes: int64(f.maxBytes)}
	if f.fields != "" {
		m, err := intake.ParseMap(f.fields)
		if err != nil {
			return o, err
		}
		o.Map = m
	}
	if f.jobs < 0 {
		return o, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--jobs %d is below 0", f.jobs)}
	}
	if f.published != "" {
		if _, err := dateline.New(dateline.WithPublished(f.published)); err != nil {
			return o, usage(err)
		}
	}
	for _, name := range args {
		if name == stdin {
			o.Stdin = patient{ctx, a.in}
		}
	}
	if f.origin != "" && o.Stdin == nil {
		return o, &fault.Error{Meaning: fault.Usage, Say: "--origin names standard input, which is not among the paths"}
	}
	return o, nil
}

// absolute gives the paths as they are from any folder: what a file is called
// in an archive must not depend on where the command was given.
func absolute(args []string) ([]string, error) {
	out := make([]string, len(args))
	for i, name := range args {
		if out[i] = name; name == stdin {
			continue
		}
		var err error
		if out[i], err = filepath.Abs(name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// originOf names what is added: a file below the archive's folder by its path
// from there, so that both can be moved together, any other by its whole path.
// Standard input is called by its content unless it was given a name or its
// items have ids of their own: two different texts that come that way are two.
func (f *addFlags) originOf(home string) func(intake.Item, [32]byte) string {
	named := strings.Contains(","+strings.ReplaceAll(f.fields, " ", ""), ",id=")
	return func(it intake.Item, sha [32]byte) string {
		rest, ok := strings.CutPrefix(it.Origin, stdin)
		switch {
		case !ok || rest != "" && rest[0] != '#':
			return fromHome(it.Origin, home)
		case f.origin != "":
			return f.origin + rest
		case named && rest != "":
			return it.Origin
		}
		return fmt.Sprintf("-@%x", sha[:8])
	}
}

// fromHome is a path from the folder of the archive.
func fromHome(path, home string) string {
	if rest, ok := strings.CutPrefix(path, strings.TrimSuffix(filepath.ToSlash(home), "/")+"/"); ok {
		return rest
	}
	return path
}

// errSome says that some of what was asked for failed and some was done.
var errSome = errors.New("some failed")
