package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/ledger"
)

// checksCommand is dateline checks.
func (a *app) checksCommand() *cobra.Command {
	f, kinds := &ledgerFlags{}, []string{}
	c := &cobra.Command{
		Use:   "checks",
		Short: "list what does not agree in an archive",
		Long: "checks lists what does not agree in an archive: checks of one source that do not hold\n" +
			"(record), figures of one subject and time that sources tell differently (figure),\n" +
			"numbers of meetings that are not greater than one before (ordinal), and offices that\n" +
			"a source gives somebody while all others around that day give it another (title).\n" +
			"It accuses nobody: sources may mean different things by the same words.",
		Args: noArgs,
	}
	c.RunE = a.ledger(f, func(ctx context.Context, s archive.Archive, _ []string) error {
		for _, k := range kinds {
			if !slices.Contains(ledger.CheckKinds, k) {
				return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("no check is called %q", k), Hint: "there are " + strings.Join(ledger.CheckKinds, ", ")}
			}
		}
		return a.checks(ctx, s, f, kinds)
	})
	f.addTo(c, "checks of each kind")
	c.Flags().StringSliceVar(&kinds, "kind", nil, "only of this `KIND`: "+strings.Join(ledger.CheckKinds, ", "))
	return c
}

// findingJSON is a check with the characters of its facts.
type findingJSON struct {
	Kind  string         `json:"kind"`
	Day   string         `json:"day"`
	Say   string         `json:"say"`
	Facts []findFactJSON `json:"facts"`
}

type findFactJSON struct {
	ID string `json:"id"`
	placeJSON
}

func (a *app) checks(ctx context.Context, s archive.Archive, f *ledgerFlags, kinds []string) error {
	all, err := ledger.Check(ctx, s, kinds)
	if err != nil {
		return err
	}
	shown, counts := latestOfKinds(all, f.most())
	var ids []string
	for _, x := range shown {
		ids = append(ids, x.IDs...)
	}
	places, err := ledger.Places(ctx, s, ids)
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(struct {
			Counts map[string]int `json:"counts"`
			Checks []findingJSON  `json:"checks"`
		}{counts, listOf(shown, func(x ledger.Finding) findingJSON {
			return findingJSON{x.Kind, x.Day, x.Say, listOf(x.IDs, func(id string) findFactJSON { return findFactJSON{id, placeOf(places[id])} })}
		})})
	}
	t := sheet{columns: columns("kind", "day", "ids", "what")}
	for _, x := range shown {
		t.rows = append(t.rows, []string{x.Kind, x.Day, strings.Join(x.IDs, " "), x.Say})
	}
	if !f.csv {
		fmt.Fprintln(a.out, shownOf(len(shown), len(all), "check"))
	}
	return a.write(f, "", t)
}

// latestOfKinds are the latest of each kind, and how many there are.
func latestOfKinds(all []ledger.Finding, most int) ([]ledger.Finding, map[string]int) {
	counts := map[string]int{}
	for _, x := range all {
		counts[x.Kind]++
	}
	var out []ledger.Finding
	seen := map[string]int{}
	for _, x := range all {
		if seen[x.Kind]++; most == 0 || seen[x.Kind] > counts[x.Kind]-most {
			out = append(out, x)
		}
	}
	return out, counts
}
