package statement

import (
	"strings"

	"dateline/internal/clause"
)

// accepts decides whether a cue begins a statement: it needs somebody who
// speaks, and must not be among the words of a statement that goes on.
func (r *reader) accepts(c cue, s int, p party, explicit bool, subject clause.Phrase, first bool) bool {
	x := r.x
	if explicit && r.firstPerson(subject) {
		return false
	}
	if explicit && c.sort == deed && p.kind == body {
		if a, b := x.ActorsIn(p.start, p.end); a == b {
			return false // 群众热烈欢迎贵宾: no body that speaks
		}
	}
	o := r.current(s)
	if o != nil && o.rule == "statement/source" && o.sentence == s {
		if c.start < o.start {
			return false // the source's own verb
		}
		if explicit && c.sort == strong && r.clauseStart(c) <= o.start {
			return true // 据甲报道，乙说
		}
	}
	if o != nil && o.quote >= 0 && c.start >= o.end {
		o = nil
	}
	start := x.Tokens[c.at].Start
	opening := r.opens(c, s)
	if o == nil {
		if explicit {
			if c.text == "报道" || c.text == "报导" {
				return len(subject.Actors) > 0
			}
			return p.kind != body || c.sort != deed || len(subject.Actors) > 0
		}
		if c.sort == deed {
			return p.name != "" && r.lastSaid(s) == nil && (degrees[x.Text(c.at-1)] || degrees[x.Text(c.at)] || strings.HasSuffix(c.text, "评价") || r.about(c)) && !strings.Contains(x.Slice(r.startOf(x.Sentences[s].From), c.start), "仪式")
		}
		return c.sort == strong && (p.name != "" || first && opening || x.Text(c.at-1) == "时") || c.sort == weak && p.name != "" && r.thinks(p)
	}
	same := o.sentence == s
	inside := int(start) >= o.start && same
	switch {
	case !explicit && o.sort == deed:
		return true
	case !explicit && same:
		if c.sort == deed {
			return o.speaker.kind != person && r.joined(c)
		}
		return r.adverbBefore(c) && (c.sort == strong || o.sort != strong)
	case !explicit && o.speaker.kind == body && p.kind == body && p.name != o.speaker.name && p.name != "":
		return c.sort == strong // 法国政府批准该法之际，…，声明…
	case !explicit:
		return c.sort == strong && opening && !r.pastThinking(c)
	case o.sort == deed || o.whole:
		return true
	case o.speaker.kind == person:
		return r.breaksPerson(c, o, p, inside, opening)
	case inside:
		return p.kind != body && p.name != o.speaker.name && r.clauseOf(c) > o.start
	}
	return p.kind != body || opening || c.sort == strong
}

// thinks reports a party that can think: a name, or a noun for people or a
// sitting.
func (r *reader) thinks(p party) bool {
	if p.person >= 0 || p.kind != body || p.end <= p.start {
		return true
	}
	if a, b := r.x.ActorsIn(p.start, p.end); b > a {
		return true
	}
	return r.names(r.x.TokenAt(p.start), r.x.TokenAt(p.end-1)+1)
}

// about reports a deed in a clause that begins with what it is about or how it
// is done: 对这一事件表示谴责.
func (r *reader) about(c cue) bool {
	switch r.x.Text(r.x.TokenAt(r.clauseStart(c))) {
	case "对", "对于", "就", "向":
		return strings.HasPrefix(c.text, "表示")
	case "以":
		return true // 以最强烈的言辞谴责
	}
	return false
}

// breaksPerson decides for a cue after words of a person that go on: they hold
// what sides do and think.
func (r *reader) breaksPerson(c cue, o *made, p party, inside, opening bool) bool {
	if inside {
		return false
	}
	switch p.kind {
	case person:
		return c.sort != deed && opening || p.name == o.speaker.name && opening
	case group:
		side := strings.HasSuffix(p.name, "方") && p.name != "双方"
		return c.sort != deed && opening && !side && p.name != "两国"
	}
	return opening && (c.sort == strong || c.sort == weak && r.mark(c.to) == '，')
}

