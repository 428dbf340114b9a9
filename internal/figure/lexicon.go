package figure

import (
	_ "embed"
	"sort"
	"strings"
	"unicode/utf8"
)

// kind is what a unit word makes of the number before it.
type kind uint8

const (
	noUnit kind = iota
	money
	sub     // 角, 分 after money
	chunk   // 块: money or a count
	measure // UCUM
	percent
	points  // 个百分点
	times   // 倍
	tenths  // 成, 折
	age     // 岁
	degree  // 度
	count   // a classifier
	noun    // counted without a classifier
	timeOf  // no figure
	labelOf // no figure
)

var kindNames = map[string]kind{
	"money": money, "sub": sub, "chunk": chunk, "measure": measure, "percent": percent, "points": points,
	"times": times, "tenths": tenths, "age": age, "degree": degree, "count": count, "noun": noun,
	"time": timeOf, "label": labelOf,
}

// word is an entry of a lexicon.
type word struct {
	text string
	kind kind
	code string
	not  []string // what must not follow
}

// lexicon finds the longest of its words at the start of a text.
type lexicon struct {
	first map[rune][]word // longest first
}

//go:embed units.tsv
var unitsTSV string

//go:embed currencies.tsv
var currenciesTSV string

//go:embed names.txt
var namesTXT string

var (
	units = readUnits(unitsTSV + currenciesTSV)
	names = readNames(namesTXT)
)

// readUnits reads the tables of units; their form is in units.tsv.
func readUnits(table string) *lexicon {
	var words []word
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		var not []string
		if len(f) > 3 {
			not = strings.Fields(f[3])
		}
		for _, form := range strings.Fields(f[2]) {
			code := f[1]
			if code == "=" {
				code = "{" + form + "}"
			}
			words = append(words, word{form, kindNames[f[0]], code, not})
		}
	}
	return newLexicon(words)
}

func readNames(list string) *lexicon {
	var words []word
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				words = append(words, word{text: w})
			}
		}
	}
	return newLexicon(words)
}

func newLexicon(words []word) *lexicon {
	l := &lexicon{map[rune][]word{}}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.text)
		l.first[r] = append(l.first[r], w)
	}
	for _, g := range l.first {
		sort.SliceStable(g, func(i, j int) bool { return len(g[i].text) > len(g[j].text) })
	}
	return l
}

// longest is the longest word at the start of s and the bytes it takes there.
// A page may have set spaces between its characters.
func (l *lexicon) longest(s string) (*word, int) {
	r, _ := utf8.DecodeRuneInString(s)
	group := l.first[r]
	for i := range group {
		w := &group[i]
		if n := begins(s, w.text); n > 0 && !w.blocked(s[n:]) {
			return w, n
		}
	}
	return nil, 0
}

// blocked reports that what follows makes another word.
func (w *word) blocked(after string) bool {
	for _, n := range w.not {
		if strings.HasPrefix(after, n) {
			return true
		}
	}
	c := w.text[len(w.text)-1]
	return isLetter(c) && after != "" && (isLetter(after[0]) || after[0] >= '0' && after[0] <= '9')
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// begins is the size of word at the start of s, spaces inside it allowed, 0
// where s begins otherwise.
func begins(s, word string) int {
	if s == "" || s[0] != word[0] {
		return 0
	}
	if strings.HasPrefix(s, word) {
		return len(word)
	}
	if strings.IndexByte(s[:min(len(s), len(word))], ' ') < 0 {
		return 0
	}
	i := 0
	for _, r := range word {
		if i > 0 {
			i += spaces(s[i:])
		}
		got, n := utf8.DecodeRuneInString(s[i:])
		if got != r {
			return 0
		}
		i += n
	}
	return i
}

// spaces is the number of bytes of up to three spaces at the start of s.
func spaces(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] == ' ' {
		n++
	}
	return n
}

// Word is the number of bytes of the word at the start of s that begins with
// a numeral and is no number: 四川, 一带一路, 十分; 0 where there is none.
func Word(s string) int {
	_, n := names.longest(s)
	return n
}
