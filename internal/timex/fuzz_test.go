package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/internal/span"
)

// seeds are the inputs of the case files.
func seeds(f *testing.F) []string {
	files, err := filepath.Glob(filepath.Join("testdata", "cases", "*"))
	if err != nil {
		f.Fatal(err)
	}
	var out []string
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, " ") {
				out = append(out, line)
			}
		}
	}
	return out
}

// FuzzFind holds spans to the text, in order, on character boundaries, not
// over each other, and the result to be the same twice.
func FuzzFind(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, "2023-03-20", "2023", "莫斯科", "2021-12")
	}
	f.Add("廿\xff年3月\xe5", "2023-W12", "9999-12-31T23:59:59", "\x00", "..")
	f.Fuzz(func(t *testing.T, body, dateline, published, place, said string) {
		c := Context{Dateline: dateline, Published: published, Place: place, Seed: &Time{Value: said},
			Quotes: []Quote{{span.Span{Start: len(body) / 3, End: len(body) / 2}, said}}}
		times := Find(body, c)
		end := 0
		for _, x := range times {
			if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > len(body) {
				t.Fatalf("span %v after %d in %q", x.Span, end, body)
			}
			if utf8.ValidString(body) && (!boundary(body, x.Span.Start) || !boundary(body, x.Span.End)) {
				t.Fatalf("span %v cuts a character of %q", x.Span, body)
			}
			end = x.Span.End
		}
		again := Find(body, c)
		for i := range times {
			if times[i] != again[i] {
				t.Fatalf("%v, then %v", times[i], again[i])
			}
		}
		Year([]string{body, dateline})
		Day(body, published)
		Running(body, []Told{{Day: dateline, Body: body, Times: times}})
	})
}
