package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// lock is a file beside the archive that the system holds for one process and
// lets go of when that ends, however it ends. In it stands who has it.
type lock struct{ file *os.File }

func lockPath(path string) string { return path + ".lock" }

// errHeld says that another process has the lock.
var errHeld = errors.New("held")

// takeLock takes the lock of an archive, or says who has it.
func takeLock(path string, h archive.Holder) (*lock, error) {
	f, err := os.OpenFile(lockPath(path), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	// One who only asks who writes ([holder]) holds it for a moment too, and
	// says nothing in it.
	err = lockFile(f)
	for range 20 {
		if !errors.Is(err, errHeld) || readHolder(path) != nil {
			break
		}
		time.Sleep(5 * time.Millisecond)
		err = lockFile(f)
	}
	if err != nil {
		_ = f.Close()
		if !errors.Is(err, errHeld) {
			return nil, err
		}
		return nil, heldBy(path)
	}
	b, err := json.Marshal(h)
	if err == nil {
		err = errors.Join(f.Truncate(0), write(f, append(b, '\n')))
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return &lock{f}, nil
}

func write(f *os.File, b []byte) error {
	_, err := f.WriteAt(b, 0)
	return err
}

// release empties the file and lets go of it. It stays: taking it away would
// let two processes each lock a file of that name.
func (l *lock) release() error {
	return errors.Join(l.file.Truncate(0), l.file.Close())
}

// heldBy is the error that says who has the lock.
func heldBy(path string) error {
	say := path + " is being written to by another process"
	if h := readHolder(path); h != nil {
		say = fmt.Sprintf("%s is being written to since %s by process %d on %s: %s", path, h.Since.Format(time.RFC3339), h.PID, h.Host, h.Command)
	}
	return &fault.Error{Meaning: fault.Locked, Say: say, Hint: "wait until it has finished; reading goes on meanwhile"}
}

// readHolder reads who has the lock, nil where the file does not say.
func readHolder(path string) *archive.Holder {
	f, err := os.Open(lockPath(path))
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	const most = 1 << 16
	b, err := io.ReadAll(io.LimitReader(f, most))
	var h archive.Holder
	if err != nil || json.Unmarshal(b, &h) != nil || h.PID == 0 {
		return nil
	}
	return &h
}

// holder is who writes now, nil where nobody does.
func holder(path string) *archive.Holder {
	f, err := os.OpenFile(lockPath(path), os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	if err := lockFile(f); errors.Is(err, errHeld) {
		return readHolder(path)
	}
	return nil
}
