package statementbench

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/internal/eval/cec"
	"dateline/record"
)

// stands is where words stand in the only paragraph of a report.
func stands(t *testing.T, text, words string) cec.Place {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in %q", words, text)
	}
	from := utf8.RuneCountInString(text[:i])
	return cec.Place{Start: from, End: from + utf8.RuneCountInString(words), Text: words}
}

// at is where words stand on the page of a report.
func at(t *testing.T, r cec.Report, text, words string) record.Span {
	t.Helper()
	s := place(r, stands(t, text, words))
	return record.Span{Text: words, Pieces: []record.Piece{{s[0], s[1]}}}
}
