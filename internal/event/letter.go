package event

import "dateline/internal/clause"

// write is 致电: to its object, or to whom the next clause greets.
func (r *reader) write(s *scene) {
	l := &s.left
	if l.owned {
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive {
		return
	}
	subject := r.subject(s)
	if subject == nil {
		return
	}
	to := r.parties(l.to)
	if to == nil && !g.object.empty() && (r.named(g.object) || r.hasPlace(g.object)) {
		to = r.parties(g.object)
	}
	if to == nil {
		to = r.parties(l.with)
	}
	if to == nil {
		to = r.greeted(s.end, s.unit.to)
	}
	r.letter(s, s.at, s.end, subject, to)
}

// greeted is who is greeted in the rest of the clause, or in the next: 致电，
// 祝贺某某当选.
func (r *reader) greeted(i, to int) []party {
	for k := i; k < to+24 && k < len(r.x.Tokens) && !r.stop(k) && r.mark(k) != '“'; k++ {
		switch r.word(k) {
		case "向":
			if end := r.phrase(k+1, r.unit(k).to, true); end > k+1 && r.anybody(run{k + 1, end}) {
				return r.parties(run{k + 1, end})
			}
		case "祝贺", "慰问", "感谢", "吊唁", "贺", "庆祝":
			if end := r.phrase(k+1, r.unit(k).to, true); end > k+1 && r.named(run{k + 1, end}) {
				return r.parties(run{k + 1, end})
			}
		}
	}
	return nil
}

// letter adds a letter.
func (r *reader) letter(s *scene, from, to int, subject, recipient []party) {
	if !r.writes(subject) {
		return
	}
	if hasPrefix(s.g.word, "互致") {
		subject, recipient = append(subject, recipient...), []party{} // both write
	}
	for i := range recipient {
		recipient[i].Role = "recipient"
		recipient[i].As = ""
	}
	if recipient == nil {
		if h := r.last(s, Letter); h != nil {
			for _, p := range h.Participants {
				if p.Role == "recipient" {
					recipient = append(recipient, party{p, s.at})
				}
			}
		}
	}
	r.add(s, Letter, from, to, subject, recipient)
}

// writes reports whether somebody who can write is among the parties.
func (r *reader) writes(list []party) bool {
	for _, p := range list {
		if p.Person >= 0 || r.is(p.at, clause.Name) {
			return true
		}
	}
	return r.human(list)
}

// writ is 在贺电中说: a letter told by its noun.
func (r *reader) writ(s *scene) {
	if r.word(s.at-1) != "在" && r.word(s.at-1) != "的" || r.word(s.end) != "中" && r.word(s.end) != "里" {
		return
	}
	if !saids[r.word(s.end+1)] && r.mark(s.end+1) != '，' {
		return
	}
	if r.word(s.at-1) == "的" && !r.ahead(s.unit.from, s.at, "在") {
		return
	}
	subject := r.subject(s)
	if subject == nil {
		subject = r.parties(s.left.owner)
	}
	if subject == nil {
		return
	}
	s.left.place = run{}
	r.letter(s, s.at, s.end, subject, nil)
}

// send is 给某某发来贺电.
func (r *reader) send(s *scene) {
	i := r.after(s.end, s.unit.to)
	k := r.lastOf(i, s.unit.to, letters)
	if k < 0 || s.left.owned || r.word(k+1) == "的" {
		return
	}
	subject := r.subject(s)
	if subject == nil {
		return
	}
	to := r.parties(s.left.to)
	if to == nil {
		to = r.greeted(k, s.unit.to)
	}
	r.letter(s, s.at, k+1, subject, to)
}

// treat is 宴请: a ceremony for somebody.
func (r *reader) treat(s *scene) {
	if s.left.owned || r.joined(s) {
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive || g.object.empty() {
		return
	}
	guests := r.parties(g.object)
	subject := append(r.subject(s), r.parties(s.left.with)...)
	for i := range subject {
		subject[i].Role = "host"
	}
	if len(guests) == 0 {
		return
	}
	r.add(s, Ceremony, s.at, s.end, subject, guests)
}

// appoint is 任命某某为某职 and 选举了某某.
func (r *reader) appoint(s *scene) {
	l := &s.left
	if l.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	done := i > s.end
	if w := r.word(i); w == "的" || w == "之" || w == "产生" {
		return
	}
	if r.word(s.at-1) == "举行" || r.word(s.at-1) == "总统" || r.word(s.at-1) == "由" {
		return
	}
	object := run{i, r.phrase(i, s.unit.to, true)}
	who := r.parties(l.whom)
	if r.named(object) {
		who = append(who, r.parties(object)...)
	}
	if s.g.word == "选举" && !done && (len(who) == 0 || s.left.times == nil) {
		return
	}
	subject := r.subject(s)
	if w := r.word(s.at - 1); w == "被" || w == "获" {
		who, subject = append(subject, who...), nil
	}
	if !l.by.empty() {
		who, subject = append(subject, who...), r.parties(l.by)
	}
	if !l.by.empty() && l.times == nil && s.said < 0 && !done {
		return // how an office is filled, no event
	}
	if subject == nil && who == nil || who == nil && (!done || object.empty() || !r.office(object)) {
		return
	}
	h := r.add(s, Appoint, s.at, s.end, subject, who)
	if h != nil && who != nil {
		r.titledAs(h, who, s.end, s.unit.to)
	}
}

// office reports whether a phrase names an office.
func (r *reader) office(p run) bool {
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) && r.x.Actors[r.x.Tokens[k].Number].Kind == clause.Title {
			return true
		}
		switch r.word(k) {
		case "主席", "书记", "委员", "总统", "总理", "部长", "会长", "院长", "主任", "省长", "市长", "议长", "总书记", "副主席", "代表", "常委", "理事长":
			return true
		}
	}
	return false
}

