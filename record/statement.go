package record

// Statement is words that the page gives as somebody's.
type Statement struct {
	Fact
	Speaker Speaker  `json:"speaker"`
	Hearer  *Speaker `json:"hearer"`
	Cue     []Span   `json:"cue"`
	Mode    string   `json:"mode" jsonschema:"enum=direct,enum=indirect,enum=act,enum=carried"`
	Content Span     `json:"content"`
	// Inner are the words inside the statement that point outside it (我,
	// 你们, 今年) with what they stand for.
	Inner []Inner `json:"inner"`
	// Event is the id of the event at which the words were spoken, Time the
	// id of the time, Within the id of the statement that quotes this one.
	Event  Nullable `json:"event"`
	Time   Nullable `json:"time"`
	Within Nullable `json:"within"`
}

// Speaker is who speaks or hears.
type Speaker struct {
	Span
	// Name is the person's name, or the body or group as printed; null
	// where the page does not print who speaks.
	Name Nullable `json:"name"`
	// Person is the id of the person, null for bodies and groups.
	Person Nullable `json:"person"`
}

// Inner is a word inside a statement with what it stands for: the names of
// people for 我, 你 and 我们, a TIMEX3 value for 今年 and its like. Means is empty
// where the page does not say.
type Inner struct {
	Span
	Means []string `json:"means"`
}
