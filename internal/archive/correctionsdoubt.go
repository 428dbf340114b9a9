package archive

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/internal/fault"
	"dateline/record"
)

// Doubt is a fact that somebody should look at, with why.
type Doubt struct {
	// Source is the id of the source, Fact that of the fact in it.
	Source, Fact string
	Kind         string
	// Reason is one of the reasons below, What what is in doubt, in the
	// characters of the page or a rule's name.
	Reason, What string
}

// The reasons of doubt.
const (
	DoubtSlip    = "slip"                   // a word that may be misprinted
	DoubtCheck   = "check does not hold"    // facts that do not agree
	DoubtValue   = "time without a value"   // the page does not fix it
	DoubtYear    = "time without a year"    // the page gives none
	DoubtWhen    = "event without a time"   // none is said or known
	DoubtStatus  = "event without a status" // whether it happened
	DoubtSpeaker = "nobody speaks"          // the page does not print who
	DoubtDay     = "dateline without a day"
	DoubtName    = "name seen once" // in one place of the archive, without a title
)

// DoubtGroup are the doubts of one reason about the same.
type DoubtGroup struct {
	Reason, What string
	Doubts       []Doubt
}

// Doubts are those of one record, but for those about names seen once, which
// the whole archive tells: a person may be one where once is true.
func Doubts(source string, r *record.Record) []Doubt {
	var out []Doubt
	add := func(kind, id, reason, what string) {
		out = append(out, Doubt{source, id, kind, reason, what})
	}
	for i := range r.Slips {
		add("slip", r.Slips[i].ID, DoubtSlip, r.Slips[i].Text+" → "+r.Slips[i].Reading)
	}
	for i := range r.Checks {
		if c := &r.Checks[i]; c.Holds != nil && !*c.Holds && len(c.Evidence) > 0 {
			add("check", c.ID, DoubtCheck, c.Kind)
		}
	}
	for i := range r.Times {
		switch t := &r.Times[i]; {
		case t.Value == "":
			add("time", t.ID, DoubtValue, t.Text)
		case strings.HasPrefix(string(t.Value), "XXXX"):
			add("time", t.ID, DoubtYear, t.Text)
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		switch {
		case e.Status == "":
			add("event", e.ID, DoubtStatus, e.Kind+" "+e.Trigger.Text)
		case e.Time == nil || e.Time.Value == "":
			add("event", e.ID, DoubtWhen, e.Kind+" "+e.Trigger.Text)
		}
	}
	for i := range r.Statements {
		if s := &r.Statements[i]; s.Speaker.Name == "" {
			cue := s.Mode
			if len(s.Cue) > 0 {
				cue = s.Cue[0].Text
			}
			add("statement", s.ID, DoubtSpeaker, cue)
		}
	}
	for i := range r.Articles {
		if a := &r.Articles[i]; a.Dateline != nil && a.Dateline.Date == "" {
			add("article", a.ID, DoubtDay, cmp.Or(string(a.Dateline.Agency), a.Dateline.Text))
		}
	}
	for i := range r.People {
		if p := &r.People[i]; len(p.Mentions) == 1 && len(p.Titles) == 0 {
			add("person", p.ID, DoubtName, p.Name)
		}
	}
	return out
}

// Review gives the doubts of an archive in groups, those with the most first,
// then by reason and by what is in doubt. A fact that was accepted as it is, or
// corrected so that no doubt is left, is not among them. With sources it is
// those of these alone, and every name in them that they print once.
func Review(ctx context.Context, a Reader, sources []string) ([]DoubtGroup, error) {
	v := reviewing{groups: map[[2]string][]Doubt{}, names: map[string]int{}, layers: map[string][]Correction{}}
	layer, err := a.Layer(ctx, "")
	if err != nil {
		return nil, err
	}
	of := map[string]string{}
	for _, c := range layer {
		source := of[c.Undoes]
		if c.Target != nil {
			source = c.Target.Source
		}
		of[c.ID] = source
		v.layers[source] = append(v.layers[source], c)
	}
	if len(sources) > 0 {
		err = v.some(ctx, a, sources)
	} else {
		err = a.All(ctx, func(s *Source, r *record.Record) error {
			v.source(s, r)
			return nil
		})
	}
	return v.sorted(), err
}

// reviewing gathers doubts.
type reviewing struct {
	groups map[[2]string][]Doubt
	names  map[string]int // in how many sources a name is
	layers map[string][]Correction
}

func (v *reviewing) some(ctx context.Context, a Reader, sources []string) error {
	for _, id := range sources {
		s, err := a.Source(ctx, id)
		if err != nil {
			return err
		}
		r, err := a.Record(ctx, id)
		if err != nil {
			return err
		}
		v.source(s, r)
	}
	return nil
}

func (v *reviewing) source(s *Source, r *record.Record) {
	accepted := map[string]bool{}
	if layer := v.layers[s.ID]; len(layer) > 0 {
		var all []Standing
		r, all = Corrected(r, s.Text, layer)
		for _, x := range all {
			if x.Fate == Applied && x.Correction.Op == Accept {
				accepted[x.Fact] = true
			}
		}
	}
	for i := range r.People {
		v.names[Fold(r.People[i].Name)]++
	}
	for _, d := range Doubts(s.ID, r) {
		if !accepted[d.Fact] {
			v.groups[[2]string{d.Reason, d.What}] = append(v.groups[[2]string{d.Reason, d.What}], d)
		}
	}
}

func (v *reviewing) sorted() []DoubtGroup {
	var out []DoubtGroup
	for k, all := range v.groups {
		if k[0] != DoubtName || v.names[Fold(k[1])] == 1 {
			out = append(out, DoubtGroup{k[0], k[1], all})
		}
	}
	slices.SortFunc(out, func(a, b DoubtGroup) int {
		return cmp.Or(len(b.Doubts)-len(a.Doubts), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.What, b.What))
	})
	return out
}

// PlaceOf gives the pieces of words that stand once in a text; where the page
// breaks a line inside them does not matter.
func PlaceOf(text, words string) ([]record.Piece, error) {
	p := newPage(text)
	all := p.places(&Anchor{Quote: Quote{Exact: words}, Pieces: []record.Piece{{0, len([]rune(words))}}}, 2)
	switch len(all) {
	case 0:
		return nil, &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("%q does not stand in the source", words)}
	case 1:
		if out, ok := p.set(strings.TrimSpace(words), all[0]); ok {
			return out, nil
		}
		if out, ok := p.set(bareOf(words), all[0]); ok {
			return out, nil
		}
	}
	return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q stands in the source more than once", words)}
}
