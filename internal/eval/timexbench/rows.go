package timexbench

import "dateline/internal/eval"

// benches are the sets that others made, with where they lie.
var benches = []struct {
	score func(string) (Score, error)
	data  string
}{
	{Recognizers, "recognizers-text-zh"},
	{JioParser, "jionlp"},
	{JioExtractor, "jionlp"},
	{WeText, "wetextprocessing"},
}

// Figures are the rows for docs/accuracy.md: every set of cases about times.
func Figures(shared string) ([]eval.Row, error) {
	var rows []eval.Row
	for _, b := range benches {
		s, err := b.score(shared)
		if err != nil {
			return nil, err
		}
		rows = append(rows, eval.Row{Name: s.Name, Data: b.data, Cases: s.Want, Right: s.Hit, Score: s.Rate()})
	}
	return rows, nil
}
