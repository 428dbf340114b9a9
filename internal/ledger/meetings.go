package ledger

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// MeetingAsk asks for meetings.
type MeetingAsk struct {
	// Between are at most two names, of people by any form; without one all
	// meetings are asked for.
	Between []string
	// Kinds are some of MeetingKinds, none for all.
	Kinds []string
	// From and To are days of the meeting, both included, "" without a bound.
	From, To string
}

// Meetings is who met whom.
type Meetings struct {
	// Between are the names asked for, with the full names that they stand for
	// in the archive.
	Between []Asked
	// Meetings are in the order of their time, those without one last.
	Meetings []Meeting
	// Counted are those that happened on a known day, Tellings all reports of
	// all of them.
	Counted, Tellings int
	// Pairs are who met whom how often, most first.
	Pairs []Pair
	// Ordinals hold the numbers that are told against what is counted.
	Ordinals []OrdinalCheck
	// First and Last are the days of the archive: what was before the first
	// cannot be counted.
	First, Last string
}

// Asked is a name that was asked for.
type Asked struct {
	Name  string
	Names []string
}

// Pair is two who met.
type Pair struct {
	A, B string
	// Meetings are those of the two alone, WithOthers those of three and more,
	// of whom the tellings do not say who was on whose side.
	Meetings, WithOthers int
	First, Last          string
}

// FindMeetings gives the meetings asked for; NotFound where the archive has
// nobody of a name.
func FindMeetings(ctx context.Context, r archive.Reader, ask MeetingAsk) (*Meetings, error) {
	out := &Meetings{}
	known := newNames()
	for _, n := range ask.Between {
		full, err := r.Names(ctx, n)
		if err != nil {
			return nil, err
		}
		if len(full) == 0 {
			return nil, &fault.Error{Meaning: fault.NotFound, Say: "nobody in the archive is called " + n}
		}
		out.Between = append(out.Between, Asked{n, full})
		known.are(n, full)
	}
	kinds := ask.Kinds
	if len(kinds) == 0 {
		kinds = MeetingKinds
	}
	rows, err := r.Events(ctx, archive.EventAsk{Kinds: kinds, With: ask.Between})
	if err != nil {
		return nil, err
	}
	if out.First, out.Last, err = r.Days(ctx); err != nil {
		return nil, err
	}
	out.fill(rows, known, ask)
	return out, nil
}

// names gives keys to the names of parties: one to the names of whom the
// caller knows that they are one, else the folded form.
type names struct {
	known map[string]string // by folded forms
	keys  map[string]string // by printed forms
}

func newNames() *names { return &names{map[string]string{}, map[string]string{}} }

func (n *names) are(name string, full []string) {
	for _, f := range full {
		n.known[archive.Fold(f)] = name
	}
}

// key is the naming of the meetings.
func (n *names) key(_ string, p archive.Party) string {
	k, ok := n.keys[p.Name]
	if !ok {
		k = archive.Fold(p.Name)
		if one, ok := n.known[k]; ok {
			k = one
		}
		n.keys[p.Name] = k
	}
	return k
}

// fill makes the ledger of some tellings.
func (m *Meetings) fill(rows []archive.EventRow, known *names, ask MeetingAsk) {
	rows = slices.DeleteFunc(rows, func(e archive.EventRow) bool { return !met(e, known, ask.Between) })
	for _, g := range merge(rows, known.key) {
		m.Meetings = append(m.Meetings, g.meeting(known.key))
	}
	slices.SortStableFunc(m.Meetings, func(a, b Meeting) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Time, "~"), cmp.Or(b.Time, "~")), cmp.Compare(a.Tellings[0].ID, b.Tellings[0].ID))
	})
	m.perhaps()
	// What is before the days asked for is counted for the numbers.
	m.Ordinals = m.ordinals(known)
	if ask.From != "" || ask.To != "" {
		m.keep(func(x *Meeting) bool {
			d := x.Day()
			return d != "" && d >= ask.From && (ask.To == "" || d <= ask.To+"~")
		})
	}
	m.count(known)
}

// keep leaves some of the meetings, with the numbers of them.
func (m *Meetings) keep(is func(*Meeting) bool) {
	to := make([]int, len(m.Meetings))
	var all []Meeting
	for i := range m.Meetings {
		to[i] = -1
		if is(&m.Meetings[i]) {
			to[i] = len(all)
			all = append(all, m.Meetings[i])
		}
	}
	for i := range all {
		var perhaps []int
		for _, k := range all[i].Perhaps {
			if to[k] >= 0 {
				perhaps = append(perhaps, to[k])
			}
		}
		all[i].Perhaps = perhaps
	}
	var ordinals []OrdinalCheck
	for _, c := range m.Ordinals {
		if c.Meeting = to[c.Meeting]; c.Meeting >= 0 {
			ordinals = append(ordinals, c)
		}
	}
	m.Meetings, m.Ordinals = all, ordinals
}

