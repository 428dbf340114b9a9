package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// chunk is how much is asked of a reader at once, and so how soon a cancelled
// context is seen. It fits the second-level cache: the digest is made of bytes
// just read.
const chunk = 64 << 10

// readAll reads at most limit bytes and their SHA-256 in lower-case hex.
func readAll(ctx context.Context, name string, r io.Reader, limit int64) (raw, digest string, err error) {
	size, buf := min(sizeHint(r), limit), chunk
	if size > 0 {
		buf = int(min(chunk, size+1)) // a short text needs no more
	}
	var b strings.Builder
	b.Grow(int(size))
	sum := sha256.New()
	in := io.LimitReader(&cancelReader{ctx, r}, limit)
	if _, err := io.CopyBuffer(io.MultiWriter(&b, sum), in, make([]byte, buf)); err != nil {
		return "", "", fmt.Errorf("read %s: %w", label(name), err)
	}
	return b.String(), hex.EncodeToString(sum.Sum(nil)), nil
}

// sizeHint is how many bytes the reader is likely to give, 0 where it does
// not say. It is only a hint: a file can grow or lie.
func sizeHint(r io.Reader) int64 {
	switch v := r.(type) {
	case interface{ Len() int }:
		return max(0, int64(v.Len()))
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := v.Stat(); err == nil && info.Mode().IsRegular() {
			return max(0, info.Size())
		}
	}
	return 0
}

// cancelReader fails once its context is done.
type cancelReader struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// digest is the SHA-256 of bytes in lower-case hex.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// label names a source in a message.
func label(name string) string {
	if name == "" {
		return "the source"
	}
	return name
}
