package query

import (
	"strings"
	"unicode"
)

// fieldValue reads what stands behind a field's name: one value, or several in
// brackets. White space may stand between.
func (p *parser) fieldValue(of token) (Node, error) {
	p.field = of.text
	t, err := p.peek()
	if err != nil {
		return nil, err
	}
	var n Node
	switch t.class {
	case word, quoted:
		p.take()
		n, err = p.term(t)
		n = beginning(n, of.Start)
	case opens:
		p.take()
		n, err = p.brackets(t)
	case not:
		return nil, wrong(t.Place, "write it before the field's name", "what shall not be found is marked inside the field %s", of.text)
	case and, or, near:
		return nil, p.missing(t)
	default:
		return nil, wrong(t.Place, "write a word, a phrase in quotation marks, or words in brackets", "the field %s has no value", of.text)
	}
	p.field = ""
	return n, err
}

// beginning gives a field's node with its name in its place.
func beginning(n Node, start int) Node {
	switch x := n.(type) {
	case Field:
		x.Start = start
		return x
	case Range:
		x.Start = start
		return x
	}
	return n
}

// term makes the node of a word or phrase: a Phrase, or in a field's value a
// Field or Range.
func (p *parser) term(t token) (Node, error) {
	switch p.field {
	case "":
		return Phrase{Text: t.text, Place: t.Place}, searchable(t)
	case Date:
		return dates(t)
	}
	text, err := fieldText(p.field, t)
	if err != nil {
		return nil, err
	}
	return Field{Name: p.field, Text: text, Place: t.Place}, nil
}

// fieldText gives the value of a field as its node has it.
func fieldText(field string, t token) (string, error) {
	text := strings.TrimSpace(t.text)
	if of := values[field]; of != nil {
		return closed(field, of, text, t.Place)
	}
	switch field {
	case Headline, Body, Says:
		return text, searchable(t)
	case Works:
		if inner, ok := strings.CutPrefix(text, "《"); ok {
			text = strings.TrimSpace(strings.TrimSuffix(inner, "》"))
		}
	}
	if text == "" {
		return "", wrong(t.Place, "write what to look for", "the value of the field %s is empty", field)
	}
	return text, nil
}

// closed gives the record's word for a value of a field that takes no other.
func closed(field string, of []value, text string, at Place) (string, error) {
	if w, ok := valueOf(of, text); ok {
		return w, nil
	}
	var all []string
	for _, v := range of {
		all = append(all, v.word)
	}
	hint := "it takes " + strings.Join(all, ", ")
	if n := nearestValue(text, of); n != "" {
		hint = "do you mean " + n + "?"
	}
	return "", wrong(at, hint, "the field %s does not take %s", field, text)
}

// searchable refuses a phrase that has nothing but spaces and punctuation:
// these are not kept in an index, and it would be found everywhere or nowhere.
func searchable(t token) error {
	for _, r := range t.text {
		if !unicode.In(r, unicode.P, unicode.Z, unicode.C) {
			return nil
		}
	}
	if strings.TrimSpace(t.text) == "" {
		return wrong(t.Place, "write what to look for", "the phrase is empty")
	}
	return wrong(t.Place, "write a word with them", "%s is only punctuation, which is not looked for by itself", t.text)
}
