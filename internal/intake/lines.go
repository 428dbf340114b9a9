package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"dateline/internal/fault"
	"dateline/internal/source"
)

// sampleBytes is how much of a dump its encoding is found from, at most.
const sampleBytes = 64 << 10

// line is a line of a dump, decoded, without its end; or what is wrong with
// it.
type line struct {
	text string
	n    int // counted from 1
	err  error
}

// lines reads a dump line by line. The encoding is found from what begins with
// the first line that is not all ASCII, and stays.
type lines struct {
	name     string
	r        *bufio.Reader
	limit    int
	encoding string // "" while all was ASCII
	n        int
	buf      []byte
	again    []line // put back, the next one last
}

// newLines begins to read. UTF-16, in which a line feed is no single byte, is
// turned into UTF-8 first.
func newLines(name string, r *bufio.Reader, encoding string, limit int) (*lines, error) {
	l := &lines{name: name, r: r, limit: limit, encoding: strings.ToLower(encoding)}
	head, err := r.Peek(sampleBytes)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if l.encoding == "" && !utf8.Valid(head) || bytes.IndexByte(head, 0) >= 0 {
		t, err := source.Open(context.Background(), name, bytes.NewReader(head), source.Options{Encoding: encoding})
		if errors.Is(err, fault.NotText) {
			return nil, plain(name, err)
		}
		if err == nil && strings.HasPrefix(t.Info.Encoding, "utf-16") {
			l.encoding = t.Info.Encoding
		}
	}
	var order unicode.Endianness
	switch l.encoding {
	case "utf-16le", "utf-16":
		order = unicode.LittleEndian
	case "utf-16be":
		order = unicode.BigEndian
	default:
		return l, nil
	}
	l.encoding = "utf-8"
	l.r = bufio.NewReaderSize(transform.NewReader(r, unicode.UTF16(order, unicode.UseBOM).NewDecoder()), sampleBytes)
	return l, nil
}

// next gives the next line. Its error is io.EOF at the end; one with a meaning
// where the line cannot be read and the next one can; any other one ends the
// dump.
func (l *lines) next() line {
	if n := len(l.again); n > 0 {
		got := l.again[n-1]
		l.again = l.again[:n-1]
		return got
	}
	raw, err := l.raw()
	if err != nil {
		return line{n: l.n, err: err}
	}
	text, err := l.decode(raw)
	if l.n == 1 {
		text = strings.TrimPrefix(text, "\ufeff")
	}
	return line{text, l.n, err}
}

// unread puts lines back, in the order in which they came.
func (l *lines) unread(them []line) {
	for i := len(them) - 1; i >= 0; i-- {
		l.again = append(l.again, them[i])
	}
}

// raw reads the bytes of a line, which hold until the next call. What is left
// of a line over the limit is passed over.
func (l *lines) raw() ([]byte, error) {
	l.buf = l.buf[:0]
	l.n++
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if long = long || len(l.buf)+len(part) > l.limit+2; !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (long || len(l.buf) > 0), err == nil:
		default:
			return nil, err
		}
		text := bytes.TrimSuffix(bytes.TrimSuffix(l.buf, []byte("\n")), []byte("\r"))
		if long || len(text) > l.limit {
			return nil, tooLarge(l.limit)
		}
		return text, nil
	}
}

// decode decodes a line.
func (l *lines) decode(raw []byte) (string, error) {
	if isASCII(raw) && l.encoding != "hz-gb-2312" && l.encoding != "iso-2022-jp" {
		return string(raw), nil
	}
	if l.encoding == "" {
		l.find(raw)
	}
	if l.encoding == "utf-8" && utf8.Valid(raw) {
		return string(raw), nil
	}
	t, err := source.Open(context.Background(), "", bytes.NewReader(raw), source.Options{Encoding: l.encoding, MaxBytes: int64(l.limit)})
	if err != nil {
		return "", plain("the source", err)
	}
	return t.Text, nil
}

// find finds the encoding from the first line that is not all ASCII and what
// was read behind it. What is no text in any encoding is read as UTF-8, and
// refused line by line.
func (l *lines) find(raw []byte) {
	rest, _ := l.r.Peek(l.r.Buffered()) // nothing more is read for it
	sample := append(append(bytes.Clone(raw), '\n'), rest...)
	if i := bytes.LastIndexByte(rest, '\n'); i >= 0 {
		sample = sample[:len(raw)+1+i+1]
	}
	l.encoding = "utf-8"
	if t, err := source.Open(context.Background(), "", bytes.NewReader(sample), source.Options{}); err == nil {
		l.encoding = t.Info.Encoding
	}
}

// plain takes the source's name from the front of an error of package source:
// who says it names the place.
func plain(name string, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	return &fault.Error{Meaning: f.Meaning, Say: strings.TrimPrefix(f.Say, name+": "), Hint: f.Hint}
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
