package cli

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
	"dateline/internal/term"
)

// usualArchive is the archive where neither a flag nor the environment names
// one: a file in the current folder.
const usualArchive = "dateline.db"

// archiveFlags are the flags that the commands of an archive have in common.
type archiveFlags struct {
	archive string
	json    bool
	color   colors
}

// addTo gives the flags to a command; those that only print counts or write
// files have no colour.
func (f *archiveFlags) addTo(c *cobra.Command, color bool) {
	f.color = colorAuto
	set := c.Flags()
	set.StringVar(&f.archive, "archive", "", "the archive's `FILE`; else what DATELINE_ARCHIVE names, else "+usualArchive)
	set.BoolVar(&f.json, "json", false, "print JSON")
	if color {
		set.Var(&f.color, "color", "auto, always or never")
		whens := cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp)
		_ = c.RegisterFlagCompletionFunc("color", whens) // fails only for a flag that is not there
	}
}

// path is the archive's file.
func (f *archiveFlags) path(a *app) string {
	return cmp.Or(f.archive, a.getenv("DATELINE_ARCHIVE"), usualArchive)
}

// how an archive is opened.
type how uint8

const (
	toRead how = iota
	toWrite
	toCreate
)

// withArchive opens the archive, does something with it and closes it.
func (a *app) withArchive(c *cobra.Command, f *archiveFlags, h how, do func(context.Context, archive.Archive) error) error {
	ctx, path := c.Context(), f.path(a)
	o := sqlite.Options{}
	if h != toRead {
		o = sqlite.Options{Write: true, Create: h == toCreate, Now: time.Now, Holder: holder(c)}
	}
	if err := place(path, h == toCreate); err != nil {
		return err
	}
	s, err := sqlite.Open(ctx, path, o)
	if err != nil {
		return err
	}
	err = do(ctx, s)
	if closing := s.Close(); err == nil {
		err = closing
	}
	return err
}

// place says what is wrong with the place of an archive, or of a copy of one:
// there is none, it is a folder, or there is no folder to make it in.
func place(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &fault.Error{Meaning: fault.NotFile, Say: path + ": this is a directory", Hint: "give a file in it, as " + filepath.Join(path, usualArchive)}
	case !errors.Is(err, fs.ErrNotExist):
		return nil // opening it says more
	case !create:
		return noArchive(path)
	}
	if dir := filepath.Dir(path); !isFolder(dir) {
		return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("%s: there is no folder %s", path, dir)}
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// holder says who writes.
func holder(c *cobra.Command) archive.Holder {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return archive.Holder{PID: os.Getpid(), Host: host, Command: c.CommandPath()}
}

// noArchive says that there is none, and how to have one.
func noArchive(path string) error {
	return &fault.Error{Meaning: fault.NotFound, Say: "there is no archive " + path,
		Hint: "dateline add PATH... makes it; --archive FILE or DATELINE_ARCHIVE names another"}
}

// openPieces are the pieces of a span in indented JSON. What it looks for has a
// line feed, which stands in no string.
var openPieces = regexp.MustCompile(`"pieces": \[\n[\s\d,\[\]]*\]`)

// encodeJSON writes a value as indented JSON, the pieces of a span on one line
// as [record.Encode] has them.
func (a *app) encodeJSON(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	out := openPieces.ReplaceAllFunc(b.Bytes(), func(p []byte) []byte {
		return append([]byte(`"pieces": `), bytes.Join(bytes.Fields(p[len(`"pieces":`):]), nil)...)
	})
	if a.screen.terminal {
		out = term.EscapeJSON(out)
	}
	a.out.Write(out)
	return a.out.Flush()
}

// options are those of what is set out for a person; tables are wider.
func (a *app) options(f *archiveFlags, table bool) view.Options {
	return view.Options{Width: a.width(&readFlags{facts: table, noMargin: !table}), Color: a.color(f.color), Joins: true, Margin: true}
}

// sourceJSON is a source as the commands print it.
type sourceJSON struct {
	ID       string        `json:"id"`
	Origin   string        `json:"origin"`
	SHA256   string        `json:"sha256"`
	Given    archive.Given `json:"given"`
	Rules    string        `json:"rules"`
	Added    time.Time     `json:"added"`
	Revision int           `json:"revision"`
	Articles int           `json:"articles"`
	Chars    int           `json:"chars"`
}

func sourceOf(x archive.Info) sourceJSON {
	return sourceJSON{x.ID, x.Origin, fmt.Sprintf("%x", x.SHA256), x.Given, x.Rules, x.Added, x.Revision, x.Articles, x.Chars}
}

// noArgs refuses arguments.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%s takes no name; %q is given", c.Name(), args[0])}
}

// someArgs refuses too few or too many arguments, which are of a kind.
func someArgs(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("no %s is given", what), Hint: c.UseLine()}
		case most > 0 && len(args) > most:
			return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%s takes one %s; %d are given", c.Name(), what, len(args)), Hint: c.UseLine()}
		}
		return nil
	}
}
