package record_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/record"
)

func encode(t interface{ Fatal(...any) }, r *record.Record, indent string) string {
	var b bytes.Buffer
	if err := record.Encode(&b, r, indent); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWholeVerifies: the record that the other tests break is good, and no
// field of it is left at its zero value.
func TestWholeVerifies(t *testing.T) {
	r := whole()
	if bad := record.Verify(r, text); bad != nil {
		t.Fatal(bad)
	}
	set := map[string]bool{}
	for _, v := range []any{*r, r.Articles[0].ContinuedBy[0]} {
		filledFields(reflect.ValueOf(v), set)
	}
	known := map[string]bool{
		// A second record of whole's kind would be needed for these.
		"Source.BOM": true, "Source.Undecodable": true, "Article.BeginsMid": true, "Continuation.Agency": true,
		"Continuation.Place": true, "Continuation.Date": true, "Continuation.Form": true, "Statement.Within": true, "When.Basis": true,
	}
	for name, ok := range set {
		if ok == known[name] {
			t.Errorf("%s: set %v", name, ok)
		}
	}
}

// filledFields notes for every field of a struct type whether any value of it
// is not zero.
func filledFields(v reflect.Value, set map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			filledFields(v.Elem(), set)
		}
	case reflect.Slice:
		for i := range v.Len() {
			filledFields(v.Index(i), set)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			set[name] = set[name] || !v.Field(i).IsZero()
			filledFields(v.Field(i), set)
		}
	}
}

// TestSpansFindsAll counts the spans of the whole record by another way: every
// object of its JSON that has text and pieces is one.
func TestSpansFindsAll(t *testing.T) {
	r := whole()
	var v any
	if err := json.Unmarshal([]byte(encode(t, r, "")), &v); err != nil {
		t.Fatal(err)
	}
	n, got := countSpans(v), 0
	paths := map[string]bool{}
	for path := range r.Spans() {
		got++
		paths[path] = true
	}
	if got != n || len(paths) != n {
		t.Errorf("%d spans at %d paths, the JSON has %d", got, len(paths), n)
	}
	for range r.Spans() {
		break // a consumer may stop
	}
}

func countSpans(v any) int {
	n := 0
	switch x := v.(type) {
	case map[string]any:
		if _, ok := x["pieces"]; ok {
			n++
		}
		for _, e := range x {
			n += countSpans(e)
		}
	case []any:
		for _, e := range x {
			n += countSpans(e)
		}
	}
	return n
}

// TestVerify breaks the whole record in one place at a time: a line is a path
// and a JSON value, as in TestSchemaRefuses; "text = " changes the source.
func TestVerify(t *testing.T) {
	datadriven.RunTest(t, "testdata/verify", func(t *testing.T, d *datadriven.TestData) string {
		v, source := plain(t, whole()), text
		for line := range strings.Lines(d.Input) {
			path, value, _ := strings.Cut(strings.TrimSpace(line), " = ")
			if path == "text" {
				if err := json.Unmarshal([]byte(value), &source); err != nil {
					d.Fatalf(t, "%v", err)
				}
			} else if !set(v, strings.Split(path, "."), value) {
				d.Fatalf(t, "no such path: %s", path)
			}
		}
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var r record.Record
		if err := json.Unmarshal(b, &r); err != nil {
			d.Fatalf(t, "%v", err)
		}
		var out strings.Builder
		for _, p := range record.Verify(&r, source) {
			fmt.Fprintln(&out, p)
		}
		if out.Len() == 0 {
			return "ok\n"
		}
		return out.String()
	})
}

func plain(t *testing.T, r *record.Record) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(encode(t, r, "")), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestDecode: what is refused, and what is not.
func TestDecode(t *testing.T) {
	datadriven.RunTest(t, "testdata/decode", func(t *testing.T, d *datadriven.TestData) string {
		r, err := record.Decode(strings.NewReader(d.Input))
		if err != nil {
			return err.Error() + "\n"
		}
		return encode(t, r, "")
	})
}

