package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Encode writes the record as JSON on w, followed by a newline: the same
// record gives the same bytes each time. With indent "" it is one line; with
// another, the pieces of a span are kept on one line.
func Encode(w io.Writer, r *Record, indent string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	r.Fill()
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	if _, err := w.Write(closePieces(b.Bytes())); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// closePieces takes the white space out of the pieces in indented JSON. What
// it looks for holds a line feed, which stands in no JSON string.
func closePieces(b []byte) []byte {
	key := []byte("\"pieces\": [\n")
	out := b[:0]
	for {
		i := bytes.Index(b, key)
		if i < 0 {
			return append(out, b...)
		}
		i += len(key) - len("[\n")
		out = append(out, b[:i]...)
		b = b[i:]
		n := pieces(b)
		for _, c := range b[:n] {
			if c > ' ' {
				out = append(out, c)
			}
		}
		b = b[n:]
	}
}

// pieces is the length of the list of lists at the start of b.
func pieces(b []byte) int {
	depth := 0
	for i, c := range b {
		switch c {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}

// Decode reads one record from r. It reports a record of another format or
// version, a field that the format does not have, and anything that follows
// the record.
func Decode(r io.Reader) (*Record, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	var rec Record
	if err := d.Decode(&rec); err != nil {
		return nil, fmt.Errorf("read record: %w", err)
	}
	if rec.Format != Format {
		return nil, fmt.Errorf("read record: format is %q, want %q", rec.Format, Format)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("read record: something follows the record")
	}
	rec.Fill()
	return &rec, nil
}

// marshal is json.Marshal without the escaping of <, > and &.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
