package page

import (
	"dateline/internal/han"
	"regexp"
	"strings"
	"unicode/utf8"
)

// paragraphs takes the paragraphs of a run: one, or several where a second
// dispatch or an entry of a chronicle begins in mid-line.
func (s *segmenter) paragraphs(p *piece) {
	for p.from < p.to {
		cut, skip := s.nextCut(p)
		part := *p
		if cut < 0 {
			s.paragraph(&part)
			return
		}
		part.to = p.from + cut
		s.paragraph(&part)
		p.from += cut
		p.skip(0)
		p.inline = true
		if skip {
			s.prefixes(p)
		}
	}
}

// nextCut finds where in the rest another paragraph begins, -1 where none
// does; dispatch says that it begins with a dateline or a mark.
func (s *segmenter) nextCut(p *piece) (at int, dispatch bool) {
	rest := p.rest()
	if at := dispatchIn(rest); at > 0 {
		return at, true
	}
	if s.chronicle {
		if at := s.entryIn(rest); at > 0 {
			return at, false
		}
	}
	return -1, false
}

// dispatchIn finds a dateline after the end of a sentence inside s.
func dispatchIn(s string) int {
	for from := 0; ; {
		wire := nextWire(s, from)
		if wire < 0 {
			return -1
		}
		from = wire + len("电")
		back := s[floor(s, wire-100):wire]
		j := lastStop(back)
		if j < 0 {
			continue
		}
		at := wire - len(back) + j
		at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], isSpace))
		d, ok := scanDateline(s[at:])
		if ok && d.sure && d.Day != "" && at+d.Span.End >= wire && (d.bracketed || !d.short()) {
			return at
		}
	}
}

// nextWire gives where the last character of the next 日电 or 日讯, in either
// script, stands at or after byte from, which begins a character; -1 where
// there is none. It steps over the characters once: 电 is E7 94 B5, 電 E9 9B BB,
// 讯 E8 AE AF, 訊 E8 A8 8A.
func nextWire(s string, from int) int {
	for i := from; i+2 < len(s); {
		c := s[i]
		if c < 0xE0 {
			i++
			continue
		}
		if c >= 0xE7 && c <= 0xE9 {
			b, last := s[i+1], s[i+2]
			found := c == 0xE7 && b == 0x94 && last == 0xB5 || c == 0xE9 && b == 0x9B && last == 0xBB ||
				c == 0xE8 && (b == 0xAE && last == 0xAF || b == 0xA8 && last == 0x8A)
			if found && dayBefore(s[:i]) {
				return i
			}
		}
		i += 3
	}
	return -1
}

// dayBefore reports a text that ends as a day does, 专 or 急 left out.
func dayBefore(s string) bool {
	for _, w := range []string{"专", "專", "急"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.HasSuffix(s, "日") || strings.HasSuffix(s, "号") || strings.HasSuffix(s, "號")
}

// lastStop gives the offset after the last mark that ends a sentence.
func lastStop(s string) int {
	at := -1
	for i, r := range s {
		if strings.ContainsRune("。！？!?”」』", r) {
			at = i + utf8.RuneLen(r)
		}
	}
	return at
}

func floor(s string, n int) int {
	if n < 0 {
		return 0
	}
	return cut(s, n)
}

// paragraph takes one paragraph with its tag before and its credit after.
func (s *segmenter) paragraph(p *piece) {
	rest := p.rest()
	g := segment{kind: segPara, before: p.run.before, turn: p.run.turn, end: endOf(rest), inline: p.inline}
	from, to := 0, len(rest)
	if _, n := sourceTag(rest); n > 0 {
		g.credit = p.pieces(0, n)
		from = n
	}
	at := creditAt(rest[from:])
	if sign := signature(rest[from:]); sign > 0 && at < 0 {
		s.paragraphSigned(p, from+sign)
		return
	}
	if at >= 0 {
		c := p.pieces(from+at, to)
		g.caption = ofPhoto(rest[from+at:])
		if g.credit == nil {
			g.credit = trimBrackets(s.text, c)
		}
		to = from + at
	}
	g.pieces = p.pieces(from, to)
	g.text = strings.TrimFunc(rest[from:to], isSpace)
	if illustrates(g.text) {
		g.caption = true
	}
	if len(g.pieces) == 0 {
		if len(g.credit) > 0 {
			s.put(g) // the tag of the paragraph that follows, or the credit of the one before
		}
		return
	}
	s.put(g)
}

// entryForm is the day that an entry of a chronicle begins with.
var entryForm = regexp.MustCompile(`^(\d{4}\s*年\s*)?([\d０-９一二三四五六七八九十]{1,3})\s*月\s*([\d０-９一二三四五六七八九十]{1,3})\s*[日号]`)

// entryDay gives the day of a chronicle's entry at the start of s as a
// number that grows through the year, 0 where there is none.
func entryDay(s string) int {
	m := entryForm.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	if toldOf(s[len(m[0]):]) {
		return 0
	}
	month, day := number(m[2]), number(m[3])
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	return month*31 + day
}

// toldOf reports words after a day with which it is told of and not reached:
// 前 (but for 前往), 起, 至.
func toldOf(s string) bool {
	for _, w := range []string{"前往", "前来", "前來", "前赴", "前去", "后来", "後來", "到达", "到達", "到"} {
		if strings.HasPrefix(s, w) {
			return false
		}
	}
	for _, w := range []string{"前", "以前", "之前", "起", "至", "以后", "后", "後"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// signature gives where the author's name in brackets begins at the end of a
// paragraph, -1 where there is none.
func signature(s string) int {
	if !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return -1
	}
	at := strings.LastIndexAny(s, "（(")
	if at <= 0 || len(s)-at > 60 || endOf(strings.TrimRightFunc(s[:at], isSpace)) != sentenceEnd {
		return -1
	}
	if strings.ContainsRune(s[at:], '摄') || !isNames(strings.Trim(s[at:], "（）()")) {
		return -1
	}
	return at
}

// paragraphSigned takes a paragraph that its author's name in brackets ends:
// the name begins at byte at.
func (s *segmenter) paragraphSigned(p *piece, at int) {
	body, name := *p, *p
	body.to = p.from + at
	s.paragraph(&body)
	name.from = p.from + at
	s.sign(&name)
}

// sign takes the author's name in brackets.
func (s *segmenter) sign(p *piece) {
	text := p.rest()
	_, size := utf8.DecodeRuneInString(text)
	s.put(segment{kind: segByline, pieces: p.pieces(size, len(strings.TrimRight(text, "）)"))), text: text})
}

// number reads a small number in digits or Chinese numerals, 0 where it is
// none.
func number(s string) int {
	n, _ := han.Int(s)
	return n
}

// entryIn finds an entry of a chronicle that begins inside a line, after the
// end of a sentence, and later than the entry that the line belongs to.
func (s *segmenter) entryIn(rest string) int {
	if d := entryDay(rest); d > 0 {
		s.lastDay = d
	}
	for from := 0; ; {
		i := strings.Index(rest[from:], "。")
		if i < 0 {
			return -1
		}
		from += i + len("。")
		from += len(rest[from:]) - len(strings.TrimLeftFunc(rest[from:], isSpace))
		if d := entryDay(rest[from:]); d > s.lastDay && s.lastDay > 0 && d-s.lastDay < 40 {
			return from
		}
	}
}
