package cite

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// Item is an item of CSL-JSON, the input of citation processors
// (citation-style-language/schema, csl-data.json 1.0.2).
type Item struct {
	ID    string `json:"id"`
	Type  string `json:"type"`
	Title string `json:"title,omitempty"`
	// Author has every name whole: nothing tells where the family name of a
	// Chinese name of three or four characters ends.
	Author         []Name `json:"author,omitempty"`
	ContainerTitle string `json:"container-title,omitempty"`
	Issued         *Date  `json:"issued,omitempty"`
	// Page is the page of the paper, 版次.
	Page     string `json:"page,omitempty"`
	URL      string `json:"URL,omitempty"`
	Accessed *Date  `json:"accessed,omitempty"`
	Language string `json:"language,omitempty"`
	Note     string `json:"note,omitempty"`
}

// Name is a name that is not taken apart.
type Name struct {
	Literal string `json:"literal"`
}

// Date is a date as far as it is known: year, month, day.
type Date struct {
	DateParts [][]int `json:"date-parts"`
}

func dateParts(day string) *Date {
	if day == "" {
		return nil
	}
	var parts []int
	for _, s := range strings.Split(day, "-") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return nil
		}
		parts = append(parts, n)
	}
	return &Date{DateParts: [][]int{parts}}
}

// ymd gives year, month and day, 0 where not known.
func (d *Date) ymd() (y, m, day int) {
	if d == nil || len(d.DateParts) == 0 {
		return 0, 0, 0
	}
	p := append(append([]int{}, d.DateParts[0]...), 0, 0, 0)
	return p[0], p[1], p[2]
}

// iso writes the date in ISO 8601, "" for none.
func (d *Date) iso() string {
	y, m, day := d.ymd()
	if y == 0 {
		return ""
	}
	s := pad(y, 4)
	if m > 0 {
		s += "-" + pad(m, 2)
		if day > 0 {
			s += "-" + pad(day, 2)
		}
	}
	return s
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// CSL writes the item as CSL-JSON, a list of one; the link to the characters
// is at the end of its note.
func (c *Citation) CSL() string {
	it := c.Item
	it.Note = c.fullNote()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode([]Item{it}); err != nil {
		return "[]\n" // no value of an Item cannot be written
	}
	return b.String()
}

// fullNote is the note with the link.
func (c *Citation) fullNote() string {
	if c.Link == "" {
		return c.Item.Note
	}
	return strings.TrimPrefix(c.Item.Note+"; "+c.Link, "; ")
}
