package archive_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/archive"
	"dateline/record"
)

// read is a source as the rules read it.
type read struct {
	id, text string
	day      string
	rec      *record.Record
}

func readText(t testing.TB, id, text, day string) read {
	t.Helper()
	options := []dateline.Option{}
	if day != "" {
		options = append(options, dateline.WithPublished(day))
	}
	r, err := dateline.New(options...)
	if err != nil {
		t.Fatal(err)
	}
	rec, text, err := r.ReadText(t.Context(), dateline.Source{Name: id, Data: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	rec.Fill()
	return read{id, text, day, rec}
}

// sources are the examples, and items of the transcripts where they are at
// hand.
func sources(t *testing.T) []read {
	t.Helper()
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var out []read
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, readText(t, filepath.Base(f), string(b), ""))
	}
	dumps, _ := filepath.Glob("../../../shared/data/xwlb/20*.jsonl.gz")
	if len(dumps) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/data/xwlb is missing")
		}
		t.Log("../shared/data/xwlb is missing: the examples only")
	}
	for _, f := range dumps {
		out = append(out, items(t, f, 12)...)
	}
	return out
}

// items are some items of a dump.
func items(t *testing.T, file string, n int) []read {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	var out []read
	for i := 0; len(out) < n && s.Scan(); i++ {
		if i%29 != 7 {
			continue
		}
		var x struct {
			Day, Title string
			Paragraphs []string
		}
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		day := x.Day[:4] + "-" + x.Day[4:6] + "-" + x.Day[6:]
		out = append(out, readText(t, fmt.Sprintf("%s#%d", filepath.Base(file), i), x.Title+"\n"+strings.Join(x.Paragraphs, "\n")+"\n", day))
	}
	return out
}

func encoded(t testing.TB, r *record.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := record.Encode(&b, r, ""); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// things are the ids of all that can be corrected in a record.
func things(r *record.Record) []string {
	var out []string
	for i := range r.People {
		out = append(out, r.People[i].ID)
	}
	for i := range r.Places {
		out = append(out, r.Places[i].ID)
	}
	for i := range r.Articles {
		out = append(out, r.Articles[i].ID)
	}
	for i := range r.Checks {
		out = append(out, r.Checks[i].ID)
	}
	for _, f := range r.Facts() {
		out = append(out, f.ID)
	}
	return out
}

// others are values that a field can get.
var others = map[string][][2]string{
	"article":      {{"kind", "notice"}, {"kind", "document"}},
	"person":       {{"name", "改名者"}},
	"place":        {{"name", "改名地"}},
	"organization": {{"name", "改名局"}},
	"time":         {{"value", "1999-01-02"}, {"mod", "APPROX"}},
	"figure":       {{"value", "4321"}, {"subject", "改"}, {"kind", "rank"}},
	"statement":    {{"speaker", "改名者"}, {"mode", "act"}},
	"event":        {{"status", "called-off"}, {"kind", "convene"}, {"time", "1999-01-02"}, {"participants", "甲:host; 乙::局长"}},
	"work":         {{"kind", "book"}, {"title", "改"}},
	"slip":         {{"reading", "改"}},
	"check":        {{"holds", "false"}, {"holds", "true"}},
}

// draw makes up to n entries at random, at most one about each fact.
func draw(t testing.TB, rng *rand.Rand, x read, n int) []archive.Correction {
	t.Helper()
	var layer []archive.Correction
	ids := things(x.rec)
	rng.Shuffle(len(ids), func(i, k int) { ids[i], ids[k] = ids[k], ids[i] })
	for _, id := range ids {
		if len(layer) >= n {
			break
		}
		var c archive.Correction
		var err error
		kind, _ := archive.Find(x.rec, id)
		switch op := rng.IntN(4); op {
		case 0:
			c, err = archive.Draft(x.id, x.text, x.rec, layer, archive.Accept, id, nil)
		case 1:
			c, err = archive.Draft(x.id, x.text, x.rec, layer, archive.Reject, id, nil)
		case 2:
			to := others[kind][rng.IntN(len(others[kind]))]
			c, err = archive.Draft(x.id, x.text, x.rec, layer, archive.Change, id, []archive.FieldValue{{Field: to[0], Value: to[1]}})
		case 3:
			c, err = drawAdd(rng, x, layer)
		}
		if err != nil {
			continue // an article that is rejected, a fact that went with another
		}
		c.ID, c.By = fmt.Sprintf("e%d", len(layer)), "test"
		if err := archive.CheckCorrection(&c); err != nil {
			t.Fatal(err)
		}
		layer = append(layer, c)
	}
	return layer
}

// drawAdd adds something at some characters of a paragraph.
func drawAdd(rng *rand.Rand, x read, layer []archive.Correction) (archive.Correction, error) {
	a := x.rec.Articles[rng.IntN(len(x.rec.Articles))]
	if len(a.Paragraphs) == 0 {
		return archive.Correction{}, fmt.Errorf("no paragraph")
	}
	pieces := a.Paragraphs[rng.IntN(len(a.Paragraphs))].Pieces
	k := rng.IntN(len(pieces))
	from := pieces[k].Start() + rng.IntN(pieces[k].End()-pieces[k].Start())
	at := []record.Piece{{from, min(from+1+rng.IntN(6), pieces[k].End())}}
	if k+1 < len(pieces) && rng.IntN(2) == 0 {
		at = []record.Piece{{from, pieces[k].End()}, {pieces[k+1].Start(), min(pieces[k+1].Start()+2, pieces[k+1].End())}}
	}
	kinds := map[string][]archive.FieldValue{
		"person": {}, "figure": {{Field: "kind", Value: "count"}, {Field: "value", Value: "5"}},
		"time":  {{Field: "type", Value: "date"}, {Field: "value", Value: "2001"}},
		"event": {{Field: "kind", Value: "letter"}}, "statement": {{Field: "mode", Value: "act"}, {Field: "speaker", Value: "改"}},
	}
	names := slices.Sorted(maps.Keys(kinds))
	kind := names[rng.IntN(len(names))]
	return archive.DraftAdd(x.id, x.text, x.rec, layer, kind, at, kinds[kind])
}

// TestCorrectionsReread draws corrections, then reads with other rules and from
// other sources. Each entry is applied at the characters that it was made for,
// or it is told of; nothing else changes; undone, all is as it was.
func TestCorrectionsReread(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 4))
	made := 0
	tally := map[string]int{}
	all := sources(t)
	for _, x := range all {
		n := 12
		if !strings.Contains(x.id, "#") {
			n = 60
		}
		layer := draw(t, rng, x, n)
		made += len(layer)
		same(t, x, layer)
		undone(t, x, layer)
		for range 3 {
			other := x
			other.rec = otherRules(rng, x.rec)
			count(tally, "rules", laid(t, x, other, layer, nil))
			o := otherSource(rng, x.text)
			if len(strings.TrimSpace(string(o.runes))) == 0 {
				continue
			}
			other = readText(t, x.id, string(o.runes), x.day)
			count(tally, "source", laid(t, x, other, layer, o.from))
			other.rec = otherRules(rng, other.rec)
			count(tally, "both", laid(t, x, other, layer, o.from))
		}
	}
	t.Logf("%d corrections of %d sources", made, len(all))
	for _, k := range slices.Sorted(maps.Keys(tally)) {
		t.Logf("%s %d", k, tally[k])
	}
	if len(all) > 5 && made < 1000 {
		t.Errorf("only %d corrections", made)
	}
	for _, how := range []string{"rules", "source", "both"} {
		done, lost := tally[how+" applied"], tally[how+" lost"]
		if done == 0 || lost == 0 || how != "both" && done < lost {
			t.Errorf("%s: %d applied, %d lost", how, done, lost)
		}
	}
}

