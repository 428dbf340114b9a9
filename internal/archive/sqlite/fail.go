package sqlite

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"dateline/internal/fault"
)

// meaning gives an error of the database or the system one of fault's
// meanings, where it has one.
func meaning(path string, err error) error {
	var f *fault.Error
	if err == nil || errors.As(err, &f) {
		return err
	}
	e := explain(err)
	if e == nil {
		return err
	}
	e.Say = path + ": " + e.Say
	return fmt.Errorf("%w (%w)", e, err)
}

// explain says what an error means, nil where it is not known.
func explain(err error) *fault.Error {
	switch code := sqliteCode(err); {
	case code == lib.SQLITE_FULL, code == lib.SQLITE_IOERR_WRITE, errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return &fault.Error{Meaning: fault.Full, Say: "no room to write", Hint: "make room and run the command again: what was kept before is whole"}
	case code&0xff == lib.SQLITE_READONLY, code&0xff == lib.SQLITE_PERM, errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return &fault.Error{Meaning: fault.ReadOnly, Say: "may not be read or written", Hint: "check who owns the file and its folder"}
	case code&0xff == lib.SQLITE_NOTADB:
		return &fault.Error{Meaning: fault.NotArchive, Say: "is no archive", Hint: ""}
	case code&0xff == lib.SQLITE_CORRUPT:
		return &fault.Error{Meaning: fault.Damaged, Say: "is damaged", Hint: "take a backup that verifies"}
	case code&0xff == lib.SQLITE_BUSY, code&0xff == lib.SQLITE_LOCKED:
		return &fault.Error{Meaning: fault.Locked, Say: "somebody else writes to it", Hint: "wait until they have finished"}
	}
	return nil
}

// sqliteCode is the extended result code, -1 for an error that is not the
// database's (https://www.sqlite.org/rescode.html).
func sqliteCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return -1
}

// unwritable reports a database that cannot be opened because what belongs to
// it cannot be made beside it.
func unwritable(err error) bool {
	switch sqliteCode(err) & 0xff {
	case lib.SQLITE_CANTOPEN, lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return true
	}
	return false
}
