package ledger

import (
	"context"
	"slices"
	"sync"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// PersonAsk asks for a person.
type PersonAsk struct {
	// Name is any form of the name.
	Name string
	// Which is one of the identities, from 1; 0 is all who have the name.
	Which int
	// Limit is the most rows of each list, 0 for all.
	Limit int
}

// Person is what an archive has of a name.
type Person struct {
	// Identities are those of the name, as far as titles tell them apart.
	Identities []archive.Identity
	// Statements are the latest; there are AllStatements.
	Statements    []SpokenRow
	AllStatements int
	// Met are the meetings.
	Met *Meetings
	// Figures are those in the person's words, the latest first; there are
	// AllFigures.
	Figures    []archive.FigureRow
	AllFigures int
}

// SpokenRow is a statement with the identity that speaks.
type SpokenRow struct {
	archive.StatementRow
	// Of is the index in Identities, -1 where the row is of none.
	Of int
}

// FindPerson gives what there is of a name; NotFound where there is nobody.
func FindPerson(ctx context.Context, r archive.Reader, ask PersonAsk) (*Person, error) {
	p := &Person{}
	var errs [4]error
	var wait sync.WaitGroup
	// They are independent of each other, and of some size for who is much
	// spoken of.
	wait.Go(func() { p.Identities, errs[0] = r.People(ctx, ask.Name) })
	wait.Go(func() { errs[1] = p.statements(ctx, r, ask) })
	wait.Go(func() { errs[2] = p.figures(ctx, r, ask) })
	wait.Go(func() { p.Met, errs[3] = FindMeetings(ctx, r, MeetingAsk{Between: []string{ask.Name}}) })
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	if ask.Which < 0 || ask.Which > len(p.Identities) {
		return nil, &fault.Error{Meaning: fault.NotFound, Say: "there are fewer people of that name", Hint: "dateline person NAME lists them by number"}
	}
	of := identityOf(p.Identities)
	for i := range p.Statements {
		p.Statements[i].Of = of.row(p.Statements[i].ID, p.Statements[i].Speaker.Person)
	}
	if ask.Which > 0 {
		p.only(ask, of)
	}
	return p, nil
}

// only leaves the rows of one identity.
func (p *Person) only(ask PersonAsk, of identities) {
	speaks := map[string]bool{}
	p.Statements = slices.DeleteFunc(p.Statements, func(x SpokenRow) bool { return x.Of != ask.Which-1 })
	for _, x := range p.Statements {
		speaks[x.ID] = true
	}
	p.Figures = slices.DeleteFunc(p.Figures, func(x archive.FigureRow) bool { return !speaks[x.Statement] })
	p.AllStatements, p.AllFigures = len(p.Statements), len(p.Figures)
	p.Statements, p.Figures = first(p.Statements, ask.Limit), first(p.Figures, ask.Limit)
	p.Met.only(func(x archive.EventRow) bool { return isOf(x, of, ask.Which-1) })
}

// atMost is the limit of a list that is not narrowed afterwards.
func (ask PersonAsk) atMost() int {
	if ask.Which > 0 {
		return 0
	}
	return ask.Limit
}

// identities gives the identity of each person of each source, by source and
// then by the id in it.
type identities map[string][]ofSource

type ofSource struct {
	person string
	which  int
}

func identityOf(all []archive.Identity) identities {
	n := 0
	for i := range all {
		n += len(all[i].Sources)
	}
	out := make(identities, n)
	one := make([]ofSource, 0, n) // mostly one of the name in a source
	for i := range all {
		for k, s := range all[i].Sources {
			x := ofSource{all[i].Persons[k], i}
			if had := out[s]; had != nil {
				out[s] = append(had[:len(had):len(had)], x)
				continue
			}
			one = append(one, x)
			out[s] = one[len(one)-1:]
		}
	}
	return out
}

// row is the identity of a party of a fact, -1 where it is none of them.
func (of identities) row(id, person string) int {
	source, _ := archive.SplitID(id)
	for _, x := range of[source] {
		if x.person == person {
			return x.which
		}
	}
	return -1
}

func (p *Person) statements(ctx context.Context, r archive.Reader, ask PersonAsk) error {
	rows, n, err := r.Statements(ctx, archive.StatementAsk{Speaker: ask.Name, Limit: ask.atMost()})
	p.AllStatements = n
	for _, x := range rows {
		p.Statements = append(p.Statements, SpokenRow{x, -1})
	}
	return err
}

func (p *Person) figures(ctx context.Context, r archive.Reader, ask PersonAsk) (err error) {
	p.Figures, p.AllFigures, err = r.Figures(ctx, archive.FigureAsk{Speaker: ask.Name, Limit: ask.atMost()})
	return err
}

// isOf reports an event with an identity.
func isOf(x archive.EventRow, of identities, which int) bool {
	for _, p := range x.Parties {
		if of.row(x.ID, p.Person) == which {
			return true
		}
	}
	return false
}

// only leaves the meetings of which a telling is so, and counts them anew.
func (m *Meetings) only(is func(archive.EventRow) bool) {
	known := newNames()
	for _, b := range m.Between {
		known.are(b.Name, b.Names)
	}
	m.keep(func(x *Meeting) bool { return slices.ContainsFunc(x.Tellings, is) })
	m.Pairs, m.Counted, m.Tellings = nil, 0, 0
	m.count(known)
	m.Ordinals = m.ordinals(known)
}

// first are the first of a list, all where n is 0.
func first[T any](all []T, n int) []T {
	if n > 0 && n < len(all) {
		return all[:n]
	}
	return all
}
