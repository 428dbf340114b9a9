package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/ledger"
)

// worksCommand is dateline works.
func (a *app) worksCommand() *cobra.Command {
	f, with := &ledgerFlags{}, ""
	c := &cobra.Command{
		Use:   "works [TITLE]",
		Short: "list the works of an archive, or where one is named",
		Long: "works lists the titles in 《…》 of an archive, most named first. With a title it lists\n" +
			"where it is named, the latest first, with the characters.",
		Args: someArgs(0, 1, "title"),
	}
	c.RunE = a.ledger(f, func(ctx context.Context, s archive.Archive, args []string) error {
		if len(args) > 0 {
			return a.work(ctx, s, f, args[0])
		}
		all, err := s.Titles(ctx, with, f.most())
		if err != nil {
			return err
		}
		return a.tallied(f, "works", "title", all)
	})
	f.addTo(c, "titles, or places of one")
	c.Flags().StringVar(&with, "with", "", "only titles that have this `WORD` in them")
	return c
}

// tallied prints values with their counts.
func (a *app) tallied(f *ledgerFlags, list, name string, all []archive.Value) error {
	type valueJSON struct {
		Value string `json:"value"`
		Count int    `json:"count"`
	}
	if f.json {
		return a.encodeJSON(map[string][]valueJSON{list: listOf(all, func(v archive.Value) valueJSON { return valueJSON{v.Value, v.Articles} })})
	}
	t := sheet{columns: columns("count", name)}
	for _, v := range all {
		t.rows = append(t.rows, []string{fmt.Sprint(v.Articles), v.Value})
	}
	return a.write(f, "", t)
}

// workJSON is where a work is named.
type workJSON struct {
	ID   string `json:"id"`
	Day  string `json:"day"`
	Kind string `json:"kind"`
	placeJSON
}

func (a *app) work(ctx context.Context, s archive.Archive, f *ledgerFlags, title string) error {
	all, err := ledger.FindWorks(ctx, s, archive.WorkAsk{Title: title, Limit: f.most()})
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(struct {
			Title string     `json:"title"`
			All   int        `json:"all"`
			Works []workJSON `json:"works"`
		}{all.Rows[0].Title, all.All, listOf(all.Rows, func(x archive.WorkRow) workJSON { return workJSON{x.ID, x.Day, x.Kind, placeOf(all.Places[x.ID])} })})
	}
	t := sheet{columns: columns("day", "id", "at", "kind", "headline")}
	for _, x := range all.Rows {
		p := all.Places[x.ID]
		t.rows = append(t.rows, []string{x.Day, x.ID, at(p), x.Kind, p.Headline})
	}
	if !f.csv {
		fmt.Fprintf(a.out, "《%s》 %s\n", all.Rows[0].Title, shownOf(len(all.Rows), all.All, "place"))
	}
	return a.write(f, "", t)
}
