package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
	"dateline/internal/phrase"
	"dateline/internal/term"
)

// phraseFlags are the flags of dateline phrase.
type phraseFlags struct {
	archiveFlags
	in, by, modifier                               string
	speakers, papers, variants, plot, ascii, drawn bool
	least, limit                                   int
}

// phraseCommand is dateline phrase.
func (a *app) phraseCommand() *cobra.Command {
	f := &phraseFlags{}
	c := &cobra.Command{
		Use:   "phrase TEXT...",
		Short: "count phrases by month or year, speaker and paper",
		Long: "phrase counts each TEXT in the bodies of an archive's articles: the first and the\n" +
			"last use, and how often it stands there by month or year, also in a million\n" +
			"characters of the same time. A month without a use has 0, one without text none.\n" +
			"Several texts are set side by side (docs/phrases.md).",
		Example: "  dateline phrase 绿色渡口 --plot\n" +
			"  dateline phrase 绿色渡口 --modifier 新时代 --speakers --variants\n" +
			"  dateline phrase 渡船 新桥 --by month --in 'date:2031' --svg > ferry.svg",
		Args: someArgs(1, 0, "text to count"),
		RunE: a.enter(func(c *cobra.Command, args []string) error { return a.phrase(c, f, args) }),
	}
	f.addTo(c, true)
	set := c.Flags()
	set.StringVar(&f.in, "in", "", "count only in the articles that a `QUERY` asks for")
	set.StringVar(&f.by, "by", "", "month or year; without it by month up to three years, else by year")
	set.BoolVar(&f.speakers, "speakers", false, "count who says it, in statements alone")
	set.BoolVar(&f.papers, "papers", false, "count by the given publication, or the agency")
	set.BoolVar(&f.variants, "variants", false, "list longer phrases that have it, and what stands beside it")
	set.StringVar(&f.modifier, "modifier", "", "count it with and without a `WORD` before or behind it, or in it")
	set.IntVar(&f.least, "least", 0, "in how many places a variant stands at least; without it 5")
	set.IntVar(&f.limit, "limit", 0, "the most speakers, papers and variants; without it 20")
	set.BoolVar(&f.plot, "plot", false, "draw it too")
	set.BoolVar(&f.ascii, "ascii", false, "draw with ASCII")
	set.BoolVar(&f.drawn, "svg", false, "print a drawing as SVG in place of tables")
	return c
}

// phrase counts phrases.
func (a *app) phrase(c *cobra.Command, f *phraseFlags, args []string) error {
	q, err := a.parse(f.in)
	if err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
		r, err := phrase.Find(ctx, s, phrase.Options{Phrases: args, Query: q, By: f.by, Speakers: f.speakers, Papers: f.papers,
			Variants: f.variants, Least: f.least, Top: f.limit, Modifier: f.modifier})
		if err != nil {
			return err
		}
		switch {
		case f.drawn:
			_, err = a.out.WriteString(phrase.SVG(r))
		case f.json:
			err = a.encodeJSON(r)
		default:
			err = a.phraseTables(r, f)
		}
		return err
	})
}

// check refuses flags that do not go together or have no such value.
func (f *phraseFlags) check() error {
	switch {
	case f.drawn && (f.json || f.plot):
		return &fault.Error{Meaning: fault.Usage, Say: "--svg does not go together with --json and --plot"}
	case f.by != "" && f.by != "month" && f.by != "year":
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--by %q is neither month nor year", f.by)}
	case f.least < 0:
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--least %d is below 0", f.least)}
	}
	return checkLimit(f.limit)
}

// phraseTables sets a report out for a person.
func (a *app) phraseTables(r *phrase.Report, f *phraseFlags) error {
	opt := a.options(&f.archiveFlags, true)
	t := tables{app: a, opt: opt}
	t.table("", []view.Column{{Name: "phrase", Most: 40}, {Name: "uses"}, {Name: "articles"}, {Name: "per million"}, {Name: "undated"}, {Name: ""}}, phraseRows(r))
	t.table("the first and the last use", []view.Column{{Name: "day"}, {Name: "article"}, {Name: ""}}, useRows(r))
	t.table("by "+r.By, periodColumns(r), periodRows(r))
	for i := range r.Phrases {
		t.phrase(&r.Phrases[i])
	}
	if f.plot && t.err == nil {
		drawn := *r
		drawn.Phrases = slices.Clone(r.Phrases)
		for i := range drawn.Phrases {
			drawn.Phrases[i].Text = term.Clean(drawn.Phrases[i].Text)
		}
		_, t.err = a.out.WriteString("\n" + phrase.Plot(&drawn, phrase.PlotOptions{Width: opt.Width, ASCII: f.ascii || a.asciiOnly()}))
	}
	return t.err
}

// asciiOnly reports a terminal or locale that says it has no Unicode
// (POSIX.1-2024, 8.2: LC_ALL goes before LC_CTYPE, and that before LANG).
func (a *app) asciiOnly() bool {
	if a.getenv("TERM") == "dumb" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(a.getenv(name)); v != "" {
			return !strings.Contains(v, "utf-8") && !strings.Contains(v, "utf8")
		}
	}
	return false
}

