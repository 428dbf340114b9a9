package eval

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/record"
)

// TestMeasureInvented: a fact is false unless the list beside the text has it;
// a text that is refused has none.
func TestMeasureInvented(t *testing.T) {
	dir := fstest.MapFS{
		"a.txt":      {Data: []byte("半 1/2 甲乙")},
		"a.txt.true": {Data: []byte("# a half\nfigure 1/2\n")},
		"b.bin":      {Data: []byte{0, 1, 2}},
	}
	span := func(s string, at int) record.Span {
		return record.Span{Text: s, Pieces: []record.Piece{{at, at + len([]rune(s))}}}
	}
	read := func(name string, _ []byte, _ string) (*record.Record, error) {
		if name == "b.bin" {
			return nil, errors.New("not text")
		}
		credit := span("甲", 6)
		return &record.Record{
			Articles: []record.Article{{Credit: &credit, Headlines: []record.Headline{{Span: span("半", 0)}}}},
			Figures:  []record.Figure{{Fact: record.Fact{Span: span("1/2", 2)}}},
			People:   []record.Person{{Name: "甲乙"}},
		}, nil
	}
	got, err := MeasureInvented(dir, read)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || !got[1].Refused || got[0].Articles != 1 || got[0].Facts != 4 {
		t.Fatalf("%+v", got)
	}
	if want := []string{"credit 甲", "headline 半", "person 甲乙"}; !slices.Equal(got[0].False, want) {
		t.Errorf("false: %q, want %q", got[0].False, want)
	}
}

// TestNonNewsTexts: a list of true things names only what stands in its text,
// so that it cannot excuse what does not.
func TestNonNewsTexts(t *testing.T) {
	dir := os.DirFS("testdata/nonnews")
	lists, err := fs.Glob(dir, "*.true")
	if err != nil || len(lists) == 0 {
		t.Fatal("no lists", err)
	}
	for _, l := range lists {
		text, err := fs.ReadFile(dir, strings.TrimSuffix(l, ".true"))
		if err != nil {
			t.Fatal(err)
		}
		truly, err := trueFacts(dir, l)
		if err != nil {
			t.Fatal(err)
		}
		for f := range truly {
			if _, words, _ := strings.Cut(f, " "); words == "" || !strings.Contains(string(text), words) {
				t.Errorf("%s: %q does not stand in the text", l, f)
			}
		}
	}
}
