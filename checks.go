package dateline

import (
	"cmp"
	"slices"
	"strconv"

	"dateline/internal/check"
	"dateline/internal/span"
	"dateline/record"
)

// checks adds what the facts of the page say about each other.
func (w *wiring) checks() {
	p := w.record.Published
	f := check.Facts{YearKnown: p.Basis == "given" || p.Basis == "stated"}
	heads, said := w.headlines(), w.said()
	for i := range w.page.Articles {
		f.Texts = append(f.Texts, heads[i]...)
		f.Texts = append(f.Texts, w.checkedBody(i, said))
	}
	f.Names, f.People = w.checkedNames(), w.checkedPeople()
	for i, c := range check.Find(f) {
		w.record.Checks = append(w.record.Checks, record.Check{ID: "c" + strconv.Itoa(i+1), Kind: c.Kind, Holds: holds(c.Verdict),
			Evidence: c.Evidence, Say: c.Say, Rule: c.Rule})
	}
}

// holds is a verdict as the record has it.
func holds(v check.Verdict) *bool {
	if v == check.Open {
		return nil
	}
	yes := v == check.Holds
	return &yes
}

// said are the pieces of the statements' words, by article.
func (w *wiring) said() map[string][]record.Piece {
	out := map[string][]record.Piece{}
	for _, s := range w.record.Statements {
		out[s.Article] = append(out[s.Article], s.Content.Pieces...)
	}
	return out
}

// checkedBody is the body of article i with its facts.
func (w *wiring) checkedBody(i int, said map[string][]record.Piece) check.Text {
	t := check.Text{Article: articleID(i), Day: w.dayOf(i), Text: w.page.Articles[i].Body.Text()}
	for _, x := range w.stories[i].figures {
		t.Figures = append(t.Figures, checkedFigure(&w.record.Figures[x.number], x.Span))
	}
	for _, x := range w.stories[i].times {
		c := checkedTime(&w.record.Times[x.number], x.Span)
		at := w.record.Times[x.number].Start()
		c.Said = slices.ContainsFunc(said[t.Article], func(p record.Piece) bool { return at >= p.Start() && at < p.End() })
		t.Times = append(t.Times, c)
	}
	return t
}

// headlines are the headlines of the articles with their facts.
func (w *wiring) headlines() [][]check.Text {
	out := make([][]check.Text, len(w.record.Articles))
	number := map[string]int{}
	for i, a := range w.record.Articles {
		number[a.ID] = i
		for _, h := range a.Headlines {
			out[i] = append(out[i], check.Text{Article: a.ID, Day: w.dayOf(i), Text: h.Text, Headline: true})
		}
	}
	// in finds the headline that a fact stands in.
	in := func(f *record.Fact) (*check.Text, span.Span) {
		i := number[f.Article]
		for k, h := range w.record.Articles[i].Headlines {
			if at := offset(h.Span, f.Start()); at >= 0 {
				return &out[i][k], span.Span{Start: at, End: at + len(f.Text)}
			}
		}
		return nil, span.Span{}
	}
	for i := range w.record.Figures {
		if t, at := in(&w.record.Figures[i].Fact); t != nil {
			t.Figures = append(t.Figures, checkedFigure(&w.record.Figures[i], at))
		}
	}
	for i := range w.record.Times {
		if t, at := in(&w.record.Times[i].Fact); t != nil {
			t.Times = append(t.Times, checkedTime(&w.record.Times[i], at))
		}
	}
	return out
}

// offset is the byte of s.Text where character at of the source stands, -1
// where s does not hold it.
func offset(s record.Span, at int) int {
	n := 0
	for _, p := range s.Pieces {
		if at >= p.Start() && at < p.End() {
			n += at - p.Start()
			for i := range s.Text {
				if n == 0 {
					return i
				}
				n--
			}
		}
		n += p.End() - p.Start()
	}
	return -1
}

// dayOf is the day of article i: that of its dateline, or of its page.
func (w *wiring) dayOf(i int) string {
	a := &w.page.Articles[i]
	return cmp.Or(w.isoDay(a, a.Dateline), w.pageDate(a))
}

func checkedFigure(f *record.Figure, at span.Span) check.Figure {
	out := check.Figure{ID: f.ID, Span: at, Kind: f.Kind, Value: f.Value, High: string(f.High), Unit: string(f.Unit),
		Bound: string(f.Bound), Subject: string(f.Subject), Period: string(f.Period)}
	if f.Change != nil {
		out.Change, out.Base = f.Change.Direction, string(f.Change.Base)
	}
	return out
}

func checkedTime(t *record.Time, at span.Span) check.Time {
	return check.Time{ID: t.ID, Span: at, Type: t.Type, Value: string(t.Value), Basis: string(t.Basis)}
}

// checkedNames are the names of the page.
func (w *wiring) checkedNames() []check.Name {
	var out []check.Name
	for _, x := range w.record.People {
		out = append(out, check.Name{ID: x.ID, Forms: append([]string{x.Name}, x.Aliases...)})
	}
	for _, x := range w.record.Places {
		out = append(out, check.Name{ID: x.ID, Forms: append([]string{x.Name}, x.Aliases...)})
	}
	for _, x := range w.record.Organizations {
		out = append(out, check.Name{ID: x.ID, Forms: append([]string{x.Name}, x.Aliases...)})
	}
	return out
}

func (w *wiring) checkedPeople() []check.Person {
	var out []check.Person
	for _, x := range w.record.People {
		p := check.Person{ID: x.ID, Name: x.Name}
		for _, t := range x.Titles {
			p.Titles = append(p.Titles, check.Title{Text: t.Text, Article: t.Article, At: string(t.At)})
		}
		out = append(out, p)
	}
	return out
}
