package event

import "dateline/internal/clause"

// gatheringKinds are the kinds of events that people are present at.
var gatheringKinds = []string{Meet, Talks, VideoMeeting, PhoneCall, Convene, Ceremony, Sign}

// attend is 出席: of an event that the article tells it gives those present,
// induced reports that somebody is only moved to do it: 引导村民参加.
func (r *reader) induced(s *scene) bool {
	for k := s.at - 1; k >= s.unit.from && s.at-k < 6 && !r.pause(k); k-- {
		if inducing[r.word(k)] {
			return true
		}
	}
	return false
}

var inducing = words(`引导 动员 鼓励 号召 吸引 带动 推动 发动 促使`)

// of any other it is an event of its own.
func (r *reader) attend(s *scene) {
	l := &s.left
	if l.owned || r.induced(s) {
		return
	}
	i := r.after(s.end, s.unit.to)
	w := r.word(i)
	if w == "的" || w == "之" || w == "人数" || w != "" && w[0] >= '0' && w[0] <= '9' && r.word(i+1) == "人" {
		return
	}
	subject := r.subject(s)
	if l.mood&together == 0 {
		subject = append(subject, r.parties(l.with)...)
	}
	if i >= s.unit.to || r.pause(i) {
		if s.g.word == "参加" || s.g.word == "参与" {
			return
		}
		r.present(s, subject, gatheringKinds...)
		return
	}
	if k, kind, ok := r.mentioned(i, s.unit.to); ok {
		r.at(s, k, kind, subject)
		return
	}
	if s.g.word == "参与" || s.g.word == "在座" || s.g.word == "作陪" {
		return
	}
	k, _ := r.gathering(i, s.unit.to)
	if k < 0 && s.g.word == "参加" {
		return
	}
	if k < 0 {
		k = r.phrase(i, s.unit.to, true) - 1
	}
	if k >= 0 && k+1 < s.unit.to && r.word(k+1) == "的" {
		return
	}
	if h := r.present(s, subject); h != nil && k >= i {
		h.object = r.printed(run{i, k + 1})
	}
}

// mentioned reads an object that only points at an event: 会见, 欢迎仪式, 本日会议.
func (r *reader) mentioned(i, to int) (k int, kind string, ok bool) {
	if r.word(i) == "上述" || r.word(i) == "有关" && r.word(i+1) == "活动" {
		return i, "", true
	}
	k, kind = r.gathering(i, to)
	if k < 0 || k-i > 2 || r.works(i, k) != nil {
		return k, kind, false
	}
	for j := i; j < k; j++ {
		if !pointers[r.word(j)] && !r.is(j, clause.Time) {
			return k, kind, false
		}
	}
	return k, kind, true
}

// pointers stand before a noun for an event that is known.
var pointers = words(`欢迎 签字 本日 该 此次 这次 本次 上述 此 会谈 会见 双边 今日 有关 相关 开幕 全体 当天`)

// at adds those present to an event that the article has told, or makes an
// event of their presence.
func (r *reader) at(s *scene, k int, kind string, subject []party) {
	if r.word(k+1) == "的" {
		if w := r.word(k + 2); w == "有" || w == "还" || w == "还有" {
			r.presentList(s, kind, r.following(k+2, r.sentence(s.at).to))
		}
		return
	}
	kinds := []string{kind}
	if kind == "" {
		kinds = append(gatheringKinds, Visit, Attend)
	}
	if h := r.last(s, kinds...); h != nil && subject != nil && s.left.mood&(future|refused) == 0 {
		if s.said < 0 {
			r.addPresent(h, subject)
		}
		return
	}
	if kind == "" {
		return
	}
	if s.g.word == "参加" && kind != Convene && kind != Ceremony {
		if h := r.last(s, Meet, Talks); h != nil {
			r.addPresent(h, subject)
		}
		return
	}
	r.present(s, subject)
}

// presentList adds people to the last event of a kind.
func (r *reader) presentList(s *scene, kind string, list []party) {
	if h := r.last(s, kind); h != nil {
		r.addPresent(h, list)
	} else if h := r.last(s, gatheringKinds...); h != nil {
		r.addPresent(h, list)
	}
}

// addPresent adds those present to an event, those apart who are principals.
func (r *reader) addPresent(h *happening, list []party) {
	for _, p := range list {
		if !h.has(p.Name) {
			p.Role = "attendee"
			h.join(p.Participant)
		}
	}
}

// present adds those present to the last event of the kinds, else makes an
// event of their presence.
func (r *reader) present(s *scene, subject []party, kinds ...string) *happening {
	if len(kinds) > 0 && s.left.mood&(future|refused) == 0 && s.said < 0 {
		if h := r.last(s, kinds...); h != nil {
			r.addPresent(h, subject)
			return nil
		}
	}
	if len(subject) == 0 && (s.left.times == nil && s.left.place.empty()) {
		return nil
	}
	if len(subject) == 0 && s.said >= 0 {
		return nil
	}
	h := r.add(s, Attend, s.at, s.end, subject)
	if h != nil {
		h.weak = r.when(s.end, s.unit.to)
	}
	return h
}
