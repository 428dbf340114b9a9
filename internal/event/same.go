package event

import "slices"

// Told is an event of an article of the page.
type Told struct {
	Article int
	Event   *Event
}

// Same says which events of a page tell one happening in several articles:
// kind and principals agree, and the times do not contradict each other. It
// sets SameAs to the numbers in the list. An event without a time or without
// principals is the same as nothing.
func Same(list []Told) {
	names := make([][]string, len(list))
	for i, t := range list {
		names[i] = principals(t.Event)
	}
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := list[i], list[j]
			if a.Article == b.Article || a.Event.Kind != b.Event.Kind || a.Event.Time == "" || b.Event.Time == "" {
				continue
			}
			if len(names[i]) > 0 && slices.Equal(names[i], names[j]) && agree(a.Event.Time, b.Event.Time) {
				a.Event.SameAs = append(a.Event.SameAs, j)
				b.Event.SameAs = append(b.Event.SameAs, i)
			}
		}
	}
}
