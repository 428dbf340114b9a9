package archive

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/internal/fault"
	"dateline/record"
)

// FieldValue is a field with the value that it should have. At says where the
// value stands, for a field that points at characters.
type FieldValue struct {
	Field, Value string
	At           []record.Piece
}

// Draft makes an entry that accepts, rejects or changes a fact of a source,
// without an id, a time and a name under it. The fact is named by its id in
// the corrected record; read is the record as it was read, and layer what was
// corrected so far.
func Draft(source, text string, read *record.Record, layer []Correction, op Op, id string, set []FieldValue) (Correction, error) {
	c := Correction{Op: op}
	rec, standings := Corrected(read, text, layer)
	kind, v := Find(rec, id)
	switch {
	case v == nil:
		return c, &fault.Error{Meaning: fault.NotFound, Say: fmt.Sprintf("there is no %q in source %s", id, source)}
	case len(correctable[kind]) == 0 || kind == "article" && op == Reject:
		return c, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s cannot be corrected so", withArticle(kind))}
	}
	p := newPage(text)
	t, err := aim(p, source, read, rec, kind, id, standings)
	if err != nil {
		return c, err
	}
	c.Target = t
	if op != Change {
		c.Seen = FieldValues(kind, v)
		return c, nil
	}
	c.Changes, err = changes(p, kind, v, set)
	return c, err
}

// aim makes the target of a fact.
func aim(p *page, source string, read, rec *record.Record, kind, id string, standings []Standing) (*Target, error) {
	r := read
	t := &Target{Source: source, Kind: kind}
	if _, v := Find(read, id); v == nil {
		r = rec
		for _, s := range standings {
			if s.Correction.Op == Add && s.Fact == id {
				t.Added = s.Correction.ID
			}
		}
	}
	all := spots(r, kind)
	i := slices.IndexFunc(all, func(s spot) bool { return s.id == id })
	if i < 0 {
		return nil, noPlace(id)
	}
	a, ok := p.anchor(all[i].at.Pieces)
	if !ok {
		return nil, noPlace(id)
	}
	t.Anchor = a
	t.Is = isOf(kind, all[i].v)
	if k := keyOf(r, kind, all[i].v); len(k) > 0 {
		t.Key = k
	}
	ids := map[string]bool{}
	for _, s := range all {
		if slices.Equal(s.at.Pieces, a.Pieces) {
			ids[s.id] = true
		}
	}
	t.Among = len(ids)
	return t, nil
}

func noPlace(id string) error {
	return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s stands at no characters by which it could be found again", id)}
}

// changes are what has to change for fields to have values.
func changes(p *page, kind string, v any, set []FieldValue) ([]FieldChange, error) {
	now := map[string]string{}
	if v != nil {
		now = FieldValues(kind, v)
	}
	var out []FieldChange
	for _, x := range set {
		c := FieldChange{Field: x.Field, Old: now[x.Field], New: x.Value}
		if len(x.At) > 0 {
			a, ok := p.anchor(x.At)
			if !ok || a.Quote.Exact != x.Value {
				return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q does not stand there", x.Value)}
			}
			c.At = &a
		}
		if err := checkField(kind, c); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(o FieldChange) bool { return o.Field == c.Field }) {
			return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s is given twice", c.Field)}
		}
		if c.Old != c.New {
			out = append(out, c)
		}
	}
	if len(out) == 0 && v != nil {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: "nothing changes: the fact has these values"}
	}
	return computed(kind, now, out), nil
}

// computed empties the fields that are computed from one that changes, unless
// they are given too: the first instant of a day is not that of another.
func computed(kind string, now map[string]string, all []FieldChange) []FieldChange {
	has := func(name string) bool {
		return slices.ContainsFunc(all, func(c FieldChange) bool { return c.Field == name })
	}
	if kind != "time" || !has("value") {
		return all
	}
	for _, name := range []string{"edtf", "earliest", "latest"} {
		if now[name] != "" && !has(name) {
			all = append(all, FieldChange{Field: name, Old: now[name]})
		}
	}
	return all
}

// DraftAdd makes an entry that adds a fact of a kind at characters of a source.
func DraftAdd(source, text string, read *record.Record, layer []Correction, kind string, at []record.Piece, set []FieldValue) (Correction, error) {
	c := Correction{Op: Add, ID: "?"}
	if !slices.Contains(addable, kind) {
		return c, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q cannot be added", kind), Hint: "what can be added: " + strings.Join(addable, ", ")}
	}
	p := newPage(text)
	a, ok := p.anchor(at)
	if !ok {
		return c, &fault.Error{Meaning: fault.Invalid, Say: "the place does not lie in the text, or is empty"}
	}
	c.Target = &Target{Source: source, Kind: kind, Anchor: a}
	var err error
	if c.Changes, err = changes(p, kind, nil, set); err != nil {
		return c, err
	}
	c.Changes = usual(kind, c.Changes, a.Quote.Exact)
	for _, name := range slices.Sorted(maps.Keys(correctable[kind])) {
		if name != "content" && correctable[kind][name].needed && given(&c, name) == "" {
			return c, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s needs a %s", withArticle(kind), name)}
		}
	}
	_, all := Corrected(read, text, append(slices.Clone(layer), c))
	switch s := all[len(all)-1]; s.Fate {
	case Lost:
		return c, &fault.Error{Meaning: fault.Invalid, Say: "the place is in no article"}
	case Settled, Contested:
		return c, &fault.Error{Meaning: fault.Exists, Say: fmt.Sprintf("there is %s already: %s", withArticle(kind), s.Fact)}
	}
	c.ID = ""
	return c, nil
}

// usual gives the fields that need a value and have a usual one.
func usual(kind string, all []FieldChange, exact string) []FieldChange {
	for _, x := range []FieldChange{
		{Field: "person.name", New: exact}, {Field: "place.name", New: exact}, {Field: "organization.name", New: exact},
		{Field: "work.title", New: strings.TrimSuffix(strings.TrimPrefix(exact, "《"), "》")}, {Field: "event.status", New: "happened"},
	} {
		name, ok := strings.CutPrefix(x.Field, kind+".")
		if ok && !slices.ContainsFunc(all, func(c FieldChange) bool { return c.Field == name }) {
			all = append(all, FieldChange{Field: name, New: x.New})
		}
	}
	return all
}
