package query

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// The limits of a query. They bound the work and the stack that reading it,
// and walking its tree, can take.
const (
	MaxBytes = 4 << 10 // length in bytes
	MaxDepth = 64      // brackets and NOTs inside each other
)

// Parse reads a query. Its error is an [*Error].
func Parse(s string) (Node, error) {
	in, err := characters(s)
	if err != nil {
		return nil, err
	}
	p := &parser{scan: scanner{in: in}}
	if t, err := p.peek(); err != nil {
		return nil, err
	} else if t.class == end {
		return nil, wrong(t.Place, "write a word, or several", "there is nothing to look for")
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if t, err := p.peek(); err != nil {
		return nil, err
	} else if t.class == closes {
		return nil, wrong(t.Place, "leave it out", "the bracket closes none")
	}
	return n, nil
}

// characters are the query's code points, unless it is too long or no text.
func characters(s string) ([]rune, error) {
	in := make([]rune, 0, min(len(s), MaxBytes))
	for i, r := range s {
		at := Place{len(in), len(in) + 1}
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case i+size > MaxBytes:
			return nil, wrong(Place{len(in), len(in)}, "split it in several queries", "the query is longer than %d bytes", MaxBytes)
		case r == utf8.RuneError && size == 1:
			return nil, wrong(at, "write it in UTF-8", "byte 0x%02x is no character of UTF-8", s[i])
		case unicode.IsControl(r) && !unicode.IsSpace(r):
			return nil, wrong(at, "leave it out", "%U is a control character", r)
		}
		in = append(in, r)
	}
	return in, nil
}

// parser reads the tree from the tokens, one of them looked at beforehand.
type parser struct {
	scan  scanner
	next  token
	ready bool // next is the next token

	field string // the field whose value is being read
	depth int
}

// peek gives the next token and leaves it there.
func (p *parser) peek() (token, error) {
	if !p.ready {
		t, err := p.scan.scan(p.field != "")
		if err != nil {
			return token{}, err
		}
		p.next, p.ready = t, true
	}
	return p.next, nil
}

// take takes the token that was looked at.
func (p *parser) take() token {
	p.ready = false
	return p.next
}

// or reads parts between ORs.
func (p *parser) or() (Node, error) {
	var of []Node
	for {
		n, err := p.and()
		if err != nil {
			return nil, err
		}
		if o, ok := n.(Or); ok {
			of = append(of, o.Of...)
		} else {
			of = append(of, n)
		}
		if t, err := p.peek(); err != nil {
			return nil, err
		} else if t.class != or {
			break
		}
		p.take()
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return Or{Of: of, Place: across(of)}, nil
}

// and reads parts side by side or between ANDs.
func (p *parser) and() (Node, error) {
	var of []Node
	for {
		n, err := p.unary()
		if err != nil {
			return nil, err
		}
		if a, ok := n.(And); ok {
			of = append(of, a.Of...)
		} else {
			of = append(of, n)
		}
		t, err := p.peek()
		if err != nil {
			return nil, err
		}
		if t.class == and {
			p.take()
		} else if t.class == end || t.class == closes || t.class == or {
			break
		}
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return And{Of: of, Place: across(of)}, nil
}

// across is the place of parts that follow each other.
func across(of []Node) Place {
	start, _ := of[0].At()
	_, end := of[len(of)-1].At()
	return Place{start, end}
}

// unary reads a part with the NOTs before it.
func (p *parser) unary() (Node, error) {
	t, err := p.peek()
	if err != nil {
		return nil, err
	}
	if t.class != not {
		return p.near()
	}
	p.take()
	if err := p.down(t); err != nil {
		return nil, err
	}
	n, err := p.unary()
	if err != nil {
		return nil, err
	}
	p.depth--
	_, end := n.At()
	return Not{Of: n, Place: Place{t.Start, end}}, nil
}

// down counts a bracket or NOT.
func (p *parser) down(t token) error {
	if p.depth++; p.depth > MaxDepth {
		return wrong(t.Place, "write it with fewer brackets", "more than %d brackets and NOTs stand inside each other", MaxDepth)
	}
	return nil
}

// near reads a part, or two phrases with a NEAR between them.
func (p *parser) near() (Node, error) {
	a, err := p.primary()
	if err != nil {
		return nil, err
	}
	t, err := p.peek()
	if err != nil || t.class != near {
		return a, err
	}
	p.take()
	if p.field != "" {
		return nil, wrong(t.Place, "write two values side by side", "NEAR stands in the value of the field %s", p.field)
	}
	b, err := p.primary()
	if err != nil {
		return nil, err
	}
	first, ok := a.(Phrase)
	last, ok2 := b.(Phrase)
	if !ok || !ok2 {
		return nil, wrong(t.Place, "write what else shall be found beside them", "NEAR stands between two words or phrases only")
	}
	if t, err := p.peek(); err != nil {
		return nil, err
	} else if t.class == near {
		return nil, wrong(t.Place, "write a NEAR b and b NEAR c side by side", "NEAR stands between two words or phrases only")
	}
	return Near{A: first, B: last, Within: t.within, Place: Place{first.Start, last.End}}, nil
}

// primary reads a word, a phrase, a field, or a query in brackets.
func (p *parser) primary() (Node, error) {
	t, err := p.peek()
	if err != nil {
		return nil, err
	}
	switch t.class {
	case word, quoted:
		p.take()
		return p.term(t)
	case opens:
		p.take()
		return p.brackets(t)
	case name:
		p.take()
		return p.fieldValue(t)
	}
	return nil, p.missing(t)
}

// missing is the error where a part should begin and the token does not begin
// one.
func (p *parser) missing(t token) error {
	what := map[class]string{
		end: "the query ends", closes: "the bracket closes", and: "AND stands", or: "OR stands", near: "NEAR stands", not: "NOT stands",
	}[t.class]
	hint := "write a word or phrase there"
	if t.class == and || t.class == or || t.class == near || t.class == not {
		hint += fmt.Sprintf(`; to look for the word itself, write "%s"`, string(p.scan.in[t.Start:t.End]))
	}
	return wrong(t.Place, hint, "%s where something to look for should stand", what)
}

// brackets reads what stands behind an open bracket, and the closing one.
func (p *parser) brackets(open token) (Node, error) {
	if err := p.down(open); err != nil {
		return nil, err
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	t, err := p.peek()
	if err != nil {
		return nil, err
	}
	if t.class != closes {
		return nil, wrong(open.Place, "close it with )", "the bracket is not closed")
	}
	p.take()
	p.depth--
	return n, nil
}
