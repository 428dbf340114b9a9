package eventbench

import (
	"testing"

	"dateline/internal/eval/cec"
	"dateline/record"
)

// TestCompare counts a report of our own with a reader that knows the answer.
func TestCompare(t *testing.T) {
	text := "高立群昨天抵达福州，他希望会见何望山。"
	r := cec.Report{ID: "x", Title: "高立群到福州", ReportTime: "2031年05月09日 08:00", Paragraphs: []cec.Paragraph{{Text: text, Elements: []cec.Element{
		{Tag: "Event", Start: 0, End: 9, Attrs: map[string]string{"eid": "e1"}},
		{Tag: "Participant", Start: 0, End: 3, Text: "高立群", Event: "e1"},
		{Tag: "Time", Start: 3, End: 5, Text: "昨天", Event: "e1"},
		{Tag: "Denoter", Start: 5, End: 7, Text: "抵达", Event: "e1"},
		{Tag: "Location", Start: 7, End: 9, Text: "福州", Event: "e1"},
		{Tag: "Event", Start: 10, End: 18, Attrs: map[string]string{"eid": "e2"}},
		{Tag: "Denoter", Start: 13, End: 15, Text: "会见", Event: "e2"},
		{Tag: "Event", Start: 0, End: 3, Attrs: map[string]string{"eid": "e3"}},
		{Tag: "Denoter", Start: 0, End: 3, Text: "爆炸", Event: "e3"},
	}}}}
	const at = 6 + 1 + 2 // title, line feed, indent
	piece := func(i, j int) record.Span { return record.Span{Pieces: []record.Piece{{at + i, at + j}}} }
	rec := &record.Record{}
	rec.Times = []record.Time{{Fact: record.Fact{ID: "t1", Span: piece(3, 5)}}}
	place := piece(7, 9)
	rec.Events = []record.Event{{Trigger: piece(5, 7), Participants: []record.Participant{{Name: "高立群"}},
		Time: &record.When{Ref: "t1"}, Place: &place}}
	var s score
	err := s.report(r, func(name, page, published string) (*record.Record, error) {
		if published != "2031-05-09" || page != "高立群到福州\n\u3000\u3000"+text+"\n" {
			t.Errorf("page %q of %s", page, published)
		}
		return rec, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := score{found: tally{2, 1}, participants: tally{1, 1}, times: tally{1, 1}, places: tally{1, 1}}
	if s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
}
