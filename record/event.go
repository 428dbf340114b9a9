package record

// Event is one happening, told at its trigger. The event's own span is the
// trigger's.
type Event struct {
	Fact
	Kind         string        `json:"kind" jsonschema:"enum=meet,enum=talks,enum=visit,enum=arrive,enum=depart,enum=phone-call,enum=video-meeting,enum=sign,enum=issue,enum=attend,enum=speech,enum=letter,enum=ceremony,enum=convene,enum=appoint"`
	Trigger      Span          `json:"trigger"`
	Participants []Participant `json:"participants"`
	Time         *When         `json:"time"`
	Place        *Span         `json:"place"`
	Status       string        `json:"status" jsonschema:"enum=happened,enum=planned,enum=called-off"`
	// Works are the ids of the documents that were signed or issued.
	Works []string `json:"works"`
	// Ordinal is the number that the page gives the event in a series,
	// Series what is counted.
	Ordinal Nullable `json:"ordinal"`
	Series  Nullable `json:"series"`
	// SameAs are the ids of other tellings of the same event on the page.
	SameAs []string `json:"same_as"`
	PLOVER Nullable `json:"plover"`
	CAMEO  Nullable `json:"cameo"`
}

// Participant is who takes part in an event.
type Participant struct {
	Name   string   `json:"name"`
	Person Nullable `json:"person"`
	Role   Nullable `json:"role" jsonschema:"enum=attendee,enum=receiver,enum=host,enum=recipient"`
	// As is the title at the time, as printed.
	As Nullable `json:"as"`
}

// When is the time of an event.
type When struct {
	Value Nullable `json:"value"`
	// Ref is the id of the time expression, null where the time is
	// inherited; Basis then says from what.
	Ref   Nullable `json:"ref"`
	Basis Nullable `json:"basis"`
}
