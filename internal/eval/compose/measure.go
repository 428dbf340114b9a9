package compose

import (
	"fmt"

	"dateline/internal/eval"
	"dateline/record"
)

// All is the name under which the scores of all sorts are pooled.
const All = "all"

// Measure reads pages and gives the scores by sort, and pooled as All, with
// what does not read from the page.
func Measure(pages []*Page, read eval.Read) (map[string]eval.Scores, []record.Problem, error) {
	out := map[string]eval.Scores{All: {}}
	for _, s := range Sorts {
		out[s] = eval.Scores{}
	}
	var bad []record.Problem
	for _, p := range pages {
		m, err := p.Measure(read)
		if err != nil {
			return nil, nil, err
		}
		s := eval.Structure(m.Gold, m.Mine)
		out[p.Sort].Add(s)
		out[All].Add(s)
		bad = append(bad, m.Unreadable...)
	}
	return out, bad, nil
}

// Measure reads the page and holds it against its gold.
func (p *Page) Measure(read eval.Read) (*eval.Measured, error) {
	gold, err := p.GoldJSON()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	return eval.GoldPage{Name: p.Name, Text: p.Text, Gold: gold}.Measure(read)
}
