package cite

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"dateline/internal/fault"
	"dateline/record"
)

// Given is what the user says of an article; what is not known is "".
type Given struct {
	// Publication is the newspaper.
	Publication string `json:"publication,omitempty"`
	// Day is when it was published: YYYY-MM-DD, YYYY-MM or YYYY.
	Day string `json:"day,omitempty"`
	// Page is the page of the paper, 版次: 3, A12, 第三版.
	Page string `json:"page,omitempty"`
	URL  string `json:"url,omitempty"`
	// Accessed is when the user read the URL: YYYY-MM-DD.
	Accessed string `json:"accessed,omitempty"`
	// Author is who wrote it; several are set apart by semicolons.
	Author string `json:"author,omitempty"`
	// Title is for an article that prints none.
	Title string `json:"title,omitempty"`
}

// Part is a part of a citation.
type Part string

// The parts.
const (
	Title       Part = "title"
	Author      Part = "author"
	Publication Part = "publication"
	Day         Part = "day"
	Page        Part = "page"
	URL         Part = "url"
	Accessed    Part = "accessed"
)

// Source says what a part was taken from.
type Source struct {
	Part Part `json:"part"`
	// Basis is given (the user said it), headline, dateline, byline, page head,
	// published (the date of the page as the record has it) or first words.
	Basis string `json:"basis"`
	// Pieces are the characters it was read from, none where it was given.
	Pieces []record.Piece `json:"pieces,omitempty"`
}

// Citation is what is known of where an article was printed.
type Citation struct {
	Item Item `json:"item"`
	// Missing are the parts that a printed citation needs and that nobody
	// says: title, publication, day (also where only the month or year is
	// known), page (of an article without a URL). It is never nil.
	Missing []Part `json:"missing"`
	// Sources say of each part that is there what it was taken from.
	Sources []Source `json:"sources"`
	// Notes are sentences on what was not used, and why.
	Notes []string `json:"notes"`
	// Link names the characters cited, "" where At was not called.
	Link string `json:"link,omitempty"`

	title []string // the headline and the decks under it
	day   string   // in ISO 8601, as far as it is known
}

// New cites one article. The id names the source in the citation's own id. An
// article that the record does not have, or a given day that is none, is an
// error.
func New(id string, r *record.Record, article string, g Given) (*Citation, error) {
	a := find(r, article)
	if a == nil {
		return nil, fmt.Errorf("cite %s: no article %q: %w", r.Source.Name, article, fault.NotFound)
	}
	g = g.clean()
	if err := g.check(); err != nil {
		return nil, fmt.Errorf("cite %s: %w", r.Source.Name, err)
	}
	c := &Citation{Missing: []Part{}, Sources: []Source{}, Notes: []string{},
		Item: Item{ID: id + "/" + article, Type: "article-newspaper", Language: "zh"}}
	c.titled(a, g)
	c.authored(a, g)
	c.printed(r, a, g)
	c.dated(r, a, g)
	c.online(g)
	c.note(r, a)
	return c, nil
}

func find(r *record.Record, id string) *record.Article {
	for i := range r.Articles {
		if r.Articles[i].ID == id {
			return &r.Articles[i]
		}
	}
	return nil
}

// clean puts each value on one line.
func (g Given) clean() Given {
	for _, s := range []*string{&g.Publication, &g.Day, &g.Page, &g.URL, &g.Accessed, &g.Author, &g.Title} {
		*s = line(*s)
	}
	g.Publication = strings.TrimSuffix(strings.TrimPrefix(g.Publication, "《"), "》")
	g.URL = verbatim(g.URL)
	return g
}

// line is a text on one line, its white space and control characters single
// spaces.
func line(s string) string {
	s = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(s, "�"))
	return strings.Join(strings.Fields(s), " ")
}

func (g Given) check() error {
	if g.Day != "" && !isDay(g.Day) {
		return fmt.Errorf("the day %q is not YYYY-MM-DD, YYYY-MM or YYYY: %w", g.Day, fault.Invalid)
	}
	if g.Accessed != "" && (len(g.Accessed) != len(time.DateOnly) || !isDay(g.Accessed)) {
		return fmt.Errorf("the day of access %q is not YYYY-MM-DD: %w", g.Accessed, fault.Invalid)
	}
	return nil
}

