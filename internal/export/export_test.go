package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/archive"
	"dateline/internal/export"
	"dateline/internal/fault"
	"dateline/record"
)

// fixture is testdata/page.txt with its record, which is written by hand where
// the rules of the day read it otherwise. Its origin begins as a formula does.
func fixture(t testing.TB) *export.Page {
	t.Helper()
	text, err := os.ReadFile("testdata/page.txt")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/page.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := record.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if bad := record.Verify(r, string(text)); len(bad) > 0 {
		t.Fatal(bad)
	}
	return &export.Page{ID: "k3v7q2m5xa", Origin: "-papers/2031-12-09.txt", Text: string(text), Record: r,
		Given: archive.Given{Day: "2031-12-09", Publication: "《湖滨日报》", URL: "https://example.org/2031/12/09?a=1&b=2"}}
}

// TestGolden holds what is written of the fixture to testdata/golden, a file a
// format. A zip file stands as its files; what is not text is left to others
// (TestOutside).
func TestGolden(t *testing.T) {
	for _, name := range []string{"csv", "web-annotation", "stam", "ninjs", "schema-org", "tei"} {
		datadriven.RunTest(t, filepath.Join("testdata", "golden", name), func(t *testing.T, d *datadriven.TestData) string {
			f, err := export.ByName(d.CmdArgs[0].Key)
			if err != nil {
				t.Fatal(err)
			}
			out := bytesOf(t, f, fixture(t))
			if f.Files == nil {
				return string(out)
			}
			return strings.ReplaceAll(unzipped(t, out), "\r\n", "\n")
		})
	}
}

func bytesOf(t testing.TB, f export.Format, pages ...*export.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, seq(pages)); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

// unzipped are the files of a zip file under their names.
func unzipped(t testing.TB, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "== %s\n%s", f.Name, data)
	}
	return out.String()
}

// TestDeterministic: the same pages are the same bytes.
func TestDeterministic(t *testing.T) {
	pages := examples(t)
	for _, f := range export.Formats() {
		if a, b := bytesOf(t, f, pages...), bytesOf(t, f, pages...); !bytes.Equal(a, b) {
			t.Errorf("%s: %d and %d bytes, not the same", f.Name, len(a), len(b))
		}
	}
}

// TestErrors: an error of the pages, and one of the writer wherever it comes,
// is returned.
func TestErrors(t *testing.T) {
	broken := errors.New("broken")
	page := fixture(t)
	after := func(yield func(*export.Page, error) bool) { _ = yield(page, nil) && yield(nil, broken) }
	for _, f := range export.Formats() {
		if err := f.Write(io.Discard, after); !errors.Is(err, broken) {
			t.Errorf("%s: %v, want the error of the pages", f.Name, err)
		}
		size := len(bytesOf(t, f, page))
		for _, n := range []int{0, 1, size / 2, size - 1} {
			if err := f.Write(&full{n, broken}, seq([]*export.Page{page})); !errors.Is(err, broken) {
				t.Errorf("%s: %v after %d of %d bytes, want the error of the writer", f.Name, err, n, size)
			}
		}
	}
}

// full is a writer with room for some bytes.
type full struct {
	room int
	err  error
}

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		n := f.room
		f.room = 0
		return n, f.err
	}
	f.room -= len(b)
	return len(b), nil
}

// TestOnce: the pages are gone over once.
func TestOnce(t *testing.T) {
	page := fixture(t)
	for _, f := range export.Formats() {
		times := 0
		var once iter.Seq2[*export.Page, error] = func(yield func(*export.Page, error) bool) {
			times++
			yield(page, nil)
		}
		if err := f.Write(io.Discard, once); err != nil || times != 1 {
			t.Errorf("%s: the pages were gone over %d times (%v)", f.Name, times, err)
		}
	}
}

// TestEmpty: no pages, and pages in which nothing was found, are written as
// documents that can be read.
func TestEmpty(t *testing.T) {
	nothing := &export.Page{ID: "x", Record: &record.Record{Format: record.Format}}
	for _, pages := range [][]*export.Page{nil, {nothing}} {
		for _, f := range export.Formats() {
			out := bytesOf(t, f, pages...)
			if err := wellFormed(f, out); err != nil {
				t.Errorf("%s of %d pages: %v\n%s", f.Name, len(pages), err, out)
			}
		}
	}
}

// wellFormed reports what is not JSON, XML or zip where the media type says
// so.
func wellFormed(f export.Format, b []byte) error {
	switch {
	case strings.HasSuffix(f.MediaType, "zip"):
		_, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		return err
	case strings.HasSuffix(f.MediaType, "xml"):
		return xml.Unmarshal(b, new(struct{}))
	case strings.HasSuffix(f.MediaType, "json"):
		if !json.Valid(b) {
			return errors.New("not JSON")
		}
	}
	return nil
}

// TestFiles: a format of several files writes them apart as they stand in its
// zip file.
func TestFiles(t *testing.T) {
	for _, f := range export.Formats() {
		if (f.Files == nil) != (f.WriteFiles == nil) {
			t.Errorf("%s: Files without WriteFiles, or the other way", f.Name)
		}
		if f.WriteFiles == nil {
			continue
		}
		dir := t.TempDir()
		create := func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }
		if err := f.WriteFiles(create, seq(examples(t))); err != nil {
			t.Fatal(err)
		}
		var apart strings.Builder
		for _, name := range f.Files {
			b, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&apart, "== %s\n%s", name, b)
		}
		if unzipped(t, bytesOf(t, f, examples(t)...)) != apart.String() {
			t.Errorf("%s: the files apart are others than those in the zip file", f.Name)
		}
	}
}

func TestByName(t *testing.T) {
	for _, f := range export.Formats() {
		got, err := export.ByName(f.Name)
		if err != nil || got.Title != f.Title {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if _, err := export.ByName("xls"); !errors.Is(err, fault.Usage) || !strings.Contains(fault.Hint(err), "csv, parquet") {
		t.Errorf("xls: %v (%s)", err, fault.Hint(err))
	}
}

// docs is the reference of the formats.
const docs = "../../docs/exports.md"

// TestDocs holds the list of formats in docs/exports.md, between two marks, to
// what the formats say of themselves; -rewrite writes it.
func TestDocs(t *testing.T) {
	const begin, end = "<!-- formats -->\n", "<!-- end of formats -->\n"
	b, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(b), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("the marks are missing")
	}
	want := head + begin + reference() + end + tail
	if f := flag.Lookup("rewrite"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(docs, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(b) {
		t.Error("docs/exports.md is not what the formats say: go test ./internal/export -run TestDocs -rewrite")
	}
}

// reference is the list of formats as Markdown.
func reference() string {
	var b strings.Builder
	b.WriteString("| format | what it is | file | media type |\n|---|---|---|---|\n")
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | `.%s` | `%s` |\n", f.Name, f.Name, f.Title, f.Ext, f.MediaType)
	}
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "\n### %s\n\n%s.", f.Name, strings.TrimSuffix(f.Title, "."))
		if len(f.Files) > 0 {
			fmt.Fprintf(&b, " Its files are `%s`.", strings.Join(f.Files, "`, `"))
		}
		b.WriteString(" What it cannot hold:\n\n")
		for _, l := range f.Lost {
			fmt.Fprintf(&b, "- %s\n", l)
		}
	}
	return b.String()
}
