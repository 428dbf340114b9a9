package event

import (
	"strings"

	"dateline/internal/clause"
	"dateline/internal/han"
)

// gatherings are the nouns that 举行 and 进行 take, with the kind that they
// tell.
var gatherings = func() map[string]string {
	out := map[string]string{}
	for kind, list := range map[string]string{
		Talks:        `会谈 谈话 商谈 晤谈 对话 磋商 谈判 洽谈`,
		Meet:         `会见 会晤 见面 会面 见面会`,
		VideoMeeting: `视频会晤 视频会见 视频会谈 视频通话 视频会议 视频峰会`,
		PhoneCall:    `通话 电话会谈 通电话 电话交谈 电话磋商 电话会晤 电话商谈`,
		Visit:        `访问 国事访问 正式访问 友好访问 工作访问 考察 调研 视察 参观访问`,
		Speech:       `演说 演讲 讲话 讲演 致辞 报告`,
	} {
		for _, w := range strings.Fields(list) {
			out[w] = kind
		}
	}
	for w := range meetings {
		out[w] = Convene
	}
	for w := range halls {
		out[w] = Ceremony
	}
	return out
}()

// gathering looks in [i, to) for the noun of what is held, at the end of its
// phrase. It gives the noun's token and its kind.
func (r *reader) gathering(i, to int) (int, string) {
	video, phone := false, false
	for k := i; k < to; k++ {
		if r.x.Tokens[k].Kind == clause.Work {
			return -1, ""
		}
		w := r.word(k)
		video = video || w == "视频"
		phone = phone || w == "电话"
		kind := gatherings[w]
		if kind == "" || w == "会" && shows[r.word(k-1)] {
			continue
		}
		if k+1 < to && (leftOut[r.word(k+1)] || r.word(k+1) == "会" || r.mark(k+1) == '、') {
			continue
		}
		if k+1 < to && r.x.Tokens[k+1].Kind != clause.Mark && (r.nominal(k+1) && !saids[r.word(k+1)] && !occasions[r.word(k+1)] || r.covering(k+1) >= 0) {
			continue
		}
		if video && (kind == Meet || kind == Talks || kind == Convene) {
			kind = VideoMeeting
		}
		if phone && (kind == Meet || kind == Talks) {
			kind = PhoneCall
		}
		return k, kind
	}
	return -1, ""
}

// shows stand before 会 in words for what is no sitting.
var shows = words(`赛马 运动 博览 展览 交易 音乐 舞 庙 灯 展销 展示 交易博览 招聘 演唱 发布 吹风 新闻发布 记者 花 订货 洽谈`)

// hold is 举行: what is held stands after it, or before it as its subject.
func (r *reader) hold(s *scene) {
	if s.left.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	if w := r.word(i); w == "的" || w == "之" {
		r.heldNoun(s, i+1)
		return
	} else if w == "在即" {
		return
	}
	k, kind := r.gathering(i, s.unit.to)
	switch s.g.word {
	case "开会", "集会", "开幕", "闭幕", "续开", "复会":
		if i >= s.unit.to || !r.nominal(i) && r.covering(i) < 0 {
			r.sits(s, i)
		}
		return
	case "揭幕":
		return
	case "作":
		if k >= 0 && (kind == Speech || kind == Visit) && k-i < 5 {
			r.held(s, i, k, kind)
		}
		return
	}
	if k < 0 {
		if s.g.word == "主持" && i >= s.unit.to {
			if h := r.last(s, Convene); h != nil && s.said < 0 {
				for _, p := range r.subject(s) {
					h.join(p.Participant)
				}
			}
			return
		}
		if (s.g.word == "举行" || s.g.word == "举办" || s.g.word == "召开") && (i >= s.unit.to || !r.nominal(i) && r.covering(i) < 0) {
			r.sits(s, i)
		}
		return
	}
	r.held(s, i, k, kind)
}

