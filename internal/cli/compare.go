package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/copies"
	"dateline/internal/fault"
)

// compareFlags are the flags of dateline compare.
type compareFlags struct {
	archiveFlags
	differences bool
}

// compareCommand is dateline compare.
func (a *app) compareCommand() *cobra.Command {
	f := &compareFlags{}
	c := &cobra.Command{
		Use:   "compare A B",
		Short: "set two articles side by side, sentence by sentence",
		Long: "compare sets two articles of an archive side by side: sentences that are the same,\n" +
			"worded otherwise, or in one of them alone. A and B are ids of articles, or of\n" +
			"sources that have one article each. In sentences that are worded otherwise [-…-]\n" +
			"stands around what B has not, and {+…+} around what A has not.",
		Example: "  dateline compare b7k2m4xq3d/a1 c5tq2zrw6e/a3",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("compare takes two articles; %d are given", len(args)), Hint: "dateline compare A B; dateline search prints ids"}
			}
			return nil
		},
		RunE: a.enter(func(c *cobra.Command, args []string) error { return a.compare(c, f, args[0], args[1]) }),
	}
	f.addTo(c, true)
	c.Flags().BoolVar(&f.differences, "differences", false, "leave out what is the same")
	return c
}

// compare compares two articles.
func (a *app) compare(c *cobra.Command, f *compareFlags, first, second string) error {
	return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
		x, err := bodyOf(ctx, s, first)
		if err != nil {
			return err
		}
		y, err := bodyOf(ctx, s, second)
		if err != nil {
			return err
		}
		r, err := copies.Compare(x, y)
		if err != nil {
			return err
		}
		if f.json {
			return a.encodeJSON(r)
		}
		return a.compareTable(r, f)
	})
}

// bodyOf is the body of an article, or of a source that has one.
func bodyOf(ctx context.Context, s archive.Archive, id string) (*archive.Body, error) {
	if _, inside := archive.SplitID(id); inside == "" {
		r, err := s.Record(ctx, id)
		if err != nil {
			return nil, err
		}
		if len(r.Articles) != 1 {
			return nil, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%s has %s", id, plural(len(r.Articles), "article")), Hint: "name one of them: " + id + "/a1"}
		}
		id += "/" + r.Articles[0].ID
	}
	var out *archive.Body
	err := s.Bodies(ctx, archive.BodyAsk{IDs: []string{id}}, func(b *archive.Body) error {
		kept := *b
		kept.Runes = append([]rune(nil), b.Runes...)
		out = &kept
		return nil
	})
	if err == nil && out == nil {
		err = &fault.Error{Meaning: fault.NotFound, Say: "there is no article " + id}
	}
	return out, err
}

// compareTable sets a comparison out for a person.
func (a *app) compareTable(r *copies.Comparison, f *compareFlags) error {
	opt := a.options(&f.archiveFlags, true)
	half := max((opt.Width-compareMargin)/2, 1)
	columns := []view.Column{{Name: "row"}, {Name: ""}, {Name: r.A, Most: half}, {Name: r.B}}
	var rows [][]string
	for i, x := range r.Rows {
		if f.differences && x.Kind == copies.Same {
			continue
		}
		what := map[copies.Kind]string{copies.Same: "=", copies.Otherwise: "~", copies.OnlyA: "<", copies.OnlyB: ">"}[x.Kind]
		if x.Moved != nil {
			what += fmt.Sprintf(" row %d", *x.Moved+1)
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), what, marked(x.A, "[-", "-]"), marked(x.B, "{+", "+}")})
	}
	if len(rows) > 0 {
		if err := view.Table(a.out, columns, rows, opt); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(a.out, "\n= the same %d, ~ worded otherwise %d, < only in %s %d, > only in %s %d\n", r.Same, r.Otherwise, r.A, r.OnlyA, r.B, r.OnlyB)
	return err
}

// compareMargin is the width in columns of what stands before the articles,
// and between columns.
const compareMargin = 18

// marked is a sentence with marks around what the other has not.
func marked(s *copies.Sentence, open, end string) string {
	if s == nil {
		return ""
	}
	if s.Parts == nil {
		return s.Text
	}
	var b strings.Builder
	for _, p := range s.Parts {
		if p.Own {
			b.WriteString(open + p.Text + end)
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}
