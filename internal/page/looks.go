package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// longestHead is the length in characters of the longest line that is taken
// for a headline.
const longestHead = 60

// saying finds a verb of saying before its words. Headlines have one too
// (在…上强调), but not with more commas beside it.
var saying = regexp.MustCompile(`(指出|表示|强调|強調|认为|認為|说|說|称|稱|宣布|宣佈|透露|介绍|谓|謂)[，,]`)

// looksHead reports a line that could be a headline by its own words.
func looksHead(s string, chars int) bool {
	if chars > longestHead || strings.ContainsAny(strings.TrimRight(s, "？！?!”’」』）)"), "。；;") {
		return false
	}
	return !looksBody(s, chars)
}

// looksBody reports a line that must be a part of a paragraph by its own
// words.
func looksBody(s string, chars int) bool {
	if chars > longestHead {
		return true
	}
	if strings.Contains(s, "。") || strings.HasPrefix(s, "△") {
		return true
	}
	return commas(s) > 2 || commas(s) > 1 && saying.MatchString(s)
}

func commas(s string) int {
	return strings.Count(s, "，") + strings.Count(s, ",") + strings.Count(s, "；") + strings.Count(s, ";")
}

// cannotBegin reports characters with which no line of a writer begins.
func cannotBegin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("，。、；：？！）》〉”’」』,;:?!)%％‰℃", r)
}

// mustGoOn reports characters with which no line of a writer ends.
func mustGoOn(s string) bool {
	r := lastRune(s)
	if r == '据' || r == '據' {
		before := lastRune(s[:len(s)-utf8.RuneLen(r)])
		return strings.ContainsRune("，。；,;", before)
	}
	return strings.ContainsRune("，、,（(〔【《〈“‘「『", r)
}

// bracketMark reports a mark that no line but its first begins with.
func bracketMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '△' || mark(s) > 0 || headPrefix(s) > 0
}

// beginsNew reports words with which only a new article or paragraph begins.
func beginsNew(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '△' || r == '▲':
		return true
	case r == '[' || r == '【' || r == '〔' || r == '（' || r == '(':
		if mark(s) > 0 {
			return true
		}
	}
	if _, n := sourceTag(s); n > 0 {
		return true
	}
	if d, ok := scanDateline(s); ok && d.sure {
		return true
	}
	for _, w := range []string{"图为", "圖為", "图：", "圖："} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return question(s) || bracketHead(s) > 0 || goesOn(s) > 0 || headPrefix(s) > 0
}

// question reports the labels of a conversation.
func question(s string) bool {
	for _, q := range []string{"问：", "问:", "答：", "答:", "問：", "問:", "记者：", "记者:"} {
		if strings.HasPrefix(s, q) {
			return true
		}
	}
	return false
}

// label gives the length of a speaker's label at the start, two to eight
// characters and a colon, 0 where there is none.
func label(s string) int {
	n := 0
	for i, r := range s {
		if (r == '：' || r == ':') && n >= 2 {
			return i + utf8.RuneLen(r)
		}
		if n++; n > 8 || strings.ContainsRune("，。、；“”（）()《》0123456789", r) {
			return 0
		}
	}
	return 0
}

var itemForm = regexp.MustCompile(`^([一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.．]\s*\p{Han}|第[一二三四五六七八九十]{1,3}(条|章|节|部分)|[①-⑳])`)

// item reports the number of an item or a section at the start.
func item(s string) bool { return itemForm.MatchString(s) }
