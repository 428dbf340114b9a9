package sqlite

import (
	"context"
	"slices"
	"strings"

	"dateline/internal/archive"
)

// Called gives titles; see [archive.Facts].
func (s *Store) Called(ctx context.Context, endings []string) (out []archive.TitleGiven, err error) {
	err = s.looking(ctx, "look for titles", func(l look) error {
		titles, err := l.titlesEnding(endings)
		if err != nil {
			return err
		}
		return l.each(`SELECT n.value, s.id, c.person, c.day, c.titles FROM called c JOIN term n ON n.id = c.name JOIN source s ON s.sid = c.sid
			WHERE length(c.titles) > 0 ORDER BY c.name, c.sid, c.person`, nil, func(scan func(...any) error) error {
			var x archive.TitleGiven
			var ids []byte
			err := scan(&x.Name, &x.Source, &x.Person, &x.Day, &ids)
			eachID(ids, func(id int64) {
				if t := titles[id]; t != "" {
					x.Title = t
					out = append(out, x)
				}
			})
			return err
		})
	})
	return out, err
}

// titlesEnding are the titles that end with one of some words, by their
// numbers.
func (l look) titlesEnding(endings []string) (map[int64]string, error) {
	folded := make([]string, len(endings))
	for i, e := range endings {
		folded[i] = archive.Fold(e)
	}
	out := map[int64]string{}
	err := l.each("SELECT id, folded, value FROM term WHERE field = ?", []any{archive.PersonTitle}, func(scan func(...any) error) error {
		var id int64
		var f, v string
		err := scan(&id, &f, &v)
		if slices.ContainsFunc(folded, func(e string) bool { return strings.HasSuffix(f, e) }) {
			out[id] = v
		}
		return err
	})
	return out, err
}
