package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// factsFrom is the version of the file that has facts.
const factsFrom = 2

// lookingAtFacts gives f one state of an archive that has facts.
func (s *Store) lookingAtFacts(ctx context.Context, what string, f func(look) error) error {
	return s.looking(ctx, what, func(l look) error {
		var v int
		if err := l.one("SELECT user_version FROM pragma_user_version", nil, &v); err != nil {
			return err
		}
		if v < factsFrom {
			return &fault.Error{Meaning: fault.ReadOnly, Say: fmt.Sprintf("%s is an archive of form %d, which has no rows of facts", s.path, v),
				Hint: "any command that writes to it, as dateline reread, makes them once"}
		}
		return f(l)
	})
}

// found is a row that answers: its number and its article's.
type foundFact struct{ id, article int64 }

// find gives the rows of a condition whose articles a query asks for, in the
// order of articles and of the record.
func (l look) find(q string, args []any, narrow query.Node) ([]foundFact, error) {
	var among map[int64]bool
	if narrow != nil {
		x, err := l.plan(narrow)
		if err != nil {
			return nil, err
		}
		ids, err := l.answer(x)
		if err != nil {
			return nil, err
		}
		among = make(map[int64]bool, len(ids))
		for _, id := range ids {
			among[id] = true
		}
	}
	var out []foundFact
	err := l.each(q, args, func(scan func(...any) error) error {
		var x foundFact
		if err := scan(&x.id, &x.article); err != nil {
			return err
		}
		if among == nil || among[x.article] {
			out = append(out, x)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b foundFact) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.id, b.id))
	})
	return out, err
}

// latestFirst turns the order of articles around; in an article it stays.
func latestFirst(all []foundFact) {
	slices.SortStableFunc(all, func(a, b foundFact) int { return cmp.Compare(b.article, a.article) })
}

// page is a part of a list.
func page[T any](all []T, offset, limit int) []T {
	all = all[min(max(offset, 0), len(all)):]
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	return all
}

// inChunks runs a query with IN (%s) for the numbers, some at a time.
func (l look) inChunks(q string, ids []int64, row func(scan func(...any) error) error) error {
	const atOnce = 500
	for part := range slices.Chunk(ids, atOnce) {
		args := make([]any, len(part))
		for i, id := range part {
			args[i] = id
		}
		if err := l.each(fmt.Sprintf(q, placeholders(len(part))), args, row); err != nil {
			return err
		}
	}
	return nil
}

// rows gives the rows of what was found, in its order.
func rows[T any](l look, q string, all []foundFact, scanRow func(scan func(...any) error) (int64, T, error)) ([]T, error) {
	ids, at := make([]int64, len(all)), make(map[int64]int, len(all))
	for i, x := range all {
		ids[i], at[x.id] = x.id, i
	}
	slices.Sort(ids)
	out := make([]T, len(all))
	err := l.inChunks(q, ids, func(scan func(...any) error) error {
		id, x, err := scanRow(scan)
		if i, ok := at[id]; ok {
			out[i] = x
		}
		return err
	})
	return out, err
}

// nameIDs are the terms of everybody and everything of a name: of people by
// any form, as search looks for them, and of who is called so in print.
func (l look) nameIDs(name string) ([]int64, error) {
	forms, err := l.formsOf(name)
	if err != nil {
		return nil, err
	}
	var out []int64
	for _, f := range append(forms, archive.Fold(name)) {
		ids, err := l.ids("SELECT id FROM term WHERE field IN (?, ?) AND folded = ?", archive.PersonName, archive.PartyOf, f)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// oneOf writes a condition that a column is one of some numbers.
func oneOf(column string, ids []int64) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = fmt.Sprint(id)
	}
	return column + " IN (" + strings.Join(s, ",") + ")"
}

// headOf are the first columns of a row of facts, and where they are from: x is
// the table, s its source and a its article.
const (
	headOf = "SELECT x.id, x.name, s.id, a.name, a.day"
	fromOf = " JOIN source s ON s.sid = x.id >> 24 LEFT JOIN article a ON a.id = x.article "
)

// headRow is what headOf reads.
type headRow struct {
	key                        int64
	name, source, article, day *string
}

// into are the places for the columns, with more behind.
func (h *headRow) into(more ...any) []any {
	return append([]any{&h.key, &h.name, &h.source, &h.article, &h.day}, more...)
}

func (h *headRow) row(letter string) archive.FactRow {
	return archive.FactRow{ID: h.other(letter, h.key, h.name), Article: text(h.article), Day: text(h.day)}
}

// other is the id of another fact of the source.
func (h *headRow) other(letter string, key int64, kept *string) string {
	return text(h.source) + "/" + idOut(letter, key, kept)
}

// text is a text that may be NULL.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Days gives the days of the archive; see [archive.Facts].
func (s *Store) Days(ctx context.Context) (first, last string, err error) {
	err = s.looking(ctx, "look for days", func(l look) error {
		for _, q := range []struct {
			sql  string
			into *string
		}{{"SELECT coalesce(min(id), 0) FROM article WHERE id >= ?", &first}, {"SELECT coalesce(max(id), 0) FROM article WHERE id >= ?", &last}} {
			var id int64
			if err := l.one(q.sql, []any{undatedEnd}, &id); err != nil {
				return err
			}
			*q.into = dayOf(id)
		}
		return nil
	})
	return first, last, err
}

// Names gives full names; see [archive.Facts].
func (s *Store) Names(ctx context.Context, name string) (out []string, err error) {
	err = s.looking(ctx, "look for "+name, func(l look) error {
		ids, err := l.nameIDs(name)
		if err != nil {
			return err
		}
		for _, id := range ids {
			var v string
			if err := l.one("SELECT value FROM term WHERE id = ?", []any{id}, &v); err != nil {
				return err
			}
			if !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
		return nil
	})
	return out, err
}
