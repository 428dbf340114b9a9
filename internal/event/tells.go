package event

import "unicode/utf8"

// Tells reports whether a word, folded to the Simplified script, is one that
// tells an event, alone or with a noun after it.
func Tells(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	for _, g := range triggers().of(first) {
		if g.word == word && g.frame != welcoming && g.frame != cancelling && g.frame != holding {
			return true
		}
	}
	return false
}
