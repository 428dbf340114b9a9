package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// Options say how an archive is opened.
type Options struct {
	// Write opens it for writing too, which one process at a time can.
	Write bool
	// Create makes it where it is not there; it takes Write.
	Create bool
	// Now gives the time, which sources are marked with. It is needed with
	// Write.
	Now func() time.Time
	// Holder says who writes; its Since is filled in.
	Holder archive.Holder
	// MaxBytes bounds the file, 0 does not.
	MaxBytes int64
}

// Store is an archive in one file. Its methods may be called by several
// goroutines.
type Store struct {
	path  string
	read  *sql.DB
	write *sql.DB // nil where it was opened for reading
	lock  *lock
	// readDSN is the name of a connection that reads.
	readDSN string
	now     func() time.Time
	codec   *codec

	mu    sync.Mutex // one change at a time
	terms termCache
}

var _ archive.Archive = (*Store)(nil)

// pageSize is the size of the pages of the file in bytes: more records fit in
// one than in 4 KiB.
const pageSize = 8192

// Open opens an archive. Nothing is written before the file is known to be an
// archive of a version that this program knows.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, now: o.Now}
	if o.Write && o.Now == nil {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: "an archive that is written to needs a clock"}
	}
	if err := s.open(ctx, o); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("open archive: %w", meaning(path, err))
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, o Options) (err error) {
	if s.codec, err = newCodec(runtime.GOMAXPROCS(0)); err != nil {
		return err
	}
	if o.Write {
		if s.lock, err = s.take(o); err != nil {
			return err
		}
		if err := create(ctx, s.path, o); err != nil {
			return err
		}
	}
	if err := checkFile(s.path); err != nil {
		return err
	}
	if o.Write {
		if err := s.openWrite(ctx, o); err != nil {
			return err
		}
	}
	return s.openRead(ctx)
}

// take locks the archive for writing.
func (s *Store) take(o Options) (*lock, error) {
	if _, err := os.Stat(s.path); errors.Is(err, os.ErrNotExist) && !o.Create {
		return nil, missing(s.path)
	}
	if f, err := os.OpenFile(s.path, os.O_RDWR, 0); err == nil {
		_ = f.Close()
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	h := o.Holder
	h.Since = o.Now()
	return takeLock(s.path, h)
}

func missing(path string) error {
	return &fault.Error{Meaning: fault.NotFound, Say: "there is no archive " + path}
}

// create makes the file where it is not there. It is made under another name
// and takes its own when it is whole, so that a process that is killed leaves
// none or a whole one.
func create(ctx context.Context, path string, o Options) error {
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) || !o.Create {
		return err
	}
	making := path + ".new"
	removeAll(making)
	db, err := sql.Open("sqlite", dsn(making, "rwc"))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA page_size = %d; PRAGMA application_id = %d; PRAGMA journal_mode = off", pageSize, applicationID))
	if err == nil {
		err = migrate(ctx, db, 0, nil)
	}
	if err == nil {
		_, err = db.ExecContext(ctx, "PRAGMA journal_mode = wal")
	}
	if err := errors.Join(err, db.Close()); err != nil {
		removeAll(making)
		return err
	}
	return errors.Join(syncFile(making), os.Rename(making, path), syncFile(filepath.Dir(path)))
}

// removeAll takes away a database with what belongs to it.
func removeAll(path string) {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + end)
	}
}

// syncFile makes sure that a file or directory is on the disk.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !isDir(path) {
		_ = f.Close()
		return err
	}
	return f.Close()
}

func isDir(path string) bool {
	i, err := os.Stat(path)
	return err == nil && i.IsDir()
}

// checkFile reads the head of the file: bytes 0 to 15 are the mark of the
// format, 60 to 63 the user version, 68 to 71 the application id
// (https://www.sqlite.org/fileformat2.html#the_database_header).
func checkFile(path string) error {
	i, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return missing(path)
	case err != nil:
		return err
	case !i.Mode().IsRegular():
		return &fault.Error{Meaning: fault.NotFile, Say: path + " is not a file"}
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	var head [100]byte
	_, err = io.ReadFull(f, head[:])
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if err != nil || string(head[:16]) != "SQLite format 3\x00" {
		return checkVersion(path, 0, 0)
	}
	return checkVersion(path, int(binary.BigEndian.Uint32(head[68:])), int(binary.BigEndian.Uint32(head[60:])))
}

// openWrite opens the connection that writes, and brings the file to this
// program's version. A commit waits until it is on the disk
// (synchronous=FULL).
func (s *Store) openWrite(ctx context.Context, o Options) error {
	pragmas := []string{"busy_timeout(10000)", "journal_mode(wal)", "synchronous(full)", "cache_size(-65536)", "journal_size_limit(67108864)"}
	if o.MaxBytes > 0 {
		pragmas = append(pragmas, fmt.Sprintf("max_page_count(%d)", o.MaxBytes/pageSize))
	}
	db, err := sql.Open("sqlite", dsn(s.path, "rw", pragmas...)+"&_txlock=immediate")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	s.write = db
	v, err := s.checkOpen(ctx, db)
	if err != nil {
		return err
	}
	return migrate(ctx, db, v, s)
}

// openRead opens those that read. A file in a place that may not be written
// to is read as one that does not change.
func (s *Store) openRead(ctx context.Context) error {
	for _, more := range []string{"", "&immutable=1"} {
		name := dsn(s.path, "ro", "busy_timeout(10000)") + more
		db, err := sql.Open("sqlite", name+"&_pragma=query_only(1)&_pragma=cache_size(-16384)")
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
		_, err = s.checkOpen(ctx, db)
		if err == nil {
			s.read, s.readDSN = db, name
			return nil
		}
		_ = db.Close()
		if more != "" || s.write != nil || !unwritable(err) || hasLog(s.path) {
			return err
		}
	}
	return nil
}

// hasLog reports a write-ahead log with something in it.
func hasLog(path string) bool {
	i, err := os.Stat(path + "-wal")
	return err == nil && i.Size() > 0
}

// checkOpen holds an open database to what is known of versions: the file's
// head may be behind its write-ahead log.
func (s *Store) checkOpen(ctx context.Context, db *sql.DB) (user int, err error) {
	var app int
	err = db.QueryRowContext(ctx, "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version").Scan(&app, &user)
	if err != nil {
		return 0, err
	}
	return user, checkVersion(s.path, app, user)
}

// dsn is the name of a database for the driver.
func dsn(path, mode string, pragmas ...string) string {
	q := url.Values{"mode": {mode}}
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	return "file:" + strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), "?", "%3F") + "?" + q.Encode()
}

// Close ends the use of the archive.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		s.mu.Lock()
		errs = append(errs, s.write.Close())
		s.mu.Unlock()
	}
	if s.lock != nil {
		errs = append(errs, s.lock.release())
	}
	s.read, s.write, s.lock = nil, nil, nil
	return errors.Join(errs...)
}
