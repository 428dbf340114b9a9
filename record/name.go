package record

// Person is one person of the page with all mentions.
type Person struct {
	ID string `json:"id"`
	// Name is the fullest form on the page; nothing is added from outside.
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases"`
	Titles   []Title   `json:"titles"`
	Mentions []Mention `json:"mentions"`
}

// Title is an office or honorific given to a person, as printed.
type Title struct {
	Span
	Article string `json:"article"`
	// At is the time for which the page gives the title, as a TIMEX3 value.
	At Nullable `json:"at"`
}

// Mention is one place where a name stands.
type Mention struct {
	Span
	Article string `json:"article"`
	Rule    string `json:"rule"`
}

// Place is one place of the page with all mentions.
type Place struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases"`
	Mentions []Mention `json:"mentions"`
}

// Organization is one body of the page with all mentions.
type Organization struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases"`
	Mentions []Mention `json:"mentions"`
}
