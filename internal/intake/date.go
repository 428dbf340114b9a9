package intake

import (
	"regexp"
	"strings"
	"time"
)

// dayForms are the ways in which dumps write a date: figures with marks, or
// without, or with 年月日; a time of day may follow, which is left out as it is
// written: no time zone is reckoned with, as the paper's day is meant.
var dayForms = [...]*regexp.Regexp{
	regexp.MustCompile(`^(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?(?:[T\s]+\d.*)?$`),
	regexp.MustCompile(`^(\d{4})年(?:(\d\d?)月(?:(\d\d?)[日号](?:\s*(?:星期.)?\s*\d.*)?)?)?$`),
	regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)?(?:[T\s]?\d\d:?\d\d(?::?\d\d)?)?$`),
	regexp.MustCompile(`^(\d{4})$`),
}

// day gives the ISO 8601 form of a date as dumps write it.
func day(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, f := range dayForms {
		m := f.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		iso := m[1]
		for _, part := range m[2:] {
			if part != "" {
				iso += "-" + "0"[len(part)-1:] + part // one digit or two
			}
		}
		if _, err := time.Parse("2006-01-02"[:len(iso)], iso); err != nil {
			return "", false
		}
		return iso, true
	}
	for _, layout := range []string{time.RFC1123, time.RFC1123Z, time.RFC850, time.UnixDate, time.ANSIC, "2 January 2006", "January 2, 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02"), true
		}
	}
	return "", false
}
