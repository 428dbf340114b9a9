package ledger

import (
	"context"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/query"
)

// StatementAsk asks for statements.
type StatementAsk struct {
	archive.StatementAsk
	// Words have to stand in what is said, as a phrase of a search.
	Words string
}

// Statements are statements with where they stand.
type Statements struct {
	Rows []archive.StatementRow
	// All is how many there are.
	All int
	// Places are those of the rows.
	Places map[string]Place
}

// FindStatements gives the statements asked for, the latest first.
func FindStatements(ctx context.Context, r archive.Reader, ask StatementAsk) (out *Statements, err error) {
	out = &Statements{}
	q := ask.StatementAsk
	if ask.Words != "" {
		says := query.Field{Name: query.Says, Text: ask.Words}
		q.Offset, q.Limit = 0, 0
		if q.Articles == nil {
			q.Articles = says
		} else {
			q.Articles = query.And{Of: []query.Node{q.Articles, says}}
		}
	}
	if out.Rows, out.All, err = r.Statements(ctx, q); err != nil {
		return nil, err
	}
	if out.Places, err = Places(ctx, r, ids(out.Rows, func(x archive.StatementRow) string { return x.ID })); err != nil {
		return nil, err
	}
	if ask.Words != "" {
		out.with(ask)
	}
	return out, nil
}

// with leaves the rows in whose words a phrase stands.
func (s *Statements) with(ask StatementAsk) {
	want := archive.Fold(ask.Words)
	var rows []archive.StatementRow
	for _, x := range s.Rows {
		if strings.Contains(archive.Fold(s.Places[x.ID].Span.Text), want) {
			rows = append(rows, x)
		}
	}
	s.All = len(rows)
	s.Rows = first(rows[min(ask.Offset, len(rows)):], ask.Limit)
}

// ids are the ids of rows.
func ids[T any](rows []T, of func(T) string) []string {
	out := make([]string, len(rows))
	for i, x := range rows {
		out[i] = of(x)
	}
	return out
}
