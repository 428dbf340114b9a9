package phrase

import (
	"fmt"
	"math"
	"strings"
)

// The size of the drawing in its own units.
const (
	svgWidth  = 800
	svgHeight = 360
	svgLeft   = 56
	svgRight  = 16
	svgTop    = 16
	svgFoot   = 28
	svgLine   = 20 // of the legend
)

// strokes are the colours of lines, to be told apart by those who see colours
// in the common other ways (Okabe and Ito, 2008: Color Universal Design), and
// dashes for print without colour.
var strokes = []struct{ color, dash string }{
	{"#0072b2", ""}, {"#d55e00", "6 3"}, {"#009e73", "2 3"}, {"#cc79a7", "8 3 2 3"},
	{"#56b4e9", "12 4"}, {"#e69f00", "4 2"}, {"#000000", "1 3"}, {"#7f7f7f", "10 2 2 2"},
}

// SVG draws the uses in a million characters of all phrases as lines over the
// months or years. It is one element without script, style or links, which
// can stand in a page: its text is set in the font and colour of the page. A
// line is broken where there is no text.
func SVG(r *Report) string {
	var b strings.Builder
	foot := svgHeight + svgLine*len(r.Phrases)
	title := make([]string, len(r.Phrases))
	most := 0.0
	for i := range r.Phrases {
		title[i] = r.Phrases[i].Text
		for _, p := range r.Phrases[i].Periods {
			if p.PerMillion != nil {
				most = max(most, *p.PerMillion)
			}
		}
	}
	most = nice(most)
	name := escape(fmt.Sprintf("%s: uses in a million characters by %s", strings.Join(title, ", "), r.By))
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" fill="currentColor" font-size="12">`+"\n", svgWidth, foot+8, name)
	fmt.Fprintf(&b, "<title>%s</title>\n", name)
	axes(&b, r, most)
	for i := range r.Phrases {
		line(&b, r.Phrases[i].Periods, most, i)
		legend(&b, &r.Phrases[i], svgHeight+svgLine*i+svgLine/2, i)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// nice is the least of 1, 2 and 5 times a power of ten that is not less.
func nice(v float64) float64 {
	if v <= 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(v)))
	for _, f := range []float64{1, 2, 5} {
		if f*p >= v {
			return f * p
		}
	}
	return 10 * p
}

func x(i, n int) float64 {
	room := float64(svgWidth - svgLeft - svgRight)
	return svgLeft + room*(float64(i)+0.5)/float64(max(n, 1))
}

func y(v, most float64) float64 {
	return float64(svgHeight-svgFoot) - v/most*float64(svgHeight-svgFoot-svgTop)
}

// axes draws a line and a figure for each fourth of the scale, and the names
// of some periods.
func axes(b *strings.Builder, r *Report, most float64) {
	for i := range 5 {
		v := most * float64(i) / 4
		fmt.Fprintf(b, `<path d="M%d %.1fH%d" stroke="currentColor" stroke-opacity="0.2"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n",
			svgLeft, y(v, most), svgWidth-svgRight, svgLeft-6, y(v, most)+4, figure(v))
	}
	if len(r.Phrases) == 0 {
		return
	}
	periods := r.Phrases[0].Periods
	step := max(1, (len(periods)+11)/12)
	for i := 0; i < len(periods); i += step {
		fmt.Fprintf(b, `<text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n", x(i, len(periods)), svgHeight-svgFoot+18, escape(periods[i].Period))
	}
}

// figure is a rate without noughts at its end.
func figure(v float64) string {
	s := fmt.Sprintf("%.3f", v)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// line draws one phrase; a period between two without text is a dot.
func line(b *strings.Builder, periods []Period, most float64, i int) {
	var d strings.Builder
	pen := false
	for k, p := range periods {
		if p.PerMillion == nil {
			pen = false
			continue
		}
		move := "M"
		if pen {
			move = "L"
		}
		fmt.Fprintf(&d, "%s%.1f %.1f", move, x(k, len(periods)), y(*p.PerMillion, most))
		if !pen && (k+1 == len(periods) || periods[k+1].PerMillion == nil) {
			d.WriteString("h0")
		}
		pen = true
	}
	if d.Len() > 0 {
		fmt.Fprintf(b, `<path d="%s" fill="none" stroke-width="2" stroke-linecap="round" %s/>`+"\n", d.String(), stroke(i))
	}
}

func stroke(i int) string {
	s := strokes[i%len(strokes)]
	if s.dash == "" {
		return fmt.Sprintf(`stroke="%s"`, s.color)
	}
	return fmt.Sprintf(`stroke="%s" stroke-dasharray="%s"`, s.color, s.dash)
}

func legend(b *strings.Builder, p *Phrase, at, i int) {
	fmt.Fprintf(b, `<path d="M%d %dh28" fill="none" stroke-width="2" %s/><text x="%d" y="%d">%s</text>`+"\n",
		svgLeft, at, stroke(i), svgLeft+36, at+4, escape(fmt.Sprintf("%s (%d)", p.Text, p.Uses)))
}

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes text that can stand in XML: what XML 1.0 does not allow becomes
// U+FFFD (https://www.w3.org/TR/xml/#charsets).
func escape(s string) string {
	return entities.Replace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ' || r == 0xfffe || r == 0xffff:
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}
