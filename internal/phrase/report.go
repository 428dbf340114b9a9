package phrase

import "dateline/record"

// Report is what was counted.
type Report struct {
	// By is month or year.
	By string `json:"by"`
	// From and To are the first and last period with text, "" where no article
	// has a day.
	From string `json:"from"`
	To   string `json:"to"`
	// Articles and Chars are those that were looked at.
	Articles int      `json:"articles"`
	Chars    int64    `json:"chars"`
	Phrases  []Phrase `json:"phrases"`
}

// Phrase is what was counted of one phrase.
type Phrase struct {
	Text string `json:"text"`
	Count
	// Undated are the uses that are in no period, as their article has no day
	// or, by month, none but the year.
	Undated int `json:"undated"`
	// First and Last are uses in dated articles, nil where there is none.
	First *Use `json:"first"`
	Last  *Use `json:"last"`
	// Periods has every month or year from the first with text to the last.
	Periods  []Period  `json:"periods"`
	Speakers []Speaker `json:"speakers,omitempty"`
	Papers   []Paper   `json:"papers,omitempty"`
	// Variants are longer phrases that have it, Before and After what stands
	// beside it.
	Variants []Variant `json:"variants,omitempty"`
	Before   []Variant `json:"before,omitempty"`
	After    []Variant `json:"after,omitempty"`
	Modifier *Modifier `json:"modifier,omitempty"`
}

// Count is how often something is.
type Count struct {
	Uses     int `json:"uses"`
	Articles int `json:"articles"`
	// PerMillion is uses in a million characters, null where there is no text
	// to count in.
	PerMillion *float64 `json:"per_million"`
}

// Use is one place of a phrase.
type Use struct {
	Article string `json:"article"`
	Day     string `json:"day"`
	Paper   string `json:"paper,omitempty"`
	record.Span
	// Before and After are what stands around it in its paragraph.
	Before string `json:"before"`
	After  string `json:"after"`
}

// Period is a month or a year. One without text has no rate; one with text
// and without a use has the rate 0.
type Period struct {
	Period string `json:"period"`
	Chars  int64  `json:"chars"`
	Count
}

// Speaker is who says a phrase, by the mode of the statement that it stands
// in.
type Speaker struct {
	// Name is "" where the page does not print who speaks.
	Name     string `json:"name"`
	Uses     int    `json:"uses"`
	Direct   int    `json:"direct"`
	Indirect int    `json:"indirect"`
	Act      int    `json:"act"`
	Carried  int    `json:"carried"`
}

// Paper is a given publication, or an agency.
type Paper struct {
	Name  string `json:"name"`
	Chars int64  `json:"chars"`
	Count
	First string `json:"first"`
	Last  string `json:"last"`
}

// Variant is a stretch of text with the number of places where it stands.
type Variant struct {
	Text string `json:"text"`
	Uses int    `json:"uses"`
}

// Modifier compares a phrase with and without a word beside it.
type Modifier struct {
	// Text is the word and Bare the phrase without it.
	Text string `json:"text"`
	Bare string `json:"bare"`
	// Forms are the forms with the word, most first.
	Forms   []Variant        `json:"forms"`
	With    int              `json:"with"`
	Without int              `json:"without"`
	Periods []ModifierPeriod `json:"periods"`
}

// ModifierPeriod is one month or year of a Modifier.
type ModifierPeriod struct {
	Period  string `json:"period"`
	With    int    `json:"with"`
	Without int    `json:"without"`
}
