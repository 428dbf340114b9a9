package dateline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
	"github.com/google/go-cmp/cmp"

	"dateline/internal/eval"
	"dateline/internal/eval/compose"
	"dateline/record"
)

// sheet is a page to read.
type sheet struct {
	name string
	data []byte
}

// shared is a path beside the repository, "" where it is missing; with CI=true
// it must be there.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	p := filepath.Join(append([]string{"..", "shared"}, path...)...)
	if _, err := os.Stat(p); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Logf("left out: %v", err)
		return ""
	}
	return p
}

// pages are the examples and, where they are at hand, the real pages.
func pages(t *testing.T) []sheet {
	t.Helper()
	files, err := filepath.Glob("examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	if dir := shared(t, "pages"); dir != "" {
		real, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil || len(real) == 0 {
			t.Fatalf("no pages: %v", err)
		}
		files = append(files, real...)
	}
	var out []sheet
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sheet{filepath.Base(f), data})
	}
	return out
}

func reader(t testing.TB, options ...Option) *Reader {
	t.Helper()
	r, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// encoded is the record of a page as bytes.
func encoded(ctx context.Context, r *Reader, p sheet) ([]byte, error) {
	rec, err := r.Read(ctx, Source{Name: p.name, Data: bytes.NewReader(p.data)})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = record.Encode(&b, rec, "")
	return b.Bytes(), err
}

// TestDeterministic reads every page again and again, by many goroutines and
// by one, and wants the same bytes.
func TestDeterministic(t *testing.T) {
	r := reader(t)
	all := pages(t)
	want := make([][]byte, len(all))
	for i, p := range all {
		var err error
		if want[i], err = encoded(t.Context(), r, p); err != nil {
			t.Fatal(err)
		}
	}
	old := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(old)
	for _, n := range []int{1, 2, 4} {
		runtime.GOMAXPROCS(n)
		var group sync.WaitGroup
		for range 3 {
			group.Go(func() {
				for i, p := range all {
					if got, err := encoded(t.Context(), r, p); err != nil || !bytes.Equal(got, want[i]) {
						t.Errorf("%s on %d processors: another record (%v)", p.name, n, err)
					}
				}
			})
		}
		group.Wait()
	}
	for i, p := range all {
		if got, err := encoded(t.Context(), reader(t), p); err != nil || !bytes.Equal(got, want[i]) {
			t.Errorf("%s by another reader: another record (%v)", p.name, err)
		}
	}
}

// TestSliceOfReads: how the bytes come in makes no difference.
func TestSliceOfReads(t *testing.T) {
	r := reader(t)
	for _, p := range pages(t) {
		want, err := encoded(t.Context(), r, p)
		if err != nil {
			t.Fatal(err)
		}
		rec, err := r.Read(t.Context(), Source{Name: p.name, Data: &crumbs{p.data}})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := record.Encode(&b, rec, ""); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s: another record", p.name)
		}
	}
}

// crumbs gives seven bytes at a time.
type crumbs struct{ rest []byte }

func (c *crumbs) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(7, len(p))], c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

// TestVerified holds the record of every page there is against its text: the
// pages, their spoilt forms and composed pages.
func TestVerified(t *testing.T) {
	r := reader(t)
	verify := func(name, text string) {
		rec, got, err := r.ReadText(t.Context(), Source{Name: name, Data: strings.NewReader(text)})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got != strings.TrimPrefix(text, "\ufeff") {
			t.Errorf("%s: the text is another", name)
		}
		for _, p := range record.Verify(rec, got) {
			t.Errorf("%s: %s", name, p)
		}
	}
	for _, p := range pages(t) {
		verify(p.name, string(p.data))
	}
	dir := shared(t)
	if dir == "" || testing.Short() {
		return
	}
	gold, err := eval.LoadGold(filepath.Join(dir, "pages"), filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		for _, f := range eval.Forms {
			q, err := g.Spoil(f)
			if err != nil {
				t.Fatal(err)
			}
			verify(g.Name+" "+f.Name, q.Text)
		}
	}
	pool, err := compose.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	composed, err := pool.Pages(28, 17, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range composed {
		verify(p.Name, p.Text)
	}
}

// TestOptions reads the cases: an option and its value, then its error with
// its meaning and hint, or ok.
func TestOptions(t *testing.T) {
	datadriven.RunTest(t, "testdata/options", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.Lines(d.Input) {
			value := strings.Trim(strings.TrimSpace(line), `"`)
			out.WriteString(strings.TrimSpace(line) + ": " + tryOption(t, d, value) + "\n")
		}
		return out.String()
	})
}

