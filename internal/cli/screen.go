package cli

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"dateline/internal/cli/view"
)

// screen is what is known of the terminal that the output goes to.
type screen struct {
	// terminal says that it goes to one.
	terminal bool
	// columns is its width, 0 where that is not known.
	columns int
}

// screenOf looks at a stream.
func screenOf(w io.Writer) screen {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return screen{}
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		columns = 0
	}
	return screen{terminal: true, columns: columns}
}

const (
	// usualWidth is the width in columns where nothing says another.
	usualWidth = 80
	// measure is the most columns of a line of text: 42 characters after the
	// two of the indentation, about what a page of print has at most.
	measure = 88
	// widest is the most columns of a table.
	widest = 160
)

// width is the width of a page: that of the terminal, else what COLUMNS says,
// else the usual one, and not more than a line that reads well with its margin.
// Tables are as wide as the terminal.
func (a *app) width(f *readFlags) int {
	columns := a.screen.columns
	if columns <= 0 {
		columns, _ = strconv.Atoi(a.getenv("COLUMNS"))
	}
	if columns <= 0 {
		columns = usualWidth
	}
	switch {
	case f.facts:
		return min(columns, widest)
	case f.noMargin:
		return min(columns, measure)
	}
	return min(columns, measure+view.Divider+view.MostMargin)
}

// color decides about colour: only on a terminal that can show it, and not
// where NO_COLOR is set (no-color.org), unless a flag says otherwise.
func (a *app) color(when colors) bool {
	switch when {
	case colorAlways:
		return true
	case colorNever:
		return false
	}
	return a.screen.terminal && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
}
