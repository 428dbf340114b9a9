package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
)

// reviewCommand is dateline review.
func (a *app) reviewCommand() *cobra.Command {
	f, limit := &correctFlags{}, 0
	var sources, reasons []string
	c := &cobra.Command{
		Use:   "review",
		Short: "go through what is in doubt, the most frequent first, and correct it by single keys",
		Long: "review shows facts that somebody should look at, with the characters around them:\n" +
			"slips, checks that do not hold, times and events without a value, statements of\n" +
			"nobody, names seen once. What is most frequent in the archive comes first. Keys:\n" +
			"a accept, r reject, e edit (then FIELD=VALUE and Enter), u undo, n next, s skip\n" +
			"the group, q quit. Where standard input is no terminal, the keys are read from it.",
		Args: noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error {
			if err := checkLimit(limit); err != nil {
				return err
			}
			by, err := f.who(a)
			if err != nil {
				return err
			}
			h := toWrite
			if f.json {
				h = toRead
			}
			return a.withArchive(c, &f.archiveFlags, h, func(ctx context.Context, s archive.Archive) error {
				groups, err := archive.Review(ctx, s, sources)
				if err != nil {
					return err
				}
				groups = chosen(groups, reasons, limit)
				if f.json {
					return a.doubts(groups)
				}
				r := &reviewer{app: a, ctx: ctx, archive: s, f: &f.archiveFlags, by: by, keys: newKeys(a.in)}
				return r.run(groups)
			})
		}),
	}
	f.archiveFlags.addTo(c, false)
	f.byTo(c)
	c.Flags().IntVar(&limit, "limit", 0, "the most groups; without it all")
	c.Flags().StringSliceVar(&sources, "source", nil, "only in the sources with these `ID`s")
	c.Flags().StringSliceVar(&reasons, "reason", nil, "only for these `REASON`s, as the groups are headed: slip")
	return c
}

// chosen are the groups that are asked for.
func chosen(all []archive.DoubtGroup, reasons []string, limit int) []archive.DoubtGroup {
	var out []archive.DoubtGroup
	for _, g := range all {
		if limit > 0 && len(out) == limit {
			break
		}
		wanted := len(reasons) == 0
		for _, r := range reasons {
			wanted = wanted || strings.EqualFold(r, g.Reason)
		}
		if wanted {
			out = append(out, g)
		}
	}
	return out
}

// groupJSON is a group of doubts.
type groupJSON struct {
	Reason string   `json:"reason"`
	What   string   `json:"what"`
	Facts  []string `json:"facts"`
}

// doubts prints groups for programs.
func (a *app) doubts(groups []archive.DoubtGroup) error {
	out := []groupJSON{}
	for _, g := range groups {
		x := groupJSON{Reason: g.Reason, What: g.What}
		for _, d := range g.Doubts {
			x.Facts = append(x.Facts, d.Source+"/"+d.Fact)
		}
		out = append(out, x)
	}
	return a.encodeJSON(map[string][]groupJSON{"doubts": out})
}

// reviewer is one review.
type reviewer struct {
	*app
	ctx     context.Context
	archive archive.Archive
	f       *archiveFlags
	by      string
	keys    *keys
	// all are the doubts in the order in which they come, at the present one.
	all []placed
	at  int
	// made are the entries of this review that were not taken back.
	made []judged
}

// placed is a doubt with its group.
type placed struct {
	*archive.Doubt
	group int
}

// judged is an entry with the doubt that it is about.
type judged struct {
	id string
	at int
}

// errQuit ends a review.
var errQuit = errors.New("quit")

func (r *reviewer) run(groups []archive.DoubtGroup) error {
	if len(groups) == 0 {
		_, err := fmt.Fprintln(r.out, "nothing is in doubt")
		return err
	}
	err := r.groups(groups)
	if errors.Is(err, errQuit) || errors.Is(err, io.EOF) {
		err = nil
	}
	if err == nil {
		_, err = fmt.Fprintf(r.out, "\n%s made\n", plural(len(r.made), "correction"))
	}
	return err
}

// groups goes from doubt to doubt; to undo goes back to what was undone.
func (r *reviewer) groups(groups []archive.DoubtGroup) error {
	for i := range groups {
		for k := range groups[i].Doubts {
			r.all = append(r.all, placed{&groups[i].Doubts[k], i})
		}
	}
	for last := -1; r.at < len(r.all); {
		d := r.all[r.at]
		if g := &groups[d.group]; d.group != last {
			fmt.Fprintf(r.out, "\n%d of %d: %s, %s (%s)\n", d.group+1, len(groups), g.Reason, g.What, plural(len(g.Doubts), "place"))
			last = d.group
		}
		if err := r.doubt(d); err != nil {
			return err
		}
	}
	return nil
}

