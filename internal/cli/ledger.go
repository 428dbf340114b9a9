package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
	"dateline/internal/ledger"
	"dateline/record"
)

// ledgerFlags are the flags that the commands of ledgers have in common.
type ledgerFlags struct {
	archiveFlags
	csv   bool
	all   bool
	limit int
}

// addTo gives the flags to a command; rows are what it lists.
func (f *ledgerFlags) addTo(c *cobra.Command, rows string) {
	f.archiveFlags.addTo(c, false)
	set := c.Flags()
	set.BoolVar(&f.csv, "csv", false, "print CSV, with a first line of names")
	set.IntVar(&f.limit, "limit", usualLimit, "the most "+rows)
	set.BoolVar(&f.all, "all", false, "all "+rows)
}

// most is how many rows are given, 0 for all.
func (f *ledgerFlags) most() int {
	if f.all {
		return 0
	}
	return f.limit
}

// check holds the flags against each other.
func (f *ledgerFlags) check(c *cobra.Command) error {
	switch {
	case f.csv && f.json:
		return &fault.Error{Meaning: fault.Usage, Say: "--csv and --json are given"}
	case f.all && c.Flags().Changed("limit"):
		return &fault.Error{Meaning: fault.Usage, Say: "--all and --limit are given"}
	case !f.all && f.limit < 1:
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--limit %d is below 1", f.limit), Hint: "--all gives all"}
	}
	return nil
}

// ledger makes a command's function from one that asks the archive.
func (a *app) ledger(f *ledgerFlags, do func(context.Context, archive.Archive, []string) error) func(*cobra.Command, []string) error {
	return a.enter(func(c *cobra.Command, args []string) error {
		if err := f.check(c); err != nil {
			return err
		}
		return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error { return do(ctx, s, args) })
	})
}

// sheet is a table as it is printed and written.
type sheet struct {
	columns []view.Column
	rows    [][]string
}

// columns makes columns; a name with a star may be cut.
func columns(names ...string) []view.Column {
	out := make([]view.Column, len(names))
	for i, n := range names {
		out[i].Name = strings.TrimSuffix(n, "*")
		if n != out[i].Name {
			out[i].Most = 24
		}
	}
	return out
}

// writeCSV writes a table (RFC 4180, with line feeds).
func (a *app) writeCSV(t sheet) error {
	w := csv.NewWriter(a.out)
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.Name
	}
	if err := w.Write(head); err != nil {
		return err
	}
	if err := w.WriteAll(t.rows); err != nil {
		return err
	}
	return a.out.Flush()
}

// write writes a table as the flags say; a title stands over one for a person.
func (a *app) write(f *ledgerFlags, title string, t sheet) error {
	if f.csv {
		return a.writeCSV(t)
	}
	if len(t.rows) == 0 {
		return nil
	}
	if title != "" {
		fmt.Fprintln(a.out, title)
	}
	return view.Table(a.out, t.columns, t.rows, a.options(&f.archiveFlags, true))
}

// shownOf says how many of all rows are shown.
func shownOf(rows, all int, what string) string {
	if rows == all {
		return plural(all, what)
	}
	return fmt.Sprintf("%d of %s (--all gives all)", rows, plural(all, what))
}

// placeJSON is where a fact stands.
type placeJSON struct {
	Origin   string         `json:"origin"`
	Headline string         `json:"headline"`
	Text     string         `json:"text"`
	Pieces   []record.Piece `json:"pieces"`
}

func placeOf(p ledger.Place) placeJSON {
	pieces := p.Span.Pieces
	if pieces == nil {
		pieces = []record.Piece{}
	}
	return placeJSON{p.Origin, p.Headline, p.Span.Text, pieces}
}

// at writes pieces for a table: 118-120.
func at(p ledger.Place) string {
	var out []string
	for _, x := range p.Span.Pieces {
		out = append(out, fmt.Sprintf("%d-%d", x.Start(), x.End()))
	}
	return strings.Join(out, " ")
}

// partyJSON is who takes part, speaks or hears; null where nobody is named.
type partyJSON struct {
	Name   string `json:"name"`
	Person string `json:"person,omitempty"`
	Role   string `json:"role,omitempty"`
	As     string `json:"as,omitempty"`
}

func partyOf(p archive.Party) *partyJSON {
	if p.Name == "" {
		return nil
	}
	x := partyJSON(p)
	return &x
}

// statementJSON is a statement with its characters.
type statementJSON struct {
	ID      string     `json:"id"`
	Day     string     `json:"day"`
	Time    string     `json:"time,omitempty"`
	Mode    string     `json:"mode"`
	Speaker *partyJSON `json:"speaker"`
	Hearer  *partyJSON `json:"hearer"`
	// Of is which of the people of the name speaks, from 1; 0 is not told.
	Of int `json:"of,omitempty"`
	placeJSON
}

func statementOf(x archive.StatementRow, places map[string]ledger.Place) statementJSON {
	return statementJSON{ID: x.ID, Day: x.Day, Time: x.Time, Mode: x.Mode, Speaker: partyOf(x.Speaker), Hearer: partyOf(x.Hearer), placeJSON: placeOf(places[x.ID])}
}

// figureJSON is a figure with its characters.
type figureJSON struct {
	ID        string `json:"id"`
	Day       string `json:"day"`
	Kind      string `json:"kind"`
	Value     string `json:"value"`
	High      string `json:"high,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Bound     string `json:"bound,omitempty"`
	Subject   string `json:"subject,omitempty"`
	Period    string `json:"period,omitempty"`
	Change    string `json:"change,omitempty"`
	Base      string `json:"base,omitempty"`
	Statement string `json:"statement,omitempty"`
	placeJSON
}

func figureOf(x archive.FigureRow, places map[string]ledger.Place) figureJSON {
	return figureJSON{x.ID, x.Day, x.Kind, x.Value, x.High, x.Unit, x.Bound, x.Subject, x.Period, x.Change, x.Base, x.Statement, placeOf(places[x.ID])}
}

// figureSays is a value as a table has it.
func figureSays(value, high, bound, unit string) string {
	if high != "" {
		value += "–" + high
	}
	return strings.TrimSpace(strings.TrimSpace(bound+" "+value) + " " + unit)
}

// listOf makes a list that is never null in JSON.
func listOf[T, U any](all []T, of func(T) U) []U {
	out := make([]U, 0, len(all))
	for _, x := range all {
		out = append(out, of(x))
	}
	return out
}
