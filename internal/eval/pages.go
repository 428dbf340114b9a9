package eval

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/record"
)

// Read reads a source into a record; published is the date that is given with
// it, "" for none. The package measures a reader through it and imports none.
type Read func(name string, data []byte, published string) (*record.Record, error)

// GoldPage is one annotated page.
type GoldPage struct {
	Name string
	// Text is the page without a byte-order mark, Gold its annotation as
	// JSON.
	Text string
	Gold []byte
}

// LoadGold reads the pages of a folder NAME.txt and their annotations
// NAME.json of another, in the order of their names.
func LoadGold(pages, gold string) ([]GoldPage, error) {
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no annotations in %s", gold)
	}
	slices.Sort(files)
	var out []GoldPage
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		text, err := os.ReadFile(filepath.Join(pages, name+".txt"))
		if err != nil {
			return nil, err
		}
		annotation, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		out = append(out, GoldPage{name, string(bytes.TrimPrefix(text, []byte("\ufeff"))), annotation})
	}
	return out, nil
}

// Spoil gives the page in a form.
func (p GoldPage) Spoil(f Form) (GoldPage, error) {
	text, gold, err := f.Apply(p.Text, p.Gold)
	return GoldPage{p.Name, text, gold}, err
}

// Measured is a page read and held against its gold.
type Measured struct {
	Gold, Mine *Annotation
	// Unreadable are the spans that do not read from the page, and what
	// else [record.Verify] says.
	Unreadable []record.Problem
}

// Measure reads a page, with the date where the gold says that it was given.
func (p GoldPage) Measure(read Read) (*Measured, error) {
	gold, err := Parse(p.Gold)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	r, err := read(p.Name+".txt", []byte(p.Text), gold.Given())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	mine, err := FromRecord(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	return &Measured{gold, mine, record.Verify(r, p.Text)}, nil
}

// MeasureGold reads all pages in a form (the zero form leaves them as they
// are) and pools their scores and what is unreadable.
func MeasureGold(pages []GoldPage, f Form, read Read) (Scores, []record.Problem, error) {
	total := Scores{}
	var bad []record.Problem
	for _, p := range pages {
		if f != (Form{}) {
			var err error
			if p, err = p.Spoil(f); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", p.Name, err)
			}
		}
		m, err := p.Measure(read)
		if err != nil {
			return nil, nil, err
		}
		total.Add(Score(m.Gold, m.Mine))
		bad = append(bad, m.Unreadable...)
	}
	return total, bad, nil
}
