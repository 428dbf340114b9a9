package export

import (
	"io"
	"iter"
	"slices"
	"strings"

	"dateline/record"
)

// followTheMoney is the model of Aleph and of what OCCRP made around it: JSON
// lines, one an entity with its schema and its properties, each a list of
// strings (followthemoney.tech).
var followTheMoney = Format{
	Name: "followthemoney", Title: "FollowTheMoney entities, JSON lines", Ext: "ftm.json", MediaType: "application/json+ftm",
	Lost: []string{
		"No characters: a Mention says in which article a name stands, in which forms, not where.",
		"Statements, figures, works, slips and checks have no schema and are not in it.",
		"Dates are a day, month or year: parts of the day and what is uncertain about a time are in the summary of an event only.",
		"Roles are lost but for the host (organizer); of a call it is not known who rang, so that all who take part are callers.",
		"A Trip must say where it began and where it ended; the record knows one of the two, so that visits, arrivals and departures are Events.",
		"A person or body is one entity a source: who is the same in two sources is left to Aleph's own cross-referencing.",
		"The ids are not URNs, which Aleph does not take: a URN stands in recordId of events.",
	},
	Write: writeFTM,
}

type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds values to a property, none twice and none empty.
func (e *ftmEntity) set(property string, values ...string) {
	for _, v := range values {
		if v = strings.TrimSpace(v); v == "" || slices.Contains(e.Properties[property], v) {
			continue
		}
		e.Properties[property] = append(e.Properties[property], v)
	}
}

// ftmID is an id of letters, digits, dots and dashes, as the model's entity
// type has them; another character is a dash and its bytes in hex, so that two
// ids stay two.
func ftmID(source, fact string) string {
	return "dateline." + ftmEscape(source) + "." + ftmEscape(fact)
}

