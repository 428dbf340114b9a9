package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/ledger"
)

// statementsFlags are those of dateline statements.
type statementsFlags struct {
	ledgerFlags
	ask ledger.StatementAsk
}

// statementsCommand is dateline statements.
func (a *app) statementsCommand() *cobra.Command {
	f := &statementsFlags{}
	c := &cobra.Command{
		Use:   "statements",
		Short: "list statements by who speaks or hears, when, and what is said",
		Long: "statements lists the statements of an archive, the latest first: who speaks, to whom,\n" +
			"in which mode, and the words with their characters. People are found by any form of\n" +
			"their names, as search does.",
		Args: noArgs,
	}
	c.RunE = a.ledger(&f.ledgerFlags, func(ctx context.Context, s archive.Archive, _ []string) error { return a.statements(ctx, s, f) })
	f.addTo(c, "statements")
	set := c.Flags()
	set.StringVar(&f.ask.Speaker, "speaker", "", "only what `NAME` says")
	set.StringVar(&f.ask.Hearer, "hearer", "", "only what is said to `NAME`")
	set.StringVar(&f.ask.From, "from", "", "only of articles from this `DAY` on (YYYY, YYYY-MM or YYYY-MM-DD)")
	set.StringVar(&f.ask.To, "to", "", "only of articles up to this `DAY`")
	set.StringVar(&f.ask.Words, "words", "", "only with these `WORDS` in what is said")
	return c
}

func (a *app) statements(ctx context.Context, s archive.Archive, f *statementsFlags) error {
	f.ask.Limit = f.most()
	all, err := ledger.FindStatements(ctx, s, f.ask)
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(struct {
			All        int             `json:"all"`
			Statements []statementJSON `json:"statements"`
		}{all.All, listOf(all.Rows, func(x archive.StatementRow) statementJSON { return statementOf(x, all.Places) })})
	}
	t := sheet{columns: columns("day", "id", "at", "speaker*", "hearer*", "mode", "words")}
	for _, x := range all.Rows {
		p := all.Places[x.ID]
		t.rows = append(t.rows, []string{x.Day, x.ID, at(p), x.Speaker.Name, x.Hearer.Name, x.Mode, p.Span.Text})
	}
	if !f.csv {
		fmt.Fprintln(a.out, shownOf(len(all.Rows), all.All, "statement"))
	}
	return a.write(&f.ledgerFlags, "", t)
}
