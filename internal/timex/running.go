package timex

import "strings"

// Told is another article of the page, with its times.
type Told struct {
	// Day is the ISO day of its dateline, "" none.
	Day string
	// Body is its text and Times what Find gave for it.
	Body  string
	Times []Time
}

// alike is how much of two sentences' character pairs must be the same for
// them to tell the same thing (Dice's coefficient; retellings in the gold
// have 0.5 and more, sentences about the same people 0.3 and less).
const alike = 0.42

// What Running looks at: the opening sentences of the article, and no more
// than so many bytes of the others.
const (
	maxOpening = 12
	maxTold    = 400000
)

// Running gives the time that an article without a dateline goes on from, as
// the seed of its context: the day that another article of the page gives
// the same happening, else the day of the other datelines when there is only
// one. It is nil where neither fixes it.
func Running(body string, others []Told) *Time {
	var opening []map[[2]rune]bool
	for _, s := range sentences(body, maxOpening) {
		opening = append(opening, pairsOf(s))
	}
	var best *Time
	most, looked := alike, 0
	for _, o := range others {
		if looked += len(o.Body); looked > maxTold {
			break
		}
		if t, score := o.retells(opening); score > most {
			best, most = t, score
		}
	}
	if best != nil {
		return best
	}
	return onlyDay(others)
}

// onlyDay is the datelines' day when they have one in common.
func onlyDay(others []Told) *Time {
	day := ""
	for _, o := range others {
		switch {
		case o.Day == "":
		case day == "":
			day = o.Day
		case day != o.Day:
			return nil
		}
	}
	if day == "" {
		return nil
	}
	return &Time{Type: TypeDate, Value: day, Rule: "dateline"}
}

// retells is the time of the sentence most like one of the opening, and how
// alike the two are.
func (o Told) retells(opening []map[[2]rune]bool) (*Time, float64) {
	var best *Time
	most := 0.0
	at := 0
	for _, q := range sentences(o.Body, -1) {
		from := at
		at += len(q)
		t := o.dayIn(from, at)
		if t == nil {
			continue
		}
		pairs := pairsOf(q)
		for _, s := range opening {
			if d := dice(s, pairs); d > most {
				best, most = t, d
			}
		}
	}
	return best, most
}

// dayIn is the one day named in a range of the body, nil where there is none
// or more than one.
func (o Told) dayIn(from, to int) *Time {
	var found *Time
	for i := range o.Times {
		t := &o.Times[i]
		if t.Span.Start < from || t.Span.Start >= to {
			continue
		}
		p, ok := parseValue(t.Value)
		if !ok || !p.dated() {
			continue
		}
		if found != nil && found.Value[:10] != t.Value[:10] {
			return nil
		}
		found = t
	}
	return found
}

// sentences cuts a text after its full stops, up to so many pieces; without a
// limit the pieces together are the text.
func sentences(s string, most int) []string {
	var out []string
	from := 0
	for i, r := range s {
		if in(r, "。！？\n") {
			e := i + len(string(r))
			out = append(out, s[from:e])
			from = e
			if len(out) == most {
				return out
			}
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// pairsOf are the pairs of neighbouring characters, marks left out.
func pairsOf(s string) map[[2]rune]bool {
	m := map[[2]rune]bool{}
	var prev rune
	for _, r := range s {
		if pause(r) || isGap(r) {
			prev = 0
			continue
		}
		if prev != 0 {
			m[[2]rune{prev, r}] = true
		}
		prev = r
	}
	return m
}

// dice is twice the pairs in common over all pairs; sentences of fewer than
// eight pairs say too little.
func dice(a, b map[[2]rune]bool) float64 {
	if len(a) < 8 || len(b) < 8 {
		return 0
	}
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}

// hasAny reports that s has one of the words.
func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
