package export

import "strings"

// URN is the name of a fact in all exports: urn:dateline:SOURCE:FACT, of the
// source itself where fact is "". What a URN may not hold is
// percent-encoded (RFC 8141, section 2.2), and so is a colon inside a part.
func URN(source, fact string) string {
	u := "urn:dateline:" + escape(source)
	if fact == "" {
		return u
	}
	return u + ":" + escape(fact)
}

// escape percent-encodes all but the unreserved characters of RFC 3986.
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; unreserved(c) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
