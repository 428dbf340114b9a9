package export

import (
	"strings"

	"dateline/record"
)

// rower makes the rows of one page.
type rower struct {
	page     *Page
	articles map[string]*record.Article
}

func rowsOf(p *Page) *rower { return &rower{p, p.articles()} }

func (r *rower) key(article, id string) key {
	return key{Source: r.page.ID, Article: article, ID: id, Day: r.page.day(r.articles[article])}
}

func (r *rower) fact(f *record.Fact) key { return r.key(f.Article, f.ID) }

// whole is all paragraphs of an article, one a line.
func whole(a *record.Article) record.Span {
	s := record.Span{Text: body(a)}
	for _, p := range a.Paragraphs {
		s.Pieces = append(s.Pieces, p.Pieces...)
	}
	return s
}

// headlines are those of a role, set apart by a space.
func headlines(a *record.Article, role string) string {
	var out []string
	for _, h := range a.Headlines {
		if h.Role == role {
			out = append(out, h.Text)
		}
	}
	return strings.Join(out, " ")
}

func articleRows(r *rower) (out []articleRow) {
	for i := range r.page.Record.Articles {
		a := &r.page.Record.Articles[i]
		row := articleRow{key: r.key(a.ID, a.ID), Origin: r.page.Origin, Kind: a.Kind, Headline: headlines(a, "main"),
			Kicker: headlines(a, "kicker"), Deck: headlines(a, "deck"), Subheads: headlines(a, "sub"),
			Byline: text(a.Byline), Credit: text(a.Credit), BelongsTo: string(a.BelongsTo), BeginsMid: a.BeginsMid, EndsMid: a.EndsMid,
			Published: string(r.page.Record.Published.Value), Basis: string(r.page.Record.Published.Basis),
			URL: r.page.Given.URL, Publication: r.page.Given.Publication, Rule: a.Rule, place: at(whole(a))}
		if d := a.Dateline; d != nil {
			row.Agency, row.Place, row.Dateline = string(d.Agency), string(d.Place), d.Text
			row.DatelineDate, row.Form, row.Reporters = string(d.Date), string(d.Form), list(d.Reporters)
		}
		out = append(out, row)
	}
	return out
}

func (r *rower) mentions(id, name string, all []record.Mention) (out []nameRow) {
	for _, m := range all {
		out = append(out, nameRow{key: r.key(m.Article, id), Name: name, Kind: "mention", Rule: m.Rule, place: at(m.Span)})
	}
	return out
}

func personRows(r *rower) (out []nameRow) {
	for _, p := range r.page.Record.People {
		out = append(out, r.mentions(p.ID, p.Name, p.Mentions)...)
		for _, t := range p.Titles {
			out = append(out, nameRow{key: r.key(t.Article, p.ID), Name: p.Name, Kind: "title", At: string(t.At), place: at(t.Span)})
		}
	}
	return out
}

func placeRows(r *rower) (out []nameRow) {
	for _, p := range r.page.Record.Places {
		out = append(out, r.mentions(p.ID, p.Name, p.Mentions)...)
	}
	return out
}

func organizationRows(r *rower) (out []nameRow) {
	for _, o := range r.page.Record.Organizations {
		out = append(out, r.mentions(o.ID, o.Name, o.Mentions)...)
	}
	return out
}

func statementRows(r *rower) (out []statementRow) {
	for i := range r.page.Record.Statements {
		s := &r.page.Record.Statements[i]
		row := statementRow{key: r.fact(&s.Fact), Mode: s.Mode, Speaker: string(s.Speaker.Name), SpeakerPerson: string(s.Speaker.Person),
			Content: s.Content.Text, ContentPieces: at(s.Content).Pieces, Event: string(s.Event), Time: string(s.Time),
			Within: string(s.Within), Rule: s.Rule, place: at(s.Span)}
		if s.Hearer != nil {
			row.Hearer, row.HearerPerson = string(s.Hearer.Name), string(s.Hearer.Person)
		}
		var cues []string
		for _, c := range s.Cue {
			cues = append(cues, c.Text)
		}
		row.Cue = strings.Join(cues, " ")
		out = append(out, row)
	}
	return out
}

