package sqlite

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// The number of a row of facts has the fact's place in the list of its kind in
// its lowest bits, and above them the number of its source.
const (
	placeBits  = 24
	mostOfKind = 1 << placeBits
)

func factKey(sid int64, place int) int64 { return sid<<placeBits | int64(place) }

// factTable is a table of facts: its columns, of which the first is the number
// of the row or of the row that it hangs on, and those that have terms.
type factTable struct {
	name    string
	columns []string
	terms   []string
}

var factTables = [...]factTable{
	{"event", strings.Fields("id name article kind status time basis place ordinal series same"), strings.Fields("place series")},
	{"party", strings.Fields("event n name person role title"), strings.Fields("name title")},
	{"statement", strings.Fields("id name article mode speaker sperson hearer hperson time"), strings.Fields("speaker hearer")},
	{"figure", strings.Fields("id name article kind value high unit bound subject period change base statement"), strings.Fields("subject")},
	{"work", strings.Fields("id name article kind title"), strings.Fields("title")},
	{"checked", strings.Fields("id name article kind holds"), nil},
}

// The places of the tables.
const (
	eventTable = iota
	partyTable
	statementTable
	figureTable
	workTable
	checkedTable
)

// inserts are the statements that write a row.
var inserts = func() (out [len(factTables)]string) {
	for i, t := range factTables {
		out[i] = "INSERT INTO " + t.name + " (" + strings.Join(t.columns, ", ") + ") VALUES (" + placeholders(len(t.columns)) + ")"
	}
	return out
}()

// clearFacts takes away the facts of a source.
func (p *putter) clearFacts(sid int64) error {
	for _, t := range factTables {
		if err := p.exec("DELETE FROM "+t.name+" WHERE "+t.columns[0]+" >= ? AND "+t.columns[0]+" < ?", factKey(sid, 0), factKey(sid+1, 0)); err != nil {
			return err
		}
	}
	return nil
}

// allFacts keeps the facts of all sources of an archive that has none.
func (p *putter) allFacts() error {
	l := look{p.ctx, p.tx, p.store.codec}
	return l.all(func(sid int64, _ *archive.Source, r *record.Record, err error) error {
		if err != nil {
			return err
		}
		return p.facts(sid, r)
	})
}

// facts keeps the facts of a source whose articles are there.
func (p *putter) facts(sid int64, r *record.Record) error {
	if max(len(r.Events), len(r.Statements), len(r.Figures), len(r.Works), len(r.Checks)) > mostOfKind {
		return &fault.Error{Meaning: fault.TooLarge, Say: fmt.Sprintf("a record with more than %d facts of a kind", mostOfKind)}
	}
	articles := map[string]int64{}
	l := look{p.ctx, p.tx, p.store.codec}
	err := l.each("SELECT name, id FROM article WHERE sid = ?", []any{sid}, func(scan func(...any) error) error {
		var name string
		var id int64
		err := scan(&name, &id)
		articles[name] = id
		return err
	})
	if err != nil {
		return err
	}
	return newFactRows(sid, r, articles, func(table int, values []any) error {
		for i, v := range values {
			if t, ok := v.(archive.Term); ok {
				id, err := p.term(t)
				if err != nil {
					return err
				}
				values[i] = id
			}
		}
		return p.exec(inserts[table], values...)
	}).all()
}

// factRows makes the rows of a record. Values are nil, numbers, texts and
// terms; the rows of a table come in the order of their numbers.
type factRows struct {
	sid      int64
	r        *record.Record
	articles map[string]int64
	row      func(table int, values []any) error
	people   map[string]string // names by ids
}

func newFactRows(sid int64, r *record.Record, articles map[string]int64, row func(int, []any) error) *factRows {
	f := &factRows{sid, r, articles, row, map[string]string{}}
	for i := range r.People {
		f.people[r.People[i].ID] = r.People[i].Name
	}
	return f
}

func (f *factRows) all() error {
	for _, of := range []func() error{f.events, f.statements, f.figures, f.works, f.checks} {
		if err := of(); err != nil {
			return err
		}
	}
	return nil
}

// idIn is what is kept of an id: nothing of the usual one.
func idIn(letter string, place int, id string) any {
	if id == letter+strconv.Itoa(place+1) {
		return nil
	}
	return id
}

// idOut is the id that is kept as said.
func idOut(letter string, key int64, kept *string) string {
	if kept != nil {
		return *kept
	}
	return letter + strconv.FormatInt(key&(mostOfKind-1)+1, 10)
}

