package event

import (
	"strings"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// party is who takes part, before the event is put together.
type party struct {
	Participant
	at int // token
}

// parties are those that the tokens of a phrase name, in their order. A
// delegation that somebody leads gives its leader and, as an attendee, itself.
func (r *reader) parties(p run) []party {
	if p.empty() {
		return nil
	}
	if out, ok := r.delegation(p); ok {
		return out
	}
	if r.together(p) {
		return r.item(p)
	}
	var out []party
	from := p.from
	for k := p.from; k <= p.to; k++ {
		if k < p.to {
			if a := r.covering(k); a >= 0 && r.past(a) > k {
				k = min(r.past(a), p.to) - 1
				continue
			}
			if r.mark(k) == '（' {
				k = min(r.bracket(k, p.to), p.to) - 1
				continue
			}
			if !(r.mark(k) == '、' || r.pause(k) || joiners[r.word(k)]) {
				continue
			}
		}
		if k < p.to && r.mark(k) == '、' && r.titleEnds(from, k) {
			continue // 某某部副部长、某某局局长某某
		}
		out = append(out, r.item(run{from, k})...)
		from = k + 1
	}
	return out
}

// titleEnds reports whether the tokens [i, k) are an office without a name and
// more of the same person's offices, or the name, follow.
func (r *reader) titleEnds(i, k int) bool {
	if k == i || !r.isOffice(k-1) {
		return false
	}
	for j := i; j < k; j++ {
		if r.personal(j) && !envoys[r.word(k-1)] && r.word(k-1) != "夫人" {
			return false
		}
	}
	for j := k + 1; j < len(r.x.Tokens) && j < k+24; j++ {
		switch {
		case r.personal(j):
			return j > k+1
		case r.pause(j), joiners[r.word(j)]:
			return false
		}
	}
	return false
}

// isOffice reports whether token k is an office, or a wife.
func (r *reader) isOffice(k int) bool {
	switch t := &r.x.Tokens[k]; t.Kind {
	case clause.Name:
		return r.x.Actors[t.Number].Kind == clause.Title
	case clause.Word:
		return t.Class.Has(lexicon.Office|lexicon.Role) || r.word(k) == "夫人"
	}
	return false
}

// together reports whether a phrase of plain nouns is one party though 和 joins
// them: the first noun is nobody (国家和政党领导人).
func (r *reader) together(p run) bool {
	for k := p.from; k < p.to; k++ {
		switch {
		case r.is(k, clause.Name), r.mark(k) == '、', r.pause(k):
			return false
		case joiners[r.word(k)] && r.word(k) != "和":
			return false
		case joiners[r.word(k)]:
			t := &r.x.Tokens[k-1]
			return k > p.from && !t.Class.Has(lexicon.Office|lexicon.Role|lexicon.Address|lexicon.BodyEnd|lexicon.BodyWord) && !persons[r.word(k-1)]
		}
	}
	return false
}

// item is one member of a list: its people, else what it prints.
func (r *reader) item(p run) []party {
	for p.from < p.to && (leading[r.word(p.from)] || r.mark(p.from) != 0 && r.mark(p.from) != '“') {
		p.from++
	}
	for p.to > p.from && (r.word(p.to-1) == "的" || leftOut[r.word(p.to-1)]) {
		p.to--
	}
	if p.empty() {
		return nil
	}
	if envoys[r.word(p.to-1)] {
		return r.plain(p)
	}
	if out := r.people(p); out != nil {
		return out
	}
	if w := r.x.Text(p.from); p.to == p.from+1 || p.to == p.from+2 && r.word(p.to-1) == "们" {
		switch {
		case selves[w]:
			return r.self(p)
		case spouses[w]:
			return nil
		}
	}
	return r.plain(p)
}

var (
	// leading may stand before a member of a list and are no part of it.
	leading = words(`和 及 以及 与 暨 包括 还有 有 并 由 以 一位 那位 这位 而 当 是 如 即 还 并有 计有`)
	selves  = words(`我 我们 你 您 你们 本人 余 吾 本席`)
	// envoys after a name are somebody else.
	envoys  = words(`特使 特别代表 私人代表 秘书 助理 顾问 代表 律师 家人 同事`)
	kin     = words(`夫人 妻子 丈夫 之子 之女 长子 次子 儿子 女儿 父亲 母亲 遗孀 之妻 太太 胞弟 胞兄`)
	spouses = words(`夫人 其夫人 子女 家属 随员`)
)

// people are the people whom a member of a list names: those after its last
// 的, all of them where they stand side by side.
func (r *reader) people(p run) []party {
	var out []party
	for k := p.from; k < p.to; k++ {
		t := &r.x.Tokens[k]
		if t.Kind != clause.Name {
			if (r.word(k) == "的" || r.word(k) == "之") && k+1 < p.to && len(out) > 0 {
				out = nil
			}
			continue
		}
		a := &r.x.Actors[t.Number]
		switch {
		case a.Kind == clause.Person && k+1 < p.to && envoys[r.word(k+1)]:
			continue // 某人特使、某职某人
		case a.Kind == clause.Person && k+2 < p.to && kin[r.word(k+1)] && r.personal(k+2):
			continue // 某人夫人|某人
		case a.Kind == clause.Person:
			out = append(out, r.person(k, a))
		case len(a.People) > 0 && k == p.to-1:
			return r.meant(k, a)
		case a.Kind == clause.Body || a.Kind == clause.Place:
			if len(out) > 0 && k == p.to-1 {
				out = nil // 某人的政府
			}
		}
	}
	return out
}

// person is the party of a person's name.
func (r *reader) person(k int, a *clause.Actor) party {
	n := -1
	if len(a.People) > 0 {
		n = a.People[0]
	}
	return party{Participant{Name: a.Name, Person: n, As: a.As}, k}
}

// meant are the people whom a reference stands for.
func (r *reader) meant(k int, a *clause.Actor) []party {
	out := make([]party, 0, len(a.People))
	for _, n := range a.People {
		if name := r.nameOf(n); name != "" {
			out = append(out, party{Participant{Name: name, Person: n}, k})
		}
	}
	return out
}

// nameOf is the fullest name of a person of the page.
func (r *reader) nameOf(n int) string {
	if r.names == nil {
		r.names = map[int]string{}
		for i := range r.x.Actors {
			if a := &r.x.Actors[i]; a.Kind == clause.Person && len(a.People) == 1 {
				r.names[a.People[0]] = a.Name
			}
		}
	}
	if s := r.names[n]; s != "" || r.c.Names == nil {
		return s
	}
	return r.c.Names(n)
}

// self is who says 我, and whom he calls 您: the speaker of the words, and who
// else takes part in what they were spoken at.
func (r *reader) self(p run) []party {
	said := r.saidAt(int(r.x.Tokens[p.from].Start))
	if said < 0 {
		return nil
	}
	s := &r.c.Said[said]
	w := r.x.Text(p.from)
	if w != "你" && w != "您" && w != "你们" {
		if s.Name == "" {
			return nil
		}
		return []party{{Participant{Name: s.Name, Person: s.Person}, p.from}}
	}
	return r.hearer(s.Name, p.from)
}

// hearer is the other side of the last event that the speaker has part in.
func (r *reader) hearer(speaker string, k int) []party {
	for i := len(r.found) - 1; i >= 0; i-- {
		h := r.found[i]
		if h.said >= 0 || !h.has(speaker) {
			continue
		}
		var out []party
		for _, q := range h.Participants {
			if q.Name != speaker && q.Role != "attendee" && q.Role != "receiver" {
				q.Role, q.As = "", ""
				out = append(out, party{q, k})
			}
		}
		if len(out) == 1 {
			return out
		}
		return nil
	}
	return nil
}

// plain is a phrase without people, as printed: a relative clause or an
// indefinite description before its noun is left out.
func (r *reader) plain(p run) []party {
	for k := p.to - 2; k > p.from; k-- {
		if w := r.word(k); (w == "的" || w == "之") && (r.described(run{p.from, k}) || r.x.Tokens[k+1].Kind == clause.Name) {
			p.from = k + 1
			break
		}
	}
	for p.from < p.to && (p.to > p.from+1) && (indefinite[r.word(p.from)]) {
		p.from++
	}
	if p.empty() {
		return nil
	}
	if w := r.x.Text(p.from); p.to == p.from+1 && (empty[w] || r.is(p.from, clause.Word) && r.x.Tokens[p.from].End-r.x.Tokens[p.from].Start == 1) {
		return nil
	}
	if honorifics[r.x.Text(p.to-1)] && !r.named(p) {
		if said := r.saidAt(int(r.x.Tokens[p.from].Start)); said >= 0 {
			if out := r.hearer(r.c.Said[said].Name, p.from); out != nil {
				return out
			}
		}
	}
	if p.to == p.from+1 && r.x.Tokens[p.from].Kind == clause.Word {
		if q, ok := r.titled(p.from); ok {
			return []party{q}
		}
	}
	return []party{{Participant{Name: r.printed(p), Person: -1}, p.from}}
}

var (
	// honorifics after an office speak to the hearer: 总理先生.
	honorifics = words(`先生 女士 阁下`)
	indefinite = words(`一位 一个 一名`)
	empty      = words(`这 那 此 它 其 大家 人们 谁 这里 自己 者 他们 她们 之 双边 时间 目的 目标 问题`)
)

// described reports whether the tokens before 的 describe, more than own.
func (r *reader) described(p run) bool {
	if numeral(r.word(p.from)) {
		return true
	}
	for k := p.from; k < p.to; k++ {
		t := &r.x.Tokens[k]
		if t.Kind == clause.Word && r.covering(k) < 0 && t.Class.Has(lexicon.Verb) && !t.Class.Has(nouns) {
			return true
		}
	}
	return false
}

// titled is the person whose title the word at k is (亲王 after 某某亲王),
// looked for in the paragraph before it.
func (r *reader) titled(k int) (party, bool) {
	t := &r.x.Tokens[k]
	if !t.Class.Has(lexicon.Office | lexicon.Rank) {
		return party{}, false
	}
	w := r.x.Text(k)
	for a := r.actorBefore(int(t.Start)); a >= 0; a-- {
		q := &r.x.Actors[a]
		if int(t.Start)-q.Start > nearTitle {
			break
		}
		if q.Kind == clause.Person && (strings.HasSuffix(r.x.Slice(q.From, q.Start), w) || r.x.Slice(q.End, q.To) == w) {
			return r.person(k, q), true
		}
	}
	return party{}, false
}

// nearTitle is how many characters a bare title may be from the name.
const nearTitle = 120

// actorBefore is the last actor that begins before character i, -1 for none.
func (r *reader) actorBefore(i int) int {
	a, _ := r.x.ActorsIn(i, r.x.Len())
	return a - 1
}

// printed is the text of a phrase as the page has it.
func (r *reader) printed(p run) string {
	s := r.x.Span(int(r.x.Tokens[p.from].Start), int(r.x.Tokens[p.to-1].End)).In(r.c.Body)
	return strings.TrimSpace(s)
}

// delegation reads 由某某率领的代表团 and 以某某为团长的代表团.
func (r *reader) delegation(p run) ([]party, bool) {
	for k := p.from; k < p.to; k++ {
		w := r.word(k)
		if w != "率领" && w != "率" && w != "为首" && w != "为团长" && !(w == "为" && r.lead(k+1)) {
			continue
		}
		of := k + 1
		for of < p.to && of < k+5 && r.word(of) != "的" && r.word(of) != "之" {
			of++
		}
		if of >= p.to || of == k+5 {
			return nil, false
		}
		from := k
		for from > p.from && r.word(from-1) != "由" && r.word(from-1) != "以" {
			from--
		}
		out := r.parties(run{from, k})
		if as := r.lead(k + 1); as && len(out) == 1 && out[0].As == "" {
			out[0].As = r.printed(run{k + 1, k + 2})
		}
		if of+1 < p.to {
			for _, q := range r.item(run{of + 1, p.to}) {
				q.Role = "attendee"
				out = append(out, q)
			}
		}
		return out, len(out) > 0
	}
	return nil, false
}

// lead reports whether token k is the office of one who leads a delegation.
func (r *reader) lead(k int) bool {
	switch r.word(k) {
	case "团长", "首", "领队", "代表团长", "首席代表":
		return true
	}
	return false
}
