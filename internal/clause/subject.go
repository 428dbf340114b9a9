package clause

import (
	"dateline/internal/lexicon"
)

// prepositions stand before a noun phrase that is no subject.
var prepositions = words(`在 于 向 对 对于 同 与 跟 给 由 被 让 把 将 据 根据 依据 以 就 自 从 自从 关于 围绕 通过 按照 按 经 经过 为 为了 应 作为 代表 随 随同 陪同 除 除了 因 因为 由于 鉴于 针对 凭 沿 朝 往 当 至 到 如 像 比 替`)

// adverbs may stand between a subject and its verb. Words of the class Func
// may, too.
var adverbs = words(`曾 就 也 都 还 又 再 再次 首先 随后 同时 则 亦 乃 便 即 已 将 正 均 仍 仍然 分别 共同 一致 热烈 亲切 高度 明确 多次 一再 强烈 衷心 郑重 进一步 曾经 已经 正在 日前 近日 先后 当场 当即 立即 随即 继续 特别 专门 公开 坚决 十分 非常 深表 尤其 接着 然后 最后 另外 此外 再三 反复 严正 诚挚 诚恳 坦率 直接 独家 昨天 今天 昨日 今日 亲自 联合 集体 严厉 猛烈 重新 最近 不久前 头 刚刚 刚 普遍 纷纷 当天 一起 一同 一道 率先 应约 应邀 如期 顺利 隆重 正式 胜利 并 且 并且 而 而且 也都 旋 旋即 顷 遂 复 特 业 业已 经 皆 俱 咸 并未 未 不 没有 没`)

func words(s string) map[string]bool {
	out := map[string]bool{}
	from := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' || s[i] == '\n' {
			if i > from {
				out[s[from:i]] = true
			}
			from = i + 1
		}
	}
	return out
}

// Governed reports whether actor a is no subject where it stands in its clause:
// a preposition or a verb stands right before its phrase, 的 or a word of place
// right after it.
func (x *Text) Governed(a int) bool {
	list := x.List(a)
	first, last := &x.Actors[list[0]], &x.Actors[list[len(list)-1]]
	next := x.TokenAt(last.To)
	switch w := x.Text(next); w {
	case "的", "等", "之":
		if w != "等" {
			return true
		}
	}
	k := x.TokenAt(first.From) - 1
	if k < 0 || x.Tokens[k].Kind == Mark && x.mark(k) != '、' {
		return false
	}
	if titled := first.From < first.Start; titled && k > 0 && x.Tokens[k].Kind == Name && x.Actors[x.Tokens[k].Number].Kind == Title {
		k-- // 联合国秘书长|发言人多兰
	}
	for k > 0 && (x.Tokens[k].Kind == Name && !x.someone(k) || x.loose(k)) {
		k-- // a country or body before the title, known or not: 瑟兰|大使多兰
	}
	if x.Tokens[k].Kind != Word {
		return x.someone(k)
	}
	w := x.Text(k)
	if w == "和" || w == "及" {
		return true // with somebody: who is listed before it is in the list
	}
	if x.framed(a) {
		return true
	}
	if prepositions[w] {
		return !(w == "将" || w == "经" || w == "就")
	}
	if c := x.Tokens[k].Class; c.Has(lexicon.Before) && c.Has(lexicon.After) && !adverbs[w] {
		return true // a verb with its object: 反对|北约
	}
	return x.Tokens[k].Class.Has(lexicon.Verb|lexicon.Before) && !x.Tokens[k].Class.Has(lexicon.Func|lexicon.Noun) && !adverbs[w]
}

// SubjectIn is the subject of the verb at token v among the tokens of its clause
// that stand before it: the last actor that nothing governs, with its list, or
// the plain noun phrase right before the verb. Empty where the clause has none.
func (x *Text) SubjectIn(c, v int) Phrase {
	from := x.Clauses[c].From
	i, j := int(x.Tokens[from].Start), int(x.Tokens[v].Start)
	a, b := x.ActorsIn(i, j)
	for k := b - 1; k >= a; k-- {
		if x.Actors[k].Kind != Place && !x.Governed(k) {
			list := x.List(k)
			return Phrase{x.Actors[list[0]].From, x.Actors[list[len(list)-1]].To, list}
		}
	}
	return x.plain(from, v)
}

// FirstIn is the first actor of a clause that nothing governs, with its list:
// who does what its first verb says. Empty where there is none.
func (x *Text) FirstIn(c int) Phrase {
	to := min(x.Clauses[c].To, len(x.Tokens)-1)
	a, b := x.ActorsIn(int(x.Tokens[x.Clauses[c].From].Start), int(x.Tokens[to].Start))
	for k := a; k < b; k++ {
		if x.Actors[k].Kind != Place && !x.Governed(k) {
			list := x.List(k)
			return Phrase{x.Actors[list[0]].From, x.Actors[list[len(list)-1]].To, list}
		}
	}
	return Phrase{}
}

