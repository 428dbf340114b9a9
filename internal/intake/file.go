package intake

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path"
	"regexp"
	"sync/atomic"

	"dateline/internal/fault"
)

// counted counts what is read, and fails once its context is done.
type counted struct {
	ctx context.Context
	r   io.Reader
	n   *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// file reads one file and gives its items; it says whether to go on.
func (in *Intake) file(f file, yield func(Item, error) bool) bool {
	rc, err := f.open()
	if err != nil {
		return yield(Item{}, &Error{Path: f.origin, Err: cause(err)})
	}
	defer rc.Close()
	r := bufio.NewReaderSize(counted{in.ctx, rc, &in.read}, sampleBytes)
	if f.form == ByName {
		f.form = sniff(r)
	}
	if f.form == Text {
		return yield(in.text(f, r))
	}
	if magic, _ := r.Peek(2); string(magic) == "\x1f\x8b" { // RFC 1952, 2.3.1
		f.packed = true
		z, err := gzip.NewReader(r)
		if err != nil {
			return yield(Item{}, in.failed(f, 0, err))
		}
		r = bufio.NewReaderSize(z, sampleBytes)
	}
	d := &dump{in: in, f: f, yield: yield}
	if d.lines, err = newLines(f.origin, r, in.o.Encoding, in.o.limit()); err != nil {
		return yield(Item{}, in.failed(f, 0, err))
	}
	if f.form == JSONL {
		return d.jsonl()
	}
	return d.csv()
}

// text reads a file that is one item.
func (in *Intake) text(f file, r io.Reader) (Item, error) {
	limit := in.o.limit()
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		return Item{}, in.failed(f, 0, err)
	}
	return Item{Origin: f.origin, Name: path.Base(f.origin), Data: data}, nil
}

// failed is the error of a file, or of the context where that is done.
func (in *Intake) failed(f file, line int, err error) error {
	switch {
	case in.ctx.Err() != nil:
		return in.ctx.Err()
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), f.packed && errors.Is(err, io.ErrUnexpectedEOF):
		err = because(fault.Invalid, "", "the compressed data is broken: %v", err)
	}
	return &Error{Path: f.origin, Line: line, Err: cause(err)}
}

// object is how a JSON object with a name in it begins.
var object = regexp.MustCompile(`^(?:\xef\xbb\xbf)?\s*\{\s*"`)

// sniff tells the form of standard input from its first bytes: JSON Lines, or
// a page.
func sniff(r *bufio.Reader) Form {
	head, _ := r.Peek(64) // what is there, where there is less
	if object.Match(head) {
		return JSONL
	}
	return Text
}