// held adds what is held: the noun at k, its modifiers from i on.
func (r *reader) held(s *scene, i, k int, kind string) {
	if w := r.word(k + 1); k+1 < s.unit.to && (w == "的" || w == "之") {
		return
	}
	weak := k+1 < s.unit.to && occasions[r.word(k+1)]
	chairs := strings.HasPrefix(s.g.word, "主持")
	switch kind {
	case Talks, Meet, PhoneCall, VideoMeeting:
		if chairs {
			return
		}
		if kind == VideoMeeting && s.left.with.empty() && r.word(k) == "视频会议" {
			r.convene(s, i, k)
			return
		}
		if h := r.between(s, kind, s.at, k+1, weak); h == nil && s.g.word != "进行" {
			return
		}
	case Visit:
		r.visits(s, s.at, k+1, run{}, weak)
	case Speech:
		r.speaks(s, s.at, k+1)
	case Convene:
		if s.g.word != "进行" {
			r.convene(s, i, k)
		}
	case Ceremony:
		r.celebrate(s, i, k, chairs)
	}
}

// convene adds a sitting that somebody holds or chairs.
func (r *reader) convene(s *scene, i, k int) {
	for j := i; j < k; j++ {
		if w := r.word(j); w == "新闻" || w == "记者" || w == "记者会" || w == "发布会" || w == "招待" {
			return
		}
	}
	subject := r.subject(s)
	if subject == nil {
		subject = r.parties(s.left.by)
	}
	if k-i < 2 && s.g.word == "主持" || k == i && s.g.word == "主持召开" {
		if h := r.last(s, Convene); h != nil {
			for _, p := range subject {
				h.join(p.Participant)
			}
			return
		}
	}
	if s.left.mood&wish != 0 && subject == nil {
		return
	}
	h := r.add(s, Convene, s.at, s.end, subject, r.parties(s.left.with))
	if h == nil {
		return
	}
	r.numbered(h, s, i, k+1)
	h.weak = k+1 < s.unit.to && occasions[r.word(k+1)]
}

// sits adds a sitting that is the subject of its verb: 会议在某地举行.
func (r *reader) sits(s *scene, i int) {
	l := &s.left
	p := l.subject
	if p.empty() {
		p = r.nounBefore(s)
	}
	head := ""
	if !p.empty() {
		head = r.x.Text(p.to - 1)
	}
	if numeral(head) && p.to-p.from > 1 {
		head = r.x.Text(p.to - 2)
	}
	kind := gatherings[head]
	if kind == "" && s.g.word != "开会" && s.g.word != "集会" {
		p, kind = r.gatheringBefore(s)
	}
	switch {
	case s.g.word == "开会" || s.g.word == "集会":
		if kind == Convene || kind == "" {
			if list := r.subject(s); list != nil {
				r.add(s, Convene, s.at, s.end, list)
			}
		}
	case kind == Convene:
		h := r.add(s, Convene, s.at, s.end, r.sitters(p))
		if h != nil {
			h.body = true
			r.numbered(h, s, p.from, p.to)
		}
	case kind == Ceremony:
		r.add(s, Ceremony, s.at, s.end, r.sitters(p))
	case kind == Talks || kind == Meet:
		list := r.sitters(p)
		if len(list) > 1 {
			r.add(s, kind, s.at, s.end, list)
		}
	}
}

// gatheringBefore is the noun of what sits with what stands before it in the
// clause, where the phrase has more in it than nouns: 某某诞辰百年座谈会在京举行.
func (r *reader) gatheringBefore(s *scene) (run, string) {
	for k := s.at - 1; k >= s.unit.from; k-- {
		if w := r.word(k); w == "的" || addressing[w] {
			break
		}
		g := gatherings[r.word(k)]
		if (g == Convene || g == Ceremony) && (r.is(k+1, clause.Time) || r.word(k+1) == "在" || r.word(k+1) == "于" || k+1 == s.at) {
			if r.ahead(max(s.unit.from, k-4), k, "对", "向", "就") {
				break
			}
			return run{s.unit.from, k + 1}, g
		}
	}
	return run{}, ""
}

// nounBefore is the phrase of the clause before, where the verb's own clause
// has no subject: 会议，今天在某地举行.
func (r *reader) nounBefore(s *scene) run {
	u, ok := r.before(s.unit.from)
	if !ok || s.left.verb >= 0 {
		return run{}
	}
	l := r.left(u.from, u.to)
	if l.subject.to == u.to {
		return l.subject
	}
	return run{}
}

