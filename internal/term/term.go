// Package term lays Chinese text out for a terminal: it counts columns, breaks
// lines by the rules of Chinese print, sets styles and keeps control
// characters of foreign text from reaching the screen.
//
// Input are runs of text, each of one style. Output are lines, and bytes with
// or without escape sequences. Widths are in terminal columns; offsets are in
// bytes. The package does no I/O.
package term

// Style is how a run of text is set.
type Style uint8

// The styles. What one of them means is always said in words as well: without
// colour all look like Plain.
const (
	// Plain is running text.
	Plain Style = iota
	// Strong is a main headline, a name.
	Strong
	// Faint is what was added by the view, and what matters less.
	Faint
	// Doubt is a word that the page may have got wrong.
	Doubt
)

// sgr are the parameters of the escape sequence SGR (ECMA-48, 8.3.117) of
// each style.
var sgr = [...]string{Plain: "", Strong: "1", Faint: "2", Doubt: "4;33"}

// Run is a stretch of text of one style.
type Run struct {
	Text  string
	Style Style
	// Mark says that the run was put into the text by the view. Lines break
	// as if it were not there: it stays with the character before it.
	Mark bool
}

// Painter writes runs. The zero value writes without colour.
type Painter struct{ Color bool }

// Append appends the run to b, cleaned of control characters, and gives b
// back.
func (p Painter) Append(b []byte, r Run) []byte {
	text := Clean(r.Text)
	if !p.Color || r.Style == Plain || text == "" {
		return append(b, text...)
	}
	b = append(b, "\x1b["+sgr[r.Style]+"m"...)
	b = append(b, text...)
	return append(b, "\x1b[0m"...)
}
