package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/ledger"
)

// figuresFlags are those of dateline figures.
type figuresFlags struct {
	ledgerFlags
	ask       archive.FigureAsk
	with      string
	conflicts bool
}

// figuresCommand is dateline figures.
func (a *app) figuresCommand() *cobra.Command {
	f := &figuresFlags{}
	c := &cobra.Command{
		Use:   "figures [SUBJECT]",
		Short: "list what the figures of an archive count, or the figures of a subject over time",
		Long: "figures lists what is counted in an archive, most first. With a subject it puts its\n" +
			"figures in series, one for each kind and unit, a rise or a fall apart from what rises,\n" +
			"in the order of the times that they are for. Where the values of one time cannot all\n" +
			"be so, the row is marked: sources may mean different things by the same words.",
		Args: someArgs(0, 1, "subject"),
	}
	c.RunE = a.ledger(&f.ledgerFlags, func(ctx context.Context, s archive.Archive, args []string) error {
		if len(args) > 0 {
			f.ask.Subject = args[0]
			return a.series(ctx, s, f)
		}
		all, err := s.Subjects(ctx, f.with, f.most())
		if err != nil {
			return err
		}
		return a.tallied(&f.ledgerFlags, "subjects", "subject", all)
	})
	f.addTo(c, "subjects, or times of a series")
	set := c.Flags()
	set.StringVar(&f.with, "with", "", "only subjects that have this `WORD` in them")
	set.StringVar(&f.ask.Period, "period", "", "only figures for this `TIME` and times in it")
	set.BoolVar(&f.ask.Near, "near", false, "also subjects that have SUBJECT in them, each a series")
	set.BoolVar(&f.conflicts, "conflicts", false, "only times of which the values do not agree")
	return c
}

// seriesJSON is a series of figures.
type seriesJSON struct {
	Subject string      `json:"subject"`
	Kind    string      `json:"kind"`
	Unit    string      `json:"unit,omitempty"`
	Change  string      `json:"change,omitempty"`
	Base    string      `json:"base,omitempty"`
	Points  []pointJSON `json:"points"`
}

type pointJSON struct {
	Period   string       `json:"period"`
	Conflict bool         `json:"conflict"`
	Figures  []figureJSON `json:"figures"`
}

func (a *app) series(ctx context.Context, s archive.Archive, f *figuresFlags) error {
	all, err := ledger.FindSeries(ctx, s, f.ask)
	if err != nil {
		return err
	}
	ids := f.cut(all)
	places, err := ledger.Places(ctx, s, ids)
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(map[string][]seriesJSON{"series": listOf(all, func(x ledger.Series) seriesJSON {
			return seriesJSON{x.Subject, x.Kind, x.Unit, x.Change, x.Base, listOf(x.Points, func(p ledger.Point) pointJSON { return pointOf(p, places) })}
		})})
	}
	t := sheet{columns: columns("subject*", "kind", "change", "period", "value", "day", "id", "at", "conflict")}
	for _, x := range all {
		for _, p := range x.Points {
			t.rows = append(t.rows, pointRows(x, p, places)...)
		}
	}
	return a.write(&f.ledgerFlags, "", t)
}

// cut takes the times out that are not asked for, and gives the ids of what is
// left. Each series keeps its latest times.
func (f *figuresFlags) cut(all []ledger.Series) []string {
	var ids []string
	for i := range all {
		var points []ledger.Point
		for _, p := range all[i].Points {
			if p.Conflict || !f.conflicts {
				points = append(points, p)
			}
		}
		if n := f.most(); n > 0 && len(points) > n {
			points = points[len(points)-n:]
		}
		all[i].Points = points
		for _, p := range points {
			for _, v := range p.Values {
				for _, x := range v.Rows {
					ids = append(ids, x.ID)
				}
			}
		}
	}
	return ids
}

func pointOf(p ledger.Point, places map[string]ledger.Place) pointJSON {
	out := pointJSON{Period: p.Period, Conflict: p.Conflict, Figures: []figureJSON{}}
	for _, v := range p.Values {
		for _, x := range v.Rows {
			out.Figures = append(out.Figures, figureOf(x, places))
		}
	}
	return out
}

// pointRows has a row for each telling.
func pointRows(s ledger.Series, p ledger.Point, places map[string]ledger.Place) [][]string {
	var out [][]string
	for _, v := range p.Values {
		for _, x := range v.Rows {
			mark := ""
			if p.Conflict {
				mark = fmt.Sprintf("told as %d values", len(p.Values))
			}
			out = append(out, []string{s.Subject, s.Kind, strings.TrimSpace(s.Change + " " + s.Base), p.Period,
				figureSays(v.Value, v.High, v.Bound, s.Unit), x.Day, x.ID, at(places[x.ID]), mark})
		}
	}
	return out
}
