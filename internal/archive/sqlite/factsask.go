package sqlite

import (
	"context"
	"fmt"
	"slices"
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
	out, err := rows(l, headOf+", x.kind, x.status, x.time, x.basis, p.value, x.ordinal, n.value, x.same, o.name FROM event x"+fromOf+
		"LEFT JOIN term p ON p.id = x.place LEFT JOIN term n ON n.id = x.series LEFT JOIN event o ON o.id = x.same WHERE x.id IN (%s)", all, eventRow)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*archive.EventRow, len(all))
	ids := make([]int64, len(all))
	for i, x := range all {
		at[x.id], ids[i] = &out[i], x.id
	}
	slices.Sort(ids)
	err = l.inChunks("SELECT x.event, n.value, x.person, x.role, t.value FROM party x JOIN term n ON n.id = x.name LEFT JOIN term t ON t.id = x.title WHERE x.event IN (%s) ORDER BY x.event, x.n",
		ids, func(scan func(...any) error) error {
			var event int64
			var p archive.Party
			var person, role, title *string
			err := scan(&event, &p.Name, &person, &role, &title)
			p.Person, p.Role, p.As = text(person), text(role), text(title)
			if e := at[event]; e != nil {
				e.Parties = append(e.Parties, p)
			}
			return err
		})
	return out, err
}

func eventRow(scan func(...any) error) (int64, archive.EventRow, error) {
	var x archive.EventRow
	var h headRow
	var when, basis, place, ordinal, series, sameName *string
	var same *int64
	err := scan(h.into(&x.Kind, &x.Status, &when, &basis, &place, &ordinal, &series, &same, &sameName)...)
	x.FactRow = h.row("e")
	if same != nil {
		x.Same = h.other("e", *same, sameName)
	}
	x.Time, x.Basis, x.Place, x.Ordinal, x.Series = text(when), text(basis), text(place), text(ordinal), text(series)
	return h.key, x, err
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
		out, err = rows(l, headOf+", x.mode, f.value, x.sperson, t.value, x.hperson, x.time FROM statement x"+fromOf+
			"LEFT JOIN term f ON f.id = x.speaker LEFT JOIN term t ON t.id = x.hearer WHERE x.id IN (%s)", all, statementRow)
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

func statementRow(scan func(...any) error) (int64, archive.StatementRow, error) {
	var x archive.StatementRow
	var h headRow
	var speaker, sperson, hearer, hperson, when *string
	err := scan(h.into(&x.Mode, &speaker, &sperson, &hearer, &hperson, &when)...)
	x.FactRow = h.row("q")
	x.Speaker = archive.Party{Name: text(speaker), Person: text(sperson)}
	x.Hearer = archive.Party{Name: text(hearer), Person: text(hperson)}
	x.Time = text(when)
	return h.key, x, err
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
		out, err = rows(l, headOf+", x.kind, x.value, x.high, x.unit, x.bound, c.value, x.period, x.change, x.base, x.statement, q.name FROM figure x"+fromOf+
			"LEFT JOIN term c ON c.id = x.subject LEFT JOIN statement q ON q.id = x.statement WHERE x.id IN (%s)", all, figureRow)
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

func figureRow(scan func(...any) error) (int64, archive.FigureRow, error) {
	var x archive.FigureRow
	var h headRow
	var high, unit, bound, subject, period, change, base, statement *string
	var in *int64
	err := scan(h.into(&x.Kind, &x.Value, &high, &unit, &bound, &subject, &period, &change, &base, &in, &statement)...)
	x.FactRow = h.row("f")
	x.High, x.Unit, x.Bound, x.Subject, x.Period, x.Change, x.Base = text(high), text(unit), text(bound), text(subject), text(period), text(change), text(base)
	if in != nil {
		x.Statement = h.other("q", *in, statement)
	}
	return h.key, x, err
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
		out, err = rows(l, headOf+", x.kind, t.value FROM work x"+fromOf+"JOIN term t ON t.id = x.title WHERE x.id IN (%s)", all, workRow)
		return err
	})
	return out, n, err
}

func workRow(scan func(...any) error) (int64, archive.WorkRow, error) {
	var x archive.WorkRow
	var h headRow
	err := scan(h.into(&x.Kind, &x.Title)...)
	x.FactRow = h.row("w")
	return h.key, x, err
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
		out, err = rows(l, headOf+", x.kind FROM checked x"+fromOf+"WHERE x.id IN (%s)", all, func(scan func(...any) error) (int64, archive.CheckRow, error) {
			var h headRow
			x := archive.CheckRow{Holds: holds}
			err := scan(h.into(&x.Kind)...)
			x.FactRow = h.row("c")
			return h.key, x, err
		})
		return err
	})
	return out, n, err
}
