package statementbench

import (
	"testing"

	"dateline/internal/eval/cec"
	"dateline/record"
)

// TestSortOf sets apart what is no statement by the rules of the record.
func TestSortOf(t *testing.T) {
	for _, c := range []struct {
		cue, kind, clause string
		start             int
		speakers          []string
		want              Sort
	}{
		{"说", "statement", "何望山说", 20, []string{"何望山"}, Said},
		{"报道", "statement", "据海州晚报报道", 0, []string{"海州晚报"}, Said},
		{"消息", "statement", "据海州气象台消息", 0, []string{"海州气象台"}, Said},
		{"称", "statement", "称", 9, nil, Said},
		{"讯", "statement", "本报讯", 0, []string{"本报"}, Dateline},
		{"电", "statement", "海州社5月9日电", 0, []string{"海州社"}, Dateline},
		{"消息", "statement", "海州在线消息", 0, []string{"海州在线"}, Dateline},
		{"报道", "statement", "海州网记者高立群报道", 3, []string{"记者高立群"}, Dateline},
		{"获悉", "perception", "记者从市交通局获悉", 0, []string{"记者"}, Learnt},
		{"了解", "statement", "高女士了解到", 0, []string{"高女士"}, Learnt},
		{"地震", "emergency", "发生地震", 0, nil, Learnt},
		{"了解", "statement", "据了解", 12, nil, Nobody},
		{"报道", "statement", "另据报道", 0, nil, Nobody},
		{"电", "statement", "据海州社福州5月9日电", 0, []string{"海州社"}, Dateline},
		{"消息", "statement", "据海州市政府网站消息", 0, []string{"海州市政府"}, Dateline},
		{"声明", "statement", "安德罗夫发表声明", 0, []string{"安德罗夫"}, Issued},
		{"鉴定", "statement", "经医院初步鉴定", 0, []string{"医院"}, Learnt},
		{"介绍", "statement", "据何望山介绍", 0, []string{"何望山"}, Said},
	} {
		x := cec.Saying{Cue: c.cue, CueType: c.kind, Speakers: c.speakers, Event: cec.Place{Start: c.start, Text: c.clause}}
		if got := SortOf(x); got != c.want {
			t.Errorf("%s: %d, want %d", c.clause, got, c.want)
		}
	}
}

// said are reports of our own, each with one statement of the corpus and one
// of a record that stands in the same text.
var said = []struct {
	name                   string
	text                   string
	cue, clause            string
	speaker                string
	content                []string
	readBy, readCue, words string
	want                   Score
}{
	{"as there", "昨天，副市长何望山说，桥已经修好，车可以走。大家很高兴。", "说", "副市长何望山说", "副市长何望山", []string{"桥已经修好", "车可以走"},
		"何望山", "说", "桥已经修好，车可以走。", Score{found: tally{1, 1}, any: tally{1, 1}, speakers: tally{1, 1}, contents: tally{1, 1}}},
	{"another speaker, and too far", "何望山说，桥已经修好。高立群修了二十年桥，如今住在福州的女儿家里。", "说", "何望山说", "何望山", []string{"桥已经修好"},
		"高立群", "说", "桥已经修好。高立群修了二十年桥，如今住在福州的女儿家里。", Score{found: tally{1, 1}, any: tally{1, 1}, speakers: tally{1, 0}, contents: tally{1, 0}}},
	{"words before the cue", "“桥修好了。”何望山告诉记者。", "告诉", "何望山告诉记者", "何望山", []string{"桥修好了"},
		"何望山", "告诉", "桥修好了。", Score{found: tally{1, 1}, any: tally{1, 1}, speakers: tally{1, 1}, contents: tally{1, 1}}},
	{"another cue", "何望山说，桥修好了。他希望大家来看。", "希望", "他希望", "他", []string{"大家来看"},
		"何望山", "说", "桥修好了。", Score{found: tally{1, 0}, any: tally{1, 0}}},
}

// TestScore counts with records that are known.
func TestScore(t *testing.T) {
	for _, c := range said {
		r := cec.Report{ID: c.name, Title: "桥", Paragraphs: []cec.Paragraph{{Text: c.text}}}
		x := cec.Saying{Doc: r.ID, Cue: c.cue, CueType: "statement", Speakers: []string{c.speaker}, Event: stands(t, c.text, c.clause)}
		for _, w := range c.content {
			x.Content = append(x.Content, stands(t, c.text, w))
		}
		rec := &record.Record{Statements: []record.Statement{{
			Speaker: record.Speaker{Name: record.Nullable(c.readBy), Span: at(t, r, c.text, c.readBy)},
			Cue:     []record.Span{at(t, r, c.text, c.readCue)},
			Content: at(t, r, c.text, c.words),
		}}}
		c.want.apart[Said] = 1
		var s Score
		s.report(r, []cec.Saying{x}, rec, func(string) {})
		if s != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, s, c.want)
		}
	}
}
