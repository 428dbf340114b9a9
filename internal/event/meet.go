package event

// principals joins the sides of a meeting.
func (r *reader) sides(s *scene, object run) (subject, others []party) {
	l := &s.left
	subject = r.subject(s)
	others = append(others, r.parties(l.with)...)
	others = append(others, r.parties(object)...)
	if subject == nil && r.inTime(s) {
		subject = r.next(s)
	}
	led := r.parties(l.led)
	for i := range led {
		led[i].Role = "attendee"
	}
	others = append(others, led...)
	if l.mood&together != 0 { // 某人陪同某人会见某人
		for i := range subject {
			subject[i].Role = "attendee"
		}
	}
	if !l.by.empty() && subject == nil {
		subject = r.parties(l.by)
	}
	return subject, others
}

// inTime reports whether the clause of the trigger is one of time: 同某某通电话
// 时.
func (r *reader) inTime(s *scene) bool {
	w := r.word(s.unit.to - 1)
	return s.unit.to > s.end && (occasions[w] || w == "时")
}

// next is the subject of the clause after the trigger's.
func (r *reader) next(s *scene) []party {
	if r.mark(s.unit.to) != '，' {
		return nil
	}
	u := r.unit(s.unit.to + 1)
	l := r.left(u.from, u.to)
	if l.subject.empty() || !r.named(l.subject) {
		return nil
	}
	return r.parties(l.subject)
}

// nounUse reports whether the trigger is a noun where it stands: 的 or another
// verb before it takes it as its object.
func (r *reader) nounUse(s *scene) bool {
	l := &s.left
	if l.owned && !l.light {
		return true
	}
	w := r.word(s.at - 1)
	if taking[w] || numeral(w) && !frequent[w] || r.word(s.at-1) == "次" || pointing[w] {
		return true
	}
	if w == "了" && taking[r.word(s.at-2)] {
		return true
	}
	switch nx := r.word(s.end); nx {
	case "活动", "结果", "气氛", "结束", "纪要", "内容", "双方", "代表", "机制", "地点", "制度", "期间", "团", "记录", "实况", "成果":
		return r.covering(s.end) < 0
	}
	return false
}

var (
	taking   = words(`参加 出席 感谢 结束 安排 参与 陪同 列席 促成 破坏 恢复 中断 继续 通过 经过 关于 对于 对 在 当 自 此次 这次 上次 本次 该 其 定期 经 为`)
	pointing = words(`上述 有关 此次 这次 上次 本次 该次 两次 多次 三次 历次 首脑`)
	frequent = words(`一致 一同 一道 一起 一一 一行`)
)

// reach is 会见: with an object, or with a companion.
func (r *reader) reach(s *scene) {
	if r.ordinalOf(s) || r.nounUse(s) {
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive {
		return
	}
	var object run
	if !g.object.empty() {
		object = g.object
	}
	if l := &s.left; l.subject.empty() && l.with.empty() && object.empty() && g.occasion != "" {
		return // 会见后
	}
	subject, others := r.sides(s, object)
	if len(others) == 0 && len(subject) < 2 && !r.plural(subject) {
		return
	}
	if len(others) == 0 && s.left.verb >= 0 && s.left.subject.empty() {
		return
	}
	kind, from := s.g.kind, s.at
	h := r.add(s, kind, from, s.end, subject, others)
	if h != nil {
		h.weak = g.occasion != ""
		r.accompanied(s, h)
	}
}

// plural reports whether one printed party is two sides: 双方, 两国元首.
func (r *reader) plural(list []party) bool {
	if len(list) != 1 {
		return false
	}
	for _, w := range []string{"双方", "两国", "兩國", "雙方", "两人", "各国", "四国", "三国", "四國", "三國", "六国", "各方"} {
		if hasPrefix(list[0].Name, w) {
			return true
		}
	}
	return false
}

func hasPrefix(s, w string) bool { return len(s) >= len(w) && s[:len(w)] == w }

// mutual is 会谈: between sides that the clause names.
func (r *reader) mutual(s *scene) {
	if r.ordinalOf(s) || r.nounUse(s) || s.end < s.unit.to && r.nominal(s.end) && !occasions[r.word(s.end)] {
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive {
		return
	}
	if l := &s.left; l.subject.empty() && l.with.empty() && l.to.empty() && g.occasion != "" {
		return // 会谈后
	}
	r.between(s, s.g.kind, s.at, s.end, g.occasion != "")
}

// between adds an event of sides that do it with each other.
func (r *reader) between(s *scene, kind string, from, to int, weak bool) *happening {
	subject, others := r.sides(s, run{})
	if !s.left.to.empty() && len(others) == 0 {
		others = r.parties(s.left.to)
	}
	if len(others) == 0 && len(subject) < 2 && !r.plural(subject) {
		return nil
	}
	h := r.add(s, kind, from, to, subject, others)
	if h == nil {
		return nil
	}
	h.weak = weak
	r.accompanied(s, h)
	r.numbered(h, s, from, to)
	return h
}

// accompanied adds those whom the clause names as present: 由某某陪同.
func (r *reader) accompanied(s *scene, h *happening) {
	for k := s.unit.from; k < s.unit.to; k++ {
		if r.word(k) != "陪同" || r.word(k+1) != "下" && s.left.by.empty() {
			continue
		}
		list := r.parties(s.left.by)
		if r.word(k+1) == "下" {
			list = r.parties(run{s.left.place.from, k})
		}
		for _, p := range list {
			p.Role = "attendee"
			h.join(p.Participant)
		}
	}
}