func ftmEscape(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'-', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

func writeFTM(w io.Writer, pages iter.Seq2[*Page, error]) error {
	out := newJSONLines(w)
	err := each(pages, func(p *Page) error {
		for _, list := range [][]*ftmEntity{p.ftmArticles(), p.ftmPeople(), p.ftmBodies(), p.ftmEvents()} {
			for _, e := range list {
				if err := out.add(e); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return out.end(err)
}

func (p *Page) ftm(id, schema string) *ftmEntity {
	return &ftmEntity{ID: ftmID(p.ID, id), Schema: schema, Properties: map[string][]string{}}
}

func (p *Page) ftmArticles() (out []*ftmEntity) {
	for i := range p.Record.Articles {
		a := &p.Record.Articles[i]
		e := p.ftm(a.ID, "Article")
		e.set("title", headline(a))
		if e.set("fileName", p.Record.Source.Name); e.Properties["fileName"] == nil {
			e.set("fileName", e.ID) // a document must have one
		}
		e.set("bodyText", body(a))
		e.set("language", "zho")
		e.set("sourceUrl", p.Given.URL)
		e.set("publisher", p.Given.Publication)
		if day := p.published(); day != "" {
			e.set("publishedAt", day)
		}
		if d := a.Dateline; d != nil {
			e.set("author", d.Reporters...)
			e.set("author", string(d.Agency))
			if isDate(string(d.Date)) {
				e.set("authoredAt", string(d.Date))
			}
			e.set("summary", d.Text)
		}
		out = append(out, e)
	}
	return out
}

// published is the day on which a page was published: not that of a dateline,
// nor one that was inferred.
func (p *Page) published() string {
	if isDate(p.Given.Day) {
		return p.Given.Day
	}
	if v := string(p.Record.Published.Value); p.Record.Published.Basis != "inferred" && isDate(v) {
		return v
	}
	return ""
}

func (p *Page) ftmPeople() (out []*ftmEntity) {
	for _, x := range p.Record.People {
		e := p.ftm(x.ID, "Person")
		e.set("name", x.Name)
		e.set("alias", x.Aliases...)
		for _, t := range x.Titles {
			e.set("position", t.Text)
		}
		out = append(out, p.ftmMentions(e, x.Name, x.ID, x.Mentions)...)
	}
	return out
}

func (p *Page) ftmBodies() (out []*ftmEntity) {
	for _, x := range p.Record.Organizations {
		e := p.ftm(x.ID, "Organization")
		e.set("name", x.Name)
		e.set("alias", x.Aliases...)
		out = append(out, p.ftmMentions(e, x.Name, x.ID, x.Mentions)...)
	}
	return out
}

// ftmMentions is an entity with a Mention for each article that names it.
func (p *Page) ftmMentions(e *ftmEntity, name, id string, all []record.Mention) []*ftmEntity {
	out, seen := []*ftmEntity{e}, map[string]*ftmEntity{}
	for _, m := range all {
		x := seen[m.Article]
		if x == nil {
			e.set("proof", ftmID(p.ID, m.Article))
			x = p.ftm(id+"."+m.Article, "Mention")
			x.set("document", ftmID(p.ID, m.Article))
			x.set("resolved", e.ID)
			x.set("detectedSchema", e.Schema)
			x.set("name", name)
			seen[m.Article] = x
			out = append(out, x)
		}
		x.set("name", m.Text)
	}
	return out
}

func (p *Page) ftmEvents() (out []*ftmEntity) {
	bodies, articles, times := bodiesByName(p.Record), p.articles(), timesByID(p.Record)
	for i := range p.Record.Events {
		ev := &p.Record.Events[i]
		schema, party := "Event", "involved"
		if ev.Kind == "phone-call" {
			schema, party = "Call", "caller"
		}
		e := p.ftm(ev.ID, schema)
		for _, x := range ev.Participants {
			e.set("namesMentioned", x.Name)
			id := string(x.Person)
			if id == "" {
				id = bodies[x.Name]
			}
			switch {
			case id == "":
			case x.Role == "host" && schema == "Event":
				e.set("organizer", ftmID(p.ID, id))
			default:
				e.set(party, ftmID(p.ID, id))
			}
		}
		if schema == "Event" {
			e.set("name", eventName(ev))
			if ev.Place != nil {
				e.set("location", ev.Place.Text)
			}
		}
		ftmDates(e, ev)
		e.set("summary", eventSay(ev, times))
		if a := articles[ev.Article]; a != nil {
			s, _ := sentence(a, ev.Trigger.Start())
			e.set("description", s.Text)
			e.set("proof", ftmID(p.ID, a.ID))
		}
		e.set("recordId", URN(p.ID, ev.ID))
		e.set("sourceUrl", p.Given.URL)
		out = append(out, e)
	}
	return out
}

func ftmDates(e *ftmEntity, ev *record.Event) {
	t, ok := eventWhen(ev)
	switch {
	case !ok:
	case t.first == t.last:
		e.set("date", t.first)
	default:
		e.set("startDate", t.first)
		e.set("endDate", t.last)
	}
}

// bodiesByName finds the bodies of a record by their names and aliases.
func bodiesByName(r *record.Record) map[string]string {
	m := map[string]string{}
	for _, o := range r.Organizations {
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			if m[n] == "" {
				m[n] = o.ID
			}
		}
	}
	return m
}

// eventName is a line for an event: who takes part, and the words that tell
// it.
func eventName(e *record.Event) string {
	var names []string
	for _, p := range e.Participants {
		if p.Role != "attendee" {
			names = append(names, p.Name)
		}
	}
	return strings.TrimSpace(strings.Join(names, "、") + " " + e.Trigger.Text)
}

// eventSay says of an event what formats of few fields have no place for: its
// kind, whether it happened, its time as it is known.
func eventSay(e *record.Event, times map[string]*record.Time) string {
	say := e.Kind + ", " + strings.ReplaceAll(e.Status, "-", " ")
	if e.Time == nil || e.Time.Value == "" {
		return say + ", time not known"
	}
	say += ", time " + string(e.Time.Value)
	if t := times[string(e.Time.Ref)]; t != nil {
		if t.Mod != "" {
			say += ", " + unsure[string(t.Mod)]
		}
		say += " (" + t.Text + ")"
	} else if e.Time.Basis != "" {
		say += " (from the " + string(e.Time.Basis) + ")"
	}
	return say
}
