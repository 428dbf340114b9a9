package han

import "unicode/utf8"

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
	p.pending = one(fromDigits(whole+part, -len(part)))
	p.has, p.hasArabic = true, true
}

// thousands reads the groups of three after the first digits. GB/T 15835—2011
// 5.1.2 sets them off by a comma or by a quarter space; the full-width comma
// is taken where every group has three digits.
func (p *parser) thousands(first string, size int) (digits string, end int) {
	digits, end = first, size
	if len(first) > 3 || first[0] == '0' {
		return digits, end
	}
	for {
		at := end + p.separator(end, ",", "，")
		group, n := "", 0
		if at > end {
			group, n = arabicRun(p.s[at:])
		}
		if len(group) != 3 || len(digits) > maxDigits {
			return digits, end
		}
		digits += group
		end = at + n
	}
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
