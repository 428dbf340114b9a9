package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// Layer gives the entries about a source, or all; see [archive.Corrections].
func (s *Store) Layer(ctx context.Context, source string) (out []archive.Correction, err error) {
	err = s.looking(ctx, "look for corrections", func(l look) error {
		if source == "" {
			out, err = l.entries("")
		} else {
			out, err = l.layer(source)
		}
		return err
	})
	return out, err
}

// layer are the entries about a source, "" those about people.
func (l look) layer(source string) ([]archive.Correction, error) {
	return l.entries("WHERE source = ?", source)
}

// entries are those of a part of the layer, in order. A file of an earlier
// version that was opened for reading has none.
func (l look) entries(where string, args ...any) ([]archive.Correction, error) {
	var n int
	if err := l.one("SELECT count(*) FROM sqlite_schema WHERE name = 'correction'", nil, &n); err != nil || n == 0 {
		return nil, err
	}
	var out []archive.Correction
	err := l.each("SELECT data FROM correction "+where+" ORDER BY n", args, func(scan func(...any) error) error {
		var data string
		var c archive.Correction
		err := scan(&data)
		if err == nil {
			if bad := json.Unmarshal([]byte(data), &c); bad != nil {
				err = &fault.Error{Meaning: fault.Damaged, Say: "a correction cannot be read: " + bad.Error()}
			}
		}
		out = append(out, c)
		return err
	})
	return out, err
}

// CorrectedRecord gives a record with its corrections; see
// [archive.Corrections].
func (s *Store) CorrectedRecord(ctx context.Context, id string) (out *record.Record, all []archive.Standing, err error) {
	err = s.looking(ctx, "look for record", func(l look) error {
		_, _, out, all, err = l.correctedOf(id)
		return err
	})
	return out, all, err
}

// correctedOf gives the record of a source as it was read, and corrected.
func (l look) correctedOf(id string) (info archive.Info, r, rec *record.Record, all []archive.Standing, err error) {
	sid, info, err := l.info(id)
	if err != nil {
		return info, nil, nil, nil, err
	}
	text, err := l.text(sid)
	if err != nil {
		return info, nil, nil, nil, err
	}
	if r, err = l.record(sid, text); err != nil {
		return info, nil, nil, nil, err
	}
	layer, err := l.layer(id)
	if err != nil || len(layer) == 0 {
		return info, r, r, nil, err
	}
	rec, all = archive.Corrected(r, text, layer)
	return info, r, rec, all, nil
}

// Standings tells what became of each entry; see [archive.Corrections].
func (s *Store) Standings(ctx context.Context, each func(archive.Standing) error) error {
	return s.looking(ctx, "look for corrections", func(l look) error {
		layer, err := l.entries("")
		if err != nil {
			return err
		}
		became := map[string]archive.Standing{}
		seen := map[string]bool{}
		for _, c := range archive.Live(layer) {
			if c.Target == nil || seen[c.Target.Source] {
				continue
			}
			seen[c.Target.Source] = true
			_, _, _, all, err := l.correctedOf(c.Target.Source)
			if err != nil && !errors.Is(err, fault.NotFound) {
				return err
			}
			for _, x := range all {
				became[x.Correction.ID] = x
			}
		}
		if err := l.peopleStandings(layer, became); err != nil {
			return err
		}
		for _, c := range archive.Live(layer) {
			x, ok := became[c.ID]
			if !ok { // the source was removed
				x = archive.Standing{Correction: c, Fate: archive.Lost, Why: archive.WhyGone}
			}
			if err := each(x); err != nil {
				return err
			}
		}
		return nil
	})
}

