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
		asked := archive.Fold(name)
		if cut, err := l.withoutTitle(asked); err != nil {
			return err
		} else if cut != "" {
			asked = cut
		}
		names, err := l.namesOf(asked)
		if err != nil {
			return err
		}
		// The names that have the form, all of them: each is an identity of
		// its own.
		for _, n := range append([]string{asked}, names...) {
			all, err := l.sightings(n)
			if err != nil {
				return err
			}
			out = append(out, archive.Identify(all)...)
		}
		if len(out) == 0 {
			return &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("nobody in the archive is called %s", name)}
		}
		return nil
	})
	return out, err
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
