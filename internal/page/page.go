// Package page turns the text of a page into its articles: it joins the lines
// that the page broke, sets furniture aside, and finds which headline,
// dateline, credit and paragraphs belong together.
//
// Input is a decoded text and nothing else; output are spans in it, in bytes.
// An article offers its body as one joined text with the way back to the
// page (Article.Body), so that no later stage knows where lines were broken.
// Split is a pure function: the same text gives the same page. Nothing of a
// text is lost: what is in no article is in Furniture with the rule that put
// it there.
package page

import (
	"dateline/internal/span"
)

// Page is a text with its parts found.
type Page struct {
	Articles  []Article
	Furniture []Furniture
	// Stated is the date that the page itself prints, in ISO 8601, "" where
	// it prints none; StatedAt is where.
	Stated   string
	StatedAt span.Pieces
}

// Article is one headline block with its body.
type Article struct {
	Kind      string // report, caption, brief, qa, document, notice
	Headlines []Headline
	Dateline  *DatelineAt
	Byline    span.Pieces
	Credit    span.Pieces
	// Paragraphs are the paragraphs' ranges of the page.
	Paragraphs []span.Pieces
	// Body is the paragraphs' text, a line feed between each two.
	Body        *span.Joined
	Continued   []Continuation
	BeginsMid   bool
	EndsMid     bool
	Illustrates int // index of the article that a caption belongs to, -1 for none
	Rule        string
	// PageDate is the date of the page head above the article, "" where
	// there is none.
	PageDate string
	// OwnDate says that this head is the article's own first line, not that
	// of a page.
	OwnDate bool
}

// Headline is one part of a headline block.
type Headline struct {
	Pieces span.Pieces
	Role   string // kicker, main, deck, sub
	Before int    // for a sub-heading the paragraph that it stands before
}

// Continuation is a mark that an article goes on.
type Continuation struct {
	Pieces   span.Pieces
	Kind     string // dispatch, jump, from
	Dateline *DatelineAt
	Before   int // the paragraph that it stands before
}

// Furniture is a stretch of the page that is in no article.
type Furniture struct {
	Pieces span.Pieces
	Kind   string
	Rule   string
}

// Split finds the articles of a text. A byte that is no UTF-8 is read as the
// control character SUB.
func Split(text string) *Page {
	text = valid(text)
	all := lines(text)
	sortFurniture(text, all)
	kept := make([]line, 0, len(all))
	turn, apart := false, false
	s := &segmenter{text: text}
	for i := range all {
		if all[i].kind != fNone {
			turn = true
			apart = apart || !all[i].kind.passing()
			continue
		}
		all[i].turn = all[i].turn || turn
		if i > 0 && turn {
			all[i].blanks = max(all[i].blanks, all[i-1].blanks)
		}
		all[i].apart = apart
		turn, apart = false, false
		kept = append(kept, all[i])
	}
	s.lay = measureLayout(kept)
	runs := join(text, kept, s.lay)
	s.chronicle, s.bracketed = isChronicle(runs), hasBrackets(runs)
	s.cut(all, runs)
	p := assemble(s, isWeb(all))
	p.keepRemains(text, all)
	return p
}
