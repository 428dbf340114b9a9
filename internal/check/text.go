package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/span"
)

const (
	// sentenceEnds end a sentence, clauseEnds a clause.
	sentenceEnds = "。！？!?\n"
	clauseEnds   = sentenceEnds + "，；：,;:“”‘’「」『』﹁﹂（）()〔〕【】"
)

// around is the stretch of text around byte at that no rune of ends cuts.
func around(text string, at int, ends string) span.Span {
	from, to := 0, len(text)
	if i := strings.LastIndexAny(text[:at], ends); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		from = i + n
	}
	if i := strings.IndexAny(text[at:], ends); i >= 0 {
		to = at + i
	}
	return span.Span{Start: from, End: to}
}

// sentence is the sentence at a byte, without its final mark.
func sentence(text string, at int) span.Span { return around(text, at, sentenceEnds) }

// previous is the sentence before s in its paragraph, empty where there is
// none.
func previous(text string, s span.Span) span.Span {
	head := strings.TrimRight(text[:s.Start], "。！？!?”’」』 ")
	if head == "" || strings.HasSuffix(head, "\n") {
		return span.Span{}
	}
	_, n := utf8.DecodeLastRuneInString(head)
	return sentence(text, len(head)-n)
}

// clause is the words around a figure: what stands before it and behind it
// with no mark between, in half width.
type clause struct{ before, after string }

func (t *Text) clause(s span.Span) clause {
	from := around(t.Text, s.Start, clauseEnds).Start
	to := around(t.Text, s.End, clauseEnds).End
	return clause{t.bare(span.Span{Start: from, End: s.Start}), t.bare(span.Span{Start: s.End, End: to})}
}

// bare is a stretch without the times and the other figures in it, and
// without what is no Chinese character, letter or digit.
func (t *Text) bare(s span.Span) string {
	var b strings.Builder
	at := s.Start
	skip := func(x span.Span) {
		if x.Start >= at && x.End <= s.End {
			b.WriteString(t.Text[at:x.Start])
			at = x.End
		}
	}
	for _, x := range t.marked(s) {
		skip(x)
	}
	b.WriteString(t.Text[at:s.End])
	return words(b.String())
}

// marked are the times and figures inside a stretch, in order.
func (t *Text) marked(s span.Span) []span.Span {
	var out []span.Span
	for _, x := range within(t.Times, s) {
		out = append(out, x.Span)
	}
	for _, x := range within(t.Figures, s) {
		out = append(out, x.Span)
	}
	slices.SortFunc(out, func(a, b span.Span) int { return a.Start - b.Start })
	return out
}

// words are the characters of s that are of words, in half width.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		r = han.Narrow(r)
		if han.IsHan(r) || han.IsDigit(r) || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s)
}

// located is a fact with its place.
type located interface{ where() span.Span }

func (f Figure) where() span.Span { return f.Span }
func (t Time) where() span.Span   { return t.Span }

// within are the facts that stand inside a stretch; list is in order.
func within[F located](list []F, s span.Span) []F {
	from, _ := slices.BinarySearchFunc(list, s.Start, func(f F, at int) int { return f.where().Start - at })
	to := from
	for to < len(list) && list[to].where().End <= s.End {
		to++
	}
	return list[from:to]
}

// common is the longest run of characters that a and b share, at most the
// first most of each being looked at.
func common(a, b string) string {
	x, y := runes(a), runes(b)
	best, end := 0, 0
	row := make([]int, len(y)+1)
	for i := range x {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] != y[j] {
				row[j+1] = 0
				continue
			}
			if row[j+1] = row[j] + 1; row[j+1] > best {
				best, end = row[j+1], i+1
			}
		}
	}
	return string(x[end-best : end])
}

// most is how much of a clause is compared, in characters.
const most = 64

func runes(s string) []rune {
	r := []rune(s)
	return r[:min(len(r), most)]
}

// alike is the share of the pairs of neighbouring characters of the shorter
// string that the longer has too, and how many pairs the shorter has.
func alike(a, b string) (share float64, pairs int) {
	x, y := pairsOf(a), pairsOf(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0, 0
	}
	n := 0
	for p := range x {
		if y[p] {
			n++
		}
	}
	return float64(n) / float64(len(x)), len(x)
}

func pairsOf(s string) map[[2]rune]bool {
	r := runes(s)
	out := make(map[[2]rune]bool, len(r))
	for i := 1; i < len(r); i++ {
		out[[2]rune{r[i-1], r[i]}] = true
	}
	return out
}

// length counts the characters of s.
func length(s string) int { return utf8.RuneCountInString(s) }
