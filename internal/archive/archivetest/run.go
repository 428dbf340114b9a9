package archivetest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
	"dateline/record"
)

// Open opens a new, empty archive for writing; the test closes it.
type Open func(t *testing.T, now func() time.Time) archive.Archive

// cases are read from beside the package that calls: its directory is the
// one that the tests run in.
const cases = "../archivetest/testdata"

// Run runs all tests on archives that open gives.
func Run(t *testing.T, open Open) {
	t.Run("cases", func(t *testing.T) {
		files, err := filepath.Glob(cases + "/*.case")
		if err != nil || len(files) == 0 {
			t.Fatalf("no cases: %v", err)
		}
		for _, f := range files {
			t.Run(strings.TrimSuffix(filepath.Base(f), ".case"), func(t *testing.T) { runFile(t, open, f) })
		}
	})
	t.Run("model", func(t *testing.T) { runModel(t, open) })
	t.Run("export", func(t *testing.T) { runExport(t, open) })
	t.Run("together", func(t *testing.T) { runTogether(t, open) })
	t.Run("corrections", func(t *testing.T) { runCorrections(t, open) })
}

// clock goes on by a minute each time it is asked.
func clock() func() time.Time {
	at := time.Date(2024, 5, 6, 7, 8, 0, 0, time.UTC)
	return func() time.Time { at = at.Add(time.Minute); return at }
}

func runFile(t *testing.T, open Open, file string) {
	a := open(t, clock())
	defer func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	}()
	datadriven.RunTest(t, file, func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		c := caseRun{t: t, a: a, d: d, out: &b}
		if err := c.run(context.Background()); err != nil {
			fmt.Fprintf(&b, "error: %s\n", meaningOf(err))
		}
		return b.String()
	})
}

// meaningOf is the meaning of an error: what an implementation says in more
// words is its own.
func meaningOf(err error) string {
	for _, m := range []error{fault.NotFound, fault.Invalid, fault.ReadOnly, fault.Locked, fault.Exists, fault.NotArchive} {
		if errors.Is(err, m) {
			return m.Error()
		}
	}
	return err.Error()
}

// caseRun is one command of a case.
type caseRun struct {
	t   *testing.T
	a   archive.Archive
	d   *datadriven.TestData
	out *strings.Builder
}

func (c *caseRun) printf(format string, a ...any) { fmt.Fprintf(c.out, format, a...) }

func (c *caseRun) arg(name string) string {
	var s string
	c.d.MaybeScanArgs(c.t, name, &s)
	return s
}

func (c *caseRun) run(ctx context.Context) error {
	switch c.d.Cmd {
	case "put":
		return c.put(ctx)
	case "known":
		return c.known(ctx)
	case "remove":
		return c.a.Remove(ctx, strings.Fields(c.d.Input)...)
	case "search":
		return c.search(ctx)
	case "facets":
		return c.facets(ctx)
	case "people":
		return c.people(ctx)
	case "list":
		return c.list(ctx)
	case "status":
		s, err := c.a.Status(ctx, c.arg("rules"))
		if err == nil {
			c.printf("sources %d articles %d undated %d stale %d rules %v\n", s.Sources, s.Articles, s.Undated, s.Stale, s.Rules)
		}
		return err
	case "look":
		return c.look(ctx)
	case "correct", "corrections", "corrected", "corrected-people":
		return c.corrections(ctx)
	case "facts":
		return c.facts(ctx)
	case "verify":
		v, err := c.a.Verify(ctx, func(p archive.Problem) error { c.printf("%s %s: %s\n", p.Source, p.Path, p.Say); return nil })
		c.printf("sources %d articles %d problems %d\n", v.Sources, v.Articles, v.Problems)
		return err
	}
	return fmt.Errorf("unknown command %s", c.d.Cmd)
}

func (c *caseRun) put(ctx context.Context) error {
	items, err := Items(c.d.Input)
	if err != nil {
		c.t.Fatal(err)
	}
	out, err := c.a.Put(ctx, items)
	for i, o := range out {
		c.printf("%s: %s %s %s\n", items[i].Origin, o.Verdict, o.ID, o.Origin)
	}
	return err
}

func (c *caseRun) known(ctx context.Context) error {
	items, err := Items(c.d.Input)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, x := range items {
		o, err := c.a.Known(ctx, archive.Key{Origin: x.Origin, SHA256: x.SHA256, Given: x.Given, Rules: x.Record.Rules})
		if err != nil {
			return err
		}
		c.printf("%s: %s %s\n", x.Origin, o.Verdict, o.ID)
	}
	return nil
}

