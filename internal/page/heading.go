package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// bracketHead gives the length of a headline in brackets that stands before
// its text on the same line, 0 where there is none.
func bracketHead(s string) int {
	if !strings.HasPrefix(s, "【") {
		return 0
	}
	end := strings.Index(s[:cut(s, 120)], "】")
	if end < 0 || len(s) <= end+len("】") {
		return 0
	}
	inner := s[len("【"):end]
	if n := utf8.RuneCountInString(inner); n < 3 || n > 30 || !mostlyHan(inner) || strings.Contains(inner, "。") {
		return 0
	}
	if _, ok := scanDateline(s); ok {
		return 0
	}
	return end + len("】")
}

// bracketHeadline takes a headline in brackets, and the dateline after it.
func (s *segmenter) bracketHeadline(p *piece, n int) {
	from, to := len("【"), n-len("】")
	s.put(segment{kind: segHead, pieces: p.pieces(from, to), text: p.rest()[from:to], before: p.run.before, turn: p.run.turn, marked: true})
	p.skip(n)
	s.datelineAt(p)
	p.inline = true
}

// hasBrackets reports a page whose items have their headlines in brackets.
func hasBrackets(runs []run) bool {
	n := 0
	for i := range runs {
		if runs[i].end == sentenceEnd && bracketHead(runs[i].text) > 0 {
			n++
		}
	}
	return n >= 2
}

// isHead reports a line that is a headline by its own words.
func (s *segmenter) isHead(p *piece, rest string) bool {
	if p.marked {
		return true
	}
	if len(rest) > 4*longestHead {
		return false
	}
	_, tag := sourceTag(rest)
	chars := utf8.RuneCountInString(rest)
	if !mostlyHan(rest) && !calendarHead.MatchString(key(rest)) {
		return false
	}
	if p.inline || tag > 0 || credits(rest) || question(rest) || !looksHead(rest, chars) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest); r == '△' || cannotBegin(rest) {
		return false
	}
	if strings.ContainsRune("，、；,;", lastRune(rest)) || s.chronicle && entryDay(rest) > 0 && chars > 8 {
		return false
	}
	if s.chronicle && len(s.segs) > 0 && !calendarHead.MatchString(key(rest)) {
		return false
	}
	if s.last && s.inBody && commas(rest) > 0 {
		return false // the page ends in mid-sentence
	}
	return endOf(rest) == openEnd || chars <= 30 && s.asks(rest)
}

// asks reports a headline that ends with a question or an exclamation mark:
// the next line begins as a body does, or it is the first of the page.
func (s *segmenter) asks(rest string) bool {
	if r := lastRune(rest); !strings.ContainsRune("？！?!", r) || s.next == nil || s.inBody && !beginsNew(s.next.text) {
		return false
	}
	_, dated := scanDateline(s.next.text)
	return dated || len(s.segs) == 0 && s.next.end == sentenceEnd && len(s.next.text) > 2*len(rest)
}

// calendarHead is the heading of a year or a month in a chronicle, over its
// key.
var calendarHead = regexp.MustCompile(`^\d{4}年?$|^[〇零○一二三四五六七八九]{4}年$|^\d{1,2}月$`)

