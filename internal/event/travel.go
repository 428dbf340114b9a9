package event

import "dateline/internal/clause"

// visit is 访问: a place or somebody on the right, or 对 with a place, or a verb
// of motion with one on the left.
func (r *reader) visit(s *scene) {
	l := &s.left
	if l.owned && !l.light || r.word(s.at-1) == "此" || taking[r.word(s.at-1)] || r.word(s.at-1) == "国事" || r.word(s.at-1) == "次" || r.word(s.at-1) == "正式" && l.to.empty() && l.goal.empty() {
		return
	}
	switch r.word(s.end) {
	case "团", "组", "队", "小组", "期间", "学者", "结束", "日程", "成果", "活动", "工作", "计划":
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive && l.mood&together != 0 {
		r.fellows(s)
	}
	if g.attributive || r.namesTeam(s) {
		return
	}
	r.visits(s, s.at, s.end, g.object, g.occasion != "")
}

// fellows adds those who travel with a visitor: 陪同某某访华的有某某.
func (r *reader) fellows(s *scene) {
	k := s.end
	for k < s.unit.to && r.word(k) != "的" {
		k++
	}
	if w := r.word(k + 1); w != "有" && w != "还有" && w != "包括" {
		return
	}
	if h := r.last(s, Visit, Arrive); h != nil {
		r.addPresent(h, r.parties(run{k + 2, s.unit.to}))
	}
}

// namesTeam reports a visit that only names a delegation: 访华代表团.
func (r *reader) namesTeam(s *scene) bool {
	for k := s.end; k < s.unit.to && k < s.end+3; k++ {
		if w := r.word(k); w == "代表团" || w == "团" || w == "访问团" {
			return true
		}
	}
	return false
}

// visits adds a visit told at the tokens [from, to).
func (r *reader) visits(s *scene, from, to int, object run, weak bool) {
	l := &s.left
	where := l.to
	switch {
	case !object.empty():
		where = object
	case where.empty() && !l.goal.empty():
		where = l.goal
	case where.empty() && !l.place.empty() && s.g.word != "出访" && s.g.word != "访":
		where = l.place
	}
	inside := attached(s.g.word)
	if where.empty() && !inside {
		if s.g.word != "出访" || l.times == nil {
			return
		}
	}
	place, host := r.ground(where)
	if place.empty() && host == nil && !inside && s.g.word != "出访" {
		return
	}
	subject := r.subject(s)
	if l.light && subject == nil {
		subject = r.parties(l.subject)
	}
	if subject == nil && (s.said >= 0 || !r.dated(l.times) || l.verb >= 0) {
		return
	}
	if !l.to.empty() && !object.empty() && r.ahead(to, s.unit.to, "表示", "致以") {
		return // 对某某访问某国表示欢迎
	}
	for i := range host {
		host[i].Role = "host"
	}
	invites := r.parties(r.inviter(s))
	for i := range invites {
		invites[i].Role = "host"
	}
	if l.mood&together != 0 {
		for i := range subject {
			subject[i].Role = "attendee"
		}
	}
	with := r.parties(l.with)
	if h := r.add(s, Visit, from, to, subject, with, host, invites); h != nil {
		h.weak = weak
		if !place.empty() {
			h.Place, h.site = r.placeSpan(place), place
		}
	}
}

// dated reports whether one of the times is a day or finer.
func (r *reader) dated(times []int) bool {
	for _, k := range times {
		if day(r.date(k)) {
			return true
		}
	}
	return false
}

// attached reports a trigger that has its place within it: 访华.
func attached(w string) bool {
	switch w {
	case "访华", "访美", "访俄", "访苏", "访日", "访欧", "访英", "访法", "访德", "访朝", "访印", "访韩":
		return true
	}
	return false
}

// ground tells a place that is visited from people and bodies who are.
func (r *reader) ground(p run) (place run, host []party) {
	if p.empty() {
		return run{}, nil
	}
	people := r.named(p)
	for k := p.from; k < p.to && !people; k++ {
		if r.is(k, clause.Name) && r.x.Actors[r.x.Tokens[k].Number].Kind == clause.Place || homes[r.word(k)] {
			return p, nil
		}
	}
	if people {
		return run{}, r.parties(p)
	}
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) {
			return p, r.parties(p)
		}
	}
	if p.to > p.from && persons[r.x.Text(p.to-1)] {
		return run{}, r.parties(p)
	}
	return run{}, nil
}

var (
	// homes stand for the country of who tells, or for where one is.
	homes = words(`我国 中 华 美 俄 苏 日 英 法 德 该国 此 此间 本市 当地 两国 四国 三国 各国 五国 欧 朝 印 巴`)
	// persons are nouns for people who are visited.
	persons = words(`家属 群众 人民 官兵 战士 职工 工人 农民 居民 村民 干部 代表 教师 师生 学生 科学家 专家 老人 党员 烈属 家庭 病员 伤员 人员 灾民 贫困户 老党员 劳模 牧民 民警 医务人员 同志`)
)

