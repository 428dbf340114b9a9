package figurebench

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/internal/eval"
	"dateline/internal/figure"
)

// JioNLP scores the cases of JioNLP on money: parsing an expression that is
// money, and finding money in a text.
func JioNLP(shared string) ([]eval.Row, error) {
	parsed, err := moneyParser(shared)
	if err != nil {
		return nil, err
	}
	found, err := moneyExtractor(shared)
	if err != nil {
		return nil, err
	}
	both := result{cases: parsed.cases + found.cases, right: parsed.right + found.right}
	return []eval.Row{
		parsed.row("money, parsed", "jionlp", "value and currency"),
		found.row("money, found", "jionlp", "spans"),
		both.row("money, both", "jionlp", ""),
	}, nil
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// moneyCase is what their parser gives: num is a number to two places or two
// of them, case the currency by its Chinese name.
type moneyCase struct {
	Num  any    `json:"num"`
	Case string `json:"case"`
}

// moneyCodes are their names of currencies.
var moneyCodes = map[string]string{
	"元": "CNY", "港元": "HKD", "美元": "USD", "日元": "JPY", "新台币": "TWD", "泰铢": "THB", "卢布": "RUB", "欧元": "EUR", "韩元": "KRW", "澳元": "AUD",
}

// moneyParser: each text is money from end to end, so that a number without a
// unit is 元 there; in a text we leave such a number without one. Of 几十万 and
// 3000多 they give an upper end too (1000000, 4000), which the words do not
// say: ours gives the lower end and the bound "more than", and the lower end
// is compared. Bounds (their "blur+") are not in their numbers.
func moneyParser(shared string) (result, error) {
	var cases [][2]json.RawMessage
	if err := readJSON(filepath.Join(shared, "data", "jionlp", "money_parser_cases.json"), &cases); err != nil {
		return result{}, err
	}
	var r result
	for _, c := range cases {
		var text string
		var want moneyCase
		if err := json.Unmarshal(c[0], &text); err != nil {
			return result{}, err
		}
		if err := json.Unmarshal(c[1], &want); err != nil {
			return result{}, err
		}
		r.cases++
		got := figure.Find(text, figure.Context{})
		if len(got) == 1 && sameMoney(got[0], want) {
			r.right++
		} else {
			r.wrong = append(r.wrong, fmt.Sprintf("%q want %v got %+v", text, want, got))
		}
	}
	return r, nil
}

func sameMoney(f figure.Figure, want moneyCase) bool {
	unit := f.Unit
	if unit == "" && f.Kind == figure.Count {
		unit = "CNY"
	}
	if unit != moneyCodes[want.Case] {
		return false
	}
	ends, ranged := want.Num.([]any)
	if !ranged {
		return f.High == "" && sameCents(f.Value, fmt.Sprint(want.Num))
	}
	if f.High == "" {
		return f.Bound == figure.MoreThan && sameCents(f.Value, fmt.Sprint(ends[0]))
	}
	return sameCents(f.Value, fmt.Sprint(ends[0])) && sameCents(f.High, fmt.Sprint(ends[1]))
}

// sameCents compares to two places, which is what they print.
func sameCents(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && math.Abs(x-y) < 0.005+1e-9*math.Abs(x)
}

// moneySpan is what their extractor gives; the offsets count code points.
type moneySpan struct {
	Text   string `json:"text"`
	Offset [2]int `json:"offset"`
}

// moneyExtractor compares spans alone, which is what it gives. A slang range
// (10k~15k) is money to it by the words around; ours is a count without a
// unit, and is taken for theirs.
func moneyExtractor(shared string) (result, error) {
	var cases [][2]json.RawMessage
	if err := readJSON(filepath.Join(shared, "data", "jionlp", "money_extractor_cases.json"), &cases); err != nil {
		return result{}, err
	}
	var r result
	for _, c := range cases {
		var text string
		var want []moneySpan
		if err := json.Unmarshal(c[0], &text); err != nil {
			return result{}, err
		}
		if err := json.Unmarshal(c[1], &want); err != nil {
			return result{}, err
		}
		r.cases++
		if got := moneySpans(text); fmt.Sprint(got) == fmt.Sprint(want) {
			r.right++
		} else {
			r.wrong = append(r.wrong, fmt.Sprintf("%q want %v got %v", text, want, got))
		}
	}
	return r, nil
}

func moneySpans(text string) []moneySpan {
	out := []moneySpan{}
	for _, f := range figure.Find(text, figure.Context{}) {
		s := f.Span.In(text)
		if f.Kind == figure.Money || f.Unit == "" && strings.ContainsAny(s, "kw") {
			from := utf8.RuneCountInString(text[:f.Span.Start])
			out = append(out, moneySpan{s, [2]int{from, from + utf8.RuneCountInString(s)}})
		}
	}
	return out
}
