package statement_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
	"dateline/internal/name"
	"dateline/internal/statement"
)

// read is a body as the stages before read it, with people only.
func read(body string) *clause.Text {
	found := name.Find([]name.Text{{Article: "a1", Body: body}})
	in := clause.Input{Text: body, Folded: found.Reads[0].Folded, Words: found.Reads[0].Words}
	if in.Folded.Len() == 0 {
		in.Folded = lexicon.NewText(body)
	}
	for i, p := range found.People {
		for _, m := range p.Mentions {
			a, b := in.Folded.Char(m.Span.Start), in.Folded.Char(m.Span.End)
			in.Actors = append(in.Actors, clause.Actor{Kind: clause.Person, Start: a, End: b, From: a, To: b, Name: p.Name, People: []int{i}})
		}
	}
	return clause.New(in)
}

// FuzzFind: any text gives statements whose spans lie in it, on the edges of
// characters, each quoted by an earlier one or by none.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "周仁溪说，“桥修好了。", "问：来吗？\n周仁溪：来。\n我们来。", "据临州统计局统计，三万。", "“路。”周仁溪说。", "说说说表示祝贺，。「」『』曰：", "周仁溪表示热烈欢迎，并且谓：\n“一。\n“二。”"} {
		f.Add(s, "qa")
		f.Add(s, "report")
	}
	f.Fuzz(func(t *testing.T, body, kind string) {
		if !utf8.ValidString(body) || len(body) > 4000 {
			t.Skip()
		}
		for i, s := range statement.Find(read(body), statement.Context{Kind: kind}) {
			if s.Content.Start < 0 || s.Content.End > len(body) || s.Content.End < s.Content.Start || s.Span.Start > s.Content.Start || s.Within >= i {
				t.Fatalf("statement %d is %+v", i, s)
			}
			if !utf8.ValidString(s.Content.In(body)) {
				t.Fatalf("statement %d cuts a character", i)
			}
		}
	})
}

// BenchmarkFind reads a month of evening news, build of the sentences
// included.
func BenchmarkFind(b *testing.B) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "xwlb", "2019.jsonl.gz"))
	if err != nil {
		b.Skip("needs ../shared/data/xwlb: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var inputs []clause.Input
	size := 0
	in := bufio.NewScanner(z)
	in.Buffer(nil, 16<<20)
	for in.Scan() && len(inputs) < 500 {
		var item struct{ Paragraphs []string }
		if err := json.Unmarshal(in.Bytes(), &item); err != nil {
			b.Fatal(err)
		}
		body := strings.Join(item.Paragraphs, "\n")
		found := name.Find([]name.Text{{Article: "a1", Body: body}})
		inputs = append(inputs, clause.Input{Text: body, Folded: found.Reads[0].Folded, Words: found.Reads[0].Words})
		size += len(body)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range inputs {
			statement.Find(clause.New(in), statement.Context{Kind: "report"})
		}
	}
}
