package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// Put adds sources; see [archive.Writer].
func (s *Store) Put(ctx context.Context, items []archive.Item) ([]archive.Outcome, error) {
	var out []archive.Outcome
	all, err := s.prepareAll(ctx, items)
	if err == nil {
		err = s.change(ctx, func(p *putter) error {
			out, err = p.all(all)
			return err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("add to archive: %w", meaning(s.path, err))
	}
	return out, nil
}

// Remove takes sources out; see [archive.Writer].
func (s *Store) Remove(ctx context.Context, ids ...string) error {
	err := s.change(ctx, func(p *putter) error {
		for _, id := range ids {
			var sid int64
			err := p.one("SELECT sid FROM source WHERE id = ?", []any{id}, &sid)
			if errors.Is(err, sql.ErrNoRows) {
				return noSource(id)
			}
			if err == nil {
				err = p.clear(sid)
			}
			if err == nil {
				err = p.exec("DELETE FROM source WHERE sid = ?", sid)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove from archive: %w", meaning(s.path, err))
	}
	return nil
}

func noSource(id string) error {
	return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("there is no source %q in the archive", id)}
}

// change does something in one transaction.
func (s *Store) change(ctx context.Context, do func(*putter) error) error {
	if s.write == nil {
		return &fault.Error{Meaning: fault.ReadOnly, Say: s.path + " was opened for reading only"}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	p := &putter{store: s, statements: statements{ctx: ctx, tx: tx}, next: map[int64]int64{}}
	defer p.close()
	if err = do(p); err == nil {
		err = p.flush()
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		_ = tx.Rollback()
		s.terms.clear() // it may have ids that were not kept
	}
	return err
}

// putter is one transaction that changes the archive.
type putter struct {
	statements
	store *Store
	next  map[int64]int64 // the next free number of a slot
	// pending are rows for the indexes, which take them in the order of their
	// numbers: one that is behind the last costs a segment of its own.
	pending []pending
	// kept are the numbers of the articles of a source that is indexed anew,
	// which they keep if their day is the same.
	kept map[string]int64
	// plain says that the archive has no corrections; nil where nobody has
	// looked yet.
	plain *bool
}

type pending struct {
	id     int64
	a      *preparedArticle
	values string
}

func (p *putter) all(items []*prepared) ([]archive.Outcome, error) {
	out := make([]archive.Outcome, len(items))
	var last int64
	if err := p.one("SELECT coalesce(max(added), 0) FROM source", nil, &last); err != nil {
		return nil, err
	}
	// A clock that was set back does not make an order that was not.
	now := max(last, p.store.now().UnixMilli())
	for i, item := range items {
		o, err := p.put(item, now)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", item.item.Origin, err)
		}
		out[i] = o
	}
	return out, nil
}

// known is a source that is there.
type known struct {
	sid        int64
	id, origin string
	sha        []byte
	rules      string
	revision   int
	given      string
}

const selectKnown = "SELECT sid, id, origin, sha256, rules, revision, given FROM source WHERE "

func (k *known) fields() []any {
	return []any{&k.sid, &k.id, &k.origin, &k.sha, &k.rules, &k.revision, &k.given}
}

// verdict says what a source would be, and which is there for it.
func verdict(q interface {
	one(sql string, args []any, into ...any) error
}, key archive.Key, given string) (archive.Verdict, known, error) {
	var k known
	err := q.one(selectKnown+"origin = ?", []any{key.Origin}, k.fields()...)
	switch {
	case err == nil && bytes.Equal(k.sha, key.SHA256[:]) && k.given == given && k.rules == key.Rules:
		return archive.Current, k, nil
	case err == nil && bytes.Equal(k.sha, key.SHA256[:]) && k.given == given:
		return archive.Reread, k, nil
	case err == nil:
		return archive.Replaced, k, nil
	case !errors.Is(err, sql.ErrNoRows):
		return "", k, err
	}
	err = q.one(selectKnown+"sha256 = ? ORDER BY sid LIMIT 1", []any{key.SHA256[:]}, k.fields()...)
	switch {
	case err == nil:
		return archive.Elsewhere, k, nil
	case !errors.Is(err, sql.ErrNoRows):
		return "", k, err
	}
	return archive.Added, known{}, nil
}

// put adds one source.
func (p *putter) put(x *prepared, now int64) (archive.Outcome, error) {
	key := archive.Key{Origin: x.item.Origin, SHA256: x.item.SHA256, Rules: x.item.Record.Rules}
	v, k, err := verdict(p, key, x.given)
	if err != nil {
		return archive.Outcome{}, err
	}
	// What comes from another archive may be there twice, as it was there.
	if v == archive.Elsewhere && x.item.Keep != nil {
		v, k = archive.Added, known{}
	}
	switch v {
	case archive.Current, archive.Elsewhere:
		return archive.Outcome{Verdict: v, ID: k.id, Origin: k.origin}, nil
	case archive.Added:
		k, err = p.insert(x, now)
	default:
		err = p.replace(x, k, now)
	}
	if err == nil {
		err = p.fill(x, k)
	}
	return archive.Outcome{Verdict: v, ID: k.id, Origin: x.item.Origin}, err
}

func (p *putter) insert(x *prepared, now int64) (known, error) {
	k := known{revision: 1}
	taken := func(id string) (bool, error) {
		var n int
		err := p.one("SELECT count(*) FROM source WHERE id = ?", []any{id}, &n)
		return n > 0, err
	}
	var err error
	if keep := x.item.Keep; keep != nil {
		t, err := taken(keep.ID)
		if err != nil {
			return k, err
		}
		if t {
			return k, &fault.Error{Meaning: fault.Exists, Say: fmt.Sprintf("there is another source %s in the archive", keep.ID)}
		}
		k.id, k.revision, now = keep.ID, keep.Revision, keep.Added.UnixMilli()
	} else if k.id, err = archive.SourceID(x.item.SHA256, taken); err != nil {
		return k, err
	}
	r, err := p.run("INSERT INTO source (id, origin, sha256, rules, added, revision, articles, chars, given) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		k.id, x.item.Origin, x.item.SHA256[:], x.item.Record.Rules, now, k.revision, len(x.articles), x.chars, x.given)
	if err != nil {
		return k, err
	}
	k.sid, err = r.LastInsertId()
	return k, err
}

func (p *putter) replace(x *prepared, k known, now int64) error {
	if err := p.clear(k.sid); err != nil {
		return err
	}
	return p.exec("UPDATE source SET sha256 = ?, rules = ?, added = ?, revision = revision + 1, articles = ?, chars = ?, given = ? WHERE sid = ?",
		x.item.SHA256[:], x.item.Record.Rules, now, len(x.articles), x.chars, x.given, k.sid)
}

// fill writes all that hangs on a source's row.
func (p *putter) fill(x *prepared, k known) error {
	sid := k.sid
	if len(x.text) > mostParts {
		return &fault.Error{Meaning: fault.TooLarge, Say: fmt.Sprintf("a text of %d characters", x.chars)}
	}
	for i, data := range x.text {
		if err := p.exec("INSERT INTO text (at, data) VALUES (?, ?)", partKey(sid, i), data); err != nil {
			return err
		}
	}
	if err := p.exec("INSERT INTO record (sid, data) VALUES (?, ?)", sid, x.record); err != nil {
		return err
	}
	if err := p.correct(x, k.id); err != nil {
		return err
	}
	return p.index(x, sid)
}

// index writes what a source is found by.
func (p *putter) index(x *prepared, sid int64) error {
	for i := range x.articles {
		if err := p.article(sid, &x.articles[i], len(x.articles) > 1); err != nil {
			return err
		}
	}
	for _, who := range x.sightings {
		if err := p.person(sid, who); err != nil {
			return err
		}
	}
	return p.facts(sid, x.facts)
}

// mostParts is how many parts a text can have: a thousand million characters.
const mostParts = 1 << 16

// partKey is the number of a part of a text.
func partKey(sid int64, part int) int64 { return sid*mostParts + int64(part) }

func (p *putter) article(sid int64, a *preparedArticle, several bool) error {
	id, err := p.keptNumber(a, several)
	if err != nil {
		return err
	}
	terms := make([]int64, len(a.terms))
	for i, t := range a.terms {
		if terms[i], err = p.term(t); err != nil {
			return err
		}
	}
	p.pending = append(p.pending, pending{id, a, valueTokens(terms, a.day)})
	return p.exec("INSERT INTO article (id, sid, name, kind, day, head, terms) VALUES (?, ?, ?, ?, ?, ?, ?)",
		id, sid, a.name, a.kind, a.day, string(a.head), packIDs(terms))
}

// keptNumber is the number that an article had in its day, else the next.
func (p *putter) keptNumber(a *preparedArticle, several bool) (int64, error) {
	from, to := slot(a.day)
	if id, ok := p.kept[a.name]; ok && id >= from && id < to {
		return id, nil
	}
	return p.number(a.day, several)
}

// number is the next number of an article of a day.
func (p *putter) number(day string, several bool) (int64, error) {
	from, to := slot(day)
	next, ok := p.next[from]
	if !ok {
		var last sql.NullInt64
		if err := p.one("SELECT max(id) FROM article WHERE id >= ? AND id < ?", []any{from, to}, &last); err != nil {
			return 0, err
		}
		next = from
		if last.Valid {
			next = last.Int64 | 1 + 1
		}
	}
	if next&1 != 0 {
		next++
	}
	if next+1 >= to {
		return 0, &fault.Error{Meaning: fault.TooLarge, Say: "too many articles of the day " + day}
	}
	p.next[from] = next + 2
	if several {
		next++
	}
	return next, nil
}

// flush writes the rows of the indexes.
func (p *putter) flush() error {
	slices.SortFunc(p.pending, func(a, b pending) int { return cmp.Compare(a.id, b.id) })
	for _, x := range p.pending {
		err := p.exec("INSERT INTO words (rowid, body, headline, said, terms) VALUES (?, ?, ?, ?, ?)", x.id, x.a.body, x.a.headline, x.a.said, x.values)
		if err == nil {
			err = p.exec("INSERT INTO marks (rowid, units) VALUES (?, ?)", x.id, x.a.units+x.values)
		}
		if err != nil {
			return err
		}
	}
	p.pending = p.pending[:0]
	return nil
}

// clear takes away all that hangs on a source's row.
func (p *putter) clear(sid int64) error {
	if err := p.unindex(sid); err != nil {
		return err
	}
	if err := p.exec("DELETE FROM record WHERE sid = ?", sid); err != nil {
		return err
	}
	return p.exec("DELETE FROM text WHERE at >= ? AND at < ?", partKey(sid, 0), partKey(sid+1, 0))
}

// unindex takes away what a source is found by.
func (p *putter) unindex(sid int64) error {
	if err := p.flush(); err != nil {
		return err
	}
	ids, err := p.ids("SELECT id FROM article WHERE sid = ?", sid)
	if err != nil {
		return err
	}
	for _, id := range ids {
		err := errors.Join(p.exec("DELETE FROM words WHERE rowid = ?", id), p.exec("DELETE FROM marks WHERE rowid = ?", id))
		if err != nil {
			return err
		}
	}
	p.next = map[int64]int64{}
	if err := p.forget(sid); err != nil {
		return err
	}
	if err := p.clearFacts(sid); err != nil {
		return err
	}
	return p.exec("DELETE FROM article WHERE sid = ?", sid)
}
