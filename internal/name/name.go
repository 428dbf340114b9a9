package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// Text is one text of a page: an article's body with its lines joined and a
// line feed between paragraphs, or a headline, or a caption. Spans are bytes
// of Body.
type Text struct {
	// Article is the article's id.
	Article string
	Body    string
	// Days are the days on which the text is told, each from a byte of Body
	// on: that of the dateline first. None where the page does not say.
	Days []Time
	// Times are the times in Body, in order.
	Times []Time
}

// Mention is one place where a name stands.
type Mention struct {
	// Text is the number of the text.
	Text int
	Span span.Span
	// Rule says what found it.
	Rule string
	// Parts are the parts of the name where a title stands inside Span (李总统
	// 登辉), nil where the name is all of it.
	Parts []span.Span
	// With is the name with the titles right before and after it; of places
	// and bodies it is empty.
	With span.Span
}

// Title is an office or honorific as printed, given to a person.
type Title struct {
	Text int
	Span span.Span
	// At is the day, month or year that the title is given for in ISO form, ""
	// where the page does not say.
	At string
}

// Entity is a person, a place or a body with all its mentions, in the order
// of the texts.
type Entity struct {
	// Name is the fullest form on the page, as printed.
	Name string
	// Aliases are the other forms.
	Aliases  []string
	Titles   []Title
	Mentions []Mention
}

// Result is who and what the page names.
type Result struct {
	People, Places, Organizations []Entity
	// References are words that stand for people and bodies without naming
	// them; they are no mentions.
	References []Reference
	// Reads are the texts as they were read, in their order.
	Reads []Read
}

// Read is a text as it was read.
type Read struct {
	Folded *lexicon.Text
	// Words is the likeliest segmentation.
	Words []lexicon.Word
}

// RefKind is the sort of a reference.
type RefKind string

// The sorts of references.
const (
	Pronoun   RefKind = "pronoun"    // 他, 她
	BareTitle RefKind = "bare-title" // 总理先生, 主席
	Group     RefKind = "group"      // 双方, 两国元首, 俄方
)

// Reference is a word that stands for people or bodies.
type Reference struct {
	Text int
	Span span.Span
	Kind RefKind
	// Of are the names of the people (fullest forms) or bodies; empty where a
	// reader could not say.
	Of []string
	// Person reports whether Of are people.
	Person bool
	// Because is the text and place that justify it.
	Because     span.Span
	BecauseText int
}

// Find gives the people, places and bodies of a page. The same texts give
// the same result.
func Find(texts []Text) Result {
	p := read(texts)
	p.findPeople()
	p.findThings()
	return p.result()
}
