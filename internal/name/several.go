package name

import (
	"sort"
	"strings"

	"dateline/internal/tagger"
)

// several refers 他们 or 两人 at [i, j) to the people who are named side by
// side in the sentences before; need is their number, 0 for any.
func (p *page) several(b *body, i, j, need int) Reference {
	breaks := 0
	for end := i; end > 0 && breaks < 2 && i-end < lookBack; {
		start := b.sentenceStart(end)
		if k, n := b.together(start, end, need); n > 0 {
			var who []*person
			for _, c := range b.people[k : k+n] {
				who = append(who, c.who)
			}
			return b.ref(i, j, kindOf(need), &at{b, k}, who...)
		}
		if b.at(start-1) == '\n' {
			breaks++
		}
		end = start - 1
	}
	return b.ref(i, j, kindOf(need), nil)
}

// kindOf is the sort of a word for several people.
func kindOf(need int) RefKind {
	if need > 0 {
		return Group
	}
	return Pronoun
}

// together finds the last people named side by side in the sentence [i, j), as
// the number of the first and how many they are. Where so many are needed, a
// sentence with just that number will do.
func (b *body) together(i, j, need int) (int, int) {
	first := sort.Search(len(b.people), func(k int) bool { return b.people[k].start >= i })
	last := first
	for last < len(b.people) && b.people[last].end <= j {
		last++
	}
	if need > 0 && last-first == need && distinct(b.people[first:last]) {
		return first, need
	}
	for k := last - 1; k > first; k-- {
		n := 1
		for k-n >= first && b.besideNext(k-n) {
			n++
		}
		if n > 1 && (need == 0 || n == need) && distinct(b.people[k-n+1:k+1]) {
			return k - n + 1, n
		}
	}
	return 0, 0
}

// besideNext reports whether only titles and a mark or word of a list stand
// between candidate k and the next.
func (b *body) besideNext(k int) bool {
	c, next := &b.people[k], &b.people[k+1]
	end, start := c.end, next.start
	if c.after >= 0 && c.form == full {
		end = b.offices[c.after].end
	}
	if next.before >= 0 {
		start = b.offices[next.before].start
	}
	n := b.joint(end)
	return n > 0 && end+n >= start && start > c.end
}

// distinct reports whether candidates are all of other people.
func distinct(list []cand) bool {
	for k := range list {
		for _, o := range list[:k] {
			if o.who == nil || o.who == list[k].who {
				return false
			}
		}
	}
	return true
}

// meetingWords are words for a meeting that can be said to say something, and
// meetingVerbs what it is said to do.
var (
	meetingWords = []string{"会议", "大会", "全会"}
	meetingVerbs = map[string]bool{"认为": true, "指出": true, "强调": true, "决定": true, "要求": true, "号召": true, "审议": true, "通过": true, "讨论": true, "听取": true, "宣布": true, "同意": true, "呼吁": true, "表示": true, "批准": true, "建议": true, "选举": true, "提出": true, "谴责": true, "重申": true, "明确": true, "确定": true}
)

// meeting refers a meeting without its name (会议指出) to the last one that
// the text names before, and appends that to out.
func (p *page) meeting(b *body, i int, out []Reference) []Reference {
	w := b.word(i)
	if int(w.Start) != i || int(w.End) != i+2 || !b.mark(i-1) || !meetingVerbs[b.text(i+2, i+4)] || b.overThing(i, i+2) {
		return out
	}
	for _, m := range meetingWords {
		if b.text(i, i+2) != m {
			continue
		}
		r := b.ref(i, i+2, Group, nil)
		for k := sort.Search(len(b.things), func(k int) bool { return b.things[k].start >= i }) - 1; k >= 0; k-- {
			t := &b.things[k]
			if t.kind == tagger.Body && endsMeeting(b.text(t.start, t.end)) {
				r.Of, r.Because = []string{b.printed(t.start, t.end)}, b.span(t.start, t.end)
				break
			}
		}
		return append(out, r)
	}
	return out
}

// endsMeeting reports whether a body's name is that of a meeting.
func endsMeeting(s string) bool {
	for _, m := range meetingWords {
		if strings.HasSuffix(s, m) {
			return true
		}
	}
	return strings.HasSuffix(s, "论坛") || strings.HasSuffix(s, "峰会")
}
