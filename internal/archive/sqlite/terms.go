package sqlite

import (
	"database/sql"
	"errors"

	"dateline/internal/archive"
)

// The id of a term has its field in its lowest bits.
const fieldBits = 5

func termField(id int64) archive.TermField { return archive.TermField(id & (1<<fieldBits - 1)) }

type termKey struct {
	field  archive.TermField
	folded string
}

// termCache has ids of terms that were used of late. The writer alone uses it.
type termCache struct{ ids map[termKey]int64 }

// mostTerms bounds the cache: some 10 MB.
const mostTerms = 100_000

func (c *termCache) clear() { c.ids = nil }

func (c *termCache) keep(k termKey, id int64) {
	if c.ids == nil || len(c.ids) >= mostTerms {
		c.ids = map[termKey]int64{}
	}
	c.ids[k] = id
}

// term is the id of a term, a new one where it is not there.
func (p *putter) term(t archive.Term) (int64, error) {
	k := termKey{t.Field, t.Folded()}
	if id, ok := p.store.terms.ids[k]; ok {
		return id, nil
	}
	var id int64
	err := p.one("SELECT id FROM term WHERE field = ? AND folded = ?", []any{k.field, k.folded}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		if err = p.one("SELECT coalesce(max(id), 0) FROM term", nil, &id); err == nil {
			id = (id>>fieldBits+1)<<fieldBits | int64(t.Field)
			err = p.exec("INSERT INTO term (id, field, folded, value) VALUES (?, ?, ?, ?)", id, k.field, k.folded, t.Value)
		}
	}
	if err == nil {
		p.store.terms.keep(k, id)
	}
	return id, err
}

// person keeps how a source calls a person.
func (p *putter) person(sid int64, s archive.Sighting) error {
	name, err := p.term(archive.Term{Field: archive.PersonName, Value: s.Name})
	if err != nil {
		return err
	}
	forms, err := p.termIDs(archive.PersonForm, s.Forms)
	if err != nil {
		return err
	}
	titles, err := p.termIDs(archive.PersonTitle, s.Titles)
	if err != nil {
		return err
	}
	r, err := p.run("INSERT OR IGNORE INTO called (name, sid, person, day, forms, titles) VALUES (?, ?, ?, ?, ?, ?)",
		name, sid, s.Person, s.Day, packIDs(forms), packIDs(titles))
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); n == 0 || err != nil {
		return err
	}
	for _, f := range forms {
		if err := p.exec("INSERT INTO form (form, name, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", f, name); err != nil {
			return err
		}
	}
	return nil
}

// termIDs are the ids of values, each once.
func (p *putter) termIDs(f archive.TermField, values []string) ([]int64, error) {
	var out []int64
	seen := map[int64]bool{}
	for _, v := range values {
		id, err := p.term(archive.Term{Field: f, Value: v})
		if err != nil {
			return nil, err
		}
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out, nil
}

// forget takes away how a source calls people.
func (p *putter) forget(sid int64) error {
	type row struct {
		name  int64
		forms []byte
	}
	st, err := p.prepared("SELECT name, forms FROM called WHERE sid = ?")
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(p.ctx, sid)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var all []row
	for rows.Next() {
		var r row
		if err := rows.Scan(&r.name, &r.forms); err != nil {
			return err
		}
		all = append(all, r)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, r := range all {
		var errs []error
		eachID(r.forms, func(f int64) {
			errs = append(errs, p.exec("UPDATE form SET n = n - 1 WHERE form = ? AND name = ?", f, r.name),
				p.exec("DELETE FROM form WHERE form = ? AND name = ? AND n <= 0", f, r.name))
		})
		if err := errors.Join(errs...); err != nil {
			return err
		}
	}
	return p.exec("DELETE FROM called WHERE sid = ?", sid)
}
