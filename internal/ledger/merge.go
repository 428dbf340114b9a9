package ledger

import (
	"cmp"
	"slices"
	"strings"

	"dateline/internal/archive"
)

// The rules by which two tellings are of one meeting. All of them take that
// the principals are the same, two or more, and that neither the places nor
// the hours contradict each other.
const (
	// The record of the source says so.
	ruleSource = "same-source"
	// Both tell the same day; told within mostApart days of each other, or
	// both say the day of the event itself.
	ruleDay = "same-day"
	// One has a day that is only that of its dateline or page, the other says
	// that it was the day before, and both are told within two days.
	ruleAdjacent = "next-day"
	// One tells a month, or days, that the day of the other lies in, told
	// within mostApart days, and there is no other that it could be.
	ruleCoarse = "coarser-time"
)

// mostApart is how many days lie between the articles of two tellings of one
// meeting, at most, unless both say the day of the event. A week of news and
// its review are within it.
const mostApart = 10

// naming gives the key of a party: people whom the caller knows to be one have
// one.
type naming func(source string, p archive.Party) string

// told is a telling as it is compared.
type told struct {
	archive.EventRow
	source     string
	when       stretch
	weak       bool // its day is only that of the article
	principals map[string]bool
	place      place
}

// newTold prepares a telling.
func newTold(e archive.EventRow, name naming) told {
	t := told{EventRow: e, when: parseWhen(e.Time), principals: map[string]bool{}, place: placeOf(e.Place)}
	t.source, _ = archive.SplitID(e.ID)
	t.weak = e.Basis == "dateline" || e.Basis == "published"
	for _, p := range principals(e) {
		t.principals[name(t.source, p)] = true
	}
	return t
}

// principals are those who met, by name: where two are people of the page,
// only people (中俄 beside the two presidents is no third); never those who
// were only there, nor whom no name tells.
func principals(e archive.EventRow) []archive.Party {
	var people, others []archive.Party
	for _, p := range e.Parties {
		switch {
		case p.Role == "attendee" || nameless(p):
		case p.Person != "":
			people = append(people, p)
		default:
			others = append(others, p)
		}
	}
	if len(people) >= 2 {
		return people
	}
	return append(people, others...)
}

// groupsOfPeople and honorifics end what is printed for somebody without a
// name.
var (
	groupsOfPeople = strings.Fields("记者 代表 代表们 企业家 群众 嘉宾 来宾 外宾 客人 华侨 侨胞 同胞 师生 学生 青年 官兵 人士 成员 人员 运动员 专家 学者 儿童 朋友 友人 民众 居民 村民 职工 工人 员工 家属 亲属 使节 领导人 负责人 官员 议员 媒体 队员 教练员 双方 各方 双边 两国 部长 元首 首脑")
	honorifics     = strings.Fields("先生 女士 阁下 殿下 陛下 夫妇 夫人 同志 同事")
)

// nameless: who is told of only as a group, an office or by an honorific.
func nameless(p archive.Party) bool {
	if p.Person != "" {
		return false
	}
	for _, ends := range [][]string{groupsOfPeople, honorifics} {
		for _, s := range ends {
			if strings.HasSuffix(p.Name, s) {
				return true
			}
		}
	}
	return false
}

// together: people who receive a group are on one side (两国元首共同会见记者), and
// do not meet each other.
func together(e archive.EventRow) bool {
	people, group := 0, false
	for _, p := range e.Parties {
		switch {
		case p.Role == "attendee":
		case p.Person != "":
			people++
		case e.Kind == "meet" && people >= 2 && nameless(p):
			group = true
		}
	}
	return group
}

// group is a meeting while its tellings are put together.
type group struct {
	all   []told
	rules []string
}

// merge puts tellings of one meeting together. The tellings that say the most
// come first, so that a vague one is held against all that it could be.
func merge(rows []archive.EventRow, name naming) []group {
	all := make([]told, len(rows))
	for i, e := range rows {
		all[i] = newTold(e, name)
	}
	slices.SortStableFunc(all, func(a, b told) int {
		return cmp.Or(cmp.Compare(b.when.grain, a.when.grain), weakLast(a, b), cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID))
	})
	m := merger{byPair: map[string][]int{}, at: map[string]int{}}
	for _, t := range all {
		m.add(t)
	}
	return m.groups
}

func weakLast(a, b told) int {
	switch {
	case a.weak == b.weak:
		return 0
	case a.weak:
		return 1
	}
	return -1
}

type merger struct {
	groups []group
	byPair map[string][]int // groups by two of their principals
	at     map[string]int   // groups by the ids of tellings
}

// add puts a telling to the group that it fits best, or to one of its own.
func (m *merger) add(t told) {
	best, rule := m.best(t)
	if best < 0 {
		m.groups = append(m.groups, group{})
		best = len(m.groups) - 1
	} else {
		m.groups[best].rules = append(m.groups[best].rules, rule)
	}
	m.groups[best].all = append(m.groups[best].all, t)
	m.at[t.ID] = best
	for _, p := range pairs(t.principals) {
		if !slices.Contains(m.byPair[p], best) {
			m.byPair[p] = append(m.byPair[p], best)
		}
	}
}

