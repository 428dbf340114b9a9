package sqlite

import (
	"strconv"
	"strings"

	"dateline/internal/archive"
)

// Tokens are made of characters that no folded text has: private ones.
const (
	then      = "\ue001" // between a unit and what follows it
	termMark  = "\ue002" // before the id of a term
	dayMark   = "\ue003" // before a day, month or year
	everyMark = "\ue004" // in every article
)

// pairs gives the tokens of the words index for units: each unit with what
// follows it. A gap is no token.
func pairs(b *strings.Builder, units []archive.Unit) string {
	b.Reset()
	for i, u := range units {
		if u.Text == archive.Gap {
			continue
		}
		next := archive.Gap
		if i+1 < len(units) {
			next = units[i+1].Text
		}
		b.WriteString(u.Text)
		b.WriteString(then)
		b.WriteString(next)
		b.WriteByte(' ')
	}
	return b.String()
}

// singles adds the units of an article that are not in seen yet.
func singles(b *strings.Builder, seen map[string]bool, units []archive.Unit) {
	for _, u := range units {
		if u.Text != archive.Gap && !seen[u.Text] {
			seen[u.Text] = true
			b.WriteString(u.Text)
			b.WriteByte(' ')
		}
	}
}

func termToken(id int64) string { return termMark + strconv.FormatInt(id, 36) }

// valueTokens are those of the values of an article and of its day.
func valueTokens(terms []int64, day string) string {
	var b strings.Builder
	b.WriteString(everyMark)
	for _, id := range terms {
		b.WriteByte(' ')
		b.WriteString(termToken(id))
	}
	for _, n := range []int{len("2006"), len("2006-01"), len("2006-01-02")} {
		if len(day) >= n {
			b.WriteByte(' ')
			b.WriteString(dayToken(day[:n]))
		}
	}
	return b.String()
}

func dayToken(day string) string { return dayMark + strings.ReplaceAll(day, "-", "") }

// phraseExpr is the expression of the words index for a phrase of a column
// set. A single unit is the beginning of a token.
func phraseExpr(columns string, units []archive.Unit) string {
	return columns + " : " + phraseTokens(units, false)
}

// phraseTokens is a phrase: its pairs. With whole, the last unit is a token of
// its own, as the beginning of one, so that the phrase has a token for each
// unit.
func phraseTokens(units []archive.Unit, whole bool) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i+1 < len(units); i++ {
		if units[i].Text != archive.Gap {
			b.WriteString(units[i].Text + then + units[i+1].Text + " ")
		}
	}
	last := units[len(units)-1].Text
	if whole || endsAlone(units) {
		b.WriteString(last + then + `" *`)
		return b.String()
	}
	b.WriteByte('"')
	return b.String()
}

// endsAlone reports a phrase whose last unit is in no pair with the one
// before it.
func endsAlone(units []archive.Unit) bool {
	return len(units) == 1 || units[len(units)-2].Text == archive.Gap
}

// nearExpr is two phrases with at most so many units between them. Where one
// ends in a unit alone, both have a token for each unit; else each is a token
// short, which the distance makes up for.
func nearExpr(columns string, a, b []archive.Unit, within int) string {
	whole := endsAlone(a) || endsAlone(b)
	if !whole {
		within++
	}
	return columns + " : NEAR(" + phraseTokens(a, whole) + " " + phraseTokens(b, whole) + ", " + strconv.Itoa(within) + ")"
}

func valueExpr(token string) string { return `terms : "` + token + `"` }

// unitExpr is the expression of the marks index for a token; it has one column.
func unitExpr(token string) string { return `"` + token + `"` }
