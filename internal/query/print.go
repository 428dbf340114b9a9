package query

import (
	"fmt"
	"strings"
	"unicode"
)

// String gives the canonical form of a query: one way to write each tree.
// [Parse] makes the same tree of it, but for the places. It is for trees as
// Parse gives them: no And or Or has fewer than two parts or stands right in
// its like, and phrases and values are some that can be looked for.
func String(n Node) string {
	switch x := n.(type) {
	case And:
		return joinParts(x.Of, " AND ")
	case Or:
		return joinParts(x.Of, " OR ")
	case Not:
		return "NOT " + inBrackets(x.Of)
	case Phrase:
		return quote(x.Text)
	case Near:
		return fmt.Sprintf("%s NEAR/%d %s", quote(x.A.Text), x.Within, quote(x.B.Text))
	case Field:
		return x.Name + ":" + quoteValue(x.Text)
	case Range:
		if x.From == x.To {
			return x.Name + ":" + x.From
		}
		return x.Name + ":" + x.From + ".." + x.To
	}
	return ""
}

// joinParts writes parts with an operator between them.
func joinParts(of []Node, operator string) string {
	var out []string
	for _, n := range of {
		s := String(n)
		if _, ok := n.(Or); ok {
			s = "(" + s + ")"
		} else if _, ok := n.(And); ok && operator == " AND " {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, operator)
}

// inBrackets writes a part, in brackets where NOT would take only its first.
func inBrackets(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + String(n) + ")"
	}
	return String(n)
}

// quote writes a phrase: as a word where it can be none but itself.
func quote(text string) string {
	if isPlain(text) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// quoteValue is quote for a field's value, which words of the record and parts
// of ids may be without marks too.
func quoteValue(text string) string {
	if !strings.HasPrefix(text, "-") && isPlain(strings.NewReplacer("-", "a", "/", "a", "#", "a").Replace(text)) && !isOperator(text) {
		return text
	}
	return quote(text)
}

// isPlain reports letters, digits and their marks that are no operator.
func isPlain(text string) bool {
	for _, r := range text {
		if !unicode.In(r, unicode.L, unicode.N, unicode.M) {
			return false
		}
	}
	return text != "" && !isOperator(text)
}

func isOperator(text string) bool {
	return text == "AND" || text == "OR" || text == "NOT" || text == "NEAR" || strings.HasPrefix(text, "NEAR/")
}
