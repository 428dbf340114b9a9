package query

import (
	"strconv"
	"strings"
	"unicode"
)

// class is the sort of a token.
type class int

const (
	end    class = iota
	word         // text is the word
	quoted       // text is what stands between the marks
	name         // text is the field's name; its colon belongs to it
	opens        // ( or （
	closes       // ) or ）
	and          // AND
	or           // OR
	not          // NOT or -
	near         // NEAR or NEAR/n, n within
)

// token is a part of the query's text.
type token struct {
	class  class
	text   string
	within int
	Place
}

// quotes are the marks that open a quotation, each with the one that closes
// it. A ” that opens is what a keyboard gives to who types ” twice.
var quotes = map[rune]rune{'"': '"', '＂': '＂', '“': '”', '”': '”', '「': '」', '『': '』'}

// NearMost is the largest distance that a NEAR may have.
const NearMost = 1000

// scanner reads tokens.
type scanner struct {
	in []rune
	at int
}

// scan gives the next token. In a field's value a colon is a character like
// others.
func (s *scanner) scan(value bool) (token, error) {
	for s.at < len(s.in) && unicode.IsSpace(s.in[s.at]) {
		s.at++
	}
	from := s.at
	if from == len(s.in) {
		return token{class: end, Place: Place{from, from}}, nil
	}
	r := s.in[from]
	switch {
	case r == '(' || r == '（':
		return s.mark(opens), nil
	case r == ')' || r == '）':
		return s.mark(closes), nil
	case quotes[r] != 0:
		return s.quotation()
	case (r == '-' || r == '－') && from+1 < len(s.in) && !unicode.IsSpace(s.in[from+1]):
		return s.mark(not), nil
	}
	return s.word(value)
}

// mark gives the token of one character.
func (s *scanner) mark(c class) token {
	s.at++
	return token{class: c, Place: Place{s.at - 1, s.at}}
}

// quotation reads what stands in quotation marks. Between straight ones \"
// is a mark and \\ a backslash, so that any text can be quoted.
func (s *scanner) quotation() (token, error) {
	from, closer := s.at, quotes[s.in[s.at]]
	var text strings.Builder
	for s.at++; s.at < len(s.in); s.at++ {
		r := s.in[s.at]
		if closer == '"' && r == '\\' && s.at+1 < len(s.in) && (s.in[s.at+1] == '"' || s.in[s.at+1] == '\\') {
			s.at++
			text.WriteRune(s.in[s.at])
			continue
		}
		if r == closer {
			s.at++
			return token{class: quoted, text: text.String(), Place: Place{from, s.at}}, nil
		}
		text.WriteRune(r)
	}
	return token{}, wrong(Place{from, s.at}, "close it with "+string(closer), "the quotation that begins with %c is not closed", s.in[from])
}

// word reads a word, an operator, or the name of a field with its colon.
func (s *scanner) word(value bool) (token, error) {
	from := s.at
	colon := false // one was seen
	for ; s.at < len(s.in) && !s.ends(); s.at++ {
		r, at := s.in[s.at], Place{s.at, s.at + 1}
		switch {
		case r == '*':
			return token{}, wrong(at, "leave it out: a word is found inside longer ones too; or write \"*\" to look for the character",
				"* stands for nothing here")
		case r == '」' || r == '』':
			return token{}, wrong(at, "", "%c closes no quotation", r)
		case (r == ':' || r == '：') && !colon:
			colon = true
			if t, err := s.field(from, value); err != nil || t.class == name {
				return t, err
			}
		}
	}
	return s.operator(token{class: word, text: string(s.in[from:s.at]), Place: Place{from, s.at}})
}

// ends reports a character that ends a word before it.
func (s *scanner) ends() bool {
	r := s.in[s.at]
	return unicode.IsSpace(r) || quotes[r] != 0 || strings.ContainsRune("()（）", r)
}

// field reads the first colon of a word that begins at from: a token of class
// name where a field's name stands before it, and none where the colon is a
// character of the word. A full-width colon is one unless a name stands
// before it, since text has it everywhere.
func (s *scanner) field(from int, value bool) (token, error) {
	before, at := string(s.in[from:s.at]), Place{from, s.at}
	known, ok := fieldName(before)
	switch {
	case ok && value:
		return token{}, wrong(at, "a field's value is a word, a phrase, or words in brackets", "the field %s stands inside another", known)
	case ok:
		s.at++
		return token{class: name, text: known, Place: Place{from, s.at}}, nil
	case value || s.in[s.at] == '：':
		return token{}, nil
	case before == "":
		return token{}, wrong(Place{s.at, s.at + 1}, "", "no name of a field stands before the colon")
	case !isName(before):
		return token{}, nil
	}
	hint := "the fields are " + strings.Join(names[:], ", ") + ". "
	if n := nearestName(before); n != "" {
		hint = "do you mean " + n + "? "
	}
	return token{}, wrong(at, hint+"To look for a text with a colon, put it in quotation marks", "there is no field %s", before)
}

// isName reports a word that may be meant as a field's name: letters, and
// marks inside it.
func isName(word string) bool {
	for i, r := range word {
		if !unicode.IsLetter(r) && (i == 0 || r != '-' && r != '_') {
			return false
		}
	}
	return true
}

// operator turns the token of a word into that of the operator it is.
func (s *scanner) operator(t token) (token, error) {
	switch t.text {
	case "AND":
		t.class = and
	case "OR":
		t.class = or
	case "NOT":
		t.class = not
	case "NEAR":
		t.class, t.within = near, NearDefault
	case "-", "－":
		return t, wrong(t.Place, "write it right before what shall not be found, or in quotation marks", "nothing stands after %s", t.text)
	}
	n, ok := strings.CutPrefix(t.text, "NEAR/")
	if !ok {
		return t, nil
	}
	within, err := strconv.Atoi(n)
	if err != nil || within < 1 || within > NearMost || strings.HasPrefix(n, "+") {
		return t, wrong(t.Place, "write NEAR/ and a number from 1 to "+strconv.Itoa(NearMost), "%s has no distance", t.text)
	}
	t.class, t.within = near, within
	return t, nil
}
