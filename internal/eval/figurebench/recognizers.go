package figurebench

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"dateline/internal/eval"
	"dateline/internal/figure"
	"dateline/internal/han"
)

// recognizersCase is a case of Recognizers-Text: a text and what is found in
// it. Start and End count code points, End inclusive.
type recognizersCase struct {
	Input   string
	Results []struct {
		Text       string
		Start, End *int
		Resolution map[string]any
	}
}

// found is one thing found in a case, in the form that both sides are brought
// to: the characters and the value with its unit.
type found struct {
	text, value string
}

// recognizersModel is one of their models and how ours is brought to its form.
type recognizersModel struct {
	name, file string
	ours       func(text string) []found
	theirs     func(text string, resolution map[string]any) (found, bool)
	note       string
}

// models are the models that have a counterpart. Common to all: their Text is
// folded to half width and lower case, so both sides are.
var models = []recognizersModel{
	{"numbers", "Number/Chinese/NumberModel.json", numbers, plainValue, "span and value; signs and fractions included"},
	{"percentages", "Number/Chinese/PercentModel.json", percentages, plainValue, "span and value; 成 and 折 as percent"},
	{"ranges of numbers", "Number/Chinese/NumberRangeModel.json", intervals, valueOnly, "value; conditions on numbers without a unit are outside figures"},
	{"ordinals", "Number/Chinese/OrdinalModel.json", ordinals, plainValue, "span and value; without the classifier"},
	{"money", "NumberWithUnit/Chinese/CurrencyModel.json", figuresWith(figure.Money), currencyValue, "span, value and unit"},
	{"measures", "NumberWithUnit/Chinese/DimensionModel.json", figuresWith(figure.Measure), unitValue, "span, value and unit"},
	{"ages", "NumberWithUnit/Chinese/AgeModel.json", figuresWith(figure.Age), unitValue, "span, value and unit"},
	{"temperatures", "NumberWithUnit/Chinese/TemperatureModel.json", temperatures, unitValue, "span, value and unit"},
}

// Recognizers scores the Chinese cases of Recognizers-Text that are about
// numbers. A case is right when all that is found is right and nothing else
// is found.
func Recognizers(shared string) ([]eval.Row, error) {
	var rows []eval.Row
	for _, m := range models {
		r, err := m.score(shared)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r.row(m.name, "recognizers-text-zh", m.note))
	}
	return rows, nil
}

// result is how many cases are right, and the wrong ones for a person to read.
type result struct {
	cases, right int
	wrong        []string
}

func (r result) row(name, data, note string) eval.Row {
	return eval.Row{Name: name, Data: data, Cases: r.cases, Right: r.right, Score: float64(r.right) / float64(max(1, r.cases)), Note: note}
}

func (m recognizersModel) score(shared string) (result, error) {
	b, err := os.ReadFile(filepath.Join(shared, "data", "recognizers-text-zh", "Specs", m.file))
	if err != nil {
		return result{}, err
	}
	var cases []recognizersCase
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &cases); err != nil {
		return result{}, err
	}
	var r result
	for _, c := range cases {
		r.cases++
		want := m.expected(c)
		got := m.ours(c.Input)
		for i := range got {
			got[i].text = folded(got[i].text)
			if m.name == "ranges of numbers" {
				got[i].text = ""
			}
		}
		if same(want, got) {
			r.right++
		} else {
			r.wrong = append(r.wrong, show(c.Input, want, got))
		}
	}
	return r, nil
}

// expected are a case's results; those without a value are unit words without
// a number, which are no figures.
func (m recognizersModel) expected(c recognizersCase) []found {
	var out []found
	for _, x := range c.Results {
		if f, ok := m.theirs(folded(x.Text), x.Resolution); ok {
			out = append(out, f)
		}
	}
	return out
}

// folded brings a text to half width, lower case and single spaces: their
// Text is printed so, and some of their ports print other spaces.
func folded(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(han.Fold(s).Text())), " ")
}

func same(a, b []found) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].text != b[i].text || !sameValue(a[i].value, b[i].value) {
			return false
		}
	}
	return true
}
