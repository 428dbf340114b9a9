package query

import (
	"fmt"

	"dateline/internal/fault"
)

// Error is what is wrong with a query, and where.
type Error struct {
	// Place is the part of the query that is wrong; empty where something is
	// missing.
	Place
	// Err says it in words. Its meaning is [fault.Invalid].
	Err *fault.Error
}

func (e *Error) Error() string { return e.Err.Error() }

// Unwrap gives the error in words.
func (e *Error) Unwrap() error { return e.Err }

// wrong makes an Error: what is wrong at a place, and what to do about it.
func wrong(at Place, hint, format string, a ...any) *Error {
	return &Error{Place: at, Err: &fault.Error{
		Meaning: fault.Invalid,
		Say:     fmt.Sprintf("query: at character %d: %s", at.Start+1, fmt.Sprintf(format, a...)),
		Hint:    hint,
	}}
}
