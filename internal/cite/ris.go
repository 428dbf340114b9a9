package cite

import "strings"

// RIS is an entry of type NEWS. Lines end in CR LF, as the format asks; each
// value is on one line.
func (c *Citation) RIS() string {
	var b strings.Builder
	put := func(tag, value string) {
		if value != "" {
			b.WriteString(tag + "  - " + line(value) + "\r\n")
		}
	}
	b.WriteString("TY  - NEWS\r\n")
	put("ID", asciiID(c.Item.ID))
	for _, n := range c.Item.Author {
		// A comma would part family and given name.
		put("AU", strings.NewReplacer(", ", "，", ",", "，").Replace(n.Literal))
	}
	put("TI", c.Item.Title)
	put("T2", c.Item.ContainerTitle)
	y, m, d := c.Item.Issued.ymd()
	if y > 0 {
		put("PY", pad(y, 4))
		put("DA", risDay(y, m, d))
	}
	put("SP", c.Item.Page)
	put("UR", c.Item.URL)
	if y, m, d := c.Item.Accessed.ymd(); y > 0 {
		put("Y2", risDay(y, m, d))
	}
	put("LA", c.Item.Language)
	put("N1", c.fullNote())
	b.WriteString("ER  - \r\n")
	return b.String()
}

// risDay is YYYY/MM/DD/other, empty between the strokes where not known.
func risDay(y, m, d int) string {
	s := pad(y, 4) + "/"
	if m > 0 {
		s += pad(m, 2)
	}
	s += "/"
	if d > 0 {
		s += pad(d, 2)
	}
	return s + "/"
}
