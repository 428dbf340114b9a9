package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"dateline/internal/eval"
	"dateline/record"
)

// wholeFigures reads every item of the evening news of all years, and counts
// those whose record verifies: every span of it reads from the text.
func wholeFigures(shared string) ([]eval.Row, error) {
	const data = "xwlb"
	years, err := filepath.Glob(filepath.Join(shared, "data", data, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	row := eval.Row{Name: "items whose record reads from its text", Data: data}
	for _, path := range years {
		items, err := yearItems(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, i := range items {
			row.Cases++
			rec, text, err := i.read()
			if err != nil {
				return nil, err
			}
			if bad := record.Verify(rec, text); len(bad) > 0 {
				row.Note += fmt.Sprintf("%s: %s; ", i.name(), bad[0])
				continue
			}
			row.Right++
		}
	}
	row.Note = strings.TrimSuffix(row.Note, "; ")
	row.Score = float64(row.Right) / float64(max(row.Cases, 1))
	return []eval.Row{row}, nil
}