// peopleStandings finds what became of the entries about people.
func (l look) peopleStandings(layer []archive.Correction, became map[string]archive.Standing) error {
	of := archive.OfPeople(layer)
	var names []string
	for _, c := range of {
		for _, p := range c.People {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	sightings, err := l.sightingsOf(archive.LinkedNames(names, of))
	if err != nil {
		return err
	}
	_, all := archive.IdentifyCorrected(sightings, of)
	for _, x := range all {
		became[x.Correction.ID] = x
	}
	return nil
}

func (l look) sightingsOf(names []string) ([]archive.Sighting, error) {
	var out []archive.Sighting
	for _, n := range names {
		all, err := l.sightings(n)
		if err != nil {
			return nil, err
		}
		out = append(out, all...)
	}
	return out, nil
}

// CorrectedPeople gives those of a name with what people said of who is who;
// see [archive.Corrections].
func (s *Store) CorrectedPeople(ctx context.Context, name string) (out []archive.Identity, err error) {
	err = s.looking(ctx, "look for "+name, func(l look) error {
		names, err := l.askedNames(name)
		if err != nil {
			return err
		}
		layer, err := l.layer("")
		if err != nil {
			return err
		}
		if len(archive.Live(layer)) == 0 {
			out, err = l.people(name, names)
			return err
		}
		sightings, err := l.sightingsOf(archive.LinkedNames(names, layer))
		if err != nil {
			return err
		}
		all, _ := archive.IdentifyCorrected(sightings, layer)
		for _, x := range all {
			if slices.ContainsFunc(x.Forms, func(f archive.Value) bool { return slices.Contains(names, archive.Fold(f.Value)) }) {
				out = append(out, x)
			}
		}
		if len(out) == 0 {
			return nobody(name)
		}
		return nil
	})
	return out, err
}

// Correct puts entries at the end of the layer; see [archive.Corrector].
func (s *Store) Correct(ctx context.Context, entries []archive.Correction) (out []archive.Correction, err error) {
	err = s.change(ctx, func(p *putter) error {
		out, err = p.entries(entries)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("correct: %w", meaning(s.path, err))
	}
	return out, nil
}

// entries keeps entries and indexes anew what they are about.
func (p *putter) entries(all []archive.Correction) ([]archive.Correction, error) {
	now := p.store.now().UTC().Truncate(time.Millisecond)
	var out []archive.Correction
	var sources []string
	for _, c := range all {
		c, source, err := p.entry(c, now)
		if err != nil {
			return nil, err
		}
		if c.ID == "" {
			continue
		}
		out = append(out, c)
		if source != "" && c.Op != archive.Accept && !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	for _, source := range sources {
		if err := p.reindex(source); err != nil {
			return nil, fmt.Errorf("%s: %w", source, err)
		}
	}
	return out, nil
}

// entry keeps one entry and gives it as it is kept with the source that it is
// about; one without an id where it is there already.
func (p *putter) entry(c archive.Correction, now time.Time) (archive.Correction, string, error) {
	var none archive.Correction
	if err := archive.CheckCorrection(&c); err != nil {
		return none, "", err
	}
	if c.By == "" {
		return none, "", &fault.Error{Meaning: fault.Invalid, Say: "it is not said who corrects"}
	}
	taken := func(id string) (bool, error) {
		var n int
		err := p.one("SELECT count(*) FROM correction WHERE id = ?", []any{id}, &n)
		return n > 0, err
	}
	if c.ID != "" {
		if t, err := taken(c.ID); t || err != nil {
			return none, "", err
		}
	}
	source, err := p.about(&c)
	if err != nil {
		return none, "", err
	}
	if c.At.IsZero() {
		c.At = now
	}
	if c.ID == "" {
		b, err := json.Marshal(&c)
		if err != nil {
			return none, "", err
		}
		if c.ID, err = archive.SourceID(sha256.Sum256(b), taken); err != nil {
			return none, "", err
		}
	}
	b, err := json.Marshal(&c)
	if err != nil {
		return none, "", err
	}
	return c, source, p.exec("INSERT INTO correction (id, source, data) VALUES (?, ?, ?)", c.ID, source, string(b))
}

// about is the source that an entry is about: an undo is about that of the
// entry that it takes back, which has to be there and, where the undo is new,
// not to be undone.
func (p *putter) about(c *archive.Correction) (string, error) {
	if c.Target != nil {
		return c.Target.Source, nil
	}
	if c.Op != archive.Undo {
		return "", nil
	}
	l := look{p.ctx, p.tx, p.store.codec}
	var source string
	all, err := l.entries("WHERE id = ?", c.Undoes)
	if err == nil && len(all) == 0 {
		return "", &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("there is no correction %q", c.Undoes), Hint: "dateline corrections --all lists them"}
	}
	if err == nil {
		err = p.one("SELECT source FROM correction WHERE id = ?", []any{c.Undoes}, &source)
	}
	if err != nil || c.ID != "" {
		return source, err
	}
	layer, err := l.layer(source)
	if err == nil && archive.Undone(layer)[c.Undoes] {
		return "", &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the correction %s is undone already", c.Undoes)}
	}
	return source, err
}

// correct has a prepared source found by its corrected record.
func (p *putter) correct(x *prepared, id string) error {
	if p.plain == nil {
		var some bool
		if err := p.one("SELECT EXISTS (SELECT 1 FROM correction)", nil, &some); err != nil {
			return err
		}
		none := !some
		p.plain = &none
	}
	if *p.plain {
		return nil
	}
	layer, err := look{p.ctx, p.tx, p.store.codec}.layer(id)
	if err != nil || len(layer) == 0 {
		return err
	}
	rec, _ := archive.Corrected(x.item.Record, x.item.Text, layer)
	return x.index(rec, []rune(x.item.Text))
}

// reindex has a source found by its record as it is corrected now. Its
// articles stay where they are in their days.
func (p *putter) reindex(id string) error {
	l := look{p.ctx, p.tx, p.store.codec}
	sid, info, err := l.info(id)
	if errors.Is(err, fault.NotFound) {
		return nil // what is said of it waits until it is there
	}
	if err != nil {
		return err
	}
	_, r, rec, _, err := l.correctedOf(id)
	if err != nil {
		return err
	}
	text, err := l.text(sid)
	if err != nil {
		return err
	}
	x := &prepared{item: archive.Item{Origin: info.Origin, Text: text, Given: info.Given, Record: r}}
	if err := x.index(rec, []rune(text)); err != nil {
		return err
	}
	if err := p.flush(); err != nil {
		return err
	}
	kept := map[string]int64{}
	err = l.each("SELECT name, id FROM article WHERE sid = ?", []any{sid}, func(scan func(...any) error) error {
		var name string
		var n int64
		err := scan(&name, &n)
		kept[name] = n
		return err
	})
	if err != nil {
		return err
	}
	if err := p.unindex(sid); err != nil {
		return err
	}
	p.kept = kept
	err = p.index(x, sid)
	p.kept = nil
	return err
}

// corrected is the record that a source is found by; what does not hold of it
// is told of.
func (v *verifier) corrected(x *archive.Source, r *record.Record) (*record.Record, error) {
	layer, err := v.layer(x.ID)
	if err != nil || len(layer) == 0 {
		return r, err
	}
	rec, _ := archive.Corrected(r, x.Text, layer)
	held := len(record.Verify(r, x.Text)) == 0
	for _, p := range record.Verify(rec, x.Text) {
		if !held {
			break // it was told of the record itself
		}
		if err := v.say(x.ID, p.Path, "corrected: %s", p.Say); err != nil {
			return nil, err
		}
	}
	return rec, nil
}