// doubt shows a fact and does what keys say until one goes on.
func (r *reviewer) doubt(d placed) error {
	id := d.Source + "/" + d.Fact
	if err := r.show(d.Doubt, id); err != nil {
		return err
	}
	for was := r.at; r.at == was; {
		key, err := r.ask("[a]ccept [r]eject [e]dit [u]ndo [n]ext [s]kip group [q]uit ")
		if err != nil {
			return err
		}
		switch key {
		case 'a':
			err = r.keep(archive.Accept, id, nil)
		case 'r':
			err = r.keep(archive.Reject, id, nil)
		case 'e':
			err = r.edit(id)
		case 'u':
			err = r.undo()
		case 'n':
			r.at++
		case 's':
			for r.at < len(r.all) && r.all[r.at].group == d.group {
				r.at++
			}
		case 'q', 3, 4: // Ctrl-C and Ctrl-D come as characters
			err = errQuit
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reviewer) show(d *archive.Doubt, id string) error {
	s, err := r.archive.Source(r.ctx, d.Source)
	if err != nil {
		return err
	}
	x, err := r.archive.Look(r.ctx, id)
	if err != nil {
		return err
	}
	rec, _, err := r.archive.CorrectedRecord(r.ctx, d.Source)
	if err != nil {
		return err
	}
	rows := [][2]string{{id, strings.TrimSpace(s.Origin + " " + s.Given.Day)}}
	now := archive.FieldValues(d.Kind, x.Value)
	for _, name := range archive.Fields(d.Kind) {
		if now[name] != "" && name != "content" {
			rows = append(rows, [2]string{name, now[name]})
		}
	}
	fmt.Fprintln(r.out)
	if err := view.Fields(r.out, rows, r.options(r.f, false)); err != nil {
		return err
	}
	return view.WritePassages(r.out, s.Text, view.Passages(s.Text, spansOf(rec, x.Value)), 3, r.options(r.f, false))
}

// ask prints a prompt and reads a key.
func (r *reviewer) ask(prompt string) (byte, error) {
	fmt.Fprint(r.out, prompt)
	if err := r.out.Flush(); err != nil {
		return 0, err
	}
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	key, err := r.keys.key()
	if err == nil {
		fmt.Fprintf(r.out, "%c\n", max(key, ' '))
	}
	return key, err
}

// keep makes an entry, keeps it and goes on. What cannot be is said, and asked
// again.
func (r *reviewer) keep(op archive.Op, id string, words []string) error {
	d := drafts{ctx: r.ctx, archive: r.archive}
	if err := d.draft(op, id, words); err != nil {
		return r.refused(err)
	}
	d.all[0].By = r.by
	made, err := r.archive.Correct(r.ctx, d.all)
	if err != nil {
		return err
	}
	for i := range made {
		r.made = append(r.made, judged{made[i].ID, r.at})
		fmt.Fprintf(r.out, "%s  %s\n", made[i].ID, describe(&made[i]))
	}
	r.at++
	return nil
}

// refused says why an entry cannot be; what is wrong with the archive is an
// error.
func (r *reviewer) refused(err error) error {
	if errors.Is(err, fault.Invalid) || errors.Is(err, fault.Usage) || errors.Is(err, fault.NotFound) {
		fmt.Fprintf(r.out, "%v\n", err)
		if hint := fault.Hint(err); hint != "" {
			fmt.Fprintf(r.out, "%s\n", hint)
		}
		return nil
	}
	return err
}

func (r *reviewer) edit(id string) error {
	fmt.Fprint(r.out, "FIELD=VALUE: ")
	if err := r.out.Flush(); err != nil {
		return err
	}
	line, err := r.keys.line()
	if err != nil || line == "" {
		return err
	}
	return r.keep(archive.Change, id, []string{line})
}

// undo takes the last entry of this review back and goes back to its fact.
func (r *reviewer) undo() error {
	if len(r.made) == 0 {
		fmt.Fprintln(r.out, "nothing to undo")
		return nil
	}
	last := r.made[len(r.made)-1]
	_, err := r.archive.Correct(r.ctx, []archive.Correction{{Op: archive.Undo, By: r.by, Undoes: last.id}})
	if err != nil {
		return err
	}
	r.made, r.at = r.made[:len(r.made)-1], last.at
	_, err = fmt.Fprintf(r.out, "undone: %s\n", last.id)
	return err
}

// keys reads single keys of a terminal, or the characters of a stream.
type keys struct {
	in *bufio.Reader
	// terminal is its descriptor, -1 for a stream.
	terminal int
}

func newKeys(in io.Reader) *keys {
	k := &keys{bufio.NewReader(in), -1}
	if f, ok := in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		k.terminal = int(f.Fd())
	}
	return k
}

// key reads a key. The terminal is raw only while it waits, so that what ends
// the program leaves it as it was. The ends of lines of a stream are no keys.
func (k *keys) key() (byte, error) {
	if k.terminal >= 0 {
		old, err := term.MakeRaw(k.terminal)
		if err != nil {
			return 0, fmt.Errorf("read keys: %w", err)
		}
		defer func() { _ = term.Restore(k.terminal, old) }()
	}
	for {
		b, err := k.in.ReadByte()
		if err != nil || k.terminal >= 0 || b != '\n' && b != '\r' {
			return b, err
		}
	}
}

// line reads a line without its end.
func (k *keys) line() (string, error) {
	s, err := k.in.ReadString('\n')
	if errors.Is(err, io.EOF) && s != "" {
		err = nil
	}
	return strings.TrimSpace(s), err
}
