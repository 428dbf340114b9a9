package event

import (
	"dateline/internal/clause"
	"dateline/internal/span"
)

// noPlace is no place.
var noPlace = span.Span{}

// works are the numbers of the titles in the tokens [i, to).
func (r *reader) works(i, to int) []int {
	var out []int
	for k := i; k < to; k++ {
		if r.x.Tokens[k].Kind == clause.Work {
			out = append(out, r.x.Works[r.x.Tokens[k].Number].Number)
		}
	}
	return out
}

// sign is 签署: by the subject, its companions, or the agent of 经.
func (r *reader) sign(s *scene) {
	l := &s.left
	if w := r.word(s.end); (w == "仪式" || w == "典礼") && s.g.word != "签署" {
		r.signed(s)
		return
	}
	if l.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	if w := r.word(i); w == "的" || w == "之" || r.word(s.at-1) == "经" {
		return
	}
	if w := r.word(i); i < s.unit.to && (w == "国" || w == "方" || w == "人" || s.g.word == "签约" && !occasions[w]) {
		return
	}
	if r.ahead(s.unit.from, s.at, "留言", "签到簿", "吊唁簿", "留言簿") {
		return
	}
	subject := r.subject(s)
	if !l.by.empty() {
		subject = r.parties(l.by)
	}
	if len(subject) == 1 && subject[0].Person < 0 && !l.subject.empty() && documents[r.x.Text(l.subject.to-1)] {
		// the text that is signed: its name may say who signs
		if subject = r.signers(l.subject); len(subject) < 2 {
			return
		}
	}
	others := r.parties(l.with)
	if subject == nil && others == nil {
		return
	}
	h := r.add(s, Sign, s.at, r.coordinate(s), subject, others)
	if h == nil {
		return
	}
	h.Works = r.works(s.end, s.unit.to)
	if !l.by.empty() && r.when(s.end, s.unit.to) {
		h.undated, h.weak = true, true
	}
}

// signers are the countries and bodies that the name of a text names.
func (r *reader) signers(p run) []party {
	var out []party
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) {
			out = append(out, r.item(run{k, k + 1})...)
		}
	}
	return out
}

// when reports whether the clause ends in 后 or 前.
func (r *reader) when(i, to int) bool {
	for k := i; k < to; k++ {
		if w := r.word(k); w == "后" || w == "前" || w == "以后" || w == "之后" {
			return true
		}
	}
	return false
}

// coordinate is the end of the trigger with another one that 并 joins to it:
// 签署并发表 is one event.
func (r *reader) coordinate(s *scene) int {
	if w := r.word(s.end); w == "并" || w == "和" || w == "、" {
		if _, e, ok := r.match(s.end + 1); ok {
			return e
		}
	}
	return s.end
}

// joined reports whether 并 joins the trigger to one before it, whose event
// has been told already.
func (r *reader) joined(s *scene) bool {
	w := r.word(s.at - 1)
	if w != "并" && w != "和" || len(r.found) == 0 {
		return false
	}
	h := r.found[len(r.found)-1]
	return h.to == s.at-1 || h.to >= s.end
}

// signed is a ceremony of signing: it is told as a signing where it says who
// signs.
func (r *reader) signed(s *scene) {
	from := s.unit.from
	for k := s.at - 1; k >= from; k-- {
		if g, e, ok := r.match(k); ok && g.frame == attending {
			from = r.after(e, s.at)
			break
		}
	}
	if from == s.unit.from {
		return
	}
	end := r.owners(from, s.at)
	if end == from {
		return
	}
	list := r.parties(run{from, end})
	if len(list) < 2 {
		return
	}
	s.left.mood = 0
	if h := r.add(s, Sign, s.at, s.end+1, list); h != nil && len(r.found) > 1 {
		p := r.found[len(r.found)-2]
		if p.Kind == Attend && p.paragraph == h.paragraph {
			h.Place, h.site = p.Place, p.site
		}
	}
}

// owners is the end of the list of names that begins at i.
func (r *reader) owners(i, to int) int {
	end := i
	for k := i; k < to; {
		if a := r.covering(k); a >= 0 && r.x.Actors[a].Kind != clause.Place {
			k = r.past(a)
			end = k
			continue
		}
		if !r.isJoiner(k) {
			break
		}
		k++
	}
	return end
}

