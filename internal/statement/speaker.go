package statement

import (
	"strings"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// speaker is who says what a cue tells, whether its own clause names it, and
// the phrase that does.
func (r *reader) speaker(c cue, s int) (party, bool, clause.Phrase) {
	x := r.x
	cl := x.ClauseAt(c.at)
	if cl < 0 {
		return party{person: -1}, false, clause.Phrase{}
	}
	if p := r.subjectIn(cl, c.at); !p.Empty() && !r.atTime(p, c) {
		if c.sort == deed && !r.beside(p, c) {
			return party{person: -1}, false, clause.Phrase{}
		}
		return r.partyOf(p, c), true, p
	}
	if p := r.leading(cl, c.at); !p.Empty() && c.sort != deed {
		return r.partyOf(p, c), true, p
	}
	for d := cl - 1; d >= x.Sentences[s].First && d >= 0; d-- {
		if x.Clauses[d].Quote != x.Clauses[cl].Quote {
			continue
		}
		if p := x.FirstIn(d); !p.Empty() {
			return r.partyOf(r.longer(p, x.Clauses[d].To), c), false, clause.Phrase{}
		}
		if p := r.leading(d, x.Clauses[d].To); !p.Empty() {
			return r.partyOf(p, c), false, clause.Phrase{}
		}
	}
	if o := r.lastSaid(s); o != nil {
		p := o.speaker
		p.start, p.end = 0, 0
		return p, false, clause.Phrase{}
	}
	return party{person: -1}, false, clause.Phrase{}
}

// atTime reports a phrase that ends what only says when: 会见代表团|时说.
func (r *reader) atTime(p clause.Phrase, c cue) bool {
	t := &r.x.Tokens[c.at]
	first := r.x.At(int(t.Start))
	return int(t.Start) < c.start && p.End == int(t.Start) && (first == '时' || first == '后')
}

// lastSaid is the statement before in the paragraph of sentence s.
func (r *reader) lastSaid(s int) *made {
	if len(r.out) == 0 {
		return nil
	}
	o := r.last()
	if o.sentence < 0 || r.x.Sentences[o.sentence].Paragraph != r.x.Sentences[s].Paragraph || o.speaker.name == "" {
		return nil
	}
	return o
}

// leading is the noun that a clause begins with, before its first verb: 大会 in
// 大会休会时宣布.
func (r *reader) leading(cl, v int) clause.Phrase {
	x := r.x
	from := x.Clauses[cl].From
	for from < v && !x.Preposition(from) && (lead[x.Text(from)] || x.Tokens[from].Kind == clause.Time) {
		from++
	}
	k := from
	for k < v && r.nominal(k) {
		k++
	}
	if k == from || k == v {
		return clause.Phrase{}
	}
	a, b := x.ActorsIn(r.startOf(from), r.endOf(k))
	if b > a && x.Actors[a].Kind == clause.Place && b-a == 1 && k == from+1 {
		return clause.Phrase{}
	}
	p := clause.Phrase{Start: r.startOf(from), End: r.endOf(k)}
	if b > a && x.Actors[b-1].To == p.End {
		p.Actors = append(p.Actors, b-1)
	}
	return r.trim(p)
}

// nominal reports a token that a noun phrase can hold.
func (r *reader) nominal(k int) bool {
	t := &r.x.Tokens[k]
	w := r.x.Text(k)
	switch {
	case t.Kind == clause.Name:
		return true
	case t.Kind != clause.Word:
		return false
	case lexicon.ShapeOf(r.x.At(int(t.Start))) == lexicon.Latin && t.End-t.Start > 1:
		return true // FSB
	case w == "和" || w == "及" || w == "一些" || w == "许多" || w == "其他" || strings.HasPrefix(w, "各") || w == "广大" || w == "全体":
		return true
	case t.Class.Has(lexicon.BodyEnd) && k > 0 && !r.x.Preposition(k-1):
		return true // 武装|组织
	}
	return t.Class.Has(lexicon.Noun|lexicon.Body|lexicon.BodyEnd|lexicon.BodyWord|lexicon.Office|lexicon.Role|lexicon.Adj) && !t.Class.Has(lexicon.Verb|lexicon.Before) && !places[w]
}

// beside reports whether a subject stands right before a deed, adverbs and what
// prepositions bring in passed over.
func (r *reader) beside(p clause.Phrase, c cue) bool {
	x := r.x
	k := x.TokenAt(p.End-1) + 1
	if k >= c.at || x.Text(c.at-1) == "加以" || x.Text(c.at-1) == "予以" {
		return true
	}
	if x.Text(k) == "的" || x.Text(k) == "率领" {
		return false
	}
	return x.Passed(k) || x.Preposition(k) || degrees[x.Text(k)] || aimed[x.Text(k)]
}

// subjectIn is the subject of the verb at v in clause cl: an actor that nothing
// governs, made longer by the nouns after it (法国总工会|负责人), or a plain noun.
func (r *reader) subjectIn(cl, v int) clause.Phrase {
	x := r.x
	if k := v - 1; k >= x.Clauses[cl].From && x.Tokens[k].Kind == clause.Name && !x.Preposition(k-1) {
		if n := int(x.Tokens[k].Number); x.Actors[n].Kind == clause.Place {
			return clause.Phrase{Start: x.Actors[n].Start, End: x.Actors[n].End}
		}
	}
	p := x.SubjectIn(cl, v)
	if p.Empty() || len(p.Actors) == 0 {
		return r.trim(p)
	}
	return r.longer(p, v)
}

// longer is a subject with the nouns after it, up to token v: 法国总工会|负责人.
func (r *reader) longer(p clause.Phrase, v int) clause.Phrase {
	x := r.x
	if n := len(p.Actors); n > 0 && x.Actors[p.Actors[n-1]].Kind == clause.Pronoun {
		return p
	}
	last := x.TokenAt(p.End - 1)
	k := last + 1
	if n := len(p.Actors); n > 0 && x.Actors[p.Actors[n-1]].Kind == clause.Title {
		for k < v && x.Tokens[k].Kind == clause.Word && x.Tokens[k].Class&^lexicon.Foreign == 0 {
			k++ // 总司令|某某: a name that was not known
		}
	}
	if k < v && strings.HasPrefix(x.Text(k), "驻") {
		k = r.abroad(k, v)
	}
	for k < v && r.noun(k) {
		k++
	}
	if k > last+1 && x.Text(k-1) == "代表" && k < v && !x.Passed(k) {
		return p // 林海涛|代表国务院
	}
	if k > last+1 && x.Text(k-1) == "等" {
		k = r.others(k, v)
	}
	if k > last+1 {
		end := r.endOf(k)
		kept := x.Actors[p.Actors[len(p.Actors)-1]]
		if kept.Kind == clause.Person && kept.To == p.End && !around[x.Text(k-1)] {
			return p
		}
		p.End, p.Actors = end, nil
	}
	return p
}

// abroad is the token after who is abroad by 驻 at token k: 外交部|驻港公署|发言人.
func (r *reader) abroad(k, v int) int {
	for i := min(v, k+7) - 1; i > k; i-- {
		t := &r.x.Tokens[i]
		if t.Kind == clause.Word && t.Class.Has(lexicon.Office|lexicon.Role|lexicon.BodyEnd|lexicon.BodyWord) && !t.Class.Has(lexicon.Verb|lexicon.Func) {
			return i + 1
		}
	}
	return k
}

// others is the token after what 等 before token k sums up: 等|八|部门.
func (r *reader) others(k, v int) int {
	i := k
	for i < v && i-k < 4 && (r.noun(i) || r.x.Tokens[i].Kind == clause.Name || r.x.Tokens[i].Class.Has(lexicon.Func) && !r.x.Passed(i) || lexicon.ShapeOf(r.x.At(r.startOf(i))) == lexicon.Digit) {
		i++
	}
	if i > k && r.noun(i-1) {
		return i
	}
	return k
}

// around are those about a person who speak in their place: 萨利赫|支持者.
var around = set(`支持者 团队 政府 政权 代表 律师 办公室 阵营 发言人 家属 家人 夫人 阵营 竞选团队`)

// noun reports a token that can go on with a name as its head.
func (r *reader) noun(k int) bool {
	t := &r.x.Tokens[k]
	if t.Kind != clause.Word {
		return false
	}
	w := r.x.Text(k)
	if (w == "有关" || w == "相关") && k+1 < len(r.x.Tokens) {
		return r.noun(k + 1)
	}
	if strings.ContainsAny(w, "令书函") && len([]rune(w)) == 1 {
		return true // 主席|令
	}
	if w == "等" || w == "方" || w == "长" && r.x.Tokens[k-1].Kind == clause.Name {
		return true
	}
	if t.Class.Has(lexicon.Func|lexicon.Verb) && !t.Class.Has(lexicon.Office|lexicon.BodyEnd|lexicon.Noun) {
		return false
	}
	return t.Class.Has(lexicon.Noun|lexicon.Office|lexicon.Role|lexicon.Body|lexicon.BodyEnd|lexicon.BodyWord) && !places[w]
}

// places and times end phrases that are no subject.
var places = set(`时 后 前 中 上 下 里 内 间 期间 之后 之前 之中 之际 以来 以后 以前 同时 当中 会上 会后 会前 席间 会见时 会谈中 途中 其间 过程`)

// lead are words at the start of a plain noun that are none of it.
var lead = set(`有 最大限度 事后 会后 当时 后来 之后 日后 但 但是 而 而且 并 并且 又 还 也 惟 唯 然 然而 因此 因而 所以 于是 此外 另外 其中 例如 同时 随后 接着 最后 首先 其次 再次 不过 如果 虽然 尽管 只有 现在 目前 近日 日前 此前 据 即 且 故 盖 如 是 当 在 对 对此 为此 此间`)

// trim makes a plain noun a speaker, or nothing: what ends in a word of place
// or has no noun is none.
func (r *reader) trim(p clause.Phrase) clause.Phrase {
	if p.Empty() {
		return p
	}
	x := r.x
	i, j := x.TokenAt(p.Start), x.TokenAt(p.End-1)
	for i <= j && (lead[x.Text(i)] || x.Text(i) == "的") {
		i++
	}
	if i < j && x.Text(i) == "代表" {
		return clause.Phrase{} // 代表党中央
	}
	if text := x.Slice(p.Start, p.End); text == "外间" || text == "民间" {
		return p
	}
	switch k := r.issues(i, j); {
	case k == i:
		return clause.Phrase{} // 4日|发布消息
	case k > i:
		return r.trim(clause.Phrase{Start: r.startOf(i), End: r.endOf(k)}) // 气象部门|发出警报
	}
	if k := j; j-i > 9 {
		for k > i && x.Text(k) != "的" {
			k--
		}
		if i = k; r.names(k+1, j+1) {
			i = k + 1
		}
	}
	if i > j || places[x.Text(j)] || j-i > 9 || causes[x.Text(i)] {
		return clause.Phrase{}
	}
	last := &x.Tokens[j]
	if last.Kind == clause.Word && !last.Class.Has(lexicon.Noun|lexicon.Office|lexicon.Role|lexicon.Body|lexicon.BodyEnd|lexicon.BodyWord|lexicon.Address) {
		w := x.Text(j)
		ending := w == "人" || w == "者" || w == "方" || w == "间" || w == "等" || w == "长"
		if !ending && (last.End-last.Start < 2 || last.Class.Has(lexicon.Verb|lexicon.Func|lexicon.Adj)) {
			return clause.Phrase{}
		}
	}
	if last.Kind == clause.Time {
		return clause.Phrase{}
	}
	first := &x.Tokens[i]
	if i == j && first.Kind == clause.Word && first.End-first.Start == 1 && !first.Class.Has(lexicon.Noun|lexicon.BodyEnd) {
		return clause.Phrase{}
	}
	return clause.Phrase{Start: int(first.Start), End: p.End, Actors: p.Actors}
}

// issues is the token among [i, j] at which a text is issued, -1 for none.
func (r *reader) issues(i, j int) int {
	for k := i; k < j; k++ {
		switch r.x.Text(k) {
		case "发出", "发表", "发布", "作出", "提交", "致":
			return k
		}
	}
	return -1
}

// causes begin a clause in which somebody is made to do something.
var causes = set(`使 让 令 请 叫 促 迫使 致使 邀请`)

// those stand for who was spoken of last.
var those = set(`彼 渠 伊 彼等 氏 该氏 其`)

// aimed are words that bring in what a deed is about.
var aimed = set(`对此 为此 就此 对于 首先 分别`)

// letters are what somebody wrote: its words are the writer's.
var letters = set(`贺电 贺函 贺信 电报 唁电 唁函 慰问电 慰问信 来电 来函 来信 复电 复信 函电 电文 信 函`)

// sittings are nouns whose words go on as a person's do.
var sittings = set(`会议 大会 全会 会谈 公报 声明 社论 文章 讲话 报告 通知 决议 评论员文章 座谈会 联合声明 意见 决定 两国 双方 代表们 与会者 与会代表`)

// partyOf is the speaker that a phrase names.
func (r *reader) partyOf(p clause.Phrase, c cue) party {
	x := r.x
	out := party{start: p.Start, end: p.End, person: -1, kind: body}
	text := r.printed(p.Start, p.End)
	if letters[x.Slice(p.Start, p.End)] {
		for i := len(r.out) - 1; i >= 0; i-- {
			if o := &r.out[i]; o.speaker.name != "" {
				out.name, out.person, out.kind = o.speaker.name, o.speaker.person, person
				return out
			}
		}
	}
	if those[x.Slice(p.Start, p.End)] {
		out.kind = person
		if q, ok := r.spokenOf(c); ok {
			out.name, out.person, out.kind = q.name, q.person, q.kind
		}
		return out
	}
	out.name = text
	if sittings[x.Slice(p.Start, p.End)] {
		out.kind = group
	}
	if len(p.Actors) == 0 {
		return out
	}
	a := &x.Actors[p.Actors[len(p.Actors)-1]]
	if len(p.Actors) > 1 && a.Kind == clause.Person {
		out.start, out.end, out.kind = p.Start, p.End, group
		return out
	}
	switch a.Kind {
	case clause.Person, clause.Pronoun, clause.Title:
		if len(a.People) == 1 {
			out.name, out.person, out.kind = a.Name, a.People[0], person
		} else if a.Kind == clause.Pronoun {
			out.name, out.kind = "", person
		}
		out.start, out.end = a.From, a.To
	case clause.Group:
		out.kind = group
		out.start, out.end, out.name = a.From, a.To, r.printed(a.From, a.To)
	}
	return out
}

// spokenOf is the subject of the sentence before a cue's.
func (r *reader) spokenOf(c cue) (party, bool) {
	x := r.x
	s := x.SentenceAt(c.at)
	if s == 0 {
		return party{}, false
	}
	cl := x.Sentences[s-1].First
	if cl >= x.Sentences[s-1].Last {
		return party{}, false
	}
	v := min(x.Clauses[cl].To, len(x.Tokens)-1)
	p := r.leading(cl, v)
	if p.Empty() {
		p = r.subjectIn(cl, v)
	}
	if p.Empty() || those[x.Slice(p.Start, p.End)] {
		return party{}, false
	}
	return r.partyOf(p, c), true
}

// printed is the folded characters as the page prints them.
func (r *reader) printed(i, j int) string { return r.x.Printed(i, j) }
