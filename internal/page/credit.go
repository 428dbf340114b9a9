package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// The parts of a credit: who took or sent a photograph, or whom a text was
// taken from.
const (
	creditGap    = `[\s\x{3000}]*`
	creditAgency = `(新华社|新華社|中新社|本报|本報|本社|人民网|新华网|路透社|法新社|美联社|中央社|[\p{Han}]{2,6}(社|报|報|网))`
	creditPerson = `[\p{Han}·、\s\x{3000}]{2,16}?`
	creditTaken  = `(摄影报道|摄影|攝影|摄|攝|供图)`
	creditNote   = `(` + creditGap + `[（(][^（）()]{2,12}[）)])?`

	photoBy         = creditAgency + `?(特派|特约)?(记者|記者|通讯员|通訊員)?` + creditGap + creditPerson + creditGap + creditTaken + creditNote
	photoFrom       = creditAgency + `?(发|發|供本报特稿|供图|資料照片|资料照片)` + `([（(]` + creditPerson + creditTaken + `[）)])?`
	photoKind       = `(新华社|新華社|本报)(传真照片|照片|发[\p{Han}]{2,8}照片)`
	bracketedAgency = `[（(]` + creditAgency + `(电|電|讯|訊|稿)?`
	takenFrom       = `(据|據|摘自|原载|转自|来源[：:])` + creditGap + `[《]?[\p{Han}]{2,12}[》]?(电|電|报道|報道|報導|网站|消息)?`
)

var creditForm = regexp.MustCompile(`(?:^|[。！？!?”’」』\s\x{3000}])(` + bracketedAgency + `|[（(]?` + creditGap +
	`(?:` + photoFrom + `|` + photoBy + `|` + photoKind + `|` + takenFrom + `))(?:` + creditGap + `[）)])?` + creditGap + `$`)

// creditEnds are the characters that a credit ends with, its brackets left
// out: a line that ends with none has no credit, and is not looked at
// further.
const creditEnds = "摄攝影发發图圖片稿电電道導站息社报報网網视視台"

func creditEnd(s string) bool {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '。':
			return false
		case '）', ')', '》', ' ', '\u3000':
			s = s[:len(s)-size]
		default:
			return strings.ContainsRune(creditEnds, r)
		}
	}
	return false
}

// creditAt gives where a credit begins at the end of a paragraph, -1 where
// there is none.
func creditAt(s string) int {
	if !creditEnd(s) {
		return -1
	}
	from := floor(s, len(s)-150)
	m := creditForm.FindStringSubmatchIndex(s[from:])
	if m == nil {
		return -1
	}
	at := from + m[2]
	inner := strings.Trim(s[at:], "（）() \u3000")
	if source := strings.TrimPrefix(strings.TrimPrefix(inner, "据"), "據"); source != inner && lexicon.Agency(source) == 0 {
		return -1
	}
	if at > 0 && !bracketed(s[at:]) && endOf(s[:at]) != sentenceEnd {
		return -1
	}
	return at
}

func bracketed(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '（' || r == '('
}

// credits reports a line that is a credit and nothing else.
func credits(s string) bool { return creditAt(s) == 0 }

// ofPhoto reports a credit that a picture has.
func ofPhoto(credit string) bool {
	return strings.ContainsAny(credit, "摄攝发發影") || strings.Contains(credit, "照片") || strings.Contains(credit, "供图")
}

// pictured finds the words with which a caption speaks of its picture.
var pictured = regexp.MustCompile(`^[▲△]?(图为|圖為|图：|图[一二三四五\d]?[：:]|[上下左右]图|[上下左右]圖|图片说明)|。(图为|圖為)`)

// illustrates reports the words of a caption.
func illustrates(s string) bool {
	if len(s) > 800 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("▲△图圖上下左右", r) && !strings.Contains(s, "。图为") && !strings.Contains(s, "。圖為") {
		return false
	}
	return pictured.MatchString(s) && utf8.RuneCountInString(s) <= 200
}

// trimBrackets takes the brackets off a credit.
func trimBrackets(text string, p span.Pieces) span.Pieces {
	if len(p) == 0 {
		return p
	}
	q := append(span.Pieces(nil), p...)
	first, last := &q[0], &q[len(q)-1]
	if r, size := utf8.DecodeRuneInString(first.In(text)); r == '（' || r == '(' {
		first.Start += size
		if r, size := utf8.DecodeLastRuneInString(last.In(text)); r == '）' || r == ')' {
			last.End -= size
		}
	}
	var out span.Pieces
	for _, s := range q {
		t := strings.TrimLeftFunc(s.In(text), isSpace)
		s.Start = s.End - len(t)
		s.End = s.Start + len(strings.TrimRightFunc(t, isSpace))
		out = out.Append(s)
	}
	return out
}
