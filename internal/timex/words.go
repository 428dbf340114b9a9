package timex

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// word is an entry of a word table.
type word struct {
	text string
	kind kind
	n    int
}

// kind is what a word says.
type kind uint8

const (
	kNone       kind = iota
	kYear            // a year counted from the anchor's: 今年, 去年
	kYearLast        // a year counted from the last time's: 当年, 次年
	kMonth           // 本月, 上月
	kMonthLast       // 当月, 次月
	kDay             // 今天, 昨日
	kDayLast         // 当天, 次日
	kWeek            // 本周, 上周
	kWeekday         // 周, 星期 before a day of the week
	kQuarter         // 本季度, 上季度
	kCentury         // 本世纪, 上世纪
	kHalf            // 上半年, 下半年
	kMonthHalf       // 上半月, 下半月
	kEdgeYear        // 年初, 年底, 岁末
	kEdgeMonth       // 月初, 月底
	kInYear          // 年内
	kPod             // 上午, 晚
	kLunar           // 农历
	kLunarMon        // 正月, 腊月
	kFeast           // 春节, 国庆节
	kEra             // 民国, 昭和
	kAD              // 公元
	kBC              // 公元前
	kZone            // 当地时间
	kLead            // 近, 过去, 未来 before a duration
	kEach            // 每
	kNth             // 第
	kFirst           // 首, 前: 首季度, 前三季度
	kVague           // 近日, 目前
	kUnit            // 年, 月, 小时
	kSep             // 至, 到, —
	kSuffix          // 以来, 起, 前
	kEdge            // 初, 底, 中旬
	kHalfUnit        // 半 before a unit of duration
	kQLetter         // Q1
	kBoth            // 今明两年
	kSeason          // 夏季
	kYearSeason      // 去冬, 今春: ten times the year's offset, and the season
)

// words is a table of words, found by their first two characters, the longest
// first.
type words struct{ heads map[rune]*head }

// head has the words that begin with one character.
type head struct {
	pairs []pairWords
	// single is the word that is the character alone, if any.
	single word
}

// pairWords are the words that go on with one character.
type pairWords struct {
	second rune
	words  []word
}

// newWords makes a table.
func newWords(lists ...[]word) *words {
	t := &words{heads: map[rune]*head{}}
	for _, list := range lists {
		for _, w := range list {
			t.add(w)
		}
	}
	return t
}

func (t *words) add(w word) {
	r, n := utf8.DecodeRuneInString(w.text)
	h := t.heads[r]
	if h == nil {
		h = &head{}
		t.heads[r] = h
	}
	if n == len(w.text) {
		h.single = w
		return
	}
	second, _ := utf8.DecodeRuneInString(w.text[n:])
	for i := range h.pairs {
		if p := &h.pairs[i]; p.second == second {
			p.words = append(p.words, w)
			sort.SliceStable(p.words, func(i, j int) bool { return len(p.words[i].text) > len(p.words[j].text) })
			return
		}
	}
	h.pairs = append(h.pairs, pairWords{second, []word{w}})
}

// at is the longest word at the start of s; its text is "" where there is
// none.
func (t *words) at(s string) word {
	r, n := utf8.DecodeRuneInString(s)
	if h := t.heads[r]; h != nil {
		return h.at(s, n)
	}
	return word{}
}

// at is the longest word of the head; n is the size of its character.
func (h *head) at(s string, n int) word {
	second, _ := utf8.DecodeRuneInString(s[n:])
	for i := range h.pairs {
		if h.pairs[i].second != second {
			continue
		}
		for _, w := range h.pairs[i].words {
			if strings.HasPrefix(s, w.text) {
				return w
			}
		}
		break
	}
	return h.single
}

// list makes entries of one kind from words parted by spaces.
func list(k kind, n int, texts string) []word {
	var out []word
	for _, t := range strings.Fields(texts) {
		out = append(out, word{t, k, n})
	}
	return out
}
