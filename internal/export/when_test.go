package export

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/record"
)

func TestParseWhen(t *testing.T) {
	for _, x := range []struct {
		value string
		want  when
		ok    bool
	}{
		{"2030-09-17", when{first: "2030-09-17", last: "2030-09-17"}, true},
		{"2030-09-17TAF", when{first: "2030-09-17", last: "2030-09-17", part: "AF"}, true},
		{"2030-09-17T13", when{first: "2030-09-17", last: "2030-09-17", clock: "13"}, true},
		{"2030-09-17T13:05", when{first: "2030-09-17", last: "2030-09-17", clock: "13:05"}, true},
		{"2030-09", when{first: "2030-09", last: "2030-09"}, true},
		{"2030", when{first: "2030", last: "2030"}, true},
		{"2031-H1", when{first: "2031-01", last: "2031-06"}, true},
		{"2031-Q4", when{first: "2031-10", last: "2031-12"}, true},
		{"2030-10-03/2030-10-05", when{first: "2030-10-03", last: "2030-10-05"}, true},
		{"2013/..", when{first: "2013"}, true},
		{"../2030-12", when{last: "2030-12"}, true},
		{"../..", when{}, false},
		{"2030-02-30", when{}, false},
		{"0000-01-01", when{}, false},
		{"XXXX-10-24/XXXX-10-26", when{}, false},
		{"2033-SP", when{}, false},
		{"199", when{}, false},
		{"PAST_REF", when{}, false},
		{"P3D", when{}, false},
		{"", when{}, false},
	} {
		if got, ok := parseWhen(x.value); got != x.want || ok != x.ok {
			t.Errorf("%q: %+v %v", x.value, got, ok)
		}
	}
}

func TestSentence(t *testing.T) {
	// 甲见乙。 is cut by a line break after 见: 0–2, 3–5.
	a := &record.Article{Paragraphs: []record.Paragraph{
		{Span: record.Span{Text: "甲见乙。乙说：“好！”后来", Pieces: []record.Piece{{0, 2}, {3, 14}}}},
		{Span: record.Span{Text: "丙来", Pieces: []record.Piece{{20, 22}}}}}}
	for _, x := range []struct {
		at   int
		want string
	}{{1, "甲见乙。 [[0 2] [3 5]] 1"}, {3, "甲见乙。 [[0 2] [3 5]] 1"}, {8, "乙说：“好！” [[5 12]] 2"}, {13, "后来 [[12 14]] 3"},
		{21, "丙来 [[20 22]] 4"}, {2, " [] 0"}, {99, " [] 0"}} {
		s, n := sentence(a, x.at)
		if got := fmt.Sprint(s.Text, " ", s.Pieces, " ", n); got != x.want {
			t.Errorf("%d: %s, want %s", x.at, got, x.want)
		}
	}
}

// TestFold: no line is over 75 octets or broken inside a character, and
// unfolding gives the line back.
func TestFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "桥", "é", "𠮷", " ", "跨海铁路协定", "0123456789"}), 0, 60).Draw(t, "s"), "")
		var b bytes.Buffer
		w := &icalWriter{bufio.NewWriter(&b)}
		w.line(s)
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(b.String(), "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) {
				t.Fatalf("%d octets: %q", len(l), l)
			}
		}
		if got := strings.ReplaceAll(b.String(), "\r\n ", ""); got != s+"\r\n" {
			t.Fatalf("unfolded %q", got)
		}
	})
}

// TestFTMID: ids are those that the model allows, and two names stay two.
func TestFTMID(t *testing.T) {
	for _, x := range []struct{ source, fact, want string }{
		{"bt6muv57oi", "p1", "dateline.bt6muv57oi.p1"},
		{"a:b", "p1.a1", "dateline.a-3Ab.p1-2Ea1"},
		{"a-b", "页", "dateline.a-2Db.-E9-A1-B5"},
	} {
		if got := ftmID(x.source, x.fact); got != x.want {
			t.Errorf("%s, want %s", got, x.want)
		}
	}
}
