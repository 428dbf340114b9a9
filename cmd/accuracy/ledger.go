package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/ledger"
	"dateline/record"
)

// ledgerSamples are what can be drawn from an archive: merged tellings, and
// counted meetings.
var ledgerSamples = map[string]func(*ledger.Meeting) bool{
	"meetings": func(m *ledger.Meeting) bool { return len(m.Tellings) > 1 },
	"counted":  func(m *ledger.Meeting) bool { return m.Counted },
}

// sampleLedger draws meetings of an archive with the text around each telling.
func sampleLedger(out io.Writer, file, what string, n int, seed uint64, around int) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, file, sqlite.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	all, err := ledger.FindMeetings(ctx, s, ledger.MeetingAsk{})
	if err != nil {
		return err
	}
	var drawn []*ledger.Meeting
	for i := range all.Meetings {
		if ledgerSamples[what](&all.Meetings[i]) {
			drawn = append(drawn, &all.Meetings[i])
		}
	}
	fmt.Fprintf(out, "%d %s of %d meetings\n", len(drawn), what, len(all.Meetings))
	rng := rand.New(rand.NewPCG(seed, 0))
	rng.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	for i, m := range drawn[:min(n, len(drawn))] {
		if err := printMeeting(ctx, out, s, i+1, m, around); err != nil {
			return err
		}
	}
	return nil
}

func printMeeting(ctx context.Context, out io.Writer, s archive.Archive, n int, m *ledger.Meeting, around int) error {
	var who []string
	for _, p := range m.Parties {
		if p.Role != "attendee" {
			who = append(who, p.Name)
		}
	}
	fmt.Fprintf(out, "\n%d. %s %s %s | %s | counted %v | %s\n", n, m.Kind, m.Time, m.Place, strings.Join(who, " "), m.Counted, strings.Join(m.Rules, " "))
	for _, t := range m.Tellings {
		source, id := archive.SplitID(t.ID)
		x, err := s.Source(ctx, source)
		if err != nil {
			return err
		}
		r, err := s.Record(ctx, source)
		if err != nil {
			return err
		}
		_, v := archive.Find(r, id)
		e, ok := v.(*record.Event)
		if !ok {
			return fmt.Errorf("%s is no event", t.ID)
		}
		fmt.Fprintf(out, "   %s of %s: %s %s %s (%s) %s\n      %s\n", t.ID, t.Day, t.Kind, t.Status, t.Time, t.Basis, t.Place, view{[]rune(x.Text), around}.at(e.Trigger))
	}
	return nil
}
