package event

import (
	"slices"
	"sort"
	"strings"

	"dateline/internal/span"
)

// result merges what is told twice and gives the events in order.
func (r *reader) result() []Event {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].at < r.found[j].at })
	var kept []*happening
	for _, h := range r.found {
		if h.weak && !h.own && len(h.Participants) == 0 {
			continue
		}
		if i := r.toldBefore(kept, h); i >= 0 {
			r.merge(kept[i], h)
			continue
		}
		kept = append(kept, h)
	}
	out := make([]Event, 0, len(kept))
	for _, h := range kept {
		r.running(h)
		h.PLOVER, h.CAMEO = codes(&h.Event)
		h.Told, h.Aside = h.said, h.weak
		out = append(out, h.Event)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Trigger.Start < out[j].Trigger.Start })
	return out
}

// toldBefore is the place in a list of the event that h tells again, -1 for
// none.
func (r *reader) toldBefore(list []*happening, h *happening) int {
	for i := len(list) - 1; i >= max(0, len(list)-tellings); i-- {
		if r.same(list[i], h) {
			return i
		}
	}
	return -1
}

// same reports whether two tellings of an article are of one event: kind and
// principals agree, times and places do not contradict each other.
func (r *reader) same(a, b *happening) bool {
	if a.Kind != b.Kind || (a.Status == "planned") != (b.Status == "planned") || a.at < b.to && b.at < a.to {
		return a.Kind == b.Kind && a.at < b.to && b.at < a.to
	}
	if a.own && b.own && !agree(a.Time, b.Time) {
		return false
	}
	p, q := principals(&a.Event), principals(&b.Event)
	switch a.Kind {
	case Convene:
		return r.oneSitting(a, b, p, q)
	case Attend:
		return slices.Equal(p, q) && a.object != "" && a.object == b.object
	case Sign, Issue:
		if len(a.Works) > 0 && len(b.Works) > 0 && !slices.Equal(a.Works, b.Works) {
			return false
		}
		return slices.Equal(p, q) && (len(a.Works) > 0 || a.paragraph == b.paragraph || b.weak)
	case Letter, Speech, Appoint:
		return len(p) > 0 && slices.Equal(p, q)
	case Visit, Arrive, Depart:
		return subset(p, q) && a.call == b.call && r.onePlace(a, b)
	}
	return subset(p, q)
}

// oneSitting reports whether two sittings are one: by the same number, or by
// the body that sits.
func (r *reader) oneSitting(a, b *happening, p, q []string) bool {
	if a.Ordinal != b.Ordinal && a.Ordinal != "" && b.Ordinal != "" {
		return false
	}
	for _, x := range p {
		for _, y := range q {
			if x == y || strings.HasSuffix(x, y) || strings.HasSuffix(y, x) {
				return true
			}
		}
	}
	return len(p) == 0 || len(q) == 0
}

// onePlace reports whether the places of two events can be one.
func (r *reader) onePlace(a, b *happening) bool {
	if a.site.empty() || b.site.empty() {
		return true
	}
	s, t := r.printed(a.site), r.printed(b.site)
	return strings.Contains(s, t) || strings.Contains(t, s) || homely[s] || homely[t]
}

var homely = words(`我国 中国 华 中 此 此间 我國 中國 華 日 美 俄 苏`)

// agree reports whether two times do not contradict each other.
func agree(a, b string) bool {
	return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// principals are the names that make an event what it is.
func principals(e *Event) []string {
	var out []string
	for _, p := range e.Participants {
		if p.Role != "attendee" && p.Role != "receiver" && !slices.Contains(out, p.Name) {
			out = append(out, p.Name)
		}
	}
	slices.Sort(out)
	return out
}

// subset reports whether one of two lists holds the other and neither is
// empty.
func subset(p, q []string) bool {
	if len(p) > len(q) {
		p, q = q, p
	}
	for _, x := range p {
		if !slices.Contains(q, x) {
			return false
		}
	}
	return len(p) > 0
}

// merge takes what a second telling adds.
func (r *reader) merge(a, b *happening) {
	if a.body && !b.body && len(principals(&b.Event)) > 0 {
		a.Participants = slices.DeleteFunc(a.Participants, func(p Participant) bool {
			return slices.ContainsFunc(b.Participants, func(q Participant) bool { return q.Name != p.Name && strings.HasSuffix(p.Name, q.Name) })
		})
	}
	for _, p := range b.Participants {
		a.join(p)
	}
	if b.own && (!a.own || len(b.Time) > len(a.Time)) {
		a.Time, a.Ref, a.Basis, a.own = b.Time, b.Ref, b.Basis, true
	}
	if a.Place == (span.Span{}) || b.Place != (span.Span{}) && b.Place.Len() > a.Place.Len() && strings.Contains(b.Place.In(r.c.Body), a.Place.In(r.c.Body)) {
		a.Place, a.site = b.Place, b.site
	}
	if a.weak && !b.weak && b.said < 0 {
		a.Trigger, a.weak = b.Trigger, false
	}
	if a.said >= 0 {
		a.said = b.said
	}
	if a.Ordinal == "" {
		a.Ordinal, a.Series = b.Ordinal, b.Series
	}
	for _, w := range b.Works {
		if !slices.Contains(a.Works, w) {
			a.Works = append(a.Works, w)
		}
	}
}
