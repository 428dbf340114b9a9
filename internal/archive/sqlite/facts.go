package sqlite

import (
	"fmt"
	"strconv"

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

// factTables are the tables of facts, each with the column that has the
// source's number.
var factTables = [...]struct{ name, key string }{
	{"event", "id"}, {"party", "event"}, {"statement", "id"}, {"figure", "id"}, {"work", "id"}, {"checked", "id"},
}

// clearFacts takes away the facts of a source.
func (p *putter) clearFacts(sid int64) error {
	for _, t := range factTables {
		if err := p.exec("DELETE FROM "+t.name+" WHERE "+t.key+" >= ? AND "+t.key+" < ?", factKey(sid, 0), factKey(sid+1, 0)); err != nil {
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

// facts keeps the facts of a source.
func (p *putter) facts(sid int64, r *record.Record) error {
	if max(len(r.Events), len(r.Statements), len(r.Figures), len(r.Works), len(r.Checks)) > mostOfKind {
		return &fault.Error{Meaning: fault.TooLarge, Say: fmt.Sprintf("a record with more than %d facts of a kind", mostOfKind)}
	}
	f := facts{p, sid, r, map[string]int64{}, map[string]string{}}
	st, err := p.prepared("SELECT name, id FROM article WHERE sid = ?")
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(p.ctx, sid)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		var id int64
		if err := rows.Scan(&name, &id); err != nil {
			return err
		}
		f.articles[name] = id
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for i := range r.People {
		f.people[r.People[i].ID] = r.People[i].Name
	}
	for _, of := range []func() error{f.events, f.statements, f.figures, f.works, f.checks} {
		if err := of(); err != nil {
			return err
		}
	}
	return nil
}

// facts writes the facts of one record.
type facts struct {
	*putter
	sid      int64
	r        *record.Record
	articles map[string]int64
	people   map[string]string // names by ids
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

// word is the number of a term, NULL where there is none.
func (f *facts) word(of archive.TermField, value string) (any, error) {
	if value == "" {
		return nil, nil
	}
	return f.term(archive.Term{Field: of, Value: value})
}

// party is the number of the name of who takes part: as the record calls a
// person, else as printed.
func (f *facts) party(name, person string) (any, error) {
	if n := f.people[person]; n != "" {
		return f.word(archive.PersonName, n)
	}
	return f.word(archive.PartyOf, name)
}

func (f *facts) events() error {
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
func (f *facts) same(i int, places map[string]int) any {
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

func (f *facts) event(i int, same any) error {
	e := &f.r.Events[i]
	var place any
	var err error
	if e.Place != nil {
		if place, err = f.word(archive.PlaceForm, e.Place.Text); err != nil {
			return err
		}
	}
	series, err := f.word(archive.SeriesOf, string(e.Series))
	if err != nil {
		return err
	}
	var when record.When
	if e.Time != nil {
		when = *e.Time
	}
	key := factKey(f.sid, i)
	err = f.exec("INSERT INTO event (id, name, article, kind, status, time, basis, place, ordinal, series, same) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		key, idIn("e", i, e.ID), f.articles[e.Article], e.Kind, e.Status, null(when.Value), null(when.Basis), place, null(e.Ordinal), series, same)
	if err != nil {
		return err
	}
	for n, x := range e.Participants {
		name, err := f.party(x.Name, string(x.Person))
		if err != nil {
			return err
		}
		title, err := f.word(archive.PersonTitle, string(x.As))
		if err != nil {
			return err
		}
		if name == nil {
			continue
		}
		if err := f.exec("INSERT INTO party (event, n, name, person, role, title) VALUES (?, ?, ?, ?, ?, ?)", key, n, name, null(x.Person), null(x.Role), title); err != nil {
			return err
		}
	}
	return nil
}

func (f *facts) statements() error {
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
		from, err := f.party(string(s.Speaker.Name), string(s.Speaker.Person))
		if err != nil {
			return err
		}
		to, err := f.party(string(hearer.Name), string(hearer.Person))
		if err != nil {
			return err
		}
		err = f.exec("INSERT INTO statement (id, name, article, mode, speaker, sperson, hearer, hperson, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			factKey(f.sid, i), idIn("q", i, s.ID), f.articles[s.Article], s.Mode, from, null(s.Speaker.Person), to, null(hearer.Person), null(times[string(s.Time)]))
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *facts) figures() error {
	spoken := archive.SpokenIn(f.r)
	for i := range f.r.Figures {
		x := &f.r.Figures[i]
		subject, err := f.word(archive.SubjectOf, string(x.Subject))
		if err != nil {
			return err
		}
		var change record.Change
		if x.Change != nil {
			change = *x.Change
		}
		var in any
		if spoken[i] >= 0 {
			in = factKey(f.sid, spoken[i])
		}
		err = f.exec("INSERT INTO figure (id, name, article, kind, value, high, unit, bound, subject, period, change, base, statement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			factKey(f.sid, i), idIn("f", i, x.ID), f.articles[x.Article], x.Kind, x.Value, null(x.High), null(x.Unit), null(x.Bound), subject, null(x.Period), null(change.Direction), null(change.Base), in)
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *facts) works() error {
	for i := range f.r.Works {
		x := &f.r.Works[i]
		title, err := f.word(archive.WorkOf, x.Title)
		if err != nil {
			return err
		}
		if title == nil {
			continue
		}
		if err := f.exec("INSERT INTO work (id, name, article, kind, title) VALUES (?, ?, ?, ?, ?)", factKey(f.sid, i), idIn("w", i, x.ID), f.articles[x.Article], x.Kind, title); err != nil {
			return err
		}
	}
	return nil
}

func (f *facts) checks() error {
	for i := range f.r.Checks {
		x := &f.r.Checks[i]
		var article int64
		if in := archive.ArticlesOf(f.r, x.ID); len(in) > 0 {
			article = f.articles[in[0]]
		}
		var holds any
		if x.Holds != nil {
			holds = *x.Holds
		}
		if err := f.exec("INSERT INTO checked (id, name, article, kind, holds) VALUES (?, ?, ?, ?, ?)", factKey(f.sid, i), idIn("c", i, x.ID), article, x.Kind, holds); err != nil {
			return err
		}
	}
	return nil
}
