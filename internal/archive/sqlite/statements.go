package sqlite

import (
	"context"
	"database/sql"
)

// statements runs statements of one transaction, each prepared once.
type statements struct {
	ctx  context.Context //nolint:containedctx // it lives as long as the transaction
	tx   *sql.Tx
	made map[string]*sql.Stmt
}

func (s *statements) prepared(q string) (*sql.Stmt, error) {
	if st := s.made[q]; st != nil {
		return st, nil
	}
	st, err := s.tx.PrepareContext(s.ctx, q)
	if err != nil {
		return nil, err
	}
	if s.made == nil {
		s.made = map[string]*sql.Stmt{}
	}
	s.made[q] = st
	return st, nil
}

func (s *statements) close() {
	for _, st := range s.made {
		_ = st.Close()
	}
}

func (s *statements) run(q string, args ...any) (sql.Result, error) {
	st, err := s.prepared(q)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(s.ctx, args...)
}

func (s *statements) exec(q string, args ...any) error {
	_, err := s.run(q, args...)
	return err
}

// one reads one row; sql.ErrNoRows where there is none.
func (s *statements) one(q string, args []any, into ...any) error {
	st, err := s.prepared(q)
	if err != nil {
		return err
	}
	return st.QueryRowContext(s.ctx, args...).Scan(into...)
}

// ids reads a column of numbers.
func (s *statements) ids(q string, args ...any) ([]int64, error) {
	st, err := s.prepared(q)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(s.ctx, args...)
	if err != nil {
		return nil, err
	}
	return scanIDs(rows)
}

// scanIDs reads a column of numbers to the end.
func scanIDs(rows *sql.Rows) ([]int64, error) {
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}
