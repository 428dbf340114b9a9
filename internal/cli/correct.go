package cli

import (
	"cmp"
	"context"
	"fmt"
	"os/user"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// correctFlags are the flags of the commands that correct.
type correctFlags struct {
	archiveFlags
	by, why string
}

func (f *correctFlags) addTo(c *cobra.Command) {
	f.archiveFlags.addTo(c, false)
	f.byTo(c)
	c.Flags().StringVar(&f.why, "why", "", "why, in a few `WORDS`")
}

// byTo gives the flag that names who corrects.
func (f *correctFlags) byTo(c *cobra.Command) {
	c.Flags().StringVar(&f.by, "by", "", "who corrects; else the `NAME` of the user")
}

// who is the one who corrects: no correction is without a name.
func (f *correctFlags) who(a *app) (string, error) {
	if name := cmp.Or(f.by, a.getenv("USER"), a.getenv("LOGNAME"), a.getenv("USERNAME")); name != "" {
		return name, nil
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username, nil
	}
	return "", &fault.Error{Meaning: fault.Usage, Say: "it is not known who corrects", Hint: "--by NAME says it"}
}

// correctCommand is dateline correct.
func (a *app) correctCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "correct",
		Short: "correct what was read: accept, reject, change, add; merge or split people",
		Long: "correct puts an entry into the archive's layer of corrections: who, when and why.\n" +
			"What was read stays as it is. When a source is read again, each entry is laid over\n" +
			"the new record at its characters, or dateline corrections lists it as lost.",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("there is no correction %q", args[0]), Hint: "accept, reject, change, add, merge or split"}
			}
			return nil
		},
		RunE: a.enter(func(c *cobra.Command, _ []string) error { return c.Help() }),
	}
	c.AddCommand(a.judgeCommand(archive.Accept, "say that facts are right as they are"),
		a.judgeCommand(archive.Reject, "say that the page does not say so"),
		a.changeCommand(), a.addFactCommand(),
		a.whoCommand(archive.Merge, "NAME|ID NAME|ID...", 2, "say that people of several names or sources are one",
			"merge makes one of the people that are named: all whom the archive calls by a NAME,\nor the one of a source by ID (b7k2m4xq3d/p3), with those that their titles link with them."),
		a.whoCommand(archive.Split, "ID...", 1, "say that people of one name are not one",
			"split sets the people of the sources that are named by ID (b7k2m4xq3d/p3) apart\nfrom the others who have the name."))
	return c
}

// judgeCommand accepts or rejects.
func (a *app) judgeCommand(op archive.Op, short string) *cobra.Command {
	f := &correctFlags{}
	c := &cobra.Command{
		Use:   string(op) + " ID...",
		Short: short,
		Args:  someArgs(1, 0, "id"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.correct(c, f, func(ctx context.Context, s archive.Archive) ([]archive.Correction, error) {
				d := drafts{ctx: ctx, archive: s}
				for _, id := range args {
					if err := d.draft(op, id, nil); err != nil {
						return nil, err
					}
				}
				return d.all, nil
			})
		}),
	}
	f.addTo(c)
	return c
}

// changeCommand changes fields.
func (a *app) changeCommand() *cobra.Command {
	f, at := &correctFlags{}, ""
	c := &cobra.Command{
		Use:   "change ID FIELD=VALUE...",
		Short: "give fields of a fact other values",
		Long: "change gives fields of a fact other values; FIELD= empties one. A field that points\n" +
			"at characters (content of a statement, place of an event) takes the words as they\n" +
			"stand in the source; --at says where, if they stand there more than once.",
		Example: "  dateline correct change b7k2m4xq3d/e2 status=called-off --why 次日更正",
		Args:    someArgs(2, 0, "value"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.correct(c, f, func(ctx context.Context, s archive.Archive) ([]archive.Correction, error) {
				d := drafts{ctx: ctx, archive: s, at: at}
				return d.made(d.draft(archive.Change, args[0], args[1:]))
			})
		}),
	}
	f.addTo(c)
	c.Flags().StringVar(&at, "at", "", "where the new words stand, as `PLACE`: 1419-1422, 1419-1422+1424-1425")
	return c
}

