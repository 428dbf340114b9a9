package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/ledger"
)

// personCommand is dateline person.
func (a *app) personCommand() *cobra.Command {
	f, which := &ledgerFlags{}, 0
	c := &cobra.Command{
		Use:   "person NAME",
		Short: "tell of a person: titles over time, meetings, statements, figures named",
		Long: "person tells what an archive has of a name, found by any of its forms: who has it, as\n" +
			"far as titles tell people apart, with their titles over time; their meetings, with\n" +
			"whom, where and when; their latest statements; and the figures that they name. Each\n" +
			"row has its fact and its characters.",
		Args: someArgs(1, 1, "name"),
	}
	c.RunE = a.ledger(f, func(ctx context.Context, s archive.Archive, args []string) error {
		return a.person(ctx, s, f, ledger.PersonAsk{Name: args[0], Which: which, Limit: f.most()})
	})
	f.addTo(c, "rows of each list")
	c.Flags().IntVar(&which, "which", 0, "only one of those who have the name, by `NUMBER`")
	return c
}

// personShown is a person with the rows that are shown.
type personShown struct {
	*ledger.Person
	from   int // the first meeting
	places map[string]ledger.Place
}

func (a *app) person(ctx context.Context, s archive.Archive, f *ledgerFlags, ask ledger.PersonAsk) error {
	p, err := ledger.FindPerson(ctx, s, ask)
	if err != nil {
		return err
	}
	x := personShown{Person: p}
	if n := f.most(); n > 0 {
		x.from = max(0, len(p.Met.Meetings)-n)
	}
	var ids []string
	for _, r := range p.Statements {
		ids = append(ids, r.ID)
	}
	for _, m := range p.Met.Meetings[x.from:] {
		for _, t := range m.Tellings {
			ids = append(ids, t.ID)
		}
	}
	for _, r := range p.Figures {
		ids = append(ids, r.ID)
	}
	if x.places, err = ledger.Places(ctx, s, ids); err != nil {
		return err
	}
	switch {
	case f.json:
		return a.encodeJSON(x.json(f))
	case f.csv:
		return a.writeCSV(x.csv())
	}
	return a.showPerson(f, x)
}

// personJSON is what there is of a name.
type personJSON struct {
	People        []identityJSON  `json:"people"`
	Met           meetingsJSON    `json:"met"`
	AllStatements int             `json:"all_statements"`
	Statements    []statementJSON `json:"statements"`
	AllFigures    int             `json:"all_figures"`
	Figures       []figureJSON    `json:"figures"`
}

func (x personShown) json(f *ledgerFlags) personJSON {
	return personJSON{
		People:        listOf(x.Identities, func(i archive.Identity) identityJSON { return identityOf(&i, f.most()) }),
		Met:           meetingsOf(x.Met, x.Met.Pairs[:x.most(f, len(x.Met.Pairs))], x.from, true, x.places),
		AllStatements: x.AllStatements, AllFigures: x.AllFigures,
		Statements: listOf(x.Statements, func(s ledger.SpokenRow) statementJSON {
			out := statementOf(s.StatementRow, x.places)
			out.Of = s.Of + 1
			return out
		}),
		Figures: listOf(x.Figures, func(r archive.FigureRow) figureJSON { return figureOf(r, x.places) }),
	}
}

func (x personShown) most(f *ledgerFlags, n int) int {
	if m := f.most(); m > 0 {
		return min(m, n)
	}
	return n
}

// csv has all lists in one table: a title has the days of its first and last
// source in day and time.
func (x personShown) csv() sheet {
	t := sheet{columns: columns("what", "who", "day", "time", "id", "at", "kind", "with", "place", "text")}
	for i := range x.Identities {
		for _, c := range x.Identities[i].Titles {
			t.rows = append(t.rows, []string{"title", fmt.Sprint(i + 1), c.First, c.Last, "", "", "", "", "", c.Title})
		}
	}
	for _, m := range x.Met.Meetings[x.from:] {
		for _, e := range m.Tellings {
			p := x.places[e.ID]
			t.rows = append(t.rows, []string{"meeting", "", e.Day, e.Time, e.ID, at(p), e.Kind, strings.Join(x.with(e.Parties), "|"), e.Place, p.Span.Text})
		}
	}
	for _, s := range x.Statements {
		p := x.places[s.ID]
		t.rows = append(t.rows, []string{"statement", of(s.Of), s.Day, s.Time, s.ID, at(p), s.Mode, s.Hearer.Name, "", p.Span.Text})
	}
	for _, r := range x.Figures {
		p := x.places[r.ID]
		t.rows = append(t.rows, []string{"figure", "", r.Day, r.Period, r.ID, at(p), r.Kind, r.Subject, "", p.Span.Text})
	}
	return t
}