// titledAs gives the new office to those appointed.
func (r *reader) titledAs(h *happening, who []party, i, to int) {
	for k := i; k < to; k++ {
		if r.word(k) != "为" {
			continue
		}
		end := r.phrase(k+1, to, false)
		if end == k+1 {
			return
		}
		for j := range h.Participants {
			for _, p := range who {
				if h.Participants[j].Name == p.Name {
					h.Participants[j].As = r.printed(run{k + 1, end})
				}
			}
		}
	}
}

// enter is 就任: the subject takes an office.
func (r *reader) enter(s *scene) {
	l := &s.left
	if l.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	if w := r.word(i); w == "的" || w == "之" || w == "于" || l.verb == s.at-1 && l.verb >= 0 || i < s.unit.to && r.triggerAt(i) {
		return
	}
	end := r.phrase(i, s.unit.to, false)
	if w := r.word(end); w == "的" && end < s.unit.to {
		return
	}
	subject := r.subject(s)
	if subject == nil || !r.human(subject) {
		return
	}
	h := r.add(s, Appoint, s.at, s.end, subject)
	if h == nil {
		return
	}
	if end > i && r.office(run{i, end}) {
		h.Participants[0].As = r.printed(run{i, end})
	}
	h.weak = end < s.unit.to && occasions[r.word(end)]
	h.undated = h.weak
	r.numbered(h, s, s.unit.from, s.at)
	h.Series = ""
}

// cancel is 取消 with what is not to be.
func (r *reader) cancel(s *scene) {
	if s.left.owned || s.said >= 0 {
		return
	}
	k, kind := r.gathering(s.end, s.unit.to)
	if k < 0 || kind == Speech {
		return
	}
	subject := r.subject(s)
	if subject == nil {
		return
	}
	if h := r.add(s, kind, s.at, k+1, subject); h != nil {
		h.Status = "called-off"
	}
}
