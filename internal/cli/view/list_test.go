package view

import (
	"strings"
	"testing"

	"dateline/internal/archive"
	"dateline/record"
)

// span is a span of a text by its pieces.
func span(text string, pieces ...record.Piece) record.Span {
	s, _ := record.Slice([]rune(text), pieces)
	return record.Span{Text: s, Pieces: pieces}
}

// TestHits marks the characters found, over a broken line and at the edge of an
// excerpt, and keeps lines to the width.
func TestHits(t *testing.T) {
	text := "新桥通车\n　　石渡口新\n桥昨天通车。市长何雨到场。\n"
	hits := []archive.Hit{{ID: "b7k2m4xq3d/a1", Origin: "pages/a\x1b[2J.txt", Kind: "report", Day: "2031-10-08",
		Headlines: []record.Headline{{Span: span(text, record.Piece{0, 4}), Role: "main"}, {Span: span(text, record.Piece{0, 2}), Role: "sub"}},
		Excerpt:   span(text, record.Piece{8, 11}, record.Piece{12, 24}),
		Marks: []record.Span{span(text, record.Piece{0, 2}), span(text, record.Piece{10, 11}, record.Piece{12, 13}),
			span(text, record.Piece{20, 22}), span(text, record.Piece{23, 24}), span(text, record.Piece{25, 26})}},
		{ID: "b7k2m4xq3d/a2", Origin: "x", Kind: "brief"}}
	var out strings.Builder
	if err := Hits(&out, hits, Options{Width: 40}); err != nil {
		t.Fatal(err)
	}
	want := `b7k2m4xq3d/a1  2031-10-08  report
  【新桥】通车
    渡口【新桥】昨天通车。市长【何雨】到
    【场】
  pages/a␛[2J.txt at 0-2, 10-11+12-13,
  20-22 and 2 more

b7k2m4xq3d/a2  no day  brief
  x
`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", &out, want)
	}
	checkLines(t, out.String(), 40)
}

// TestPassages cuts what stands around spans, in the order of the text, and
// leaves out what is not in it.
func TestPassages(t *testing.T) {
	text := strings.Repeat("甲", 50) + "新\n桥" + strings.Repeat("乙", 50)
	spans := []record.Span{span(text, record.Piece{50, 51}, record.Piece{52, 53}), span(text, record.Piece{0, 1}),
		{Text: "x", Pieces: []record.Piece{{200, 201}}}, {}}
	all := Passages(text, spans)
	if len(all) != 2 || all[0].Text != "甲" || all[0].Before != "" || len([]rune(all[0].After)) != around ||
		all[1].Text != "新桥" || len([]rune(all[1].Before)) != around || all[1].After != strings.Repeat("乙", around) {
		t.Fatalf("%+v", all)
	}
	var out strings.Builder
	if err := WritePassages(&out, text, all, 1, Options{Width: 40}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.HasPrefix(got, "at 0-1\n  【甲】甲") || !strings.HasSuffix(got, "\nand 1 more\n") {
		t.Errorf("got %s", got)
	}
	out.Reset()
	if err := WritePassages(&out, text, all[1:], 5, Options{Width: 200}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "甲【新】⏎【桥】乙") {
		t.Errorf("got %s", &out)
	}
	checkLines(t, out.String(), 200)
}

// TestTable aligns Chinese and sets out as lists what is too narrow; the
// caller's rows stay as they are.
func TestTable(t *testing.T) {
	rows := [][]string{{"       3", "卡林港", "", "pages/一.txt"}, {"      12", "两岸\t", "", "x"}}
	columns := []Column{{Name: "articles"}, {Name: "place", Most: 10}, {Name: "none"}, {Name: "origin"}}
	var out strings.Builder
	if err := Table(&out, columns, rows, Options{Width: 60}); err != nil {
		t.Fatal(err)
	}
	want := "articles  place   origin\n       3  卡林港  pages/一.txt\n      12  两岸    x\n"
	if out.String() != want || rows[1][1] != "两岸\t" {
		t.Errorf("got:\n%s", &out)
	}
	out.Reset()
	if err := Fields(&out, [][2]string{{"name", "卡林港"}, {"in", strings.Repeat("港", 20)}, {"", ""}}, Options{Width: 30}); err != nil {
		t.Fatal(err)
	}
	if want := "name  卡林港\nin    港港港港港港港港港港港港\n      港港港港港港港港\n"; !strings.HasPrefix(out.String(), want) {
		t.Errorf("got:\n%q", out.String())
	}
}
