package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"dateline/internal/fault"
)

// stdin is the name of standard input among the arguments.
const stdin = "-"

// open opens a file to read, or standard input.
func (a *app) open(ctx context.Context, name string) (io.ReadCloser, error) {
	if name == stdin {
		return io.NopCloser(patient{ctx, a.in}), nil
	}
	f, info, err := openFile(ctx, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return struct {
			io.Reader
			io.Closer
		}{patient{ctx, f}, f}, nil
	}
	return f, nil
}

// openFile opens what is not a directory. Opening a pipe waits for who writes
// to it, and so can be interrupted.
func openFile(ctx context.Context, name string) (*os.File, fs.FileInfo, error) {
	f, err := await(ctx, func() (*os.File, error) { return os.Open(name) })
	if err != nil {
		return nil, nil, noFile(name, err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, nil, noFile(name, err)
	}
	if info.IsDir() {
		f.Close()
		return nil, nil, &fault.Error{Meaning: fault.NotFile,
			Say:  fmt.Sprintf("%s: this is a directory", name),
			Hint: "give the files in it, as with " + name + "/*.txt"}
	}
	return f, info, nil
}

// noFile says why a file cannot be opened.
func noFile(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("%s: there is no such file", name)}
	}
	return fmt.Errorf("%s: %w", name, err)
}

// patient is a reader that can be interrupted while it waits for a person or
// a pipe.
type patient struct {
	ctx context.Context
	r   io.Reader
}

// Read reads in the background and gives up where the context is done.
func (p patient) Read(b []byte) (int, error) {
	own := make([]byte, len(b)) // b is the caller's again once Read is over
	n, err := await(p.ctx, func() (int, error) { return p.r.Read(own) })
	return copy(b, own[:n]), err
}

// await calls f in the background and gives up where the context is done.
func await[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := f()
		done <- result{value, err}
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	case r := <-done:
		return r.value, r.err
	}
}

// oneStdin reports standard input named more than once.
func oneStdin(names ...string) error {
	seen := false
	for _, name := range names {
		if name == stdin && seen {
			return &fault.Error{Meaning: fault.Usage, Say: "standard input can be read once only, and - is given twice"}
		}
		seen = seen || name == stdin
	}
	return nil
}

// source is a source that can be read at any place.
type source struct {
	io.ReaderAt
	io.Closer
	size int64
}

// openBytes opens a source for reading at any place. What is no regular file
// is held in memory and may have at most maxBytes.
func (a *app) openBytes(ctx context.Context, name string, maxBytes int64) (*source, error) {
	if name == stdin {
		return inMemory(patient{ctx, a.in}, name, maxBytes)
	}
	f, info, err := openFile(ctx, name)
	if err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() {
		return &source{f, f, info.Size()}, nil
	}
	defer f.Close()
	return inMemory(patient{ctx, f}, name, maxBytes)
}

// inMemory reads a source to its end.
func inMemory(r io.Reader, name string, maxBytes int64) (*source, error) {
	all, err := io.ReadAll(io.LimitReader(r, maxBytes))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", display(name), err)
	}
	if n, _ := io.ReadFull(r, make([]byte, 1)); n > 0 {
		return nil, &fault.Error{Meaning: fault.TooLarge,
			Say:  fmt.Sprintf("%s: it has more than %d bytes", display(name), maxBytes),
			Hint: "raise the limit with --max-bytes"}
	}
	return &source{bytes.NewReader(all), io.NopCloser(nil), int64(len(all))}, nil
}
