package export

import (
	"regexp"
	"slices"

	"dateline/record"
)

// language is the BCP 47 tag of what dateline reads. The record does not say
// which script.
const language = "zh"

// peopleIn are those mentioned in an article, in the order of the record.
func peopleIn(r *record.Record, article string) (out []*record.Person) {
	for i := range r.People {
		if p := &r.People[i]; mentioned(p.Mentions, article) {
			out = append(out, p)
		}
	}
	return out
}

// placesIn are those mentioned in an article.
func placesIn(r *record.Record, article string) (out []*record.Place) {
	for i := range r.Places {
		if p := &r.Places[i]; mentioned(p.Mentions, article) {
			out = append(out, p)
		}
	}
	return out
}

// organizationsIn are those mentioned in an article.
func organizationsIn(r *record.Record, article string) (out []*record.Organization) {
	for i := range r.Organizations {
		if o := &r.Organizations[i]; mentioned(o.Mentions, article) {
			out = append(out, o)
		}
	}
	return out
}

func mentioned(all []record.Mention, article string) bool {
	return slices.ContainsFunc(all, func(m record.Mention) bool { return m.Article == article })
}

// eventsIn are those of an article.
func eventsIn(r *record.Record, article string) (out []*record.Event) {
	for i := range r.Events {
		if e := &r.Events[i]; e.Article == article {
			out = append(out, e)
		}
	}
	return out
}

// calendar is a year, a month or a day, and maybe a time of day, at the start
// of a TIMEX3 value.
var calendar = regexp.MustCompile(`^([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:T[A-Z]{2}|T[0-9]{2}(?::[0-9]{2})?)?$`)

// isoDate is the calendar date of a TIMEX3 value, "" where it is none.
func isoDate(value string) string {
	if m := calendar.FindStringSubmatch(value); m != nil {
		return m[1]
	}
	return ""
}
