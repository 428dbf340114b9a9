package event

import (
	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// mood says how a clause takes what it tells.
type mood uint8

const (
	future       mood = 1 << iota // it is to happen
	wish                          // somebody wants it or may do it
	refused                       // it did not happen
	congratulate                  // the clause is what somebody is glad of
	counted                       // how often, not one time
	occasional                    // the trigger stands in a phrase of occasion
	together                      // 陪同: the subject goes with the object
)

// left is what stands before a verb in its clause.
type left struct {
	from int
	// subject does it; owner is the subject of a relative clause that stands
	// before the subject's last noun; pivot is the object of a verb before
	// that does what the verb says.
	subject, owner, pivot, led run
	// with is who it is done with, to who it is directed to, by the agent of a
	// passive clause, inviter who invites, whom the object before the verb,
	// sake for whom it is done.
	with, to, by, inviter, whom, sake run
	// place is where, goal where to.
	place, goal run
	goalVerb    int
	times       []int
	// verb is the last verb before, -1 for none, object what follows it.
	verb   int
	object run
	mood   mood
	// light is a noun trigger with 进行的 before it; owned one with 的.
	light, owned bool
}

// left reads the tokens [from, v).
func (r *reader) left(from, v int) left {
	l := left{from: from, verb: -1, goalVerb: -1}
	for i := from; i < v; {
		i = r.step(&l, i, v)
	}
	return l
}

// step takes what stands at i and gives the token after it.
func (r *reader) step(l *left, i, v int) int {
	if a := r.covering(i); a >= 0 {
		return r.noun(l, i, v)
	}
	switch k, _ := r.kind(i); k {
	case clause.Time:
		l.times = append(l.times, i)
		return i + 1
	case clause.Mark:
		if r.mark(i) == '（' {
			return r.bracket(i, v)
		}
		return i + 1
	case clause.Name, clause.Work:
		return r.noun(l, i, v)
	}
	w := r.x.Text(i)
	switch {
	case w == "的" || w == "之":
		return r.relative(l, i, v)
	case w == "在" || w == "于":
		return r.placed(l, i, v)
	case w == "应" && r.ahead(i+1, v, "邀请", "邀", "约请", "之邀", "邀约", "请求"):
		return r.invited(l, i, v)
	case w == "将" && r.object(l, i, v), w == "把":
		end := r.phrase(i+1, v, true)
		l.whom = run{i + 1, end}
		return max(end, i+1)
	case w == "为" || w == "为了":
		end := r.phrase(i+1, v, true)
		l.sake = run{i + 1, end}
		return max(end, i+1)
	case denied[w]:
		l.mood |= refused
		return i + 1
	case plans[w]:
		l.mood |= future
		return i + 1
	case wished[w]:
		l.mood |= wish
		return i + 1
	}
	return r.verbal(l, i, v, w)
}

// verbal takes prepositions, verbs and nouns.
func (r *reader) verbal(l *left, i, v int, w string) int {
	phrase := func(to *run, list bool) int {
		p := r.governed(i+1, v, list)
		if !p.empty() {
			*to = p
		}
		return max(p.to, i+1)
	}
	flat := func(to *run) int {
		r.flat = true
		end := r.phrase(i+1, v, true)
		r.flat = false
		if end > i+1 {
			*to = run{i + 1, end}
		}
		return max(end, i+1)
	}
	switch {
	case companions[w] && (w != "和" || l.subject.empty() || l.verb >= 0 || l.to.from >= l.subject.from) && i+1 < v:
		return phrase(&l.with, true)
	case addressing[w] && i+1 < v:
		return phrase(&l.to, true)
	case agents[w] && i+1 < v:
		return flat(&l.by)
	case motions[w] && i+1 < v:
		l.goalVerb = i
		l.goal = run{i + 1, r.goalEnd(i+1, v)}
		return max(l.goal.to, i+1)
	case others[w]:
		var drop run
		return phrase(&drop, true)
	case (w == "陪同" || w == "陪") && r.word(i+1) != "人员":
		l.mood |= together
		return phrase(&l.with, true)
	case gladness[w]:
		l.mood |= congratulate
		l.verb = i
		return i + 1
	case adverbs[w]:
		if w == "先后" || w == "多次" || w == "每次" || w == "经常" {
			l.mood |= counted
		}
		if w == "并" && l.mood&congratulate != 0 {
			l.mood &^= congratulate // 祝贺新年并会谈: one deed after the other
		}
		return i + 1
	case leads[w]:
		return flat(&l.led)
	case pivots[w]:
		l.verb = i
		return flat(&l.pivot)
	case r.nominal(i):
		return r.noun(l, i, v)
	case numeral(w):
		return i + 1
	}
	if r.x.Tokens[i].Class.Has(lexicon.Verb) || r.triggerAt(i) {
		end := flat(&l.object)
		if end > i+1 && r.headed(l.object) && !r.named(l.subject) && l.verb < 0 && !l.subject.empty() {
			l.subject.to = end // a verb in the name of an office
			return end
		}
		l.verb = i
		return end
	}
	return i + 1
}

// headed reports whether a phrase ends in a person with an office before the
// name.
func (r *reader) headed(p run) bool {
	if p.empty() || !r.personal(p.to-1) {
		return false
	}
	a := &r.x.Actors[r.x.Tokens[p.to-1].Number]
	return a.From < a.Start
}

// governed is the phrase after a preposition. Where a clause that describes
// stands first (同来访的某某), it is the noun after its 的.
func (r *reader) governed(i, v int, list bool) run {
	r.flat = true
	end := r.phrase(i, v, list)
	r.flat = false
	if end > i && r.named(run{i, end}) && r.word(end) != "的" {
		return run{i, end}
	}
	for k := end; k < v && k < i+12; k++ {
		if w := r.word(k); w == "在" || companions[w] && w != "和" || r.pause(k) {
			break
		}
		if r.word(k) != "的" {
			continue
		}
		if e := r.phrase(k+1, v, list); e > k+1 {
			if k == end && !r.named(run{k + 1, e}) {
				return run{i, e}
			}
			return run{k + 1, e}
		}
	}
	return run{i, end}
}

// goalEnd is the end of a place where one goes: all up to a preposition, a
// verb of two characters, or an adverb.
func (r *reader) goalEnd(i, v int) int {
	for k := i; k < v; k++ {
		if a := r.covering(k); a >= 0 {
			if r.x.Actors[a].Kind == clause.Person {
				return k
			}
			k = max(r.past(a), k+1) - 1
			continue
		}
		if k > i && r.isJoiner(k) && r.is(k+1, clause.Name) && r.x.Actors[r.x.Tokens[k+1].Number].Kind == clause.Place {
			continue // 赴某地和某地
		}
		w := r.word(k)
		t := &r.x.Tokens[k]
		switch {
		case r.is(k, clause.Time), r.pause(k), companions[w], addressing[w], agents[w], adverbs[w], others[w], plans[w], wished[w], denied[w], w == "的", w == "在", w == "为", w == "把", r.triggerAt(k):
			return k
		case t.Kind == clause.Word && t.End-t.Start > 1 && t.Class.Has(lexicon.Verb) && !t.Class.Has(nouns) && !gerunds[w]:
			return k
		}
	}
	return v
}

// noun takes a noun phrase: the subject where there is none yet.
func (r *reader) noun(l *left, i, v int) int {
	end := max(r.phrase(i, v, true), i+1)
	if w := r.word(end); end < v && (w == "上" || w == "里" || w == "内" || w == "中") && !r.named(run{i, end}) {
		if l.place.empty() {
			l.place = run{i, end}
		}
		return end + 1
	}
	if l.subject.empty() && l.verb < 0 {
		l.subject = run{i, end}
	}
	return end
}

// relative takes 的: all before it belongs to the noun that follows, unless
// it is the noun that tells the event (进行的访问).
func (r *reader) relative(l *left, i, v int) int {
	if i+1 == v {
		l.owned = true
		if lightVerbs[r.word(i-1)] || lightVerbs[r.word(i-2)] {
			l.light = true
		}
		return i + 1
	}
	if l.place.to == i {
		return i + 1
	}
	owner := l.subject
	*l = left{from: i + 1, verb: -1, goalVerb: -1, owner: owner, mood: l.mood & congratulate}
	return i + 1
}

// placed takes 在 with its phrase, up to the word of place or time that closes
// it, else to the end of the noun phrase.
func (r *reader) placed(l *left, i, v int) int {
	if i+1 >= v {
		return i + 1
	}
	verb, end := false, -1
	for j := i + 1; j < v; j++ {
		if a := r.covering(j); a >= 0 {
			j = r.past(a) - 1
			continue
		}
		w := r.word(j)
		if w != "" && locatives[w] && j > i+1 {
			end = j
			break
		}
		if companions[w] && w != "和" || addressing[w] || r.pause(j) {
			break
		}
		verb = verb || r.x.Tokens[j].Kind == clause.Word && r.x.Tokens[j].Class.Has(lexicon.Verb) && !r.x.Tokens[j].Class.Has(nouns) && !adverbs[w]
	}
	if end >= 0 {
		switch {
		case occasions[r.word(end)] && r.word(end) != "中":
		case verb:
			l.place = run{r.afterOf(i+1, end), end}
		default:
			l.place = run{i + 1, end}
		}
		return end + 1
	}
	end = r.goalEnd(i+1, v)
	if end > i+1 {
		l.place = run{i + 1, end}
	}
	return max(end, i+1)
}

// afterOf is the token after the last 的 in [i, j), i where there is none.
func (r *reader) afterOf(i, j int) int {
	for k := j - 1; k >= i; k-- {
		if w := r.word(k); w == "的" || w == "之" {
			return k + 1
		}
	}
	return i
}

// site is the end of a phrase of place: it ends before somebody with whom
// something is done (在某厅和某人).
func (r *reader) site(i, limit int) int {
	for k := i; k < limit; {
		if r.isJoiner(k) && r.mark(k) == 0 {
			return k
		}
		if a := r.covering(k); a >= 0 {
			if r.x.Actors[a].Kind == clause.Person {
				return k
			}
			k = max(r.past(a), k+1)
			continue
		}
		if r.word(k) == "的" || !r.nominal(k) && r.mark(k) != ' ' && r.mark(k) != '·' && r.mark(k) != '“' && r.mark(k) != '”' {
			return k
		}
		k++
	}
	return limit
}

// ahead reports whether one of the words stands in [i, v), no further than a
// dozen tokens off.
func (r *reader) ahead(i, v int, list ...string) bool {
	for k := i; k < v && k < i+14; k++ {
		for _, w := range list {
			if r.word(k) == w {
				return true
			}
		}
	}
	return false
}

// invited takes 应某某邀请.
func (r *reader) invited(l *left, i, v int) int {
	for k := i + 1; k < v; k++ {
		switch r.word(k) {
		case "邀请", "邀", "约请", "之邀", "邀约", "请求":
			end := k
			for end > i+1 && (r.word(end-1) == "的" || r.word(end-1) == "之" || r.word(end-1) == "正式") {
				end--
			}
			l.inviter = run{i + 1, end}
			return k + 1
		}
	}
	return i + 1
}

// object reports whether 将 at i puts the object before the verb: a noun
// stands between them, and no place or time.
func (r *reader) object(l *left, i, v int) bool {
	return i+2 <= v && r.nominal(i+1) && r.phrase(i+1, v, true) == v
}