// pastThinking reports a verb at the start of a sentence without a subject
// that may be the speaker's own urging: 呼吁, 提醒, 建议.
func (r *reader) pastThinking(c cue) bool {
	switch c.text {
	case "呼吁", "建议", "提醒", "号召", "说明", "表明", "同意":
		return true
	}
	return false
}

func (r *reader) clauseOf(c cue) int { return r.clauseStart(c) }

// opens reports whether the clause of a cue is the first of its sentence, or
// only clauses of time and place stand before it.
func (r *reader) opens(c cue, s int) bool {
	x := r.x
	from := r.startOf(x.Sentences[s].From)
	at := r.clauseStart(c)
	if at <= from {
		return true
	}
	// 会见时，X说; 谈到Y时，X指出; 关于Y，X认为
	before := x.Slice(max(from, at-2), at-1)
	if places[before] || r.x.At(at-1) == '，' && places[x.Text(x.TokenAt(at-2))] {
		return true
	}
	first := x.Sentences[s].From
	w := x.Text(first)
	if lead[w] && r.mark(first+1) == '，' && r.startOf(first+2) >= at {
		return true // 对此，X回应
	}
	return w == "关于" || w == "谈到" || w == "对于" || w == "针对" || w == "就" || x.Tokens[x.Sentences[s].From].Kind == clause.Time
}

// adverbBefore reports 并, 还 and the like right before a verb without a
// subject, or the verb at the start of its clause.
func (r *reader) adverbBefore(c cue) bool {
	if c.start > int(r.x.Tokens[c.at].Start) {
		return true
	}
	switch r.x.Text(c.at - 1) {
	case "并", "还", "且", "又", "亦", "惟", "也", "并且", "同时", "而且":
		return true
	}
	return r.startOf(c.at) == r.clauseStart(c) && c.sort == strong && c.text != "表明" && c.text != "呼吁" && c.text != "说明"
}

// joined reports 且 and the like right before a verb.
func (r *reader) joined(c cue) bool {
	switch r.x.Text(c.at - 1) {
	case "且", "并", "又", "亦", "并且":
		return true
	}
	return c.start > int(r.x.Tokens[c.at].Start)
}

// firstPerson reports 我, 我们 and the like as the subject.
func (r *reader) firstPerson(p clause.Phrase) bool {
	for i := p.Start; i < p.End; i++ {
		switch r.x.At(i) {
		case '我', '咱', '你', '您':
			return true
		}
	}
	return false
}

// narrates are words that open a sentence of the narrator's.
var narrates = set(`会谈后 会见后 会后 随后 当天 当日 此前 据悉 据了解 据介绍 另据 参加 出席 陪同 目前 在座 会见结束后 仪式后 接着 同日 次日 结果 受此影响 另外 与此同时`)

// attends are verbs of those who were there.
var attends = []string{"参加会见", "参加了会见", "出席会见", "会见时在座", "参加会谈", "出席会谈", "参加上述活动", "陪同会见", "参加活动", "出席会议", "参加座谈", "主持会议", "等出席", "等参加"}

// goesOn decides whether a sentence without a cue is still the speaker's.
func (r *reader) goesOn(o *made, s int) bool {
	x := r.x
	if o.sort == deed && o.mode == Act && o.speaker.kind != person {
		return false
	}
	if o.mode == Act {
		return false
	}
	from, to := x.Sentences[s].From, x.Sentences[s].To
	text := x.Slice(r.startOf(from), r.endOf(to))
	if narrates[x.Text(from)] && !strings.ContainsAny(text, "我") {
		return false
	}
	for _, w := range attends {
		if strings.Contains(text, w) && !strings.Contains(text, "我") {
			return false
		}
	}
	if strings.Contains(text, "交换了意见") || strings.Contains(text, "交换意见") && strings.HasPrefix(text, "双方") {
		return false
	}
	if k := from; x.Tokens[k].Kind == clause.Name {
		a := &x.Actors[x.Tokens[k].Number]
		if a.Kind == clause.Pronoun || a.Kind == clause.Person && len(a.People) == 1 && a.People[0] == o.speaker.person {
			return false // the narrator speaks of the speaker
		}
	}
	if a, b := x.ActorsIn(r.startOf(from), r.endOf(to)); b > a {
		y := &x.Actors[a]
		if y.Kind == clause.Person && y.From == r.startOf(from) && (o.hearer == nil || len(y.People) == 1 && y.People[0] != o.hearer.person) {
			return false
		}
	}
	if a := r.actorAt(from); a != nil && o.speaker.kind == body && a.Kind == clause.Body && a.Name != o.speaker.name && !strings.ContainsAny(text, "我") {
		return false // another body acts
	}
	if strings.HasPrefix(text, "预计") || strings.HasPrefix(text, "据") {
		return false
	}
	if len(o.cues) > 0 && recounts[x.Slice(o.cues[0][0], o.cues[0][1])] {
		return true
	}
	for _, w := range []string{"其中", "截至", "截止"} {
		if strings.HasPrefix(text, w) && o.sort == strong {
			return true // what makes up the figures given
		}
	}
	if o.speaker.kind == body || o.sentence >= 0 && x.Sentences[o.sentence].From > 0 && r.mark(x.Sentences[o.sentence].From-1) != '\n' {
		return r.urges(from, to)
	}
	return true
}

