package name

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Time is a time that a text tells.
type Time struct {
	// Start is the byte of Body where it begins.
	Start int
	// Value is TIMEX3, "" where it is not fixed.
	Value string
}

// heldBefore are words in a title that say that it was held before what is
// told, at a time that is not given.
var heldBefore = map[string]bool{"前": true, "前任": true, "前副": true, "原": true, "原副": true, "已故": true}

// titleAt is the time that a title beside the name [.., end) is given for, "" where
// the page does not say: a title in a story holds on the day that is told of,
// which is the time in its clause, the time that its sentence begins with, or
// what the sentences before it told, and the dateline's day where they tell
// of none.
func (b *body) titleAt(o office, end int) string {
	then := false
	for i := o.start; i < o.core; {
		w := b.word(i)
		s := b.text(int(w.Start), int(w.End))
		if heldBefore[s] {
			return ""
		}
		then = then || s == "时任"
		i = int(w.End)
	}
	day := b.dayAt(b.t.Byte(o.start))
	v := ""
	if len(b.src.Times) > 0 {
		v = b.toldAt(o, end, then)
	}
	return onDay(v, day)
}

// onDay puts a time and the day of the telling together: what is told of the
// day itself, or of a time to come, holds on the day.
func onDay(v, day string) string {
	if day == "" || v != "" && (strings.HasPrefix(v, day) || v < day && !strings.HasPrefix(day, v)) {
		return v
	}
	return day
}

// dayAt is the dateline's day for what stands at a byte of the text.
func (b *body) dayAt(at int) string {
	day := ""
	for _, d := range b.src.Days {
		if d.Start <= at {
			day = d.Value
		}
	}
	return calendar(day)
}

// calendar is the year, month or day that a TIMEX3 value is of, "" where it is
// a range, a duration or of none.
func calendar(v string) string {
	n := 0
	for n < len(v) && (v[n] >= '0' && v[n] <= '9' || v[n] == '-') {
		n++
	}
	if rest := v[n:]; rest != "" && rest[0] != 'T' && !strings.HasSuffix(v[:n], "-") || strings.Contains(v, "/") {
		return ""
	}
	v = strings.TrimSuffix(v[:n], "-") // 2023-Q1
	switch len(v) {
	case len("2006"), len("2006-01"), len("2006-01-02"):
		return v
	}
	return ""
}

// toldAt is the time that is told of where a title stands.
func (b *body) toldAt(o office, end int, then bool) string {
	start := b.sentenceStart(o.start)
	clause := b.clauseStart(o.start, start)
	if v := b.lastTime(clause, o.start); v != "" {
		return v
	}
	after := max(end, o.end)
	if v := b.timeAt(after, after+1); v != "" {
		return v
	}
	if then {
		if v := b.lastTime(start, o.start); v != "" {
			return v
		}
		if v := b.timeAt(o.end, b.sentenceEnd(o.end)); v != "" {
			return v
		}
	}
	if v, ok := b.frame(start); ok {
		return v // "" after a range: it does not say when
	}
	return b.framesBefore(start)
}

// framesBefore is the time that the sentences before i told of: those of the
// paragraph that name people, or of the whole text where it has no day.
func (b *body) framesBefore(i int) string {
	dated := len(b.src.Days) > 0
	for from := i; i > 0 && from-i < lookBack; {
		if b.at(i-1) == '\n' && dated {
			return ""
		}
		end := i
		i = b.sentenceStart(i - 1)
		if v, _ := b.frame(i); v != "" && (!dated || b.over.any(i, end)) {
			return v
		}
	}
	return ""
}

// frame is the time that the sentence from i on begins with, and whether it
// begins with any.
func (b *body) frame(i int) (string, bool) {
	for b.mark(i) && i < b.t.Len() && b.at(i) != '\n' {
		i++
	}
	for _, w := range beforeTime {
		if n := utf8.RuneCountInString(w); b.text(i, i+n) == w {
			i += n
			break
		}
	}
	k := b.timeFrom(i)
	if k == len(b.src.Times) || b.src.Times[k].Start > b.t.Byte(min(i, b.t.Len())) {
		return "", false
	}
	return calendar(b.src.Times[k].Value), true
}

// beforeTime are words between the beginning of a sentence and its time.
var beforeTime = []string{"早在", "就在", "在", "于", "自", "从", "至", "到"}

// timeAt is the first time that begins at one of the characters from i to j.
func (b *body) timeAt(i, j int) string {
	to := b.t.Byte(min(j, b.t.Len()))
	for k := b.timeFrom(i); k < len(b.src.Times) && b.src.Times[k].Start <= to; k++ {
		if v := calendar(b.src.Times[k].Value); v != "" {
			return v
		}
	}
	return ""
}

// lastTime is the last time that stands inside the characters [i, j).
func (b *body) lastTime(i, j int) string {
	from := b.t.Byte(i)
	for k := b.timeFrom(j) - 1; k >= 0 && b.src.Times[k].Start >= from; k-- {
		if v := calendar(b.src.Times[k].Value); v != "" {
			return v
		}
	}
	return ""
}

// timeFrom is the number of the first time that begins at character i or later.
func (b *body) timeFrom(i int) int {
	from := b.t.Byte(min(i, b.t.Len()))
	return sort.Search(len(b.src.Times), func(k int) bool { return b.src.Times[k].Start >= from })
}

// sentenceStart is where the sentence that i is in begins, or as far back as
// is looked.
func (b *body) sentenceStart(i int) int {
	for end := i - lookBack; i > 0 && i > end && !endsSentence(b.at(i-1)); {
		i--
	}
	return i
}

// sentenceEnd is where it ends.
func (b *body) sentenceEnd(i int) int {
	for end := i + lookBack; i < b.t.Len() && i < end && !endsSentence(b.at(i)); {
		i++
	}
	return i
}

// clauseStart is where the clause that i is in begins, in a sentence that
// begins at start.
func (b *body) clauseStart(i, start int) int {
	for i > start && b.at(i-1) != '，' && b.at(i-1) != '：' && b.at(i-1) != '“' && b.at(i-1) != '”' {
		i--
	}
	return i
}
