package archive

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"dateline/internal/fault"
	"dateline/record"
)

// ExportFormat is the name and version of the form that [Export] writes: JSON
// lines, the first {"format": …}, then one for each source with its text and
// its record.
const ExportFormat = "dateline-archive/1"

// exportHead is the first line.
type exportHead struct {
	Format string `json:"format"`
}

// exportLine is a source.
type exportLine struct {
	ID       string         `json:"id"`
	Origin   string         `json:"origin"`
	SHA256   string         `json:"sha256"`
	Given    Given          `json:"given"`
	Added    time.Time      `json:"added"`
	Revision int            `json:"revision"`
	Text     string         `json:"text"`
	Record   *record.Record `json:"record"`
}

// Export writes a whole archive: what is needed to have it again. It gives
// the number of sources.
func Export(ctx context.Context, a Reader, w io.Writer) (n int, err error) {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(exportHead{ExportFormat}); err != nil {
		return 0, fmt.Errorf("export: %w", err)
	}
	err = a.All(ctx, func(s *Source, r *record.Record) error {
		n++
		r.Fill()
		return e.Encode(exportLine{s.ID, s.Origin, hex.EncodeToString(s.SHA256[:]), s.Given, s.Added, s.Revision, s.Text, r})
	})
	if err = errors.Join(err, b.Flush()); err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
}

// importBatch is how many sources are put at once.
const importBatch = 200

// Import puts what Export wrote, with the ids and revisions that it had, and
// tells each (which may be nil) what became of every source, in order. Sources
// that are there already by their origin, content and rules are skipped, so
// that it can be run again. What was put before an error stays.
func Import(ctx context.Context, a Writer, r io.Reader, each func(Outcome)) error {
	d := json.NewDecoder(bufio.NewReader(r))
	var head exportHead
	if err := d.Decode(&head); err != nil || head.Format != ExportFormat {
		return &fault.Error{Meaning: fault.NotArchive, Say: fmt.Sprintf("import: the first line is not of %s", ExportFormat)}
	}
	var batch []Item
	flush := func() error {
		out, err := a.Put(ctx, batch)
		batch = batch[:0]
		for _, o := range out {
			if each != nil {
				each(o)
			}
		}
		return err
	}
	for n := 1; ; n++ {
		var x exportLine
		err := d.Decode(&x)
		if errors.Is(err, io.EOF) {
			break
		}
		item, bad := x.item()
		if err = errors.Join(err, bad); err != nil {
			return fmt.Errorf("import: %w", errors.Join(flush(), &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("source %d: %v", n, err)}))
		}
		if batch = append(batch, item); len(batch) == importBatch {
			if err := flush(); err != nil {
				return fmt.Errorf("import: %w", err)
			}
		}
	}
	if err := flush(); err != nil {
		return fmt.Errorf("import: %w", err)
	}
	return nil
}

// item is what is put for a line.
func (x *exportLine) item() (Item, error) {
	sha, err := hex.DecodeString(x.SHA256)
	switch {
	case err != nil || len(sha) != len(Item{}.SHA256):
		return Item{}, errors.New("sha256 is not a digest")
	case x.ID == "" || x.Revision < 1:
		return Item{}, errors.New("id or revision is missing")
	case x.Record == nil:
		return Item{}, errors.New("there is no record")
	case x.Record.Format != record.Format:
		return Item{}, fmt.Errorf("the record is of format %q, want %q", x.Record.Format, record.Format)
	}
	x.Record.Fill()
	return Item{Origin: x.Origin, SHA256: [32]byte(sha), Text: x.Text, Given: x.Given, Record: x.Record,
		Keep: &Kept{ID: x.ID, Added: x.Added, Revision: x.Revision}}, nil
}
