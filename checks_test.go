package dateline

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/record"
)

// TestChecks reads the pages of testdata/checks and prints their checks with
// the text of what they compare.
func TestChecks(t *testing.T) {
	datadriven.RunTest(t, "testdata/checks", func(t *testing.T, d *datadriven.TestData) string {
		var options []Option
		if d.HasArg("published") {
			var date string
			d.ScanArgs(t, "published", &date)
			options = append(options, WithPublished(date))
		}
		rec := readText(t, reader(t, options...), sheet{"page", []byte(d.Input)})
		var out strings.Builder
		for _, c := range rec.Checks {
			fmt.Fprintf(&out, "%s %s: %s\n  %s\n", c.Kind, came(c.Holds), strings.Join(evidence(rec, c), " "), c.Say)
		}
		return cmp.Or(out.String(), "nothing\n")
	})
}

// TestChecksOfPages: what is known to be on the examples and the real pages,
// and nothing else.
func TestChecksOfPages(t *testing.T) {
	want := map[string]string{
		"a-state-visit.txt":  "adds up holds",
		"moscow-2023-03.txt": "agree holds, adds up holds",
	}
	for _, p := range pages(t) {
		var got []string
		for _, c := range readText(t, reader(t), p).Checks {
			got = append(got, c.Kind+" "+came(c.Holds))
		}
		if got := strings.Join(got, ", "); got != want[p.name] {
			t.Errorf("%s: checks %q, want %q", p.name, got, want[p.name])
		}
	}
}

func readText(t *testing.T, r *Reader, p sheet) *record.Record {
	t.Helper()
	rec, err := r.Read(t.Context(), Source{Name: p.name, Data: bytes.NewReader(p.data)})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func came(holds *bool) string {
	if holds == nil {
		return "open"
	}
	return map[bool]string{true: "holds", false: "fails"}[*holds]
}

// evidence is the text of what a check compares, with its place.
func evidence(rec *record.Record, c record.Check) []string {
	at := map[string]string{}
	for _, x := range rec.Figures {
		at[x.ID] = fmt.Sprintf("%s%v", x.Text, x.Pieces)
	}
	for _, x := range rec.Times {
		at[x.ID] = fmt.Sprintf("%s%v", x.Text, x.Pieces)
	}
	for _, x := range rec.People {
		at[x.ID] = x.Name
	}
	var out []string
	for _, id := range c.Evidence {
		out = append(out, at[id])
	}
	return out
}
