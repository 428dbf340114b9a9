package record_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"dateline/record"
)

const schemaFile = "../docs/record.schema.json"

// TestSchemaFile holds the published schema to the types. -rewrite, which
// datadriven registers, writes it.
func TestSchemaFile(t *testing.T) {
	want := makeSchema(t)
	if flag.Lookup("rewrite").Value.String() == "true" {
		if err := os.WriteFile(schemaFile, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the types give: go test ./record -run TestSchemaFile -rewrite", schemaFile)
	}
}

// makeSchema makes the schema from the types and their comments.
func makeSchema(t *testing.T) []byte {
	t.Helper()
	types := map[string]reflect.Type{}
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: func(x reflect.Type) *jsonschema.Schema {
		types[x.Name()] = x
		if x == reflect.TypeFor[record.Nullable]() {
			return &jsonschema.Schema{Type: "string"}
		}
		return nil
	}}
	if err := r.AddGoComments("dateline/record", ".", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	s := r.Reflect(&record.Record{})
	s.Title = record.Format
	amend(s, reflect.TypeFor[record.Record]())
	for name, d := range s.Definitions {
		amend(d, types[name])
	}
	format, _ := s.Properties.Get("format")
	format.Const = record.Format
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// amend says in the schema of a type what the reflector cannot know: which
// fields may be null.
func amend(s *jsonschema.Schema, of reflect.Type) {
	s.Description = oneLine(s.Description)
	if of == nil || of.Kind() != reflect.Struct {
		return
	}
	for _, f := range reflect.VisibleFields(of) {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		p, ok := s.Properties.Get(name)
		if !ok {
			continue
		}
		p.Description = oneLine(p.Description)
		switch {
		case f.Type == reflect.TypeFor[record.Nullable]():
			nullable(p, "string")
		case f.Type.Kind() != reflect.Pointer || option == "omitempty":
		case p.Ref == "":
			nullable(p, p.Type)
		default:
			p.AnyOf = []*jsonschema.Schema{{Ref: p.Ref}, {Type: "null"}}
			p.Ref = ""
		}
	}
}

// nullable allows null beside the values of a type.
func nullable(p *jsonschema.Schema, kind string) {
	p.Type = ""
	p.Extras = map[string]any{"type": []string{kind, "null"}}
	if len(p.Enum) > 0 {
		p.Enum = append(p.Enum, nil)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// schema is the published schema, compiled.
func schema(t *testing.T) *validator.Schema {
	t.Helper()
	c := validator.NewCompiler()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tree is a record as the validator takes it.
func tree(t *testing.T, r *record.Record) any {
	t.Helper()
	var b bytes.Buffer
	if err := record.Encode(&b, r, ""); err != nil {
		t.Fatal(err)
	}
	v, err := validator.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestPagesFitSchema holds the record of every page to the schema.
func TestPagesFitSchema(t *testing.T) {
	s := schema(t)
	for _, p := range pages(t) {
		if err := s.Validate(tree(t, p.rec)); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}

// TestSchemaRefuses breaks a good record in one place at a time. A line of
// the case is the path to a value, an equals sign and what to put there; "-"
// takes the value out.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	datadriven.RunTest(t, "testdata/schema", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.Lines(d.Input) {
			line = strings.TrimSpace(line)
			path, value, _ := strings.Cut(line, " = ")
			v := tree(t, whole())
			if err := s.Validate(v); err != nil {
				d.Fatalf(t, "the record is bad before: %v", err)
			}
			if !set(v, strings.Split(path, "."), value) {
				d.Fatalf(t, "no such path: %s", path)
			}
			say := "fits"
			if s.Validate(v) != nil {
				say = "refused"
			}
			out.WriteString(say + ": " + line + "\n")
		}
		return out.String()
	})
}

// set puts a JSON value at a path of a tree.
func set(v any, path []string, value string) bool {
	var x any
	if value != "-" && json.Unmarshal([]byte(value), &x) != nil {
		return false
	}
	switch n := v.(type) {
	case map[string]any:
		switch {
		case len(path) > 1:
			return set(n[path[0]], path[1:], value)
		case value == "-":
			delete(n, path[0])
		default:
			n[path[0]] = x
		}
		return true
	case []any:
		if len(path[0]) != 1 || int(path[0][0]-'0') >= len(n) {
			return false
		}
		i := int(path[0][0] - '0')
		if len(path) > 1 {
			return set(n[i], path[1:], value)
		}
		n[i] = x
		return true
	}
	return false
}
