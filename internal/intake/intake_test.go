package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
	"golang.org/x/text/encoding/htmlindex"

	"dateline/internal/fault"
)

// TestCases reads the cases. "write" makes a file of its input, name=PATH, in
// an encoding with encoding=LABEL, compressed with gzip, with bom a byte-order
// mark before it, with crlf, with cut=N without its last N bytes. "link" makes
// a link name=PATH to=TARGET. "items" reads paths=(…) and says what comes out:
// map=FIELD=NAME;FIELD=NAME, form=FORM, encoding=LABEL, max=BYTES, and its
// input is standard input. "map" reads a map a line.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		t.Chdir(t.TempDir())
		if !filepath.IsAbs(path) {
			path = filepath.Join(home, path)
		}
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "write":
				return writeFile(t, d)
			case "link":
				var name, to string
				d.ScanArgs(t, "name", &name)
				d.ScanArgs(t, "to", &to)
				must(t, os.MkdirAll(filepath.Dir(name), 0o755))
				must(t, os.Symlink(to, name))
				return ""
			case "items":
				return sayItems(t, d)
			case "map":
				return sayMaps(d.Input)
			}
			d.Fatalf(t, "no such command")
			return ""
		})
	})
}

// home is where the package is: tests go elsewhere.
var home, _ = os.Getwd()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func writeFile(t *testing.T, d *datadriven.TestData) string {
	var name string
	d.ScanArgs(t, "name", &name)
	data := d.Input
	if d.HasArg("crlf") {
		data = strings.ReplaceAll(data, "\n", "\r\n")
	}
	if d.HasArg("bom") {
		data = "\ufeff" + data
	}
	if d.HasArg("encoding") {
		var label string
		d.ScanArgs(t, "encoding", &label)
		data = encode(t, data, label)
	}
	raw := []byte(data)
	if d.HasArg("gzip") {
		raw = packed(raw)
	}
	if d.HasArg("cut") {
		var n int
		d.ScanArgs(t, "cut", &n)
		raw = raw[:len(raw)-n]
	}
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, raw, 0o644))
	return ""
}

func encode(t *testing.T, s, label string) string {
	t.Helper()
	enc, err := htmlindex.Get(label)
	must(t, err)
	out, err := enc.NewEncoder().String(s)
	must(t, err)
	return out
}

func packed(raw []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(raw) // to memory
	_ = z.Close()
	return b.Bytes()
}

func sayItems(t *testing.T, d *datadriven.TestData) string {
	o := Options{Stdin: strings.NewReader(d.Input)}
	var err error
	for _, a := range d.CmdArgs {
		switch a.Key {
		case "map":
			o.Map, err = ParseMap(strings.ReplaceAll(strings.Join(a.Vals, "="), ";", ","))
			must(t, err)
		case "form":
			o.Form = Form(a.Vals[0])
		case "encoding":
			o.Encoding = a.Vals[0]
		case "max":
			d.ScanArgs(t, "max", &o.MaxBytes)
		}
	}
	var paths []string
	for _, a := range d.CmdArgs {
		if a.Key == "paths" {
			paths = a.Vals
		}
	}
	in, err := Open(t.Context(), paths, o)
	if err != nil {
		return sayErr(err)
	}
	var out strings.Builder
	for it, err := range in.Items() {
		if err != nil {
			out.WriteString(sayErr(err))
			continue
		}
		holdItem(t, it, err)
		sayItem(&out, it)
	}
	if d.HasArg("bytes") {
		fmt.Fprintf(&out, "read %d of %d\n", in.Read(), in.Total())
	}
	return out.String()
}

// sayErr says an error, its hint, and its meaning.
func sayErr(err error) string {
	s := "error: " + err.Error()
	if skip := new(Skip); errors.As(err, &skip) {
		s = "skip: " + err.Error()
	}
	for _, m := range []error{fault.NotFound, fault.NotFile, fault.Empty, fault.TooLarge, fault.NotText, fault.Invalid, fault.Usage} {
		if errors.Is(err, m) {
			s += " (" + m.Error() + ")"
		}
	}
	if h := fault.Hint(err); h != "" {
		s += "\n  hint: " + h
	}
	return s + "\n"
}

func sayItem(out *strings.Builder, it Item) {
	fmt.Fprintf(out, "%s (%s) line %d %s\n", it.Origin, it.Name, it.Line, it.Encoding)
	g := it.Given
	for _, f := range []struct{ name, value string }{{"headline", g.Headline}, {"day", g.Day}, {"url", g.URL}, {"publication", g.Publication}, {"author", g.Author}, {"page", g.Page}} {
		if f.value != "" {
			fmt.Fprintf(out, "  %s = %s\n", f.name, f.value)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(g.More)) {
		fmt.Fprintf(out, "  more %s = %q\n", k, g.More[k])
	}
	for l := range bytes.Lines(it.Data) {
		fmt.Fprintf(out, "  | %q\n", l)
	}
}

func sayMaps(input string) string {
	var out strings.Builder
	for l := range strings.Lines(input) {
		m, err := ParseMap(strings.TrimSuffix(l, "\n"))
		if err != nil {
			out.WriteString(sayErr(err))
			continue
		}
		for _, k := range slices.Sorted(maps.Keys(m)) {
			fmt.Fprintf(&out, "%s=%s ", k, m[k])
		}
		out.WriteString("\n")
	}
	return out.String()
}

// failer is a test or a rapid check.
type failer interface{ Fatalf(string, ...any) }

// holdItem holds what comes out of a run to what is promised of all.
func holdItem(t failer, it Item, err error) {
	switch {
	case err != nil && (it.Origin != "" || it.Data != nil):
		t.Fatalf("an item with an error: %+v %v", it, err)
	case err != nil:
		return
	case it.Origin == "" || it.Name == "" || !strings.HasSuffix(it.Origin, it.Name):
		t.Fatalf("item %q is called %q", it.Origin, it.Name)
	case it.Line > 0 && (!utf8.Valid(it.Data) || len(bytes.TrimSpace(it.Data)) == 0):
		t.Fatalf("%s: %q", it.Origin, it.Data)
	}
}

// all reads a run to its end.
func all(t failer, paths []string, o Options) (items []Item, errs []error) {
	in, err := Open(context.Background(), paths, o)
	if err != nil {
		t.Fatalf("%v", err)
	}
	seen := map[string]bool{}
	for it, err := range in.Items() {
		holdItem(t, it, err)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if seen[it.Origin] {
			t.Fatalf("%s stands twice", it.Origin)
		}
		seen[it.Origin] = true
		items = append(items, it)
	}
	return items, errs
}
