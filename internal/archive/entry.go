package archive

import (
	"strings"
	"time"

	"dateline/record"
)

// TermField is what a value of an article is a value of. The numbers are
// written in archives: new ones go at the end.
type TermField uint8

// The fields of values. A Name is what the record calls somebody or
// something, a Form any other form that the article prints.
const (
	PersonName TermField = iota + 1
	PersonForm
	PersonTitle
	PlaceName
	PlaceForm
	OrganizationName
	OrganizationForm
	AgencyOf
	SpeakerOf
	HearerOf
	KindOf
	ModeOf
	StatusOf
	UnitOf
	WorkOf
	// What rows of facts have (facts.go), and nothing that is searched for:
	// who takes part, speaks or hears and is no person of the page, what a
	// figure counts, what an ordinal counts.
	PartyOf
	SubjectOf
	SeriesOf
)

// Term is one value of an article.
type Term struct {
	Field TermField
	Value string
}

// Folded gives the form in which two terms of a field are the same. Codes (a
// unit, a kind) are the same only as they are.
func (t Term) Folded() string {
	switch t.Field {
	case KindOf, ModeOf, StatusOf, UnitOf:
		return t.Value
	}
	if f := Fold(t.Value); f != "" {
		return f
	}
	return t.Value
}

// Entry is an article as an archive keeps it for finding.
type Entry struct {
	Article *record.Article
	// Day is that of its dateline, else the given one, else the day on which
	// the page was published: YYYY, YYYY-MM or YYYY-MM-DD, or "".
	Day string
	// Terms are its values in the order of the record, those that fold alike
	// once.
	Terms []Term
	// Said are the contents of its statements.
	Said []record.Span
}

// Entries gives one entry for each article of a record, in its order.
func Entries(r *record.Record, given Given) []Entry {
	e := entries{at: map[string]*collector{}}
	all := make([]Entry, len(r.Articles))
	for i := range r.Articles {
		a := &r.Articles[i]
		all[i] = Entry{Article: a, Day: dayOf(a, given, r)}
		e.at[a.ID] = &collector{entry: &all[i], seen: map[Term]bool{}}
	}
	e.head(r)
	e.names(r)
	e.statements(r)
	e.facts(r)
	return all
}

// entries finds an entry by its article's id.
type entries struct{ at map[string]*collector }

// collector adds terms to one entry.
type collector struct {
	entry *Entry
	seen  map[Term]bool
}

func (e entries) add(article string, f TermField, value string) {
	c := e.at[article]
	if c == nil || value == "" || c.seen[Term{f, value}] {
		return
	}
	c.seen[Term{f, value}] = true
	// 臺灣 and 台湾 are one value.
	t := Term{f, value}
	if same := (Term{f, t.Folded()}); same == t || !c.seen[same] {
		c.seen[same] = true
		c.entry.Terms = append(c.entry.Terms, t)
	}
}

func (e entries) head(r *record.Record) {
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.Dateline != nil {
			e.add(a.ID, AgencyOf, string(a.Dateline.Agency))
			e.add(a.ID, PlaceForm, string(a.Dateline.Place))
		}
		for _, c := range a.ContinuedBy {
			e.add(a.ID, AgencyOf, string(c.Agency))
			e.add(a.ID, PlaceForm, string(c.Place))
		}
	}
}

func (e entries) names(r *record.Record) {
	for i := range r.People {
		p := &r.People[i]
		e.mentions(p.Name, p.Mentions, PersonName, PersonForm)
		for _, t := range p.Titles {
			e.add(t.Article, PersonTitle, t.Text)
		}
	}
	for i := range r.Places {
		e.mentions(r.Places[i].Name, r.Places[i].Mentions, PlaceName, PlaceForm)
	}
	for i := range r.Organizations {
		e.mentions(r.Organizations[i].Name, r.Organizations[i].Mentions, OrganizationName, OrganizationForm)
	}
}

func (e entries) mentions(name string, all []record.Mention, nameOf, formOf TermField) {
	for _, m := range all {
		e.add(m.Article, nameOf, name)
		if m.Text != name {
			e.add(m.Article, formOf, m.Text)
		}
	}
}

func (e entries) statements(r *record.Record) {
	forms := map[string]*record.Person{}
	for i := range r.People {
		forms[r.People[i].ID] = &r.People[i]
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		e.speaker(s.Article, SpeakerOf, &s.Speaker, forms)
		e.speaker(s.Article, HearerOf, s.Hearer, forms)
		e.add(s.Article, ModeOf, s.Mode)
		if c := e.at[s.Article]; c != nil {
			c.entry.Said = append(c.entry.Said, s.Content)
		}
	}
}

// speaker adds who speaks by the name and by every form that the page has.
func (e entries) speaker(article string, f TermField, s *record.Speaker, people map[string]*record.Person) {
	if s == nil {
		return
	}
	e.add(article, f, string(s.Name))
	p := people[string(s.Person)]
	if p == nil {
		return
	}
	e.add(article, f, p.Name)
	for _, a := range p.Aliases {
		e.add(article, f, a)
	}
}

func (e entries) facts(r *record.Record) {
	for i := range r.Events {
		e.add(r.Events[i].Article, KindOf, r.Events[i].Kind)
		e.add(r.Events[i].Article, StatusOf, r.Events[i].Status)
	}
	for i := range r.Figures {
		e.add(r.Figures[i].Article, UnitOf, string(r.Figures[i].Unit))
	}
	for i := range r.Works {
		e.add(r.Works[i].Article, WorkOf, r.Works[i].Title)
	}
}

// dayOf is the day of an article.
func dayOf(a *record.Article, given Given, r *record.Record) string {
	candidates := []string{given.Day, string(r.Published.Value)}
	if a.Dateline != nil {
		candidates = append([]string{string(a.Dateline.Date)}, candidates...)
	}
	for _, d := range candidates {
		if ValidDay(d) {
			return d
		}
	}
	return ""
}

// ValidDay reports a day, month or year of the years 1000 to 9999.
func ValidDay(s string) bool {
	const form = "2006-01-02"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 || strings.HasPrefix(s, "0") {
		return false
	}
	_, err := time.Parse(form[:len(s)], s)
	return err == nil
}

// Sighting is one person of one source.
type Sighting struct {
	// Source is its id and Person the person's in it; Seq orders sources by
	// when they were added.
	Source, Person string
	Seq            int64
	Name           string
	// Day is that of the first article that names the person.
	Day    string
	Forms  []string
	Titles []string
}

// Sightings gives the people of a record, as far as an article names them.
func Sightings(r *record.Record, all []Entry) []Sighting {
	days := map[string]string{}
	for i := range all {
		days[all[i].Article.ID] = all[i].Day
	}
	var out []Sighting
	for i := range r.People {
		p := &r.People[i]
		if len(p.Mentions) == 0 || p.Name == "" {
			continue
		}
		s := Sighting{Person: p.ID, Name: p.Name, Day: days[p.Mentions[0].Article]}
		s.Forms = distinct(append([]string{p.Name}, p.Aliases...), p.Mentions, func(m record.Mention) string { return m.Text })
		s.Titles = distinct(nil, p.Titles, func(t record.Title) string { return t.Text })
		out = append(out, s)
	}
	return out
}

// distinct gives the values of from and of all, each once, in their order.
func distinct[T any](from []string, all []T, of func(T) string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, s := range from {
		add(s)
	}
	for _, x := range all {
		add(of(x))
	}
	return out
}
