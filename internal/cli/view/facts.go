package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/record"
)

// facts writes the facts of the record in a table for each kind.
func (p *page) facts() {
	p.people()
	p.named("places", places(p.rec.Places))
	p.named("organizations", organizations(p.rec.Organizations))
	p.times()
	p.figures()
	p.statements()
	p.events()
	p.worksAndSlips()
	p.checkTable()
}

// offsets are the ranges of code points of a span, the ends exclusive; + is
// where the page cuts it.
func offsets(s record.Span) string {
	var out []string
	for _, piece := range s.Pieces {
		out = append(out, fmt.Sprintf("%d-%d", piece.Start(), piece.End()))
	}
	return strings.Join(out, "+")
}

// mentions are the places of a name, in the order of the page.
func mentions(all []record.Mention) string {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b record.Mention) int { return cmp.Compare(a.Start(), b.Start()) })
	var out []string
	for _, m := range all {
		out = append(out, offsets(m.Span))
	}
	return strings.Join(out, ", ")
}

// people writes the people with their titles, each with its time and place.
func (p *page) people() {
	var rows [][]string
	for _, x := range p.rec.People {
		var titles []string
		for _, t := range x.Titles {
			title := t.Text
			if t.At != "" {
				title += " " + string(t.At)
			}
			titles = append(titles, title+" ["+offsets(t.Span)+"]")
		}
		rows = append(rows, []string{x.ID, named(x.Name, x.Aliases), strings.Join(titles, ", "), mentions(x.Mentions)})
	}
	p.table("people", []column{{"id", 0}, {"name", 20}, {"titles", 32}, {"named at", 0}}, rows)
}

// named is a name with the other forms of it.
func named(name string, aliases []string) string {
	if len(aliases) == 0 {
		return name
	}
	return name + " (" + strings.Join(aliases, ", ") + ")"
}

func places(all []record.Place) [][]string {
	var rows [][]string
	for _, x := range all {
		rows = append(rows, []string{x.ID, named(x.Name, x.Aliases), mentions(x.Mentions)})
	}
	return rows
}

func organizations(all []record.Organization) [][]string {
	var rows [][]string
	for _, x := range all {
		rows = append(rows, []string{x.ID, named(x.Name, x.Aliases), mentions(x.Mentions)})
	}
	return rows
}

func (p *page) named(kind string, rows [][]string) {
	p.table(kind, []column{{"id", 0}, {"name", 32}, {"named at", 0}}, rows)
}

func (p *page) times() {
	var rows [][]string
	for _, t := range p.rec.Times {
		from := string(t.Basis)
		if t.Anchor != "" {
			from += " " + string(t.Anchor)
		}
		rows = append(rows, []string{t.ID, t.Article, offsets(t.Span), t.Text, t.Type, string(t.Value) + modified(t.Mod), from})
	}
	p.table("times", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"text", 22}, {"type", 0}, {"value", 24}, {"counted from", 0}}, rows)
}

func (p *page) figures() {
	var rows [][]string
	for _, f := range p.rec.Figures {
		rows = append(rows, []string{f.ID, f.Article, offsets(f.Span), f.Text, f.Kind, strings.TrimPrefix(amount(f), "= ") + changed(f.Change), about(f)})
	}
	p.table("figures", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"text", 18}, {"kind", 0}, {"value", 24}, {"of", 0}}, rows)
}

// changed says that a figure is a rise or a fall.
func changed(c *record.Change) string {
	if c == nil {
		return ""
	}
	return strings.TrimRight(", "+c.Direction+" "+string(c.Base), " ")
}

// about is what a figure counts, and for when.
func about(f record.Figure) string {
	if f.Period == "" {
		return string(f.Subject)
	}
	return strings.TrimSpace(string(f.Subject) + " " + string(f.Period))
}

func (p *page) statements() {
	var rows [][]string
	for _, s := range p.rec.Statements {
		rows = append(rows, []string{s.ID, s.Article, offsets(s.Content), speaker(s), cues(s), s.Mode, s.Content.Text})
	}
	p.table("statements", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"who", 16}, {"cue", 12}, {"mode", 0}, {"words", 0}}, rows)
}

func (p *page) events() {
	var rows [][]string
	for _, e := range p.rec.Events {
		rows = append(rows, []string{e.ID, e.Article, offsets(e.Trigger), e.Kind, e.Trigger.Text, strings.TrimSpace(happening(e)), place(e.Place), everybody(e)})
	}
	p.table("events", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"kind", 0}, {"text", 16}, {"when", 24}, {"where", 16}, {"who", 0}}, rows)
}

func place(s *record.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}

// everybody are the participants with their roles, and in what number of a
// series the event is.
func everybody(e record.Event) string {
	var out []string
	for _, x := range e.Participants {
		name := cmp.Or(x.Name, "?")
		if x.As != "" {
			name += " " + string(x.As)
		}
		if x.Role != "" {
			name += " (" + string(x.Role) + ")"
		}
		out = append(out, name)
	}
	if len(e.SameAs) > 0 {
		out = append(out, "same as "+strings.Join(e.SameAs, " "))
	}
	return strings.Join(out, ", ")
}

func (p *page) worksAndSlips() {
	var works, slips [][]string
	for _, w := range p.rec.Works {
		works = append(works, []string{w.ID, w.Article, offsets(w.Span), w.Kind, w.Text})
	}
	for _, s := range p.rec.Slips {
		slips = append(slips, []string{s.ID, s.Article, offsets(s.Span), s.Text, s.Reading})
	}
	p.table("works", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"kind", 0}, {"title", 0}}, works)
	p.table("slips", []column{{"id", 0}, {"in", 0}, {"at", 19}, {"text", 24}, {"reading", 0}}, slips)
}

func (p *page) checkTable() {
	var rows [][]string
	for _, c := range p.rec.Checks {
		holds := "cannot tell"
		if c.Holds != nil {
			holds = map[bool]string{true: "holds", false: "does not hold"}[*c.Holds]
		}
		rows = append(rows, []string{c.ID, c.Kind, holds, strings.Join(c.Evidence, " "), c.Say})
	}
	p.table("checks", []column{{"id", 0}, {"kind", 0}, {"holds", 0}, {"facts", 19}, {"says", 0}}, rows)
}
