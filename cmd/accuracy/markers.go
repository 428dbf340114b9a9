package main

import (
	"fmt"
	"strings"
)

// insert puts blocks into a document between their markers. What stands
// outside the markers stays; a block without markers, and a marker without its
// partner, are errors.
func insert(doc string, blocks []block) (string, error) {
	for _, b := range blocks {
		begin, end := "<!-- begin: "+b.name+" -->\n", "<!-- end: "+b.name+" -->"
		before, rest, ok := strings.Cut(doc, begin)
		if !ok {
			return "", fmt.Errorf("the document has no line %q", strings.TrimSpace(begin))
		}
		_, after, ok := strings.Cut(rest, end)
		if !ok {
			return "", fmt.Errorf("the document has no line %q after its beginning", end)
		}
		if strings.Contains(after, begin) {
			return "", fmt.Errorf("the document has %q twice", strings.TrimSpace(begin))
		}
		doc = before + begin + strings.TrimRight(b.text, "\n") + "\n" + end + after
	}
	return doc, nil
}

// block is a table with the name of its place in the document.
type block struct{ name, text string }
