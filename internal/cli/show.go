package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/record"
)

// mostPassages is how many places of a fact are shown to a person.
const mostPassages = 10

// showCommand is dateline show.
func (a *app) showCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "show ID",
		Short: "show a source, an article or a fact of an archive",
		Long: "show prints what an id names, as search, list and --json print it: a whole source\n" +
			"(b7k2m4xq3d), an article of it (b7k2m4xq3d/a1), or a fact (b7k2m4xq3d/q3), the latter with\n" +
			"the characters of the page around each of its places.",
		Args: someArgs(1, 1, "id"),
		RunE: a.enter(func(c *cobra.Command, args []string) error {
			return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
				return a.show(ctx, s, f, args[0])
			})
		}),
	}
	f.addTo(c, true)
	return c
}

// show shows what an id names.
func (a *app) show(ctx context.Context, s archive.Archive, f *archiveFlags, id string) error {
	name, inside := archive.SplitID(id)
	src, err := s.Source(ctx, name)
	if err != nil {
		return err
	}
	r, err := s.Record(ctx, name)
	if err != nil {
		return err
	}
	if inside == "" {
		return a.showSource(f, src, r)
	}
	thing, err := s.Look(ctx, id)
	if err != nil {
		return err
	}
	passages := view.Passages(src.Text, spansOf(r, thing.Value))
	if f.json {
		r.Fill()
		return a.encodeJSON(struct {
			ID       string         `json:"id"`
			Kind     string         `json:"kind"`
			Source   sourceJSON     `json:"source"`
			Value    any            `json:"value"`
			Passages []view.Passage `json:"passages"`
		}{id, thing.Kind, sourceOf(thing.Source), thing.Value, passages})
	}
	return a.showThing(f, src, r, thing, passages)
}

// showSource shows a whole source.
func (a *app) showSource(f *archiveFlags, src *archive.Source, r *record.Record) error {
	if f.json {
		r.Fill()
		return a.encodeJSON(struct {
			ID     string         `json:"id"`
			Kind   string         `json:"kind"`
			Source sourceJSON     `json:"source"`
			Value  *record.Record `json:"value"`
			Text   string         `json:"text"`
		}{src.ID, "source", sourceOf(src.Info), r, src.Text})
	}
	if err := view.Fields(a.out, infoRows(src.Info), a.options(f, false)); err != nil {
		return err
	}
	opt := a.options(f, false)
	opt.Width = a.width(&readFlags{})
	return view.Write(a.out, r, src.Text, opt)
}

// infoRows say where a source is from.
func infoRows(x archive.Info) [][2]string {
	rows := [][2]string{{"source", x.ID}, {"origin", x.Origin}}
	for _, v := range [][2]string{{"given", x.Given.Headline}, {"day", x.Given.Day}, {"from", x.Given.Publication}, {"url", x.Given.URL}, {"title", x.Given.Title}} {
		if v[1] != "" {
			rows = append(rows, v)
		}
	}
	return rows
}

// showThing shows a part of a source.
func (a *app) showThing(f *archiveFlags, src *archive.Source, r *record.Record, thing *archive.Thing, passages []view.Passage) error {
	if err := view.Fields(a.out, infoRows(src.Info), a.options(f, false)); err != nil {
		return err
	}
	if x, ok := thing.Value.(*record.Article); ok {
		opt := a.options(f, false)
		opt.Width = a.width(&readFlags{})
		return view.Article(a.out, r, x.ID, opt)
	}
	if in := articlesOf(r, thing.Value); in != "" {
		if err := view.Fields(a.out, [][2]string{{"in    ", in}}, a.options(f, false)); err != nil {
			return err
		}
	}
	opt := a.options(f, true)
	if err := view.Facts(a.out, alone(thing.Value), opt); err != nil {
		return err
	}
	fmt.Fprintln(a.out)
	return view.WritePassages(a.out, src.Text, passages, mostPassages, a.options(f, false))
}

// articlesOf names the articles that a thing stands in.
func articlesOf(r *record.Record, v any) string {
	var out []string
	for _, id := range archive.ArticlesOf(r, idOf(v)) {
		if _, x := archive.Find(r, id); x != nil {
			if art, ok := x.(*record.Article); ok {
				out = append(out, strings.TrimSpace(id+" "+headline(art)))
			}
		}
	}
	return strings.Join(out, ", ")
}

// headline is an article's main headline, "" where it has none.
func headline(x *record.Article) string {
	for _, h := range x.Headlines {
		if h.Role == "main" {
			return h.Text
		}
	}
	return ""
}

// idOf is the id of a value of a record.
func idOf(v any) string {
	switch x := v.(type) {
	case *record.Article:
		return x.ID
	case *record.Person:
		return x.ID
	case *record.Place:
		return x.ID
	case *record.Organization:
		return x.ID
	case *record.Check:
		return x.ID
	}
	for _, f := range alone(v).Facts() {
		return f.ID
	}
	return ""
}

// alone is a record with nothing but one value.
func alone(v any) *record.Record {
	r := &record.Record{}
	switch x := v.(type) {
	case *record.Person:
		r.People = []record.Person{*x}
	case *record.Place:
		r.Places = []record.Place{*x}
	case *record.Organization:
		r.Organizations = []record.Organization{*x}
	case *record.Time:
		r.Times = []record.Time{*x}
	case *record.Figure:
		r.Figures = []record.Figure{*x}
	case *record.Statement:
		r.Statements = []record.Statement{*x}
	case *record.Event:
		r.Events = []record.Event{*x}
	case *record.Work:
		r.Works = []record.Work{*x}
	case *record.Slip:
		r.Slips = []record.Slip{*x}
	case *record.Check:
		r.Checks = []record.Check{*x}
	}
	return r
}

// spansOf are the places of a value: those of an article's parts, the mentions
// of a name, what is said, what an event is told by, the facts that a check
// holds against each other.
func spansOf(r *record.Record, v any) []record.Span {
	switch x := v.(type) {
	case *record.Article:
		return nil // it is shown whole
	case *record.Person:
		return mentioned(x.Mentions)
	case *record.Place:
		return mentioned(x.Mentions)
	case *record.Organization:
		return mentioned(x.Mentions)
	case *record.Statement:
		return []record.Span{x.Content}
	case *record.Event:
		return []record.Span{x.Trigger}
	case *record.Check:
		var out []record.Span
		for _, id := range x.Evidence {
			if _, e := archive.Find(r, id); e != nil && id != x.ID {
				out = append(out, spansOf(r, e)...)
			}
		}
		return out
	}
	for _, f := range alone(v).Facts() {
		return []record.Span{f.Span}
	}
	return nil
}

func mentioned(all []record.Mention) []record.Span {
	out := make([]record.Span, len(all))
	for i, m := range all {
		out[i] = m.Span
	}
	return out
}