// inviter is who invites: 应某某邀请 in this clause or one before it, or
// 应某某的邀请 around the verb.
func (r *reader) inviter(s *scene) run {
	if !s.left.inviter.empty() {
		return s.left.inviter
	}
	n := 0
	for u, ok := r.before(s.unit.from); ok && n < clauses; u, ok = r.before(u.from) {
		n++
		l := r.left(u.from, u.to)
		if !l.inviter.empty() {
			return l.inviter
		}
		if r.invites(u) {
			return run{r.list(u, l.subject.from), l.subject.to}
		}
	}
	return run{}
}

// invites reports whether a clause is the end of 应某某、某某邀请 that a comma
// cuts.
func (r *reader) invites(u run) bool {
	w := r.word(u.to - 1)
	return (w == "邀请" || w == "邀" || w == "约请") && !r.ahead(u.from, u.to, "应")
}

// list is where a list begins that goes back over commas to 应.
func (r *reader) list(u run, from int) int {
	n := 0
	for b, ok := r.before(u.from); ok && n < clauses; b, ok = r.before(b.from) {
		n++
		if r.word(b.from) == "应" {
			return b.from + 1
		}
	}
	return from
}

// call is 到某地向某某祝贺 and 看望某某: a visit to somebody.
func (r *reader) call(s *scene) {
	l := &s.left
	from := s.at
	var host []party
	switch s.g.word {
	case "祝贺", "慰问", "吊唁", "拜年", "致哀", "祝寿", "贺年", "贺寿":
		if l.goal.empty() {
			return
		}
		from = l.goalVerb
		host = r.parties(l.to)
		if host == nil && r.nominal(s.end) && r.covering(s.end) < 0 {
			return
		}
	}
	end := s.end
	if host == nil {
		g := r.right(s.end, s.unit.to)
		if g.attributive || g.object.empty() {
			return
		}
		host = r.parties(g.object)
		if s.g.word != "拜访" && !r.named(g.object) && l.goal.empty() {
			return
		}
	}
	if host == nil || s.said >= 0 {
		return
	}
	for i := range host {
		host[i].Role = "host"
	}
	if from < s.at {
		// the goal is part of what is told
		if g := r.right(s.end, s.unit.to); !g.object.empty() && !r.named(g.object) {
			end = g.object.to
		}
	}
	h := r.add(s, Visit, from, end, r.subject(s), host)
	if h != nil {
		h.call = true
	}
	if h != nil && !l.goal.empty() {
		h.Place, h.site = r.placeSpan(l.goal), l.goal
	}
}

// arrive is 抵达: somebody, and a place or 此.
func (r *reader) arrive(s *scene) {
	l := &s.left
	if l.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	end := r.site(i, s.unit.to)
	if end == i || r.word(end) == "的" || r.word(end) == "之" {
		return
	}
	place := run{i, end}
	if !r.located(place) {
		return
	}
	g := s.g.word
	if (g == "来到" || g == "返回" || g == "回到" || g == "返") && !r.hasPlace(place) {
		return
	}
	var subject, with []party
	if l.mood&together != 0 {
		with = r.subject(s)
		for j := range with {
			with[j].Role = "attendee"
		}
		subject = r.parties(l.with)
	} else {
		subject = r.subject(s)
		with = r.parties(l.with)
		for j := range with {
			with[j].Role = "attendee"
		}
	}
	if subject == nil || !r.human(subject) {
		return
	}
	h := r.add(s, Arrive, s.at, s.end, subject, with)
	if h == nil {
		return
	}
	h.Place, h.site = r.placeSpan(place), place
	if r.word(place.from) == "此" || r.word(place.from) == "此间" {
		h.Place, h.site = noPlace, run{}
	}
	h.weak = occasions[r.word(end)]
}

// located reports whether a phrase is a place: a name of one, or a noun for
// where one arrives.
func (r *reader) located(p run) bool {
	if r.hasPlace(p) {
		return true
	}
	for k := p.from; k < p.to; k++ {
		switch r.word(k) {
		case "此", "此间", "机场", "车站", "首都", "前线", "码头", "港口", "我国", "当地", "北平", "沪", "京", "平", "穗", "汉", "渝", "津":
			return true
		}
	}
	return false
}

// hasPlace reports whether a phrase has the name of a place or body in it.
func (r *reader) hasPlace(p run) bool {
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) {
			if a := &r.x.Actors[r.x.Tokens[k].Number]; a.Kind == clause.Place || a.Kind == clause.Body {
				return true
			}
		}
	}
	return false
}

// depart is 离开 and 启程.
func (r *reader) depart(s *scene) {
	l := &s.left
	if l.owned {
		return
	}
	i := r.after(s.end, s.unit.to)
	end := r.site(i, s.unit.to)
	if r.word(end) == "的" || r.word(i) == "的" || r.word(i) == "时" || r.word(i) == "后" || r.word(i) == "前" {
		return
	}
	place := run{i, end}
	g := s.g.word
	switch g {
	case "前往", "赴":
		// a visit that follows tells more
		if !r.travels(place) || l.goalVerb >= 0 || r.visitAhead(end, s.unit.to) || !r.going(s) {
			return
		}
	case "离", "离开", "飞往", "飞赴", "转赴":
		if !r.located(place) {
			return
		}
	}
	subject := r.subject(s)
	if subject == nil || !r.human(subject) || (g == "赴" || g == "前往") && l.verb >= 0 || g == "出发" && !r.from(s) {
		return
	}
	h := r.add(s, Depart, s.at, s.end, subject, nil)
	if h != nil && (g == "离开" || g == "离") {
		h.Place, h.site = r.placeSpan(place), place
	}
}

