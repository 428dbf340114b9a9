package archive

import (
	"encoding/base32"
	"strconv"
	"strings"
)

// shortID is the length of most ids: 50 bits.
const shortID = 10

var idCode = base32.StdEncoding.WithPadding(base32.NoPadding)

// SourceID is the id of a new source: the beginning of the digest of its
// content in lower-case base32 (a to z, 2 to 7), ten characters, more where
// taken says that another source has it.
func SourceID(sha [32]byte, taken func(string) (bool, error)) (string, error) {
	s := strings.ToLower(idCode.EncodeToString(sha[:]))
	for n := shortID; n <= len(s); n++ {
		if t, err := taken(s[:n]); err != nil || !t {
			return s[:n], err
		}
	}
	// The same content was put twice, and another took its place once.
	for i := 2; ; i++ {
		id := s + "-" + strconv.Itoa(i)
		if t, err := taken(id); err != nil || !t {
			return id, err
		}
	}
}

// SplitID cuts SOURCE/a1 in two; the second is "" for the id of a source.
func SplitID(id string) (source, inside string) {
	source, inside, _ = strings.Cut(id, "/")
	return source, inside
}