func count(tally map[string]int, how string, all []archive.Standing) {
	for _, s := range all {
		tally[how+" "+string(s.Fate)]++
		if s.Fate == archive.Lost {
			tally[how+" lost "+s.Why]++
		}
	}
}

// same lays the layer over the record that it was made for.
func same(t *testing.T, x read, layer []archive.Correction) {
	t.Helper()
	before := encoded(t, x.rec)
	for _, s := range laid(t, x, x, layer, nil) {
		if s.Fate != archive.Applied {
			t.Errorf("%s: %s of %q is %s: %s", x.id, s.Correction.Op, s.Correction.Target.Quote.Exact, s.Fate, s.Why)
		}
	}
	if encoded(t, x.rec) != before {
		t.Errorf("%s: the record that was given is changed", x.id)
	}
}

// undone takes all entries back.
func undone(t *testing.T, x read, layer []archive.Correction) {
	t.Helper()
	back := slices.Clone(layer)
	for i, c := range layer {
		back = append(back, archive.Correction{ID: fmt.Sprintf("u%d", i), Op: archive.Undo, Undoes: c.ID})
	}
	rec, left := archive.Corrected(x.rec, x.text, back)
	if len(left) > 0 || encoded(t, rec) != encoded(t, x.rec) {
		t.Errorf("%s: undone, the record is another: %v", x.id, left)
	}
	// The undoing of the first is undone.
	if len(layer) > 0 {
		back = append(back, archive.Correction{ID: "again", Op: archive.Undo, Undoes: "u0"})
		if live := archive.Live(back); len(live) != 1 || live[0].ID != layer[0].ID {
			t.Errorf("%s: live are %v", x.id, live)
		}
	}
}

