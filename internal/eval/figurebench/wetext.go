package figurebench

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/internal/eval"
	"dateline/internal/han"
)

// wetextFiles are the files of WeTextProcessing's inverse normalisation that
// are about numbers.
var wetextFiles = []string{"number", "fraction", "money", "measure", "cardinal", "math"}

// WeText scores the pairs of WeTextProcessing: a text as it is spoken and as
// it is written in digits. They rewrite text and give no values, so the
// numbers of both sides are read, ranges by both ends, and a pair is right
// when they are the same. Counted wrong with it: telephone and identity
// numbers read digit by digit (幺幺零), a shortened range as they print it
// (十五六 as 15-6), money in front of the number (¥), and one digit before a
// classifier that they leave as it is.
func WeText(shared string) ([]eval.Row, error) {
	var all result
	for _, name := range wetextFiles {
		r, err := wetextFile(filepath.Join(shared, "data", "wetextprocessing", "cases", name+".txt"))
		if err != nil {
			return nil, err
		}
		all.cases += r.cases
		all.right += r.right
	}
	return []eval.Row{all.row("numbers in rewritten text", "wetextprocessing", "the values of both sides")}, nil
}

func wetextFile(path string) (result, error) {
	f, err := os.Open(path)
	if err != nil {
		return result{}, err
	}
	defer f.Close()
	var r result
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		spoken, written, ok := strings.Cut(in.Text(), " => ")
		if !ok {
			continue
		}
		r.cases++
		if a, b := values(spoken), values(written); a == b {
			r.right++
		} else {
			r.wrong = append(r.wrong, fmt.Sprintf("%q %q: %s, %s", spoken, written, a, b))
		}
	}
	return r, in.Err()
}

// values are the numbers of a text in a row, a percentage by its number.
func values(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		f, end := numberAt(text, i)
		n, size := han.Number(text[i:])
		switch {
		case size > 0 && n.Range:
			fmt.Fprintf(&b, "%s %s ", n.Low, n.High)
			i += size
		case end > i:
			if f.value != "" {
				b.WriteString(f.value + " ")
			}
			i = end
		default:
			_, k := decodeAt(text, i)
			i += k
		}
	}
	return b.String()
}
