package main

import (
	"fmt"
	"strconv"

	"dateline/internal/eval"
	"dateline/internal/eval/cec"
	"dateline/internal/eval/eventbench"
	"dateline/internal/eval/figurebench"
	"dateline/internal/eval/namebench"
	"dateline/internal/eval/statementbench"
	"dateline/internal/eval/timexbench"
	"dateline/record"
)

// others are the benches on other people's test data, each in a package of its
// own under internal/eval, by the name of their place in the document: times,
// figures, names, statements, events.
var others = []rowBench{
	{"times", timexbench.Figures},
	{"figures", figurebench.Figures},
	{"names", namebench.Figures},
	{"statements", reading(statementbench.Figures)},
	{"events", reading(eventbench.Figures)},
	{"whole", wholeFigures},
}

// reading gives a bench that wants whole records this reader.
func reading(figures func(string, cec.Reader) ([]eval.Row, error)) func(string) ([]eval.Row, error) {
	return func(shared string) ([]eval.Row, error) {
		return figures(shared, func(name, text, published string) (*record.Record, error) {
			return read(name, []byte(text), published)
		})
	}
}

// rowBench is a bench that gives rows; shared is the shared folder.
type rowBench struct {
	name    string
	figures func(shared string) ([]eval.Row, error)
}

// bench makes it a block of the document.
func (r rowBench) bench() bench {
	return bench{r.name, func(s settings) (string, error) {
		rows, err := r.figures(s.shared)
		if err != nil {
			return "", err
		}
		return rowTable(rows).String() + s.under("as the column says, in the shared `data`"), nil
	}}
}

// rowTable is a table of rows; the notes stand in a column where there are
// any.
func rowTable(rows []eval.Row) *table {
	t := &table{head: []string{"what", " data", "cases", "right", "score"}}
	notes := false
	for _, r := range rows {
		notes = notes || r.Note != ""
	}
	if notes {
		t.head = append(t.head, " note")
	}
	for _, r := range rows {
		cells := []string{r.Name, fmt.Sprintf("`%s`", r.Data), strconv.Itoa(r.Cases), strconv.Itoa(r.Right), score(r.Score)}
		if notes {
			cells = append(cells, r.Note)
		}
		t.add(cells...)
	}
	return t
}
