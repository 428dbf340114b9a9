package name

import "dateline/internal/tagger"

// What begins and ends at a character.
const (
	hasEnd    = 1 << iota // an office ends
	hasMod                // one begins, modifiers included
	hasStart              // one begins, with its body
	markEnd               // the tagger's place or body ends
	personEnd             // the tagger's person ends
)

// placed is an item of a list by a place of it.
type placed struct{ at, k int32 }

// place adds office k to a list of offices that is kept in the order of their
// places, and notes it at the character. They come nearly in that order.
func (b *body) place(list []placed, at, k int, flag uint8) []placed {
	b.flags[at] |= flag
	list = append(list, placed{int32(at), int32(k)})
	for i := len(list) - 1; i > 0 && list[i-1].at > list[i].at; i-- {
		list[i-1], list[i] = list[i], list[i-1]
	}
	return list
}

// find gives the last item at a character that the flag is set for.
func (b *body) find(list []placed, at int, flag uint8) (int, bool) {
	if at < 0 || at >= len(b.flags) || b.flags[at]&flag == 0 {
		return 0, false
	}
	i, j := 0, len(list)
	for i < j {
		if m := (i + j) / 2; list[m].at <= int32(at) {
			i = m + 1
		} else {
			j = m
		}
	}
	if i == 0 || list[i-1].at != int32(at) {
		return 0, false
	}
	return int(list[i-1].k), true
}

// officeEnds is the number of the office that ends at i.
func (b *body) officeEnds(i int) (int, bool) { return b.find(b.atEnd, i, hasEnd) }

// officeBegins is the number of the office that begins at i with its
// modifiers.
func (b *body) officeBegins(i int) (int, bool) { return b.find(b.atMod, i, hasMod) }

// officeStarts is the number of the office that begins at i with its body.
func (b *body) officeStarts(i int) (int, bool) { return b.find(b.atStart, i, hasStart) }

// flagMarks notes where the tagger's marks end.
func (b *body) flagMarks() {
	for _, m := range b.read.Marks {
		if m.Kind == tagger.Person {
			b.flags[m.End] |= personEnd
		} else {
			b.flags[m.End] |= markEnd
		}
	}
}

// personEnds reports whether the tagger has a person that ends at i.
func (b *body) personEnds(i int) bool {
	return i >= 0 && i < len(b.flags) && b.flags[i]&personEnd != 0
}

// markEnds is the number of the tagger's place or body that ends at i.
func (b *body) markEnds(i int) (int, bool) {
	if i < 0 || i >= len(b.flags) || b.flags[i]&markEnd == 0 {
		return 0, false
	}
	m := b.read.Marks
	k, j := 0, len(m)
	for k < j {
		if h := (k + j) / 2; m[h].End < i {
			k = h + 1
		} else {
			j = h
		}
	}
	return k, k < len(m) && m[k].End == i && m[k].Kind != tagger.Person
}
