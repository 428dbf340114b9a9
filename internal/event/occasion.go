package event

import (
	"slices"
	"strings"

	"dateline/internal/span"
)

// Words is a statement: Span from its speaker or cue to its end, Content the
// words themselves, Name the speaker's name.
type Words struct {
	Span, Content span.Span
	Name          string
}

// spoken are the kinds of events at which words are spoken.
var spoken = []string{Meet, Talks, PhoneCall, VideoMeeting, Letter, Speech, Convene, Ceremony}

// apart are words before a cue that name another place where it was said.
var apart = []string{"文章", "采访", "專訪", "专访", "记者会", "記者會", "发布会", "發布會", "声明", "聲明", "著作", "微博", "社交", "報載", "据"}

// Occasion is the number of the event at which words were spoken, -1 for none:
// the last one told before them in the article in which the speaker has part.
// Words of both sides belong to the last meeting. An event told in passing
// counts in its own sentence only, and words that the clause gives to an
// article or an interview have none.
func Occasion(body string, events []Event, w Words) int {
	if w.Name == "" || elsewhere(body, w) {
		return -1
	}
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		if e.Trigger.Start >= w.Content.Start || e.Told >= 0 || e.Status != "happened" || !slices.Contains(spoken, e.Kind) {
			continue
		}
		if e.Aside && e.Kind != Speech && e.Kind != Letter && strings.ContainsAny(between(body, e.Trigger.End, w.Content.Start), "。\n") {
			continue
		}
		if takesPart(e, w.Name) {
			return i
		}
	}
	return -1
}

// between is the text from i to j, nothing where a trigger reaches into the words.
func between(body string, i, j int) string { return body[min(i, j):j] }

// elsewhere reports whether the words before the content in its clause name
// another occasion.
func elsewhere(body string, w Words) bool {
	from := strings.LastIndexAny(body[:w.Content.Start], "。\n")
	lead := body[from+1 : w.Content.Start]
	return slices.ContainsFunc(apart, func(s string) bool { return strings.Contains(lead, s) })
}

// takesPart reports whether a speaker has part in an event. Both sides together
// have in every meeting.
func takesPart(e *Event, name string) bool {
	for _, p := range e.Participants {
		if p.Name == name && p.Role != "recipient" {
			return true
		}
	}
	if e.Kind == Letter || e.Kind == Speech {
		return false
	}
	for _, s := range []string{"双方", "雙方", "两国", "兩國", "两位", "两人", "与会", "與會", "会议", "會議"} {
		if strings.HasPrefix(name, s) {
			return e.Kind == Convene || !strings.HasPrefix(name, "会") && !strings.HasPrefix(name, "會")
		}
	}
	return false
}