// issue is 发表: somebody makes a text public.
func (r *reader) issue(s *scene) {
	l := &s.left
	if l.owned || r.joined(s) {
		return
	}
	i := r.after(s.end, s.unit.to)
	if w := r.word(i); w == "的" || w == "之" || w == "后" {
		return
	}
	if k, kind := r.gathering(i, s.unit.to); k >= 0 && kind == Speech && r.word(k) != "报告" && s.g.word == "发表" {
		r.speaks(s, s.at, k+1)
		return
	}
	if k := r.lastOf(i, s.unit.to, addresses); k >= 0 && r.word(k-1) == "的" && s.g.word == "发表" {
		r.speaks(s, s.at, k+1) // 发表题为《…》的演讲
		return
	}
	works := r.works(i, s.unit.to)
	doc := r.lastOf(i, s.unit.to, documents)
	if doc >= 0 && works == nil && r.word(doc) == "意见" && s.g.word == "发表" {
		return // 发表意见: what somebody thinks
	}
	declared := s.g.word == "宣布生效" || s.g.word == "公布施行" || s.g.word == "公布实施"
	if works == nil && doc < 0 && !declared && !(l.whom.to > l.whom.from && documents[r.x.Text(l.whom.to-1)]) {
		return
	}
	if doc >= 0 && r.word(doc+1) == "的" {
		return
	}
	subject := r.subject(s)
	if !l.by.empty() {
		subject = r.parties(l.by)
	}
	if r.aboutText(subject, s) {
		subject = r.convened(l)
	}
	if subject == nil {
		return
	}
	end := s.end
	if doc >= 0 && doc-i < 4 && s.g.word == "发表" {
		end = doc + 1
	}
	if h := r.add(s, Issue, s.at, end, subject); h != nil {
		h.Works = works
	}
}

// addresses are what is spoken, not printed.
var addresses = words(`演说 演讲 讲话 讲演 致辞 致词 主旨演讲 主题演讲 主旨讲话`)

// aboutText reports whether the subject is the text itself: 宪法，已宣布生效.
func (r *reader) aboutText(list []party, s *scene) bool {
	if s.g.word != "宣布生效" {
		return false
	}
	return !s.left.place.empty() || list == nil
}

// convened is the body in whose meeting it is done: 在某议会的会议上.
func (r *reader) convened(l *left) []party {
	u := l.place
	for k := u.from - 1; k >= l.from && k > u.from-12; k-- {
		if r.word(k) == "在" {
			u.from = k + 1
			break
		}
	}
	for k := u.from; k < u.to; k++ {
		if r.is(k, clause.Name) && r.x.Actors[r.x.Tokens[k].Number].Kind == clause.Body {
			return r.item(run{k, k + 1})
		}
	}
	return nil
}

// speak is 演说 as a verb: nothing but a mark or a verb of saying follows it;
// or a noun with 在 before it and 中 after.
func (r *reader) speak(s *scene) {
	l := &s.left
	w := r.word(s.end)
	switch {
	case l.owned:
		return
	case r.word(s.at-1) == "在" && (w == "中" || w == "时" || w == "里"):
		if !saids[r.word(s.end+1)] && r.mark(s.end+1) != '，' {
			return
		}
	case r.word(s.at-1) == "发表", r.word(s.at-1) == "重要", r.word(s.at-1) == "相关", r.word(s.at-1) == "有关", r.word(s.at-1) == "系列", r.word(s.at-1) == "听取":
		return
	case s.end < s.unit.to && !saids[w] && w != "时" && w != "并" && w != "后" && w != "了":
		return
	case l.subject.empty() && l.place.empty() && l.times == nil:
		return
	case taking[r.word(s.at-1)], r.nominal(s.at-1) && l.subject.to == s.at && r.word(s.at-2) != "" && r.covering(s.at-1) < 0:
		return
	}
	r.speaks(s, s.at, s.end)
}

// speaks adds a speech.
func (r *reader) speaks(s *scene, from, to int) {
	subject := r.subject(s)
	if subject == nil {
		return
	}
	if r.word(to) == "的" || r.word(to) == "之" {
		return
	}
	if r.word(s.at-1) == "在" && r.word(to) == "中" {
		s.left.place = run{}
	}
	h := r.add(s, Speech, from, to, subject)
	if h != nil && r.word(to) == "中" {
		h.weak = true
	}
}
