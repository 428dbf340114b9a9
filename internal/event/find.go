package event

import (
	"sort"

	"dateline/internal/clause"
	"dateline/internal/span"
)

// happening is an event while the article is read.
type happening struct {
	Event
	at, to    int // tokens of the trigger
	paragraph int
	// said is the number of the words it is told in, -1 for none.
	said int
	// own reports a time of its own, undated that none is inherited, weak a
	// telling by a clause of occasion or by a noun.
	own, undated, weak bool
	site               run
	// object is what is attended, as printed.
	object string
	// call is a visit to somebody, not to a place.
	call bool
	// body reports that who sits was read from the name of the sitting.
	body bool
}

// has reports whether a name is among the principals.
func (h *happening) has(name string) bool {
	for _, p := range h.Participants {
		if p.Name == name && p.Role != "attendee" && p.Role != "receiver" {
			return true
		}
	}
	return false
}

// reader reads the events of one body.
type reader struct {
	x      *clause.Text
	c      Context
	index  *index
	found  []*happening
	days   []told
	breaks []int32 // tokens that are line feeds
	// flat keeps a phrase from going on over 的.
	flat  bool
	names map[int]string
	said  []saying // words of statements by character
}

// saying is a range of characters that somebody says.
type saying struct{ from, to, number int }

// Find gives the events of a body in the order of their triggers.
func Find(x *clause.Text, c Context) []Event {
	r := &reader{x: x, c: c, index: triggers()}
	if len(x.Tokens) == 0 || c.Values == nil {
		return nil
	}
	r.sayings()
	r.calendar()
	for k := 0; k < len(x.Tokens); {
		t := &x.Tokens[k]
		if t.Kind != clause.Word || r.index.of(x.At(int(t.Start))) == nil {
			k++
			continue
		}
		g, end, ok := r.match(k)
		if !ok {
			k++
			continue
		}
		r.tell(g, k, end)
		k = end
	}
	r.nominals()
	return r.result()
}

// sayings turns the statements' words into characters.
func (r *reader) sayings() {
	for i, s := range r.c.Said {
		from, to := r.x.Char(s.Span.Start), r.x.Char(s.Span.End)
		r.said = append(r.said, saying{from, to, i})
	}
	sort.SliceStable(r.said, func(i, j int) bool { return r.said[i].from < r.said[j].from })
}

// saidAt is the number of the innermost words that character i is in, -1 for
// none.
func (r *reader) saidAt(i int) int {
	n := sort.Search(len(r.said), func(k int) bool { return r.said[k].from > i })
	for k := n - 1; k >= 0 && k >= n-8; k-- {
		if r.said[k].to > i {
			return r.said[k].number
		}
	}
	return -1
}

// paragraphOf is the number of the paragraph of token k.
func (r *reader) paragraphOf(k int) int {
	return sort.Search(len(r.breaks), func(i int) bool { return int(r.breaks[i]) > k })
}

// tell takes a trigger at the tokens [k, end).
func (r *reader) tell(g trigger, k, end int) {
	u := r.unit(k)
	l := r.left(u.from, k)
	s := scene{g: g, at: k, end: end, unit: u, left: l, said: r.saidAt(int(r.x.Tokens[k].Start))}
	frames[g.frame](r, &s)
}

// scene is a trigger in its clause.
type scene struct {
	g       trigger
	at, end int
	unit    run
	left    left
	said    int
}

// frames reads the arguments of the triggers of each frame.
var frames = [...]func(*reader, *scene){
	reaching: (*reader).reach, mutual: (*reader).mutual, holding: (*reader).hold, visiting: (*reader).visit,
	calling: (*reader).call, arriving: (*reader).arrive, departing: (*reader).depart, seeingOff: (*reader).seeOff,
	signing: (*reader).sign, issuing: (*reader).issue, attending: (*reader).attend, speaking: (*reader).speak,
	writing: (*reader).write, writ: (*reader).writ, sending: (*reader).send, treating: (*reader).treat,
	appointing: (*reader).appoint, entering: (*reader).enter, welcoming: (*reader).welcome, cancelling: (*reader).cancel,
}

// subject is who does it: the subject of the clause, else of the nearest
// clause before it in the sentence that has one.
func (r *reader) subject(s *scene) []party {
	l := &s.left
	p := l.subject
	if !p.empty() && vehicles[r.x.Text(p.to-1)] {
		if own := r.parties(l.owner); own != nil {
			return own
		}
	}
	if l.verb >= 0 && pivots[r.word(l.verb)] {
		if l.pivot.from > l.verb && (r.named(l.pivot) || r.anybody(l.pivot) || dispatching[r.word(l.verb)]) {
			return r.parties(l.pivot)
		}
		if !adverbial[r.word(l.verb)] {
			return nil
		}
	}
	if !p.empty() {
		return r.parties(r.widened(p))
	}
	if l.verb >= 0 && l.verb < l.from {
		return nil
	}
	return r.carried(s)
}

// dispatching are pivots whose object acts whoever it is.
var dispatching = words(`派 派遣 委派 特派 组织`)

