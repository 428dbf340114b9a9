package timex

import (
	"strings"

	"dateline/internal/span"
)

// Find gives the time expressions of a body in the order of the text.
func Find(body string, c Context) []Time {
	r := newReader(body, c)
	r.each(func(x *expr) { r.emit(x) })
	return r.out
}

// each calls f for every expression of the text, in order.
func (r *reader) each(f func(*expr)) {
	x := new(expr)
	for i := r.start(0); i < len(r.s); {
		e, skip := r.try(i, x)
		if e <= i {
			i = r.start(skip)
			continue
		}
		f(x)
		r.done = e
		i = r.start(e)
	}
}

// try reads the expression at i; where there is none it gives the offset to
// go on from.
func (r *reader) try(i int, x *expr) (e, skip int) {
	c, n := r.rune(i)
	if classes[uint16(c)]&numeralStart != 0 {
		ok, skip := r.promising(i)
		if !ok {
			return 0, skip
		}
		return r.read(i, x), skip
	}
	w := starterAt(r.s[i:], c, n)
	switch {
	case w.kind == kNone:
		return 0, i + n
	case !r.goesWith(i, w):
		*x = expr{at: i}
		return r.vagueAt(i, x), i + n
	}
	return r.read(i, x), i + n
}

// starterAt is the word at the start of s, which begins with c.
func starterAt(s string, c rune, n int) word {
	if h := starterHeads[classes[uint16(c)]>>headShift]; h != nil {
		return h.at(s, n)
	}
	return word{}
}

// goesWith reports that what follows a word can follow it: a numeral after
// 前, 近 and 第.
func (r *reader) goesWith(i int, w word) bool {
	if w.kind != kLead && w.kind != kNth {
		return true
	}
	c := r.next(i + len(w.text))
	return c < 1<<16 && classes[c]&numeralStart != 0 || in(c, "半些若")
}

// class says what a character of the Basic Multilingual Plane can begin: a
// numeral, a title, and above headShift the number of its head.
type class uint16

const (
	numeralStart class = 1 << iota
	numeralPart        // stands inside numerals
	unitStart          // stands after the numerals of times
	titleStart
	headShift = 4
)

// starterHeads are the heads of the starters by the numbers in classes.
var starterHeads []*head

// classes has a class for every character; 0 begins no time.
var classes = makeClasses()

func makeClasses() *[1 << 16]class {
	var t [1 << 16]class
	starterHeads = []*head{nil}
	for r, h := range starters.heads {
		if r < 1<<16 {
			t[r] |= class(len(starterHeads)) << headShift
			starterHeads = append(starterHeads, h)
		}
	}
	for _, r := range "0123456789０１２３４５６７８９〇零○一二三四五六七八九十两廿卅百千几数壹贰叁肆伍陆柒捌玖拾俩仨" {
		t[r] |= numeralStart | numeralPart
	}
	for _, r := range "万亿多余来Oo.．," {
		t[r] |= numeralPart
	}
	for _, r := range unitChars {
		t[r] |= unitStart
	}
	t['《'] |= titleStart
	return &t
}

// unitChars are the characters that can follow the numeral of a time: units,
// separators of ranges and of numeric dates, second characters of festivals.
const unitChars = "年月日号时点周星礼天个小秒分刻世季载工交钟半昼:：∶-－—–―─~～〜至到以直迄/／.．·、和与及跟赛学学财夕妇国劳儿建节假期黄长青）)〕]"

// maxRun is more bytes than a numeral of a time takes.
const maxRun = 60

// promising reports that a numeral at i can begin a time, by what follows it;
// skip is where to go on when it does not.
func (r *reader) promising(i int) (ok bool, skip int) {
	k := r.runEnd(i)
	skip = r.skip(i)
	c, n := r.rune(k)
	switch {
	case n == 0 || c == '\n' || k-i >= maxRun:
		return true, skip
	case r.lit(i, "廿", "卅") > 0:
		return true, skip
	case c >= 1<<16 || classes[c]&unitStart == 0:
		return k-i >= len("20060102") && r.s[i] < 0x80, max(skip, k)
	case c == '个' || c == '個':
		d, _ := r.rune(k + n)
		return in(d, "月小半星礼钟世季多余来工交周 "), skip
	case c == '分':
		d, _ := r.rune(k + n)
		return in(d, "钟半 ") || d < 1<<16 && classes[d]&numeralPart != 0, skip
	}
	return true, skip
}

// runEnd is the end of the characters of a numeral at i and the spaces in and
// after it.
func (r *reader) runEnd(i int) int {
	k := i
	for k < len(r.s) && k-i < maxRun {
		c, n := r.rune(k)
		if c >= 1<<16 || classes[c]&numeralPart == 0 && !isGap(c) {
			break
		}
		k += n
	}
	return k
}

// start is the offset of the next character that a time can begin with, the
// length of the text where there is none. What stands between 《 and 》 is a
// title, and titles are names.
func (r *reader) start(i int) int {
	s := r.s
	for i < len(s) {
		c := s[i]
		if c < 0xe0 {
			if c < 0x80 && classes[c]&^(numeralPart|unitStart) != 0 {
				return i
			}
			i++
			continue
		}
		if c >= 0xf0 || i+2 >= len(s) {
			i++
			continue
		}
		u := rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
		switch t := classes[u] &^ (numeralPart | unitStart); {
		case t == 0:
			i += 3
		case t == titleStart:
			i = titleEnd(s, i)
		default:
			return i
		}
	}
	return len(s)
}

// maxTitle is more bytes than a title takes.
const maxTitle = 300

// titleEnd is the offset after the title that opens at i.
func titleEnd(s string, i int) int {
	to := min(len(s), i+maxTitle)
	rest := s[i+len("《") : max(to, i+len("《"))]
	if k := strings.IndexByte(rest, '\n'); k >= 0 {
		rest = rest[:k]
	}
	if k := strings.Index(rest, "》"); k >= 0 {
		return i + len("《") + k + len("》")
	}
	return i + len("《")
}

// skip is the offset after a character, or a run of digits, that begins no
// time.
func (r *reader) skip(i int) int {
	if c := r.s[i]; c >= '0' && c <= '9' {
		for i < len(r.s) && r.s[i] >= '0' && r.s[i] <= '9' {
			i++
		}
		return i
	}
	_, size := r.rune(i)
	return i + size
}

// emit resolves an expression and adds it to what was found.
func (r *reader) emit(x *expr) {
	t := Time{Rule: x.rule}
	at := x.at
	if x.form == isPoint || x.form == isRange {
		if x.a.zone == "" {
			if name, from := r.zoneBefore(at); name != "" {
				x.a.zone, at = name, from
			}
		}
		if x.framed && strings.HasSuffix(r.s[:at], "自") {
			at -= len("自")
		}
	}
	if n := len(r.out); n > 0 && at < r.out[n-1].Span.End {
		at = x.at
	}
	if n := len(r.out); n > 0 && r.out[n-1].Span.End == at && strings.HasPrefix(r.s[at:x.end], r.out[n-1].Span.In(r.s)) {
		at = r.out[n-1].Span.End // 六月六月中旬: said twice
		r.out = r.out[:n-1]
	}
	t.Span = span.Span{Start: at, End: r.trim(x.end)}
	r.resolve(x, &t)
	r.out = append(r.out, t)
}

// trim is the end of an expression without spaces.
func (r *reader) trim(e int) int {
	for e > 0 {
		c := r.s[e-1]
		if c != ' ' && c != '\t' {
			break
		}
		e--
	}
	return e
}