// search runs a query a line, and goes over all pages.
func (c *caseRun) search(ctx context.Context) error {
	limit := 100
	c.d.MaybeScanArgs(c.t, "limit", &limit)
	for line := range strings.Lines(c.d.Input) {
		q, err := query.Parse(strings.TrimSpace(line))
		if err != nil {
			return err
		}
		n, err := c.a.Count(ctx, q)
		if err != nil {
			return err
		}
		c.printf("%s → %d in %d\n", strings.TrimSpace(line), n.Articles, n.Sources)
		for cursor := ""; ; {
			p, err := c.a.Search(ctx, archive.Search{Query: q, Order: archive.Order(c.arg("order")), Limit: limit, Cursor: cursor})
			if err != nil {
				return err
			}
			for _, h := range p.Hits {
				c.hit(h)
			}
			if cursor = p.Next; cursor == "" {
				break
			}
			c.printf("  next page\n")
		}
	}
	return nil
}

func (c *caseRun) hit(h archive.Hit) {
	c.printf("  %s %s", h.Origin, h.ID[strings.Index(h.ID, "/")+1:])
	if h.Day != "" {
		c.printf(" %s", h.Day)
	}
	for _, m := range h.Marks {
		c.printf(" [%s]%v", m.Text, m.Pieces)
	}
	c.printf("\n")
	if c.d.HasArg("show") {
		for _, x := range h.Headlines {
			c.printf("    headline %s %v\n", x.Text, x.Pieces)
		}
		c.printf("    excerpt %s %v\n", h.Excerpt.Text, h.Excerpt.Pieces)
	}
}

func (c *caseRun) facets(ctx context.Context) error {
	var q query.Node
	if s := strings.TrimSpace(c.d.Input); s != "" {
		var err error
		if q, err = query.Parse(s); err != nil {
			return err
		}
	}
	limit := 0
	c.d.MaybeScanArgs(c.t, "limit", &limit)
	all, err := c.a.Facets(ctx, q, archive.Facet(c.arg("by")), limit)
	for _, v := range all {
		c.printf("%s %d\n", v.Value, v.Articles)
	}
	return err
}

func (c *caseRun) people(ctx context.Context) error {
	for line := range strings.Lines(c.d.Input) {
		all, err := c.a.People(ctx, strings.TrimSpace(line))
		if err != nil {
			return err
		}
		for _, p := range all {
			c.printf("%s %s %s..%s in %d\n", p.Name, map[bool]string{true: "which is not told", false: "one person"}[p.Untitled], p.First, p.Last, len(p.Sources))
			for _, f := range p.Forms {
				c.printf("  form %s %d\n", f.Value, f.Articles)
			}
			for _, t := range p.Titles {
				c.printf("  title %s %d %s..%s\n", t.Title, t.Sources, t.First, t.Last)
			}
		}
	}
	return nil
}

func (c *caseRun) list(ctx context.Context) error {
	limit := 0
	c.d.MaybeScanArgs(c.t, "limit", &limit)
	for cursor := ""; ; {
		p, err := c.a.List(ctx, archive.List{Rules: c.arg("rules"), Limit: limit, Cursor: cursor})
		if err != nil {
			return err
		}
		for _, x := range p.Sources {
			c.printf("%s %s revision %d rules %s articles %d chars %d added %s\n", x.ID, x.Origin, x.Revision, x.Rules, x.Articles, x.Chars, x.Added.Format(time.TimeOnly))
		}
		if cursor = p.Next; cursor == "" {
			return nil
		}
		c.printf("next page\n")
	}
}

// look shows what ids name; a source's text in quotes.
func (c *caseRun) look(ctx context.Context) error {
	for _, id := range strings.Fields(c.d.Input) {
		if !strings.Contains(id, "/") {
			s, err := c.a.Source(ctx, id)
			if err != nil {
				return err
			}
			c.printf("%s %s\n", s.Origin, strconv.Quote(s.Text))
			continue
		}
		x, err := c.a.Look(ctx, id)
		if err != nil {
			return err
		}
		c.printf("%s of %s: %s\n", x.Kind, x.Source.Origin, shown(x.Value))
	}
	return nil
}

func shown(v any) string {
	switch x := v.(type) {
	case *record.Article:
		return x.Headlines[0].Text
	case *record.Person:
		return x.Name
	case *record.Statement:
		return x.Content.Text
	case *record.Event:
		return x.Kind + " " + x.Trigger.Text
	}
	return fmt.Sprintf("%T", v)
}
