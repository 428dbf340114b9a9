package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/maphash"
	"strings"

	"dateline/internal/archive"
	"dateline/record"
)

// Verify holds everything against everything; see [archive.Reader]:
//   - the file against itself, the indexes' inner order with it;
//   - every record against the text of its source, span by span;
//   - every corrected record against that text too;
//   - every article's row, its terms and the people of its source against
//     what the corrected record gives;
//   - both indexes, token by token with their places, against the articles.
func (s *Store) Verify(ctx context.Context, each func(archive.Problem) error) (out archive.Verified, err error) {
	err = s.verify(ctx, each, &out)
	if err != nil {
		return out, fmt.Errorf("verify archive: %w", meaning(s.path, err))
	}
	return out, nil
}

func (s *Store) verify(ctx context.Context, each func(archive.Problem) error, out *archive.Verified) (err error) {
	// On a connection of its own: the tables that show an index are made in
	// its temporary database.
	db, err := sql.Open("sqlite", s.readDSN)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, index := range indexes {
		if _, err := db.ExecContext(ctx, "CREATE VIRTUAL TABLE temp.shown_"+index+" USING fts5vocab(main, "+index+", instance)"); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	v := verifier{look: look{ctx, tx, s.codec}, each: each, out: out, seed: maphash.MakeSeed(), known: map[int64]string{}, forms: map[[2]int64]int{}}
	return v.all()
}

// indexes are the full text indexes.
var indexes = [...]string{"words", "marks"}

type verifier struct {
	look
	each func(archive.Problem) error
	out  *archive.Verified
	seed maphash.Seed
	// want are sums of the tokens that the indexes should have.
	want    [len(indexes)]tally
	version int
	known   map[int64]string // terms by their ids, with their fields
	forms   map[[2]int64]int // in how many sources a form is a name's
}

func (v *verifier) say(source, path, format string, a ...any) error {
	v.out.Problems++
	return v.each(archive.Problem{Source: source, Path: path, Say: fmt.Sprintf(format, a...)})
}

func (v *verifier) all() error {
	if err := v.one("SELECT user_version FROM pragma_user_version", nil, &v.version); err != nil {
		return err
	}
	bad, err := v.integrity("integrity_check")
	for _, b := range bad {
		err = errors.Join(err, v.say("", "", "%s", b))
	}
	if err == nil {
		err = v.look.all(v.source)
	}
	if err == nil {
		err = v.formCounts()
	}
	for i, index := range indexes {
		if err == nil {
			err = v.index(i, index)
		}
	}
	return err
}

// source holds one source against its text and its rows.
func (v *verifier) source(sid int64, x *archive.Source, r *record.Record, err error) error {
	v.out.Sources++
	if err != nil {
		return v.say(x.ID, "", "%v", err)
	}
	for range r.Spans() {
		v.out.Spans++
	}
	for _, p := range record.Verify(r, x.Text) {
		if err := v.say(x.ID, p.Path, "%s", p.Say); err != nil {
			return err
		}
	}
	if r, err = v.corrected(x, r); err != nil {
		return err
	}
	rows, err := v.rows(sid)
	if err != nil {
		return err
	}
	entries := archive.Entries(r, x.Given)
	if len(rows) != len(entries) || len(rows) != x.Articles {
		if err := v.say(x.ID, "articles", "%d are kept and %d counted, the record has %d", len(rows), x.Articles, len(entries)); err != nil {
			return err
		}
	}
	runes := []rune(x.Text)
	for i := range entries {
		if err := v.article(x.ID, i, &entries[i], rows, runes); err != nil {
			return err
		}
	}
	if err := v.people(sid, x.ID, archive.Sightings(r, entries)); err != nil || v.version < factsFrom {
		return err
	}
	articles := map[string]int64{}
	for name, w := range rows {
		articles[name] = w.id
	}
	return v.factsOf(sid, x.ID, r, articles)
}

// row is what is kept of an article.
type row struct {
	id              int64
	kind, day, head string
	terms           []byte
}

func (v *verifier) rows(sid int64) (map[string]row, error) {
	rows := map[string]row{}
	err := v.look.each("SELECT id, name, kind, day, head, terms FROM article WHERE sid = ?", []any{sid}, func(scan func(...any) error) error {
		var name string
		var w row
		err := scan(&w.id, &name, &w.kind, &w.day, &w.head, &w.terms)
		rows[name] = w
		return err
	})
	return rows, err
}

func (v *verifier) article(source string, i int, e *archive.Entry, rows map[string]row, runes []rune) error {
	v.out.Articles++
	path := fmt.Sprintf("articles[%d]", i)
	want, err := prepareArticle(e, runes)
	if err != nil {
		return err
	}
	got, ok := rows[e.Article.ID]
	from, to := slot(e.Day)
	if !ok || got.kind != want.kind || got.day != want.day || got.head != string(want.head) || got.id < from || got.id >= to {
		return v.say(source, path, "its row is not what the record gives")
	}
	same, err := v.sameTerms(got.terms, e.Terms)
	if err == nil && !same {
		err = v.say(source, path, "its values are not those of the record")
	}
	var ids []int64
	eachID(got.terms, func(id int64) { ids = append(ids, id) })
	values := valueTokens(ids, e.Day)
	for column, text := range []string{want.body, want.headline, want.said, values} {
		v.want[0].text(v.seed, got.id, column, text, true)
	}
	v.want[1].text(v.seed, got.id, 0, want.units+values, false)
	return err
}

// sameTerms holds ids of terms against terms.
func (v *verifier) sameTerms(b []byte, terms []archive.Term) (bool, error) {
	var got, want []string
	var errs []error
	eachID(b, func(id int64) {
		s, err := v.term(id)
		got, errs = append(got, s), append(errs, err)
	})
	for _, t := range terms {
		want = append(want, fmt.Sprint(t.Field, " ", t.Folded()))
	}
	return strings.Join(got, "\n") == strings.Join(want, "\n"), errors.Join(errs...)
}

// term is a term by its id.
func (v *verifier) term(id int64) (string, error) {
	if s, ok := v.known[id]; ok {
		return s, nil
	}
	var t archive.Term
	var folded string
	err := v.one("SELECT field, folded, value FROM term WHERE id = ?", []any{id}, &t.Field, &folded, &t.Value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err == nil && (t.Folded() != folded || t.Field != termField(id)) {
		err = v.say("", "", "the value %q is kept as %q", t.Value, folded)
	}
	if len(v.known) > mostTerms {
		clear(v.known)
	}
	v.known[id] = fmt.Sprint(t.Field, " ", folded)
	return v.known[id], err
}

// people holds the people of a source against what is kept of them.
func (v *verifier) people(sid int64, source string, all []archive.Sighting) error {
	type kept struct{ forms, titles []byte }
	rows := map[string]kept{}
	err := v.look.each("SELECT person, name, day, forms, titles FROM called WHERE sid = ?", []any{sid}, func(scan func(...any) error) error {
		var person, day string
		var name int64
		var k kept
		err := scan(&person, &name, &day, &k.forms, &k.titles)
		if err == nil {
			eachID(k.forms, func(form int64) { v.forms[[2]int64{form, name}]++ })
			var s string
			s, err = v.term(name)
			rows[person+"\n"+day+"\n"+s] = k
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, s := range all {
		name := archive.Term{Field: archive.PersonName, Value: s.Name}
		k, ok := rows[s.Person+"\n"+s.Day+"\n"+fmt.Sprint(name.Field, " ", name.Folded())]
		forms, err := v.sameTerms(k.forms, folded(archive.PersonForm, s.Forms))
		titles, err2 := v.sameTerms(k.titles, folded(archive.PersonTitle, s.Titles))
		if err = errors.Join(err, err2); err != nil {
			return err
		}
		if !ok || !forms || !titles || len(rows) != len(all) {
			return v.say(source, "people", "what is kept of %s is not what the record gives", s.Person)
		}
	}
	return nil
}

// formCounts holds the counts of forms against the people of all sources.
func (v *verifier) formCounts() error {
	wrong := 0
	err := v.look.each("SELECT form, name, n FROM form", nil, func(scan func(...any) error) error {
		var k [2]int64
		var n int
		err := scan(&k[0], &k[1], &n)
		if v.forms[k] != n {
			wrong++
		}
		delete(v.forms, k)
		return err
	})
	if err == nil && wrong+len(v.forms) > 0 {
		err = v.say("", "", "%d forms of names are not counted as the sources have them", wrong+len(v.forms))
	}
	return err
}

// folded are values as terms, those that fold alike once.
func folded(f archive.TermField, values []string) []archive.Term {
	var out []archive.Term
	seen := map[string]bool{}
	for _, s := range values {
		t := archive.Term{Field: f, Value: s}
		if !seen[t.Folded()] {
			seen[t.Folded()] = true
			out = append(out, t)
		}
	}
	return out
}

// tally is a number of tokens with a sum over each with its place: two sets of
// tokens with the same are the same.
type tally struct {
	n   int
	sum uint64
}

// text adds the tokens of a column.
func (t *tally) text(seed maphash.Seed, id int64, column int, text string, places bool) {
	at := 0
	for token := range strings.FieldsSeq(text) {
		t.token(seed, []byte(token), id, column, at)
		if places {
			at++
		}
	}
}

func (t *tally) token(seed maphash.Seed, token []byte, id int64, column, at int) {
	const odd = 0x9e3779b97f4a7c15
	h := maphash.Bytes(seed, token)
	for _, x := range [...]uint64{uint64(id), uint64(column), uint64(at)} {
		h = (h ^ x) * odd
		h ^= h >> 29
	}
	t.n++
	t.sum += h
}

// index holds an index against the tokens of all articles.
func (v *verifier) index(i int, name string) error {
	var got tally
	columns := map[string]int{"body": 0, "headline": 1, "said": 2, "terms": 3, "units": 0}
	err := v.look.each("SELECT term, doc, col, offset FROM temp.shown_"+name, nil, func(scan func(...any) error) error {
		var token, column sql.RawBytes
		var id int64
		var at sql.NullInt64
		err := scan(&token, &id, &column, &at)
		got.token(v.seed, token, id, columns[string(column)], int(at.Int64))
		return err
	})
	if err == nil && got != v.want[i] {
		err = v.say("", "", "the index of %s has %d tokens and is not what the %d of the articles make", name, got.n, v.want[i].n)
	}
	return err
}
