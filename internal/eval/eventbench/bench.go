// Package eventbench measures events on the Chinese Emergency Corpus, news of
// accidents and disasters in which others marked every happening with its
// denoter, participants, time and place.
//
// In: the folder with the corpus, which is not part of this repository, and a
// reader of pages. Out: counts. Only those happenings are counted whose
// denoter is a word that tells an event here (会见, 抵达, 签署): the corpus
// marks deaths, rescues and earthquakes too, and takes bare nouns, wishes and
// rules for happenings, which are no events here. So found is less than all
// by convention, and the rows of participants, times and places are the ones
// to read: they are counted among the events that both have.
package eventbench

import (
	"fmt"
	"slices"
	"strings"

	"dateline/internal/eval"
	"dateline/internal/eval/cec"
	"dateline/internal/event"
	"dateline/record"
)

// happening is an event of the corpus, in code points of the page.
type happening struct {
	denoter      cec.Span
	participants []string
	places       []cec.Span
	times        []cec.Span
}

// tally counts what both sides have and how often they agree.
type tally struct{ cases, right int }

func (t *tally) count(ok bool) {
	t.cases++
	if ok {
		t.right++
	}
}

// score is what the bench counts.
type score struct{ found, participants, times, places tally }

// Figures are the rows for docs/accuracy.md.
func Figures(shared string, read cec.Reader) ([]eval.Row, error) {
	reports, err := cec.Reports(shared)
	if err != nil {
		return nil, err
	}
	var s score
	for _, r := range reports {
		if err := s.report(r, read); err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
	}
	row := func(name string, t tally, note string) eval.Row {
		return eval.Row{Name: name, Data: cec.Name, Cases: t.cases, Right: t.right, Score: float64(t.right) / float64(max(t.cases, 1)), Note: note}
	}
	return []eval.Row{
		row("events found", s.found, "denoters that are triggers here; wishes, rules and bare nouns count there"),
		row("participants", s.participants, "of those found: one of theirs among ours"),
		row("times", s.times, "of those found: a time of the sentence that both give"),
		row("places", s.places, "of those found: both give one, and they overlap"),
	}, nil
}

// page is the text of a report as a page, and its happenings.
func page(r cec.Report) (string, []happening) {
	var out []happening
	for i, p := range r.Paragraphs {
		out = append(out, happenings(p, r.At(i))...)
	}
	return r.Page(), out
}

// happenings are those of a paragraph that begins at a code point of the page.
func happenings(p cec.Paragraph, at int) []happening {
	byID := map[string]*happening{}
	var order []string
	for _, e := range p.Elements {
		if e.Tag == "Event" {
			id := e.Attrs["eid"]
			byID[id] = &happening{}
			order = append(order, id)
		}
	}
	for _, e := range p.Elements {
		h := byID[e.Event]
		if h == nil {
			continue
		}
		s := cec.Span{at + e.Start, at + e.End}
		switch e.Tag {
		case "Denoter":
			if event.Tells(e.Text) {
				h.denoter = s
			}
		case "Participant", "Object":
			h.participants = append(h.participants, e.Text)
		case "Time":
			h.times = append(h.times, s)
		case "Location":
			h.places = append(h.places, s)
		}
	}
	var out []happening
	for _, id := range order {
		if h := byID[id]; h.denoter[1] > 0 {
			out = append(out, *h)
		}
	}
	return out
}

// report reads one report and counts.
func (s *score) report(r cec.Report, read cec.Reader) error {
	text, list := page(r)
	if len(list) == 0 {
		return nil
	}
	rec, err := read(r.ID, text, r.Published())
	if err != nil {
		return err
	}
	for _, h := range list {
		i := slices.IndexFunc(rec.Events, func(e record.Event) bool { return h.denoter.Over(e.Trigger) })
		s.found.count(i >= 0)
		if i >= 0 {
			s.compare(h, &rec.Events[i], rec)
		}
	}
	return nil
}

// compare counts the parts of an event that both have.
func (s *score) compare(h happening, e *record.Event, rec *record.Record) {
	if len(h.participants) > 0 {
		s.participants.count(slices.ContainsFunc(e.Participants, func(p record.Participant) bool {
			return slices.ContainsFunc(h.participants, func(q string) bool { return strings.Contains(q, p.Name) || strings.Contains(p.Name, q) })
		}))
	}
	if len(h.times) > 0 && e.Time != nil && e.Time.Ref != "" {
		i := slices.IndexFunc(rec.Times, func(t record.Time) bool { return t.ID == string(e.Time.Ref) })
		s.times.count(i >= 0 && slices.ContainsFunc(h.times, func(x cec.Span) bool { return x.Over(rec.Times[i].Span) }))
	}
	if len(h.places) > 0 && e.Place != nil {
		s.places.count(slices.ContainsFunc(h.places, func(x cec.Span) bool { return x.Over(*e.Place) }))
	}
}
