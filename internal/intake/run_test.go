package intake

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCancelled: once the context is done its error is the last, in the middle
// of a dump and before a folder is looked through.
func TestCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.WriteFile("a.jsonl", []byte(strings.Repeat(`{"body":"甲"}`+"\n", 50_000)), 0o644))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	in, err := Open(ctx, []string{"a.jsonl", "a.jsonl"}, Options{})
	must(t, err)
	n, last := 0, error(nil)
	for _, err := range in.Items() {
		if last = err; err == nil {
			n++
		}
		if n == 10 {
			cancel()
		}
	}
	if n != 10 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d items, then %v", n, last)
	}
	if _, err := Open(ctx, []string{"."}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("open: %v", err)
	}
}

// TestLeft: who has enough ends the run, and the rest is not read.
func TestLeft(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.WriteFile("a.jsonl", []byte(strings.Repeat(`{"body":"甲"}`+"\n", 50_000)), 0o644))
	in, err := Open(t.Context(), []string{".", "a.jsonl"}, Options{})
	must(t, err)
	for _, err := range in.Items() {
		must(t, err)
		break
	}
	if in.Read() > 2*sampleBytes || in.Total() < 1_000_000 {
		t.Errorf("read %d of %d", in.Read(), in.Total())
	}
}

// failing gives some bytes and then an error.
type failing struct{ data io.Reader }

func (f failing) Read(p []byte) (int, error) {
	n, err := f.data.Read(p)
	if err == io.EOF {
		err = errors.New("the disk fails")
	}
	return n, err
}

// TestBrokenReader: what was read before the reader failed comes out, but for
// the line that it failed in.
func TestBrokenReader(t *testing.T) {
	whole := strings.Repeat(`{"body":"甲"}`+"\n", 20_000)
	for _, x := range []struct {
		data string
		n    int
	}{{whole + `{"body":"乙"}`, 20_000}, {"", 0}} {
		items, errs := all(t, []string{"-"}, Options{Form: JSONL, Stdin: failing{strings.NewReader(x.data)}})
		if len(items) != x.n || len(errs) != 1 || !strings.HasSuffix(errs[0].Error(), "the disk fails") {
			t.Errorf("%d items, then %v", len(items), errs)
		}
	}
}

// TestUnreadable: a folder that may not be read is an error of its own.
func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	t.Chdir(t.TempDir())
	must(t, os.MkdirAll("in/a", 0o755))
	must(t, os.WriteFile("in/b.txt", []byte("甲"), 0o644))
	must(t, os.Chmod("in/a", 0))
	defer func() { _ = os.Chmod("in/a", 0o755) }()
	items, errs := all(t, []string{"in"}, Options{})
	if len(items) != 1 || len(errs) != 1 {
		t.Errorf("%v %v", items, errs)
	}
}

// TestSwapped: a file of a folder that becomes a link out of it after it was
// seen is not read.
func TestSwapped(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, os.Mkdir("in", 0o755))
	must(t, os.WriteFile("secret", []byte("甲"), 0o644))
	must(t, os.WriteFile("in/a.txt", []byte("乙"), 0o644))
	in, err := Open(t.Context(), []string{"in"}, Options{})
	must(t, err)
	for f, err := range in.files() {
		must(t, err)
		must(t, os.Remove("in/a.txt"))
		must(t, os.Symlink("../secret", "in/a.txt"))
		if rc, err := f.open(); err == nil {
			rc.Close()
			t.Error("it was opened")
		}
	}
}

