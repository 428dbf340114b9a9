package archive

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"dateline/internal/fault"
	"dateline/record"
)

// factField is a field of a fact that can be corrected, as a string.
type factField struct {
	get func(any) string
	set func(*layering, any, FieldChange) error
	// values are all there are, none where any is one.
	values []string
	// needed may not be empty.
	needed bool
}

// textField is a field that is a string in the record.
func textField[T any, S ~string](at func(*T) *S, values ...string) factField {
	return factField{
		get: func(v any) string {
			if x, ok := v.(*T); ok {
				return string(*at(x))
			}
			return ""
		},
		set: func(_ *layering, v any, c FieldChange) error {
			if x, ok := v.(*T); ok {
				*at(x) = S(c.New)
			}
			return nil
		},
		values: values,
	}
}

// must is a field that may not be empty.
func must(f factField) factField { f.needed = true; return f }

// correctable are the fields of each kind. The values are those of package
// record's schema.
var correctable = map[string]map[string]factField{
	"article": {
		"kind":            must(textField(func(a *record.Article) *string { return &a.Kind }, "report", "caption", "brief", "qa", "document", "notice")),
		"dateline.agency": datelineField(func(d *record.Dateline) *record.Nullable { return &d.Agency }),
		"dateline.place":  datelineField(func(d *record.Dateline) *record.Nullable { return &d.Place }),
		"dateline.date":   datelineField(func(d *record.Dateline) *record.Nullable { return &d.Date }),
	},
	"person":       {"name": must(textField(func(p *record.Person) *string { return &p.Name }))},
	"place":        {"name": must(textField(func(p *record.Place) *string { return &p.Name }))},
	"organization": {"name": must(textField(func(o *record.Organization) *string { return &o.Name }))},
	"time": {
		"type":     must(textField(func(t *record.Time) *string { return &t.Type }, "date", "time", "interval", "duration", "set")),
		"value":    textField(func(t *record.Time) *record.Nullable { return &t.Value }),
		"mod":      textField(func(t *record.Time) *record.Nullable { return &t.Mod }, "APPROX", "START", "MID", "END", "BEFORE", "AFTER"),
		"edtf":     textField(func(t *record.Time) *record.Nullable { return &t.EDTF }),
		"anchor":   textField(func(t *record.Time) *record.Nullable { return &t.Anchor }),
		"basis":    textField(func(t *record.Time) *record.Nullable { return &t.Basis }),
		"earliest": textField(func(t *record.Time) *record.Nullable { return &t.Earliest }),
		"latest":   textField(func(t *record.Time) *record.Nullable { return &t.Latest }),
	},
	"figure": {
		"kind":    must(textField(func(f *record.Figure) *string { return &f.Kind }, "money", "count", "ordinal", "streak", "measure", "percent", "ratio", "rank", "age")),
		"value":   must(textField(func(f *record.Figure) *string { return &f.Value })),
		"high":    textField(func(f *record.Figure) *record.Nullable { return &f.High }),
		"unit":    textField(func(f *record.Figure) *record.Nullable { return &f.Unit }),
		"bound":   textField(func(f *record.Figure) *record.Nullable { return &f.Bound }, "more than", "at least", "less than", "at most", "about", "nearly"),
		"subject": textField(func(f *record.Figure) *record.Nullable { return &f.Subject }),
		"period":  textField(func(f *record.Figure) *record.Nullable { return &f.Period }),
	},
	"statement": {
		"mode":    must(textField(func(s *record.Statement) *string { return &s.Mode }, "direct", "indirect", "act", "carried")),
		"speaker": {get: func(v any) string { return speakerName(v, false) }, set: setSpeaker},
		"hearer":  {get: func(v any) string { return speakerName(v, true) }, set: setSpeaker},
		"content": must(factField{get: contentText, set: setContent}),
	},
	"event": {
		"kind": must(textField(func(e *record.Event) *string { return &e.Kind }, "meet", "talks", "visit", "arrive", "depart", "phone-call",
			"video-meeting", "sign", "issue", "attend", "speech", "letter", "ceremony", "convene", "appoint")),
		"status":       must(textField(func(e *record.Event) *string { return &e.Status }, "happened", "planned", "called-off")),
		"ordinal":      textField(func(e *record.Event) *record.Nullable { return &e.Ordinal }),
		"series":       textField(func(e *record.Event) *record.Nullable { return &e.Series }),
		"plover":       textField(func(e *record.Event) *record.Nullable { return &e.PLOVER }),
		"cameo":        textField(func(e *record.Event) *record.Nullable { return &e.CAMEO }),
		"time":         {get: eventTime, set: setEventTime},
		"place":        {get: eventPlace, set: setEventPlace},
		"participants": {get: participants, set: setParticipants},
	},
	"work": {
		"title": must(textField(func(w *record.Work) *string { return &w.Title })),
		"kind":  must(textField(func(w *record.Work) *string { return &w.Kind }, "document", "newspaper", "book", "other")),
	},
	"slip": {
		"reading": must(textField(func(s *record.Slip) *string { return &s.Reading })),
		"note":    textField(func(s *record.Slip) *record.Nullable { return &s.Note }),
	},
	"check": {"holds": {get: holdsText, set: setHolds, values: []string{"true", "false"}}},
}

// addable are the kinds that a correction can add.
var addable = []string{"person", "place", "organization", "time", "figure", "statement", "event", "work", "slip"}

// identifying is the field that has a fact's kind or mode.
var identifying = map[string]string{"time": "type", "figure": "kind", "statement": "mode", "event": "kind", "work": "kind"}

// isOf is the kind or mode of a fact, "" for what has none.
func isOf(kind string, v any) string {
	if c, ok := v.(*record.Check); ok {
		return c.Kind
	}
	if f := identifying[kind]; f != "" {
		return correctable[kind][f].get(v)
	}
	return ""
}

// telling are the fields that tell a fact from others at the same place.
var telling = map[string][]string{
	"person": {"name"}, "place": {"name"}, "organization": {"name"},
	"time": {"value"}, "figure": {"value", "unit"}, "statement": {"speaker", "content"},
	"event": {"participants", "time"}, "work": {"title"}, "slip": {"reading"},
}

// Fields are the names of the fields that can be corrected of a kind, in
// order, none for a kind that there is not.
func Fields(kind string) []string { return slices.Sorted(maps.Keys(correctable[kind])) }

// FieldValues are the values of all fields of a fact that can be corrected,
// without those that are empty.
func FieldValues(kind string, v any) map[string]string {
	out := map[string]string{}
	for name, f := range correctable[kind] {
		if s := f.get(v); s != "" {
			out[name] = s
		}
	}
	return out
}

var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// checkField refuses a value that a field cannot have.
func checkField(kind string, c FieldChange) error {
	invalid := func(format string, a ...any) error {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf(format, a...)}
	}
	f, ok := correctable[kind][c.Field]
	switch {
	case !ok:
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s has no field %q that can be corrected", withArticle(kind), c.Field),
			Hint: "the fields are " + strings.Join(Fields(kind), ", ")}
	case c.New == "" && f.needed:
		return invalid("the %s of %s cannot be empty", c.Field, withArticle(kind))
	case c.New != "" && len(f.values) > 0 && !slices.Contains(f.values, c.New):
		return invalid("%q is no %s of %s: it is one of %s", c.New, c.Field, withArticle(kind), strings.Join(f.values, ", "))
	case kind == "figure" && (c.Field == "value" || c.Field == "high" && c.New != "") && !decimal.MatchString(c.New):
		return invalid("%q is not a decimal number", c.New)
	case c.Field == "participants":
		_, err := readParticipants(c.New)
		return err
	case (c.Field == "content" || kind == "event" && c.Field == "place" && c.New != "") && (c.At == nil || c.At.Quote.Exact != c.New):
		return invalid("it is not said where %q stands", c.New)
	}
	return nil
}

func withArticle(kind string) string {
	if strings.ContainsRune("aeiou", rune(cmp.Or(kind, "x")[0])) {
		return "an " + kind
	}
	return "a " + kind
}

func datelineField(at func(*record.Dateline) *record.Nullable) factField {
	return factField{
		get: func(v any) string {
			if a, ok := v.(*record.Article); ok && a.Dateline != nil {
				return string(*at(a.Dateline))
			}
			return ""
		},
		set: func(_ *layering, v any, c FieldChange) error {
			if a, ok := v.(*record.Article); ok && a.Dateline != nil {
				*at(a.Dateline) = record.Nullable(c.New)
				return nil
			}
			return &fault.Error{Meaning: fault.Invalid, Say: "the article has no dateline"}
		},
	}
}

func speakerName(v any, hearer bool) string {
	s, ok := v.(*record.Statement)
	switch {
	case !ok || hearer && s.Hearer == nil:
		return ""
	case hearer:
		return string(s.Hearer.Name)
	}
	return string(s.Speaker.Name)
}

// setSpeaker sets who speaks or hears: by the name of a person of the record,
// else as a body.
func setSpeaker(l *layering, v any, c FieldChange) error {
	s, ok := v.(*record.Statement)
	if !ok {
		return nil
	}
	to := &s.Speaker
	if c.Field == "hearer" {
		if c.New == "" {
			s.Hearer = nil
			return nil
		}
		s.Hearer = &record.Speaker{}
		to = s.Hearer
	}
	*to = record.Speaker{Span: record.Span{Pieces: []record.Piece{}}, Name: record.Nullable(c.New), Person: l.personOf(c.New)}
	return nil
}

func contentText(v any) string {
	if s, ok := v.(*record.Statement); ok {
		return s.Content.Text
	}
	return ""
}

func setContent(l *layering, v any, c FieldChange) error {
	s, ok := v.(*record.Statement)
	if !ok {
		return nil
	}
	at, err := l.span(c.At)
	s.Content = at
	return err
}

func eventTime(v any) string {
	if e, ok := v.(*record.Event); ok && e.Time != nil {
		return string(e.Time.Value)
	}
	return ""
}

func setEventTime(_ *layering, v any, c FieldChange) error {
	if e, ok := v.(*record.Event); ok {
		e.Time = nil
		if c.New != "" {
			e.Time = &record.When{Value: record.Nullable(c.New), Basis: CorrectedRule}
		}
	}
	return nil
}

func eventPlace(v any) string {
	if e, ok := v.(*record.Event); ok && e.Place != nil {
		return e.Place.Text
	}
	return ""
}

func setEventPlace(l *layering, v any, c FieldChange) error {
	e, ok := v.(*record.Event)
	if !ok {
		return nil
	}
	e.Place = nil
	if c.New == "" {
		return nil
	}
	at, err := l.span(c.At)
	e.Place = &at
	return err
}

// participants writes who takes part: names with their roles and titles,
// NAME:ROLE:TITLE, set apart by semicolons; what stands last and is empty is
// left out.
func participants(v any) string {
	e, ok := v.(*record.Event)
	if !ok {
		return ""
	}
	all := make([]string, len(e.Participants))
	for i, p := range e.Participants {
		all[i] = strings.TrimRight(p.Name+":"+string(p.Role)+":"+string(p.As), ":")
	}
	return strings.Join(all, "; ")
}

func readParticipants(s string) ([]record.Participant, error) {
	out := []record.Participant{}
	for part := range strings.SplitSeq(s, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		x := strings.SplitN(strings.TrimSpace(part), ":", 3)
		x = append(x, "", "")
		if x[0] == "" || !slices.Contains([]string{"", "attendee", "receiver", "host", "recipient"}, x[1]) {
			return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q is no participant", part),
				Hint: "write NAME, NAME:ROLE or NAME:ROLE:TITLE, the role attendee, receiver, host or recipient"}
		}
		out = append(out, record.Participant{Name: x[0], Role: record.Nullable(x[1]), As: record.Nullable(x[2])})
	}
	return out, nil
}

func setParticipants(l *layering, v any, c FieldChange) error {
	e, ok := v.(*record.Event)
	if !ok {
		return nil
	}
	all, err := readParticipants(c.New)
	for i := range all {
		all[i].Person = l.personOf(all[i].Name)
	}
	e.Participants = all
	return err
}

func holdsText(v any) string {
	if c, ok := v.(*record.Check); ok && c.Holds != nil {
		return fmt.Sprint(*c.Holds)
	}
	return ""
}

func setHolds(_ *layering, v any, c FieldChange) error {
	if x, ok := v.(*record.Check); ok {
		x.Holds = nil
		if c.New != "" {
			holds := c.New == "true"
			x.Holds = &holds
		}
	}
	return nil
}
