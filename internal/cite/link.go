package cite

import (
	"fmt"
	"strings"

	"dateline/internal/fault"
	"dateline/record"
)

// At makes the citation one of some characters of the source: of a fact's
// pieces. Text is the decoded source that the record's offsets count; it is
// looked at only where lines end in CR LF.
//
// The link is a fragment of RFC 5147, char=START,END, one for each piece. Its
// positions stand between characters and count from 0, as record's do; but a
// line end is one character in it, also CR LF. It is for text/plain: of
// another source the characters of the text read from it are said in words.
func (c *Citation) At(r *record.Record, text string, pieces []record.Piece) error {
	if len(pieces) == 0 {
		return fmt.Errorf("cite %s: no characters: %w", r.Source.Name, fault.Invalid)
	}
	for _, p := range pieces {
		if p.Start() < 0 || p.End() < p.Start() || p.End() > r.Source.Chars {
			return fmt.Errorf("cite %s: no characters %d to %d: %w", r.Source.Name, p.Start(), p.End(), fault.Invalid)
		}
	}
	sum := r.Source.SHA256
	if len(sum) > 8 {
		sum = sum[:8] + "…"
	}
	if r.Source.MediaType != "text/plain" {
		c.Link = fmt.Sprintf("characters %s of the text of %s (sha256 %s)", ranges(pieces), line(r.Source.Name), sum)
		return nil
	}
	if r.Source.Newline == "crlf" || r.Source.Newline == "mixed" {
		pieces = joinCRLF(text, pieces)
	}
	var out []string
	for _, p := range pieces {
		out = append(out, fmt.Sprintf("#char=%d,%d", p.Start(), p.End()))
	}
	c.Link = fmt.Sprintf("%s%s (sha256 %s)", escapeName(r.Source.Name), strings.Join(out, " + "), sum)
	return nil
}

func ranges(pieces []record.Piece) string {
	var out []string
	for _, p := range pieces {
		out = append(out, fmt.Sprintf("%d–%d", p.Start(), p.End()))
	}
	return strings.Join(out, " + ")
}

// joinCRLF counts each CR LF as one character.
func joinCRLF(text string, pieces []record.Piece) []record.Piece {
	out := make([]record.Piece, len(pieces))
	copy(out, pieces)
	i, last := 0, rune(0)
	for _, c := range text {
		if c == '\n' && last == '\r' {
			for k, p := range pieces {
				if i < p.Start() {
					out[k][0]--
				}
				if i < p.End() {
					out[k][1]--
				}
			}
		}
		last = c
		i++
	}
	return out
}

// escapeName percent-encodes in a file's name what ends a path in a URI
// reference; Chinese characters stay readable (RFC 3987).
func escapeName(s string) string {
	return strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F", " ", "%20").Replace(line(s))
}
