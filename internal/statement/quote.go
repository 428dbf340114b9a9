package statement

import (
	"sort"
	"strings"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// quoted makes a statement direct whose words begin with a quotation mark
// right after the cue.
func (r *reader) quoted(m *made, c cue) {
	x := r.x
	k := x.TokenAt(r.contentStart(c.to))
	q := r.opensQuote(k)
	if q < 0 {
		return
	}
	if c.text == "提出" && !x.IsSpeech(q) && x.Quotes[q].Closed {
		m.end = min(m.end, r.endOf(min(x.Quotes[q].Close+2, len(x.Tokens)))) // 提出“三区同建”，把…
		return
	}
	i, j := x.Inner(q)
	comma := r.mark(k-1) != 0
	if !x.IsSpeech(q) && (j-i < 6 || !comma) {
		return
	}
	if r.termOnly(q, j) {
		return
	}

	m.mode, m.quote, m.start = Direct, q, i
	m.end = r.chainEnd(q)
}

// termOnly reports a quotation that the sentence goes on after, and whose words
// are no sentence: 声明称，“某某学会”不是….
func (r *reader) termOnly(q, j int) bool {
	x := r.x
	if !x.Quotes[q].Closed || strings.ContainsRune("。！？，；…", x.At(j-1)) {
		return false
	}
	next := x.Quotes[q].Close + 1
	return next < len(x.Tokens) && x.Tokens[next].Kind != clause.Mark
}

// opensQuote is the quotation whose opening mark token k is, -1 for none.
func (r *reader) opensQuote(k int) int {
	q := sort.Search(len(r.x.Quotes), func(q int) bool { return r.x.Quotes[q].Open >= k })
	if q < len(r.x.Quotes) && r.x.Quotes[q].Open == k {
		return q
	}
	return -1
}

// chainEnd is the last character of a quotation with the paragraphs that it
// goes on over.
func (r *reader) chainEnd(q int) int {
	for r.x.Quotes[q].Goes >= 0 {
		q = r.x.Quotes[q].Goes
	}
	_, j := r.x.Inner(q)
	return j
}

// quotedBefore reads “…”，X说 and “…”X说: a sentence that begins with somebody's
// words and ends with who said them.
func (r *reader) quotedBefore(s int) bool {
	x := r.x
	from, to := x.Sentences[s].From, x.Sentences[s].To
	q := r.opensQuote(from)
	if q < 0 || !x.Quotes[q].Closed || x.Quotes[q].Close >= to || x.Quotes[q].From >= 0 {
		return false
	}
	if i, j := x.Inner(q); !x.IsSpeech(q) && (j-i < 4 || x.At(j-1) != '，') {
		return false // a comma inside the marks is of words: “…，”X说
	}
	if x.Quotes[q].Close+1 == to && s+1 < len(x.Sentences) && x.Sentences[s+1].Paragraph == x.Sentences[s].Paragraph && r.closesWithCue(s+1) {
		to = x.Sentences[s+1].To
	}
	for k := x.Quotes[q].Close + 1; k < to; k++ {
		if x.QuoteAt(k) >= 0 || r.mark(k) == '。' {
			return false
		}
		c, ok := r.cueAt(k)
		if !ok || c.sort != strong {
			continue
		}
		p, explicit, _ := r.speaker(c, s)
		if !explicit && p.name == "" {
			return false
		}
		i, j := x.Inner(q)
		m := made{speaker: p, cues: [][2]int{{c.start, c.end}}, from: i, start: i, end: j, mode: Direct, rule: "statement/quote-before", sort: strong, within: -1, quote: q, time: -1, sentence: s}
		r.out = append(r.out, m)
		r.open = len(r.out) - 1
		// words that go on after the cue: “…”，他说，“…”
		k = c.to
		for r.mark(k) == '，' || r.mark(k) == '：' || r.mark(k) == '。' {
			k++
		}
		if q2 := r.opensQuote(k); q2 >= 0 && x.IsSpeech(q2) {
			i, _ := x.Inner(q2)
			more := m
			more.from, more.start, more.end, more.quote, more.rule, more.mode = i, i, r.chainEnd(q2), q2, "statement/quote-after", Direct
			r.out = append(r.out, more)
			r.open = len(r.out) - 1
		}
		return true
	}
	return false
}

// closesWithCue reports a sentence whose last words are a verb of saying: 市长说。
func (r *reader) closesWithCue(s int) bool {
	k := r.x.Sentences[s].To - 1
	if r.mark(k) != '。' || k-r.x.Sentences[s].From > 16 {
		return false
	}
	for i := k - 1; i >= r.x.Sentences[s].From && k-i < 4; i-- {
		if c, ok := r.cueAt(i); ok && c.to == k && c.sort == strong {
			return true
		}
	}
	return false
}

// labelled reads a paragraph that begins with who speaks and a colon.
func (r *reader) labelled(from, to int) bool {
	x := r.x
	k := from
	for k < to && k-from < 12 && r.mark(k) == 0 {
		k++
	}
	if r.mark(k) != '：' || k == from || k+1 >= to {
		return false
	}
	text := x.Slice(r.startOf(from), r.startOf(k))
	switch text {
	case "问", "记者", "提问", "主持人", "记者问":
		r.floor = false
		if r.c.Kind != "qa" {
			return false
		}
		r.reported(k+1, to)
		return true
	}
	a, b := x.ActorsIn(r.startOf(from), r.startOf(k))
	p := party{start: r.startOf(from), end: r.startOf(k), person: -1, kind: person}
	switch {
	case b-a == 1 && x.Actors[a].To == p.end && len(x.Actors[a].People) == 1:
		p.name, p.person = x.Actors[a].Name, x.Actors[a].People[0]
	case text == "答" || text == "发言人":
		p.name = r.answerer()
		if p.name == "" && text == "发言人" {
			p.name = r.printed(p.start, p.end)
		}
	case isSaying(text):
		p.end = p.start + len([]rune(text)) - 2
		p.name = r.printed(p.start, p.end)
		if a, b := x.ActorsIn(p.start, p.end); b-a == 1 && len(x.Actors[a].People) == 1 {
			p.name, p.person = x.Actors[a].Name, x.Actors[a].People[0]
		}
		if p.end <= p.start {
			return false
		}
	default:
		return false
	}
	m := made{speaker: p, from: p.start, start: r.contentStart(k), end: r.endOf(to), mode: Direct, rule: "statement/label", within: -1, quote: -1, time: -1, sentence: -1}
	if q := r.opensQuote(k + 1); q >= 0 {
		i, j := x.Inner(q)
		m.start, m.quote = i, q
		m.end = max(j, r.chainEnd(q))
	}
	if isSaying(text) {
		m.cues = [][2]int{{r.startOf(k) - 2, r.startOf(k)}}
	}
	if m.end-m.start < 2 {
		return false
	}
	r.out = append(r.out, m)
	n := len(r.out) - 1
	r.sources(k+1, to)
	r.speaking, r.floor, r.open = p, true, n
	return true
}

// isSaying reports a heading over a person's sayings: 某主席语录.
func isSaying(text string) bool {
	r := []rune(text)
	return len(r) > 2 && string(r[len(r)-2:]) == "语录"
}

// answerer is who answered last by name.
func (r *reader) answerer() string {
	for i := len(r.out) - 1; i >= 0; i-- {
		if r.out[i].rule == "statement/label" && r.out[i].speaker.name != "" {
			return r.out[i].speaker.name
		}
	}
	return ""
}

// reported reads the statements that a question reports.
func (r *reader) reported(from, to int) {
	r.open = -1
	for s := r.x.SentenceAt(from); s < len(r.x.Sentences) && r.x.Sentences[s].From < to; s++ {
		r.sentence(s, false)
	}
	r.open = -1
}

// sources reads the sources named inside somebody's words.
func (r *reader) sources(from, to int) {
	for s := r.x.SentenceAt(from); s < len(r.x.Sentences) && r.x.Sentences[s].From < to; s++ {
		r.source(s)
	}
}

// again may stand before 据.
var again = set(`另 又 再 但 而 并 也`)

// told are the words after a source: what it did.
var told = set(`测定 监测 查明 认定 检测 核实 证实 反映 爆料 披露 回忆 讲述 描述 转述 信息 记载 预报 通告 公告 声明 指出 表示 告诉 统计 报道 报导 介绍 透露 消息 估计 测算 预测 通报 电 讯 数据 公布 发布 称 说 了解 分析 显示 统计数字 报告 调查 广播 宣布 供称`)

// source reads 据X统计, 据X报道, 根据X发布的数据 at the start of a clause: X says
// what follows.
func (r *reader) source(s int) bool {
	x := r.x
	from, to := x.Sentences[s].From, x.Sentences[s].To
	for k := from; k < to; k++ {
		if c := r.x.At(r.startOf(k)); c != '据' && c != '根' && c != '另' {
			continue
		}
		w := x.Text(k)
		if w != "据" && w != "根据" && w != "另据" || x.Tokens[k].Kind != clause.Word {
			continue
		}
		if k > from && r.mark(k-1) == 0 && !again[x.Text(k-1)] {
			continue
		}
		end := k + 1
		for end < to && r.mark(end) != '，' && r.mark(end) != '：' && r.mark(end) != '。' {
			end++
		}
		if end >= to-1 || end-k < 2 {
			continue
		}
		p, c, ok := r.sourceIn(k+1, end)
		if !ok {
			continue
		}
		if k == 0 && strings.Contains(p.name, "网站") {
			continue // the source of the article, in or after its dateline
		}
		m := made{speaker: p, cues: [][2]int{c}, from: r.startOf(k), start: r.startOf(end + 1), end: r.endOf(to), mode: Indirect, rule: "statement/source", sort: strong, within: -1, quote: -1, time: r.timeIn(k, end), sentence: s}
		m.speaker.kind = body
		if r.mark(end) == '：' {
			m.end = r.paragraphEnd(s)
		} else {
			m.end = r.sourceEnd(s)
		}
		r.out = append(r.out, m)
		r.open = len(r.out) - 1
		return true
	}
	return false
}

// sourceEnd is the end of the sentence, and of those after it that go on with
// its figures.
func (r *reader) sourceEnd(s int) int {
	x := r.x
	for s+1 < len(x.Sentences) && x.Sentences[s+1].Paragraph == x.Sentences[s].Paragraph {
		from := r.startOf(x.Sentences[s+1].From)
		if !x.Has(from, "截至") && !x.Has(from, "其中") && !x.Has(from, "截止") {
			break
		}
		s++
	}
	return r.endOf(x.Sentences[s].To)
}

func (r *reader) paragraphEnd(s int) int {
	p := r.x.Sentences[s].Paragraph
	for s+1 < len(r.x.Sentences) && r.x.Sentences[s+1].Paragraph == p {
		s++
	}
	return r.endOf(r.x.Sentences[s].To)
}

// timeIn is the number of the first time among tokens.
func (r *reader) timeIn(i, j int) int {
	for k := i; k < j; k++ {
		if r.x.Tokens[k].Kind == clause.Time {
			return r.x.Times[r.x.Tokens[k].Number].Number
		}
	}
	return -1
}

// sourceIn is the source among the tokens [i, j) after 据, with the characters
// of the verb.
func (r *reader) sourceIn(i, j int) (party, [2]int, bool) {
	x := r.x
	verb := -1
	for k := i; k < j; k++ {
		if told[x.Text(k)] && k > i {
			verb = k
			break
		}
	}
	if verb < 0 {
		return party{}, [2]int{}, false
	}
	for i < verb && (dropped[x.Text(i)] || x.Tokens[i].Kind == clause.Time) {
		i++
	}
	end := i
	for end < verb && x.Tokens[end].Kind != clause.Time && !hands[x.Text(end)] {
		end++
	}
	for end > i && dropped[x.Text(end-1)] {
		end--
	}
	for k := end - 1; k > i; k-- {
		if x.Text(k) == "的" {
			if r.names(k+1, end) {
				i = k + 1 // 在场的|医生
			} else {
				end = k // 消防部门|的消息
			}
			break
		}
	}
	if a, b := x.ActorsIn(r.startOf(i), r.endOf(end+0)); b > a {
		// the agency, without the place of its wire: 美联社|开城
		if y := &x.Actors[a]; y.Kind == clause.Body && b > a+1 && y.From == r.startOf(i) && x.Actors[a+1].Kind == clause.Place && x.Actors[a+1].Start == y.To {
			p := party{start: y.From, end: y.To, name: r.printed(y.From, y.To), person: -1, kind: body}
			return p, [2]int{r.startOf(verb), r.endOf(verb + 1)}, true
		}
	}
	if end == i {
		return party{}, [2]int{}, false
	}
	p := party{start: r.startOf(i), end: r.endOf(end), person: -1, kind: body}
	p.name = r.printed(p.start, p.end)
	if a, b := x.ActorsIn(p.start, p.end); b > a && x.Actors[b-1].To == p.end && len(x.Actors[b-1].People) == 1 {
		p.name, p.person = x.Actors[b-1].Name, x.Actors[b-1].People[0]
	}
	if a, b := x.ActorsIn(p.start, p.end); b-a == 1 && x.Actors[a].Kind == clause.Pronoun && x.Actors[a].To == p.end {
		p.name = ""
		if len(x.Actors[a].People) == 1 {
			p.name, p.person = x.Actors[a].Name, x.Actors[a].People[0]
		}
		return p, [2]int{r.startOf(verb), r.endOf(verb + 1)}, true
	}
	if len([]rune(p.name)) < 2 {
		return party{}, [2]int{}, false
	}
	return p, [2]int{r.startOf(verb), r.endOf(verb + 1)}, true
}

// names reports tokens that can be somebody by themselves: a name among them, or
// a noun at their end that is no verb.
func (r *reader) names(i, j int) bool {
	if i >= j {
		return false
	}
	for k := i; k < j; k++ {
		if r.x.Tokens[k].Kind == clause.Name {
			return true
		}
	}
	t := &r.x.Tokens[j-1]
	if t.Kind == clause.Word && strings.ContainsRune("员者人们家户生友", r.x.At(int(t.End)-1)) {
		return true
	}
	return t.Kind == clause.Word && t.Class.Has(lexicon.Noun|lexicon.Office|lexicon.Role|lexicon.BodyWord|lexicon.BodyEnd) && !told[r.x.Text(j-1)]
}

// dropped are words between a source and its verb.
var dropped = set(`最新 初步 不完全 有关 昨日 今日 日前 近日 对 在 今天 联合 分别 报 从`)

// hands are verbs after a source that say how its words came here.
var hands = set(`援引 引述 引用 转引 转述 获得 得到 提供 作出 所作 发来 传来`)
