package export

import (
	"bufio"
	"io"
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/record"
)

// iCalendar is a calendar of the events whose day is known (RFC 5545).
var iCalendar = Format{
	Name: "icalendar", Title: "events of a known day, iCalendar", Ext: "ics", MediaType: "text/calendar",
	Lost: []string{
		"Events whose day is not known are not in it, nor those before or after a day, nor what has no end (2013年以来).",
		"All entries are of whole days: the hour, the part of the day and what is uncertain are said in words, since the zone is mostly not known.",
		"Participants are named in the description, not as attendees, which a calendar would want to write to.",
		"Two tellings of the same event are two entries, each naming the other.",
		"The characters are in the description; statements, figures and checks are not in it.",
	},
	Write: writeICalendar,
}

func writeICalendar(w io.Writer, pages iter.Seq2[*Page, error]) error {
	out := &icalWriter{bufio.NewWriter(w)}
	for _, l := range []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//dateline//ZH", "CALSCALE:GREGORIAN"} {
		out.line(l)
	}
	err := each(pages, func(p *Page) error {
		articles, times := p.articles(), timesByID(p.Record)
		for i := range p.Record.Events {
			p.calendarEntry(out, &p.Record.Events[i], articles, times)
		}
		return nil
	})
	if err != nil {
		return err
	}
	out.line("END:VCALENDAR")
	return out.Flush()
}

// icalWriter writes content lines.
type icalWriter struct{ *bufio.Writer }

// lineOctets is the most octets of a line, without its end (RFC 5545, 3.1).
const lineOctets = 75

// line writes a content line, folded between characters.
func (w *icalWriter) line(s string) {
	s = strings.ToValidUTF8(s, "�")
	room := lineOctets
	for len(s) > room {
		n := room
		for !utf8.RuneStart(s[n]) {
			n--
		}
		w.WriteString(s[:n] + "\r\n ")
		s, room = s[n:], lineOctets-1
	}
	w.WriteString(s + "\r\n")
}

// text writes a property whose value is text.
func (w *icalWriter) text(name, value string) {
	if value != "" {
		w.line(name + ":" + escapeICal(value))
	}
}

// escapeICal escapes a text (RFC 5545, 3.3.11); control characters it may not
// have are left out.
func escapeICal(s string) string {
	s = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// icalStatus is the status of a calendar's entry for that of an event.
var icalStatus = map[string]string{"happened": "CONFIRMED", "planned": "TENTATIVE", "called-off": "CANCELLED"}

// calendarDays are the first day of an event and the day after its last, false
// where it has no place in a calendar.
func calendarDays(e *record.Event, times map[string]*record.Time) (first, after time.Time, ok bool) {
	t, ok := eventWhen(e)
	if !ok || !isDay(t.first) || !isDay(t.last) || t.last < t.first {
		return first, after, false
	}
	if x := times[string(e.Time.Ref)]; x != nil && (x.Mod == "BEFORE" || x.Mod == "AFTER") {
		return first, after, false
	}
	first, err1 := time.Parse(time.DateOnly, t.first)
	last, err2 := time.Parse(time.DateOnly, t.last)
	return first, last.AddDate(0, 0, 1), err1 == nil && err2 == nil
}

func (p *Page) calendarEntry(w *icalWriter, e *record.Event, articles map[string]*record.Article, times map[string]*record.Time) {
	first, after, ok := calendarDays(e, times)
	if !ok {
		return
	}
	const basic = "20060102"
	w.line("BEGIN:VEVENT")
	w.text("UID", URN(p.ID, e.ID))
	// DTSTAMP must be there, and no clock is read: it is the day of publishing,
	// else the event's own.
	stamp := first
	if d, err := time.Parse(time.DateOnly, p.published()); err == nil {
		stamp = d
	}
	w.line("DTSTAMP:" + stamp.Format(basic) + "T000000Z")
	w.line("DTSTART;VALUE=DATE:" + first.Format(basic))
	w.line("DTEND;VALUE=DATE:" + after.Format(basic))
	w.text("SUMMARY", eventName(e))
	if e.Place != nil {
		w.text("LOCATION", e.Place.Text)
	}
	w.text("STATUS", icalStatus[e.Status])
	w.text("CATEGORIES", e.Kind)
	w.line("TRANSP:TRANSPARENT")
	if isURI(p.Given.URL) {
		w.line("URL:" + p.Given.URL)
	}
	w.text("DESCRIPTION", p.calendarSay(e, articles[e.Article], times))
	w.line("END:VEVENT")
}

// isURI reports an address that can stand in a property as it is: one of the
// printed characters of ASCII, with a scheme.
func isURI(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return strings.Contains(s, ":")
}

// calendarSay is the sentence, who took part, the time as it is known, and
// where it is from.
func (p *Page) calendarSay(e *record.Event, a *record.Article, times map[string]*record.Time) string {
	var out []string
	source := p.Record.Source.Name + " (" + URN(p.ID, e.Article) + ")"
	if a != nil {
		if s, _ := sentence(a, e.Trigger.Start()); s.Text != "" {
			out = append(out, s.Text)
		}
		if h := headline(a); h != "" {
			source = h + ", " + source
		}
	}
	var who []string
	for _, x := range e.Participants {
		s := x.Name
		if x.As != "" {
			s += "（" + string(x.As) + "）"
		}
		if x.Role != "" {
			s += " [" + string(x.Role) + "]"
		}
		who = append(who, s)
	}
	if len(who) > 0 {
		out = append(out, strings.Join(who, "、"))
	}
	out = append(out, eventSay(e, times)+partSay(e))
	for _, id := range e.SameAs {
		out = append(out, "the same as "+URN(p.ID, id))
	}
	out = append(out, "from "+source+", characters "+piecesSay(e.Pieces))
	return strings.Join(out, "\n")
}

// partSay is the part of the day, or the hour, in words.
func partSay(e *record.Event) string {
	switch t, _ := eventWhen(e); {
	case t.part != "":
		return ", " + partsOfDay[t.part]
	case t.clock != "":
		return ", at " + t.clock + " in a zone that is not known"
	}
	return ""
}

func piecesSay(pieces []record.Piece) string {
	var out []string
	for _, p := range pieces {
		out = append(out, itoa(p.Start())+"–"+itoa(p.End()))
	}
	return strings.Join(out, " + ")
}
