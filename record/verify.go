package record

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that does not hold between a record and its source.
type Problem struct {
	// Path is the place in the record: articles[0].paragraphs[2].
	Path string
	// Say is what does not hold, in plain words.
	Say string
}

func (p Problem) String() string { return p.Path + ": " + p.Say }

// Verify holds every span of the record against text, the decoded source: its
// pieces lie inside the text, are not empty, follow each other without
// touching, and their characters are the span's text. It also checks the
// length of the text, that ids are there and unique, that references lead to a
// thing of their kind, and that marks and sub-headings stand at a paragraph
// that there is. A speaker or hearer that the page does not print has no text
// and no pieces. It gives nil where all holds.
func Verify(r *Record, text string) []Problem {
	var out []Problem
	say := func(path, format string, args ...any) {
		out = append(out, Problem{path, fmt.Sprintf(format, args...)})
	}
	runes := []rune(text)
	if r.Format != Format {
		say("format", "is %q, want %q", r.Format, Format)
	}
	if r.Source.Chars != len(runes) {
		say("source.chars", "is %d, the source has %d", r.Source.Chars, len(runes))
	}
	for path, s := range r.Spans() {
		if unprinted(path, s) {
			continue
		}
		if why := verifySpan(s, runes); why != "" {
			say(path, "%s", why)
		}
	}
	verifyIDs(r, say)
	verifyPlaces(r, say)
	return out
}

// unprinted reports a speaker or hearer that the page does not print.
func unprinted(path string, s Span) bool {
	return s.Text == "" && len(s.Pieces) == 0 && (strings.HasSuffix(path, ".speaker") || strings.HasSuffix(path, ".hearer"))
}

// verifySpan says what does not hold of one span, "" where all does.
func verifySpan(s Span, runes []rune) string {
	if len(s.Pieces) == 0 {
		return "has no pieces"
	}
	end := -1
	for _, p := range s.Pieces {
		switch {
		case p.Start() < 0 || p.End() > len(runes):
			return fmt.Sprintf("piece %v lies outside the source of %d characters", p, len(runes))
		case p.Start() >= p.End():
			return fmt.Sprintf("piece %v is empty", p)
		case p.Start() < end:
			return fmt.Sprintf("piece %v begins before the one before it ends", p)
		case p.Start() == end:
			return fmt.Sprintf("piece %v touches the one before it", p)
		}
		end = p.End()
	}
	got, _ := Slice(runes, s.Pieces)
	if got != s.Text {
		return fmt.Sprintf("source reads %s, record says %s", clip(got), clip(s.Text))
	}
	return ""
}

// clip shortens a text for a message, keeping both its ends.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(slices.Concat(r[:most/2], []rune("…"), r[len(r)-most/2:]))
	}
	return "“" + strings.NewReplacer("\r", "␍", "\n", "␊").Replace(s) + "”"
}
