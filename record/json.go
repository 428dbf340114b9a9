package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Encode writes the record as JSON on w, followed by a newline: the same
// record gives the same bytes each time. With indent "" it is one line.
func Encode(w io.Writer, r *Record, indent string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(r.filled()); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
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
	return rec.filled(), nil
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
