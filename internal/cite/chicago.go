package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// edition is what an edition of The Chicago Manual of Style has of its own:
// how many authors a note and an entry of the bibliography name at most, and
// how many where there are more.
type edition struct{ note, noteFirst, entry, entryFirst int }

var (
	chicago17 = edition{note: 3, noteFirst: 1, entry: 10, entryFirst: 7}
	chicago18 = edition{note: 2, noteFirst: 1, entry: 6, entryFirst: 3}
)

// ChicagoNote is a note by the 18th edition of The Chicago Manual of Style.
func (c *Citation) ChicagoNote() string { return c.chicagoNote(chicago18) }

// ChicagoEntry is an entry of a bibliography by the 18th edition of The
// Chicago Manual of Style.
func (c *Citation) ChicagoEntry() string { return c.chicagoEntry(chicago18) }

// Chicago17Note is a note by the 17th edition.
func (c *Citation) Chicago17Note() string { return c.chicagoNote(chicago17) }

// Chicago17Entry is an entry of a bibliography by the 17th edition.
func (c *Citation) Chicago17Entry() string { return c.chicagoEntry(chicago17) }

func (c *Citation) chicagoNote(e edition) string {
	s := "“" + c.quoted() + ",” " + c.paper() + ", " + c.chicagoDay()
	if a := c.people(e.note, e.noteFirst, " and "); a != "" {
		s = a + ", " + s
	}
	return c.chicagoEnd(s, ", ")
}

// chicagoEntry begins with the author; an article without one stands under
// the name of its newspaper.
func (c *Citation) chicagoEntry(e edition) string {
	t := c.quoted()
	if r, _ := utf8.DecodeLastRuneInString(t); !strings.ContainsRune("？！?!", r) || t == "" {
		t += "."
	}
	where := c.paper() + ", " + c.chicagoDay()
	a := c.people(e.entry, e.entryFirst, ", and ")
	if a == "" {
		a, where = c.paper(), c.chicagoDay()
	}
	return c.chicagoEnd(strings.TrimSuffix(a, ".")+". “"+t+"” "+where, ". ")
}

func (c *Citation) paper() string {
	if c.Item.ContainerTitle == "" {
		return "[newspaper not known]"
	}
	return c.Item.ContainerTitle
}

// chicagoEnd adds the address and the characters cited.
func (c *Citation) chicagoEnd(s, before string) string {
	for _, more := range []string{c.Item.URL, c.Link} {
		if more == "" {
			continue
		}
		if before == ". " {
			s = strings.TrimSuffix(s, ".")
		}
		s += before + more
	}
	return strings.TrimSuffix(s, ".") + "."
}

// quoted is the title, its own quotation marks turned to inner ones.
func (c *Citation) quoted() string {
	return strings.NewReplacer("“", "‘", "”", "’", "‘", "“", "’", "”").Replace(c.Item.Title)
}

var months = strings.Fields("January February March April May June July August September October November December")

func (c *Citation) chicagoDay() string {
	y, m, d := c.Item.Issued.ymd()
	switch {
	case y == 0:
		return "n.d."
	case m < 1 || m > 12:
		return strconv.Itoa(y)
	case d == 0:
		return months[m-1] + " " + strconv.Itoa(y)
	}
	return months[m-1] + " " + strconv.Itoa(d) + ", " + strconv.Itoa(y)
}

// people names the authors: all where there are at most most, else the first;
// two have the word of both between them. Chinese names have the family name
// first already, and are not turned.
func (c *Citation) people(most, first int, both string) string {
	var names []string
	for _, n := range c.Item.Author {
		names = append(names, n.Literal)
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n > most:
		return strings.Join(names[:first], ", ") + etAl(first)
	case n == 1:
		return names[0]
	case n == 2:
		return names[0] + both + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

func etAl(first int) string {
	if first == 1 {
		return " et al."
	}
	return ", et al."
}
