package archive_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/record"
)

// otherRules is the record as other rules could have made it: other ids, some
// facts not found, some with other values, some told twice at one place.
func otherRules(rng *rand.Rand, r *record.Record) *record.Record {
	b, _ := json.Marshal(r)
	out := &record.Record{}
	_ = json.Unmarshal(b, out)
	out.Rules = "other"
	out.Times = slices.DeleteFunc(out.Times, func(record.Time) bool { return rng.IntN(6) == 0 })
	out.Figures = slices.DeleteFunc(out.Figures, func(record.Figure) bool { return rng.IntN(6) == 0 })
	out.Events = slices.DeleteFunc(out.Events, func(record.Event) bool { return rng.IntN(6) == 0 })
	out.Statements = slices.DeleteFunc(out.Statements, func(record.Statement) bool { return rng.IntN(6) == 0 })
	out.People = slices.DeleteFunc(out.People, func(record.Person) bool { return rng.IntN(6) == 0 })
	out.Checks, out.Slips = nil, nil
	for i := range out.Figures {
		if rng.IntN(5) == 0 {
			out.Figures[i].Value, out.Figures[i].Unit = "77", "{七}"
		}
	}
	for i := range out.Times {
		if rng.IntN(5) == 0 {
			out.Times[i].Value = "1999-01-02" // what others changes it to
		}
	}
	for i := range out.Events {
		e := &out.Events[i]
		switch rng.IntN(6) {
		case 0:
			e.Kind = "visit"
		case 1:
			twin := *e
			twin.Participants = []record.Participant{{Name: "双"}}
			out.Events = append(out.Events, twin)
		}
	}
	renumber(out)
	return out
}

// renumber gives facts other ids; what referred to one refers to none.
func renumber(r *record.Record) {
	n := 0
	next := func() string { n++; return fmt.Sprintf("n%d", n) }
	for i := range r.People {
		r.People[i].ID = next()
	}
	for _, f := range r.Facts() {
		f.ID = next()
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Speaker.Person, s.Event, s.Time, s.Within = "", "", "", ""
		if s.Hearer != nil {
			s.Hearer.Person = ""
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		e.Works, e.SameAs = nil, nil
		if e.Time != nil {
			e.Time.Ref = ""
		}
		for k := range e.Participants {
			e.Participants[k].Person = ""
		}
	}
	r.Fill()
}

// origin is a text with where each of its characters stood before, -1 for what
// is new and for copies.
type origin struct {
	runes []rune
	from  []int
}

// otherSource changes a text: lines that go, come, stand twice or change
// places, characters that change, breaks that go or come.
func otherSource(rng *rand.Rand, text string) origin {
	var o origin
	put := func(s string, from int) {
		for i, r := range []rune(s) {
			o.runes = append(o.runes, r)
			if from < 0 {
				o.from = append(o.from, -1)
			} else {
				o.from = append(o.from, from+i)
			}
		}
	}
	at := 0
	type part struct {
		s  string
		at int
	}
	var lines []part
	for line := range strings.Lines(text) {
		lines = append(lines, part{line, at})
		at += len([]rune(line))
	}
	for i := range lines {
		if rng.IntN(25) == 0 {
			k := rng.IntN(len(lines))
			lines[i], lines[k] = lines[k], lines[i]
		}
	}
	for _, line := range lines {
		switch rng.IntN(12) {
		case 0: // gone
		case 1:
			// Twice in a row: nothing tells which of them is the copy.
			put(line.s, line.at)
			put(line.s, line.at)
		case 2:
			put(line.s, line.at)
			// A copy apart from all that the line stood beside.
			put("　　另起一行。\n", -1)
			put(line.s, -1)
			put("　　又起一行。\n", -1)
		case 3:
			put("　　新加的一行，三月五日有12人到场。\n", -1)
			put(line.s, line.at)
		case 4: // a character changes
			r := []rune(line.s)
			k := rng.IntN(len(r))
			put(string(r[:k]), line.at)
			put("改", -1)
			put(string(r[k+1:]), line.at+k+1)
		case 5: // a break comes
			r := []rune(line.s)
			k := rng.IntN(len(r))
			put(string(r[:k]), line.at)
			put("\r\n", -1)
			put(string(r[k:]), line.at+k)
		default:
			put(line.s, line.at)
		}
	}
	return o
}
