package term

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Frame is the shape of wrapped text.
type Frame struct {
	// Width is the most columns that a line takes, indentation included. A
	// line is wider only where one character is.
	Width int
	// First and Rest stand before the first line and before each other one.
	First, Rest string
}

// Wrap lays the runs out in lines. White space at a line's end is left out.
// There is always one line.
func Wrap(runs []Run, f Frame) [][]Run {
	w := wrapper{frame: f}
	w.begin(f.First)
	for _, u := range units(runs) {
		w.add(u)
	}
	w.end()
	return w.lines
}

// unit is what is not parted: a stretch of text without a place to break, with
// the marks in it.
type unit struct {
	runs  []Run
	width int
	// trail is the width of the white space at its end.
	trail int
}

// units cuts the runs at the places where a line may end.
func units(runs []Run) []unit {
	var plain strings.Builder
	for _, r := range runs {
		if !r.Mark {
			plain.WriteString(Clean(r.Text))
		}
	}
	c := cutter{ends: breaks(plain.String())}
	for _, r := range runs {
		r.Text = Clean(r.Text)
		if r.Mark {
			c.mark(r)
		} else {
			c.text(r)
		}
	}
	c.close()
	return c.out
}

// cutter deals runs out into units. ends are the breaks still ahead, at the
// bytes dealt.
type cutter struct {
	ends []int
	at   int
	now  []Run
	out  []unit
}

// text deals out a run of the text. A unit is closed only when the next
// character comes, so that marks stay with the one before.
func (c *cutter) text(r Run) {
	for r.Text != "" {
		if len(c.ends) > 0 && c.at == c.ends[0] {
			c.close()
			c.ends = c.ends[1:]
		}
		n := len(r.Text)
		if len(c.ends) > 0 {
			n = min(n, c.ends[0]-c.at)
		}
		c.now = append(c.now, Run{Text: r.Text[:n], Style: r.Style})
		c.at, r.Text = c.at+n, r.Text[n:]
	}
}

func (c *cutter) mark(r Run) {
	if r.Text != "" {
		c.now = append(c.now, r)
	}
}

func (c *cutter) close() {
	if len(c.now) == 0 {
		return
	}
	u := unit{runs: c.now}
	for _, r := range u.runs {
		u.width += Width(r.Text)
	}
	tail := u.runs[len(u.runs)-1].Text
	u.trail = Width(tail) - Width(strings.TrimRight(tail, " \u3000"))
	c.out, c.now = append(c.out, u), nil
}

// wrapper fills lines.
type wrapper struct {
	frame Frame
	lines [][]Run
	line  []Run
	used  int
	// bare says that the line holds no more than its indentation.
	bare bool
}

func (w *wrapper) begin(indent string) {
	w.line, w.used, w.bare = nil, Width(indent), true
	if indent != "" {
		w.line = append(w.line, Run{Text: indent})
	}
}

func (w *wrapper) end() {
	if !w.bare {
		w.line = trimmed(w.line)
	}
	w.lines = append(w.lines, w.line)
}

func (w *wrapper) turn() {
	w.end()
	w.begin(w.frame.Rest)
}

// add puts a unit on the line, or on the next where it does not fit. One that
// is wider than a line is cut between characters.
func (w *wrapper) add(u unit) {
	if !w.fits(u.width-u.trail) && !w.bare {
		w.turn()
	}
	if w.fits(u.width - u.trail) {
		w.put(u.width, u.runs...)
		return
	}
	for _, r := range u.runs {
		w.force(r)
	}
}

// put sets runs of so many columns on the line; one in the style of the run
// before it makes that longer.
func (w *wrapper) put(width int, runs ...Run) {
	for _, r := range runs {
		if n := len(w.line); !w.bare && n > 0 && w.line[n-1].Style == r.Style {
			w.line[n-1].Text += r.Text
		} else {
			w.line = append(w.line, r)
		}
		w.bare = false
	}
	w.used += width
}

func (w *wrapper) fits(width int) bool { return w.used+width <= w.frame.Width }

// force lays a run out character by character.
func (w *wrapper) force(r Run) {
	rest := r.Text
	for state := -1; rest != ""; {
		var cluster string
		var n int
		cluster, rest, n, state = uniseg.FirstGraphemeClusterInString(rest, state)
		n = clusterWidth(cluster, n)
		if !w.fits(n) && !w.bare {
			w.turn()
		}
		w.put(n, Run{cluster, r.Style, r.Mark})
	}
}

// trimmed is the line without the white space at its end.
func trimmed(line []Run) []Run {
	for len(line) > 0 {
		last := &line[len(line)-1]
		last.Text = strings.TrimRight(last.Text, " \u3000")
		if last.Text != "" {
			break
		}
		line = line[:len(line)-1]
	}
	return line
}