// sitters are the bodies that the name of a sitting names, else the offices
// that meet (外长会议), else nobody.
func (r *reader) sitters(p run) []party {
	var out []party
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) {
			a := &r.x.Actors[r.x.Tokens[k].Number]
			if a.Kind == clause.Body && !strings.HasSuffix(a.Name, "会议") || a.Kind == clause.Person && gatherings[r.x.Text(p.to-1)] != Convene {
				out = append(out, r.item(run{k, k + 1})...)
			}
		}
	}
	if len(out) > 1 && !r.listed(p) {
		return out[len(out)-1:]
	}
	if len(out) > 0 {
		return out
	}
	for k := p.from; k+1 < p.to; k++ {
		if w := r.word(k); holders[w] && gatherings[r.word(k+1)] != "" {
			return r.plain(run{p.from, k + 1})
		}
	}
	return nil
}

// holders are offices whose meeting is named after them.
var holders = words(`外长 部长 首脑 总理 总统 元首 议长 国防部长 财长 领导人 司令 省长 市长 委员长 外交部长`)

// listed reports whether a phrase is a list.
func (r *reader) listed(p run) bool {
	for k := p.from; k < p.to; k++ {
		if r.isJoiner(k) && r.mark(k) != '·' {
			return true
		}
	}
	return false
}

// celebrate adds a ceremony: who gives it, and for whom.
func (r *reader) celebrate(s *scene, i, k int, chairs bool) {
	if s.g.word == "进行" {
		return
	}
	subject := r.subject(s)
	guests := r.parties(s.left.sake)
	if guests == nil {
		guests = r.welcomed(k + 1)
	}
	if chairs && k-i < 2 {
		if h := r.last(s, Ceremony); h != nil {
			for _, p := range subject {
				h.join(p.Participant)
			}
			return
		}
	}
	for j := range subject {
		if len(guests) > 0 {
			subject[j].Role = "host"
		}
	}
	end := k + 1
	if k-i > 1 {
		end = s.end
	}
	r.add(s, Ceremony, s.at, end, subject, guests)
}

// welcomed is who is welcomed in the clause after the mark at k: 举行仪式，欢迎
// 某某来访.
func (r *reader) welcomed(k int) []party {
	i := k
	if r.mark(k) == '，' {
		i++
	}
	for adverbs[r.word(i)] {
		i++
	}
	switch r.word(i) {
	case "欢迎", "欢送", "招待", "款待", "送别", "悼念", "热烈欢迎":
		return r.parties(r.head(i+1, r.unit(i).to))
	}
	return nil
}

// numbered reads the number that the page gives an event: 第二次会议.
func (r *reader) numbered(h *happening, s *scene, from, to int) {
	for k := from; k < to; k++ {
		n, end := r.ordinal(k)
		if n == "" {
			continue
		}
		h.Ordinal = n
		before := strings.TrimSpace(r.printedIn(from, k))
		after := strings.TrimSpace(r.printedIn(end, to))
		if from == s.at {
			before = ""
		}
		if h.Series = before; !strings.HasSuffix(before, after) {
			h.Series += after
		}
		return
	}
}

// printedIn is the page's text of the tokens [i, j), "" where there are none.
func (r *reader) printedIn(i, j int) string {
	if j <= i {
		return ""
	}
	return r.printed(run{i, j})
}

// ordinal reads 第N次 or 第N届 at token k: the number, and the token after it.
func (r *reader) ordinal(k int) (string, int) {
	t := &r.x.Tokens[k]
	if t.Kind != clause.Word || r.x.At(int(t.Start)) != '第' {
		return "", k
	}
	s := r.x.Slice(int(t.Start)+1, min(int(t.Start)+12, r.x.Len()))
	num, n := han.Number(s)
	if n == 0 {
		return "", k
	}
	rest := s[n:]
	if !strings.HasPrefix(rest, "次") && !strings.HasPrefix(rest, "轮") && !strings.HasPrefix(rest, "届") && !strings.HasPrefix(rest, "回") {
		return "", k
	}
	end := r.x.TokenAt(int(t.Start) + 1 + len([]rune(s[:n])) + 1)
	return num.Low.String(), max(end, k+1)
}
