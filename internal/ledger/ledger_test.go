package ledger

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
	"dateline/internal/fault"
)

// TestCases runs the cases: an archive of the sources that put gives, in the
// form of the cases of archives, and questions.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, file string) {
		var s *sqlite.Store
		defer func() {
			if s != nil {
				_ = s.Close()
			}
		}()
		datadriven.RunTest(t, file, func(t *testing.T, d *datadriven.TestData) string {
			c := asking{t: t, d: d}
			if d.Cmd == "put" {
				if s != nil {
					_ = s.Close()
				}
				s = filled(t, d.Input)
				return ""
			}
			if err := c.run(context.Background(), s); err != nil {
				if !errors.Is(err, fault.NotFound) {
					t.Fatal(err)
				}
				fmt.Fprintf(&c.out, "error: %v\n", err)
			}
			return c.out.String()
		})
	})
}

// filled is an archive of some sources.
func filled(t *testing.T, input string) *sqlite.Store {
	t.Helper()
	items, err := archivetest.Items(input)
	if err != nil {
		t.Fatal(err)
	}
	o := sqlite.Options{Write: true, Create: true, Now: func() time.Time { return time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC) }}
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "a"), o)
	if err == nil {
		_, err = s.Put(context.Background(), items)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asking is one question of a case.
type asking struct {
	t   *testing.T
	d   *datadriven.TestData
	out strings.Builder
	// origins are those of sources, by their ids.
	origins map[string]string
}

func (c *asking) printf(format string, a ...any) { fmt.Fprintf(&c.out, format, a...) }

func (c *asking) arg(name string) string {
	var s string
	c.d.MaybeScanArgs(c.t, name, &s)
	return s
}

func (c *asking) run(ctx context.Context, r archive.Reader) error {
	c.origins = map[string]string{}
	if r != (*sqlite.Store)(nil) {
		l, err := r.List(ctx, archive.List{Limit: 1000})
		if err != nil {
			return err
		}
		for _, x := range l.Sources {
			c.origins[x.ID] = x.Origin
		}
	}
	switch c.d.Cmd {
	case "meetings":
		return c.meetings(ctx, r)
	case "person":
		return c.person(ctx, r)
	case "statements":
		all, err := FindStatements(ctx, r, StatementAsk{StatementAsk: archive.StatementAsk{Speaker: c.arg("speaker")}, Words: c.arg("words")})
		if err != nil {
			return err
		}
		c.printf("%d\n", all.All)
		for _, x := range all.Rows {
			c.printf("%s %s: %s %v\n", c.id(x.ID), x.Speaker.Name, all.Places[x.ID].Span.Text, all.Places[x.ID].Span.Pieces)
		}
		return nil
	case "figures":
		return c.figures(ctx, r)
	case "works":
		all, err := FindWorks(ctx, r, archive.WorkAsk{Title: strings.TrimSpace(c.d.Input)})
		if err != nil {
			return err
		}
		for _, x := range all.Rows {
			c.printf("%s %s %s %v\n", c.id(x.ID), x.Title, all.Places[x.ID].Headline, all.Places[x.ID].Span.Pieces)
		}
		return nil
	case "checks":
		all, err := Check(ctx, r, strings.Fields(c.d.Input))
		for _, x := range all {
			say := x.Say
			for id, o := range c.origins {
				say = strings.ReplaceAll(say, id+"/", o+"/")
			}
			c.printf("%s %s %s\n", x.Kind, x.Day, say)
		}
		return err
	case "since":
		for line := range strings.Lines(c.d.Input) {
			f := strings.Fields(line)
			since, told := sinceOf(f[1], f[0])
			c.printf("%s → %s %v\n", strings.TrimSpace(line), since, told)
		}
		return nil
	case "fits":
		for line := range strings.Lines(c.d.Input) {
			f := strings.Fields(line)
			a, b := parseWhen(f[0]), parseWhen(f[1])
			c.printf("%s → %s\n", strings.TrimSpace(line), []string{"unknown", "apart", "adjacent", "coarser", "same"}[a.fits(b)])
			if a.fits(b) != b.fits(a) {
				c.t.Errorf("%s: not the same the other way round", line)
			}
		}
		return nil
	case "agree":
		for line := range strings.Lines(c.d.Input) {
			a, b, _ := strings.Cut(strings.TrimSpace(line), " | ")
			c.printf("%s → %v\n", strings.TrimSpace(line), agree(valueOf(a), valueOf(b)))
			if agree(valueOf(a), valueOf(b)) != agree(valueOf(b), valueOf(a)) {
				c.t.Errorf("%s: not the same the other way round", line)
			}
		}
		return nil
	}
	c.t.Fatalf("unknown command %s", c.d.Cmd)
	return nil
}

// valueOf reads "more than 6.7" or "3 to 4".
func valueOf(s string) FigureValue {
	var v FigureValue
	if from, to, ok := strings.Cut(s, " to "); ok {
		return FigureValue{Value: from, High: to}
	}
	if i := strings.LastIndex(s, " "); i >= 0 {
		v.Bound, s = s[:i], s[i+1:]
	}
	v.Value = s
	return v
}

// id is an id with the origin of its source.
func (c *asking) id(id string) string {
	s, in := archive.SplitID(id)
	return c.origins[s] + "/" + in
}

func (c *asking) meetings(ctx context.Context, r archive.Reader) error {
	m, err := FindMeetings(ctx, r, MeetingAsk{Between: strings.Fields(c.d.Input), From: c.arg("from"), To: c.arg("to")})
	if err != nil {
		return err
	}
	c.ledger(m)
	return nil
}

func (c *asking) ledger(m *Meetings) {
	c.printf("%d counted, %d tellings, %s to %s\n", m.Counted, m.Tellings, m.First, m.Last)
	for i := range m.Meetings {
		x := &m.Meetings[i]
		c.printf("%d. %s %s %s %s %s", i+1, x.Kind, x.Status, x.Time, x.Place, map[bool]string{true: "counted", false: "not counted"}[x.Counted])
		for _, k := range x.Perhaps {
			c.printf(" perhaps %d", k+1)
		}
		c.printf("\n  who")
		for _, p := range x.Parties {
			c.printf(" %s", strings.TrimSuffix(p.Name+"/"+p.Role, "/"))
		}
		c.printf("\n  told in")
		for _, e := range x.Tellings {
			c.printf(" %s", c.id(e.ID))
		}
		c.printf(" %s\n", strings.Join(x.Rules, " "))
		for _, d := range x.Differ {
			c.printf("  differ in %s %s:", d.What, d.Of)
			for _, v := range d.Values {
				c.printf(" %s (%d)", v.Value, len(v.IDs))
			}
			c.printf("\n")
		}
	}
	for _, p := range m.Pairs {
		c.printf("%s met %s %d+%d %s..%s\n", p.A, p.B, p.Meetings, p.WithOthers, p.First, p.Last)
	}
	for _, o := range m.Ordinals {
		c.printf("number %d of %d. %s: counted %d since %s, gap %d, known %v, before %d, holds %d\n", o.Stated, o.Meeting+1, o.Series, o.Counted, o.Since, o.Gap, o.Known, o.Before, o.Holds)
	}
}

func (c *asking) person(ctx context.Context, r archive.Reader) error {
	which, err := strconv.Atoi("0" + c.arg("which"))
	if err != nil {
		return err
	}
	p, err := FindPerson(ctx, r, PersonAsk{Name: strings.TrimSpace(c.d.Input), Which: which})
	if err != nil {
		return err
	}
	for i, x := range p.Identities {
		c.printf("%d. %s in %d", i+1, x.Name, len(x.Sources))
		for _, t := range x.Titles {
			c.printf(" %s %s..%s", t.Title, t.First, t.Last)
		}
		c.printf("\n")
	}
	c.printf("%d statements", p.AllStatements)
	for _, s := range p.Statements {
		c.printf(" %s of %d", c.id(s.ID), s.Of+1)
	}
	c.printf("\n%d figures", p.AllFigures)
	for _, f := range p.Figures {
		c.printf(" %s %s", c.id(f.ID), f.Value)
	}
	c.printf("\n")
	c.ledger(p.Met)
	return nil
}

func (c *asking) figures(ctx context.Context, r archive.Reader) error {
	all, err := FindSeries(ctx, r, archive.FigureAsk{Subject: strings.TrimSpace(c.d.Input), Period: c.arg("period"), Near: c.d.HasArg("near")})
	for _, s := range all {
		c.printf("%s %s %s %s %s\n", s.Subject, s.Kind, s.Unit, s.Change, s.Base)
		for _, p := range s.Points {
			c.printf("  %s", p.Period)
			for _, v := range p.Values {
				c.printf(" %s", figureText(v))
				for _, x := range v.Rows {
					c.printf(" %s", c.id(x.ID))
				}
			}
			if p.Conflict {
				c.printf(" CONFLICT")
			}
			c.printf("\n")
		}
	}
	return err
}

func figureText(v FigureValue) string { return strings.Trim(v.Bound+" "+v.Value+"–"+v.High, " –") }

// TestMerge: whatever is told, each telling is of one meeting, all of a
// meeting go together unless the source says so, and the order in which they
// come does not matter.
func TestMerge(t *testing.T) {
	name := newNames().key
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(telling(), 0, 25).Draw(t, "tellings")
		for i := range rows {
			rows[i].ID = fmt.Sprintf("s%d/e1", i)
		}
		groups := merge(slices.Clone(rows), name)
		n := 0
		for _, g := range groups {
			n += len(g.all)
			if len(g.rules) != len(g.all)-1 {
				t.Fatalf("%d rules for %d tellings", len(g.rules), len(g.all))
			}
			for i, a := range g.all {
				for _, b := range g.all[i+1:] {
					if goTogether(a, b) == "" {
						t.Fatalf("%+v and %+v are one", a.EventRow, b.EventRow)
					}
				}
			}
		}
		if n != len(rows) {
			t.Fatalf("%d tellings of %d", n, len(rows))
		}
		slices.Reverse(rows)
		if again := merge(rows, name); shape(again) != shape(groups) {
			t.Fatalf("%s\n%s", shape(groups), shape(again))
		}
	})
}

