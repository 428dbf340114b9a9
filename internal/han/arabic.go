package han

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/span"
)

// maxDigits is more than any number in print has; a longer run is cut, so
// that its value costs no more than its length.
const maxDigits = 48

// arabicRun reads 0-9 of both widths at the start of s: the ASCII digits and
// the bytes they take.
func arabicRun(s string) (digits string, size int) {
	for size < len(s) && size < maxDigits && s[size] >= '0' && s[size] <= '9' {
		size++
	}
	if t := tokenAt(s[size:]); t.kind != arabicTok || size == maxDigits {
		return s[:size], size
	}
	b := []byte(s[:size])
	for {
		t := tokenAt(s[size:])
		if t.kind != arabicTok || len(b) == maxDigits {
			return string(b), size
		}
		b = append(b, '0'+t.val)
		size += t.size
	}
}

// readArabic reads the first coefficient in 0-9: 2013, 1,234.5, ２０．１７,
// and with the spaces that a page leaves around runs of digits, 20 . 17.
func (p *parser) readArabic() {
	digits, size := arabicRun(p.s)
	whole, n := p.thousands(digits, size)
	p.marked = n > size
	p.digits = whole
	p.i = n
	part, end := p.fraction(n)
	if end > n {
		p.pointed = true
		p.i = end
	}
	exp := p.exponent()
	p.pending = one(fromDigits(whole+part, exp-len(part)))
	p.has, p.hasArabic = true, true
}

// exponent reads the power of ten behind digits, as instruments and tables
// print it: 1.2e5, 2.7E-3.
func (p *parser) exponent() int {
	if r, _ := decode(p.s[p.i:]); Narrow(r)|0x20 != 'e' {
		return 0
	}
	f := Fold(p.s[p.i:min(len(p.s), p.i+16)])
	t := f.Text()
	if len(t) < 2 {
		return 0
	}
	at, sign := 1, 1
	switch t[1] {
	case '-':
		at, sign = 2, -1
	case '+':
		at = 2
	}
	digits, size := arabicRun(t[at:])
	next, _ := utf8.DecodeRuneInString(t[at+size:])
	if size == 0 || size > 2 || ClassOf(next) == Latin {
		return 0
	}
	p.i += f.Source(span.Span{Start: 0, End: at + size}).End
	p.pointed = true
	v, _ := fromDigits(digits, 0).Int()
	return sign * v
}

// thousands reads the groups of three after the first digits. GB/T 15835—2011
// 5.1.2 sets them off by a comma or by a quarter space. A full-width comma
// also parts numbers; it sets off thousands between full-width digits, and
// where other marks show that one number is meant (82，225.00).
func (p *parser) thousands(first string, size int) (digits string, end int) {
	digits, end = first, size
	if len(first) > 3 || first[0] == '0' {
		return digits, end
	}
	narrow, groups, pauses := size == len(first), 0, 0
	for {
		n := p.separator(end, ",", "，")
		group, m := "", 0
		if n > 0 {
			group, m = arabicRun(p.s[end+n:])
		}
		if len(group) != 3 || len(digits) > maxDigits {
			break
		}
		if strings.HasPrefix(p.s[end:], "，") {
			pauses++
		}
		digits += group
		groups++
		end += n + m
	}
	if _, point := p.fraction(end); narrow && pauses > 0 && pauses == groups && groups == 1 && point == end {
		return first, size
	}
	return digits, end
}

// fraction reads the point and the digits after it, nothing where there are
// several points as in a date, a version or an address.
func (p *parser) fraction(at int) (digits string, end int) {
	n := p.separator(at, ".", "．")
	if n == 0 && p.dot {
		n = p.separator(at, "·", "•", "・")
	}
	if n == 0 {
		return "", at
	}
	digits, size := arabicRun(p.s[at+n:])
	end = at + n + size
	if m := p.separator(end, ".", "．"); m > 0 && tokenAt(p.s[end+m:]).kind == arabicTok {
		return "", at
	}
	return digits, end
}

// separator is the size of one of the marks at an offset before a digit: bare,
// or with one space on either side.
func (p *parser) separator(at int, marks ...string) int {
	rest := p.s[at:]
	space := 0
	if rest != "" && rest[0] == ' ' {
		space = 1
	}
	for _, m := range marks {
		n := space + len(m)
		if len(rest) < n+space || rest[space:n] != m || space == 1 && (len(rest) == n || rest[n] != ' ') {
			continue
		}
		if tokenAt(rest[n+space:]).kind == arabicTok {
			return n + space
		}
	}
	return 0
}

// innerArabic reads digits after a unit: 3万4000, 25万6千, 1千零1.
func (p *parser) innerArabic(skip int) bool {
	digits, size := arabicRun(p.s[p.i+skip:])
	next := p.nextUnit(p.i + skip + size)
	switch {
	case p.has || p.pointed || !p.units:
		return false
	case next.kind == unitTok && (p.fits(next) || len(digits) >= 3 && next.val > 3):
	case next.kind != unitTok && skip == 0 && (p.zero || len(digits) >= 3 && p.small == 4 && len(digits) <= p.last):
	default:
		return false
	}
	p.arabic, p.has, p.hasArabic = true, true, true
	p.pending = one(fromDigits(digits, 0))
	p.i += skip + size
	return true
}

// comeNext has the characters that 来 is followed by when it means about
// (十来个); before others it is a verb.
const comeNext = "个個名位人家天年岁歲种種次条條件吨公里米斤亩户戶只头台辆艘座所项項篇本块元万萬亿億分小"

// isOneOf reports whether s begins with a character of set.
func isOneOf(s, set string) bool {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return false
	}
	for _, r := range set {
		if r == first {
			return true
		}
	}
	return false
}
