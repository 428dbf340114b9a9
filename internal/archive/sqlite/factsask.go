package sqlite

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// Events gives events; see [archive.Facts].
func (s *Store) Events(ctx context.Context, ask archive.EventAsk) (out []archive.EventRow, err error) {
	err = s.lookingAtFacts(ctx, "look for events", func(l look) error {
		where, args, err := l.eventsWhere(ask)
		if err != nil || where == "" {
			return err
		}
		all, err := l.find("SELECT id, article FROM event WHERE "+where, args, ask.Articles)
		if err != nil {
			return err
		}
		out, err = l.events(all)
		return err
	})
	return out, err
}

// eventsWhere is the condition of events, "" where nothing answers.
func (l look) eventsWhere(ask archive.EventAsk) (string, []any, error) {
	where, args := []string{"true"}, []any{}
	if len(ask.Kinds) > 0 {
		where = append(where, "kind IN ("+placeholders(len(ask.Kinds))+")")
		for _, k := range ask.Kinds {
			args = append(args, k)
		}
	}
	if ask.Series {
		where = append(where, "ordinal IS NOT NULL")
	}
	for _, name := range ask.With {
		ids, err := l.nameIDs(name)
		if err != nil || len(ids) == 0 {
			return "", nil, err
		}
		where = append(where, "id IN (SELECT event FROM party WHERE "+oneOf("name", ids)+")")
	}
	return strings.Join(where, " AND "), args, nil
}

// events are the rows of events with their parties.
func (l look) events(all []foundFact) ([]archive.EventRow, error) {
	show, err := l.shower(all)
	if err != nil {
		return nil, err
	}
	out, err := rows(l, "SELECT id, name, article, kind, status, time, basis, place, ordinal, series, same FROM event WHERE id IN (%s)", all, show.event)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*archive.EventRow, len(all))
	ids := make([]int64, len(all))
	for i, x := range all {
		at[x.id], ids[i] = &out[i], x.id
	}
	err = l.inChunks("SELECT event, name, person, role, title FROM party WHERE event IN (%s) ORDER BY event, n", ids, func(scan func(...any) error) error {
		event, p, err := show.party(scan)
		if e := at[event]; e != nil {
			e.Parties = append(e.Parties, p)
		}
		return err
	})
	return out, err
}

func (s *shower) event(scan func(...any) error) (int64, archive.EventRow, error) {
	var x archive.EventRow
	var key, article int64
	var name, when, basis, ordinal *string
	var place, series, same *int64
	err := scan(&key, &name, &article, &x.Kind, &x.Status, &when, &basis, &place, &ordinal, &series, &same)
	if err == nil {
		x.FactRow, err = s.row("e", key, article, name)
	}
	if err == nil && same != nil {
		x.Same, err = s.other("event", "e", *same)
	}
	if err == nil {
		x.Place, err = s.words.of(place)
	}
	if err == nil {
		x.Series, err = s.words.of(series)
	}
	x.Time, x.Basis, x.Ordinal = text(when), text(basis), text(ordinal)
	return key, x, err
}

func (s *shower) party(scan func(...any) error) (event int64, x archive.Party, err error) {
	var name, title *int64
	var person, role *string
	if err = scan(&event, &name, &person, &role, &title); err == nil {
		x.Name, err = s.words.of(name)
	}
	if err == nil {
		x.As, err = s.words.of(title)
	}
	x.Person, x.Role = text(person), text(role)
	return event, x, err
}

// Statements gives statements; see [archive.Facts].
func (s *Store) Statements(ctx context.Context, ask archive.StatementAsk) (out []archive.StatementRow, n int, err error) {
	err = s.lookingAtFacts(ctx, "look for statements", func(l look) error {
		where, args, err := l.statementsWhere(ask)
		if err != nil || where == "" {
			return err
		}
		all, err := l.find("SELECT id, article FROM statement WHERE "+where, args, ask.Articles)
		if err != nil {
			return err
		}
		latestFirst(all)
		n, all = len(all), page(all, ask.Offset, ask.Limit)
		show, err := l.shower(all)
		if err != nil {
			return err
		}
		out, err = rows(l, "SELECT id, name, article, mode, speaker, sperson, hearer, hperson, time FROM statement WHERE id IN (%s)", all, show.statement)
		return err
	})
	return out, n, err
}