// plain is the noun phrase that ends right before the verb at v, adverbs
// passed over, and begins at the clause's first token from, or after what
// stands before a subject.
func (x *Text) plain(from, v int) Phrase {
	end := v
	for end > from && x.passed(end-1) {
		end--
	}
	start := end
	if start > from && x.Text(start-1) == "代表" {
		start-- // right before a verb 代表 is somebody
	}
	for start > from && !x.stops(start-1) {
		start--
	}
	if q := x.closes(start - 1); q >= 0 && start == from && start < end && !x.IsSpeech(q) {
		start = x.Quotes[q].Open // “十三五”|规划
		from = start
	}
	if start > from && prepositions[x.Text(start-1)] {
		head := end
		for head > start && x.Text(head-1) != "的" {
			head--
		}
		if head == start || !within[x.Text(start-1)] {
			return Phrase{}
		}
		start = head // 住在对面|的|居民
	}
	if start == end {
		return Phrase{}
	}
	p := Phrase{Start: int(x.Tokens[start].Start), End: int(x.Tokens[end-1].End)}
	a, b := x.ActorsIn(p.Start, p.End)
	for k := a; k < b; k++ {
		if x.Actors[k].To == p.End {
			p.Actors = append(p.Actors, k)
		}
	}
	return p
}

// closes is the quotation that token k ends, -1 for none.
func (x *Text) closes(k int) int {
	for q := range x.Quotes {
		if x.Quotes[q].Closed && x.Quotes[q].Close == k {
			return q
		}
	}
	return -1
}

// within are the prepositions that a clause before 的 may hold.
var within = words(`在 从 由 被 自`)

// passed reports a token that may stand between a subject and its verb.
func (x *Text) passed(k int) bool {
	t := &x.Tokens[k]
	switch t.Kind {
	case Time:
		return true
	case Word:
		return adverbs[x.Text(k)]
	}
	return false
}

// stops reports a token that no subject reaches over.
func (x *Text) stops(k int) bool {
	t := &x.Tokens[k]
	switch t.Kind {
	case Mark:
		return x.mark(k) != '、' && x.mark(k) != '·'
	case Time:
		return true
	case Word:
		w := x.Text(k)
		return prepositions[w] || adverbs[w]
	}
	return false
}

// Subject is the subject of the verb at token v: that of its clause, else that
// of the nearest clause before it in the same sentence which has one.
func (x *Text) Subject(v int) Phrase {
	c := x.ClauseAt(v)
	if c < 0 {
		return Phrase{}
	}
	if p := x.SubjectIn(c, v); !p.Empty() {
		return p
	}
	for d := c - 1; d >= x.Sentences[x.Clauses[c].Sentence].First; d-- {
		if x.Clauses[d].Quote != x.Clauses[c].Quote {
			continue
		}
		to := min(x.Clauses[d].To, len(x.Tokens)-1)
		if p := x.SubjectIn(d, to); !p.Empty() && len(p.Actors) > 0 {
			return p
		}
	}
	return Phrase{}
}

// someone reports a token that names somebody, and not a place or a body.
func (x *Text) someone(k int) bool {
	t := &x.Tokens[k]
	return t.Kind == Name && x.Actors[t.Number].Kind != Place && x.Actors[t.Number].Kind != Body
}

// loose reports a token that may stand before a title as a part of the phrase:
// a plain noun, or a character that is no word.
func (x *Text) loose(k int) bool {
	t := &x.Tokens[k]
	if t.Kind != Word || prepositions[x.Text(k)] || adverbs[x.Text(k)] || joiners[x.Text(k)] || x.Text(k) == "的" || closers[x.Text(k)] {
		return false
	}
	if w := x.Text(k); w == "有关" || w == "相关" {
		return true
	}
	return t.Class == 0 && t.End-t.Start == 1 || t.Class.Has(lexicon.Noun) && !t.Class.Has(lexicon.Verb|lexicon.Func|lexicon.Before)
}

// closers end what 在 begins: 在…会上, 在…时.
var closers = words(`上 中 下 里 内 时 后 前 期间 之后 之前 会上 之际 之中 途中`)

// framed reports whether actor a stands between 在 or 当 and the word that
// closes it.
func (x *Text) framed(a int) bool {
	k := x.TokenAt(x.Actors[a].From)
	open := -1
	for i := k - 1; i >= 0 && k-i < 24; i-- {
		if x.Tokens[i].Kind == Mark && pauses(x.mark(i)) {
			break
		}
		if w := x.Text(i); closers[w] {
			break
		} else if w == "在" || w == "当" {
			open = i
			break
		}
	}
	if open < 0 {
		return false
	}
	for i := x.TokenAt(x.Actors[a].To-1) + 1; i < len(x.Tokens); i++ {
		if x.Tokens[i].Kind == Mark && pauses(x.mark(i)) {
			return false
		}
		if closers[x.Text(i)] {
			return true
		}
	}
	return false
}

// Passed reports a token that may stand between a subject and its verb.
func (x *Text) Passed(k int) bool { return x.passed(k) }

// Preposition reports a word that brings a noun phrase in which is no subject.
func (x *Text) Preposition(k int) bool {
	return k >= 0 && k < len(x.Tokens) && x.Tokens[k].Kind == Word && prepositions[x.Text(k)]
}
