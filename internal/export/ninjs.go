package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"dateline/record"
)

// ninjs is IPTC ninjs 3.1 (News in JSON), an item a line for each article.
var ninjs = Format{
	Name: "ninjs", Title: "IPTC ninjs 3.1, an item a line, for newsrooms", Ext: "ninjs.jsonl", MediaType: "application/jsonl",
	Lost: []string{
		"No characters' places are in it.",
		"There is no field for a dateline: its place is located, its agency an infoSource, its day contentCreated, its words a body of the role dateline.",
		"contentCreated wants a time and a zone: where only the day is known it is midnight UTC and edNote says so; a month or a year is only in edNote.",
		"Times, figures, works, slips, checks and who said what are not in it; of events only the kind and the words that tell them.",
		"The text outside articles (furniture) is not in it.",
	},
	Write: writeNinjs,
}

type ninjsItem struct {
	URI                string         `json:"uri"`
	Name               string         `json:"name,omitempty"`
	Rel                string         `json:"rel,omitempty"`
	Standard           *ninjsStandard `json:"standard,omitempty"`
	Type               string         `json:"type"`
	RepresentationType string         `json:"representationType"`
	ContentCreated     string         `json:"contentCreated,omitempty"`
	EdNote             string         `json:"edNote,omitempty"`
	Language           string         `json:"language"`
	Title              string         `json:"title,omitempty"`
	By                 string         `json:"by,omitempty"`
	Located            string         `json:"located,omitempty"`
	Headlines          []ninjsText    `json:"headlines,omitempty"`
	Bodies             []ninjsText    `json:"bodies,omitempty"`
	Genres             []ninjsName    `json:"genres,omitempty"`
	InfoSources        []ninjsSource  `json:"infoSources,omitempty"`
	People             []ninjsName    `json:"people,omitempty"`
	Organisations      []ninjsName    `json:"organisations,omitempty"`
	Places             []ninjsName    `json:"places,omitempty"`
	Events             []ninjsName    `json:"events,omitempty"`
	Associations       []ninjsItem    `json:"associations,omitempty"`
	AltIDs             []ninjsAltID   `json:"altIds,omitempty"`
}

type ninjsStandard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

type ninjsText struct {
	Role        string `json:"role"`
	ContentType string `json:"contentType"`
	Value       string `json:"value"`
}

type ninjsName struct {
	Name string `json:"name"`
	Rel  string `json:"rel,omitempty"`
	URI  string `json:"uri,omitempty"`
}

type ninjsSource struct {
	Name string `json:"name"`
	Role string `json:"role,omitempty"`
}

type ninjsAltID struct {
	Role  string `json:"role"`
	Value string `json:"value"`
}

func writeNinjs(w io.Writer, pages iter.Seq2[*Page, error]) error {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	err := each(pages, func(p *Page) error {
		for i := range p.Record.Articles {
			if err := e.Encode(ninjsArticle(p, &p.Record.Articles[i])); err != nil {
				return fmt.Errorf("write ninjs: %w", err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

func ninjsArticle(p *Page, a *record.Article) ninjsItem {
	item := ninjsContent(p, a)
	item.Standard = &ninjsStandard{"ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
	for _, x := range peopleIn(p.Record, a.ID) {
		item.People = append(item.People, ninjsName{x.Name, "mentioned", URN(p.ID, x.ID)})
	}
	for _, x := range organizationsIn(p.Record, a.ID) {
		item.Organisations = append(item.Organisations, ninjsName{x.Name, "mentioned", URN(p.ID, x.ID)})
	}
	for _, x := range placesIn(p.Record, a.ID) {
		item.Places = append(item.Places, ninjsName{x.Name, "mentioned", URN(p.ID, x.ID)})
	}
	for _, x := range eventsIn(p.Record, a.ID) {
		item.Events = append(item.Events, ninjsName{x.Kind + ": " + x.Trigger.Text, "told", URN(p.ID, x.ID)})
	}
	for i := range p.Record.Articles {
		if c := &p.Record.Articles[i]; string(c.BelongsTo) == a.ID {
			caption := ninjsContent(p, c)
			caption.Name, caption.Rel = c.ID, c.Kind
			item.Associations = append(item.Associations, caption)
		}
	}
	for _, x := range []ninjsAltID{{"origin", p.Origin}, {"sha256", p.Record.Source.SHA256}, {"url", p.Given.URL}} {
		if x.Value != "" {
			item.AltIDs = append(item.AltIDs, x)
		}
	}
	return item
}

// ninjsContent is what an article says itself.
func ninjsContent(p *Page, a *record.Article) ninjsItem {
	item := ninjsItem{URI: URN(p.ID, a.ID), Type: "text", RepresentationType: "full", Language: language, Title: headline(a),
		By: text(a.Byline), Genres: []ninjsName{{Name: a.Kind}}}
	if a.BeginsMid || a.EndsMid {
		item.RepresentationType = "partial"
	}
	for _, h := range a.Headlines {
		item.Headlines = append(item.Headlines, ninjsText{h.Role, "text/plain", h.Text})
	}
	ninjsDateline(&item, a)
	if a.Credit != nil {
		item.InfoSources = append(item.InfoSources, ninjsSource{a.Credit.Text, "credit"})
	}
	if len(a.Paragraphs) > 0 {
		item.Bodies = append(item.Bodies, ninjsText{"main", "text/plain", body(a)})
	}
	item.ContentCreated, item.EdNote = ninjsDay(p.day(a))
	return item
}

func ninjsDateline(item *ninjsItem, a *record.Article) {
	d := a.Dateline
	if d == nil {
		return
	}
	item.Located = string(d.Place)
	if d.Agency != "" {
		item.InfoSources = append(item.InfoSources, ninjsSource{Name: string(d.Agency), Role: "dateline"})
	}
	if item.By == "" {
		item.By = strings.Join(d.Reporters, " ")
	}
	item.Bodies = append(item.Bodies, ninjsText{"dateline", "text/plain", d.Text})
}

// ninjsDay is a day as contentCreated with the note that it needs.
func ninjsDay(day string) (created, note string) {
	switch len(isoDate(day)) {
	case 0:
		return "", ""
	case len("2006-01-02"):
		return day + "T00:00:00Z", "contentCreated: the day is known, the time of day and the zone are not"
	}
	return "", "contentCreated: only " + day + " is known"
}
