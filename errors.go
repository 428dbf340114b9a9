package dateline

import "dateline/internal/fault"

// The meanings that an error of this package can have, for [errors.Is]. An
// error with none of them is a fault of the machine (a disk, a pipe) or a
// context's.
var (
	ErrNotFound = fault.NotFound
	ErrNotFile  = fault.NotFile
	ErrEmpty    = fault.Empty
	ErrTooLarge = fault.TooLarge
	ErrNotText  = fault.NotText
	ErrInvalid  = fault.Invalid
	ErrUsage    = fault.Usage
)

// Hint gives what a person can do about err, "" where nothing is known.
func Hint(err error) string { return fault.Hint(err) }
