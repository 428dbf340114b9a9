package ledger

import (
	"regexp"
	"slices"
	"strconv"
	"time"

	"dateline/internal/archive"
)

// OrdinalCheck holds a number that a report gives a meeting (第41次会晤) against
// what is counted.
type OrdinalCheck struct {
	// Meeting is the index in Meetings.
	Meeting int
	// ID is the event that tells the number.
	ID      string
	Stated  int
	Series  string
	Between []string
	// Since is the day from which is counted: the first day of the archive, or
	// of the series where the report says it (2013年以来, 今年) and it is later;
	// "" where the series begins at a time that the report does not give as a
	// date, so that nothing can be counted.
	Since string
	// Known: the series begins in the time of the archive. Else what was before
	// its first day is not counted.
	Known bool
	// Counted is on how many days the same principals, and nobody else, met so
	// up to this meeting; Gap is Stated less Counted: meetings that no source
	// of the archive tells, or, below 0, meetings that the report does not
	// count.
	Counted, Gap int
	// BeforeID is an earlier meeting of the series with a number, Before its
	// number; Holds is No where the number has not grown since.
	BeforeID string
	Before   int
	Holds    archive.Holds
}

// ordinals checks the numbers of all meetings, in the order of time.
func (m *Meetings) ordinals(known *names) []OrdinalCheck {
	days := map[string][]string{} // of who, and whether by telephone
	last := map[string]OrdinalCheck{}
	var out []OrdinalCheck
	for i := range m.Meetings {
		x := &m.Meetings[i]
		if !x.Counted {
			continue
		}
		who := x.who()
		if x.Kind == "phone-call" {
			who += "\x00phone-call"
		}
		if d := days[who]; len(d) == 0 || d[len(d)-1] != x.Day() {
			days[who] = append(d, x.Day())
		}
		n, err := strconv.Atoi(x.Ordinal)
		if err != nil {
			continue
		}
		c := m.ordinal(i, n, days[who], known)
		key := who + "\x00" + archive.Fold(x.Series)
		if b, ok := last[key]; ok && (b.Since == c.Since || c.Since == m.First) {
			c.Before, c.BeforeID, c.Holds = b.Stated, b.ID, grown(b, c, m.Meetings)
		}
		last[key] = c
		out = append(out, c)
	}
	return out
}

// ordinal holds the number of one meeting against the days of meetings up to
// it.
func (m *Meetings) ordinal(i, stated int, days []string, known *names) OrdinalCheck {
	x := &m.Meetings[i]
	c := OrdinalCheck{Meeting: i, Stated: stated, Series: x.Series}
	for _, p := range x.Parties {
		if slices.Contains(x.principals, known.key("", archive.Party{Name: p.Name})) {
			c.Between = append(c.Between, p.Name)
		}
	}
	k := slices.IndexFunc(x.Tellings, func(e archive.EventRow) bool { return e.Ordinal == x.Ordinal })
	c.ID = x.Tellings[max(k, 0)].ID
	since, told := sinceOf(x.Series, x.Day())
	switch {
	case told && since == "":
		return c
	case told && since >= m.First:
		c.Since, c.Known = since, true
	default:
		c.Since = m.First
	}
	for _, d := range days {
		if d >= c.Since {
			c.Counted++
		}
	}
	c.Gap = c.Stated - c.Counted
	return c
}

var (
	sinceYear   = regexp.MustCompile(`([12][0-9]{3})年(?:以来|至今|起)`)
	sinceMonths = regexp.MustCompile(`([0-9]{1,2}|[一二三四五六七八九十两])个月(?:内|里|之内|以来)`)
	sinceStart  = regexp.MustCompile(`今年|年内|本年度`)
	sinceOther  = regexp.MustCompile(`以来|之后|[年月周]时间[里内]|任期内|上任后|[一二三四五六七八九十两]年[内里]`)
)

// sinceOf is the day from which a series is counted, as its words say; told is
// false where they say nothing, the day "" where they name no date.
func sinceOf(series, day string) (since string, told bool) {
	at, err := time.Parse(time.DateOnly, day)
	if m := sinceYear.FindStringSubmatch(series); m != nil {
		return m[1] + "-01-01", true
	}
	if m := sinceMonths.FindStringSubmatch(series); m != nil && err == nil {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			n = map[string]int{"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}[m[1]]
		}
		return at.AddDate(0, -n, 0).Format(time.DateOnly), true
	}
	switch {
	case err == nil && sinceStart.MatchString(series):
		return at.Format("2006") + "-01-01", true
	case sinceOther.MatchString(series):
		return "", true
	}
	return "", false
}

// grown: a later meeting of a series has a greater number; the same day may be
// told twice.
func grown(before, c OrdinalCheck, all []Meeting) archive.Holds {
	switch {
	case c.Stated > before.Stated:
		return archive.Yes
	case c.Stated == before.Stated && all[c.Meeting].Day() == all[before.Meeting].Day():
		return archive.Yes
	}
	return archive.No
}
