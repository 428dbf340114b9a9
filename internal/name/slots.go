package name

// slots says for each character of a text which of a list's items is over it,
// as a number plus one. Pages can be long: no step may compare all names with
// all others.
type slots []int32

// newSlots makes slots for n characters.
func newSlots(n int) slots { return make(slots, n) }

// put notes item k over [i, j).
func (s slots) put(k, i, j int) {
	for ; i < j; i++ {
		s[i] = int32(k + 1)
	}
}

// clear notes that no item is over [i, j).
func (s slots) clear(i, j int) { clear(s[i:j]) }

// any reports whether an item is over one of the characters [i, j).
func (s slots) any(i, j int) bool {
	for i = max(i, 0); i < min(j, len(s)); i++ {
		if s[i] != 0 {
			return true
		}
	}
	return false
}

// at is the item over character i, -1 where there is none.
func (s slots) at(i int) int {
	if i < 0 || i >= len(s) {
		return -1
	}
	return int(s[i]) - 1
}

// reindex notes where the people are, after the list was changed.
func (b *body) reindex() {
	clear(b.over)
	for k, c := range b.people {
		b.over.put(k, c.start, c.end)
	}
}

// startsAt is the candidate that begins at i, nil where none does.
func (b *body) startsAt(i int) *cand {
	if k := b.over.at(i); k >= 0 && b.people[k].start == i {
		return &b.people[k]
	}
	return nil
}

// endsAt is the candidate that ends at i, nil where none does.
func (b *body) endsAt(i int) *cand {
	if k := b.over.at(i - 1); k >= 0 && b.people[k].end == i {
		return &b.people[k]
	}
	return nil
}

// thingEnding is the number of the place or body that ends at i, -1 where
// none does.
func (b *body) thingEnding(i int) int {
	if k := b.overThings.at(i - 1); k >= 0 && b.things[k].end == i {
		return k
	}
	return -1
}

// reindexThings notes where the places and bodies are.
func (b *body) reindexThings() {
	clear(b.overThings)
	for k, t := range b.things {
		b.overThings.put(k, t.start, t.end)
	}
}
