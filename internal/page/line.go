package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/span"
)

// line is one line of the page that is not empty.
type line struct {
	span    span.Span // without white space at its ends
	chars   int       // length in characters
	cols    int       // length in columns of a fixed-width font: ASCII 1, others 2
	ink     int       // length in columns without the spaces inside
	blanks  int       // empty lines before it
	indent  int       // columns of white space before it on the line
	lead    int       // characters of white space before it on the line
	end     ending
	kind    furnitureKind // what furniture it is, "" where it is none
	turn    bool          // a form feed or furniture stands before it
	centred bool          // it is set in the middle, as headlines are
	closed  bool          // it ends with a credit, an end mark or a jump: no paragraph goes on
	apart   bool          // what stands before it ends every paragraph
}

// ending is how a line ends.
type ending int

const (
	openEnd     ending = iota // in mid-sentence, or as headlines do
	colonEnd                  // with a colon
	sentenceEnd               // with a mark that ends a sentence
)

// lines cuts a text into its lines that are not empty. LF, CRLF, CR, form
// feed and the Unicode line and paragraph separators end a line.
func lines(text string) []line {
	out := make([]line, 0, len(text)/120+1)
	blanks, turn := 0, false
	onlyLF := onlyLF(text)
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if !onlyLF {
			end, next = lineEnd(text, at)
		} else if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		l, ok := newLine(text, at, end)
		if ok {
			l.blanks, l.turn = blanks, turn
			out = append(out, l)
			blanks, turn = 0, false
		} else {
			blanks++
		}
		if end < len(text) && text[end] == '\f' {
			turn = true
		}
		at = next
	}
	return out
}

// onlyLF reports a text whose lines nothing ends but LF, as most are.
func onlyLF(text string) bool {
	for _, c := range []byte("\r\f\v") {
		if strings.IndexByte(text, c) >= 0 {
			return false
		}
	}
	return !strings.Contains(text, "\u2028") && !strings.Contains(text, "\u2029")
}

// lineEnd gives the end of the line that begins at at, and the start of the
// next.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\f' || c == '\v':
			return i, i + 1
		case c == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// newLine measures the line in text[start:end], and reports false where it
// holds white space only.
func newLine(text string, start, end int) (line, bool) {
	raw := text[start:end]
	body := strings.TrimLeftFunc(raw, isSpace)
	if body == "" {
		return line{}, false
	}
	head := raw[:len(raw)-len(body)]
	body = strings.TrimRightFunc(body, isSpace)
	from := start + len(head)
	l := line{span: span.Span{Start: from, End: from + len(body)}}
	l.chars, l.cols = measure(body)
	l.ink = l.cols - strings.Count(body, " ")
	l.lead, l.indent = measure(head)
	l.end = endOf(body)
	l.closed = creditAt(body) >= 0 || endMarkAt(body) != nil || jumpMark(body) != nil
	if l.end == openEnd && l.closed {
		l.end = sentenceEnd
	}
	return l, true
}

// measure counts characters and columns.
func measure(s string) (chars, cols int) {
	ascii := 0
	for i := range len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			ascii++
		} else if utf8.RuneStart(c) {
			chars++
		}
	}
	return chars + ascii, 2*chars + ascii
}

// isSpace reports white space, and the characters that take no room: what
// may stand at the ends of a line and belongs to no piece.
func isSpace(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return unicode.IsSpace(r)
}

const (
	// sentenceMarks end a sentence.
	sentenceMarks = "。！？!?…｡"
	// closers may follow a sentence mark at a sentence's end.
	closers = "”’」』）》〉】〕］)]\"'"
)

// endOf says how a line of text ends. A bracket at the end that opens after
// the end of a sentence (the credit of a photograph) is looked past.
func endOf(s string) ending {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case size == 0:
			return openEnd
		case strings.ContainsRune(sentenceMarks, r):
			return sentenceEnd
		case r == '：' || r == ':':
			return colonEnd
		case r == '.':
			before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
			if unicode.Is(unicode.Han, before) {
				return sentenceEnd
			}
			return openEnd
		case r == '）' || r == ')' || r == '〕' || r == '】':
			if at := openBracket(s, r); at > 0 && endOf(s[:at]) == sentenceEnd {
				return sentenceEnd
			}
			s = s[:len(s)-size]
		case strings.ContainsRune(closers, r) || isSpace(r):
			s = s[:len(s)-size]
		default:
			return openEnd
		}
	}
}

// openBracket gives where the bracket opens that closes at the end of s, -1
// where it does not.
func openBracket(s string, closing rune) int {
	opening := map[rune]string{'）': "（", ')': "(", '〕': "〔", '】': "【"}[closing]
	return strings.LastIndex(s, opening)
}
