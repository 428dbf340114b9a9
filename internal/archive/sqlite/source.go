package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// querier is a database or a transaction that reads.
type querier interface {
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, q string, args ...any) *sql.Row
}

// look is a reader of one state of the archive.
type look struct {
	ctx   context.Context //nolint:containedctx // it lives as long as one call
	q     querier
	codec *codec
}

// looking gives f one state of the archive to read.
func (s *Store) looking(ctx context.Context, what string, f func(look) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err == nil {
		err = f(look{ctx, tx, s.codec})
		_ = tx.Rollback()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, meaning(s.path, err))
	}
	return nil
}

// one reads one row; sql.ErrNoRows where there is none.
func (l look) one(q string, args []any, into ...any) error {
	return l.q.QueryRowContext(l.ctx, q, args...).Scan(into...)
}

// each reads rows.
func (l look) each(q string, args []any, row func(scan func(...any) error) error) error {
	rows, err := l.q.QueryContext(l.ctx, q, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (l look) ids(q string, args ...any) ([]int64, error) {
	rows, err := l.q.QueryContext(l.ctx, q, args...)
	if err != nil {
		return nil, err
	}
	return scanIDs(rows)
}

// Known says what Put would do; see [archive.Reader].
func (s *Store) Known(ctx context.Context, k archive.Key) (o archive.Outcome, err error) {
	given, err := json.Marshal(k.Given)
	if err != nil {
		return o, err
	}
	err = s.looking(ctx, "look for "+k.Origin, func(l look) error {
		v, there, err := verdict(l, k, string(given))
		o = archive.Outcome{Verdict: v, ID: there.id, Origin: there.origin}
		return err
	})
	return o, err
}

const selectInfo = "SELECT sid, id, origin, sha256, rules, added, revision, articles, chars, given FROM source "

// scanInfo reads a row of selectInfo.
func scanInfo(scan func(...any) error) (sid int64, x archive.Info, err error) {
	var sha []byte
	var added int64
	var given string
	if err := scan(&sid, &x.ID, &x.Origin, &sha, &x.Rules, &added, &x.Revision, &x.Articles, &x.Chars, &given); err != nil {
		return 0, x, err
	}
	copy(x.SHA256[:], sha)
	x.Added = time.UnixMilli(added).UTC()
	if err := json.Unmarshal([]byte(given), &x.Given); err != nil {
		return 0, x, &fault.Error{Meaning: fault.Damaged, Say: "the given values of " + x.ID + " cannot be read: " + err.Error()}
	}
	return sid, x, nil
}

func (l look) info(id string) (int64, archive.Info, error) {
	sid, x, err := scanInfo(l.q.QueryRowContext(l.ctx, selectInfo+"WHERE id = ?", id).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, x, noSource(id)
	}
	return sid, x, err
}

// text is the whole text of a source.
func (l look) text(sid int64) (string, error) {
	b, err := l.parts(sid, 0, mostParts)
	return string(b), err
}

// parts are the parts of a text from one to before another.
func (l look) parts(sid int64, from, to int) ([]byte, error) {
	var out []byte
	err := l.each("SELECT data FROM text WHERE at >= ? AND at < ? ORDER BY at", []any{partKey(sid, from), partKey(sid, to)}, func(scan func(...any) error) error {
		var data sql.RawBytes
		if err := scan(&data); err != nil {
			return err
		}
		b, err := l.codec.unpack(data)
		if out == nil {
			out = b
		} else {
			out = append(out, b...)
		}
		return err
	})
	return out, err
}

func (l look) record(sid int64, text string) (*record.Record, error) {
	var data []byte
	if err := l.one("SELECT data FROM record WHERE sid = ?", []any{sid}, &data); err != nil {
		return nil, err
	}
	return l.codec.unpackRecord(data, []rune(text))
}

// Source gives a source with its text; see [archive.Reader].
func (s *Store) Source(ctx context.Context, id string) (out *archive.Source, err error) {
	err = s.looking(ctx, "look for source", func(l look) error {
		sid, info, err := l.info(id)
		if err != nil {
			return err
		}
		text, err := l.text(sid)
		out = &archive.Source{Info: info, Text: text}
		return err
	})
	return out, err
}

// Record gives the record of a source; see [archive.Reader].
func (s *Store) Record(ctx context.Context, id string) (out *record.Record, err error) {
	err = s.looking(ctx, "look for record", func(l look) error {
		_, out, err = l.recordOf(id)
		return err
	})
	return out, err
}

func (l look) recordOf(id string) (archive.Info, *record.Record, error) {
	sid, info, err := l.info(id)
	if err != nil {
		return info, nil, err
	}
	text, err := l.text(sid)
	if err != nil {
		return info, nil, err
	}
	r, err := l.record(sid, text)
	return info, r, err
}

// Look gives what an id inside a source names; see [archive.Reader].
func (s *Store) Look(ctx context.Context, id string) (out *archive.Thing, err error) {
	source, inside := archive.SplitID(id)
	err = s.looking(ctx, "look for "+id, func(l look) error {
		info, r, rec, _, err := l.correctedOf(source)
		if err != nil {
			return err
		}
		kind, v := archive.Find(rec, inside)
		if v == nil { // what was rejected can be looked at
			kind, v = archive.Find(r, inside)
		}
		if v == nil {
			return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("there is no %q in source %s", inside, source)}
		}
		out = &archive.Thing{Source: info, Kind: kind, Value: v}
		return nil
	})
	return out, err
}

// List gives sources; see [archive.Reader].
func (s *Store) List(ctx context.Context, ask archive.List) (out *archive.Sources, err error) {
	after := int64(0)
	if ask.Cursor != "" {
		if after, err = strconv.ParseInt(ask.Cursor, 36, 64); err != nil {
			return nil, badCursor(ask.Cursor)
		}
	}
	limit := ask.Limit
	if limit <= 0 {
		limit = 100
	}
	out = &archive.Sources{}
	err = s.looking(ctx, "list sources", func(l look) error {
		return l.each(selectInfo+"WHERE sid > ? AND rules <> ? ORDER BY sid LIMIT ?", []any{after, ask.Rules, limit + 1}, func(scan func(...any) error) error {
			sid, x, err := scanInfo(scan)
			switch {
			case err != nil:
				return err
			case len(out.Sources) == limit:
				out.Next = strconv.FormatInt(after, 36)
				return nil
			}
			after = sid
			out.Sources = append(out.Sources, x)
			return nil
		})
	})
	return out, err
}

func badCursor(c string) error {
	return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q is no cursor", c), Hint: "give the one of the page before, with the same query and order"}
}

// Status gives sizes; see [archive.Reader].
func (s *Store) Status(ctx context.Context, rules string) (*archive.Status, error) {
	out := &archive.Status{Rules: map[string]int{}, Holder: holder(s.path)}
	if s.lock != nil {
		out.Holder = readHolder(s.path)
	}
	err := s.looking(ctx, "look at archive", func(l look) error {
		err := l.each("SELECT rules, count(*), sum(articles), sum(chars) FROM source GROUP BY rules", nil, func(scan func(...any) error) error {
			var name string
			var n, articles int
			var chars int64
			if err := scan(&name, &n, &articles, &chars); err != nil {
				return err
			}
			out.Rules[name] = n
			out.Sources, out.Articles, out.Chars = out.Sources+n, out.Articles+articles, out.Chars+chars
			return nil
		})
		if err != nil {
			return err
		}
		out.Stale = out.Sources - out.Rules[rules]
		if err := l.one("SELECT count(*) FROM article WHERE id < ?", []any{undatedEnd}, &out.Undated); err != nil {
			return err
		}
		return l.one("SELECT user_version FROM pragma_user_version", nil, &out.Version)
	})
	for _, end := range []string{"", "-wal"} {
		if i, err := os.Stat(s.path + end); err == nil {
			out.Bytes += i.Size()
		}
	}
	return out, err
}

// All gives every source; see [archive.Reader].
func (s *Store) All(ctx context.Context, each func(*archive.Source, *record.Record) error) error {
	return s.looking(ctx, "read archive", func(l look) error {
		return l.all(func(_ int64, x *archive.Source, r *record.Record, err error) error {
			if err != nil {
				return err
			}
			return each(x, r)
		})
	})
}

// all goes over the sources; what cannot be read is given with its error.
func (l look) all(each func(int64, *archive.Source, *record.Record, error) error) error {
	for after := int64(0); ; {
		sid, info, err := scanInfo(l.q.QueryRowContext(l.ctx, selectInfo+"WHERE sid > ? ORDER BY sid LIMIT 1", after).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		after = sid
		x := &archive.Source{Info: info}
		var r *record.Record
		if x.Text, err = l.text(sid); err == nil {
			r, err = l.record(sid, x.Text)
		}
		if l.ctx.Err() != nil {
			return l.ctx.Err()
		}
		if err := each(sid, x, r, err); err != nil {
			return err
		}
	}
}

// placeholders are n question marks.
func placeholders(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }
