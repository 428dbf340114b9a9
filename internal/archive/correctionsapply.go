package archive

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"dateline/record"
)

// Corrected lays a layer over the record of a source, whose text it is given,
// and says of each entry that is about the source and not undone what became
// of it. It changes nothing of what it is given, and the same values give the
// same record.
//
// Each entry is applied whole or not at all, in the order of the layer. Its
// fact is looked for in the record as it was read: at the same offsets of the
// same text; in another text at the one place with the same characters before,
// in and after it, if there was and is only one. What is there twice is lost:
// an entry never goes to what only looks alike.
func Corrected(r *record.Record, text string, layer []Correction) (*record.Record, []Standing) {
	l := &layering{page: newPage(text), read: r, rec: clone(r), added: map[string]string{}}
	var out []Standing
	for _, c := range Live(layer) {
		if c.Target == nil {
			continue
		}
		s := Standing{Correction: c}
		s.Fate, s.Why, s.Fact = l.apply(&c)
		out = append(out, s)
	}
	return l.rec, out
}

// layering is one record that a layer is laid over.
type layering struct {
	page *page
	// read is the record as it was read, rec the one that is corrected.
	read, rec *record.Record
	// added are the ids of facts by the entries that added them.
	added map[string]string
}

func (l *layering) apply(c *Correction) (fate Fate, why, id string) {
	if c.Op == Add {
		return l.add(c)
	}
	id, why = l.resolve(c)
	if why != "" {
		return Lost, why, ""
	}
	_, v := Find(l.rec, id)
	if v == nil {
		return Lost, WhyGone, ""
	}
	switch c.Op {
	case Accept, Reject:
		if why := differs(c.Seen, FieldValues(c.Target.Kind, v)); why != "" {
			return Contested, why, id
		}
		if c.Op == Reject {
			l.drop(c.Target.Kind, id)
		}
		return Applied, "", id
	case Change:
		fate, why = l.change(c, v, id)
		return fate, why, id
	}
	return Lost, WhyGone, ""
}

