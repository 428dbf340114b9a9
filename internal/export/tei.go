package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"iter"
	"regexp"
	"strconv"
	"strings"

	"dateline/record"
)

// tei is TEI P5: a teiCorpus with a TEI document for each source. The names,
// times, figures, statements, events and works are marked where they stand,
// the broken lines by <lb/>; people, places, bodies and events are listed
// before the text (standOff).
var tei = Format{
	Name: "tei", Title: "TEI P5, XML, for editions", Ext: "tei.xml", MediaType: "application/tei+xml",
	Lost: []string{
		"No characters' places are in it: what stands in the marked text has its place there.",
		"Marks that cross are cut in parts, linked by next and prev.",
		"Of a statement only who speaks, who hears and whether it is direct; of an event kind, time and participants; checks, rules and the text outside articles (furniture) are not in it.",
		"Speakers and participants who are no people of the page are told in words, not linked.",
		"Of a figure only kind, value and unit: measure has no bounds and no ranges.",
		"Parts of a day, seasons, quarters and other values that ISO 8601 has not are left out of dates.",
		"Characters that XML does not allow are U+FFFD.",
	},
	Write: writeTEI,
}

const teiHead = `<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Records of news text</title></titleStmt>` +
	`<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>Each text has its own.</p></sourceDesc></fileDesc></teiHeader>
`

func writeTEI(w io.Writer, pages iter.Seq2[*Page, error]) error {
	t := &teiWriter{out: bufio.NewWriter(w)}
	t.raw(teiHead)
	err := each(pages, func(p *Page) error {
		t.document(p)
		_, err := t.out.Write(nil)
		return err
	})
	if err != nil {
		return err
	}
	t.raw("</teiCorpus>\n")
	return t.out.Flush()
}

// teiWriter writes one document after another. Errors of writing stay in out
// until it is flushed.
type teiWriter struct {
	out  *bufio.Writer
	page *Page
	mark *marker
}

func (t *teiWriter) raw(s string) { t.out.WriteString(s) }

// text writes characters; those that XML does not allow as U+FFFD.
func (t *teiWriter) text(s string) {
	// bufio.Writer keeps the error.
	_ = xml.EscapeText(t.out, []byte(s))
}

// attr writes an attribute that has a value.
func (t *teiWriter) attr(name, value string) {
	if value == "" {
		return
	}
	t.raw(" " + name + `="`)
	t.text(value)
	t.raw(`"`)
}

// element writes an element that holds only text, nothing for none.
func (t *teiWriter) element(name, value string, attrs ...string) {
	if value == "" {
		return
	}
	t.open(name, attrs...)
	t.text(value)
	t.raw("</" + name + ">")
}

// open writes a start tag; attrs are names and values in turn.
func (t *teiWriter) open(name string, attrs ...string) {
	t.raw("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		t.attr(attrs[i], attrs[i+1])
	}
	t.raw(">")
}

func (t *teiWriter) document(p *Page) {
	t.page, t.mark = p, newMarker(p)
	t.open("TEI", "xml:id", xmlID(p.ID, ""))
	t.raw("\n")
	t.header()
	t.standOff()
	t.open("text", "xml:lang", language)
	t.raw("<body>\n")
	for i := range p.Record.Articles {
		t.article(&p.Record.Articles[i])
	}
	if len(p.Record.Articles) == 0 {
		t.raw("<div/>\n")
	}
	t.raw("</body></text>\n</TEI>\n")
}

