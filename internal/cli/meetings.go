package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/ledger"
)

// meetingsFlags are those of dateline meetings.
type meetingsFlags struct {
	ledgerFlags
	ask  ledger.MeetingAsk
	list bool
}

// meetingsCommand is dateline meetings.
func (a *app) meetingsCommand() *cobra.Command {
	f := &meetingsFlags{}
	c := &cobra.Command{
		Use:   "meetings [NAME [NAME]]",
		Short: "say who met whom how often, and list the meetings of two",
		Long: "meetings counts who met whom, most first: meetings, talks, video meetings and calls.\n" +
			"With one name it counts with whom; with two it lists the meetings of the two. A\n" +
			"meeting that several reports tell is one, with its tellings and what they do not\n" +
			"agree on. Numbers that reports give (第41次会晤) are held against what is counted. What\n" +
			"the archive does not tell stays missing: a gap is shown and not filled.",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 2 || len(args) == 2 && archive.Fold(args[0]) == archive.Fold(args[1]) {
				return &fault.Error{Meaning: fault.Usage, Say: "meetings takes two different names at most", Hint: c.UseLine()}
			}
			return nil
		},
	}
	c.RunE = a.ledger(&f.ledgerFlags, func(ctx context.Context, s archive.Archive, args []string) error {
		f.ask.Between = args
		return a.meetings(ctx, s, f)
	})
	f.addTo(c, "pairs, or meetings")
	set := c.Flags()
	set.BoolVar(&f.list, "list", false, "list meetings, and not who met whom; with two names it is so anyway")
	set.StringSliceVar(&f.ask.Kinds, "kind", nil, "only of this `KIND`: "+strings.Join(ledger.MeetingKinds, ", "))
	set.StringVar(&f.ask.From, "from", "", "only meetings from this `DAY` on")
	set.StringVar(&f.ask.To, "to", "", "only meetings up to this `DAY`")
	return c
}

func (a *app) meetings(ctx context.Context, s archive.Archive, f *meetingsFlags) error {
	for _, d := range []string{f.ask.From, f.ask.To} {
		if d != "" && !archive.ValidDay(d) {
			return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("%q is not a date", d), Hint: "give YYYY, YYYY-MM or YYYY-MM-DD"}
		}
	}
	m, err := ledger.FindMeetings(ctx, s, f.ask)
	if err != nil {
		return err
	}
	list := f.list || len(f.ask.Between) == 2
	pairs, from := m.Pairs, 0
	if n := f.most(); n > 0 {
		pairs = pairs[:min(n, len(pairs))]
		from = max(0, len(m.Meetings)-n)
	}
	places, err := meetingPlaces(ctx, s, m, from, list)
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(meetingsOf(m, pairs, from, list, places))
	}
	if f.csv && !list {
		return a.writeCSV(pairSheet(pairs))
	}
	if f.csv {
		return a.writeCSV(tellingSheet(m, from, places))
	}
	return a.showMeetings(f, m, pairs, from, list, places)
}

// meetingPlaces finds the tellings of the meetings that are listed.
func meetingPlaces(ctx context.Context, s archive.Archive, m *ledger.Meetings, from int, list bool) (map[string]ledger.Place, error) {
	var ids []string
	if list {
		for _, x := range m.Meetings[from:] {
			for _, t := range x.Tellings {
				ids = append(ids, t.ID)
			}
		}
	}
	return ledger.Places(ctx, s, ids)
}

func (a *app) showMeetings(f *meetingsFlags, m *ledger.Meetings, pairs []ledger.Pair, from int, list bool, places map[string]ledger.Place) error {
	fmt.Fprintf(a.out, "%s in %s; the archive goes from %s\n", plural(m.Counted, "meeting"), plural(m.Tellings, "telling"), stretch(m.First, m.Last))
	for _, b := range m.Between {
		if names := strings.Join(b.Names, ", "); names != b.Name {
			fmt.Fprintf(a.out, "%s is %s\n", b.Name, names)
		}
	}
	if n := len(m.Meetings) - m.Counted; n > 0 {
		fmt.Fprintf(a.out, "%d more are not counted: planned or called off, without a day, or perhaps one of the others\n", n)
	}
	var err error
	if list {
		if from > 0 {
			fmt.Fprintln(a.out, shownOf(len(m.Meetings)-from, len(m.Meetings), "row"))
		}
		err = a.write(&f.ledgerFlags, "", meetingSheet(m, from, places))
	} else {
		err = a.write(&f.ledgerFlags, shownOf(len(pairs), len(m.Pairs), "pair"), pairSheet(pairs))
	}
	if err != nil {
		return err
	}
	if len(m.Between) == 2 || list {
		return a.write(&f.ledgerFlags, "\nnumbers that reports give", ordinalSheet(m))
	}
	return nil
}

