package eval

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dateline/record"
)

// Annotation is a gold file or a record as far as it is scored. It is read
// leniently: fields that are missing are null, fields that are not scored are
// passed over, and a value may be a string, a number or null.
type Annotation struct {
	published published
	articles  []article
	people    []named
	places    []named
	bodies    []named // organizations
	times     []timed
	figures   []figure
	stated    []statement
	events    []event
	works     []stretch
	slips     []slip
	checks    []check

	// given says which of the top-level keys the file has: a layer that the
	// gold lacks is not scored.
	given map[string]bool
}

type (
	published struct{ Value, Basis value }
	// stretch is a span: its pieces and their text.
	stretch struct {
		Text   string
		Pieces pieces
	}
	article struct {
		ID, Kind   value
		Headlines  *[]stretch
		Headline   []stretch // an older name of the same
		Dateline   *dateline
		Paragraphs []stretch
		BelongsTo  value `json:"belongs_to"`
	}
	dateline struct {
		stretch
		Agency, Place, Date value
	}
	named struct {
		Name     value
		Mentions []stretch
	}
	timed struct {
		stretch
		Value value
	}
	figure struct {
		stretch
		Value, Unit, Bound value
	}
	slip struct {
		stretch
		Reading value
	}
	check     struct{ Kind, Holds value }
	statement struct {
		Speaker speaker
		Mode    value
		Content *stretch
	}
	event struct {
		Kind         value
		Trigger      *stretch
		Participants []participant
		Time         *struct{ Value value }
	}
)

// value is a JSON value in its plainest spelling; "" is null, or missing. Two
// values are the same where their spellings are.
type value string

// UnmarshalJSON takes any value.
func (v *value) UnmarshalJSON(b []byte) error {
	*v = ""
	var x any
	if err := json.Unmarshal(b, &x); err != nil || x == nil {
		return err
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		return err
	}
	*v = value(bytes.TrimSpace(out.Bytes()))
	return nil
}

// text is the value where it is a string, else its spelling; "" for null.
func (v value) text() string {
	var s string
	if len(v) > 0 && v[0] == '"' && json.Unmarshal([]byte(v), &s) == nil {
		return s
	}
	return string(v)
}

// speaker is who speaks: the name in an object, or the name itself.
type speaker struct{ name value }

// UnmarshalJSON takes an object with a name, or a name.
func (s *speaker) UnmarshalJSON(b []byte) error {
	if isObject(b) {
		var o struct{ Name value }
		err := json.Unmarshal(b, &o)
		s.name = o.Name
		return err
	}
	return json.Unmarshal(b, &s.name)
}

// participant is who takes part in an event: an object, or the name itself.
type participant struct{ name, role value }

// UnmarshalJSON takes an object with name and role, or a name.
func (p *participant) UnmarshalJSON(b []byte) error {
	if isObject(b) {
		var o struct{ Name, Role value }
		err := json.Unmarshal(b, &o)
		p.name, p.role = o.Name, o.Role
		return err
	}
	return json.Unmarshal(b, &p.name)
}

func isObject(b []byte) bool { return len(b) > 0 && b[0] == '{' }

// Parse reads an annotation from JSON.
func Parse(data []byte) (*Annotation, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(data, &keys); err != nil {
		return nil, fmt.Errorf("read annotation: %w", err)
	}
	a := &Annotation{given: map[string]bool{}}
	for key, into := range map[string]any{"published": &a.published, "articles": &a.articles, "people": &a.people,
		"places": &a.places, "organizations": &a.bodies, "times": &a.times, "figures": &a.figures,
		"statements": &a.stated, "events": &a.events, "works": &a.works, "slips": &a.slips, "checks": &a.checks} {
		raw, ok := keys[key]
		a.given[key] = ok
		if !ok {
			continue
		}
		if err := json.Unmarshal(raw, into); err != nil {
			return nil, fmt.Errorf("read annotation: %s: %w", key, err)
		}
	}
	return a, nil
}

// FromRecord turns a record into an annotation, by way of its JSON: what is
// scored is what is written.
func FromRecord(r *record.Record) (*Annotation, error) {
	var b bytes.Buffer
	if err := record.Encode(&b, r, ""); err != nil {
		return nil, err
	}
	return Parse(b.Bytes())
}

// Given is the date that the annotation says was given to the reader, "" where
// none was.
func (a *Annotation) Given() string {
	if a.published.Basis.text() != "given" {
		return ""
	}
	return a.published.Value.text()
}