func shape(groups []group) string {
	var b strings.Builder
	for _, g := range groups {
		for _, t := range g.all {
			b.WriteString(t.ID + " ")
		}
		b.WriteString("| ")
	}
	return b.String()
}

func telling() *rapid.Generator[archive.EventRow] {
	return rapid.Custom(func(t *rapid.T) archive.EventRow {
		e := archive.EventRow{Kind: rapid.SampledFrom(MeetingKinds).Draw(t, "kind"), Status: "happened",
			Time:  rapid.SampledFrom([]string{"", "2021", "2021-03", "2021-03-04", "2021-03-04TMO", "2021-03-04TAF", "2021-03-05", "2021-03-01/2021-03-06", "x"}).Draw(t, "time"),
			Basis: rapid.SampledFrom([]string{"", "published", "article"}).Draw(t, "basis"),
			Place: rapid.SampledFrom([]string{"", "海港", "人民大会堂", "平川"}).Draw(t, "place")}
		e.Day = rapid.SampledFrom([]string{"", "2021-03-04", "2021-03-06", "2021-05-01"}).Draw(t, "day")
		for _, n := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"甲", "乙", "丙", "丁"}), 0, 4, rapid.ID).Draw(t, "who") {
			e.Parties = append(e.Parties, archive.Party{Name: n, Person: "p"})
		}
		return e
	})
}