func tryOption(t *testing.T, d *datadriven.TestData, value string) string {
	var o Option
	switch d.Cmd {
	case "published":
		o = WithPublished(value)
	case "max-bytes":
		var n int64
		if _, err := fmt.Sscan(value, &n); err != nil {
			d.Fatalf(t, "%v", err)
		}
		o = WithMaxBytes(n)
	case "encoding":
		o = WithEncoding(value)
	default:
		d.Fatalf(t, "unknown option %s", d.Cmd)
	}
	r, err := New(o)
	if err == nil {
		_, err = r.Read(t.Context(), Source{Name: "x", Data: strings.NewReader("石渡口新桥通车。")})
	}
	if err == nil {
		return "ok"
	}
	return fmt.Sprintf("%v (%s) [%s]", err, Hint(err), meaning(err))
}

// meaning names the meaning of an error.
func meaning(err error) string {
	for name, m := range map[string]error{"not found": ErrNotFound, "not a file": ErrNotFile, "empty": ErrEmpty,
		"too large": ErrTooLarge, "not text": ErrNotText, "invalid": ErrInvalid, "usage": ErrUsage} {
		if errors.Is(err, m) {
			return name
		}
	}
	return "none"
}

// TestPublished: the date that is given is the page's, whatever it prints, and the years of its
// datelines are counted from it; without it the page's own date is.
func TestPublished(t *testing.T) {
	const bridge = "石渡口新桥通车\n本报石渡口12月31日电　石渡口新桥今天上午建成通车。\n"
	for _, x := range []struct{ given, text, value, basis, dateline string }{
		{"2031-01-02", bridge, "2031-01-02", "given", "2030-12-31"},
		{"2031", bridge, "2031", "given", "2031-12-31"},
		{"", "望潮晚报　2032年1月1日　星期四　第三版\n" + bridge, "2032-01-01", "stated", "2031-12-31"},
		{"2033-01-01", "望潮晚报　2032年1月1日　星期四　第三版\n" + bridge, "2033-01-01", "given", "2032-12-31"},
		{"", bridge, "", "", ""},
	} {
		var options []Option
		if x.given != "" {
			options = append(options, WithPublished(x.given))
		}
		rec, err := reader(t, options...).Read(t.Context(), Source{Name: "x", Data: strings.NewReader(x.text)})
		if err != nil {
			t.Fatal(err)
		}
		p := rec.Published
		if string(p.Value) != x.value || string(p.Basis) != x.basis {
			t.Errorf("%+v: published %q, %q", x, p.Value, p.Basis)
		}
		if d := rec.Articles[0].Dateline; d == nil || string(d.Date) != x.dateline {
			t.Errorf("%+v: dateline %+v", x, d)
		}
	}
}

