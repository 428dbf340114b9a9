package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/eval"
	"dateline/internal/eval/compose"
)

// TestInsert: the text between markers is replaced, the rest stays. A case
// has the document, a line "--", and the blocks, each "NAME: TEXT".
func TestInsert(t *testing.T) {
	datadriven.RunTest(t, "testdata/markers", func(t *testing.T, d *datadriven.TestData) string {
		doc, list, _ := strings.Cut(d.Input, "--\n")
		var blocks []block
		for line := range strings.Lines(list) {
			name, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
			blocks = append(blocks, block{name, text + "\n\n"})
		}
		out, err := insert(doc, blocks)
		if err != nil {
			return "error: " + err.Error() + "\n"
		}
		return out
	})
}

// TestDocumentHasMarkers: the document has a place for every table, and what
// stands around them is not lost.
func TestDocumentHasMarkers(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "accuracy.md"))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []block
	for _, b := range benches() {
		blocks = append(blocks, block{b.name, ""})
	}
	out, err := insert(string(doc), blocks)
	if err != nil {
		t.Fatal(err)
	}
	for _, heading := range []string{"# How accuracy is measured\n", "## The data and whose it is\n"} {
		if strings.Count(out, heading) != 1 {
			t.Errorf("%q is lost", heading)
		}
	}
	again, err := insert(out, blocks)
	if err != nil || again != out {
		t.Errorf("a second time changes the document: %v", err)
	}
}

// TestTable writes Markdown.
func TestTable(t *testing.T) {
	tab := table{head: []string{"a", "b", " c"}}
	tab.add("x", "1", "y")
	want := "| a | b | c |\n| --- | --: | --- |\n| x | 1 | y |\n"
	if got := tab.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	rows := []eval.Row{{Name: "times", Data: "some", Cases: 4, Right: 3, Score: 0.75}, {Name: "x", Data: "y", Note: "why"}}
	want = "| what | data | cases | right | score | note |\n| --- | --- | --: | --: | --: | --- |\n" +
		"| times | `some` | 4 | 3 | 0.750 |  |\n| x | `y` | 0 | 0 | 0.000 | why |\n"
	if got := rowTable(rows).String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestUsage: a wrong call is an error that says what is right.
func TestUsage(t *testing.T) {
	for args, want := range map[string]string{
		"compose":           "-out is missing",
		"diff -layer x":     "-layer is one of articles",
		"diff -composed":    "-layer is one of boundaries",
		"bench":             `unknown command "bench"`,
		"-only x -print":    `no table is called "x"`,
		"compose -out a -z": "not defined: -z",
	} {
		err := run(strings.Fields(args), &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", args, err, want)
		}
	}
}

// TestInventsNothing: no fact is found in a text that has none.
func TestInventsNothing(t *testing.T) {
	texts, err := eval.MeasureInvented(os.DirFS(filepath.Join("..", "..", "internal", "eval", "testdata", "nonnews")), read)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range texts {
		for _, f := range x.False {
			t.Errorf("%s: %s", x.Name, f)
		}
	}
}

// floors are the least scores on composed pages, of all sorts together.
var floors = map[string]float64{
	eval.Boundaries:     0.97,
	eval.Joins:          0.99,
	eval.DatelineTexts:  0.98,
	eval.DatelineFields: 0.98,
}

// lateFloor is the least share of late headlines on their articles.
const lateFloor = 0.9

// TestComposedPages holds the splitting of composed pages to its floors, on
// pages of another seed than those of the document.
func TestComposedPages(t *testing.T) {
	pages := composedPages(t, 80, 2)
	scores, bad, err := compose.Measure(pages, read)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range bad {
		t.Error("does not read from its page:", p)
	}
	all := scores[compose.All]
	for layer, least := range floors {
		if f := all[layer].F1(); f < least {
			t.Errorf("%s: %.3f, want %.2f or more", layer, f, least)
		}
	}
	if r := all[eval.LateHeadlines].Recall(); r < lateFloor {
		t.Errorf("late headlines: %.3f of them are right, want %.2f or more", r, lateFloor)
	}
}

func composedPages(t *testing.T, n int, seed uint64) []*compose.Page {
	t.Helper()
	shared := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		why := "the shared folder is not beside the repository: " + err.Error()
		if os.Getenv("CI") == "true" {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	pool, err := compose.Load(shared)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pool.Pages(n, seed, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
