package record

import (
	"encoding/json"
	"unicode/utf8"
)

// Nullable is a string that is null in JSON where it is empty: what the page
// does not print is null, never made up.
type Nullable string

// MarshalJSON writes null for the empty string.
func (n Nullable) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte("null"), nil
	}
	if !plain(string(n)) {
		return marshal(string(n))
	}
	b := make([]byte, 0, len(n)+len(`""`))
	b = append(b, '"')
	b = append(b, n...)
	return append(b, '"'), nil
}

// plain reports whether a string stands in JSON as it is, between quotation
// marks: nearly all do, and need no encoder of their own. RFC 8259, section 7;
// U+2028 and U+2029 are what encoding/json escapes beyond that.
func plain(s string) bool {
	for _, r := range s {
		switch r {
		case '"', '\\', '\u2028', '\u2029', utf8.RuneError:
			return false
		}
		if r < ' ' {
			return false
		}
	}
	return true
}

// UnmarshalJSON reads a string or null.
func (n *Nullable) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*n = ""
	if s != nil {
		*n = Nullable(*s)
	}
	return nil
}