func (l look) statementsWhere(ask archive.StatementAsk) (string, []any, error) {
	where := []string{"true"}
	for column, name := range map[string]string{"speaker": ask.Speaker, "hearer": ask.Hearer} {
		if name == "" {
			continue
		}
		ids, err := l.nameIDs(name)
		if err != nil || len(ids) == 0 {
			return "", nil, err
		}
		where = append(where, oneOf(column, ids))
	}
	for _, d := range []string{ask.From, ask.To} {
		if d != "" && !archive.ValidDay(d) {
			return "", nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q is not a date", d), Hint: "give YYYY, YYYY-MM or YYYY-MM-DD"}
		}
	}
	if ask.From != "" {
		where = append(where, fmt.Sprint("article >= ", dayNumber(firstDay(ask.From))<<dayShift))
	}
	if ask.To != "" {
		where = append(where, fmt.Sprint("article < ", (dayNumber(lastDay(ask.To))+1)<<dayShift, " AND article >= ", undatedEnd))
	}
	return strings.Join(where, " AND "), nil, nil
}

func (s *shower) statement(scan func(...any) error) (int64, archive.StatementRow, error) {
	var x archive.StatementRow
	var key, article int64
	var name, sperson, hperson, when *string
	var speaker, hearer *int64
	err := scan(&key, &name, &article, &x.Mode, &speaker, &sperson, &hearer, &hperson, &when)
	if err == nil {
		x.FactRow, err = s.row("q", key, article, name)
	}
	if err == nil {
		x.Speaker.Name, err = s.words.of(speaker)
	}
	if err == nil {
		x.Hearer.Name, err = s.words.of(hearer)
	}
	x.Speaker.Person, x.Hearer.Person, x.Time = text(sperson), text(hperson), text(when)
	return key, x, err
}

// Figures gives figures; see [archive.Facts].
func (s *Store) Figures(ctx context.Context, ask archive.FigureAsk) (out []archive.FigureRow, n int, err error) {
	err = s.lookingAtFacts(ctx, "look for figures", func(l look) error {
		where, args, err := l.figuresWhere(ask)
		if err != nil || where == "" {
			return err
		}
		all, err := l.find("SELECT id, article FROM figure WHERE "+where, args, ask.Articles)
		if err != nil {
			return err
		}
		if ask.Speaker != "" {
			latestFirst(all)
		}
		n, all = len(all), page(all, ask.Offset, ask.Limit)
		show, err := l.shower(all)
		if err != nil {
			return err
		}
		out, err = rows(l, "SELECT id, name, article, kind, value, high, unit, bound, subject, period, change, base, statement FROM figure WHERE id IN (%s)", all, show.figure)
		return err
	})
	return out, n, err
}

func (l look) figuresWhere(ask archive.FigureAsk) (string, []any, error) {
	where, args := []string{"true"}, []any{}
	if ask.Subject != "" {
		q, word := "folded = ?", archive.Term{Field: archive.SubjectOf, Value: ask.Subject}.Folded()
		if ask.Near {
			q = "instr(folded, ?) > 0"
		}
		ids, err := l.ids("SELECT id FROM term WHERE field = ? AND "+q, archive.SubjectOf, word)
		if err != nil || len(ids) == 0 {
			return "", nil, err
		}
		where = append(where, oneOf("subject", ids))
	}
	if ask.Speaker != "" {
		ids, err := l.nameIDs(ask.Speaker)
		if err != nil || len(ids) == 0 {
			return "", nil, err
		}
		where = append(where, "statement IN (SELECT id FROM statement WHERE "+oneOf("speaker", ids)+")")
	}
	if ask.Period != "" {
		where = append(where, "(period = ? OR substr(period, 1, ?) = ?)")
		args = append(args, ask.Period, len(ask.Period)+1, ask.Period+"-")
	}
	return strings.Join(where, " AND "), args, nil
}

func (s *shower) figure(scan func(...any) error) (int64, archive.FigureRow, error) {
	var x archive.FigureRow
	var key, article int64
	var name, high, unit, bound, period, change, base *string
	var subject, statement *int64
	err := scan(&key, &name, &article, &x.Kind, &x.Value, &high, &unit, &bound, &subject, &period, &change, &base, &statement)
	if err == nil {
		x.FactRow, err = s.row("f", key, article, name)
	}
	if err == nil {
		x.Subject, err = s.words.of(subject)
	}
	if err == nil && statement != nil {
		x.Statement, err = s.other("statement", "q", *statement)
	}
	x.High, x.Unit, x.Bound, x.Period, x.Change, x.Base = text(high), text(unit), text(bound), text(period), text(change), text(base)
	return key, x, err
}