// met: those asked for met each other: all are principals, and do not only
// receive a group together.
func met(e archive.EventRow, known *names, between []string) bool {
	who := map[string]bool{}
	for _, p := range principals(e) {
		who[known.key("", p)] = true
	}
	for _, n := range between {
		if !who[n] {
			return false
		}
	}
	return len(who) >= 2 && !together(e)
}

// perhaps names, for each meeting that cannot be counted, those that it may
// be: of the same principals, on a day that lies in its time. One whose day is
// only that of its articles may be any of the days before that other articles
// tell of, as a week is reviewed at its end.
func (m *Meetings) perhaps() {
	byWho := map[string][]int{}
	for i := range m.Meetings {
		if x := &m.Meetings[i]; x.Counted && !x.weak {
			byWho[x.who()] = append(byWho[x.who()], i)
		}
	}
	for i := range m.Meetings {
		x := &m.Meetings[i]
		if x.Counted && !x.weak || x.Time == "" {
			continue
		}
		for _, k := range byWho[x.who()] {
			if x.mayBe(&m.Meetings[k]) {
				x.Perhaps = append(x.Perhaps, k)
			}
		}
		if len(x.Perhaps) > 0 {
			x.Counted = false
		}
	}
}

// who is the key of all principals.
func (m *Meeting) who() string {
	who := slices.Clone(m.principals)
	slices.Sort(who)
	return strings.Join(who, "\x00")
}

// mayBe: a telling without a day of its own may be of another meeting.
func (m *Meeting) mayBe(o *Meeting) bool {
	if (m.Kind == "phone-call") != (o.Kind == "phone-call") {
		return false
	}
	if m.weak && m.Day() != "" {
		return o.Day() < m.Day() && daysBetween(o.Day(), m.Day()) <= mostApart
	}
	f := parseWhen(m.Time).fits(parseWhen(o.Time))
	return f == coarser || f == same
}

// count counts meetings and pairs.
func (m *Meetings) count(known *names) {
	at := map[string]*Pair{}
	for i := range m.Meetings {
		x := &m.Meetings[i]
		m.Tellings += len(x.Tellings)
		if !x.Counted {
			continue
		}
		m.Counted++
		for _, k := range pairs(toSet(x.principals)) {
			p := m.pair(k, x)
			if p == nil {
				continue
			}
			key := p.A + "\x00" + p.B
			if at[key] == nil {
				at[key] = p
			}
			at[key].add(x)
		}
	}
	printed := m.printed(known)
	for _, p := range at {
		p.A, p.B = printed[p.A], printed[p.B]
		m.Pairs = append(m.Pairs, *p)
	}
	slices.SortFunc(m.Pairs, func(a, b Pair) int {
		return cmp.Or(b.Meetings+b.WithOthers-a.Meetings-a.WithOthers, b.Meetings-a.Meetings, cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}

// add counts a meeting; they come in the order of their days.
func (p *Pair) add(x *Meeting) {
	if len(x.principals) == 2 {
		p.Meetings++
	} else {
		p.WithOthers++
	}
	p.First, p.Last = cmp.Or(p.First, x.Day()), max(p.Last, x.Day())
}

// pair makes a pair of two keys, with who is asked for first; nil where it
// does not have who is asked for.
func (m *Meetings) pair(keys string, x *Meeting) *Pair {
	a, b, _ := strings.Cut(keys, "\x00")
	if len(m.Between) > 0 {
		if b == m.Between[0].Name {
			a, b = b, a
		}
		if a != m.Between[0].Name || len(m.Between) == 2 && b != m.Between[1].Name {
			return nil
		}
	}
	return &Pair{A: a, B: b}
}

// printed gives how keys are printed.
func (m *Meetings) printed(known *names) map[string]string {
	out := map[string]string{}
	for i := range m.Meetings {
		for _, p := range m.Meetings[i].Parties {
			if k := known.key("", archive.Party{Name: p.Name}); out[k] == "" {
				out[k] = p.Name
			}
		}
	}
	for _, b := range m.Between {
		out[b.Name] = b.Name
	}
	return out
}

func toSet(of []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range of {
		out[s] = true
	}
	return out
}
