package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
)

// peopleCommand is dateline people.
func (a *app) peopleCommand() *cobra.Command {
	f, limit := &archiveFlags{}, 0
	c := &cobra.Command{
		Use:   "people [NAME]",
		Short: "list the people of an archive, or tell those of a name apart",
		Long: "people lists who is named in an archive, most first. With a name it tells those\n" +
			"apart who are called so, as far as the titles that the sources give them do: their\n" +
			"forms, their titles with the days of the first and last source, and the sources.",
		Args: someArgs(0, 1, "name"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			if err := checkLimit(limit); err != nil {
				return err
			}
			if len(args) == 0 {
				return a.names(c, f, archive.ByPerson, "people", limit)
			}
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				return a.identities(ctx, s, f, args[0], limit)
			})
		}),
	}
	f.addTo(c, false)
	c.Flags().IntVar(&limit, "limit", 0, "the most people, or sources of one of them; without it 20, with --json all")
	return c
}

// placesCommand is dateline places.
func (a *app) placesCommand() *cobra.Command {
	f, limit := &archiveFlags{}, 0
	c := &cobra.Command{
		Use:   "places",
		Short: "list the places of an archive",
		Long:  "places lists the places that are named in an archive, most first.",
		Args:  noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			if err := checkLimit(limit); err != nil {
				return err
			}
			return a.names(c, f, archive.ByPlace, "places", limit)
		}),
	}
	f.addTo(c, false)
	c.Flags().IntVar(&limit, "limit", 0, "the most places; without it 20, with --json all")
	return c
}

// usualLimit is how many names are shown to a person.
const usualLimit = 20

// names lists the values of a facet over all articles.
func (a *app) names(c *cobra.Command, f *archiveFlags, by archive.Facet, list string, limit int) error {
	if limit == 0 && !f.json {
		limit = usualLimit
	}
	return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
		all, err := s.Facets(ctx, nil, by, limit)
		if err != nil {
			return err
		}
		if f.json {
			return a.encodeJSON(map[string][]valueJSON{list: valuesJSON(all)})
		}
		return a.values(all, string(by), a.options(f, true))
	})
}

// identityJSON is one of those who have a name.
type identityJSON struct {
	Name     string        `json:"name"`
	Forms    []formJSON    `json:"forms"`
	Titles   []callingJSON `json:"titles"`
	Untitled bool          `json:"untitled"`
	First    string        `json:"first"`
	Last     string        `json:"last"`
	Persons  []string      `json:"persons"`
}

type formJSON struct {
	Form    string `json:"form"`
	Sources int    `json:"sources"`
}

type callingJSON struct {
	Title   string `json:"title"`
	Sources int    `json:"sources"`
	First   string `json:"first"`
	Last    string `json:"last"`
}

// identities tells those of a name apart.
func (a *app) identities(ctx context.Context, s archive.Archive, f *archiveFlags, name string, limit int) error {
	all, err := s.CorrectedPeople(ctx, name)
	if err != nil {
		return err
	}
	if f.json {
		out := []identityJSON{}
		for i := range all {
			out = append(out, identityOf(&all[i], limit))
		}
		return a.encodeJSON(map[string][]identityJSON{"people": out})
	}
	if limit == 0 {
		limit = usualLimit
	}
	for i := range all {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if err := view.Fields(a.out, identityRows(identityOf(&all[i], limit), len(all[i].Sources)), a.options(f, false)); err != nil {
			return err
		}
	}
	return nil
}

// identityOf takes at most limit of the sources, 0 takes all.
func identityOf(x *archive.Identity, limit int) identityJSON {
	out := identityJSON{Name: x.Name, Forms: []formJSON{}, Titles: []callingJSON{}, Untitled: x.Untitled, First: x.First, Last: x.Last, Persons: []string{}}
	for _, v := range x.Forms {
		out.Forms = append(out.Forms, formJSON{v.Value, v.Articles})
	}
	for _, t := range x.Titles {
		out.Titles = append(out.Titles, callingJSON(t))
	}
	for i, id := range x.Sources {
		if limit > 0 && i == limit {
			break
		}
		out.Persons = append(out.Persons, id+"/"+x.Persons[i])
	}
	return out
}

// identityRows are the lines of one person.
func identityRows(x identityJSON, sources int) [][2]string {
	rows := [][2]string{{"name", x.Name}}
	if x.Untitled {
		rows[0][1] += " (no title tells which of that name)"
	}
	var forms []string
	for _, v := range x.Forms {
		forms = append(forms, fmt.Sprintf("%s %d", v.Form, v.Sources))
	}
	rows = append(rows, [2]string{"forms", strings.Join(forms, ", ")})
	for i, t := range x.Titles {
		label := ""
		if i == 0 {
			label = "titles"
		}
		rows = append(rows, [2]string{label, strings.TrimSpace(fmt.Sprintf("%s  %s  %d", t.Title, stretch(t.First, t.Last), t.Sources))})
	}
	if days := stretch(x.First, x.Last); days != "" {
		rows = append(rows, [2]string{"days", days})
	}
	said := strings.Join(x.Persons, " ")
	if n := sources - len(x.Persons); n > 0 {
		said += fmt.Sprintf(" and %d more", n)
	}
	return append(rows, [2]string{"in", said})
}

// stretch is the time from one day to another, "" where none is known.
func stretch(first, last string) string {
	if first == last {
		return first
	}
	return first + " to " + last
}
