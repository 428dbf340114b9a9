package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// facetFields are the terms that a facet counts: what the record calls
// somebody or something, so that one article counts once for each.
var facetFields = map[archive.Facet]archive.TermField{
	archive.ByAgency:       archive.AgencyOf,
	archive.ByPlace:        archive.PlaceName,
	archive.ByPerson:       archive.PersonName,
	archive.ByOrganization: archive.OrganizationName,
	archive.ByKind:         archive.KindOf,
}

// Facets counts articles by a field; see [archive.Reader].
func (s *Store) Facets(ctx context.Context, q query.Node, by archive.Facet, limit int) (out []archive.Value, err error) {
	field := facetFields[by]
	if field == 0 && by != archive.ByYear {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the archive does not count by %q", by)}
	}
	err = s.looking(ctx, "count by "+string(by), func(l look) error {
		x, err := l.plan(q)
		if err != nil {
			return err
		}
		if by == archive.ByYear {
			out, err = l.years(x)
		} else {
			out, err = l.values(q, x, field)
		}
		return err
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, err
}

// years counts by the year of the day; it is in the number.
func (l look) years(x *step) ([]archive.Value, error) {
	ids, err := l.answer(x)
	if err != nil {
		return nil, err
	}
	count := map[int64]int{} // by day
	for _, id := range ids {
		count[id>>dayShift]++
	}
	years := map[int]int{}
	for day, n := range count {
		if y := yearOf(day << dayShift); y != 0 {
			years[y] += n
		}
	}
	out := make([]archive.Value, 0, len(years))
	for y, n := range years {
		out = append(out, archive.Value{Value: strconv.Itoa(y), Articles: n})
	}
	archive.SortValues(out)
	return out, nil
}

// values counts by the terms of a field.
func (l look) values(q query.Node, x *step, field archive.TermField) ([]archive.Value, error) {
	count := map[int64]int{}
	add := func(b []byte) {
		eachID(b, func(id int64) {
			if termField(id) == field {
				count[id]++
			}
		})
	}
	if err := l.eachTerms(q, x, add); err != nil {
		return nil, err
	}
	ids := make([]int64, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	out := make([]archive.Value, 0, len(ids))
	for part := range slices.Chunk(ids, 500) {
		err := l.each("SELECT id, value FROM term WHERE id IN ("+placeholders(len(part))+")", anys(part), func(scan func(...any) error) error {
			var id int64
			var v archive.Value
			err := scan(&id, &v.Value)
			v.Articles = count[id]
			out = append(out, v)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	archive.SortValues(out)
	return out, nil
}

// eachTerms gives the terms of every article of a step.
func (l look) eachTerms(q query.Node, x *step, add func([]byte)) error {
	row := func(scan func(...any) error) error {
		var b []byte
		err := scan(&b)
		add(b)
		return err
	}
	table, expr := x.inOne()
	switch {
	case q == nil:
		return l.each("SELECT terms FROM article", nil, row)
	case table != "":
		return l.each("SELECT a.terms FROM "+table+" JOIN article a ON a.id = "+table+".rowid WHERE "+table+" MATCH ?", []any{expr}, row)
	}
	ids, err := l.answer(x)
	for part := range slices.Chunk(ids, 500) {
		if err != nil {
			break
		}
		err = l.each("SELECT terms FROM article WHERE id IN ("+placeholders(len(part))+")", anys(part), row)
	}
	return err
}
