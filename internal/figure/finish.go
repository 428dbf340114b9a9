package figure

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/span"
)

// finish adds the figure of a reading and gives the offset after it.
func (f *finder) finish(r reading, kind string) int {
	if n := len(f.out); n > 0 && f.out[n-1].Span.End > r.from {
		return r.to
	}
	f.takeTail(&r, kind)
	f.takeBound(&r, kind)
	if n := len(f.out); n > 0 && f.out[n-1].Span.End > r.from {
		r.from = f.out[n-1].Span.End
	}
	g := Figure{
		Span: span.Span{Start: r.from, End: r.to}, Kind: kind, Value: signed(r.low, r.negative),
		Unit: r.code, Bound: r.bound, Cue: r.cue, Rule: "figure/" + kind,
	}
	if r.ranged {
		g.High = signed(r.high, r.highNegative)
	}
	f.describe(&g)
	f.out = append(f.out, g)
	return r.to
}

func signed(d han.Decimal, negative bool) string {
	if negative && !d.IsZero() {
		return "-" + d.String()
	}
	return d.String()
}

// clauseReach is how many bytes a clause is looked back for.
const clauseReach = 240

// clauseStart is where the clause begins that at lies in: after the last
// comma, stop or line end.
func (f *finder) clauseStart(at int) int {
	from := max(0, at-clauseReach)
	for i := at; i > from; {
		r := lastRune(f.s[:i])
		if isStop(r) || r == '，' || r == ',' {
			return i
		}
		i -= max(1, runeSize(f.s[:i]))
	}
	for from < at && f.s[from]&0xc0 == 0x80 {
		from++
	}
	return from
}

func isStop(r rune) bool {
	return strings.ContainsRune("。！？!?\n；;：:", r)
}

// runeSize is the size in bytes of the last character of s.
func runeSize(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}
