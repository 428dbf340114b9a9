package page

import "dateline/internal/span"

// Slip is a word of a joined text that a scan or a typist got wrong.
type Slip struct {
	Span    span.Span
	Reading string
	Rule    string
}

// Slips finds them.
func Slips(text string) []Slip { return nil }
