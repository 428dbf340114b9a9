package figurebench

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"dateline/internal/eval"
	"dateline/internal/figure"
	"dateline/internal/span"
	"dateline/record"
)

// goldPage is what is taken from an annotation: the articles' paragraphs and
// the times.
type goldPage struct {
	Articles []struct {
		ID         string     `json:"id"`
		Headlines  []goldSpan `json:"headlines"`
		Paragraphs []goldSpan `json:"paragraphs"`
	} `json:"articles"`
	Times []struct {
		goldSpan
		Type  string `json:"type"`
		Value string `json:"value"`
	} `json:"times"`
}

type goldSpan struct {
	Pieces []record.Piece `json:"pieces"`
}

// Gold scores the figures and bounds of the annotated pages in a form, with
// the times of the gold or without any.
func Gold(shared string, form eval.Form, withTimes bool) (eval.Scores, error) {
	pages, err := eval.LoadGold(filepath.Join(shared, "pages"), filepath.Join(shared, "gold"))
	if err != nil {
		return nil, err
	}
	total := eval.Scores{}
	for _, p := range pages {
		m, err := measure(p, form, withTimes)
		if err != nil {
			return nil, err
		}
		total.Add(eval.Score(m.Gold, m.Mine))
	}
	return total, nil
}

// measure reads the figures of one page in a form.
func measure(p eval.GoldPage, form eval.Form, withTimes bool) (*eval.Measured, error) {
	if form != (eval.Form{}) {
		var err error
		if p, err = p.Spoil(form); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return p.Measure(func(_ string, data []byte, _ string) (*record.Record, error) {
		return figuresOf(string(data), p.Gold, withTimes)
	})
}

// figuresOf reads the figures of a page whose articles the gold gives.
func figuresOf(text string, gold []byte, withTimes bool) (*record.Record, error) {
	var g goldPage
	if err := json.Unmarshal(gold, &g); err != nil {
		return nil, err
	}
	at := bytesOf(text)
	ix := span.NewIndex(text)
	out := &record.Record{}
	for _, a := range g.Articles {
		texts := []*span.Joined{join(text, a.Paragraphs, at)}
		for _, h := range a.Headlines {
			texts = append(texts, join(text, []goldSpan{h}, at))
		}
		for _, j := range texts {
			var c figure.Context
			if withTimes {
				c.Times = timesOf(j, g, ix)
			}
			for _, f := range figure.Find(j.Text(), c) {
				out.Figures = append(out.Figures, asRecord(f, j, ix, text))
			}
		}
	}
	return out, nil
}

// bytesOf gives the byte offset of each code point, and the text's length at
// the end.
func bytesOf(text string) []int {
	at := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// join puts an article's paragraphs together, a line feed between.
func join(text string, paragraphs []goldSpan, at []int) *span.Joined {
	var b span.Builder
	for i, p := range paragraphs {
		if i > 0 {
			b.Put("\n")
		}
		for _, q := range p.Pieces {
			b.Add(text, span.Span{Start: at[q.Start()], End: at[q.End()]})
		}
	}
	return b.Joined()
}

// timesOf finds the gold's times in a joined text.
func timesOf(j *span.Joined, g goldPage, ix *span.Index) []figure.Time {
	var out []figure.Time
	where := map[int]int{} // code point of the source to byte of the joined text
	for i := range j.Text() {
		if p := j.Pieces(span.Span{Start: i, End: i + 1}); len(p) == 1 {
			where[ix.Rune(p[0].Start)] = i
		}
	}
	for _, t := range g.Times {
		from, ok := where[t.Pieces[0].Start()]
		last, ok2 := where[t.Pieces[len(t.Pieces)-1].End()-1]
		if ok && ok2 {
			_, n := utf8.DecodeRuneInString(j.Text()[last:])
			out = append(out, figure.Time{Span: span.Span{Start: from, End: last + n}, Value: t.Value, Type: t.Type})
		}
	}
	return out
}

// asRecord turns a figure into what the record holds of it.
func asRecord(f figure.Figure, j *span.Joined, ix *span.Index, text string) record.Figure {
	var out record.Figure
	pieces := j.Pieces(f.Span)
	var b strings.Builder
	for _, p := range pieces {
		out.Pieces = append(out.Pieces, record.Piece{ix.Rune(p.Start), ix.Rune(p.End)})
		b.WriteString(p.In(text))
	}
	out.Text, out.Kind, out.Value, out.Rule = b.String(), f.Kind, f.Value, f.Rule
	out.Unit, out.Bound = record.Nullable(f.Unit), record.Nullable(f.Bound)
	return out
}
