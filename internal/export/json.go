package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// list of JSON values that is written as it is made, one a line.
type jsonList struct {
	out *bufio.Writer
	buf bytes.Buffer
	n   int
}

// newJSONList begins with head, which ends in the list's bracket.
func newJSONList(w io.Writer, head string) *jsonList {
	l := &jsonList{out: bufio.NewWriter(w)}
	l.out.WriteString(head)
	return l
}

// add writes a value.
func (l *jsonList) add(v any) error {
	l.buf.Reset()
	e := json.NewEncoder(&l.buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	if l.n++; l.n > 1 {
		l.out.WriteByte(',')
	}
	l.out.WriteByte('\n')
	_, err := l.out.Write(bytes.TrimSuffix(l.buf.Bytes(), []byte("\n")))
	return err
}

// end writes what closes the list and the document.
func (l *jsonList) end(tail string) error {
	l.out.WriteString(tail)
	return l.out.Flush()
}