// TestEncodeIndented: the pieces stand on one line.
func TestEncodeIndented(t *testing.T) {
	r := whole()
	r.Articles[1].Headlines = []record.Headline{{Span: record.Span{Text: "\"pieces\": [\n 1 ]", Pieces: nil}, Role: "main"}}
	s := encode(t, r, "  ")
	for _, want := range []string{`"pieces": [[18,42],[43,46]]` + "\n", `"pieces": [[38,42],[43,45]]`, `"pieces": [],`, `"text": "\"pieces\": [\n 1 ]"`} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in %s", want, s)
		}
	}
	var a, b any
	if err := json.Unmarshal([]byte(s), &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(encode(t, r, "")), &b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, a); diff != "" {
		t.Error(diff)
	}
}

// TestRoundTrip: what is written reads back as the same record, and writes as
// the same bytes, with every indent.
func TestRoundTrip(t *testing.T) {
	indents := rapid.SampledFrom([]string{"", " ", "  ", "\t"})
	rapid.Check(t, func(t *rapid.T) {
		r := generate(t)
		indent := indents.Draw(t, "indent")
		first := encode(t, r, indent)
		got, err := record.Decode(strings.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, got); diff != "" {
			t.Fatal(diff)
		}
		if second := encode(t, got, indent); second != first {
			t.Fatalf("%s\n%s", first, second)
		}
	})
}

// generate makes a record of the right types and of any content.
func generate(t *rapid.T) *record.Record {
	r := &record.Record{}
	draw(t, reflect.ValueOf(r).Elem(), "record")
	r.Format = record.Format
	return r
}

// draw fills a value. No list is left nil, as Decode leaves none.
func draw(t *rapid.T, v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.StringOfN(rapid.RuneFrom([]rune("一丁𠮷 a\"\\<&>\u2028\u0000\r\n\ufeff：[]{}1")), 0, 6, -1).Draw(t, name))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, name))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64Range(-2, 1<<40).Draw(t, name))
	case reflect.Pointer:
		if rapid.Bool().Draw(t, name) {
			v.Set(reflect.New(v.Type().Elem()))
			draw(t, v.Elem(), name)
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(t, name)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			draw(t, v.Index(i), name)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			draw(t, v.Field(i), v.Type().Field(i).Name)
		}
	default:
		t.Fatalf("no generator for %s", v.Type())
	}
}

// TestNullable: the empty string is null, and null is the empty string.
func TestNullable(t *testing.T) {
	for _, x := range []struct {
		n    record.Nullable
		want string
	}{{"", "null"}, {"a", `"a"`}, {"<&>", `"<&>"`}, {"null", `"null"`}, {" ", `" "`}, {"石\n\"", `"石\n\""`}} {
		b, err := x.n.MarshalJSON()
		if err != nil || string(b) != x.want {
			t.Errorf("%q writes %s, want %s (%v)", string(x.n), b, x.want, err)
		}
		n := record.Nullable("left")
		if err := json.Unmarshal(b, &n); err != nil || n != x.n {
			t.Errorf("%s reads %q (%v)", b, string(n), err)
		}
	}
	var n record.Nullable
	for _, bad := range []string{"1", "true", "[]", "{}"} {
		if json.Unmarshal([]byte(bad), &n) == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

// TestNullableAsString: each character is written as encoding/json writes it in
// a string, and what is no UTF-8 too.
func TestNullableAsString(t *testing.T) {
	texts := []string{"\xff", "石\xe7", "\xed\xa0\x80"}
	for r := range rune(0x3000) {
		texts = append(texts, "a"+string(r)+"石")
	}
	for _, s := range append(texts, "\ufffd", "\uffff", "𠮷") {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got, err := record.Nullable(s).MarshalJSON(); err != nil || string(got)+"\n" != want.String() {
			t.Errorf("%q writes %s, want %s (%v)", s, got, &want, err)
		}
	}
}

// FuzzDecode: any bytes give a record that writes and reads back, or an error.
func FuzzDecode(f *testing.F) {
	f.Add(encode(f, whole(), ""))
	f.Add(encode(f, whole(), "  "))
	f.Add(`{"format":"dateline-record/1"}`)
	f.Fuzz(func(t *testing.T, s string) {
		r, err := record.Decode(strings.NewReader(s))
		if err != nil {
			return
		}
		first := encode(t, r, " ")
		again, err := record.Decode(strings.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if second := encode(t, again, " "); second != first {
			t.Fatalf("%s\n%s", first, second)
		}
		record.Verify(r, s)
	})
}