// addFactCommand adds a fact.
func (a *app) addFactCommand() *cobra.Command {
	f, at, words := &correctFlags{}, "", ""
	c := &cobra.Command{
		Use:   "add SOURCE KIND [FIELD=VALUE...]",
		Short: "add a fact that was not read",
		Long: "add adds a fact of a kind (person, place, organization, time, figure, statement,\n" +
			"event, work, slip) at characters of a source: those of --at, or the words of\n" +
			"--quote, which have to stand in it once.",
		Example: "  dateline correct add b7k2m4xq3d figure kind=count value=3 --quote 三班",
		Args:    someArgs(2, 0, "kind"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			if (at == "") == (words == "") {
				return &fault.Error{Meaning: fault.Usage, Say: "say where it stands", Hint: "either --at PLACE or --quote WORDS"}
			}
			return a.correct(c, f, func(ctx context.Context, s archive.Archive) ([]archive.Correction, error) {
				d := drafts{ctx: ctx, archive: s, at: at}
				return d.made(d.add(args[0], args[1], words, args[2:]))
			})
		}),
	}
	f.addTo(c)
	c.Flags().StringVar(&at, "at", "", "where it stands, as `PLACE`: 1419-1422, 1419-1422+1424-1425")
	c.Flags().StringVar(&words, "quote", "", "the `WORDS` at which it stands")
	return c
}

// whoCommand merges or splits people.
func (a *app) whoCommand(op archive.Op, use string, least int, short, long string) *cobra.Command {
	f := &correctFlags{}
	c := &cobra.Command{
		Use: string(op) + " " + use, Short: short, Long: long,
		Args: someArgs(least, 0, "person"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.correct(c, f, func(ctx context.Context, s archive.Archive) ([]archive.Correction, error) {
				x := archive.Correction{Op: op}
				for _, arg := range args {
					who, err := called(ctx, s, arg, op == archive.Split)
					if err != nil {
						return nil, err
					}
					x.People = append(x.People, who)
				}
				return []archive.Correction{x}, nil
			})
		}),
	}
	f.addTo(c)
	return c
}

// called are the people of a name, or the one of a source.
func called(ctx context.Context, s archive.Archive, arg string, idOnly bool) (archive.Called, error) {
	source, inside := archive.SplitID(arg)
	if inside == "" && !idOnly {
		_, err := s.People(ctx, arg)
		return archive.Called{Name: arg}, err
	}
	x, err := s.Look(ctx, arg)
	if err != nil {
		return archive.Called{}, err
	}
	p, ok := x.Value.(*record.Person)
	if !ok {
		return archive.Called{}, &fault.Error{Meaning: fault.Usage, Say: arg + " is no person", Hint: "dateline people NAME lists the ids of those of a name"}
	}
	return archive.Called{Name: p.Name, Sources: []string{source}}, nil
}

// correct makes entries and keeps them.
func (a *app) correct(c *cobra.Command, f *correctFlags, make func(context.Context, archive.Archive) ([]archive.Correction, error)) error {
	by, err := f.who(a)
	if err != nil {
		return err
	}
	return a.withArchive(c, &f.archiveFlags, toWrite, func(ctx context.Context, s archive.Archive) error {
		all, err := make(ctx, s)
		if err != nil {
			return err
		}
		for i := range all {
			all[i].By, all[i].Why = by, f.why
		}
		if all, err = s.Correct(ctx, all); err != nil {
			return err
		}
		return a.kept(f.json, all)
	})
}

// kept tells of entries that were kept.
func (a *app) kept(json bool, all []archive.Correction) error {
	if json {
		if all == nil {
			all = []archive.Correction{}
		}
		return a.encodeJSON(map[string][]archive.Correction{"corrections": all})
	}
	for i := range all {
		if _, err := fmt.Fprintf(a.out, "%s  %s\n", all[i].ID, describe(&all[i])); err != nil {
			return err
		}
	}
	return nil
}

// drafts makes entries one after the other: a later one may be about what an
// earlier one added.
type drafts struct {
	ctx     context.Context
	archive archive.Archive
	at      string
	all     []archive.Correction
}

