package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dateline/internal/fault"
)

// Backup writes the archive to another file; see [archive.Reader]. The file
// appears when it is whole.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := s.backup(ctx, path); err != nil {
		return fmt.Errorf("back up: %w", meaning(path, err))
	}
	return nil
}

func (s *Store) backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return &fault.Error{Meaning: fault.Exists, Say: path + " is there already", Hint: "name a file that is not there"}
	} else if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	making := path + ".new"
	removeAll(making)
	if err := s.vacuumInto(ctx, making); err != nil {
		removeAll(making)
		return err
	}
	return errors.Join(syncFile(making), os.Rename(making, path), syncFile(filepath.Dir(path)))
}

// vacuumInto writes one state of the archive to a file, on a connection of its
// own: those for reading refuse to write anything.
func (s *Store) vacuumInto(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", s.readDSN)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", path)
	return errors.Join(err, db.Close())
}

// Restore makes an archive again from a backup: a new file at path, after the
// backup was found to hold together.
func Restore(ctx context.Context, backup, path string) error {
	s, err := Open(ctx, backup, Options{})
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer func() { _ = s.Close() }()
	err = s.looking(ctx, "look at "+backup, func(l look) error {
		say, err := l.integrity("quick_check")
		if err == nil && len(say) > 0 {
			err = &fault.Error{Meaning: fault.Damaged, Say: backup + " is damaged: " + say[0]}
		}
		return err
	})
	if err == nil {
		err = s.backup(ctx, path)
	}
	if err != nil {
		return fmt.Errorf("restore: %w", meaning(path, err))
	}
	return nil
}

// integrity asks the database whether it holds together, and gives what does
// not.
func (l look) integrity(pragma string) ([]string, error) {
	var out []string
	err := l.each("PRAGMA "+pragma, nil, func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		if s != "ok" {
			out = append(out, s)
		}
		return err
	})
	return out, err
}