func pairSheet(pairs []ledger.Pair) sheet {
	t := sheet{columns: columns("meetings", "with others", "who*", "whom*", "days")}
	for _, p := range pairs {
		others := ""
		if p.WithOthers > 0 {
			others = fmt.Sprint(p.WithOthers)
		}
		t.rows = append(t.rows, []string{fmt.Sprint(p.Meetings), others, p.A, p.B, stretch(p.First, p.Last)})
	}
	return t
}

// meetingSheet has a row for each meeting, with the characters of the telling
// that came first.
func meetingSheet(m *ledger.Meetings, from int, places map[string]ledger.Place) sheet {
	t := sheet{columns: columns("n", "time", "kind", "id", "at", "says")}
	for i := from; i < len(m.Meetings); i++ {
		x := &m.Meetings[i]
		e := x.Tellings[0]
		t.rows = append(t.rows, []string{fmt.Sprint(i + 1), x.Time, x.Kind, e.ID, at(places[e.ID]), meetingSays(x)})
	}
	return t
}

// meetingSays is what else is to be said of a meeting.
func meetingSays(x *ledger.Meeting) string {
	var out, who []string
	switch {
	case x.Status != "happened":
		out = append(out, x.Status)
	case len(x.Perhaps) > 0:
		out = append(out, "perhaps "+numbers(x.Perhaps))
	case !x.Counted:
		out = append(out, "not counted")
	}
	for _, p := range x.Parties {
		if p.Role != "attendee" {
			who = append(who, p.Name)
		}
	}
	out = append(out, strings.Join(who, ", "))
	if x.Place != "" {
		out = append(out, x.Place)
	}
	if len(x.Tellings) > 1 {
		var also []string
		for _, e := range x.Tellings[1:] {
			also = append(also, e.ID)
		}
		out = append(out, "told also in "+strings.Join(also, " "))
	}
	return strings.Join(append(out, disagreements(x)...), "; ")
}

// disagreements are those on the kind, the time and the place: of parties and
// titles a shorter report has fewer.
func disagreements(x *ledger.Meeting) []string {
	var out []string
	for _, d := range x.Differ {
		if d.What == "party" || d.What == "title" {
			continue
		}
		var values []string
		for _, v := range d.Values {
			values = append(values, v.Value)
		}
		out = append(out, d.What+" told as "+strings.Join(values, " and "))
	}
	return out
}

// numbers writes indexes as they are printed.
func numbers(of []int) string {
	var out []string
	for _, i := range of {
		out = append(out, fmt.Sprint(i+1))
	}
	return strings.Join(out, " or ")
}

func ordinalSheet(m *ledger.Meetings) sheet {
	t := sheet{columns: columns("n", "stated", "counted", "since", "id", "says")}
	for _, c := range m.Ordinals {
		counted, says := fmt.Sprint(c.Counted), []string{c.Series}
		switch {
		case c.Since == "":
			counted = ""
			says = append(says, "the report does not say from which day")
		case !c.Known:
			says = append(says, "what was before the archive is not counted")
		case c.Gap > 0:
			says = append(says, fmt.Sprintf("%d are not told in the archive", c.Gap))
		case c.Gap < 0:
			says = append(says, fmt.Sprintf("%d more are counted than the report counts", -c.Gap))
		}
		if c.Holds == archive.No {
			says = append(says, fmt.Sprintf("not greater than number %d of %s", c.Before, c.BeforeID))
		}
		t.rows = append(t.rows, []string{fmt.Sprint(c.Meeting + 1), fmt.Sprint(c.Stated), counted, c.Since, c.ID, strings.Join(says, "; ")})
	}
	return t
}

// tellingSheet has a row for each telling, for a program.
func tellingSheet(m *ledger.Meetings, from int, places map[string]ledger.Place) sheet {
	t := sheet{columns: columns("meeting", "counted", "id", "day", "kind", "status", "time", "basis", "place", "principals", "attendees", "ordinal", "series", "at", "trigger")}
	for i := from; i < len(m.Meetings); i++ {
		for _, e := range m.Meetings[i].Tellings {
			var principals, others []string
			for _, p := range e.Parties {
				if p.Role == "attendee" {
					others = append(others, p.Name)
				} else {
					principals = append(principals, p.Name)
				}
			}
			p := places[e.ID]
			t.rows = append(t.rows, []string{fmt.Sprint(i + 1), fmt.Sprint(m.Meetings[i].Counted), e.ID, e.Day, e.Kind, e.Status, e.Time, e.Basis, e.Place,
				strings.Join(principals, "|"), strings.Join(others, "|"), e.Ordinal, e.Series, at(p), p.Span.Text})
		}
	}
	return t
}
