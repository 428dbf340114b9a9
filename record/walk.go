package record

import (
	"fmt"
	"iter"
	"reflect"
	"strings"
)

var spanType = reflect.TypeFor[Span]()

// Spans goes over every span of the record, in the order of its fields, each
// with the path to it: articles[0].headlines[1]. It finds spans by their
// type, so that a field added later is not forgotten.
func (r *Record) Spans() iter.Seq2[string, Span] {
	return func(yield func(string, Span) bool) {
		walk(reflect.ValueOf(r).Elem(), "", yield)
	}
}

// walk calls yield for v or what is inside it; it reports whether to go on.
func walk(v reflect.Value, path string, yield func(string, Span) bool) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return v.IsNil() || walk(v.Elem(), path, yield)
	case reflect.Slice:
		for i := range v.Len() {
			if !walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), yield) {
				return false
			}
		}
	case reflect.Struct:
		if v.Type() == spanType {
			return yield(path, v.Interface().(Span))
		}
		for i := range v.NumField() {
			if !walk(v.Field(i), join(path, v.Type().Field(i)), yield) {
				return false
			}
		}
	}
	return true
}

// join adds a field to a path; an embedded struct adds nothing.
func join(path string, f reflect.StructField) string {
	if f.Anonymous {
		return path
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if path == "" {
		return name
	}
	return path + "." + name
}

// Fill makes every nil list of the record an empty one, as the format has
// them. Encode and Decode do so too; a record that is filled is not changed by
// them, and may be encoded by several goroutines at once.
func (r *Record) Fill() { fill(reflect.ValueOf(r).Elem()) }

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	}
}

// Facts goes over the facts of the record that are [Fact]s: times, figures,
// statements, events, works and slips, each with the path to it.
func (r *Record) Facts() iter.Seq2[string, *Fact] {
	return func(yield func(string, *Fact) bool) {
		_ = each("times", r.Times, func(t *Time) *Fact { return &t.Fact }, yield) &&
			each("figures", r.Figures, func(f *Figure) *Fact { return &f.Fact }, yield) &&
			each("statements", r.Statements, func(s *Statement) *Fact { return &s.Fact }, yield) &&
			each("events", r.Events, func(e *Event) *Fact { return &e.Fact }, yield) &&
			each("works", r.Works, func(w *Work) *Fact { return &w.Fact }, yield) &&
			each("slips", r.Slips, func(s *Slip) *Fact { return &s.Fact }, yield)
	}
}

func each[T any](name string, list []T, fact func(*T) *Fact, yield func(string, *Fact) bool) bool {
	for i := range list {
		if !yield(fmt.Sprintf("%s[%d]", name, i), fact(&list[i])) {
			return false
		}
	}
	return true
}