// tables writes several tables below each other; the first error ends it.
type tables struct {
	app   *app
	opt   view.Options
	begun bool
	err   error
}

// table writes one with its name above it, nothing where it has no rows.
func (t *tables) table(name string, columns []view.Column, rows [][]string) {
	if t.err != nil || len(rows) == 0 {
		return
	}
	if t.begun {
		t.app.out.WriteByte('\n')
	}
	t.begun = true
	if name != "" {
		t.app.out.WriteString(term.Clean(name) + "\n")
	}
	t.err = view.Table(t.app.out, columns, rows, t.opt)
}

func phraseRows(r *phrase.Report) [][]string {
	var rows [][]string
	for _, p := range r.Phrases {
		rows = append(rows, []string{p.Text, strconv.Itoa(p.Uses), strconv.Itoa(p.Articles), rateText(p.PerMillion), some(p.Undated), ""})
	}
	return rows
}

func useRows(r *phrase.Report) [][]string {
	var rows [][]string
	for _, p := range r.Phrases {
		for _, u := range []*phrase.Use{p.First, p.Last} {
			if u != nil {
				rows = append(rows, []string{u.Day, u.Article, u.Before + "【" + u.Text + "】" + u.After})
			}
		}
	}
	return rows
}

// rateText is a rate as it is printed, - where there is no text.
func rateText(r *float64) string {
	switch {
	case r == nil:
		return "-"
	case *r >= 100 || *r == 0:
		return fmt.Sprintf("%.0f", *r)
	}
	return fmt.Sprintf("%.2f", *r)
}

func periodColumns(r *phrase.Report) []view.Column {
	columns := []view.Column{{Name: r.By}, {Name: "characters"}}
	for i := range r.Phrases {
		columns = append(columns, view.Column{Name: term.Clean(r.Phrases[i].Text)})
	}
	return append(columns, view.Column{Name: ""})
}

// periodRows have, of each phrase, the uses and those in a million characters.
func periodRows(r *phrase.Report) [][]string {
	if len(r.Phrases) == 0 {
		return nil
	}
	rows := make([][]string, len(r.Phrases[0].Periods))
	for i, x := range r.Phrases[0].Periods {
		rows[i] = []string{x.Period, strconv.FormatInt(x.Chars, 10)}
		for k := range r.Phrases {
			p := r.Phrases[k].Periods[i]
			cell := "no text"
			if p.PerMillion != nil {
				cell = fmt.Sprintf("%d (%s)", p.Uses, rateText(p.PerMillion))
			}
			rows[i] = append(rows[i], cell)
		}
		rows[i] = append(rows[i], "")
	}
	return rows
}

// phrase writes what was asked for of one phrase.
func (t *tables) phrase(p *phrase.Phrase) {
	var rows [][]string
	for _, s := range p.Speakers {
		name := s.Name
		if name == "" {
			name = "(not named)"
		}
		rows = append(rows, []string{name, strconv.Itoa(s.Uses), some(s.Direct), some(s.Indirect), some(s.Act), some(s.Carried), ""})
	}
	t.table(p.Text+": who says it", []view.Column{{Name: "speaker"}, {Name: "uses"}, {Name: "direct"}, {Name: "indirect"}, {Name: "act"}, {Name: "carried"}, {Name: ""}}, rows)
	rows = nil
	for _, s := range p.Papers {
		name := s.Name
		if name == "" {
			name = "(none)"
		}
		rows = append(rows, []string{name, strconv.Itoa(s.Uses), strconv.Itoa(s.Articles), rateText(s.PerMillion), s.First, s.Last, ""})
	}
	t.table(p.Text+": papers", []view.Column{{Name: "paper"}, {Name: "uses"}, {Name: "articles"}, {Name: "per million"}, {Name: "first"}, {Name: "last"}, {Name: ""}}, rows)
	t.variants(p.Text+": longer phrases", p.Variants)
	t.variants(p.Text+": before it", p.Before)
	t.variants(p.Text+": behind it", p.After)
	t.modifier(p.Modifier)
}

// some is a number, nothing for 0.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (t *tables) variants(name string, all []phrase.Variant) {
	var rows [][]string
	for _, v := range all {
		rows = append(rows, []string{strconv.Itoa(v.Uses), v.Text})
	}
	t.table(name, []view.Column{{Name: "uses"}, {Name: "text"}}, rows)
}

func (t *tables) modifier(m *phrase.Modifier) {
	if m == nil {
		return
	}
	var rows [][]string
	for _, p := range m.Periods {
		rows = append(rows, []string{p.Period, strconv.Itoa(p.With), strconv.Itoa(p.Without), ""})
	}
	rows = append(rows, []string{"all", strconv.Itoa(m.With), strconv.Itoa(m.Without), ""})
	for _, v := range m.Forms {
		rows[len(rows)-1][3] += fmt.Sprintf("%s %d  ", v.Text, v.Uses)
	}
	t.table(m.Bare+" with and without "+m.Text, []view.Column{{Name: ""}, {Name: "with"}, {Name: "without"}, {Name: "forms"}}, rows)
}
