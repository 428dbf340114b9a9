package cite

import (
	"strings"
	"unicode/utf8"
)

// BibTeX is an entry @article for classical BibTeX, which has no type for
// newspapers: the newspaper is the journal, the page is in pages. Every name
// and the title are in braces, so that nothing is inverted or put in lower
// case.
func (c *Citation) BibTeX() string {
	f := c.fields()
	f.add("journal", escapeTeX(c.Item.ContainerTitle))
	y, m, d := c.Item.Issued.ymd()
	if y > 0 {
		f.add("year", pad(y, 4))
	}
	if m > 0 {
		month := strings.ToLower(months[m-1][:3])
		if d > 0 { // the day has no field; styles print what is in month
			month = month + ` # "~` + pad(d, 1) + `"`
		}
		f.raw("month", month)
	}
	f.add("date", c.Item.Issued.iso()) // for styles that read more than BibTeX has
	f.add("pages", escapeTeX(c.Item.Page))
	f.add("url", c.Item.URL)
	f.add("language", "chinese")
	f.notes(c)
	return f.entry("article", c.key())
}

// BibLaTeX is an entry @article of biblatex with entrysubtype newspaper.
func (c *Citation) BibLaTeX() string {
	f := c.fields()
	f.add("entrysubtype", "newspaper")
	f.add("journaltitle", escapeTeX(c.Item.ContainerTitle))
	f.add("date", c.Item.Issued.iso())
	f.add("pages", escapeTeX(c.Item.Page))
	f.add("url", c.Item.URL)
	f.add("urldate", c.Item.Accessed.iso())
	f.add("langid", "chinese")
	f.notes(c)
	return f.entry("article", c.key())
}

// fields are the fields of an entry, one a line.
type fields struct{ lines []string }

// fields begins an entry with author and title.
func (c *Citation) fields() *fields {
	f := &fields{}
	var names []string
	for _, n := range c.Item.Author {
		names = append(names, "{"+escapeTeX(n.Literal)+"}")
	}
	f.add("author", strings.Join(names, " and "))
	if c.Item.Title != "" {
		f.add("title", "{"+escapeTeX(c.Item.Title)+"}")
	}
	return f
}

// notes writes what styles print, the characters cited, and what they do not.
func (f *fields) notes(c *Citation) {
	f.add("note", escapeTeX(c.Link))
	f.add("annote", escapeTeX(c.Item.Note))
}

// add writes a field in braces; one without a value is left out.
func (f *fields) add(name, value string) {
	if value != "" {
		f.raw(name, "{"+value+"}")
	}
}

func (f *fields) raw(name, value string) {
	f.lines = append(f.lines, "  "+name+strings.Repeat(" ", 12-len(name))+" = "+value+",\n")
}

func (f *fields) entry(kind, key string) string {
	return "@" + kind + "{" + key + ",\n" + strings.Join(f.lines, "") + "}\n"
}

func (c *Citation) key() string { return "dateline-" + asciiID(c.Item.ID) }

// tex are the characters that TeX takes as commands. Braces are written by
// commands without one: BibTeX counts also those with a backslash before them.
var tex = map[rune]string{
	'\\': `{\textbackslash}`, '{': `{\textbraceleft}`, '}': `{\textbraceright}`, '~': `{\textasciitilde}`, '^': `{\textasciicircum}`,
	'&': `\&`, '%': `\%`, '$': `\$`, '#': `\#`, '_': `\_`,
}

func escapeTeX(s string) string {
	var b strings.Builder
	for _, r := range line(s) {
		if t, ok := tex[r]; ok {
			b.WriteString(t)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// verbatim is an address as it can stand in every form: what no URI may hold
// (RFC 3986), braces and backslashes among it, is percent-encoded.
func verbatim(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= utf8.RuneSelf || strings.IndexByte("{}\\\"^`<>|", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
