package intake

import (
	"fmt"

	"dateline/internal/fault"
)

// Error is a file, or an article of a dump, that could not be read.
type Error struct {
	// Path is the file's.
	Path string
	// Line is where the article begins in a dump, 0 where the whole file is
	// meant.
	Line int
	// Err says why.
	Err error
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s: line %d: %v", e.Path, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Skip is something in a folder that was passed over on purpose. It is no
// failure.
type Skip struct {
	Path string
	Why  string
}

func (s *Skip) Error() string { return s.Path + ": skipped: " + s.Why }

// because makes an error with a meaning.
func because(meaning error, hint, format string, a ...any) error {
	return &fault.Error{Meaning: meaning, Say: fmt.Sprintf(format, a...), Hint: hint}
}

// tooLarge is the refusal of an item over the limit.
func tooLarge(limit int) error {
	return because(fault.TooLarge, "raise the limit with --max-bytes", "larger than the limit of %d bytes", limit)
}
