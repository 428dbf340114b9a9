package clause

import (
	"cmp"
	"slices"
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// Input is what is known of a body before.
type Input struct {
	// Text is the body as printed.
	Text string
	// Folded is the body, folded; a line feed stands between paragraphs.
	Folded *lexicon.Text
	// Words is its likeliest segmentation.
	Words []lexicon.Word
	// Actors are the names and the words that stand for somebody, Times and
	// Works what else is one piece. They may come in any order; what lies
	// over something longer is left out.
	Actors []Actor
	Times  []Thing
	Works  []Thing
}

// Kind is what an actor is.
type Kind uint8

// The kinds of actors.
const (
	Person  Kind = iota // a person's name
	Body                // an organisation's name
	Place               // a country, a city
	Pronoun             // 他, 她
	Title               // a title without a name: 总理先生
	Group               // 双方, 两国元首, 俄方
)

// Actor is a name, or a word that stands for one, and whom it means.
type Actor struct {
	Kind Kind
	// Start and End are the characters of the name itself.
	Start, End int
	// From and To are those with the titles beside it: 国家主席习近平, 普京总统.
	From, To int
	// Name is the person's fullest name, else the words as printed; for a
	// reference that stands for one person the person's.
	Name string
	// People are the numbers of the people on the page that are meant, none
	// for bodies, places and what a reader could not say.
	People []int
	// Of are the names of the bodies that a group stands for.
	Of []string
	// As is the title given here, as printed, "" where there is none.
	As string
}

// Thing is something found before: the characters [Start, End), and its
// number in the list that it comes from.
type Thing struct{ Start, End, Number int }

// Text is a body with its build. Positions are characters.
type Text struct {
	t    *lexicon.Text
	body string
	// Actors are in the order of the text, none over another.
	Actors []Actor
	Times  []Thing
	Works  []Thing
	Tokens []Token
	at     []int32 // token by character
	// Quotes are the pairs of quotation marks, by their opening.
	Quotes    []Quote
	inQuote   []int32 // innermost quote by token, -1 outside
	Sentences []Sentence
	Clauses   []Clause
}

// New reads a body.
func New(in Input) *Text {
	x := &Text{t: in.Folded, body: in.Text}
	x.Actors = apart(in.Actors, func(a *Actor) (int, int) { return a.Start, a.End })
	x.Times = apart(in.Times, func(a *Thing) (int, int) { return a.Start, a.End })
	x.Works = apart(in.Works, func(a *Thing) (int, int) { return a.Start, a.End })
	x.tokenize(in.Words)
	x.quotes()
	x.sentences()
	return x
}

// apart sorts a list and leaves out what lies over something that begins
// before it, or is longer.
func apart[T any](list []T, ends func(*T) (int, int)) []T {
	type place struct{ start, end, of int } // small, to be moved by sorting
	order := make([]place, len(list))
	for i := range list {
		start, end := ends(&list[i])
		order[i] = place{start, end, i}
	}
	slices.SortFunc(order, func(p, q place) int {
		if p.start != q.start {
			return cmp.Compare(p.start, q.start)
		}
		return cmp.Or(cmp.Compare(q.end, p.end), cmp.Compare(p.of, q.of))
	})
	n, end := 0, 0
	for _, x := range order {
		if x.start >= end && x.end > x.start {
			order[n] = x
			n, end = n+1, x.end
		}
	}
	out := make([]T, n)
	for i := range out {
		out[i] = list[order[i].of]
	}
	return out
}

// Len is the length in characters.
func (x *Text) Len() int { return x.t.Len() }

// At is the folded character at i, 0 outside the text.
func (x *Text) At(i int) rune {
	if i < 0 || i >= len(x.t.Runes) {
		return 0
	}
	return x.t.Runes[i]
}

// Slice is the folded text of the characters [i, j), empty where that is
// outside.
func (x *Text) Slice(i, j int) string {
	if i < 0 || j > x.t.Len() || i >= j {
		return ""
	}
	return x.t.Slice(i, j)
}

// Has reports whether the folded words w stand at i.
func (x *Text) Has(i int, w string) bool {
	if i < 0 {
		return false
	}
	for _, r := range w {
		if i >= len(x.t.Runes) || x.t.Runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// Span turns the characters [i, j) into bytes of the body.
func (x *Text) Span(i, j int) span.Span {
	return span.Span{Start: x.t.Byte(i), End: x.t.Byte(j)}
}

// Within gives the things of a sorted list that lie in [i, j).
func Within(list []Thing, i, j int) []Thing {
	a := sort.Search(len(list), func(k int) bool { return list[k].Start >= i })
	b := a
	for b < len(list) && list[b].End <= j {
		b++
	}
	return list[a:b]
}

// ActorsIn gives the actors that lie in [i, j), as a range of Actors.
func (x *Text) ActorsIn(i, j int) (from, to int) {
	a := sort.Search(len(x.Actors), func(k int) bool { return x.Actors[k].Start >= i })
	b := a
	for b < len(x.Actors) && x.Actors[b].End <= j {
		b++
	}
	return a, b
}