// TestErrors: what cannot be read is an error with its meaning and the
// source's name, and no record.
func TestErrors(t *testing.T) {
	for _, x := range []struct {
		data []byte
		want error
	}{
		{nil, ErrEmpty},
		{[]byte("\ufeff"), ErrEmpty},
		{bytes.Repeat([]byte("石"), 11), ErrTooLarge},
		{[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), ErrNotText},
	} {
		rec, err := reader(t, WithMaxBytes(32)).Read(t.Context(), Source{Name: "石.txt", Data: bytes.NewReader(x.data)})
		if !errors.Is(err, x.want) || rec != nil || err != nil && !strings.Contains(err.Error(), "石.txt") {
			t.Errorf("%q: %v, %v; want %v", x.data, rec, err, x.want)
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := reader(t).Read(t.Context(), Source{Name: "x", Data: io.MultiReader(strings.NewReader("石"), failing{broken})}); !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// TestCancelled: a context that is done ends Read and Stream with its error.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := reader(t).Read(ctx, Source{Name: "x", Data: strings.NewReader("石渡口新桥通车。")}); !errors.Is(err, context.Canceled) {
		t.Errorf("Read: %v", err)
	}
	n := 0
	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	err := reader(t).Stream(ctx, Source{Name: "x", Data: io.LimitReader(&dump{}, 8<<20)}, func(*record.Record) error {
		if n++; n == 2 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 2 {
		t.Errorf("Stream: %v after %d parts", err, n)
	}
}

// dump is a stream of articles without end.
type dump struct {
	n    int
	rest []byte
}

func (d *dump) Read(p []byte) (int, error) {
	for len(d.rest) < len(p) {
		d.n++
		d.rest = fmt.Appendf(d.rest, "石渡口第%d座桥通车\n　　本报石渡口%d月%d日电　石渡口第%d座桥今天上午建成通车，全长%d米。市长顾闻樵说：“这是镇上的第%d座桥。”\n　　管桥的人说，往后每年春天要查一遍桥墩，秋天要清一遍河道，免得再有闪失。\n\n",
			d.n, d.n%12+1, d.n%28+1, d.n, d.n%900+20, d.n)
	}
	n := copy(p, d.rest)
	d.rest = d.rest[n:]
	return n, nil
}

// TestStreamParts: the parts of a stream follow each other without a gap, are
// the whole of it, and each reads as Read reads it alone. No article is cut.
func TestStreamParts(t *testing.T) {
	var whole []byte
	buf, d := make([]byte, 3<<20), &dump{}
	if _, err := io.ReadFull(d, buf); err != nil {
		t.Fatal(err)
	}
	whole = buf[:bytes.LastIndex(buf, []byte("\n\n"))+2]
	r := reader(t)
	var parts []*record.Record
	err := r.Stream(t.Context(), Source{Name: "dump.txt", Data: bytes.NewReader(whole)}, func(rec *record.Record) error {
		parts = append(parts, rec)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) < 2 {
		t.Fatalf("%d parts: nothing is cut", len(parts))
	}
	at, char, articles := int64(0), int64(0), 0
	for i, got := range parts {
		if diff := cmp.Diff(&record.Part{Index: i, Byte: at, Char: char}, got.Source.Part); diff != "" {
			t.Fatalf("part %d: %s", i, diff)
		}
		data := whole[at : at+got.Source.Bytes]
		at += got.Source.Bytes
		char += int64(got.Source.Chars)
		articles += len(got.Articles)
		alone(t, r, got, data)
	}
	if at != int64(len(whole)) || char != int64(utf8.RuneCount(whole)) {
		t.Errorf("the parts hold %d bytes and %d characters of %d and %d", at, char, len(whole), utf8.RuneCount(whole))
	}
	if want := bytes.Count(whole, []byte("\n\n")); articles != want {
		t.Errorf("%d articles, want %d", articles, want)
	}
}

// alone holds the record of a part against that of the same bytes read alone.
func alone(t *testing.T, r *Reader, got *record.Record, data []byte) {
	t.Helper()
	want, text, err := r.ReadText(t.Context(), Source{Name: got.Source.Name, Data: bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	if bad := record.Verify(got, text); bad != nil {
		t.Fatal(bad[0])
	}
	want.Source.Part = got.Source.Part
	a, b := line(t, want), line(t, got)
	if a != b {
		t.Errorf("part %d is not what Read gives: %s", got.Source.Part.Index, cmp.Diff(a[:min(len(a), 2000)], b[:min(len(b), 2000)]))
	}
}

func line(t *testing.T, r *record.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := record.Encode(&b, r, ""); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestStreamPages: a real page as a stream is the page.
func TestStreamPages(t *testing.T) {
	r := reader(t)
	for _, p := range pages(t) {
		n := 0
		var size int64
		err := r.Stream(t.Context(), Source{Name: p.name, Data: bytes.NewReader(p.data)}, func(rec *record.Record) error {
			alone(t, r, rec, p.data[size:size+rec.Source.Bytes])
			n, size = n+1, size+rec.Source.Bytes
			return nil
		})
		if err != nil || size != int64(len(p.data)) {
			t.Errorf("%s: %v, %d parts, %d bytes of %d", p.name, err, n, size, len(p.data))
		}
	}
}

// TestStreamEnds: an error of the function ends the stream, and is the one
// that comes back.
func TestStreamEnds(t *testing.T) {
	stop := errors.New("stop")
	n := 0
	err := reader(t).Stream(t.Context(), Source{Name: "x", Data: &dump{}}, func(*record.Record) error {
		if n++; n == 2 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 2 {
		t.Errorf("%v after %d parts", err, n)
	}
}

// TestStreamMemory: the memory that a stream of 32 MiB holds on to between its
// parts does not grow with it. The bound is a multiple of what a part needs.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 32 MiB")
	}
	const bound = 48 << 20
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	r := reader(t)
	if _, err := r.Read(t.Context(), Source{Name: "x", Data: strings.NewReader("石渡口新桥通车。")}); err != nil {
		t.Fatal(err) // the tables are loaded now
	}
	before, most, n := heap(), uint64(0), 0
	err := r.Stream(t.Context(), Source{Name: "dump", Data: io.LimitReader(&dump{}, 32<<20)}, func(*record.Record) error {
		if n++; n%4 == 0 {
			most = max(most, heap())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if most > before+bound {
		t.Errorf("%d MiB are held during the stream, %d before it", most>>20, before>>20)
	}
	t.Logf("%d parts, %d MiB before, at most %d", n, before>>20, most>>20)
}

// TestReaderShared: a Reader with options is used by several goroutines.
func TestReaderShared(t *testing.T) {
	r := reader(t, WithPublished("2031-05-02"), WithEncoding("utf-8"))
	all := pages(t)
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			p := all[i%len(all)]
			rec, err := r.Read(t.Context(), Source{Name: p.name, Data: bytes.NewReader(p.data)})
			if err == nil && rec.Published.Value != "2031-05-02" {
				t.Errorf("%s: published %s", p.name, rec.Published.Value)
			}
		})
	}
	group.Wait()
}

// FuzzRead: any bytes give a record that verifies against its text and fits
// in JSON, or an error with a meaning.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("internal/page/testdata/split/*")
	if err != nil || len(files) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range slices.Compact(strings.Split(string(data), "split\n")) {
			f.Add([]byte(strings.ReplaceAll(strings.Split(c, "----")[0], "|", "")))
		}
	}
	for _, file := range []string{"testdata/statements", "testdata/checks", "internal/event/testdata/find", "internal/statement/testdata/find"} {
		addCases(f, file)
	}
	f.Add([]byte{0xff, 0xfe, 's', 0})
	f.Add([]byte("~{<:Ky2;VP~}"))
	r := reader(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		rec, text, err := r.ReadText(t.Context(), Source{Name: "x", Data: bytes.NewReader(data)})
		if err != nil {
			if meaning(err) == "none" {
				t.Fatalf("an error without a meaning: %v", err)
			}
			return
		}
		if bad := record.Verify(rec, text); bad != nil {
			t.Fatal(bad)
		}
		var b bytes.Buffer
		if err := record.Encode(&b, rec, ""); err != nil || !json.Valid(b.Bytes()) {
			t.Fatalf("%v: %s", err, &b)
		}
	})
}

// addCases seeds a fuzz test with the pages of a file of cases, or of a folder
// of them.
func addCases(f *testing.F, path string) {
	f.Helper()
	n := 0
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		for _, c := range strings.Split(string(data), "\n\n") {
			if _, page, ok := strings.Cut(c, "\nfind"); ok {
				c = page
			}
			f.Add([]byte(strings.Split(c, "\n----")[0]))
			n++
		}
		return err
	})
	if err != nil || n == 0 {
		f.Fatalf("%s: %d cases, %v", path, n, err)
	}
}
