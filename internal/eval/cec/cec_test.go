package cec

import (
	"strings"
	"testing"

	"dateline/record"
)

// TestPage finds the places of a report of our own in its page.
func TestPage(t *testing.T) {
	r := Report{Title: "高立群到福州", Paragraphs: []Paragraph{{Text: "他昨天抵达。"}, {Text: "何望山说，很高兴。"}}}
	page := []rune(r.Page())
	for par, p := range r.Paragraphs {
		at := r.At(par)
		if got := string(page[at : at+len([]rune(p.Text))]); got != p.Text {
			t.Errorf("paragraph %d: %q, want %q", par, got, p.Text)
		}
	}
}

// TestPublished reads the dates of the corpus.
func TestPublished(t *testing.T) {
	for in, want := range map[string]string{"2008年04月05日 09:12": "2008-04-05", "2009年5月5日": "2009-05-05", "": "", "昨天": ""} {
		if got := (Report{ReportTime: in}).Published(); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestCommon counts characters over pieces.
func TestCommon(t *testing.T) {
	o := record.Span{Pieces: []record.Piece{{2, 5}, {8, 10}}}
	for s, want := range map[Span]int{{0, 2}: 0, {4, 9}: 2, {0, 20}: 5, {5, 8}: 0} {
		if got := s.Common(o); got != want || s.Over(o) != (want > 0) {
			t.Errorf("%v: %d, want %d", s, got, want)
		}
	}
}

// TestLines reads what the corpus's files look like.
func TestLines(t *testing.T) {
	got, err := lines[Saying](strings.NewReader(`{"doc": "a", "cue": "说", "statement_event": {"par": 1, "start": 2, "end": 5, "text": "何望山说"}, "content": []}` + "\n"))
	if err != nil || len(got) != 1 || got[0].Event.Start != 2 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := lines[Saying](strings.NewReader(`{"doc": 1}`)); err == nil {
		t.Error("no error for a number as a document's name")
	}
}
