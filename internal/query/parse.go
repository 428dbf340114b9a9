package query

import "dateline/internal/fault"

// Parse reads a query.
func Parse(s string) (Node, error) {
	return nil, &fault.Error{Meaning: fault.Invalid, Say: "query: not read yet"}
}
