package page

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"dateline/internal/eval"
	"dateline/internal/eval/compose"
	"dateline/internal/span"
)

// part is one thing that stands on the page.
type part struct {
	name   string
	pieces span.Pieces
}

// parts are all that a page was cut into.
func (p *Page) parts() []part {
	var out []part
	for i := range p.Articles {
		a := &p.Articles[i]
		at := fmt.Sprintf("article %d ", i+1)
		for _, h := range a.Headlines {
			out = append(out, part{at + "headline", h.Pieces})
		}
		if a.Dateline != nil {
			out = append(out, part{at + "dateline", a.Dateline.Pieces})
		}
		out = append(out, part{at + "byline", a.Byline}, part{at + "credit", a.Credit})
		for _, q := range a.Paragraphs {
			out = append(out, part{at + "paragraph", q})
		}
		for _, c := range a.Continued {
			out = append(out, part{at + "continuation", c.Pieces})
		}
	}
	for _, f := range p.Furniture {
		out = append(out, part{"furniture " + f.Rule, f.Pieces})
	}
	return out
}

// violations says what does not hold of a page that was split, whatever the
// text: its parts lie in the text, on characters, in order, and together they
// are all of it but space, brackets and marks.
func violations(text string, p *Page) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	owner := make([]uint16, len(text))
	parts := p.parts()
	for n, q := range parts {
		optional := strings.HasSuffix(q.name, "byline") || strings.HasSuffix(q.name, "credit")
		if len(q.pieces) == 0 && !optional {
			say("%s: no pieces", q.name)
		}
		if why := badPieces(text, q.pieces); why != "" {
			say("%s: %s", q.name, why)
			continue
		}
		claim(text, owner, parts, n, say)
	}
	lost(text, owner, say)
	for i := range p.Articles {
		badArticle(text, p, i, say)
	}
	return out
}

// badPieces says what is wrong with pieces on their own.
func badPieces(text string, pieces span.Pieces) string {
	end := -1
	for _, s := range pieces {
		switch {
		case s.Start < 0 || s.End > len(text) || s.Start >= s.End:
			return fmt.Sprintf("piece %v of %d bytes", s, len(text))
		case s.Start <= end:
			return fmt.Sprintf("piece %v after one that ends at %d", s, end)
		case s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]):
			return fmt.Sprintf("piece %v cuts a character", s)
		case strings.TrimFunc(s.In(text), isSpace) != s.In(text):
			return fmt.Sprintf("piece %q has space at its ends", s.In(text))
		}
		end = s.End
	}
	return ""
}

// claim marks the bytes of part n, and reports those that another part has.
func claim(text string, owner []uint16, parts []part, n int, say func(string, ...any)) {
	for _, s := range parts[n].pieces {
		for i := s.Start; i < s.End; i++ {
			if o := owner[i]; o != 0 && int(o) != n%65000+1 {
				say("%s and %s both have %q", parts[o-1].name, parts[n].name, around(text, i))
				break
			}
			owner[i] = uint16(n%65000 + 1)
		}
	}
}

// lost reports what is in no part and is more than space, brackets and marks.
func lost(text string, owner []uint16, say func(string, ...any)) {
	for i, r := range text {
		if owner[i] == 0 && !unicode.IsSpace(r) && !isSpace(r) && !unicode.IsPunct(r) {
			say("lost %q in %q", r, around(text, i))
			return
		}
	}
}

func around(text string, at int) string {
	return text[floor(text, max(0, at-24)):cut(text, at+24)]
}

// badArticle reports what does not hold inside an article.
func badArticle(text string, p *Page, i int, say func(string, ...any)) {
	a := &p.Articles[i]
	var flat span.Pieces
	last := -1
	for _, q := range a.Paragraphs {
		if q.Start() < last {
			say("article %d: a paragraph at %d after %d", i+1, q.Start(), last)
		}
		last = q.End()
		flat = append(flat, q...)
	}
	body := a.Body.Text()
	if got := a.Body.Pieces(span.Span{End: len(body)}); !slices.Equal(merge(got), merge(flat)) {
		say("article %d: the body is %v, the paragraphs %v", i+1, got, flat)
	}
	if n := strings.Count(body, "\n"); len(a.Paragraphs) > 0 && n != len(a.Paragraphs)-1 && !strings.Contains(flat.In(text), "\n") {
		say("article %d: %d paragraphs, %d line feeds in the body", i+1, len(a.Paragraphs), n)
	}
	for _, c := range a.Continued {
		if c.Before < 0 || c.Before > len(a.Paragraphs) {
			say("article %d: a mark before paragraph %d of %d", i+1, c.Before, len(a.Paragraphs))
		}
	}
	for _, h := range a.Headlines {
		if h.Before < 0 || h.Before > len(a.Paragraphs) {
			say("article %d: a heading before paragraph %d of %d", i+1, h.Before, len(a.Paragraphs))
		}
	}
	if a.Illustrates >= len(p.Articles) || a.Illustrates == i {
		say("article %d illustrates %d of %d", i+1, a.Illustrates, len(p.Articles))
	}
}

