package event

import (
	"strings"

	"dateline/internal/clause"
)

// date is what a time token says: its value where that is a point or a span
// of hours, "" for durations, repetitions, open ranges and vague words.
func (r *reader) date(k int) string {
	value, kind := r.c.Values(r.x.Times[r.x.Tokens[k].Number].Number)
	switch {
	case kind == "duration", kind == "set", value == "", strings.HasSuffix(value, "_REF"), value[0] == 'P':
		return ""
	}
	if a, b, ok := strings.Cut(value, "/"); ok && (len(a) < len("2006-01-02") || len(b) < len("2006-01-02")) {
		return ""
	}
	return value
}

// day reports a value that is a day or finer.
func day(v string) bool {
	return len(v) >= len("2006-01-02") && v[4] == '-' && v[5] != 'W' && v[5] != 'Q'
}

// own finds the time that the clause itself gives: the last one before the
// trigger, else that of the nearest clause before it in the sentence. A visit
// takes a time from another clause only where that clause has nothing else.
func (r *reader) own(h *happening, l left, v int) {
	if r.timed(h, l.times) {
		return
	}
	if r.vague(l.times) {
		h.undated = true
		return
	}
	strict := h.Kind == Visit || h.Kind == Letter || h.Kind == Appoint
	bare := h.said >= 0 || l.mood&wish != 0
	n := 0
	for u, ok := r.before(l.start(r, v)); ok && n < clauses; u, ok = r.before(u.from) {
		n++
		if r.saidAt(int(r.x.Tokens[u.from].Start)) != h.said {
			return
		}
		var times []int
		verbs := false
		for k := u.from; k < u.to; k++ {
			switch {
			case r.is(k, clause.Time) && !r.ofNoun(k, u.to):
				times = append(times, k)
			case r.triggerAt(k):
				verbs = true
			}
		}
		if strict && verbs || bare && len(times) != u.to-u.from {
			return
		}
		if r.timed(h, times) {
			return
		}
		if r.vague(times) { // 日前签署命令，发布条例: not on the day of the telling
			h.undated = true
			return
		}
	}
}

// vague reports whether one of the times says no more than some time ago.
func (r *reader) vague(times []int) bool {
	for _, k := range times {
		if v, _ := r.c.Values(r.x.Times[r.x.Tokens[k].Number].Number); v == "PAST_REF" {
			return true
		}
	}
	return false
}

// start is where the clause of the trigger begins.
func (l left) start(r *reader, v int) int { return r.unit(v).from }

// ofNoun reports whether the time at k belongs to a clause that describes a
// noun: 的 follows in its clause, with a verb before it.
func (r *reader) ofNoun(k, to int) bool {
	for j := k + 1; j < to; j++ {
		if w := r.word(j); w == "的" || w == "之" {
			return true
		}
		if r.is(j, clause.Name) {
			return false
		}
	}
	return false
}

// timed takes the last of the times that is a date.
func (r *reader) timed(h *happening, times []int) bool {
	for i := len(times) - 1; i >= 0; i-- {
		if v := r.date(times[i]); v != "" {
			h.Time, h.Ref, h.Basis, h.own = v, r.x.Times[r.x.Tokens[times[i]].Number].Number, "sentence", true
			return true
		}
	}
	return false
}

// running gives an event without a time of its own the day of the telling: the
// last day given before it in what the article itself tells, else the
// dateline's day, else the page's.
func (r *reader) running(h *happening) {
	if h.Time != "" || h.Kind == Visit || h.Kind == Letter || h.said >= 0 || h.undated {
		return
	}
	coarse := ""
	for i := len(r.days) - 1; i >= 0; i-- {
		d := &r.days[i]
		switch {
		case d.token >= h.at:
			continue
		case !day(d.value):
			if d.paragraph == h.paragraph && coarse == "" {
				coarse = d.value
			}
			continue
		case !strings.HasPrefix(d.value, coarse):
			return // told of another year or month
		case h.Status == "planned" && d.value <= max(r.c.Day, r.c.Published) && !r.ahead(r.unit(h.at).from, h.at, "届时"):
			return
		}
		h.Time, h.Basis = d.value, "article"
		if d.paragraph == h.paragraph {
			h.Basis = "paragraph"
		}
		return
	}
	if h.Status == "planned" || !strings.HasPrefix(r.c.Day+r.c.Published, coarse) {
		return
	}
	switch {
	case r.c.Day != "":
		h.Time, h.Basis = r.c.Day, "dateline"
	case r.c.Published != "" && !h.weak && r.c.Kind != "caption" && r.c.Kind != "document":
		h.Time, h.Basis = r.c.Published, "published"
	}
}

// told is a time that the article gives outside of anybody's words, to the
// day or coarser.
type told struct {
	token, paragraph int
	value            string
}

// calendar lists the days that the article gives, and its paragraphs.
func (r *reader) calendar() {
	for k := range r.x.Tokens {
		t := &r.x.Tokens[k]
		if t.Kind == clause.Mark && r.x.At(int(t.Start)) == '\n' {
			r.breaks = append(r.breaks, int32(k))
		}
		if t.Kind != clause.Time || r.saidAt(int(r.x.Tokens[k].Start)) >= 0 {
			continue
		}
		v := r.date(k)
		switch {
		case day(v) && !strings.Contains(v, "/"):
			v = v[:len("2006-01-02")]
		case strings.Contains(v, "T"):
			v = "" // some hours of a day
		}
		if v != "" {
			r.days = append(r.days, told{k, r.paragraphOf(k), v})
		}
	}
}
