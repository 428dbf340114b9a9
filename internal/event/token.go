package event

import (
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// run is the tokens [from, to); empty where there is nothing.
type run struct{ from, to int }

func (r run) empty() bool { return r.to <= r.from }

// word is the folded text of a word token, "" for other tokens.
func (r *reader) word(k int) string {
	if k < 0 || k >= len(r.x.Tokens) || r.x.Tokens[k].Kind != clause.Word {
		return ""
	}
	return r.x.Text(k)
}

// mark is the character of a mark, 0 for other tokens.
func (r *reader) mark(k int) rune {
	if k < 0 || k >= len(r.x.Tokens) || r.x.Tokens[k].Kind != clause.Mark {
		return 0
	}
	return r.x.At(int(r.x.Tokens[k].Start))
}

func (r *reader) kind(k int) (clause.TokenKind, bool) {
	if k < 0 || k >= len(r.x.Tokens) {
		return 0, false
	}
	return r.x.Tokens[k].Kind, true
}

// is reports whether token k is of a kind.
func (r *reader) is(k int, kind clause.TokenKind) bool {
	got, ok := r.kind(k)
	return ok && got == kind
}

// pause reports whether token k is a mark between clauses. Marks of
// quotation are none, and neither are brackets.
func (r *reader) pause(k int) bool {
	switch r.mark(k) {
	case '，', '；', '：', '。', '！', '？', '\n', '…':
		return true
	}
	return false
}

// stop reports whether token k ends a sentence.
func (r *reader) stop(k int) bool {
	switch r.mark(k) {
	case '。', '！', '？', '\n', '；':
		return true
	}
	return false
}

// unit is the clause around token k: from the pause before it to the pause
// after it. An opening mark of a speech ends it, too.
func (r *reader) unit(k int) run {
	from, to := k, k
	for from > 0 && k-from < longest && !r.pause(from-1) && !r.speechMark(from-1) {
		from--
	}
	for to < len(r.x.Tokens) && to-k < longest && !r.pause(to) {
		to++
	}
	return run{from, to}
}

// speechMark reports whether the mark at k opens a quotation that is a
// sentence.
func (r *reader) speechMark(k int) bool {
	if m := r.mark(k); m != '“' && m != '‘' && m != '"' {
		return false
	}
	q := sort.Search(len(r.x.Quotes), func(i int) bool { return r.x.Quotes[i].Open >= k })
	return q < len(r.x.Quotes) && r.x.Quotes[q].Open == k && r.x.IsSpeech(q)
}

// before is the clause before the one that begins at from, in the same
// sentence; false where there is none.
func (r *reader) before(from int) (run, bool) {
	if from < 2 || r.stop(from-1) && !(r.mark(from-1) == '；' && r.word(from) == "应") || !r.pause(from-1) || r.mark(from-1) == '：' {
		return run{}, false
	}
	return run{r.unit(from - 2).from, from - 1}, true
}

// sentence is the sentence around token k.
func (r *reader) sentence(k int) run {
	from, to := k, k
	for from > 0 && k-from < longest && !r.stop(from-1) {
		from--
	}
	for to < len(r.x.Tokens) && to-k < longest && !r.stop(to) {
		to++
	}
	return run{from, to}
}

// How far is looked from a trigger: longest in tokens, clauses in clauses of
// its sentence, tellings in events told before.
const (
	longest  = 400
	clauses  = 16
	tellings = 64
)

// covering is the actor whose name or titles token k is part of, -1 for none.
func (r *reader) covering(k int) int {
	if k < 0 || k >= len(r.x.Tokens) {
		return -1
	}
	start := int(r.x.Tokens[k].Start)
	i := sort.Search(len(r.x.Actors), func(i int) bool { return r.x.Actors[i].To > start })
	if i < len(r.x.Actors) && r.x.Actors[i].From <= start {
		return i
	}
	return -1
}

// past is the token after actor a and its titles.
func (r *reader) past(a int) int {
	k := r.x.TokenAt(r.x.Actors[a].To)
	if k < len(r.x.Tokens) && int(r.x.Tokens[k].Start) < r.x.Actors[a].To {
		k++
	}
	return k
}

// nouns are the classes of words that stand in a noun phrase.
const nouns = lexicon.Noun | lexicon.Office | lexicon.Role | lexicon.Address | lexicon.Country | lexicon.Place | lexicon.Body |
	lexicon.BodyEnd | lexicon.PlaceEnd | lexicon.BodyWord | lexicon.Modifier | lexicon.Rank | lexicon.Foreign | lexicon.Known | lexicon.Adj | lexicon.Idiom

// nominal reports whether token k can stand in a noun phrase.
func (r *reader) nominal(k int) bool {
	if k < 0 || k >= len(r.x.Tokens) {
		return false
	}
	t := &r.x.Tokens[k]
	switch t.Kind {
	case clause.Name, clause.Work:
		return true
	case clause.Time:
		return false
	case clause.Mark:
		return false
	}
	w := r.x.Text(k)
	switch {
	case strings.HasPrefix(w, "第") && strings.HasSuffix(w, "次"):
		return k+1 < len(r.x.Tokens) && r.nominal(k+1)
	case w == "第一" && r.word(k+1) == "时间", adverbs[w]:
		return false
	case determiners[w], numeral(w), gerunds[w], strings.HasPrefix(w, "各"), strings.HasPrefix(w, "某"):
		return true
	case teams[r.word(k+1)] && r.triggerAt(k):
		return true
	case strings.HasPrefix(w, "访") && r.ahead(k+1, min(k+4, len(r.x.Tokens)), "代表团", "访问团", "团"):
		return true
	case w == "上" && r.word(k+1) == "项", w == "下" && r.word(k+1) == "列":
		return true
	case greetings[w] && k+1 < len(r.x.Tokens) && persons[r.word(k+1)], k > 0 && r.word(k-1) == "副":
		return true
	}
	if unlike[w] {
		return false
	}
	if r.triggerAt(k) && !meetings[w] {
		return false
	}
	return t.Class == 0 || t.Class.Has(nouns)
}

// unlike stand in no noun phrase; one set, since every word is asked for.
var unlike = union(adverbs, others, companions, addressing, agents, wished, plans, denied, words(`的 之 在 了`))

// teams stand after a verb in names of those who are sent: 考察组.
var teams = words(`组 团 队 小组`)

// greetings are verbs that stand before people as a noun does: 欢迎群众.
var greetings = words(`欢迎 采访 迎接 送行`)

// numeral reports whether a word begins with a numeral.
func numeral(w string) bool {
	switch c, _ := utf8.DecodeRuneInString(w); c {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万',
		'两', '几', '数', '多', '余', '第', '廿', '卅', '个', '名', '位':
		return true
	}
	return false
}

// triggerAt reports whether a trigger begins at token k.
func (r *reader) triggerAt(k int) bool {
	_, _, ok := r.match(k)
	return ok
}

// match is the longest trigger that begins at token k and ends with a token,
// with the token after it.
func (r *reader) match(k int) (trigger, int, bool) {
	t := &r.x.Tokens[k]
	if t.Kind != clause.Word {
		return trigger{}, 0, false
	}
	for _, g := range r.index.of(r.x.At(int(t.Start))) {
		if !r.x.Has(int(t.Start), g.word) {
			continue
		}
		end := int(t.Start) + len(g.word)/len("会")
		e := r.x.TokenAt(end)
		if e == len(r.x.Tokens) || int(r.x.Tokens[e].Start) == end {
			return g, e, true
		}
	}
	return trigger{}, 0, false
}

// isJoiner reports whether token k joins members of a list.
func (r *reader) isJoiner(k int) bool {
	return r.mark(k) == '、' || r.mark(k) == '·' || joiners[r.word(k)]
}

// phrase is the end of the noun phrase that begins at i and ends by limit: names
// with their titles, nouns, and what they own with 的 between. With list,
// members of a list belong to it; else it ends before 和 and 与.
func (r *reader) phrase(i, limit int, list bool) int {
	k := i
	for k < limit {
		if a := r.covering(k); a >= 0 && r.past(a) > k {
			k = r.past(a)
			continue
		}
		switch {
		case r.mark(k) == '（':
			k = r.bracket(k, limit)
			continue
		case r.mark(k) == '“', r.mark(k) == '”', r.mark(k) == '·', r.mark(k) == '-', r.mark(k) == ' ', r.mark(k) == '—' && k > i && r.covering(k+1) >= 0, r.mark(k) == '•':
			k++
			continue
		case r.isJoiner(k):
			if k == i || !list && r.mark(k) != '、' || k+1 >= limit || !r.nominal(k+1) && r.covering(k+1) < 0 {
				return k
			}
			k++
			continue
		case r.word(k) == "的" || r.word(k) == "之":
			if k == i || r.flat || k+1 >= limit || !r.nominal(k+1) || !r.simple(i, k) {
				return k
			}
			k++
			continue
		case leftOut[r.word(k)] && k > i:
			k++
			continue
		case k > i && r.word(k) == "代表" && r.is(k-1, clause.Name) && r.nominal(k+1) && r.covering(k+1) >= 0 && r.personal(k-1):
			return k // 某某代表某国政府 does it in that name
		case r.nominal(k):
			k++
			continue
		}
		return min(k, limit)
	}
	return min(k, limit)
}

// personal reports whether token k is a person's name.
func (r *reader) personal(k int) bool {
	return r.is(k, clause.Name) && r.x.Actors[r.x.Tokens[k].Number].Kind == clause.Person
}

// simple reports whether the tokens [i, k) are one owner: an actor or a noun.
func (r *reader) simple(i, k int) bool {
	if numeral(r.word(i)) {
		return false
	}
	for j := i; j < k; j++ {
		if r.isJoiner(j) {
			return false
		}
	}
	return true
}

// bracket is the token after the bracket that opens at k.
func (r *reader) bracket(k, limit int) int {
	for j := k + 1; j < limit && j < k+40; j++ {
		if r.mark(j) == '）' {
			return j + 1
		}
	}
	return k + 1
}