// differs says in what the values of a fact are not those that were seen.
func differs(seen, now map[string]string) string {
	names := slices.Sorted(maps.Keys(now))
	for name := range seen {
		if _, ok := now[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if seen[name] != now[name] {
			return fmt.Sprintf("%s was %q and is %q", name, seen[name], now[name])
		}
	}
	return ""
}

// spot is a place of a fact.
type spot struct {
	id string
	v  any
	at record.Span
}

// resolve finds the fact of an entry in the record as it was read.
func (l *layering) resolve(c *Correction) (id, why string) {
	t := c.Target
	if t.Added != "" {
		if id := l.added[t.Added]; id != "" {
			return id, ""
		}
		return "", WhyGone
	}
	at, why := l.page.find(&t.Anchor)
	if why != "" {
		return "", why
	}
	var hits []spot
	for _, s := range spots(l.read, t.Kind) {
		if l.stands(&s, t, at) && !slices.ContainsFunc(hits, func(h spot) bool { return h.id == s.id }) {
			hits = append(hits, s)
		}
	}
	if len(hits) == 0 {
		return "", WhyGone
	}
	if len(hits) > 1 || t.Among > 1 {
		hits = slices.DeleteFunc(hits, func(s spot) bool { return !maps.Equal(keyOf(l.read, t.Kind, s.v), t.Key) })
		switch len(hits) {
		case 0:
			return "", WhyChanged
		case 1:
		default:
			return "", WhyTwice
		}
	}
	field := identifying[t.Kind]
	changes := c.Op == Change && slices.ContainsFunc(c.Changes, func(x FieldChange) bool { return x.Field == field })
	if !changes && isOf(t.Kind, hits[0].v) != t.Is {
		return "", WhyChanged
	}
	return hits[0].id, ""
}

// stands reports that a fact is the whole of a stretch that find gave for a
// target.
func (l *layering) stands(s *spot, t *Target, at record.Piece) bool {
	p := s.at.Pieces
	if len(p) == 0 || p[0].Start() != at.Start() || p[len(p)-1].End() != at.End() || s.at.Text != t.Quote.Exact {
		return false
	}
	return t.Text != l.page.digest || slices.Equal(p, t.Pieces)
}

// keyOf are the values that tell a fact from others at the same place.
func keyOf(r *record.Record, kind string, v any) map[string]string {
	out := map[string]string{}
	for _, name := range telling[kind] {
		if s := correctable[kind][name].get(v); s != "" {
			out[name] = s
		}
	}
	if c, ok := v.(*record.Check); ok {
		var said []string
		for _, id := range c.Evidence {
			said = append(said, factText(r, id))
		}
		out["evidence"] = strings.Join(said, "; ")
	}
	return out
}

// factText is the text of a fact.
func factText(r *record.Record, id string) string {
	for _, f := range r.Facts() {
		if f.ID == id {
			return f.Text
		}
	}
	return ""
}

// change sets fields, all or none of them.
func (l *layering) change(c *Correction, v any, id string) (Fate, string) {
	open := 0
	for _, x := range c.Changes {
		f, ok := correctable[c.Target.Kind][x.Field]
		if !ok {
			return Contested, fmt.Sprintf("there is no field %q", x.Field)
		}
		switch now := f.get(v); now {
		case x.New:
		case x.Old:
			open++
		default:
			return Contested, fmt.Sprintf("%s was %q and is %q", x.Field, x.Old, now)
		}
	}
	if open == 0 {
		return Settled, ""
	}
	// On a copy first: a place that is not found must leave nothing half done.
	if err := l.set(c, copyOf(v)); err != nil {
		return Lost, WhyGone
	}
	if err := l.set(c, v); err != nil {
		return Lost, WhyGone
	}
	for _, x := range c.Changes {
		l.follow(v, id, x)
	}
	return Applied, ""
}

func (l *layering) set(c *Correction, v any) error {
	for _, x := range c.Changes {
		f, ok := correctable[c.Target.Kind][x.Field]
		if !ok {
			return checkField(c.Target.Kind, x)
		}
		if f.get(v) == x.New {
			continue
		}
		if err := f.set(l, v, x); err != nil {
			return err
		}
	}
	return nil
}

// follow takes a change to where the record repeats the value: the name of a
// person or the value of a time.
func (l *layering) follow(v any, id string, c FieldChange) {
	switch x := v.(type) {
	case *record.Person:
		x.Aliases = renamed(x.Aliases, c)
		for i := range l.rec.Events {
			for k := range l.rec.Events[i].Participants {
				if p := &l.rec.Events[i].Participants[k]; string(p.Person) == id && p.Name == c.Old {
					p.Name = c.New
				}
			}
		}
		for i := range l.rec.Statements {
			for _, s := range []*record.Speaker{&l.rec.Statements[i].Speaker, l.rec.Statements[i].Hearer} {
				if s != nil && string(s.Person) == id && string(s.Name) == c.Old {
					s.Name = record.Nullable(c.New)
				}
			}
		}
	case *record.Place:
		x.Aliases = renamed(x.Aliases, c)
	case *record.Organization:
		x.Aliases = renamed(x.Aliases, c)
	case *record.Time:
		if c.Field != "value" {
			return
		}
		for i := range l.rec.Events {
			if w := l.rec.Events[i].Time; w != nil && string(w.Ref) == id && string(w.Value) == c.Old {
				w.Value = record.Nullable(c.New)
			}
		}
	}
}

// renamed are the other forms of a name that was changed: what was the name is
// one of them.
func renamed(aliases []string, c FieldChange) []string {
	out := slices.DeleteFunc(slices.Clone(aliases), func(s string) bool { return s == c.New })
	if c.Old != "" && c.Old != c.New && !slices.Contains(out, c.Old) {
		out = append(out, c.Old)
	}
	return out
}

// personOf is the id of the person of a name, "" where none or more than one
// has it.
func (l *layering) personOf(name string) record.Nullable {
	id := ""
	for i := range l.rec.People {
		if l.rec.People[i].Name == name && name != "" {
			if id != "" {
				return ""
			}
			id = l.rec.People[i].ID
		}
	}
	return record.Nullable(id)
}

// span is where an anchor stands now.
func (l *layering) span(a *Anchor) (record.Span, error) {
	if a == nil {
		return record.Span{}, errGone
	}
	at, why := l.page.find(a)
	if why != "" {
		return record.Span{}, errGone
	}
	pieces, ok := l.page.pieces(a, at)
	if !ok {
		return record.Span{}, errGone
	}
	return record.Span{Text: a.Quote.Exact, Pieces: pieces}, nil
}

// clone is a record that has nothing in common with another but its values.
func clone(r *record.Record) *record.Record {
	out := &record.Record{}
	copyInto(reflect.ValueOf(out).Elem(), reflect.ValueOf(r).Elem())
	return out
}

// copyOf is a pointer to a copy of what v points at.
func copyOf(v any) any {
	src := reflect.ValueOf(v)
	if src.Kind() != reflect.Pointer || src.IsNil() {
		return v
	}
	dst := reflect.New(src.Type().Elem())
	copyInto(dst.Elem(), src.Elem())
	return dst.Interface()
}

func copyInto(dst, src reflect.Value) {
	switch src.Kind() {
	case reflect.Pointer:
		if !src.IsNil() {
			dst.Set(reflect.New(src.Type().Elem()))
			copyInto(dst.Elem(), src.Elem())
		}
	case reflect.Slice:
		if src.IsNil() {
			return
		}
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			copyInto(dst.Index(i), src.Index(i))
		}
	case reflect.Struct:
		for i := range src.NumField() {
			copyInto(dst.Field(i), src.Field(i))
		}
	default:
		dst.Set(src)
	}
}