// actorAt is the actor whose title or name begins with token k, nil for none.
func (r *reader) actorAt(k int) *clause.Actor {
	a, b := r.x.ActorsIn(r.startOf(k), min(r.startOf(k)+longestTitle, r.x.Len()))
	if b > a && r.x.Actors[a].From == r.startOf(k) {
		return &r.x.Actors[a]
	}
	return nil
}

// longestTitle is how far a name is looked for after the titles before it, in
// characters.
const longestTitle = 60

// recounts are verbs of somebody who tells how something was, often in several
// sentences.
var recounts = set(`介绍 介绍说 告诉 回忆 回忆说 讲述 描述`)

// urging are the words of somebody who still speaks: what should be, and who
// is spoken for.
var urging = set(`应 应该 应当 要 需要 不能 必须 希望 愿 愿意 将继续 为此 双方 中方 我方 两国 就能 只有 才能 决不 绝不 决不会 绝不会`)

// urges reports such words, or the first person, in the tokens [from, to).
func (r *reader) urges(from, to int) bool {
	for k := from; k < to; k++ {
		if urging[r.x.Text(k)] || r.x.At(r.startOf(k)) == '我' {
			return true
		}
	}
	return false
}

// carried reads a paragraph that goes on with the words of the one before: a
// person's, in the first person, and without a cue of its own.
func (r *reader) carried(i, j int) bool {
	x := r.x
	if r.open < 0 {
		return false
	}
	o := &r.out[r.open]
	if o.quote >= 0 || o.speaker.kind != person || o.mode == Act || o.end != r.startOf(x.Sentences[i].From)-1 {
		return false
	}
	from, to := x.Sentences[i].From, x.Sentences[j-1].To
	mine := false
	if text := x.Slice(r.startOf(from), r.endOf(to)); strings.Contains(text, "本台") || strings.Contains(text, "本报") {
		return false // the paper's own
	}
	for k := from; k < to; k++ {
		if x.QuoteAt(k) >= 0 {
			continue
		}
		if r.x.At(r.startOf(k)) == '我' && x.Tokens[k].Kind != clause.Mark && x.Text(k) != "我国" && x.Text(k) != "我军" {
			mine = true
		}
		if c, ok := r.cueAt(k); ok && c.sort != weak {
			if p, explicit, at := r.speaker(c, x.SentenceAt(k)); explicit && p.kind == person && !r.firstPerson(at) {
				return false
			}
		}
	}
	if !mine {
		return false
	}
	r.carry(from, to, o.speaker)
	r.last().hearer = r.out[r.open].hearer
	r.open = len(r.out) - 1
	return true
}

// carry adds the tokens [from, to) as words that go on.
func (r *reader) carry(from, to int, p party) {
	p.start, p.end = 0, 0
	m := made{speaker: p, from: r.startOf(from), start: r.startOf(from), end: r.endOf(to), mode: Carried, rule: "statement/carried", within: -1, quote: -1, time: -1, sentence: -1}
	r.out = append(r.out, m)
	n := len(r.out) - 1
	r.sources(from, to)
	r.open = n
}
