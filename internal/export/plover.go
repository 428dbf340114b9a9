package export

import (
	"io"
	"iter"

	"dateline/record"
)

// plover is PLOVER, the event data of the Open Event Data Alliance: JSON lines,
// one an event, with the fields of its manual (chapter Data Fields).
var plover = Format{
	Name: "plover", Title: "PLOVER event data, JSON lines", Ext: "jsonl", MediaType: "application/jsonl",
	Lost: []string{
		"Events that have no PLOVER code (arrivals, speeches, letters, ceremonies, appointments) are not in it, nor those whose day is not known.",
		"Parts of the day (下午) and anything vaguer than a day are only in the field timex, which is ours.",
		"Actors have no country and sector codes and no Wikidata ids: only the names and offices as printed.",
		"A video meeting is not told apart from one in person, but in the field kind, which is ours.",
		"The characters of actors and places are not in it; those of the sentence are, from the first to the last.",
	},
	Write: writePLOVER,
}

type ploverEvent struct {
	ID        string        `json:"id"`
	Date      string        `json:"date"`
	Time      string        `json:"time,omitempty"`
	EndDate   string        `json:"enddate,omitempty"`
	Actor     []ploverActor `json:"actor"`
	Recipient []ploverActor `json:"recipient"`
	Event     []string      `json:"event"`
	Mode      []string      `json:"mode"`
	Context   []string      `json:"context"`
	EventLoc  *ploverPlace  `json:"event_loc,omitempty"`
	EventText []string      `json:"event_text"`
	Text      string        `json:"text"`
	TextInfo  ploverText    `json:"text_info"`
	CiteInfo  ploverCite    `json:"cite_info"`

	// What follows is not of the manual, which allows more fields. CAMEO is a
	// string, since its codes begin with 0.
	CAMEO  string   `json:"cameo,omitempty"`
	Kind   string   `json:"kind"`
	Status string   `json:"status"`
	TIMEX  string   `json:"timex"`
	SameAs []string `json:"same_as,omitempty"`
}

type ploverActor struct {
	Text   string `json:"actor_text"`
	Office string `json:"office,omitempty"`
	Role   string `json:"role,omitempty"`
}

type ploverPlace struct {
	Name string `json:"name"`
}

type ploverText struct {
	Sequence int            `json:"sequence,omitempty"`
	Start    int            `json:"start"`
	End      int            `json:"end"`
	Pieces   []record.Piece `json:"pieces"`
}

type ploverCite struct {
	Corpus      string `json:"corpus"`
	Citation    string `json:"citation"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title"`
	Language    string `json:"language"`
	Publication string `json:"publication,omitempty"`
	Coder       string `json:"coder"`
	Codebook    string `json:"codebook"`
	Version     string `json:"version"`
}

func writePLOVER(w io.Writer, pages iter.Seq2[*Page, error]) error {
	out := newJSONLines(w)
	err := each(pages, func(p *Page) error {
		articles := p.articles()
		for i := range p.Record.Events {
			if e, ok := p.plover(&p.Record.Events[i], articles); ok {
				if err := out.add(e); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return out.end(err)
}

// plover is an event with a code and a day.
func (p *Page) plover(e *record.Event, articles map[string]*record.Article) (ploverEvent, bool) {
	t, ok := eventWhen(e)
	if e.PLOVER == "" || !ok || !isDay(t.first) {
		return ploverEvent{}, false
	}
	out := ploverEvent{ID: URN(p.ID, e.ID), Date: t.first, Time: t.clock, Event: []string{string(e.PLOVER)}, Mode: ploverMode(e),
		Context: []string{}, EventText: []string{e.Trigger.Text}, CAMEO: string(e.CAMEO), Kind: e.Kind, Status: e.Status,
		TIMEX: string(e.Time.Value)}
	if t.last != t.first && isDay(t.last) {
		out.EndDate = t.last
	}
	out.Actor, out.Recipient = ploverActors(e)
	if e.Place != nil {
		out.EventLoc = &ploverPlace{Name: e.Place.Text}
	}
	for _, id := range e.SameAs {
		out.SameAs = append(out.SameAs, URN(p.ID, id))
	}
	a := articles[e.Article]
	out.Text, out.TextInfo = ploverSentence(a, e)
	out.CiteInfo = ploverCite{Corpus: p.Origin, Citation: URN(p.ID, e.Article), URL: p.Given.URL, Language: "zh",
		Publication: p.Given.Publication, Coder: "dateline", Codebook: "plover-base", Version: p.Record.Rules}
	if a != nil {
		out.CiteInfo.Title = headline(a)
	}
	return out, true
}

// ploverMode is how one consulted. The manual has phone for telephone and the
// like, visit for a meeting that the other side hosts.
func ploverMode(e *record.Event) []string {
	switch e.Kind {
	case "phone-call":
		return []string{"phone"}
	case "visit":
		if e.PLOVER == "CONSULT" {
			return []string{"visit"}
		}
	}
	return []string{}
}

// ploverActors: who is visited is the recipient; else all are actors and there
// is no recipient (section Compound and Reciprocal Actors).
func ploverActors(e *record.Event) (actor, recipient []ploverActor) {
	actor, recipient = []ploverActor{}, []ploverActor{}
	for _, x := range e.Participants {
		a := ploverActor{Text: x.Name, Office: string(x.As), Role: string(x.Role)}
		if x.Role == "host" {
			recipient = append(recipient, a)
		} else {
			actor = append(actor, a)
		}
	}
	if len(actor) == 0 {
		return recipient, actor
	}
	return actor, recipient
}

// ploverSentence is the sentence that tells the event; the trigger where no
// paragraph has it.
func ploverSentence(a *record.Article, e *record.Event) (string, ploverText) {
	s, n := e.Trigger, 0
	if a != nil {
		if found, at := sentence(a, e.Trigger.Start()); at > 0 {
			s, n = found, at
		}
	}
	info := ploverText{Sequence: n, Pieces: s.Pieces}
	if len(s.Pieces) > 0 {
		info.Start, info.End = s.Pieces[0].Start(), s.Pieces[len(s.Pieces)-1].End()
	}
	return s.Text, info
}