// adverbial are pivots that go with the next verb where they have no object.
var adverbial = words(`组织 授权 委托 命 令 特派 欢迎 热烈欢迎 介绍 宣布`)

// widened takes in the clauses right before a subject that are members of the
// same list: 某某、某某，以及某某.
func (r *reader) widened(p run) run {
	for range clauses {
		u, ok := r.before(p.from)
		if !ok || u.to+1 != p.from || r.mark(u.to) != '，' || !r.bare(u) || r.titleEnds(u.from, u.to) {
			return p
		}
		p.from = u.from
	}
	return p
}

// bare reports whether a clause is nothing but a list of names.
func (r *reader) bare(u run) bool {
	i := u.from
	for i < u.to && (leading[r.word(i)] || r.mark(i) == ' ') {
		i++
	}
	return i < u.to && r.phrase(i, u.to, true) == u.to && (r.anybody(run{i, u.to}))
}

// anybody reports whether a phrase has a name in it.
func (r *reader) anybody(p run) bool {
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) && r.x.Actors[r.x.Tokens[k].Number].Kind != clause.Place {
			return true
		}
	}
	return false
}

// carried is the subject of the clauses before the trigger's. What was to
// happen or wished there is so in the trigger's clause, too.
func (r *reader) carried(s *scene) []party {
	n, said := 0, s.said
	for u, ok := r.before(s.unit.from); ok && n < clauses; u, ok = r.before(u.from) {
		n++
		if w := r.saidAt(int(r.x.Tokens[u.from].Start)); w != said && w >= 0 {
			return nil
		}
		if r.invites(u) || occasions[r.word(u.to-1)] && r.word(u.to-1) != "中" {
			continue
		}
		l := r.left(u.from, u.to)
		if !l.subject.empty() && (r.anybody(l.subject) || r.phrase(l.subject.from, u.to, true) == u.to || l.verb < 0) {
			p := l.subject
			if vehicles[r.x.Text(p.to-1)] && !l.owner.empty() {
				p = l.owner
			}
			if out := r.parties(r.widened(p)); out != nil {
				if len(s.left.times) == 0 {
					s.left.mood |= l.mood & (future | wish)
				}
				return out
			}
		}
	}
	return nil
}

// add puts an event on the list, told at the tokens [from, to).
func (r *reader) add(s *scene, kind string, from, to int, parties ...[]party) *happening {
	h := &happening{at: from, to: to, paragraph: r.paragraphOf(from), said: s.said}
	if (kind == Meet || kind == Talks) && r.byVideo(s.unit.from, s.at) {
		kind = VideoMeeting
	}
	h.Kind, h.Ref, h.Rule = kind, -1, "trigger"
	h.Trigger = r.x.Span(int(r.x.Tokens[from].Start), int(r.x.Tokens[to-1].End))
	for _, list := range parties {
		for _, p := range list {
			h.join(p.Participant)
		}
	}
	h.Status = "happened"
	if s.left.mood&future != 0 || s.left.mood&wish != 0 {
		h.Status = "planned"
	}
	r.own(h, s.left, s.at)
	if p := s.left.place; !p.empty() && !(p.to == p.from+1 && (r.word(p.from) == "会" || r.word(p.from) == "会议")) {
		h.Place, h.site = r.placeSpan(s.left.place), s.left.place
	}
	if !r.admitted(s, h) {
		return nil
	}
	r.found = append(r.found, h)
	return h
}

// byVideo reports 以视频方式, 通过视频连线 and the like in the tokens [from, at).
func (r *reader) byVideo(from, at int) bool {
	for k := from; k+1 < at; k++ {
		if w := r.word(k); (w == "视频" || w == "视讯" || w == "视频连线") && (r.x.Preposition(k-1) || r.word(k-1) == "以" || r.word(k-1) == "通过") {
			return true
		}
	}
	return false
}

// placeSpan is a phrase of place in bytes of the body.
func (r *reader) placeSpan(p run) span.Span {
	return r.x.Span(int(r.x.Tokens[p.from].Start), int(r.x.Tokens[p.to-1].End))
}

// admitted reports whether the clause tells that something happens: nothing
// denied, and what somebody wishes or only says is dated.
func (r *reader) admitted(s *scene, h *happening) bool {
	m := s.left.mood
	switch {
	case m&(refused|congratulate|counted) != 0, s.left.verb >= 0 && matters[r.word(s.unit.to-1)]:
		return false
	case (m&wish != 0 || s.said >= 0) && !h.own:
		return false
	}
	return true
}

// matters end a clause that names what it is about, as the object of its verb:
// 介绍了出席会议的情况.
var matters = words(`情况 事宜 计划 建议 可能性 打算 意义 问题 工作 报告`)

// join adds a participant, once.
func (h *happening) join(p Participant) {
	for i := range h.Participants {
		q := &h.Participants[i]
		if q.Name == p.Name {
			if q.As == "" {
				q.As = p.As
			}
			if p.Role == "" || q.Role == "" {
				if q.Role == "attendee" || q.Role == "receiver" {
					q.Role = p.Role
				}
			}
			return
		}
	}
	h.Participants = append(h.Participants, p)
}