// TestShared reads the dumps of others whole: as many articles as they have,
// the rows without a text said.
func TestShared(t *testing.T) {
	for _, x := range []struct {
		glob        string
		items, errs int
	}{{"xwlb/2012.jsonl.gz", 2693, 0}, {"xwlb/2026.jsonl.gz", 2161, 0}, {"cpcnews-2020/*.csv.gz", 3675, 49}} {
		paths, _ := filepath.Glob(filepath.Join(home, "../../../shared/data", x.glob))
		if len(paths) == 0 {
			if os.Getenv("CI") == "true" {
				t.Fatalf("../shared/data/%s is missing", x.glob)
			}
			t.Skipf("../shared/data/%s is missing", x.glob)
		}
		in, err := Open(t.Context(), paths, Options{})
		must(t, err)
		items, errs := 0, 0
		for it, err := range in.Items() {
			if err != nil {
				errs++
				continue
			}
			items++
			if it.Given.Headline == "" && strings.Contains(x.glob, "xwlb") || len(it.Given.Day) != len("2006-01-02") {
				t.Errorf("%s: %+v", it.Origin, it.Given)
			}
		}
		if items != x.items || errs != x.errs || in.Read() != in.Total() {
			t.Errorf("%s: %d items, %d errors, read %d of %d bytes", x.glob, items, errs, in.Read(), in.Total())
		}
	}
}

// TestManyOpenQuotations: rows that each leave a quotation open cost no more
// than those that do not; no line is looked at again and again.
func TestManyOpenQuotations(t *testing.T) {
	for _, row := range []string{"\"x", "\"\"\"", "a,\"", "\"\"x,\"", "x"} {
		data := "title,body\n" + strings.Repeat(row+"\n", 100_000)
		l, err := newLines("", bufio.NewReaderSize(strings.NewReader(data), sampleBytes), "", 1<<26)
		must(t, err)
		table, scanned := table{lines: l, comma: ','}, 0
		for {
			_, first := table.next()
			if first.err == io.EOF {
				break
			}
			if table.columns == nil {
				must(t, table.head([]string{"title", "body"}, nil))
			}
			scanned += 1 + len(l.again)
		}
		if scanned > 500_000 {
			t.Errorf("%q: %d lines put back", row, scanned)
		}
	}
}

// TestDay holds dates as dumps write them to their ISO form, "" for what is
// none.
func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-05": "2031-04-05", "20310405": "2031-04-05", " 2031/4/5 ": "2031-04-05", "2031.4.5": "2031-04-05", "2031年4月5日": "2031-04-05",
		"2031年4月5日 星期六 08:30": "2031-04-05", "2031-04-05 08:30:00": "2031-04-05", "2031-04-05T23:30:00Z": "2031-04-05", "20310405083000": "2031-04-05",
		"2031-04": "2031-04", "203104": "2031-04", "2031年4月": "2031-04", "2031年": "2031", "2031": "2031",
		"Sat, 05 Apr 2031 08:30:00 GMT": "2031-04-05", "April 5, 2031": "2031-04-05", "5 April 2031": "2031-04-05",
		"2031-02-29": "", "2031-13": "", "2031-4-31": "", "昨天": "", "": "", "31-04-05": "", "1234567890": "", "2031-04-05x": "", "2031年4日": "",
	} {
		if got, ok := day(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, not %q", in, got, ok, want)
		}
	}
}

// BenchmarkJSONL reads a dump of short articles.
func BenchmarkJSONL(b *testing.B) {
	bench(b, JSONL, strings.Repeat(`{"title":"港区开工","paragraphs":["港区今天开工，市长林知远出席。","新桥通车。"],"day":"20310405","num":3}`+"\n", 1000))
}

// BenchmarkCSV reads a table of short articles.
func BenchmarkCSV(b *testing.B) {
	bench(b, CSV, "title,date,body\n"+strings.Repeat("港区开工,2031-04-05,\"港区今天开工，市长林知远出席。\n\t新桥通车。\"\n", 1000))
}

func bench(b *testing.B, form Form, data string) {
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		in, err := Open(b.Context(), []string{"-"}, Options{Form: form, Stdin: strings.NewReader(data)})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range in.Items() {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 1000 {
			b.Fatalf("%d items", n)
		}
	}
}
