package export

import (
	"crypto/sha256"
	"fmt"
	"io"
	"iter"

	"dateline/record"
)

// webAnnotation is the W3C Web Annotation Data Model (Recommendation of 23
// February 2017): one AnnotationPage with an Annotation for each note. Offsets
// are code points there too (section 4.2.4). A span of several pieces is a
// Composite (appendix C.2), since several targets would each be annotated
// alone.
var webAnnotation = Format{
	Name: "web-annotation", Title: "W3C Web Annotation, JSON-LD", Ext: "jsonld", MediaType: "application/ld+json",
	Lost: []string{
		"The text of the sources is not in it: only what is annotated, with 16 characters on both sides.",
		"The text outside articles (furniture) is not annotated.",
		"What a fact says beyond a word or a line is JSON inside the body of its annotation, and known only to who knows dateline's record.",
		"Composite is in an informative appendix of the model: some readers know only single places.",
	},
	Write: writeWebAnnotation,
}

// context16 is the number of code points of prefix and suffix.
const context16 = 16

// webHead begins the page; Composite is not in the model's own context.
const webHead = `{"@context":["http://www.w3.org/ns/anno.jsonld",{"Composite":"oa:Composite"}],"type":"AnnotationPage","items":[`

type webAnno struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Motivation string    `json:"motivation"`
	Creator    webAgent  `json:"creator"`
	Body       []webBody `json:"body"`
	Target     any       `json:"target"`
}

type webAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type webBody struct {
	Type     string `json:"type"`
	Purpose  string `json:"purpose"`
	Format   string `json:"format,omitempty"`
	Language string `json:"language,omitempty"`
	Value    string `json:"value,omitempty"`
	Source   string `json:"source,omitempty"`
}

type webTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Selector [2]any `json:"selector"`
}

type webComposite struct {
	Type  string `json:"type"`
	Items []any  `json:"items"`
}

type webPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type webQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// writeWebAnnotation writes the page's id, which the model asks for, last: it
// is made from what the page holds.
func writeWebAnnotation(w io.Writer, pages iter.Seq2[*Page, error]) error {
	sum := sha256.New()
	l := newJSONList(io.MultiWriter(w, sum), webHead)
	err := each(pages, func(p *Page) error {
		runes := []rune(p.Text)
		for n := range notes(p.Record) {
			if len(n.span.Pieces) == 0 && len(n.on) == 0 {
				continue
			}
			if err := l.add(webNote(p, runes, &n)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := l.end("\n]"); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, ",\"id\":\"urn:dateline:annotations:%x\"}\n", sum.Sum(nil)[:8])
	return err
}

func webNote(p *Page, runes []rune, n *note) webAnno {
	a := webAnno{ID: URN(p.ID, n.id), Type: "Annotation", Motivation: motivation(n.kind),
		Creator: webAgent{"Software", "dateline " + p.Record.Rules}, Target: webTargets(p, runes, n)}
	a.Body = append(a.Body, webBody{Type: "TextualBody", Purpose: "classifying", Format: "text/plain", Value: n.kind})
	if n.value != "" {
		a.Body = append(a.Body, webBody{Type: "TextualBody", Purpose: a.Motivation, Format: "text/plain", Value: n.value})
	}
	if n.of != "" {
		a.Body = append(a.Body, webBody{Type: "SpecificResource", Purpose: "linking", Source: URN(p.ID, n.of)})
	}
	if n.data != nil {
		a.Body = append(a.Body, webBody{Type: "TextualBody", Purpose: "describing", Format: "application/json", Value: compact(n.data)})
	}
	return a
}

// motivation is the model's word for why a kind of note is made.
func motivation(kind string) string {
	switch kind {
	case "person", "place", "organization", "work", "title":
		return "identifying"
	case "headline", "dateline", "byline", "credit", "paragraph", "continuation":
		return "classifying"
	case "slip":
		return "editing"
	}
	return "describing"
}

// webTargets is where a note stands, for a check what it compares.
func webTargets(p *Page, runes []rune, n *note) any {
	c := webComposite{Type: "Composite"}
	for _, id := range n.on {
		c.Items = append(c.Items, URN(p.ID, id))
	}
	for _, piece := range n.span.Pieces {
		c.Items = append(c.Items, webPiece(p, runes, piece))
	}
	if len(c.Items) == 1 {
		return c.Items[0]
	}
	return c
}

func webPiece(p *Page, runes []rune, piece record.Piece) webTarget {
	start, end := clamp(piece, len(runes))
	return webTarget{"SpecificResource", URN(p.ID, ""), [2]any{
		webPosition{"TextPositionSelector", start, end},
		webQuote{"TextQuoteSelector", string(runes[start:end]), string(runes[max(start-context16, 0):start]),
			string(runes[end:min(end+context16, len(runes))])}}}
}

// clamp keeps a piece inside a text of n code points.
func clamp(p record.Piece, n int) (start, end int) {
	start = min(max(p.Start(), 0), n)
	return start, min(max(p.End(), start), n)
}