// best is the group that a telling belongs to and by which rule, -1 where
// there is none.
func (m *merger) best(t told) (int, string) {
	if g, ok := m.at[t.Same]; ok && t.Same != "" {
		return g, ruleSource
	}
	best, bestScore, rule, ties := -1, 0, "", 0
	for _, g := range m.candidates(t) {
		r, score := m.groups[g].takes(t)
		switch {
		case r == "" || score < bestScore:
		case score > bestScore:
			best, bestScore, rule, ties = g, score, r, 1
		default:
			ties++
		}
	}
	// What could be one of several is none of them.
	if ties > 1 && rule != ruleDay {
		return -1, ""
	}
	return best, rule
}

// candidates are the groups with two principals of a telling, in order.
func (m *merger) candidates(t told) []int {
	var out []int
	for _, p := range pairs(t.principals) {
		out = append(out, m.byPair[p]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairs are all two of some names.
func pairs(of map[string]bool) []string {
	var names, out []string
	for n := range of {
		names = append(names, n)
	}
	slices.Sort(names)
	for i, a := range names {
		for _, b := range names[i+1:] {
			out = append(out, a+"\x00"+b)
		}
	}
	return out
}

// takes says by which rule a group takes a telling, "" by none: it has to go
// with every telling of it. The score is the better the more agrees.
func (g *group) takes(t told) (rule string, score int) {
	for _, o := range g.all {
		r := goTogether(o, t)
		if r == "" {
			return "", 0
		}
		if rule == "" || ranks[r] < ranks[rule] {
			rule = r
		}
		if s := likeness(o, t); score == 0 || s > score {
			score = s
		}
	}
	return rule, score + 100*ranks[rule]
}

var ranks = map[string]int{ruleDay: 3, ruleAdjacent: 2, ruleCoarse: 1}

// likeness counts what agrees.
func likeness(a, b told) int {
	n := 1 + common(a.principals, b.principals)
	if a.Kind == b.Kind {
		n += 10
	}
	if a.Place != "" && a.place.folded == b.place.folded {
		n += 5
	}
	return n
}

// goTogether gives the rule by which two tellings are of one meeting.
func goTogether(a, b told) string {
	if !sameParties(a, b) || a.place.contradicts(b.place) || !sameKind(a, b) || secondInArticle(a, b) {
		return ""
	}
	near := daysBetween(a.Day, b.Day)
	switch a.when.fits(b.when) {
	case same:
		if a.when.grain == day && (near <= mostApart || !a.weak && !b.weak) {
			return ruleDay
		}
	case adjacent:
		if near <= 2 && (dayAfter(a, b) || dayAfter(b, a)) {
			return ruleAdjacent
		}
	case coarser:
		if near <= mostApart && max(a.when.grain, b.when.grain) == day && min(a.when.grain, b.when.grain) > year {
			return ruleCoarse
		}
	}
	return ""
}

// dayAfter: one has the day of its article, the other is said to have been on
// the day before.
func dayAfter(weak, said told) bool {
	return weak.weak && (said.Basis == "" || said.Basis == "sentence") && weak.when.first.After(said.when.first)
}

// sameParties: the principals are the same, two at least; of a large meeting
// one telling may name fewer. Who meets somebody alone on the day of a round
// of three has met twice, and two who receive one guest on one day have each
// met him.
func sameParties(a, b told) bool {
	n := common(a.principals, b.principals)
	least, most := min(len(a.principals), len(b.principals)), max(len(a.principals), len(b.principals))
	return n == least && (n >= 2 && least == most || n >= largeMeeting)
}

// largeMeeting is how many principals have to be named by both tellings where
// one of them names more.
const largeMeeting = 4

func common(a, b map[string]bool) int {
	n := 0
	for p := range a {
		if b[p] {
			n++
		}
	}
	return n
}

// sameKind: a meeting may be told as talks; a call is neither. A meeting over
// video may be told as a meeting.
func sameKind(a, b told) bool {
	return a.Kind == b.Kind || a.Kind != "phone-call" && b.Kind != "phone-call"
}

// secondInArticle: an article tells a meeting once, so that two of them in one
// article are two, unless all that they say is the same.
func secondInArticle(a, b told) bool {
	if a.source != b.source || a.Article != b.Article {
		return false
	}
	return a.Kind != b.Kind || a.Time != b.Time || a.Status != b.Status || len(a.principals) != len(b.principals) ||
		common(a.principals, b.principals) != len(a.principals)
}

// place is where an event was, as it is compared.
type place struct {
	folded string
	venue  bool
}

// venues end the names of houses and grounds, which lie in the place that
// another telling may give.
var venues = strings.Fields("厅 堂 馆 宫 宾馆 饭店 酒店 大厦 大楼 官邸 总统府 中心 园 山庄 会议 机场 车站 广场 峰会 殿 阁 府 基地 楼 校 院 室")

func placeOf(s string) place {
	p := place{folded: archive.Fold(s)}
	for _, v := range venues {
		p.venue = p.venue || strings.HasSuffix(p.folded, v)
	}
	return p
}

// contradicts: two towns, or two houses, that have nothing in common. A house
// and a town may be one place.
func (p place) contradicts(o place) bool {
	return p.folded != "" && o.folded != "" && p.venue == o.venue && !strings.Contains(p.folded, o.folded) && !strings.Contains(o.folded, p.folded)
}
