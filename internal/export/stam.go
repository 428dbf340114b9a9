package export

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"os"
	"unicode/utf8"

	"dateline/record"
)

// stamFormat is STAM, the Stand-off Text Annotation Model, as STAM JSON: one
// AnnotationStore with a TextResource for each source and an Annotation for
// each note. Offsets are code points there too.
var stamFormat = Format{
	Name: "stam", Title: "STAM, stand-off annotations with the texts", Ext: "store.stam.json", MediaType: "application/json",
	Lost: []string{
		"The text outside articles (furniture) is in the resource, not annotated.",
		"What a fact says beyond a word or a line is JSON in the value of the key record.",
		"Which facts a fact names (the event of a statement, its time) is told only inside that JSON.",
	},
	Write: writeSTAM,
}

// stamSet is the data set that the keys belong to.
const stamSet = "dateline"

type stamResource struct {
	Type string `json:"@type"`
	ID   string `json:"@id"`
	Text string `json:"text"`
}

type stamAnno struct {
	Type   string     `json:"@type"`
	ID     string     `json:"@id"`
	Target any        `json:"target"`
	Data   []stamData `json:"data"`
}

type stamData struct {
	Type  string    `json:"@type"`
	Set   string    `json:"set"`
	Key   string    `json:"key"`
	Value stamValue `json:"value"`
}

type stamValue struct {
	Type  string `json:"@type"`
	Value string `json:"value"`
}

type stamSelector struct {
	Type       string         `json:"@type"`
	Resource   string         `json:"resource,omitempty"`
	Annotation string         `json:"annotation,omitempty"`
	Offset     *stamOffset    `json:"offset,omitempty"`
	Selectors  []stamSelector `json:"selectors,omitempty"`
}

type stamOffset struct {
	Type  string     `json:"@type"`
	Begin stamCursor `json:"begin"`
	End   stamCursor `json:"end"`
}

type stamCursor struct {
	Type  string `json:"@type"`
	Value int    `json:"value"`
}

// writeSTAM writes the resources as they come and keeps the annotations in a
// temporary file until all resources are written: a reader has to know a
// resource before the annotations on it.
func writeSTAM(w io.Writer, pages iter.Seq2[*Page, error]) error {
	file, err := os.CreateTemp("", "dateline-export-*")
	if err != nil {
		return fmt.Errorf("write stam: %w", err)
	}
	defer os.RemoveAll(file.Name())
	defer file.Close()
	resources := newJSONList(w, `{"@type":"AnnotationStore","@id":"dateline","resources":[`)
	annotations := newJSONList(file, `],"annotations":[`)
	err = each(pages, func(p *Page) error {
		if err := resources.add(stamResource{"TextResource", URN(p.ID, ""), p.Text}); err != nil {
			return err
		}
		return stamNotes(annotations, p)
	})
	if err != nil {
		return err
	}
	if err := resources.end("\n"); err != nil {
		return err
	}
	if err := annotations.end("\n]}\n"); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("write stam: %w", err)
	}
	_, err = io.Copy(w, bufio.NewReader(file))
	return err
}

func stamNotes(l *jsonList, p *Page) error {
	written, chars := map[string]bool{}, utf8.RuneCountInString(p.Text)
	for n := range notes(p.Record) {
		a := stamAnno{"Annotation", URN(p.ID, n.id), stamTarget(p, &n, chars, written), stamPairs(&n)}
		if err := l.add(a); err != nil {
			return err
		}
		written[n.id] = true
	}
	return nil
}

// stamPairs are the data of a note.
func stamPairs(n *note) (out []stamData) {
	add := func(key, value string) {
		if value != "" {
			out = append(out, stamData{"AnnotationData", stamSet, key, stamValue{"String", value}})
		}
	}
	add("kind", n.kind)
	add("article", n.article)
	add("of", n.of)
	add("value", n.value)
	add("rule", n.rule)
	add("text", n.span.Text)
	if n.data != nil {
		add("record", compact(n.data))
	}
	return out
}

// stamTarget is where a note stands. A check stands on the annotations that it
// compares, on the source as a whole where there are none; a fact without
// characters of its own too.
func stamTarget(p *Page, n *note, chars int, written map[string]bool) stamSelector {
	var all []stamSelector
	for _, id := range n.on {
		if written[id] {
			all = append(all, stamSelector{Type: "AnnotationSelector", Annotation: URN(p.ID, id)})
		}
	}
	for _, piece := range n.span.Pieces {
		all = append(all, stamPiece(p, piece, chars))
	}
	switch len(all) {
	case 0:
		return stamSelector{Type: "ResourceSelector", Resource: URN(p.ID, "")}
	case 1:
		return all[0]
	}
	return stamSelector{Type: "CompositeSelector", Selectors: all}
}

func stamPiece(p *Page, piece record.Piece, chars int) stamSelector {
	start, end := clamp(piece, chars)
	return stamSelector{Type: "TextSelector", Resource: URN(p.ID, ""), Offset: &stamOffset{"Offset",
		stamCursor{"BeginAlignedCursor", start}, stamCursor{"BeginAlignedCursor", end}}}
}
