package export

import (
	"io"
	"iter"
	"strings"

	"dateline/record"
)

// schemaOrg is JSON-LD of schema.org: one graph with a NewsArticle for each
// article, words in quotation marks as Quotation.
var schemaOrg = Format{
	Name: "schema-org", Title: "schema.org NewsArticle, JSON-LD, for web pages", Ext: "jsonld", MediaType: "application/ld+json",
	Lost: []string{
		"No characters' places are in it.",
		"Only direct statements are in it, as Quotation; indirect ones, acts in words and what is carried on are not quotations.",
		"Who speaks, where the page has no person for it, is an Organization by the words of the page.",
		"Times, figures, slips and checks are not in it; the kind of an event is its description and of a role in it nothing is left.",
		"Days of events stop at the day: the part of the day, and ranges, are left out.",
	},
	Write: writeSchemaOrg,
}

type ldArticle struct {
	Type                string    `json:"@type"`
	ID                  string    `json:"@id"`
	Headline            string    `json:"headline,omitempty"`
	AlternativeHeadline []string  `json:"alternativeHeadline,omitempty"`
	Dateline            string    `json:"dateline,omitempty"`
	ArticleBody         string    `json:"articleBody,omitempty"`
	DateCreated         string    `json:"dateCreated,omitempty"`
	DatePublished       string    `json:"datePublished,omitempty"`
	Author              []ldThing `json:"author,omitempty"`
	SourceOrganization  *ldThing  `json:"sourceOrganization,omitempty"`
	CreditText          string    `json:"creditText,omitempty"`
	InLanguage          string    `json:"inLanguage"`
	LocationCreated     *ldThing  `json:"locationCreated,omitempty"`
	Genre               string    `json:"genre,omitempty"`
	URL                 string    `json:"url,omitempty"`
	IsPartOf            []ldThing `json:"isPartOf,omitempty"`
	Mentions            []any     `json:"mentions,omitempty"`
	HasPart             []ldQuote `json:"hasPart,omitempty"`
}

type ldThing struct {
	Type          string   `json:"@type"`
	ID            string   `json:"@id,omitempty"`
	Name          string   `json:"name,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
}

type ldEvent struct {
	Type        string    `json:"@type"`
	ID          string    `json:"@id"`
	Name        string    `json:"name"`
	Description string    `json:"description"`
	StartDate   string    `json:"startDate,omitempty"`
	EventStatus string    `json:"eventStatus,omitempty"`
	Location    *ldThing  `json:"location,omitempty"`
	Attendee    []ldThing `json:"attendee,omitempty"`
}

type ldQuote struct {
	Type              string   `json:"@type"`
	ID                string   `json:"@id"`
	Text              string   `json:"text"`
	SpokenByCharacter *ldThing `json:"spokenByCharacter,omitempty"`
}

func writeSchemaOrg(w io.Writer, pages iter.Seq2[*Page, error]) error {
	l := newJSONList(w, `{"@context":"https://schema.org","@graph":[`)
	err := each(pages, func(p *Page) error {
		for i := range p.Record.Articles {
			if err := l.add(ldNews(p, &p.Record.Articles[i])); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return l.end("\n]}\n")
}

func ldNews(p *Page, a *record.Article) ldArticle {
	n := ldArticle{Type: "NewsArticle", ID: URN(p.ID, a.ID), Headline: headline(a), ArticleBody: body(a), CreditText: text(a.Credit),
		InLanguage: language, Genre: a.Kind, URL: p.Given.URL, DatePublished: string(p.Record.Published.Value)}
	for _, h := range a.Headlines {
		if h.Role == "kicker" || h.Role == "deck" {
			n.AlternativeHeadline = append(n.AlternativeHeadline, h.Text)
		}
	}
	ldDateline(&n, a)
	if len(n.Author) == 0 && a.Byline != nil {
		n.Author = []ldThing{{Type: "Person", Name: a.Byline.Text}}
	}
	n.IsPartOf = []ldThing{{Type: "CreativeWork", ID: URN(p.ID, ""), Name: p.Record.Source.Name}}
	if a.BelongsTo != "" {
		n.IsPartOf = append(n.IsPartOf, ldThing{Type: "NewsArticle", ID: URN(p.ID, string(a.BelongsTo))})
	}
	n.Mentions, n.HasPart = ldMentions(p, a), ldQuotes(p, a)
	return n
}

func ldDateline(n *ldArticle, a *record.Article) {
	d := a.Dateline
	if d == nil {
		return
	}
	n.Dateline, n.DateCreated = d.Text, string(d.Date)
	if d.Place != "" {
		n.LocationCreated = &ldThing{Type: "Place", Name: string(d.Place)}
	}
	if d.Agency != "" {
		n.SourceOrganization = &ldThing{Type: "Organization", Name: string(d.Agency)}
	}
	for _, r := range d.Reporters {
		n.Author = append(n.Author, ldThing{Type: "Person", Name: r})
	}
}

func ldMentions(p *Page, a *record.Article) (out []any) {
	for _, x := range peopleIn(p.Record, a.ID) {
		out = append(out, ldThing{"Person", URN(p.ID, x.ID), x.Name, x.Aliases})
	}
	for _, x := range organizationsIn(p.Record, a.ID) {
		out = append(out, ldThing{"Organization", URN(p.ID, x.ID), x.Name, x.Aliases})
	}
	for _, x := range placesIn(p.Record, a.ID) {
		out = append(out, ldThing{"Place", URN(p.ID, x.ID), x.Name, x.Aliases})
	}
	for _, x := range p.Record.Works {
		if x.Article == a.ID {
			out = append(out, ldThing{Type: "CreativeWork", ID: URN(p.ID, x.ID), Name: x.Title})
		}
	}
	for _, x := range eventsIn(p.Record, a.ID) {
		out = append(out, ldHappening(p, x))
	}
	return out
}

func ldHappening(p *Page, e *record.Event) ldEvent {
	out := ldEvent{Type: "Event", ID: URN(p.ID, e.ID), Name: e.Trigger.Text, Description: e.Kind}
	switch e.Status {
	case "planned":
		out.EventStatus = "https://schema.org/EventScheduled"
	case "called-off":
		out.EventStatus = "https://schema.org/EventCancelled"
	}
	if e.Time != nil {
		out.StartDate = isoDate(string(e.Time.Value))
	}
	if e.Place != nil {
		out.Location = &ldThing{Type: "Place", Name: e.Place.Text}
	}
	for _, x := range e.Participants {
		out.Attendee = append(out.Attendee, ldAgent(p, x.Name, string(x.Person)))
	}
	return out
}

// ldAgent is a person of the record, else a body by the words of the page.
func ldAgent(p *Page, name, person string) ldThing {
	if person != "" {
		return ldThing{Type: "Person", ID: URN(p.ID, person), Name: name}
	}
	return ldThing{Type: "Organization", Name: name}
}

func ldQuotes(p *Page, a *record.Article) (out []ldQuote) {
	for i := range p.Record.Statements {
		s := &p.Record.Statements[i]
		if s.Article != a.ID || s.Mode != "direct" {
			continue
		}
		q := ldQuote{Type: "Quotation", ID: URN(p.ID, s.ID), Text: s.Content.Text}
		if name := strings.TrimSpace(string(s.Speaker.Name)); name != "" {
			who := ldAgent(p, name, string(s.Speaker.Person))
			q.SpokenByCharacter = &who
		}
		out = append(out, q)
	}
	return out
}
