package name

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"dateline/internal/span"
)

// TestCases runs the cases of testdata. Each input is a page: texts apart by
// a line of ===, paragraphs by line feeds; a line @2023-03-21 begins a
// dispatch of that day, and {去年|2022} is a time with its value. The output is
// one line an entity: name, other forms in brackets, titles after a slash,
// number of mentions; of titles one line a title.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			texts := pageOf(d.Input)
			r := Find(texts)
			check(t, texts, r)
			switch d.Cmd {
			case "people":
				return entities(texts, r.People)
			case "places":
				return entities(texts, r.Places)
			case "bodies":
				return entities(texts, r.Organizations)
			case "titles":
				return titles(texts, r.People)
			case "references":
				return references(texts, r.References)
			}
			return "unknown command " + d.Cmd
		})
	})
}

func pageOf(input string) []Text {
	var out []Text
	for i, s := range strings.Split(input, "\n===\n") {
		t := Text{Article: fmt.Sprint("a", i)}
		var body strings.Builder
		for k, line := range strings.Split(s, "\n") {
			if day, ok := strings.CutPrefix(line, "@"); ok {
				t.Days = append(t.Days, Time{body.Len(), day})
				continue
			}
			if k > 0 && body.Len() > 0 {
				body.WriteByte('\n')
			}
			for {
				before, rest, ok := strings.Cut(line, "{")
				body.WriteString(before)
				if !ok {
					break
				}
				var expr, value string
				expr, line, _ = strings.Cut(rest, "}")
				expr, value, _ = strings.Cut(expr, "|")
				t.Times = append(t.Times, Time{body.Len(), value})
				body.WriteString(expr)
			}
		}
		t.Body = body.String()
		out = append(out, t)
	}
	return out
}

func titles(texts []Text, list []Entity) string {
	var b strings.Builder
	for _, e := range list {
		for _, t := range e.Titles {
			at := t.At
			if at == "" {
				at = "?"
			}
			fmt.Fprintf(&b, "%s %s %s\n", e.Name, t.Span.In(texts[t.Text].Body), at)
		}
	}
	return b.String()
}

func entities(texts []Text, list []Entity) string {
	var b strings.Builder
	for _, e := range list {
		b.WriteString(e.Name)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, " [%s]", strings.Join(e.Aliases, " "))
		}
		for i, t := range e.Titles {
			sep := " "
			if i == 0 {
				sep = " / "
			}
			b.WriteString(sep + t.Span.In(texts[t.Text].Body))
		}
		fmt.Fprintf(&b, " %d\n", len(e.Mentions))
	}
	return b.String()
}

func references(texts []Text, list []Reference) string {
	var b strings.Builder
	for _, r := range list {
		of := strings.Join(r.Of, " ")
		if of == "" {
			of = "?"
		}
		fmt.Fprintf(&b, "%s = %s\n", r.Span.In(texts[r.Text].Body), of)
	}
	return b.String()
}

// check holds for every result: spans in range, not empty, on characters'
// boundaries, mentions of people apart from each other, names not empty.
func check(t interface{ Fatalf(string, ...any) }, texts []Text, r Result) {
	for k, list := range [][]Entity{r.People, r.Places, r.Organizations} {
		taken := map[[2]int]bool{}
		for _, e := range list {
			if e.Name == "" || len(e.Mentions) == 0 {
				t.Fatalf("entity without name or mention: %+v", e)
			}
			for _, m := range e.Mentions {
				inside(t, texts, m.Text, m.Span)
				if k == 0 {
					inside(t, texts, m.Text, m.With)
					if m.With.Start > m.Span.Start || m.With.End < m.Span.End {
						t.Fatalf("%v is not in %v", m.Span, m.With)
					}
				}
				if n := len(m.Parts); n > 0 && (m.Parts[0].Start != m.Span.Start || m.Parts[n-1].End != m.Span.End || m.Parts[0].End >= m.Parts[n-1].Start) {
					t.Fatalf("%v is in the parts %v", m.Span, m.Parts)
				}
				for i := m.Span.Start; i < m.Span.End && k == 0; i++ {
					if taken[[2]int{m.Text, i}] {
						t.Fatalf("%q is in two mentions", m.Span.In(texts[m.Text].Body))
					}
					taken[[2]int{m.Text, i}] = true
				}
			}
			for _, x := range e.Titles {
				inside(t, texts, x.Text, x.Span)
			}
		}
	}
	for _, x := range r.References {
		inside(t, texts, x.Text, x.Span)
	}
}

func inside(t interface{ Fatalf(string, ...any) }, texts []Text, text int, s span.Span) {
	if text < 0 || text >= len(texts) {
		t.Fatalf("text %d of %d", text, len(texts))
	}
	body := texts[text].Body
	if s.Start < 0 || s.End > len(body) || s.Empty() {
		t.Fatalf("span %v of %d bytes", s, len(body))
	}
	if !utf8Start(body, s.Start) || !utf8Start(body, s.End) {
		t.Fatalf("span %v cuts a character", s)
	}
}

func utf8Start(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// TestAnyText: any characters give a result that holds.
func TestAnyText(t *testing.T) {
	parts := []string{"习近平", "主席", "、", "和", "·", "-", "总统", "普京", "氏", "\n", "。", "：", "以", "为", "团长", "中", "俄", "方", "双方", "他", "王", "李先念徐向前姬鹏飞", "夫人", "𠮷", "Tom", " ", "（", "政府", "阿", "拉", "党的", "十", "大", "第", "届", "全国人民代表大会", "兼", "驻", "我国"}
	rapid.Check(t, func(t *rapid.T) {
		var texts []Text
		for i := range rapid.IntRange(0, 3).Draw(t, "texts") {
			texts = append(texts, Text{Article: fmt.Sprint(i % 2), Body: strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 30).Draw(t, "parts"), "")})
		}
		r, again := Find(texts), Find(texts)
		check(t, texts, r)
		r.Reads, again.Reads = nil, nil // pointers
		if fmt.Sprint(r) != fmt.Sprint(again) {
			t.Fatalf("two readings differ")
		}
	})
}

// FuzzFind: any bytes.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "习近平主席同普京总统", "\xff\xfe王毅", "戴氏·", "、、、和和", "第大届党的大", "以为团长"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		texts := []Text{{Article: "a", Body: s}}
		for _, list := range [][]Entity{Find(texts).People, Find(texts).Places} {
			for _, e := range list {
				for _, m := range e.Mentions {
					_ = m.Span.In(s)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	texts := []Text{{Article: "a", Body: strings.Repeat("国家副主席林安国二十日下午在人民大会堂会见由卡洛夫·米特罗总统率领的代表团。双方就两国关系交换了意见，林安国表示，中方愿同各国发展友好合作关系。部长周海岩、大使陈志敏等参加了会见。\n", 40)}}
	b.SetBytes(int64(len(texts[0].Body)))
	for b.Loop() {
		Find(texts)
	}
}
