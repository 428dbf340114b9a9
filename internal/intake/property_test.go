package intake

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"dateline/internal/fault"
)

// drawn is an article of a drawn dump; one that is broken is bytes that are
// no article, on one line.
type drawn struct {
	headline, body string
	broken         string
}

func drawArticles(t *rapid.T, broken []string) []drawn {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("港区新桥石渡口，。“”\", \n\t;|'AB1")), 0, 30, -1)
	var out []drawn
	for i := range rapid.IntRange(1, 12).Draw(t, "articles") {
		if rapid.IntRange(0, 5).Draw(t, "broken") == 0 {
			out = append(out, drawn{broken: rapid.SampledFrom(broken).Draw(t, "line")})
			continue
		}
		out = append(out, drawn{headline: fmt.Sprintf("第%d条%s", i, strings.TrimSpace(text.Draw(t, "headline"))), body: "正文" + text.Draw(t, "body") + "完"})
	}
	return out
}

// onDisk writes a dump, perhaps compressed, perhaps in GB18030.
func onDisk(t *rapid.T, dir, name string, data []byte) string {
	if rapid.Bool().Draw(t, "gb18030") {
		gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes(data)
		if err != nil {
			t.Fatalf("%v", err)
		}
		data = gb
	}
	if rapid.Bool().Draw(t, "gzip") {
		data, name = packed(data), name+".gz"
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatalf("%v", err)
	}
	return path
}

// nothingLost holds what came out to what was written: every article in order
// with its text, an error for every one that is broken, at its line.
func nothingLost(t *rapid.T, path string, want []drawn, at []int) {
	items, errs := all(t, []string{path}, Options{})
	for i, w := range want {
		if w.broken != "" {
			var e *Error
			if len(errs) == 0 || !errors.As(errs[0], &e) || e.Line != at[i] || !errors.Is(e, fault.Invalid) {
				t.Fatalf("the broken line %d gave %v", at[i], errs)
			}
			errs = errs[1:]
			continue
		}
		if len(items) == 0 {
			t.Fatalf("%q is lost; errors %v", w.headline, errs)
		}
		it := items[0]
		items = items[1:]
		if it.Line != at[i] || it.Given.Headline != oneLine(w.headline) {
			t.Fatalf("line %d %q, not %d %q", it.Line, it.Given.Headline, at[i], w.headline)
		}
		text := strings.Join(strings.Fields(string(it.Data)), "")
		if want := strings.Join(strings.Fields(w.headline+w.body), ""); text != want {
			t.Fatalf("the text is %q, not %q", text, want)
		}
	}
	if len(items) > 0 || len(errs) > 0 {
		t.Fatalf("too much: %+v %v", items, errs)
	}
}

// TestNothingLostJSONL: whatever lines stand between them, every article of
// JSON Lines comes out, in its order.
func TestNothingLostJSONL(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := drawArticles(t, []string{"{", `{"body": "没有关`, "港区", `["正文"]`, "null", `{"body": [{}]}`, `"`, `{"body": "甲"},`})
		var data bytes.Buffer
		var at []int
		for i, w := range want {
			at = append(at, i+1)
			if w.broken != "" {
				data.WriteString(w.broken + "\n")
				continue
			}
			l, _ := json.Marshal(map[string]any{"title": w.headline, "body": w.body}) // strings only
			data.Write(append(l, '\n'))
		}
		nothingLost(t, onDisk(t, dir, "a.jsonl", data.Bytes()), want, at)
	})
}

// TestNothingLostCSV: the same of a table, of whose broken rows some leave a
// quotation open.
func TestNothingLostCSV(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		broken := []string{`坏,"没有关`, `"没有关,坏`, `坏,甲,乙`, `"坏"x,甲,乙`, `坏,"甲"",乙`}
		want := drawArticles(t, broken)
		data := bytes.NewBufferString("title,body\n")
		w := csv.NewWriter(data)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		var at []int
		for _, a := range want {
			at = append(at, 1+bytes.Count(data.Bytes(), []byte("\n")))
			if a.broken != "" {
				data.WriteString(a.broken + "\n")
				continue
			}
			_ = w.Write([]string{a.headline, a.body}) // to memory
			w.Flush()
		}
		nothingLost(t, onDisk(t, dir, "a.csv", data.Bytes()), want, at)
	})
}

// TestSameContent: an article is known again in another kind of dump, at
// another place and compressed.
func TestSameContent(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.WriteFile("a.csv", []byte("x,title,body,date\n1,港区,甲<乙>,2031-04-05\n"), 0o644))
	must(t, os.WriteFile("b.jsonl.gz", packed([]byte("{}\n"+`{"date":"2031-04-05","body":"甲<乙>","x":1,"title":"港区"}`)), 0o644))
	items, errs := all(t, []string{"a.csv", "b.jsonl.gz"}, Options{})
	if len(items) != 2 || len(errs) != 1 {
		t.Fatalf("%v %v", items, errs)
	}
	a, err := items[0].Content()
	must(t, err)
	b, err := items[1].Content()
	must(t, err)
	if want := `{"text":"港区\n甲<乙>\n","given":{"headline":"港区","day":"2031-04-05","more":{"x":"1"}}}` + "\n"; string(a) != want || string(b) != want {
		t.Errorf("%s%s%s", a, b, want)
	}
}

// fuzz holds one dump to what is promised of all: the run ends, its items and
// errors are in the order of their lines, and what is read is all there was.
func fuzz(t *testing.T, data []byte, form Form) {
	o := Options{Form: form, MaxBytes: 1 << 12, Stdin: bytes.NewReader(data)}
	in, err := Open(t.Context(), []string{"-"}, o)
	must(t, err)
	last, ended := 0, false
	for it, err := range in.Items() {
		holdItem(t, it, err)
		line := it.Line
		if e := new(Error); errors.As(err, &e) {
			line = e.Line
		} else if err != nil {
			t.Fatalf("%T %v", err, err)
		}
		if ended || line < last || line == last && line > 0 {
			t.Fatalf("line %d after %d", line, last)
		}
		last, ended = line, line == 0
		if len(it.Data) > 1<<12 {
			t.Fatalf("%d bytes", len(it.Data))
		}
	}
	if in.Read() > int64(len(data)) {
		t.Fatalf("read %d of %d", in.Read(), len(data))
	}
}

// FuzzJSONL reads any bytes as JSON Lines.
func FuzzJSONL(f *testing.F) {
	for _, s := range []string{`{"title":"港区","body":["甲","乙"]}` + "\n{\n", "\xef\xbb\xbf{}", `{"body":1e9,"date":"2031年4月5日"}`, "\x1f\x8b\x08", "{\"body\":\"\xb8\xdb\xc7\xf8\"}", "\xff\xfe{\x00}\x00"} {
		f.Add([]byte(s))
	}
	f.Add(packed([]byte(`{"body":"甲"}`)))
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, data, JSONL) })
}

// FuzzCSV reads any bytes as a table.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"title,body\n甲,\"乙\n丙\"\n\"x\n", "body\n\"\"\"\n\"\n", "\xef\xbb\xbfbody;a\r\n1;2\r\n", "body\tbody\n1", "text,\n\"a\"b,c\n", "\xd5\xfd\xce\xc4,a\n\xb8\xdb\xc7\xf8,1\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, data, CSV) })
}
