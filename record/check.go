package record

// Check says whether two or more facts of the page agree.
type Check struct {
	ID string `json:"id"`
	// Kind is what is compared. adds-up is written as adds up by this
	// version; both are of the format (docs/checks.md).
	Kind string `json:"kind" jsonschema:"enum=adds-up,enum=adds up,enum=agree,enum=ordinal,enum=weekday,enum=relative-day,enum=title-at-date"`
	// Holds is null where the page does not allow to tell.
	Holds *bool `json:"holds"`
	// Evidence are the ids of the facts compared, in the order of Say.
	Evidence []string `json:"evidence"`
	// Say is one plain sentence.
	Say  string `json:"say"`
	Rule string `json:"rule"`
}
