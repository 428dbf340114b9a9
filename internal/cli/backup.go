package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/term"
)

// backupCommand is dateline backup.
func (a *app) backupCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "write a whole copy of an archive to a new file",
		Long: "backup writes a copy of an archive, as it is when the command begins, to a file\n" +
			"that is not there yet. Others may read and write the archive meanwhile. The copy is\n" +
			"an archive of its own: --archive FILE searches it, dateline restore takes it back.",
		Args: someArgs(1, 1, "file"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				if err := place(args[0], true); err != nil {
					return err
				}
				if err := s.Backup(ctx, args[0]); err != nil {
					return err
				}
				return a.done(f, "backup", args[0])
			})
		}),
	}
	f.addTo(c, false)
	return c
}

// restoreCommand is dateline restore.
func (a *app) restoreCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "make an archive from a backup",
		Long: "restore makes an archive from a backup that holds together. It replaces nothing: an\n" +
			"archive that is there has to be moved away first.",
		Args: someArgs(1, 1, "file"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			path := f.path(a)
			if _, err := os.Stat(args[0]); err != nil {
				return noFile(args[0], err)
			}
			if err := place(path, true); err != nil {
				return err
			}
			if err := sqlite.Restore(c.Context(), args[0], path); err != nil {
				return err
			}
			return a.done(f, "archive", path)
		}),
	}
	f.addTo(c, false)
	return c
}

// done names the file that was made.
func (a *app) done(f *archiveFlags, what, path string) error {
	if f.json {
		return a.encodeJSON(map[string]string{what: path})
	}
	_, err := fmt.Fprintf(a.out, "%s: %s\n", what, term.Clean(path))
	return err
}
