package sqlite

import (
	"context"
	"fmt"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// People gives those of a name; see [archive.Reader].
func (s *Store) People(ctx context.Context, name string) (out []archive.Identity, err error) {
	err = s.looking(ctx, "look for "+name, func(l look) error {
		names, err := l.askedNames(name)
		if err != nil {
			return err
		}
		out, err = l.people(name, names)
		return err
	})
	return out, err
}

// askedNames are the folded names that a name or a form may be, first as it
// is asked for.
func (l look) askedNames(name string) ([]string, error) {
	asked := archive.Fold(name)
	if cut, err := l.withoutTitle(asked); err != nil {
		return nil, err
	} else if cut != "" {
		asked = cut
	}
	names, err := l.namesOf(asked)
	return append([]string{asked}, names...), err
}

// people are those of some names: all that have the form that was asked for,
// each an identity of its own.
func (l look) people(name string, names []string) (out []archive.Identity, err error) {
	for _, n := range names {
		all, err := l.sightings(n)
		if err != nil {
			return nil, err
		}
		out = append(out, archive.Identify(all)...)
	}
	if len(out) == 0 {
		return nil, nobody(name)
	}
	return out, nil
}

func nobody(name string) error {
	return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("nobody in the archive is called %s", name)}
}

// sightings are those of a folded name.
func (l look) sightings(name string) ([]archive.Sighting, error) {
	var out []archive.Sighting
	var forms, titles [][]int64
	ids := map[int64]string{}
	err := l.each(`SELECT c.sid, s.id, c.person, c.day, c.forms, c.titles, n.value FROM term n JOIN called c ON c.name = n.id JOIN source s ON s.sid = c.sid
		WHERE n.field = ? AND n.folded = ?`, []any{archive.PersonName, name}, func(scan func(...any) error) error {
		var x archive.Sighting
		var f, t []byte
		if err := scan(&x.Seq, &x.Source, &x.Person, &x.Day, &f, &t, &x.Name); err != nil {
			return err
		}
		out = append(out, x)
		forms, titles = append(forms, collect(f, ids)), append(titles, collect(t, ids))
		return nil
	})
	if err != nil {
		return nil, err
	}
	for id := range ids {
		var v string
		if err := l.one("SELECT value FROM term WHERE id = ?", []any{id}, &v); err != nil {
			return nil, err
		}
		ids[id] = v
	}
	for i := range out {
		for _, id := range forms[i] {
			out[i].Forms = append(out[i].Forms, ids[id])
		}
		for _, id := range titles[i] {
			out[i].Titles = append(out[i].Titles, ids[id])
		}
	}
	return out, nil
}

// collect reads ids and notes them.
func collect(b []byte, all map[int64]string) []int64 {
	var out []int64
	eachID(b, func(id int64) {
		all[id] = ""
		out = append(out, id)
	})
	return out
}