func eventRows(r *rower) (out []eventRow) {
	for i := range r.page.Record.Events {
		e := &r.page.Record.Events[i]
		row := eventRow{key: r.fact(&e.Fact), Kind: e.Kind, Status: e.Status, Place: text(e.Place), Works: list(e.Works),
			Ordinal: string(e.Ordinal), Series: string(e.Series), SameAs: list(e.SameAs), PLOVER: string(e.PLOVER), CAMEO: string(e.CAMEO),
			Rule: e.Rule, place: at(e.Span)}
		var names []string
		for _, p := range e.Participants {
			names = append(names, p.Name)
		}
		row.Participants = list(names)
		if e.Time != nil {
			row.Time, row.TimeRef, row.TimeBasis = string(e.Time.Value), string(e.Time.Ref), string(e.Time.Basis)
		}
		out = append(out, row)
	}
	return out
}

func participantRows(r *rower) (out []participantRow) {
	for i := range r.page.Record.Events {
		e := &r.page.Record.Events[i]
		for _, p := range e.Participants {
			out = append(out, participantRow{r.fact(&e.Fact), e.Kind, p.Name, string(p.Person), string(p.Role), string(p.As)})
		}
	}
	return out
}

func figureRows(r *rower) (out []figureRow) {
	for i := range r.page.Record.Figures {
		f := &r.page.Record.Figures[i]
		row := figureRow{key: r.fact(&f.Fact), Kind: f.Kind, Value: f.Value, High: string(f.High), Unit: string(f.Unit),
			Bound: string(f.Bound), Cue: text(f.Cue), Subject: string(f.Subject), Period: string(f.Period), Rule: f.Rule, place: at(f.Span)}
		if c := f.Change; c != nil {
			row.Change, row.Base, row.ChangeCue = c.Direction, string(c.Base), c.Cue.Text
		}
		out = append(out, row)
	}
	return out
}

func timeRows(r *rower) (out []timeRow) {
	for i := range r.page.Record.Times {
		t := &r.page.Record.Times[i]
		out = append(out, timeRow{r.fact(&t.Fact), t.Type, string(t.Value), string(t.Mod), string(t.EDTF), string(t.Anchor),
			string(t.Basis), string(t.Earliest), string(t.Latest), t.Rule, at(t.Span)})
	}
	return out
}

func workRows(r *rower) (out []workRow) {
	for i := range r.page.Record.Works {
		w := &r.page.Record.Works[i]
		out = append(out, workRow{r.fact(&w.Fact), w.Kind, w.Title, w.Rule, at(w.Span)})
	}
	return out
}

func slipRows(r *rower) (out []slipRow) {
	for i := range r.page.Record.Slips {
		s := &r.page.Record.Slips[i]
		out = append(out, slipRow{r.fact(&s.Fact), s.Reading, string(s.Note), s.Rule, at(s.Span)})
	}
	return out
}

// checkRows place a check at what it compares: its pieces and its text are
// those of all of its evidence, its article that of the first.
func checkRows(r *rower) (out []checkRow) {
	facts := map[string]*record.Fact{}
	for _, f := range r.page.Record.Facts() {
		facts[f.ID] = f
	}
	for i := range r.page.Record.Checks {
		c := &r.page.Record.Checks[i]
		row := checkRow{Kind: c.Kind, Holds: c.Holds, Say: c.Say, Evidence: list(c.Evidence), Rule: c.Rule}
		article, span := r.evidence(c, facts)
		row.key, row.place = r.key(article, c.ID), at(span)
		out = append(out, row)
	}
	return out
}

// evidence is the article of the first piece of evidence, and the spans of
// all that stand in the page, in the order of the check.
func (r *rower) evidence(c *record.Check, facts map[string]*record.Fact) (article string, all record.Span) {
	var texts []string
	for _, id := range c.Evidence {
		f := facts[id]
		if f == nil {
			if a := r.articles[id]; a != nil && article == "" {
				article = id
			}
			continue
		}
		if article == "" {
			article = f.Article
		}
		texts = append(texts, f.Text)
		all.Pieces = append(all.Pieces, f.Pieces...)
	}
	all.Text = strings.Join(texts, " / ")
	return article, all
}