// laid lays a layer that was made for one reading over another, whose
// characters come from those of the first as from says (nil: they are the
// same), and holds all that came of it to what it may be.
func laid(t *testing.T, was, now read, layer []archive.Correction, from []int) []archive.Standing {
	t.Helper()
	rec, all := archive.Corrected(now.rec, now.text, layer)
	if len(all) != len(layer) {
		t.Fatalf("%s: %d of %d entries are told of", was.id, len(all), len(layer))
	}
	if before := record.Verify(now.rec, now.text); len(before) == 0 {
		if after := record.Verify(rec, now.text); len(after) > 0 {
			t.Errorf("%s: the corrected record does not hold: %v", was.id, after[0])
		}
	}
	touched := map[string]bool{}
	for _, s := range all {
		if s.Fate == archive.Lost {
			if s.Why == "" || s.Fact != "" {
				t.Errorf("%s: lost without a reason: %+v", was.id, s)
			}
			continue
		}
		touched[s.Fact] = true
		if !standsThere(now.rec, rec, &s, from) {
			t.Errorf("%s: %s of %q at %v is laid on %s", was.id, s.Correction.Op, s.Correction.Target.Quote.Exact, s.Correction.Target.Pieces, s.Fact)
		}
		effect(t, rec, &s)
	}
	untouched(t, now.rec, rec, touched)
	return all
}

// standsThere reports that a fact stands at the characters of an entry.
func standsThere(read, rec *record.Record, s *archive.Standing, from []int) bool {
	kind, v := archive.Find(read, s.Fact)
	if v == nil {
		kind, v = archive.Find(rec, s.Fact)
	}
	var want []int
	for _, p := range s.Correction.Target.Pieces {
		for i := p.Start(); i < p.End(); i++ {
			want = append(want, i)
		}
	}
	return kind == s.Correction.Target.Kind && slices.ContainsFunc(placesOf(read, v), func(at record.Span) bool {
		var got []int
		for _, p := range at.Pieces {
			for i := p.Start(); i < p.End(); i++ {
				if from == nil {
					got = append(got, i)
				} else {
					got = append(got, from[i])
				}
			}
		}
		return slices.Equal(got, want)
	})
}

// placesOf are the places that a fact can be known by.
func placesOf(r *record.Record, v any) []record.Span {
	var out []record.Span
	mentions := func(all []record.Mention) {
		for _, m := range all {
			out = append(out, m.Span)
		}
	}
	switch x := v.(type) {
	case *record.Person:
		mentions(x.Mentions)
	case *record.Place:
		mentions(x.Mentions)
	case *record.Organization:
		mentions(x.Mentions)
	case *record.Article:
		for _, h := range x.Headlines {
			out = append(out, h.Span)
		}
		for _, p := range x.Paragraphs {
			out = append(out, p.Span)
		}
	case *record.Check:
		for _, id := range x.Evidence {
			for _, f := range r.Facts() {
				if f.ID == id {
					out = append(out, f.Span)
				}
			}
		}
	case *record.Time:
		out = append(out, x.Span)
	case *record.Figure:
		out = append(out, x.Span)
	case *record.Statement:
		out = append(out, x.Span)
	case *record.Event:
		out = append(out, x.Span)
	case *record.Work:
		out = append(out, x.Span)
	case *record.Slip:
		out = append(out, x.Span)
	}
	return out
}

// effect holds what an entry says of its fate to the record.
func effect(t *testing.T, rec *record.Record, s *archive.Standing) {
	t.Helper()
	_, v := archive.Find(rec, s.Fact)
	c := &s.Correction
	switch {
	case s.Fate == archive.Contested:
	case c.Op == archive.Reject:
		if v != nil {
			t.Errorf("%s is rejected and there", s.Fact)
		}
	case v == nil:
		// A check goes with the fact that it needs.
		if c.Target.Kind != "check" {
			t.Errorf("%s: %s, and it is not there", s.Fact, c.Op)
		}
	default:
		now := archive.FieldValues(c.Target.Kind, v)
		for _, x := range c.Changes {
			if now[x.Field] != x.New {
				t.Errorf("%s: %s is %q, want %q", s.Fact, x.Field, now[x.Field], x.New)
			}
		}
		for field, value := range c.Seen {
			if now[field] != value && field != "participants" && field != "speaker" && field != "hearer" && field != "time" {
				t.Errorf("%s: accepted with %s %q, is %q", s.Fact, field, value, now[field])
			}
		}
	}
}

// untouched holds the figures, times, works and slips that no entry is about to
// what they were.
func untouched(t *testing.T, before, after *record.Record, touched map[string]bool) {
	t.Helper()
	keep := func(r *record.Record) string {
		var b strings.Builder
		e := json.NewEncoder(&b)
		for _, x := range r.Times {
			if !touched[x.ID] {
				_ = e.Encode(x)
			}
		}
		for _, x := range r.Figures {
			if !touched[x.ID] {
				_ = e.Encode(x)
			}
		}
		for _, x := range r.Works {
			if !touched[x.ID] {
				_ = e.Encode(x)
			}
		}
		for _, x := range r.Slips {
			if !touched[x.ID] {
				_ = e.Encode(x)
			}
		}
		for _, x := range r.Statements {
			if !touched[x.ID] {
				_ = e.Encode([]any{x.Fact, x.Content, x.Mode, x.Cue})
			}
		}
		for _, x := range r.Events {
			if !touched[x.ID] {
				_ = e.Encode([]any{x.Fact, x.Kind, x.Status, x.Place})
			}
		}
		return b.String()
	}
	if a, b := keep(before), keep(after); a != b {
		t.Error("facts changed that no entry is about")
	}
}
