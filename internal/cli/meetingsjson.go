package cli

import (
	"dateline/internal/archive"
	"dateline/internal/ledger"
)

// meetingsJSON is who met whom; meetings are numbered from 1.
type meetingsJSON struct {
	Between  []askedJSON   `json:"between"`
	First    string        `json:"first"`
	Last     string        `json:"last"`
	Counted  int           `json:"counted"`
	Tellings int           `json:"tellings"`
	Pairs    []pairJSON    `json:"pairs"`
	Meetings []meetingJSON `json:"meetings"`
	Ordinals []ordinalJSON `json:"ordinals"`
}

type askedJSON struct {
	Name  string   `json:"name"`
	Names []string `json:"names"`
}

type pairJSON struct {
	A          string `json:"a"`
	B          string `json:"b"`
	Meetings   int    `json:"meetings"`
	WithOthers int    `json:"with_others"`
	First      string `json:"first"`
	Last       string `json:"last"`
}

type meetingJSON struct {
	N        int              `json:"n"`
	Kind     string           `json:"kind"`
	Status   string           `json:"status"`
	Time     string           `json:"time"`
	Basis    string           `json:"basis,omitempty"`
	Place    string           `json:"place,omitempty"`
	Counted  bool             `json:"counted"`
	Perhaps  []int            `json:"perhaps,omitempty"`
	Parties  []attendanceJSON `json:"parties"`
	Ordinal  string           `json:"ordinal,omitempty"`
	Series   string           `json:"series,omitempty"`
	Rules    []string         `json:"rules"`
	Tellings []tellingJSON    `json:"tellings"`
	Differ   []differJSON     `json:"differ"`
}

type attendanceJSON struct {
	Name   string   `json:"name"`
	Role   string   `json:"role,omitempty"`
	Titles []string `json:"titles"`
	In     int      `json:"in"`
}

type tellingJSON struct {
	ID      string       `json:"id"`
	Day     string       `json:"day"`
	Kind    string       `json:"kind"`
	Status  string       `json:"status"`
	Time    string       `json:"time"`
	Basis   string       `json:"basis,omitempty"`
	In      string       `json:"place,omitempty"`
	Ordinal string       `json:"ordinal,omitempty"`
	Series  string       `json:"series,omitempty"`
	Parties []*partyJSON `json:"parties"`
	placeJSON
}

type differJSON struct {
	What   string      `json:"what"`
	Of     string      `json:"of,omitempty"`
	Values []valueSaid `json:"values"`
}

type valueSaid struct {
	Value string   `json:"value"`
	IDs   []string `json:"ids"`
}

type ordinalJSON struct {
	N        int      `json:"n"`
	ID       string   `json:"id"`
	Between  []string `json:"between"`
	Series   string   `json:"series"`
	Stated   int      `json:"stated"`
	Since    string   `json:"since"`
	Known    bool     `json:"known"`
	Counted  int      `json:"counted"`
	Gap      int      `json:"gap"`
	Before   int      `json:"before,omitempty"`
	BeforeID string   `json:"before_id,omitempty"`
	Holds    *bool    `json:"holds"`
}

// meetingsOf takes the meetings from one on where they are listed.
func meetingsOf(m *ledger.Meetings, pairs []ledger.Pair, from int, list bool, places map[string]ledger.Place) meetingsJSON {
	out := meetingsJSON{First: m.First, Last: m.Last, Counted: m.Counted, Tellings: m.Tellings, Meetings: []meetingJSON{},
		Between:  listOf(m.Between, func(x ledger.Asked) askedJSON { return askedJSON(x) }),
		Pairs:    listOf(pairs, func(p ledger.Pair) pairJSON { return pairJSON(p) }),
		Ordinals: listOf(m.Ordinals, ordinalOf)}
	for i := from; list && i < len(m.Meetings); i++ {
		out.Meetings = append(out.Meetings, meetingOf(m, i, places))
	}
	return out
}

func meetingOf(m *ledger.Meetings, i int, places map[string]ledger.Place) meetingJSON {
	x := &m.Meetings[i]
	out := meetingJSON{N: i + 1, Kind: x.Kind, Status: x.Status, Time: x.Time, Basis: x.Basis, Place: x.Place, Counted: x.Counted, Ordinal: x.Ordinal, Series: x.Series,
		Rules: append([]string{}, x.Rules...),
		Parties: listOf(x.Parties, func(p ledger.Attendance) attendanceJSON {
			return attendanceJSON{p.Name, p.Role, append([]string{}, p.Titles...), p.In}
		}),
		Tellings: listOf(x.Tellings, func(e archive.EventRow) tellingJSON { return tellingOf(e, places) }),
		Differ: listOf(x.Differ, func(d ledger.Difference) differJSON {
			return differJSON{d.What, d.Of, listOf(d.Values, func(v ledger.Telling) valueSaid { return valueSaid(v) })}
		})}
	for _, k := range x.Perhaps {
		out.Perhaps = append(out.Perhaps, k+1)
	}
	return out
}

func tellingOf(e archive.EventRow, places map[string]ledger.Place) tellingJSON {
	return tellingJSON{e.ID, e.Day, e.Kind, e.Status, e.Time, e.Basis, e.Place, e.Ordinal, e.Series, listOf(e.Parties, partyOf), placeOf(places[e.ID])}
}

func ordinalOf(c ledger.OrdinalCheck) ordinalJSON {
	out := ordinalJSON{N: c.Meeting + 1, ID: c.ID, Between: append([]string{}, c.Between...), Series: c.Series, Stated: c.Stated, Since: c.Since, Known: c.Known,
		Counted: c.Counted, Gap: c.Gap, Before: c.Before, BeforeID: c.BeforeID}
	if c.Holds != archive.Unknown {
		holds := c.Holds == archive.Yes
		out.Holds = &holds
	}
	return out
}
