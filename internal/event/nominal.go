package event

import (
	"strings"

	"dateline/internal/clause"
)

// nominals finds meetings that the article tells by dated nouns only, where it
// counts the meetings of two people: 去年2月北京之约，9月某地峰会两次会晤和
// 去年底的视频会晤.
func (r *reader) nominals() {
	for k := 0; k < len(r.x.Tokens); k++ {
		if r.x.Tokens[k].Kind != clause.Time {
			continue
		}
		to, kind := r.datedNoun(k)
		if to < 0 || r.taken(to) || r.saidAt(int(r.x.Tokens[k].Start)) >= 0 || r.date(k) == "" {
			continue
		}
		sen := r.sentence(k)
		pair := r.pair(sen)
		if pair == nil || !r.counts(sen) {
			continue
		}
		from := k + 1
		for r.word(from) == "的" || r.word(from) == "上" {
			from++
		}
		s := &scene{at: from, end: to + 1, unit: run{from, to + 1}, left: left{times: []int{k}, verb: -1, goalVerb: -1}, said: -1}
		if h := r.add(s, kind, from, to+1, pair); h != nil {
			h.weak = true
			for j := from; j < to; j++ {
				if r.is(j, clause.Name) {
					h.Place, h.site = r.placeSpan(run{j, j + 1}), run{j, j + 1}
				}
			}
		}
	}
}

// datedNoun looks after the time at k for the noun of a meeting with nothing
// but nouns between. It gives the last such noun's token, -1 for none.
func (r *reader) datedNoun(k int) (int, string) {
	to, kind, video := -1, "", false
	for j := k + 1; j < len(r.x.Tokens) && j < k+12; j++ {
		t := &r.x.Tokens[j]
		w := r.x.Text(j)
		if t.Kind == clause.Time || t.Kind == clause.Mark || joiners[w] || denied[w] || agents[w] {
			break
		}
		if lightVerbs[w] || w == "在" {
			return -1, ""
		}
		video = video || w == "视频"
		switch g := gatherings[w]; {
		case w == "约" && r.word(j-1) == "之":
			to, kind = j, Meet
		case g == Meet || g == Talks || g == VideoMeeting:
			to, kind = j, g
		}
	}
	if video && kind != "" {
		kind = VideoMeeting
	}
	return to, kind
}

// taken reports whether an event is told at token k already.
func (r *reader) taken(k int) bool {
	for _, h := range r.found {
		if h.at <= k && k < h.to {
			return true
		}
	}
	return false
}

// pair are the two people of a sentence, nil where there are more or fewer.
func (r *reader) pair(sen run) []party {
	var out []party
	seen := map[string]bool{}
	for k := sen.from; k < sen.to; k++ {
		if !r.is(k, clause.Name) {
			continue
		}
		a := &r.x.Actors[r.x.Tokens[k].Number]
		list := r.meant(k, a)
		if a.Kind == clause.Person {
			list = []party{r.person(k, a)}
		}
		for _, p := range list {
			if !seen[p.Name] {
				seen[p.Name] = true
				out = append(out, p)
			}
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// counts reports whether a sentence counts meetings: 两次会晤, 40次会晤.
func (r *reader) counts(sen run) bool {
	for k := sen.from; k < sen.to; k++ {
		if g := gatherings[r.word(k)]; g != Meet && g != Talks && g != VideoMeeting {
			continue
		}
		for j := max(sen.from, k-3); j < k; j++ {
			if w := r.word(j); strings.HasSuffix(w, "次") && numeral(w) || w == "次" {
				return true
			}
		}
	}
	return false
}

// heldNoun is 上周举行的某国某国外长会议: a dated meeting that the clause only
// names.
func (r *reader) heldNoun(s *scene, i int) {
	var when []int
	for _, t := range s.left.times {
		if r.date(t) != "" {
			when = append(when, t)
		}
	}
	if when == nil || s.left.mood != 0 {
		return
	}
	k, kind := r.gathering(i, s.unit.to)
	if k < 0 {
		k = r.lastNoun(i, s.unit.to)
		if k < 0 {
			return
		}
		kind = Meet
	}
	var list []party
	for j := i; j < k; j++ {
		if w := r.word(j); w == "关于" || w == "就" {
			break
		}
		if a := r.covering(j); a >= 0 && r.is(j, clause.Name) {
			list = append(list, r.item(run{j, j + 1})...)
		}
	}
	if kind == Convene && len(list) > 1 && holders[r.word(k-1)] || r.x.Text(k) == "外长会" {
		kind = Meet
	}
	if len(list) < 2 || kind != Meet && kind != Talks && kind != VideoMeeting {
		return
	}
	from := k
	for from > i && (holders[r.word(from-1)] || r.word(from-1) == "特别") {
		from--
	}
	if h := r.add(s, kind, from, k+1, list); h != nil {
		h.weak = true
	}
}

// lastNoun is the token of a noun for a meeting in [i, to), -1 for none.
func (r *reader) lastNoun(i, to int) int {
	for k := to - 1; k > i; k-- {
		if w := r.word(k); w == "外长会" || w == "会" && holders[r.word(k-1)] {
			return k
		}
	}
	return -1
}

// counted takes the number of a meeting that has been told: 这是第41次会晤.
func (r *reader) ordinalOf(s *scene) bool {
	for k := max(s.unit.from, s.at-4); k < s.at; k++ {
		n, end := r.ordinal(k)
		if n == "" {
			continue
		}
		from := r.sentence(s.at).from
		for j := from; j < s.at; j++ {
			if w := r.word(j); w == "这" || w == "此" || w == "这是" || w == "此为" {
				r.number(s, j, k, end, n)
				return true
			}
		}
	}
	return false
}

// number gives the last event its number; the series is what is counted.
func (r *reader) number(s *scene, j, k, end int, n string) {
	for i := len(r.found) - 1; i >= 0; i-- {
		h := r.found[i]
		if h.Kind != Meet && h.Kind != Talks && h.Kind != VideoMeeting && h.Kind != PhoneCall {
			continue
		}
		if h.Ordinal == "" && s.at-h.at < nearOrdinal {
			for r.word(j) == "这" || r.word(j) == "此" || r.word(j) == "也" || r.word(j) == "是" || r.word(j) == "这是" {
				j++
			}
			h.Ordinal = n
			h.Series = strings.ReplaceAll(r.printedIn(j, k), "，", "") + r.printedIn(end, s.end)
		}
		return
	}
}

// nearOrdinal is how many tokens after an event its number may be given.
const nearOrdinal = 120