// mostlyHan reports two Han characters or more, and no more Latin letters
// than those.
func mostlyHan(s string) bool {
	chinese, latin := 0, 0
	for _, r := range s {
		switch {
		case han.IsHan(r):
			chinese++
		case unicode.IsLetter(r):
			latin++
		}
	}
	return chinese >= 2 && chinese >= latin
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// heads takes a headline, part by part.
func (s *segmenter) heads(p *piece) {
	for i, part := range parts(p.rest()) {
		g := segment{kind: segHead, pieces: p.pieces(part.Start, part.End), text: part.In(p.rest()), marked: p.marked, end: p.run.end}
		if i == 0 {
			g.before, g.turn = p.run.before, p.run.turn
		} else {
			g.inline = true
		}
		s.put(g)
	}
}

// parts cuts a headline at the spaces that set its parts apart. A space
// beside a digit or a Latin letter sets nothing apart, nor does one in
// brackets.
func parts(s string) []span.Span {
	var out []span.Span
	start := 0
	for i, r := range s {
		if !isSpace(r) || i < start {
			continue
		}
		rest := strings.TrimLeftFunc(s[i:], isSpace)
		next, _ := utf8.DecodeRuneInString(rest)
		before := lastRune(s[start:i])
		if wide(before) && wide(next) && utf8.RuneCountInString(s[start:i]) >= 3 && utf8.RuneCountInString(rest) >= 3 && !betweenBrackets(s, i) {
			out = append(out, span.Span{Start: start, End: i})
			start = len(s) - len(rest)
		}
	}
	return append(out, span.Span{Start: start, End: len(s)})
}

// betweenBrackets reports that a bracket opened before byte at is closed after it.
func betweenBrackets(s string, at int) bool {
	const open, shut = "（(〔【《“「『", "）)〕】》”」』"
	return strings.LastIndexAny(s[:at], open) > strings.LastIndexAny(s[:at], shut) && strings.ContainsAny(s[at:], shut)
}

// wide reports a character that Chinese text sets without spaces.
func wide(r rune) bool {
	return r >= 0x2E80 || r == '—' || r == '“' || r == '”' || r == '…' || r == '·'
}

// byline reports a line that names who wrote an article, and nothing else.
func byline(s string) bool {
	if len(s) > 4*40 || !writes(s) || utf8.RuneCountInString(s) > 40 || strings.ContainsAny(s, "。，：:") && !bylineColon.MatchString(s) {
		return false
	}
	return bylineForm.MatchString(s) && isNames(reporterWords.ReplaceAllString(strings.Trim(s, "（）()【】"), " "))
}

// signed reports a line with a name and nothing else under a headline, the
// author's. It must be no word of the language.
func (s *segmenter) signed(rest string) bool {
	n := len(s.segs)
	if len(rest) > 40 || n == 0 || s.segs[n-1].kind != segHead || s.next == nil || s.next.end == openEnd || !isNames(rest) {
		return false
	}
	for name := range strings.FieldsFuncSeq(rest, isSpace) {
		if utf8.RuneCountInString(name) > 3 || lexicon.Load().Class(lexicon.FoldString(name)) != 0 {
			return false
		}
	}
	return true
}

// writes reports a character that every byline has: of 记者, 通讯员, 作者, 文.
func writes(s string) bool {
	for _, r := range s {
		switch r {
		case '者', '员', '員', '文':
			return true
		}
	}
	return false
}

// isNames reports names of persons and nothing else.
func isNames(s string) bool {
	names := strings.FieldsFunc(s, func(r rune) bool { return isSpace(r) || strings.ContainsRune("、，,/／：:", r) })
	for _, name := range names {
		if n := utf8.RuneCountInString(name); !strings.Contains(name, "·") && (n > 4 || !surnamed(name)) {
			return false
		}
	}
	return len(names) > 0
}

var (
	bylineForm  = regexp.MustCompile(`^[（(【]?(本报|本報|本社|新华社|新華社|人民网|新华网|中新社|[\p{Han}]{2,4}(日报|晚报|社|网))?(特派|特约|全媒体|见习|实习|首席|驻[\p{Han}]{2,6})?(记者|記者|通讯员|通訊員|评论员|評論員|特约评论员|作者|文|撰文)[\s\x{3000}/／:：]*[\p{Han}·、/\s\x{3000}]{2,30}[）)】]?$`)
	bylineColon = regexp.MustCompile(`^(记者|作者|文|撰文|通讯员)[:：]`)
)

// surnamed reports that a name begins with a Chinese surname.
func surnamed(name string) bool {
	names := lexicon.LoadNames()
	folded := lexicon.FoldString(name)
	r, size := utf8.DecodeRuneInString(folded)
	if names.Trait(r)&lexicon.Surname != 0 {
		return true
	}
	_, second := utf8.DecodeRuneInString(folded[size:])
	return names.Compound(folded[:size+second])
}
