package compose

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"dateline/record"
)

// Pages makes the first n pages of a seed.
func (p *Pool) Pages(n int, seed uint64, o Options) ([]*Page, error) {
	out := make([]*Page, n)
	for i := range out {
		var err error
		if out[i], err = p.Page(seed, i, o); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// GoldJSON is the page's gold in the form of the record, with the layers that
// the composer knows and no others: a layer that a gold file lacks is not
// scored.
func (p *Page) GoldJSON() ([]byte, error) {
	var b bytes.Buffer
	if err := record.Encode(&b, p.Gold, ""); err != nil {
		return nil, err
	}
	var known struct {
		Format    json.RawMessage `json:"format"`
		Source    json.RawMessage `json:"source"`
		Published json.RawMessage `json:"published"`
		Articles  json.RawMessage `json:"articles"`
		Furniture json.RawMessage `json:"furniture"`
	}
	if err := json.Unmarshal(b.Bytes(), &known); err != nil {
		return nil, err
	}
	b.Reset()
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(known)
	return b.Bytes(), err
}

// Write puts the page and its gold into a folder, as NAME.txt and NAME.json.
func (p *Page) Write(dir string) error {
	gold, err := p.GoldJSON()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, p.Name+".txt"), []byte(p.Text), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, p.Name+".json"), gold, 0o644)
}
