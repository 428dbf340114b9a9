package record

// Work is a title in 《…》.
type Work struct {
	Fact
	// Title is the text without the marks.
	Title string `json:"title"`
	Kind  string `json:"kind" jsonschema:"enum=document,enum=newspaper,enum=book,enum=other"`
}

// Slip is a word that a scan or a typist got wrong. The text stays as it is;
// the reading is an offer. A person's name is never one.
type Slip struct {
	Fact
	// Reading is the whole word as it should read.
	Reading string   `json:"reading"`
	Note    Nullable `json:"note"`
}
