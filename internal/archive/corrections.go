package archive

import (
	"context"
	"time"

	"dateline/record"
)

// Op is what an entry of the layer of corrections does.
type Op string

// The operations.
const (
	Accept Op = "accept" // the fact is right as it was seen
	Reject Op = "reject" // the page does not say so
	Change Op = "change" // some of its fields are otherwise
	Add    Op = "add"    // the page says more than was read
	Merge  Op = "merge"  // people of several names or sources are one
	Split  Op = "split"  // people of one name are not one
	Undo   Op = "undo"   // takes an entry back
)

// CorrectedRule is the rule of a fact that a correction added.
const CorrectedRule = "correction"

// Correction is one entry of the layer that people lay over what was read.
// Entries are never changed and never taken away: an [Undo] takes one back.
type Correction struct {
	ID string `json:"id"`
	Op Op     `json:"op"`
	// By is who made it, At when, Why in their words.
	By  string    `json:"by"`
	At  time.Time `json:"at"`
	Why string    `json:"why,omitempty"`
	// Target is the fact that it is about, or the place where one is added.
	Target *Target `json:"target,omitempty"`
	// Seen are the values of the fact that somebody accepted or rejected.
	Seen map[string]string `json:"seen,omitempty"`
	// Changes are the fields that a Change changes and that an Add gives.
	Changes []FieldChange `json:"changes,omitempty"`
	// People are the two or more that Merge says are one, or the one that
	// Split sets apart from the others of the name.
	People []Called `json:"people,omitempty"`
	// Undoes is the entry that an Undo takes back.
	Undoes string `json:"undoes,omitempty"`
}

// FieldChange is a field with the value that it had when somebody corrected
// it, and the right one. A value that is not there is "".
type FieldChange struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
	// At is where New stands, for a field that points at characters.
	At *Anchor `json:"at,omitempty"`
}

// Target names a fact by what does not go away when a source is read again.
type Target struct {
	// Source is the id of the source.
	Source string `json:"source"`
	// Kind is that of [Thing]: person, time, figure and so on.
	Kind string `json:"kind"`
	Anchor
	// Is has the kind or mode of the fact, which it has to have still; Key
	// has values that tell it from others at the same place, of which there
	// were Among.
	Is    string            `json:"is,omitempty"`
	Key   map[string]string `json:"key,omitempty"`
	Among int               `json:"among,omitempty"`
	// Added is the entry that added the fact, where one did.
	Added string `json:"added,omitempty"`
}

// Anchor is a place in a source by its characters and by its offsets.
type Anchor struct {
	Quote Quote `json:"quote"`
	// Pieces are code points of the text whose digest is Text: the first half
	// of its SHA-256, in hex.
	Pieces []record.Piece `json:"pieces"`
	Text   string         `json:"text"`
}

// Quote is a place by its characters, as a TextQuoteSelector of the W3C Web
// Annotation Data Model (4.2.4) is.
type Quote struct {
	// Exact are the characters of the pieces.
	Exact string `json:"exact"`
	// Prefix and Suffix are the characters before and after.
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	// Gaps are the characters between the pieces.
	Gaps []string `json:"gaps,omitempty"`
	// Times is in how many places of the text all this stood. Halves counts
	// the places with the characters before and those with the ones after:
	// more of them in another text may be a copy of the place.
	Times  int `json:"times"`
	Halves int `json:"halves"`
}

// Called are the people whom some sources call by a name; no source means all
// that do.
type Called struct {
	Name    string   `json:"name"`
	Sources []string `json:"sources,omitempty"`
}

// Fate is what became of an entry when the layer was laid over a record.
type Fate string

// The fates.
const (
	Applied   Fate = "applied"
	Settled   Fate = "settled"   // the record says so by itself by now
	Contested Fate = "contested" // the record says by now what the entry did not know of
	Lost      Fate = "lost"      // its place is not found
)

// The reasons why an entry has lost its place.
const (
	WhyGone    = "gone"    // the characters, or a fact at them, are not there any more
	WhyTwice   = "twice"   // they are there more than once, and nothing tells which is meant
	WhyChanged = "changed" // the fact at the place is of another kind or mode
)

// Standing is an entry with what became of it.
type Standing struct {
	Correction Correction
	Fate       Fate
	// Why says in a word or a sentence why it is lost or contested.
	Why string
	// Fact is the id that the fact has in the record, "" where it has none.
	Fact string
}

// Corrections is the part of a Reader that gives what people corrected.
type Corrections interface {
	// Layer gives the entries about a source, in the order in which they were
	// made; with "" those of all sources and of people, undone ones and their
	// undoing with them.
	Layer(ctx context.Context, source string) ([]Correction, error)
	// CorrectedRecord gives the record of a source with its corrections, and
	// what became of each. Record gives it as it was read.
	CorrectedRecord(ctx context.Context, id string) (*record.Record, []Standing, error)
	// CorrectedPeople gives those who are called by a name as People does,
	// with what people said about who is who.
	CorrectedPeople(ctx context.Context, name string) ([]Identity, error)
	// Standings tells each entry that is not undone with what became of it,
	// in the order in which they were made, until each gives an error.
	Standings(ctx context.Context, each func(Standing) error) error
}

// Corrector is the part of an archive that takes corrections.
type Corrector interface {
	// Correct puts entries at the end of the layer, all or none, and gives
	// them as they are kept: with an id and a time where they have none. What
	// is searched for is made anew from the corrected records in the same
	// step. An entry that is there already, by its id, is left out.
	Correct(ctx context.Context, entries []Correction) ([]Correction, error)
}

// Live gives the entries of a layer that are not undone, without the undoing.
func Live(layer []Correction) []Correction {
	undone := Undone(layer)
	var out []Correction
	for _, c := range layer {
		if c.Op != Undo && !undone[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// Undone are the ids of the entries of a layer that are undone. An undo may
// itself be undone.
func Undone(layer []Correction) map[string]bool {
	undone := map[string]bool{}
	for i := len(layer) - 1; i >= 0; i-- {
		if c := &layer[i]; c.Op == Undo && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	return undone
}
