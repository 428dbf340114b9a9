package archivetest

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/archive"
	"dateline/record"
)

// options are what a line says of a fact between its first word and its last:
// time=2021-03-04 with=林岫,段鹭/attendee.
type options map[string]string

func optionsOf(f []string) options {
	o := options{}
	for _, x := range f {
		if k, v, ok := strings.Cut(x, "="); ok {
			o[k] = v
		}
	}
	return o
}

func (o options) null(k string) record.Nullable { return record.Nullable(o[k]) }

// event makes an event: with=NAME/ROLE/TITLE,… (a name that is a person's is
// that person), time=, basis=, place= (words of the article), status=,
// ordinal=, series=, same=e1.
func (m *maker) event(a *record.Article, fact record.Fact, kind string, o options) record.Event {
	e := record.Event{Fact: fact, Kind: kind, Trigger: fact.Span, Status: "happened", Ordinal: o.null("ordinal"), Series: o.null("series")}
	if s := o["status"]; s != "" {
		e.Status = s
	}
	if o["time"] != "" {
		e.Time = &record.When{Value: o.null("time"), Basis: o.null("basis")}
	}
	if o["place"] != "" {
		s := m.find(a, o["place"])
		e.Place = &s
	}
	if o["same"] != "" {
		e.SameAs = []string{o["same"]}
	}
	for w := range strings.SplitSeq(o["with"], ",") {
		part := append(strings.Split(w, "/"), "", "")
		if part[0] != "" {
			e.Participants = append(e.Participants, record.Participant{Name: part[0], Person: m.personOf(part[0]), Role: record.Nullable(part[1]), As: record.Nullable(part[2])})
		}
	}
	return e
}

func (m *maker) personOf(name string) record.Nullable {
	for _, p := range m.rec.People {
		if p.Name == name {
			return record.Nullable(p.ID)
		}
	}
	return ""
}

// figure makes a figure: kind= (money unless said), value=, high=, bound=,
// subject=, period=, change=up, base=.
func (m *maker) figure(fact record.Fact, unit string, o options) record.Figure {
	x := record.Figure{Fact: fact, Kind: "money", Value: "1", High: o.null("high"), Unit: record.Nullable(unit), Bound: o.null("bound"), Subject: o.null("subject"), Period: o.null("period")}
	if o["kind"] != "" {
		x.Kind = o["kind"]
	}
	if o["value"] != "" {
		x.Value = o["value"]
	}
	if o["change"] != "" {
		x.Change = &record.Change{Direction: o["change"], Base: o.null("base"), Cue: fact.Span}
	}
	return x
}

// check makes a check: KIND yes|no|null FACTS… .
func (m *maker) check(f []string) error {
	if len(f) < 3 {
		return fmt.Errorf("check KIND yes|no|null FACTS")
	}
	c := record.Check{ID: fmt.Sprintf("c%d", len(m.rec.Checks)+1), Kind: f[0], Evidence: f[2:], Say: "They are held against each other.", Rule: "test"}
	if f[1] != "null" {
		holds := f[1] == "yes"
		c.Holds = &holds
	}
	m.rec.Checks = append(m.rec.Checks, c)
	return nil
}

// facts asks for rows of facts.
func (c *caseRun) facts(ctx context.Context) error {
	limit, offset := 0, 0
	c.d.MaybeScanArgs(c.t, "limit", &limit)
	c.d.MaybeScanArgs(c.t, "offset", &offset)
	switch what := c.arg("of"); what {
	case "events":
		all, err := c.a.Events(ctx, archive.EventAsk{Kinds: strings.Fields(c.arg("kind")), With: strings.Fields(c.d.Input), Series: c.d.HasArg("series")})
		for _, x := range all {
			c.printf("%s %s %s %s time %s %s place %s ordinal %s %s same %s\n", c.of(x.FactRow), x.Day, x.Kind, x.Status, x.Time, x.Basis, x.Place, x.Ordinal, x.Series, inside(x.Same))
			for _, p := range x.Parties {
				c.printf("  %s %s %s %s\n", p.Name, p.Person, p.Role, p.As)
			}
		}
		return err
	case "statements":
		all, n, err := c.a.Statements(ctx, archive.StatementAsk{Speaker: c.arg("speaker"), Hearer: c.arg("hearer"), From: c.arg("from"), To: c.arg("to"), Limit: limit, Offset: offset})
		c.printf("%d of %d\n", len(all), n)
		for _, x := range all {
			c.printf("%s %s %s %s→%s %s\n", c.of(x.FactRow), x.Day, x.Mode, x.Speaker.Name, x.Hearer.Name, x.Time)
		}
		return err
	case "figures":
		all, n, err := c.a.Figures(ctx, archive.FigureAsk{Subject: c.arg("subject"), Near: c.d.HasArg("near"), Period: c.arg("period"), Speaker: c.arg("speaker"), Limit: limit, Offset: offset})
		c.printf("%d of %d\n", len(all), n)
		for _, x := range all {
			c.printf("%s %s %s %s %s %s %s of %s for %s change %s %s in %s\n", c.of(x.FactRow), x.Day, x.Kind, x.Bound, x.Value, x.High, x.Unit, x.Subject, x.Period, x.Change, x.Base, inside(x.Statement))
		}
		return err
	case "works":
		all, n, err := c.a.Works(ctx, archive.WorkAsk{Title: c.arg("title"), Limit: limit, Offset: offset})
		c.printf("%d of %d\n", len(all), n)
		for _, x := range all {
			c.printf("%s %s %s %s\n", c.of(x.FactRow), x.Day, x.Title, x.Kind)
		}
		return err
	case "checks":
		all, n, err := c.a.Checks(ctx, map[string]archive.Holds{"yes": archive.Yes, "no": archive.No}[c.arg("holds")], limit)
		c.printf("%d of %d\n", len(all), n)
		for _, x := range all {
			c.printf("%s %s %s\n", c.of(x.FactRow), x.Day, x.Kind)
		}
		return err
	case "subjects", "titles":
		f := c.a.Subjects
		if what == "titles" {
			f = c.a.Titles
		}
		all, err := f(ctx, c.arg("with"), limit)
		for _, v := range all {
			c.printf("%s %d\n", v.Value, v.Articles)
		}
		return err
	case "called":
		all, err := c.a.Called(ctx, strings.Fields(c.d.Input))
		for _, x := range all {
			c.printf("%s %s %s %s\n", x.Day, x.Name, x.Title, x.Person)
		}
		return err
	case "days":
		first, last, err := c.a.Days(ctx)
		c.printf("%s to %s\n", first, last)
		return err
	case "names":
		for _, n := range strings.Fields(c.d.Input) {
			all, err := c.a.Names(ctx, n)
			if err != nil {
				return err
			}
			c.printf("%s: %s\n", n, strings.Join(all, " "))
		}
		return nil
	}
	return fmt.Errorf("no facts are called %s", c.arg("of"))
}

// of is the id of a row without its source, which depends on the text.
func (c *caseRun) of(x archive.FactRow) string { return inside(x.ID) + " in " + x.Article }

func inside(id string) string {
	_, in := archive.SplitID(id)
	return in
}