// from reports whether 出发 says from where or when: 从某地出发.
func (r *reader) from(s *scene) bool {
	for k := s.unit.from; k < s.at; k++ {
		if w := r.word(k); (w == "从" || w == "由" || w == "自") && r.covering(k+1) < 0 {
			return false
		}
	}
	return len(s.left.times) > 0
}

// human reports whether the parties can travel: a person, or a delegation.
func (r *reader) human(list []party) bool {
	for _, p := range list {
		if p.Person >= 0 {
			return true
		}
		for _, w := range []string{"团", "團", "队", "隊", "员", "員", "们", "人", "代表", "贵宾", "貴賓", "部長", "部长", "一行", "军", "軍", "部", "师", "師", "家属", "学生", "學生", "记者", "記者", "首脑", "領袖", "领袖", "官员", "领导", "領導", "总理", "總理", "总统", "總統", "元首", "政府", "委员会", "委員會", "党", "黨", "会", "會", "旅", "议员", "議員", "夫妇", "夫婦"} {
			if len(p.Name) >= len(w) && p.Name[len(p.Name)-len(w):] == w {
				return true
			}
		}
	}
	return false
}

// travels reports whether a phrase is a city or a country.
func (r *reader) travels(p run) bool {
	return p.to > p.from && r.is(p.from, clause.Name) && r.x.Actors[r.x.Tokens[p.from].Number].Kind == clause.Place
}

// going reports whether the clause says how or when one leaves.
func (r *reader) going(s *scene) bool {
	if len(s.left.times) > 0 {
		return true
	}
	for k := s.unit.from; k < s.at; k++ {
		switch r.word(k) {
		case "乘", "乘坐", "离", "由", "启程", "动身", "飞机", "专机", "今", "今日", "昨":
			return true
		}
	}
	return false
}

// visitAhead reports whether a visit or another event is told in [i, to).
func (r *reader) visitAhead(i, to int) bool {
	for k := i; k < to; k++ {
		if g, _, ok := r.match(k); ok && g.frame != welcoming && g.frame != seeingOff {
			return true
		}
	}
	return false
}

// seeOff is 欢送: who is seen off departs.
func (r *reader) seeOff(s *scene) {
	if s.left.owned || s.g.word == "送行" && s.end < s.unit.to || r.word(s.end) == "人员" || r.word(s.end) == "仪式" {
		return
	}
	g := r.right(s.end, s.unit.to)
	if g.attributive || g.object.empty() {
		return
	}
	object := r.parties(g.object)
	if !r.human(object) {
		return
	}
	subject := r.subject(s)
	for i := range subject {
		subject[i].Role = "attendee"
	}
	if h := r.last(s, Depart); h != nil {
		for _, p := range subject {
			h.join(p.Participant)
		}
		return
	}
	h := r.add(s, Depart, s.at, s.end, object, subject)
	if h != nil && !s.left.goal.empty() {
		h.Place, h.site = r.placeSpan(s.left.goal), s.left.goal
	}
}

// welcome is 到机场迎接某某: those who receive are added to the arrival.
func (r *reader) welcome(s *scene) {
	if s.said >= 0 || s.left.mood != 0 && s.left.mood != congratulate {
		return
	}
	sen := r.sentence(s.at)
	at := false
	for k := sen.from; k < sen.to; k++ {
		switch r.word(k) {
		case "机场", "车站", "舷梯", "码头", "下车", "站台", "迎上前去":
			at = true
		}
	}
	h := r.last(s, Arrive)
	if h == nil || !at && (h.at < sen.from || s.g.word == "欢迎") || s.g.word == "欢迎" && r.word(s.at-1) == "的" {
		return
	}
	list := r.subject(s)
	if list == nil && r.word(s.end) == "的" {
		list = r.following(s.end+1, sen.to)
	} else if w := r.word(s.end); w == "的" || w == "之" {
		return
	}
	for _, p := range list {
		if p.Person >= 0 && !h.has(p.Name) {
			p.Role = "receiver"
			h.join(p.Participant)
		}
	}
}

// following are the people named after 到机场欢迎的有.
func (r *reader) following(from, to int) []party {
	var out []party
	for k := from; k < to; k++ {
		if r.personal(k) {
			a := &r.x.Actors[r.x.Tokens[k].Number]
			out = append(out, r.person(k, a))
		}
	}
	return out
}

// last is the last event of one of the kinds in the article so far that
// somebody's words do not tell.
func (r *reader) last(s *scene, kinds ...string) *happening {
	for i := len(r.found) - 1; i >= 0; i-- {
		h := r.found[i]
		if h.said >= 0 {
			continue
		}
		for _, k := range kinds {
			if h.Kind == k {
				return h
			}
		}
	}
	return nil
}