// Works gives works; see [archive.Facts].
func (s *Store) Works(ctx context.Context, ask archive.WorkAsk) (out []archive.WorkRow, n int, err error) {
	err = s.lookingAtFacts(ctx, "look for works", func(l look) error {
		where, args := "true", []any{}
		if ask.Title != "" {
			where = "title = (SELECT id FROM term WHERE field = ? AND folded = ?)"
			args = []any{archive.WorkOf, archive.Term{Field: archive.WorkOf, Value: ask.Title}.Folded()}
		}
		all, err := l.find("SELECT id, article FROM work WHERE "+where, args, ask.Articles)
		if err != nil {
			return err
		}
		latestFirst(all)
		n, all = len(all), page(all, ask.Offset, ask.Limit)
		show, err := l.shower(all)
		if err != nil {
			return err
		}
		out, err = rows(l, "SELECT id, name, article, kind, title FROM work WHERE id IN (%s)", all, show.work)
		return err
	})
	return out, n, err
}

func (s *shower) work(scan func(...any) error) (int64, archive.WorkRow, error) {
	var x archive.WorkRow
	var key, article, title int64
	var name *string
	err := scan(&key, &name, &article, &x.Kind, &title)
	if err == nil {
		x.FactRow, err = s.row("w", key, article, name)
	}
	if err == nil {
		x.Title, err = s.words.of(&title)
	}
	return key, x, err
}

// Subjects counts figures; see [archive.Facts].
func (s *Store) Subjects(ctx context.Context, with string, limit int) ([]archive.Value, error) {
	return s.counted(ctx, "figure", "subject", archive.SubjectOf, with, limit)
}

// Titles counts works; see [archive.Facts].
func (s *Store) Titles(ctx context.Context, with string, limit int) ([]archive.Value, error) {
	return s.counted(ctx, "work", "title", archive.WorkOf, with, limit)
}

// counted counts the rows of a table by a column that has terms.
func (s *Store) counted(ctx context.Context, table, column string, of archive.TermField, with string, limit int) (out []archive.Value, err error) {
	if limit <= 0 {
		limit = -1
	}
	err = s.lookingAtFacts(ctx, "count", func(l look) error {
		where, args := "", []any{}
		if with != "" {
			where = "WHERE x." + column + " IN (SELECT id FROM term WHERE field = ? AND instr(folded, ?) > 0)"
			args = []any{of, archive.Fold(with)}
		}
		q := fmt.Sprintf("SELECT t.value, n FROM (SELECT x.%s AS c, count(*) AS n FROM %s x %s GROUP BY x.%s) JOIN term t ON t.id = c ORDER BY n DESC, t.value LIMIT ?", column, table, where, column)
		return l.each(q, append(args, limit), func(scan func(...any) error) error {
			var v archive.Value
			err := scan(&v.Value, &v.Articles)
			out = append(out, v)
			return err
		})
	})
	return out, err
}

// Checks gives checks; see [archive.Facts].
func (s *Store) Checks(ctx context.Context, holds archive.Holds, limit int) (out []archive.CheckRow, n int, err error) {
	where := map[archive.Holds]string{archive.Yes: "holds = 1", archive.No: "holds = 0"}[holds]
	if where == "" {
		where = "holds IS NULL"
	}
	err = s.lookingAtFacts(ctx, "look for checks", func(l look) error {
		all, err := l.find("SELECT id, article FROM checked WHERE "+where, nil, nil)
		if err != nil {
			return err
		}
		n, all = len(all), page(all, 0, limit)
		show, err := l.shower(all)
		if err != nil {
			return err
		}
		out, err = rows(l, "SELECT id, name, article, kind FROM checked WHERE id IN (%s)", all, func(scan func(...any) error) (int64, archive.CheckRow, error) {
			x := archive.CheckRow{Holds: holds}
			var key, article int64
			var name *string
			err := scan(&key, &name, &article, &x.Kind)
			if err == nil {
				x.FactRow, err = show.row("c", key, article, name)
			}
			return key, x, err
		})
		return err
	})
	return out, n, err
}
