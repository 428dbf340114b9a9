package event

import (
	"slices"
	"strings"
	"testing"

	"dateline/internal/clause"
	"dateline/internal/span"
)

// TestSame reads two articles that tell a meeting, and a third of another day.
func TestSame(t *testing.T) {
	bodies := []string{"高立群8日下午在福州会见安德罗夫。", "安德罗夫8日会见高立群。高立群致电安德罗夫。", "高立群7日会见安德罗夫。高立群致电安德罗夫。"}
	var list []Told
	for i, b := range bodies {
		p := prepare(b, "2031-05-09")
		found := Find(clause.New(p.in), p.context())
		for k := range found {
			list = append(list, Told{Article: i, Event: &found[k]})
		}
	}
	Same(list)
	want := [][]int{{1}, {0}, nil, nil, nil}
	if len(list) != len(want) {
		t.Fatalf("%d events", len(list))
	}
	for i, w := range want {
		if !slices.Equal(list[i].Event.SameAs, w) {
			t.Errorf("event %d is the same as %v, want %v", i, list[i].Event.SameAs, w)
		}
	}
}

// TestOccasion asks of words at which event they were spoken.
func TestOccasion(t *testing.T) {
	body := "高立群8日会见安德罗夫。周仁溪致电安德罗夫。\n高立群说，水位下降。安德罗夫说，水位上升。周仁溪说，两岸相连。双方表示，江河相连。\n高立群在署名文章中说，江河很长。何望山说，桥已修好。"
	p := prepare(body, "2031-05-09")
	events := Find(clause.New(p.in), p.context())
	if len(events) != 2 {
		t.Fatalf("%d events", len(events))
	}
	for _, c := range []struct {
		name, words string
		want        int
	}{
		{"高立群", "水位下降", 0}, {"安德罗夫", "水位上升", 0}, {"周仁溪", "两岸相连", 1}, {"双方", "江河相连", 0}, {"高立群", "江河很长", -1}, {"何望山", "桥已修好", -1}, {"", "桥已修好", -1},
	} {
		i := strings.Index(body, c.words)
		at := span.Span{Start: i, End: i + len(c.words)}
		if got := Occasion(body, events, Words{Span: at, Content: at, Name: c.name}); got != c.want {
			t.Errorf("%s: %s: event %d, want %d", c.name, c.words, got, c.want)
		}
	}
}

// TestOccasionInside asks of words in which the last event's trigger ends.
func TestOccasionInside(t *testing.T) {
	body := "高立群发表讲话说桥已修好。"
	at := func(s string) span.Span { i := strings.Index(body, s); return span.Span{Start: i, End: i + len(s)} }
	events := []Event{{Kind: Speech, Status: "happened", Told: -1, Trigger: at("发表讲话说"), Participants: []Participant{{Name: "高立群"}}}}
	if got := Occasion(body, events, Words{Span: at(body), Content: at("说桥已修好"), Name: "高立群"}); got != 0 {
		t.Errorf("event %d, want 0", got)
	}
	events[0].Aside, events[0].Kind = true, Meet
	if got := Occasion(body, events, Words{Span: at(body), Content: at("说桥已修好"), Name: "高立群"}); got != 0 {
		t.Errorf("told aside: event %d, want 0", got)
	}
}

// TestCodes holds the codes to the published table.
func TestCodes(t *testing.T) {
	for _, c := range []struct{ kind, status, plover, cameo string }{
		{Meet, "happened", "CONSULT", "040"}, {Talks, "planned", "AGREE", "036"}, {Sign, "happened", "SUPPORT", "057"},
		{Visit, "called-off", "", ""}, {Letter, "happened", "", ""},
	} {
		e := Event{Kind: c.kind, Status: c.status}
		if p, m := codes(&e); p != c.plover || m != c.cameo {
			t.Errorf("%s %s: %s %s", c.kind, c.status, p, m)
		}
	}
}
