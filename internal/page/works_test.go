package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestWorks reads the cases: a text, then the titles in it with their kinds.
func TestWorks(t *testing.T) {
	datadriven.RunTest(t, "testdata/works", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for _, w := range Works(d.Input) {
			fmt.Fprintf(&out, "%s %s\n", w.Kind, Title(w.Span.In(d.Input)))
		}
		if out.Len() == 0 {
			return "none\n"
		}
		return out.String()
	})
}

// FuzzWorks: titles are in the text, in order, and in marks.
func FuzzWorks(f *testing.F) {
	f.Add("《石渡口志》和《<桥>与《船》》")
	f.Add("《《《")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range Works(text) {
			if w.Span.Start < end || w.Span.End > len(text) {
				t.Fatalf("%v after %d", w.Span, end)
			}
			end = w.Span.End
			if s := w.Span.In(text); !strings.HasPrefix(s, "《") || !strings.HasSuffix(s, "》") {
				t.Fatalf("%q", s)
			}
		}
	})
}
