package figurebench

import "dateline/internal/eval"

// Figures are the rows for docs/accuracy.md: every set of cases about numbers
// and figures, in the order of docs/figures.md.
func Figures(shared string) ([]eval.Row, error) {
	var rows []eval.Row
	for _, set := range []func(string) ([]eval.Row, error){Recognizers, JioNLP, WeText} {
		r, err := set(shared)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r...)
	}
	return rows, nil
}
