package ledger

import (
	"cmp"
	"slices"
	"time"

	"dateline/internal/archive"
)

// meeting makes a meeting of its tellings.
func (g *group) meeting(name naming) Meeting {
	all := slices.Clone(g.all)
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	m := Meeting{Rules: g.rules}
	for _, t := range all {
		m.Tellings = append(m.Tellings, t.EventRow)
	}
	m.Kind, m.Place = g.most(kindOf), g.most(placeIn)
	m.Status = status(all)
	m.Ordinal, m.Series = g.most(func(t told) string { return t.Ordinal }), g.most(func(t told) string { return t.Series })
	// The telling that came first says the most of the time.
	m.Time, m.Basis = g.all[0].Time, g.all[0].Basis
	m.attend(all, name)
	m.weak = all[0].weak && g.all[0].weak
	m.Counted = m.Status == "happened" && m.Day() != "" && len(m.principals) >= 2
	m.differ(all, name)
	return m
}

func kindOf(t told) string  { return t.Kind }
func placeIn(t told) string { return t.Place }

// status: what a telling says has happened has, but for one that stands in an
// article of a day before.
func status(all []told) string {
	last := ""
	for _, t := range all {
		if t.Status == "happened" && (t.Day == "" || t.when.grain == noTime || t.when.first.Format(time.DateOnly)[:len(t.Day)] <= t.Day) {
			return t.Status
		}
		if last = t.Status; last == "happened" {
			last = "planned"
		}
	}
	return last
}

// most is the value that most tellings give, of those the one of the telling
// that says the most.
func (g *group) most(of func(told) string) string {
	n := map[string]int{}
	best := ""
	for _, t := range g.all {
		if v := of(t); v != "" {
			n[v]++
		}
	}
	for _, t := range g.all {
		if v := of(t); n[v] > n[best] {
			best = v
		}
	}
	return best
}

// attend lists who took part.
func (m *Meeting) attend(all []told, name naming) {
	at := map[string]int{}
	for _, t := range all {
		for _, p := range t.Parties {
			k := name(t.source, p)
			i, ok := at[k]
			if !ok {
				i = len(m.Parties)
				at[k] = i
				m.Parties = append(m.Parties, Attendance{Name: p.Name, Role: p.Role})
			}
			if t.principals[k] && !slices.Contains(m.principals, k) {
				m.principals = append(m.principals, k)
			}
			a := &m.Parties[i]
			a.In++
			if a.Role == "attendee" {
				a.Role = p.Role
			}
			if p.As != "" && !slices.Contains(a.Titles, p.As) {
				a.Titles = append(a.Titles, p.As)
			}
		}
	}
	slices.SortStableFunc(m.Parties, func(a, b Attendance) int { return rank(a) - rank(b) })
}

func rank(a Attendance) int {
	if a.Role == "attendee" {
		return 1
	}
	return 0
}

// differ lists on what the tellings do not agree.
func (m *Meeting) differ(all []told, name naming) {
	if len(all) < 2 {
		return
	}
	m.differs("kind", "", all, kindOf)
	m.differs("status", "", all, func(t told) string { return t.Status })
	m.differs("time", "", all, func(t told) string { return t.Time })
	m.differs("place", "", all, placeIn)
	m.differs("ordinal", "", all, func(t told) string { return t.Ordinal })
	for _, a := range m.Parties {
		k := name("", archive.Party{Name: a.Name})
		m.differs("title", a.Name, all, func(t told) string { return titleOf(t, k, name) })
		if a.In < len(all) {
			m.differs("party", a.Name, all, func(t told) string { return named(t, k, name) })
		}
	}
}

// differs notes a value if the tellings that give one give several.
func (m *Meeting) differs(what, of string, all []told, value func(told) string) {
	var out []Telling
	for _, t := range all {
		v := value(t)
		if v == "" {
			continue
		}
		i := slices.IndexFunc(out, func(x Telling) bool { return archive.Fold(x.Value) == archive.Fold(v) })
		if i < 0 {
			i = len(out)
			out = append(out, Telling{Value: v})
		}
		out[i].IDs = append(out[i].IDs, t.ID)
	}
	if len(out) > 1 {
		m.Differ = append(m.Differ, Difference{what, of, out})
	}
}

func titleOf(t told, key string, name naming) string {
	for _, p := range t.Parties {
		if p.As != "" && name(t.source, p) == key {
			return p.As
		}
	}
	return ""
}

// named says whether a telling names a party.
func named(t told, key string, name naming) string {
	for _, p := range t.Parties {
		if name(t.source, p) == key {
			return "named"
		}
	}
	return "not named"
}
