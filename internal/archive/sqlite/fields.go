package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// valueField says how a field of the query language asks for terms.
type valueField struct {
	terms []archive.TermField
	// part: a value that has what is asked for in it answers too.
	part bool
}

var valueFields = map[string]valueField{
	query.Speaker:      {terms: []archive.TermField{archive.SpeakerOf}},
	query.Hearer:       {terms: []archive.TermField{archive.HearerOf}},
	query.Where:        {terms: []archive.TermField{archive.PlaceName, archive.PlaceForm}},
	query.Agency:       {terms: []archive.TermField{archive.AgencyOf}},
	query.Organization: {terms: []archive.TermField{archive.OrganizationName, archive.OrganizationForm}},
	query.Kind:         {terms: []archive.TermField{archive.KindOf}},
	query.Works:        {terms: []archive.TermField{archive.WorkOf}, part: true},
	query.Unit:         {terms: []archive.TermField{archive.UnitOf}},
	query.Title:        {terms: []archive.TermField{archive.PersonTitle}, part: true},
	query.Mode:         {terms: []archive.TermField{archive.ModeOf}},
	query.Status:       {terms: []archive.TermField{archive.StatusOf}},
}

func (l look) planField(n query.Field) (*step, error) {
	switch n.Name {
	case query.Headline:
		return phraseStep(headColumn, n.Text)
	case query.Body:
		return phraseStep(bodyColumn, n.Text)
	case query.Says:
		return phraseStep(saidColumn, n.Text)
	case query.Person:
		return l.planPerson(n.Text, archive.PersonName, archive.PersonForm)
	case query.Speaker, query.Hearer:
		return l.planPerson(n.Text, valueFields[n.Name].terms...)
	case query.Source:
		return l.planOrigin(n.Text)
	case query.ID:
		return l.planID(n.Text)
	}
	f, ok := valueFields[n.Name]
	if !ok {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the archive has no field %q", n.Name)}
	}
	ids, err := l.termsOf(f, n.Text)
	return anyTerm(ids), err
}

// anyTerm is the step of the articles with one of some terms.
func anyTerm(ids []int64) *step {
	if len(ids) == 0 {
		return &step{}
	}
	of := make([]*step, len(ids))
	for i, id := range ids {
		of[i] = valueStep(termToken(id))
	}
	return together(or, of)
}

// termsOf are the terms that a value asks for.
func (l look) termsOf(f valueField, text string) ([]int64, error) {
	var out []int64
	for _, t := range f.terms {
		folded := archive.Term{Field: t, Value: text}.Folded()
		q := "SELECT id FROM term WHERE field = ? AND folded = ?"
		if f.part {
			q = "SELECT id FROM term WHERE field = ? AND instr(folded, ?) > 0 ORDER BY id"
		}
		ids, err := l.ids(q, t, folded)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	return out, nil
}

// planPerson finds a person by any form of the name. What is asked for and
// the forms that belong to no other name are looked for in the given fields.
func (l look) planPerson(text string, fields ...archive.TermField) (*step, error) {
	forms, err := l.formsOf(text)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, f := range forms {
		for _, t := range fields {
			more, err := l.ids("SELECT id FROM term WHERE field = ? AND folded = ?", t, f)
			if err != nil {
				return nil, err
			}
			ids = append(ids, more...)
		}
	}
	return anyTerm(ids), nil
}

// formsOf are the folded forms by which somebody is looked for: what is asked
// for; where it is a form of one name only, that name; and the forms of the
// names that no other name has. 习近平主席, a name with a title that sources
// give the name, is the name.
func (l look) formsOf(text string) ([]string, error) {
	asked := archive.Fold(text)
	if name, err := l.withoutTitle(asked); err != nil {
		return nil, err
	} else if name != "" {
		asked = name
	}
	names := []string{asked}
	of, err := l.namesOf(asked)
	if err != nil {
		return nil, err
	}
	if len(of) == 1 {
		names = append(names, of[0])
	}
	out := slices.Clone(names)
	for _, name := range names {
		var forms []string
		err := l.each(`SELECT f.folded FROM term n JOIN form ON form.name = n.id JOIN term f ON f.id = form.form
			WHERE n.field = ? AND n.folded = ? ORDER BY f.id`, []any{archive.PersonName, name}, func(scan func(...any) error) error {
			var f string
			err := scan(&f)
			forms = append(forms, f)
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, f := range forms {
			of, err := l.namesOf(f)
			if err != nil {
				return nil, err
			}
			if len(of) == 1 && of[0] == name && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// namesOf are the names other than a form itself that have the form.
func (l look) namesOf(folded string) ([]string, error) {
	var out []string
	err := l.each(`SELECT n.folded FROM term f JOIN form ON form.form = f.id JOIN term n ON n.id = form.name
		WHERE f.field = ? AND f.folded = ? AND n.folded <> f.folded ORDER BY n.id`, []any{archive.PersonForm, folded}, func(scan func(...any) error) error {
		var n string
		err := scan(&n)
		out = append(out, n)
		return err
	})
	return out, err
}

// withoutTitle cuts a title off the end of a name, "" where there is none or
// the whole is a form by itself.
func (l look) withoutTitle(asked string) (string, error) {
	var id int64
	err := l.one("SELECT id FROM term WHERE field IN (?, ?) AND folded = ? LIMIT 1", []any{archive.PersonName, archive.PersonForm, asked}, &id)
	if !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	r := []rune(asked)
	for n := len(r) - 1; n >= 2; n-- {
		err := l.one(`SELECT id FROM term WHERE field = ? AND folded = ? AND EXISTS (SELECT 1 FROM term WHERE field = ? AND folded = ?)`,
			[]any{archive.PersonName, string(r[:n]), archive.PersonTitle, string(r[n:])}, &id)
		if !errors.Is(err, sql.ErrNoRows) {
			return string(r[:n]), err
		}
	}
	return "", nil
}

// planOrigin finds the articles of sources by where they were taken from: a
// part of the origin or of the given publication.
func (l look) planOrigin(text string) (*step, error) {
	ids, err := l.ids(`SELECT id FROM article WHERE sid IN (SELECT sid FROM source WHERE instr(lower(origin), lower(?1)) > 0
		OR instr(lower(coalesce(given ->> 'publication', '')), lower(?1)) > 0) ORDER BY id`, strings.TrimSpace(text))
	return &step{ids: ids}, err
}

// planID finds an article by its id, by that of its source or of a fact in it.
func (l look) planID(text string) (*step, error) {
	source, inside := archive.SplitID(strings.TrimSpace(text))
	sid, _, err := l.info(source)
	if errors.Is(err, fault.NotFound) {
		return &step{}, nil
	}
	if err != nil {
		return nil, err
	}
	q, args := "SELECT id FROM article WHERE sid = ?", []any{sid}
	if inside != "" {
		_, r, err := l.recordOf(source)
		if err != nil {
			return nil, err
		}
		names := archive.ArticlesOf(r, inside)
		if len(names) == 0 {
			return &step{}, nil
		}
		q += " AND name IN (" + placeholders(len(names)) + ")"
		for _, n := range names {
			args = append(args, n)
		}
	}
	ids, err := l.ids(q+" ORDER BY id", args...)
	return &step{ids: ids}, err
}
