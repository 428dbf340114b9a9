package export

import (
	"io"
	"iter"
)

// table is one file of a format that is one file a table.
type table interface {
	// name is that of the table.
	name() string
	// csv and parquet open the table for writing.
	csv(w io.Writer) (sink, error)
	parquet(w io.Writer) sink
}

// sink takes the rows of pages.
type sink interface {
	page(*rower) error
	close() error
}

// rows is a table of rows of one type.
type rows[T any] struct {
	title string
	of    func(*rower) []T
}

func (t rows[T]) name() string { return t.title }

// tables are all, in the order of docs/exports.md.
var tables = []table{
	rows[articleRow]{"articles", articleRows},
	rows[nameRow]{"people", personRows},
	rows[nameRow]{"places", placeRows},
	rows[nameRow]{"organizations", organizationRows},
	rows[statementRow]{"statements", statementRows},
	rows[eventRow]{"events", eventRows},
	rows[participantRow]{"participants", participantRows},
	rows[figureRow]{"figures", figureRows},
	rows[timeRow]{"times", timeRows},
	rows[workRow]{"works", workRows},
	rows[slipRow]{"slips", slipRows},
	rows[checkRow]{"checks", checkRows},
}

// files are the names of the tables' files.
func files(ext string) []string {
	out := make([]string, len(tables))
	for i, t := range tables {
		out[i] = t.name() + "." + ext
	}
	return out
}

// writeTables writes every page to all tables.
func writeTables(create Create, ext string, open func(table, io.Writer) (sink, error), pages iter.Seq2[*Page, error]) (err error) {
	var all []sink
	var closers []io.Closer
	defer func() {
		for _, c := range closers {
			if e := c.Close(); err == nil {
				err = e
			}
		}
	}()
	for _, t := range tables {
		w, err := create(t.name() + "." + ext)
		if err != nil {
			return err
		}
		closers = append(closers, w)
		s, err := open(t, w)
		if err != nil {
			return err
		}
		all = append(all, s)
	}
	err = each(pages, func(p *Page) error {
		r := rowsOf(p)
		for _, s := range all {
			if err := s.page(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range all {
		if err := s.close(); err != nil {
			return err
		}
	}
	return nil
}