// merge puts pieces that touch together.
func merge(p span.Pieces) span.Pieces {
	var out span.Pieces
	for _, s := range p {
		out = out.Append(s)
	}
	return out
}

// check fails for what does not hold, once for each kind.
func check(t interface {
	Errorf(string, ...any)
	Helper()
}, name, text string) {
	t.Helper()
	for _, v := range violations(text, Split(text)) {
		t.Errorf("%s: %s", name, v)
	}
}

// shared is a path beside the repository; a test that needs one that is
// missing is skipped, and fails with CI=true.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	p := filepath.Join(append([]string{"..", "..", "..", "shared"}, path...)...)
	if _, err := os.Stat(p); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("not beside the repository: ", err)
	}
	return p
}

// TestExamplesWhole: nothing of our own pages is lost.
func TestExamplesWhole(t *testing.T) {
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		check(t, filepath.Base(f), strings.TrimPrefix(string(data), "\ufeff"))
	}
}

// TestCasesWhole: nothing of the cases is lost, those known to be wrong
// included.
func TestCasesWhole(t *testing.T) {
	n := 0
	for _, c := range cases(t) {
		n++
		check(t, c, c)
	}
	if n < 40 {
		t.Errorf("%d cases", n)
	}
}

// cases are the pages of all cases.
func cases(t interface{ Fatal(...any) }) []string {
	files, err := filepath.Glob("testdata/split/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range append(files, "testdata/known-wrong") {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split("\n"+string(data), "\nsplit") {
			_, block, ok := strings.Cut(block, "\n")
			in, _, end := strings.Cut(block, "\n----")
			if ok && end {
				out = append(out, input(&datadriven.TestData{Input: in}))
			}
		}
	}
	return out
}

// TestPagesWhole: nothing of the real pages is lost, as they are and spoilt.
func TestPagesWhole(t *testing.T) {
	gold, err := eval.LoadGold(shared(t, "pages"), shared(t, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		check(t, g.Name, g.Text)
		for _, f := range eval.Forms {
			q, err := g.Spoil(f)
			if err != nil {
				t.Fatal(err)
			}
			check(t, g.Name+" "+f.Name, q.Text)
		}
	}
}

// TestComposedWhole: nothing of composed pages is lost.
func TestComposedWhole(t *testing.T) {
	pool, err := compose.Load(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, natural := range []bool{false, true} {
		pages, err := pool.Pages(60, 11, compose.Options{Natural: natural})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			check(t, p.Name, p.Text)
		}
	}
}

// bits are what random pages are made of.
var bits = []string{"石渡口新桥通车", "本报讯", "新华社石渡口5月1日电", "（记者 顾小满）", "〔路透社聖洛卡六日電〕", "〔又訊〕", "据海通社电", "（下转第四版）", "（上接第一版）",
	"问：", "答：", "△", "3月1日", "《", "》", "“", "”", "。", "，", "：", "（", "）", "【", "】", "〔", "[", "]", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "　　", " ", "\t", "\u00a0",
	"望潮晚报　2031年10月9日　星期四　第三版", "- 3 -", "第三版", "首页 > 新闻", "打印本页", "来源：望潮晚报", "责任编辑：罗敬之", "图为石渡口。", "新华社发", "顾小满摄", "一、", "——", "Northern Cape", "12", "3.5%", "@", "\u200b", "\ufeff", "\ufffd", "𠮷",
	"石渡口新桥今天上午建成通车，两岸的居民从此不必再坐渡船过河。", "管桥的人说，往后每年春天要查一遍桥墩，秋天要清一遍", "[视频]", "央视网消息（新闻联播）：", "相关新闻", "版权所有"}

// TestRandomWhole: nothing of a page put together at random is lost.
func TestRandomWhole(t *testing.T) {
	bit := rapid.SampledFrom(bits)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(bit, 0, 40).Draw(t, "page"), "")
		check(t, "page", text)
	})
}

// FuzzSplit: whatever the text, the page keeps the rules above.
func FuzzSplit(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Split(text)
		check(t, "page", valid(text))
	})
}