// of writes which of a name it is, "" where it is not told.
func of(i int) string {
	if i < 0 {
		return ""
	}
	return fmt.Sprint(i + 1)
}

// with are the other principals.
func (x personShown) with(parties []archive.Party) []string {
	var out []string
	for _, p := range parties {
		if p.Role != "attendee" && !strings.Contains(strings.Join(x.Met.Between[0].Names, "\n"), p.Name) {
			out = append(out, p.Name)
		}
	}
	return out
}

func (a *app) showPerson(f *ledgerFlags, x personShown) error {
	if err := a.showTitles(f, x); err != nil {
		return err
	}
	met := sheet{columns: columns("time", "kind", "id", "at", "with")}
	for _, m := range x.Met.Meetings[x.from:] {
		e := m.Tellings[0]
		says := []string{strings.Join(x.with(e.Parties), ", ")}
		if m.Place != "" {
			says = append(says, m.Place)
		}
		if len(m.Tellings) > 1 {
			says = append(says, plural(len(m.Tellings), "telling"))
		}
		if !m.Counted {
			says = append(says, "not counted")
		}
		met.rows = append(met.rows, []string{m.Time, m.Kind, e.ID, at(x.places[e.ID]), strings.Join(says, "; ")})
	}
	said := sheet{columns: columns("day", "id", "at", "to*", "mode", "words")}
	for _, s := range x.Statements {
		p := x.places[s.ID]
		said.rows = append(said.rows, []string{s.Day, s.ID, at(p), s.Hearer.Name, s.Mode, p.Span.Text})
	}
	figures := sheet{columns: columns("day", "id", "at", "value", "period", "subject")}
	for _, r := range x.Figures {
		figures.rows = append(figures.rows, []string{r.Day, r.ID, at(x.places[r.ID]), figureSays(r.Value, r.High, r.Bound, r.Unit), r.Period, r.Subject})
	}
	for _, t := range []struct {
		title string
		sheet
	}{
		{fmt.Sprintf("\nmeetings: %d counted, shown %s", x.Met.Counted, shownOf(len(met.rows), len(x.Met.Meetings), "row")), met},
		{"\nstatements: " + shownOf(len(said.rows), x.AllStatements, "row"), said},
		{"\nfigures named: " + shownOf(len(figures.rows), x.AllFigures, "row"), figures},
	} {
		if err := a.write(f, t.title, t.sheet); err != nil {
			return err
		}
	}
	return nil
}

// showTitles tells who has the name, with their titles over time.
func (a *app) showTitles(f *ledgerFlags, x personShown) error {
	for i := range x.Identities {
		y := &x.Identities[i]
		name := y.Name
		if len(x.Identities) > 1 {
			name = fmt.Sprintf("%d. %s", i+1, name)
		}
		if y.Untitled {
			name += " (no title tells which of that name)"
		}
		t := sheet{columns: columns("days", "sources", "title")}
		for _, c := range y.Titles[:x.most(f, len(y.Titles))] {
			t.rows = append(t.rows, []string{stretch(c.First, c.Last), fmt.Sprint(c.Sources), c.Title})
		}
		fmt.Fprintf(a.out, "%s, in %s %s\n", name, plural(len(y.Sources), "source"), stretch(y.First, y.Last))
		if len(t.rows) == 0 {
			continue
		}
		if err := view.Table(a.out, t.columns, t.rows, a.options(&f.archiveFlags, true)); err != nil {
			return err
		}
	}
	return nil
}
