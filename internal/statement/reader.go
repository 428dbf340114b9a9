package statement

import (
	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// reader reads the statements of one body.
type reader struct {
	x   *clause.Text
	c   Context
	out []made
	// open is the number of the statement that may go on, -1 for none.
	open int
	// speaking is who holds the floor by a label (赵立坚：), with ok for one.
	speaking party
	floor    bool
	// meeting are the two sides of the last meeting told, for hearers.
	meeting []side
}

// party is a speaker while the article is read.
type party struct {
	start, end int // characters where it stands, equal for nowhere
	name       string
	person     int
	kind       kind
}

// kind is what a speaker is: how far its words go on differs.
type kind uint8

const (
	person kind = iota
	group       // 双方, 俄方, 会议
	body        // a company, an office, anybody printed as a noun
	letter      // 贺电: its writer
)

// made is a statement in characters.
type made struct {
	speaker  party
	hearer   *party
	cues     [][2]int
	from     int // where the statement begins
	start    int // of the content
	end      int
	mode     string
	time     int
	rule     string
	sort     cueSort
	within   int
	quote    int // the quotation that the content is, -1 for none
	sentence int
	whole    bool // the content is the clause with the cue in it
}

// Find gives the statements of a body in the order of their content.
func Find(x *clause.Text, c Context) []Statement {
	r := &reader{x: x, c: c, open: -1}
	if c.Sayer != "" && len(x.Sentences) > 0 {
		r.carry(0, len(x.Tokens), party{name: c.Sayer, person: -1})
		r.last().mode, r.last().rule = Direct, "statement/sayings"
		return r.result()
	}
	for i := 0; i < len(x.Sentences); {
		j := i
		for j < len(x.Sentences) && x.Sentences[j].Paragraph == x.Sentences[i].Paragraph {
			j++
		}
		r.paragraph(i, j)
		i = j
	}
	return r.result()
}

// mark is the character of token k where it is a mark, else 0.
func (r *reader) mark(k int) rune {
	if k < 0 || k >= len(r.x.Tokens) || r.x.Tokens[k].Kind != clause.Mark {
		return 0
	}
	return r.x.At(int(r.x.Tokens[k].Start))
}

// startOf and endOf are characters of tokens.
func (r *reader) startOf(k int) int {
	if k >= len(r.x.Tokens) {
		return r.x.Len()
	}
	return int(r.x.Tokens[k].Start)
}

func (r *reader) endOf(k int) int { return int(r.x.Tokens[k-1].End) }

// paragraph reads the sentences [i, j).
func (r *reader) paragraph(i, j int) {
	from, to := r.x.Sentences[i].From, r.x.Sentences[j-1].To
	if r.labelled(from, to) {
		return
	}
	if r.floor && r.c.Kind == "qa" {
		r.carry(from, to, r.speaking)
		return
	}
	if r.carried(i, j) {
		return
	}
	r.open = -1
	for s := i; s < j; s++ {
		r.sentence(s, s == i)
	}
}

// sentence reads one sentence: its cues, or whether the statement before goes
// on over it.
func (r *reader) sentence(s int, first bool) {
	x := r.x
	from, to := x.Sentences[s].From, x.Sentences[s].To
	found := false
	r.meet(s)
	if r.source(s) {
		found = true
	}
	if r.quotedBefore(s) {
		return
	}
	quote, speech := -1, false
	for k := from; k < to; k++ {
		if q := x.QuoteAt(k); q != quote {
			quote, speech = q, q >= 0 && (x.IsSpeech(q) || x.Quotes[q].Closed)
		}
		if speech {
			continue
		}
		c, ok := r.cueAt(k)
		if !ok {
			continue
		}
		if r.take(c, s, first) {
			found = true
			if end := r.last().end; r.last().quote >= 0 && end > x.Len() {
				break
			}
		}
		k = max(k, c.to-1) // a verb may end inside a token
	}
	if found || r.open < 0 {
		return
	}
	o := &r.out[r.open]
	if o.quote >= 0 {
		if r.startOf(from) >= o.end {
			r.open = -1
		}
		return
	}
	if r.goesOn(o, s) {
		o.end = r.endOf(to)
		return
	}
	r.open = -1
}

func (r *reader) last() *made { return &r.out[len(r.out)-1] }

// take makes a statement of a cue, if it is one.
func (r *reader) take(c cue, s int, first bool) bool {
	x := r.x
	p, explicit, subject := r.speaker(c, s)
	if !r.accepts(c, s, p, explicit, subject, first) {
		return false
	}
	if o := r.current(s); o != nil && o.sort == deed && c.sort == deed && o.sentence == s && (!explicit || p.name == o.speaker.name) {
		o.cues = append(o.cues, [2]int{c.start, c.end})
		return true
	}
	m := made{speaker: p, cues: [][2]int{{c.start, c.end}}, sort: c.sort, within: -1, quote: -1, sentence: s, rule: "statement/" + ruleOf(c.sort), mode: Indirect}
	if c.sort == deed || c.text == "希望" {
		m.mode = Act
	}
	clauseStart := r.clauseStart(c)
	m.from = c.start
	if explicit && p.end > p.start && p.start < c.start && p.start >= clauseStart {
		m.from = p.start
	}
	m.start = max(r.contentStart(c.to), c.end)
	m.end = r.endOf(x.Sentences[s].To)
	if p.kind != person {
		m.end = r.beforeGuess(m.start, m.end, r.mark(c.to) == 0)
	}
	r.quoted(&m, c)
	r.wholeClause(&m, c, clauseStart)
	if r.letters(m.start, m.end) < 2 {
		return false
	}
	if o := r.current(s); o != nil && o.quote < 0 && o.end > clauseStart && clauseStart > o.start {
		o.end = clauseStart
	}
	m.hearer = r.hearer(c, p, clauseStart)
	m.time = r.time(s, c)
	r.out = append(r.out, m)
	r.open = len(r.out) - 1
	return true
}

// letters counts the characters of [i, j) that are no marks.
func (r *reader) letters(i, j int) int {
	n := 0
	for ; i < j; i++ {
		if lexicon.ShapeOf(r.x.At(i)) != lexicon.Mark {
			n++
		}
	}
	return n
}

func ruleOf(s cueSort) string {
	switch s {
	case deed:
		return "deed"
	case weak:
		return "think"
	}
	return "say"
}

// current is the statement that is open, nil for none.
func (r *reader) current(s int) *made {
	if r.open < 0 {
		return nil
	}
	return &r.out[r.open]
}

// clauseStart is the first character of the clause that a cue is in.
func (r *reader) clauseStart(c cue) int {
	k := c.at
	for k > 0 {
		switch r.mark(k - 1) {
		case '，', '；', '：', '。', '！', '？', '\n':
			return r.startOf(k)
		}
		k--
	}
	return 0
}

// contentStart is the first character of what is said after token k.
func (r *reader) contentStart(k int) int {
	for k < len(r.x.Tokens) {
		switch r.mark(k) {
		case '，', '：', ' ', '、':
			k++
			continue
		}
		switch r.x.Text(k) {
		case "了", "道":
			k++
			continue
		case "记者", "我们", "大家", "他们", "他", "她", "笔者":
			if r.mark(k+1) == '，' || r.mark(k+1) == '：' {
				k += 2
				continue
			}
		}
		break
	}
	return r.startOf(k)
}

// beforeGuess is where the narrator goes on in a sentence with what is expected:
// 号召游行，预计交通受到影响; where no mark stands after the verb, with a remark on
// it, too: 外间报载…，此与…抵触.
func (r *reader) beforeGuess(i, j int, bare bool) int {
	for k := r.x.TokenAt(i); k < len(r.x.Tokens) && r.startOf(k) < j; k++ {
		if w := r.x.Text(k); r.mark(k-1) == '，' && (w == "预计" || w == "预料" || w == "据" || bare && (w == "此" || w == "此与" || w == "此举")) && r.startOf(k) > i {
			return r.startOf(k)
		}
	}
	return j
}

// wholeClause widens the content of a deed whose object stands before the
// verb (中方对此表示赞赏) to the clause.
func (r *reader) wholeClause(m *made, c cue, clauseStart int) {
	if m.mode != Act {
		return
	}
	switch r.mark(c.to) {
	case '，', '。', '；', '！', '\n':
	default:
		if c.to < len(r.x.Tokens) {
			return
		}
	}
	m.start, m.whole = clauseStart, true
	end := c.to
	if end < len(r.x.Tokens) && r.mark(end) != '\n' {
		end++
	}
	m.end = r.endOf(end)
}

// result turns the statements into bytes, in the order of their content.
func (r *reader) result() []Statement {
	r.drop()
	r.nest()
	out := make([]Statement, 0, len(r.out))
	for i := range r.out {
		m := &r.out[i]
		s := Statement{Mode: m.mode, Content: r.x.Span(m.start, m.end), Speaker: r.party(m.speaker), Time: m.time, Within: m.within, Rule: m.rule}
		from := min(m.from, m.start)
		s.Span = r.x.Span(from, m.end)
		if m.hearer != nil {
			h := r.party(*m.hearer)
			s.Hearer = &h
		}
		for _, c := range m.cues {
			s.Cue = append(s.Cue, r.x.Span(c[0], c[1]))
		}
		s.Inner = r.inner(i)
		out = append(out, s)
	}
	return out
}

// drop takes out statements of which no words are left: another began where they
// would.
func (r *reader) drop() {
	kept := r.out[:0]
	for i := range r.out {
		if r.tidy(&r.out[i]); r.out[i].end > r.out[i].start {
			kept = append(kept, r.out[i])
		}
	}
	r.out = kept
}

// tidy takes white space off the ends of the content.
func (r *reader) tidy(m *made) {
	for m.end > m.start && blank(r.x.At(m.end-1)) {
		m.end--
	}
	for m.start < m.end && blank(r.x.At(m.start)) {
		m.start++
	}
}

func blank(c rune) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func (r *reader) party(p party) Party {
	out := Party{Name: p.name, Person: p.person}
	if p.end > p.start {
		out.Span = r.x.Span(p.start, p.end)
	}
	return out
}

// nest finds for each statement the one that quotes it: an earlier one whose
// words it lies in.
func (r *reader) nest() {
	var stack []int
	for i := range r.out {
		m := &r.out[i]
		for len(stack) > 0 && r.out[stack[len(stack)-1]].end < m.end {
			stack = stack[:len(stack)-1]
		}
		if len(stack) > 0 && r.out[stack[len(stack)-1]].start <= m.start {
			m.within = stack[len(stack)-1]
		}
		stack = append(stack, i)
	}
}

// time is the number of the last time before the cue in its sentence.
func (r *reader) time(s int, c cue) int {
	from := r.startOf(r.x.Sentences[s].From)
	list := clause.Within(r.x.Times, from, c.start)
	if len(list) == 0 {
		return -1
	}
	return list[len(list)-1].Number
}
