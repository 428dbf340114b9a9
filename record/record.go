package record

// Format is the name and version of the format, the value of
// [Record.Format].
const Format = "dateline-record/1"

// Record is what one source says: its articles and their facts. No list in
// it is null in JSON; a list with nothing in it is [].
type Record struct {
	Format string `json:"format"`
	// Rules is the version of the rules that read the source. Records made
	// by other rules may differ.
	Rules         string         `json:"rules"`
	Source        Source         `json:"source"`
	Published     Published      `json:"published"`
	Articles      []Article      `json:"articles"`
	Furniture     []Furniture    `json:"furniture"`
	People        []Person       `json:"people"`
	Places        []Place        `json:"places"`
	Organizations []Organization `json:"organizations"`
	Times         []Time         `json:"times"`
	Figures       []Figure       `json:"figures"`
	Statements    []Statement    `json:"statements"`
	Events        []Event        `json:"events"`
	Works         []Work         `json:"works"`
	Slips         []Slip         `json:"slips"`
	Checks        []Check        `json:"checks"`
}

// Source says which bytes a record was read from, and what its offsets count.
type Source struct {
	// Name is the name that the source was given, for a person to read; it
	// is no key.
	Name string `json:"name"`
	// SHA256 is the digest of the source's bytes, in lower-case hex.
	SHA256 string `json:"sha256"`
	// Bytes is the length of the source in bytes.
	Bytes     int64  `json:"bytes"`
	MediaType string `json:"media_type"`
	// Encoding is the character encoding that the bytes were read in, by its
	// WHATWG label: utf-8, utf-16le, utf-16be, gb18030, big5, hz-gb-2312.
	Encoding string `json:"encoding"`
	// EncodingBasis says how the encoding was found: bom, valid (the bytes
	// allow no other reading that is likely), detected or given.
	EncodingBasis string `json:"encoding_basis"`
	// Newline is how the source ends its lines: lf, crlf, cr, mixed or none.
	Newline string `json:"newline" jsonschema:"enum=lf,enum=crlf,enum=cr,enum=mixed,enum=none"`
	// BOM says whether a byte-order mark stood before the text. It is not
	// part of the text.
	BOM bool `json:"bom"`
	// Chars is the length of the decoded text in code points.
	Chars int `json:"chars"`
	// Undecodable counts the places where bytes could not be decoded; each
	// is one U+FFFD in the text.
	Undecodable int `json:"undecodable"`
	// Part is set where the record is of a part of a longer stream.
	Part *Part `json:"part,omitempty"`
}

// Part places a record inside a stream that was read part by part. The
// record's offsets, digest and lengths are those of the part.
type Part struct {
	// Index numbers the parts of the stream from 0.
	Index int `json:"index"`
	// Byte is the offset of the part's first byte in the stream.
	Byte int64 `json:"byte"`
	// Char is the offset of the part's first code point in the stream.
	Char int64 `json:"char"`
}

// Published is the date of the page: of the paper, the web page, the file.
type Published struct {
	// Value is a date in ISO 8601, to the day, month or year, null where the
	// page gives none.
	Value Nullable `json:"value"`
	// Basis is given (the caller said it), stated (the page prints it),
	// inferred (from what the page names), or null.
	Basis Nullable `json:"basis" jsonschema:"enum=given,enum=stated,enum=inferred"`
	// Note says in words what the value was taken from.
	Note Nullable `json:"note"`
	// Stated is where the page prints the date, whatever the basis of Value.
	Stated *Span `json:"stated,omitempty"`
}

// Furniture is a stretch of the page that is in no article: navigation, page
// heads and numbers, section headings, remains of a site's software.
type Furniture struct {
	Span
	// Kind is one word for what it is: navigation, page-head, page-number,
	// section, mark, tools, related, editor, page-foot, repeat, other.
	Kind string `json:"kind"`
	Rule string `json:"rule"`
}