// null is a text that is NULL where it is empty.
func null[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// word is a term, NULL where there is none.
func word[T ~string](of archive.TermField, value T) any {
	if value == "" {
		return nil
	}
	return archive.Term{Field: of, Value: string(value)}
}

// party is the name of who takes part: as the record calls a person, else as
// printed.
func (f *factRows) party(name, person string) any {
	if n := f.people[person]; n != "" {
		return word(archive.PersonName, n)
	}
	return word(archive.PartyOf, name)
}

func (f *factRows) events() error {
	places := map[string]int{}
	for i := range f.r.Events {
		if _, ok := places[f.r.Events[i].ID]; !ok {
			places[f.r.Events[i].ID] = i
		}
	}
	for i := range f.r.Events {
		if err := f.event(i, f.same(i, places)); err != nil {
			return err
		}
	}
	return nil
}

// same is the first event that an event is said to be, nil where it is that
// one.
func (f *factRows) same(i int, places map[string]int) any {
	first := i
	for _, id := range f.r.Events[i].SameAs {
		if k, ok := places[id]; ok && k < first {
			first = k
		}
	}
	if first == i {
		return nil
	}
	return factKey(f.sid, first)
}

func (f *factRows) event(i int, same any) error {
	e := &f.r.Events[i]
	var place any
	if e.Place != nil {
		place = word(archive.PlaceForm, e.Place.Text)
	}
	var when record.When
	if e.Time != nil {
		when = *e.Time
	}
	key := factKey(f.sid, i)
	err := f.row(eventTable, []any{key, idIn("e", i, e.ID), f.articles[e.Article], e.Kind, e.Status, null(when.Value), null(when.Basis),
		place, null(e.Ordinal), word(archive.SeriesOf, e.Series), same})
	if err != nil {
		return err
	}
	for n, x := range e.Participants {
		name := f.party(x.Name, string(x.Person))
		if name == nil {
			continue
		}
		if err := f.row(partyTable, []any{key, int64(n), name, null(x.Person), null(x.Role), word(archive.PersonTitle, x.As)}); err != nil {
			return err
		}
	}
	return nil
}

func (f *factRows) statements() error {
	times := map[string]string{}
	for i := range f.r.Times {
		times[f.r.Times[i].ID] = string(f.r.Times[i].Value)
	}
	for i := range f.r.Statements {
		s := &f.r.Statements[i]
		hearer := s.Hearer
		if hearer == nil {
			hearer = &record.Speaker{}
		}
		err := f.row(statementTable, []any{factKey(f.sid, i), idIn("q", i, s.ID), f.articles[s.Article], s.Mode, f.party(string(s.Speaker.Name), string(s.Speaker.Person)),
			null(s.Speaker.Person), f.party(string(hearer.Name), string(hearer.Person)), null(hearer.Person), null(times[string(s.Time)])})
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *factRows) figures() error {
	spoken := archive.SpokenIn(f.r)
	for i := range f.r.Figures {
		x := &f.r.Figures[i]
		var change record.Change
		if x.Change != nil {
			change = *x.Change
		}
		var in any
		if spoken[i] >= 0 {
			in = factKey(f.sid, spoken[i])
		}
		err := f.row(figureTable, []any{factKey(f.sid, i), idIn("f", i, x.ID), f.articles[x.Article], x.Kind, x.Value, null(x.High), null(x.Unit), null(x.Bound),
			word(archive.SubjectOf, x.Subject), null(x.Period), null(change.Direction), null(change.Base), in})
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *factRows) works() error {
	for i := range f.r.Works {
		x := &f.r.Works[i]
		title := word(archive.WorkOf, x.Title)
		if title == nil {
			continue
		}
		if err := f.row(workTable, []any{factKey(f.sid, i), idIn("w", i, x.ID), f.articles[x.Article], x.Kind, title}); err != nil {
			return err
		}
	}
	return nil
}

func (f *factRows) checks() error {
	for i := range f.r.Checks {
		x := &f.r.Checks[i]
		var article int64
		if in := archive.ArticlesOf(f.r, x.ID); len(in) > 0 {
			article = f.articles[in[0]]
		}
		var holds any
		switch archive.HoldsOf(x.Holds) {
		case archive.Yes:
			holds = int64(1)
		case archive.No:
			holds = int64(0)
		}
		if err := f.row(checkedTable, []any{factKey(f.sid, i), idIn("c", i, x.ID), article, x.Kind, holds}); err != nil {
			return err
		}
	}
	return nil
}

// factsOf holds the rows of facts of a source against what its record gives.
func (v *verifier) factsOf(sid int64, source string, r *record.Record, articles map[string]int64) error {
	var want [len(factTables)][]string
	err := newFactRows(sid, r, articles, func(table int, values []any) error {
		for i, x := range values {
			if t, ok := x.(archive.Term); ok {
				values[i] = fmt.Sprint(t.Field, " ", t.Folded())
			}
		}
		want[table] = append(want[table], fmt.Sprintf("%#v", values))
		return nil
	}).all()
	for i, t := range factTables {
		var got []string
		if err == nil {
			got, err = v.factRows(sid, t)
		}
		if err == nil && !slices.Equal(got, want[i]) {
			err = v.say(source, t.name, "%d rows of facts are kept and are not the %d that the record gives", len(got), len(want[i]))
		}
	}
	return err
}

// factRows are the rows of a source as they are compared.
func (v *verifier) factRows(sid int64, t factTable) ([]string, error) {
	var out []string
	q := "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.name + " WHERE " + t.columns[0] + " >= ? AND " + t.columns[0] + " < ? ORDER BY 1, 2"
	err := v.look.each(q, []any{factKey(sid, 0), factKey(sid+1, 0)}, func(scan func(...any) error) error {
		values, into := make([]any, len(t.columns)), make([]any, len(t.columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := scan(into...); err != nil {
			return err
		}
		for i, c := range t.columns {
			if id, ok := values[i].(int64); ok && slices.Contains(t.terms, c) {
				s, err := v.term(id)
				if err != nil {
					return err
				}
				values[i] = s
			}
		}
		out = append(out, fmt.Sprintf("%#v", values))
		return nil
	})
	return out, err
}
