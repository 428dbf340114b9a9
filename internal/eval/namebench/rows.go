package namebench

import (
	"path/filepath"

	"dateline/internal/eval"
)

// corpora are the sets of others, with what is left out of each as its
// annotators did.
var corpora = []struct {
	name, data, note string
	read             func(data string) ([]Sample, error)
	skip             func(rule string) bool
}{
	{"People's Daily, 29 to 31 January 1998", "pfr-199801", "the days after those that the tagger learned from",
		func(data string) ([]Sample, error) { return PFR(data, 29, 31) }, PFRStyle},
	{"MSRA, test", "msra-ner", "never learned from; twenty sentences a page",
		func(data string) ([]Sample, error) { return MSRA(data, 20) }, MSRAStyle},
	{"CLUENER, dev", "cluener", "names of persons of all sorts, games and novels among them",
		func(data string) ([]Sample, error) { return CLUENER(data, map[string]string{"name": "PER"}) }, nil},
}

// Figures are the rows for docs/accuracy.md: F1 of names with their exact
// spans.
func Figures(shared string) ([]eval.Row, error) {
	words := map[string]string{"PER": "people", "LOC": "places", "ORG": "bodies"}
	var rows []eval.Row
	for _, c := range corpora {
		samples, err := c.read(filepath.Join(shared, "data"))
		if err != nil {
			return nil, err
		}
		got := ScoreSamples(samples, c.skip, func(string) {})
		for _, k := range Kinds {
			if t := got[k]; t.Gold > 0 {
				rows = append(rows, eval.Row{Name: c.name + ": " + words[k], Data: c.data, Cases: t.Gold, Right: t.Hit, Score: t.F1(), Note: c.note})
			}
		}
	}
	return rows, nil
}
