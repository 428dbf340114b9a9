package event

// Tells reports whether a word, folded to the Simplified script, is one that
// tells an event, alone or with a noun after it.
func Tells(word string) bool {
	for _, r := range word {
		for _, g := range triggers().of(r) {
			if g.word == word && g.frame != welcoming && g.frame != cancelling && g.frame != holding {
				return true
			}
		}
		break
	}
	return false
}