func (t *teiWriter) header() {
	s, g := &t.page.Record.Source, &t.page.Given
	t.raw("<teiHeader><fileDesc><titleStmt>")
	t.element("title", orElse(s.Name, t.page.ID))
	t.raw("</titleStmt><publicationStmt><p>Read by dateline ")
	t.text(t.page.Record.Rules)
	t.raw("; not published.</p></publicationStmt><sourceDesc><bibl>")
	t.element("title", orElse(g.Title, s.Name))
	t.element("publisher", g.Publication)
	t.element("date", orElse(g.Day, string(t.page.Record.Published.Value)))
	t.element("idno", URN(t.page.ID, ""), "type", "urn")
	t.element("idno", t.page.Origin, "type", "origin")
	t.element("idno", s.SHA256, "type", "sha256")
	t.element("idno", g.URL, "type", "url")
	t.raw("</bibl></sourceDesc></fileDesc></teiHeader>\n")
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// standOff lists who and what the text names.
func (t *teiWriter) standOff() {
	r := t.page.Record
	if len(r.People)+len(r.Places)+len(r.Organizations)+len(r.Events) == 0 {
		return
	}
	t.raw("<standOff>\n")
	listOf(t, "listPerson", "person", "persName", r.People, func(p record.Person) (string, string, []string) { return p.ID, p.Name, p.Aliases })
	listOf(t, "listPlace", "place", "placeName", r.Places, func(p record.Place) (string, string, []string) { return p.ID, p.Name, p.Aliases })
	listOf(t, "listOrg", "org", "orgName", r.Organizations, func(o record.Organization) (string, string, []string) { return o.ID, o.Name, o.Aliases })
	t.events()
	t.raw("</standOff>\n")
}

// listOf writes a list of what has names.
func listOf[T any](t *teiWriter, list, item, name string, all []T, of func(T) (id, first string, more []string)) {
	if len(all) == 0 {
		return
	}
	t.raw("<" + list + ">\n")
	for _, x := range all {
		id, first, more := of(x)
		t.open(item, "xml:id", xmlID(t.page.ID, id))
		t.element(name, first)
		for _, a := range more {
			t.element(name, a, "type", "alias")
		}
		t.raw("</" + item + ">\n")
	}
	t.raw("</" + list + ">\n")
}

func (t *teiWriter) events() {
	if len(t.page.Record.Events) == 0 {
		return
	}
	t.raw("<listEvent>\n")
	for i := range t.page.Record.Events {
		e := &t.page.Record.Events[i]
		when := ""
		if e.Time != nil {
			when = isoDate(string(e.Time.Value))
		}
		t.open("event", "xml:id", xmlID(t.page.ID, e.ID), "type", e.Kind, "subtype", e.Status, "when-iso", when)
		t.element("label", orElse(e.Trigger.Text, e.Kind))
		t.participants(e)
		t.raw("</event>\n")
	}
	t.raw("</listEvent>\n")
}

func (t *teiWriter) participants(e *record.Event) {
	for _, x := range e.Participants {
		t.open("desc", "type", orElse(string(x.Role), "principal"))
		if x.As != "" {
			t.element("roleName", string(x.As))
		}
		if x.Person != "" {
			t.element("persName", x.Name, "ref", t.mark.ref(string(x.Person)))
		} else {
			t.element("orgName", x.Name)
		}
		t.raw("</desc>")
	}
	if e.Place != nil {
		t.raw(`<desc type="place">`)
		t.element("placeName", e.Place.Text)
		t.raw("</desc>")
	}
}

// article writes an article: its heads, its opener, its paragraphs with
// sub-headings and marks of dispatches between them.
func (t *teiWriter) article(a *record.Article) {
	t.open("div", "type", "article", "subtype", a.Kind, "xml:id", xmlID(t.page.ID, a.ID), "corresp", t.mark.ref(string(a.BelongsTo)))
	t.raw("\n")
	for i := range a.Headlines {
		if h := &a.Headlines[i]; h.Before == nil {
			t.block("head", &h.Span, "type", h.Role, "xml:id", t.part(a, "h", i))
		}
	}
	if a.Dateline != nil || a.Byline != nil {
		t.raw("<opener>")
		if a.Dateline != nil {
			t.inline("dateline", &a.Dateline.Span)
		}
		if a.Byline != nil {
			t.inline("byline", a.Byline)
		}
		t.raw("</opener>\n")
	}
	if a.Credit != nil {
		t.block("bibl", a.Credit, "type", "credit")
	}
	for i := range a.Paragraphs {
		t.between(a, i)
		t.block("p", &a.Paragraphs[i].Span, "xml:id", t.part(a, "p", i))
	}
	t.between(a, len(a.Paragraphs))
	t.raw("</div>\n")
}

// part is the id of a part of an article, as in the other formats.
func (t *teiWriter) part(a *record.Article, letter string, i int) string {
	return xmlID(t.page.ID, a.ID+"."+letter+strconv.Itoa(i+1))
}

// between writes what stands before paragraph i.
func (t *teiWriter) between(a *record.Article, i int) {
	for j := range a.Headlines {
		if h := &a.Headlines[j]; h.Before != nil && *h.Before == i {
			t.block("label", &h.Span, "type", h.Role, "xml:id", t.part(a, "h", j))
		}
	}
	for j := range a.ContinuedBy {
		if c := &a.ContinuedBy[j]; c.Before == i {
			t.block("label", &c.Span, "type", c.Kind, "xml:id", t.part(a, "c", j))
		}
	}
}

func (t *teiWriter) block(name string, s *record.Span, attrs ...string) {
	t.inline(name, s, attrs...)
	t.raw("\n")
}

// inline writes an element with the marked text of a span.
func (t *teiWriter) inline(name string, s *record.Span, attrs ...string) {
	t.open(name, attrs...)
	t.mark.write(t, s)
	t.raw("</" + name + ">")
}

// xmlID is the name of a fact as an XML name (an NCName): s.SOURCE.FACT, with
// what a name may not have, and a full stop in SOURCE, as the numbers of its
// bytes between underscores.
func xmlID(source, fact string) string {
	id := "s." + strings.ReplaceAll(ncName(source), ".", "_2e_")
	if fact == "" {
		return id
	}
	return id + "." + ncName(fact)
}

func ncName(s string) string {
	const hex = "0123456789abcdef"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'_', hex[c>>4], hex[c&15], '_'})
		}
	}
	return b.String()
}

// isoTime is what TEI's when-iso may be (teidata.temporal.iso).
var isoTime = regexp.MustCompile(`^[0-9.,DHMPRSTWYZ/:+-]+$`)

// partOfDay is the part of a day at the end of a TIMEX3 value.
var partOfDay = regexp.MustCompile(`T(MO|MI|AF|EV|NI)$`)

// teiWhen is the attribute of a date with its value, both "" where TEI has none.
func teiWhen(t *record.Time) (name, value string) {
	v := partOfDay.ReplaceAllString(string(t.Value), "")
	switch {
	case !isoTime.MatchString(v) || t.Type == "set":
		return "", ""
	case t.Type == "duration" && strings.HasPrefix(v, "P"):
		return "dur-iso", v
	}
	return "when-iso", v
}
