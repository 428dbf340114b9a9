package ledger

import (
	"dateline/internal/archive"
)

// MeetingKinds are the kinds of events that are meetings, in the order in
// which a meeting told in several ways is called.
var MeetingKinds = []string{"talks", "meet", "video-meeting", "phone-call"}

// Meeting is one happening with all its tellings.
type Meeting struct {
	// Kind is the one that most tellings give.
	Kind string
	// Status is happened where a telling says so.
	Status string
	// Time is the most precise one that is said, Basis why where it is not
	// said of the event itself.
	Time, Basis string
	Place       string
	// Parties are all who are named, principals first.
	Parties []Attendance
	// Ordinal and Series are what a telling counts it as.
	Ordinal, Series string
	// Tellings are in the order of their articles.
	Tellings []archive.EventRow
	// Differ are the values on which the tellings do not agree.
	Differ []Difference
	// Rules name what put the tellings together, one for each after the first.
	Rules []string
	// Counted: it happened and its day is known. A meeting that is not may be
	// one of those in Perhaps.
	Counted bool
	Perhaps []int

	principals []string // the keys of those who met
	weak       bool     // its day is only that of its articles
}

// Attendance is a party of a meeting.
type Attendance struct {
	Name string
	Role string
	// Titles are those that the tellings give, each once.
	Titles []string
	// In counts the tellings that name the party.
	In int
}

// Difference is what tellings say differently.
type Difference struct {
	// What is kind, status, time, place, party, title or ordinal.
	What string
	// Of is whose, for a title or a party.
	Of     string
	Values []Telling
}

// Telling is a value with the facts that tell it.
type Telling struct {
	Value string
	IDs   []string
}

// Day is the day of the meeting, "" where it is not known to the day.
func (m *Meeting) Day() string {
	if s := parseWhen(m.Time); s.grain == day {
		return s.first.Format("2006-01-02")
	}
	return ""
}