// isDay reports a date to the day, month or year that the calendar has.
func isDay(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// from notes what a part was taken from.
func (c *Citation) from(p Part, basis string, pieces []record.Piece) {
	c.Sources = append(c.Sources, Source{Part: p, Basis: basis, Pieces: pieces})
}

// dated takes the day of publishing: the given one, else the page's own date.
func (c *Citation) dated(r *record.Record, a *record.Article, g Given) {
	switch p := r.Published; {
	case g.Day != "":
		c.day = g.Day
		c.from(Day, "given", nil)
	case p.Basis == "given" && isDay(string(p.Value)):
		c.day = string(p.Value)
		c.from(Day, "given", nil)
	case p.Basis == "stated" && isDay(string(p.Value)):
		c.day = string(p.Value)
		var at []record.Piece
		if p.Stated != nil {
			at = p.Stated.Pieces
		}
		c.from(Day, "published", at)
	case p.Value != "":
		c.Notes = append(c.Notes, "the page's year is inferred from what it tells, and is no day of publishing")
	}
	c.Item.Issued = dateParts(c.day)
	if len(c.day) != len(time.DateOnly) {
		c.Missing = append(c.Missing, Day)
		c.sent(a)
	}
}

// sent says why the day of the dateline is not taken.
func (c *Citation) sent(a *record.Article) {
	if a.Dateline != nil && a.Dateline.Date != "" {
		c.Notes = append(c.Notes, "the dateline's day, "+string(a.Dateline.Date)+", is that of sending, not of publishing")
	}
}

// online takes the address; an article with one needs no page.
func (c *Citation) online(g Given) {
	if g.URL == "" {
		if c.Item.Page == "" {
			c.Missing = append(c.Missing, Page)
		}
		return
	}
	c.Item.URL = g.URL
	c.from(URL, "given", nil)
	if g.Accessed != "" {
		c.Item.Accessed = dateParts(g.Accessed)
		c.from(Accessed, "given", nil)
	}
}

// note writes for other programs what CSL-JSON has no field for.
func (c *Citation) note(r *record.Record, a *record.Article) {
	var out []string
	if a.Dateline != nil {
		out = append(out, "dateline: "+line(a.Dateline.Text))
	}
	if from, to := extent(a); from < to {
		out = append(out, fmt.Sprintf("source file %s, characters %d–%d", line(r.Source.Name), from, to))
	}
	if len(c.Missing) > 0 {
		out = append(out, "missing: "+c.missing(english, ", "))
	}
	c.Item.Note = strings.Join(append(out, c.Notes...), "; ")
}

// missing names what is missing.
func (c *Citation) missing(words map[Part]string, comma string) string {
	var out []string
	for _, p := range c.Missing {
		out = append(out, words[p])
	}
	return strings.Join(out, comma)
}

var (
	english = map[Part]string{Title: "title", Publication: "newspaper", Day: "day of publishing", Page: "page", Accessed: "day of access"}
	chinese = map[Part]string{Title: "题名", Publication: "报名", Day: "出版日期", Page: "版次", Accessed: "引用日期"}
)

// extent is the first and last character of an article.
func extent(a *record.Article) (from, to int) {
	from = -1
	add := func(s record.Span) {
		for _, p := range s.Pieces {
			if from < 0 || p.Start() < from {
				from = p.Start()
			}
			to = max(to, p.End())
		}
	}
	for _, h := range a.Headlines {
		add(h.Span)
	}
	for _, p := range a.Paragraphs {
		add(p.Span)
	}
	if a.Dateline != nil {
		add(a.Dateline.Span)
	}
	return from, to
}

var notID = regexp.MustCompile(`[^A-Za-z0-9_-]+`)

// asciiID is an id of ASCII letters, digits, - and _ for formats that allow
// no more; what it cannot hold is -.
func asciiID(s string) string { return strings.Trim(notID.ReplaceAllString(s, "-"), "-") }
