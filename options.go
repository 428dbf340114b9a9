package dateline

import (
	"fmt"
	"regexp"
	"time"

	"dateline/internal/fault"
	"dateline/internal/source"
)

// Option sets one thing of a [Reader].
type Option func(*Reader) error

// DefaultMaxBytes is the largest source that is read unless
// [WithMaxBytes] says otherwise: 64 MiB.
const DefaultMaxBytes = 64 << 20

// WithMaxBytes sets the size in bytes above which a source is refused with
// [ErrTooLarge]. It is never cut.
func WithMaxBytes(n int64) Option {
	return func(r *Reader) error {
		if n <= 0 {
			return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("size limit %d is not above 0", n)}
		}
		r.source.MaxBytes = n
		return nil
	}
}

// WithEncoding sets the character encoding of the sources by its WHATWG
// label, in place of finding it; "" finds it.
func WithEncoding(label string) Option {
	return func(r *Reader) error {
		if err := source.KnownEncoding(label); err != nil {
			return err
		}
		r.source.Encoding = label
		return nil
	}
}

// WithPublished gives the date of the page: YYYY, YYYY-MM or YYYY-MM-DD.
func WithPublished(date string) Option {
	return func(r *Reader) error {
		if !validDate(date) {
			return &fault.Error{Meaning: fault.Invalid,
				Say:  fmt.Sprintf("%q is not a date", date),
				Hint: "write YYYY-MM-DD, YYYY-MM or YYYY"}
		}
		r.published = date
		return nil
	}
}

var dateForm = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

func validDate(s string) bool {
	if !dateForm.MatchString(s) {
		return false
	}
	_, err := time.Parse("2006-01-02"[:len(s)], s)
	return err == nil
}
