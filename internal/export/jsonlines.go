package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// jsonLines writes a JSON value a line.
type jsonLines struct {
	out *bufio.Writer
	enc *json.Encoder
}

func newJSONLines(w io.Writer) *jsonLines {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonLines{out, enc}
}

func (l *jsonLines) add(v any) error {
	if err := l.enc.Encode(v); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}

// end writes what is left, unless something went wrong before.
func (l *jsonLines) end(err error) error {
	if err != nil {
		return err
	}
	return l.out.Flush()
}