func (d *drafts) made(err error) ([]archive.Correction, error) { return d.all, err }

// source is a source with its record and what was corrected of it.
func (d *drafts) source(id string) (*archive.Source, *record.Record, []archive.Correction, error) {
	s, err := d.archive.Source(d.ctx, id)
	if err != nil {
		return nil, nil, nil, err
	}
	r, err := d.archive.Record(d.ctx, id)
	if err != nil {
		return nil, nil, nil, err
	}
	layer, err := d.archive.Layer(d.ctx, id)
	return s, r, layer, err
}

// draft makes an entry about a fact.
func (d *drafts) draft(op archive.Op, id string, words []string) error {
	name, inside := archive.SplitID(id)
	if inside == "" {
		return &fault.Error{Meaning: fault.Usage, Say: id + " is a whole source", Hint: "name a fact of it: " + id + "/e1"}
	}
	s, r, layer, err := d.source(name)
	if err != nil {
		return err
	}
	set, err := d.values(s.Text, words, true)
	if err != nil {
		return err
	}
	c, err := archive.Draft(name, s.Text, r, layer, op, inside, set)
	if err == nil {
		d.all = append(d.all, c)
	}
	return err
}

func (d *drafts) add(source, kind, words string, values []string) error {
	s, r, layer, err := d.source(source)
	if err != nil {
		return err
	}
	var at []record.Piece
	if d.at != "" {
		at, err = readPlace(d.at)
	} else {
		at, err = archive.PlaceOf(s.Text, words)
	}
	if err != nil {
		return err
	}
	set, err := d.values(s.Text, values, false)
	if err != nil {
		return err
	}
	c, err := archive.DraftAdd(source, s.Text, r, layer, kind, at, set)
	if err == nil {
		d.all = append(d.all, c)
	}
	return err
}

// values reads FIELD=VALUE; at is whether --at is the place of a value.
func (d *drafts) values(text string, words []string, at bool) ([]archive.FieldValue, error) {
	var out []archive.FieldValue
	for _, w := range words {
		field, value, ok := strings.Cut(w, "=")
		if !ok || field == "" {
			return nil, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%q is not FIELD=VALUE", w)}
		}
		x := archive.FieldValue{Field: field, Value: value}
		if value != "" && (field == "content" || field == "place") {
			var err error
			if at && d.at != "" {
				x.At, err = readPlace(d.at)
			} else {
				x.At, err = archive.PlaceOf(text, value)
			}
			if err != nil {
				return nil, err
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// readPlace reads a place as the tables write it: 1419-1422+1424-1425.
func readPlace(s string) ([]record.Piece, error) {
	var out []record.Piece
	for part := range strings.SplitSeq(s, "+") {
		from, to, _ := strings.Cut(part, "-")
		a, err := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil {
			return nil, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%q is no place", s), Hint: "write it as 1419-1422+1424-1425, the end exclusive"}
		}
		out = append(out, record.Piece{a, b})
	}
	return out, nil
}

// describe says in a line what an entry does.
func describe(c *archive.Correction) string {
	parts := []string{string(c.Op)}
	if t := c.Target; t != nil {
		parts = append(parts, t.Kind, quoted(t.Quote.Exact))
	}
	for _, x := range c.Changes {
		switch {
		case c.Op == archive.Add:
			parts = append(parts, x.Field+"="+x.New)
		default:
			parts = append(parts, fmt.Sprintf("%s %s → %s", x.Field, cmp.Or(x.Old, "-"), cmp.Or(x.New, "-")))
		}
	}
	for _, p := range c.People {
		parts = append(parts, strings.TrimSpace(p.Name+" "+strings.Join(p.Sources, " ")))
	}
	if c.Undoes != "" {
		parts = append(parts, c.Undoes)
	}
	return strings.Join(parts, " ")
}

// mostQuoted is how many characters of a quote are shown.
const mostQuoted = 24

func quoted(s string) string {
	if r := []rune(s); len(r) > mostQuoted {
		s = string(r[:mostQuoted-1]) + "…"
	}
	return "“" + s + "”"
}
