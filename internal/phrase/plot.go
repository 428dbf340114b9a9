package phrase

import (
	"fmt"
	"strings"
)

// PlotOptions say how a plot is drawn for a terminal.
type PlotOptions struct {
	// Width is the most columns of a line, Height the lines of the bars of one
	// phrase; 0 is 6.
	Width, Height int
	// ASCII draws with ASCII instead of Braille patterns (U+2800 to U+28FF),
	// whose width is one column everywhere (UAX #11 has them as neutral, unlike
	// the block elements).
	ASCII bool
}

// leastPlot is the least width of a plot without its scale.
const leastPlot = 16

// Plot draws bars of the uses in a million characters of each phrase by
// month or year, all phrases on one scale, as lines of text without controls
// but line ends. Under the bars is - where there is text and a blank where
// there is none. Periods that do not fit are put together, evenly.
func Plot(r *Report, o PlotOptions) string {
	if o.Height <= 0 {
		o.Height = 6
	}
	most := 0.0
	bars := make([][]*float64, len(r.Phrases))
	size := 1
	for i := range r.Phrases {
		bars[i], size = o.bars(r.Phrases[i].Periods)
		for _, v := range bars[i] {
			if v != nil {
				most = max(most, *v)
			}
		}
	}
	label := fmt.Sprintf("%.*f", decimals(most), most)
	var b strings.Builder
	for i := range r.Phrases {
		fmt.Fprintf(&b, "%s\n", r.Phrases[i].Text)
		o.draw(&b, bars[i], most, label, r)
	}
	fmt.Fprintf(&b, "uses in a million characters by %s", r.By)
	if size > 1 {
		fmt.Fprintf(&b, ", %d %ss a column", size, r.By)
	}
	b.WriteString("; no line below: no text\n")
	return b.String()
}

// decimals is how many digits a rate is shown with.
func decimals(v float64) int {
	switch {
	case v >= 100:
		return 0
	case v >= 10:
		return 1
	}
	return 2
}

// columns is how many bars there is room for.
func (o PlotOptions) columns() int { return max(o.Width-10, leastPlot) }

// bars are the rates of the periods, so many put together that they fit; nil
// where there is no text.
func (o PlotOptions) bars(periods []Period) (rates []*float64, size int) {
	size = max(1, (len(periods)+o.columns()-1)/o.columns())
	for from := 0; from < len(periods); from += size {
		uses, chars := 0, int64(0)
		for _, p := range periods[from:min(from+size, len(periods))] {
			uses += p.Uses
			chars += p.Chars
		}
		rates = append(rates, rate(uses, chars))
	}
	return rates, size
}

// draw draws the bars of one phrase, as wide as there is room for.
func (o PlotOptions) draw(b *strings.Builder, bars []*float64, most float64, label string, r *Report) {
	wide := 1
	if len(bars) > 0 {
		wide = min(max(o.columns()/len(bars), 1), 8)
	}
	levels := 4
	if o.ASCII {
		levels = 2
	}
	for row := o.Height - 1; row >= 0; row-- {
		scale := ""
		if row == o.Height-1 {
			scale = label
		}
		line := fmt.Sprintf("%8s |", scale)
		for _, v := range bars {
			line += strings.Repeat(o.cell(height(v, most, o.Height*levels)-row*levels), wide)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	line := fmt.Sprintf("%8s +", "0")
	for _, v := range bars {
		line += strings.Repeat(map[bool]string{true: "-", false: " "}[v != nil], wide)
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
	if len(bars) > 0 {
		gap := max(1, len(bars)*wide-len(r.From)-len(r.To))
		fmt.Fprintf(b, "%9s %s%s%s\n", "", r.From, strings.Repeat(" ", gap), r.To)
	}
}

// height is that of a bar in steps: at least one where there is a use.
func height(v *float64, most float64, steps int) int {
	if v == nil || *v <= 0 || most <= 0 {
		return 0
	}
	return max(1, int(*v/most*float64(steps)+0.5))
}

// braille are the cells with no to four rows of both columns of dots, from
// below (Unicode, Braille Patterns: dots 7 8, 3 6, 2 5, 1 4).
var braille = [...]string{" ", "\u28c0", "\u28e4", "\u28f6", "\u28ff"}

// cell is one column of one line, filled so many steps.
func (o PlotOptions) cell(steps int) string {
	if o.ASCII {
		return []string{" ", ".", "#"}[min(max(steps, 0), 2)]
	}
	return braille[min(max(steps, 0), 4)]
}
