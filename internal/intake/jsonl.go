package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"dateline/internal/fault"
)

// jsonl reads JSON Lines (jsonlines.org): a JSON object a line. Blank lines
// are passed over.
func (d *dump) jsonl() bool {
	for {
		l := d.lines.next()
		if l.err != nil {
			if over, on := d.ended(l); over || !on {
				return on
			}
			continue
		}
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		cells, err := objectCells(l.text)
		if err != nil && !d.fail(l.n, err) || err == nil && !d.row(l.n, cells) {
			return false
		}
	}
}

// objectCells are the fields of a JSON object, in the order of their names.
func objectCells(text string) ([]cell, error) {
	var object map[string]json.RawMessage
	err := json.Unmarshal([]byte(text), &object)
	if other := new(json.UnmarshalTypeError); errors.As(err, &other) {
		return nil, because(fault.Invalid, "", "the line is no JSON object: it is of type %s", other.Value)
	}
	if err != nil {
		return nil, because(fault.Invalid, "", "the line is no JSON object: %v", err)
	}
	if object == nil {
		return nil, because(fault.Invalid, "", "the line is no JSON object: it is of type null")
	}
	var out []cell
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if c, ok := jsonCell(object[key]); ok {
			c.key, c.low = key, lower(key)
			out = append(out, c)
		}
	}
	return out, nil
}

// jsonCell makes a cell of a JSON value, none of null.
func jsonCell(raw json.RawMessage) (c cell, ok bool) {
	switch raw[0] { // RawMessage has no white space around it, and something in it
	case 'n':
		return c, false
	case '"':
		return c, json.Unmarshal(raw, &c.text) == nil
	case '{':
		c.odd = true
	case '[':
		c.list, c.odd = texts(raw)
	}
	var flat bytes.Buffer
	if json.Compact(&flat, raw) != nil {
		return c, false // it was read once, and so is JSON
	}
	c.text = flat.String()
	return c, true
}

// texts are the parts of a JSON list of texts and numbers; odd where it holds
// anything else.
func texts(raw json.RawMessage) (list []string, odd bool) {
	var parts []json.RawMessage
	if json.Unmarshal(raw, &parts) != nil {
		return nil, true
	}
	list = []string{}
	for _, p := range parts {
		if p[0] == '{' || p[0] == '[' {
			return nil, true
		}
		if c, ok := jsonCell(p); ok {
			list = append(list, c.text)
		}
	}
	return list, false
}
