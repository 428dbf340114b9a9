package timex

import (
	"strconv"
	"strings"

	"dateline/internal/han"
)

// num is a numeral as the times need it.
type num struct {
	// v is the value, hi the upper end of a range (三四), else v.
	v, hi float64
	// n is v as a whole number, -1 where it is none or not exact.
	n int
	// digits are those of a bare run: 2013, 一九四九.
	digits string
	// arabic numerals have 0-9 only.
	arabic bool
	vague  han.Vague
	// size is the number of bytes.
	size int
}

// number reads the numeral at an offset; size 0 where there is none. It does
// not read on over 点, which between numbers of a time is the hour's.
func (p *parser) number(i int) num {
	if p.memo.at != i+1 {
		p.memo.at = i + 1
		var ok bool
		if p.memo.num, ok = p.plainDigits(i); !ok {
			p.memo.num = toNum(han.Number(p.s[i:p.stop(i)]))
		}
	}
	return p.memo.num
}

// whole is the number before a decimal point, for where tenths are counted
// apart.
func (p *parser) whole(i int) num {
	if d := p.digits(i); d.n > 0 && d.n <= 2 {
		return num{n: d.v, v: float64(d.v), hi: float64(d.v), arabic: true, size: d.end - i}
	}
	return p.number(i)
}

// memo keeps the numeral that was read last: several rules ask for it. at is
// its offset and one, 0 for none.
type memo struct {
	at  int
	num num
}

// plainDigits reads 0-9 that nothing can belong to, which most numerals of
// times are; false where the numeral must be read with care.
func (p *parser) plainDigits(i int) (num, bool) {
	k, v := i, 0
	for k < len(p.s) && k-i < 9 && isDigitByte(p.s[k]) {
		v = v*10 + int(p.s[k]-'0')
		k++
	}
	if k == i {
		c, _ := p.rune(i)
		return num{n: -1}, c >= 1<<16 || classes[c]&numeralPart == 0
	}
	if k-i == 9 {
		return num{}, false
	}
	if c, _ := p.rune(k); c < 1<<16 && classes[c]&numeralPart != 0 || isGap(c) {
		return num{}, false
	}
	return num{v: float64(v), hi: float64(v), n: v, digits: p.s[i:k], arabic: true, size: k - i}, true
}

// counted reads a numeral that counts a duration: 百 and 千 may stand alone,
// 点 is a decimal point.
func (p *parser) counted(i int) num {
	if p.count.at != i+1 {
		p.count.at = i + 1
		var ok bool
		if p.count.num, ok = p.plainDigits(i); !ok {
			p.count.num = toNum(han.Number(p.s[i:min(len(p.s), i+maxNumeral)]))
		}
	}
	return p.count.num
}

// maxNumeral is more bytes than any numeral of a time takes.
const maxNumeral = 72

// stop is where the numeral at i ends at the latest.
func (p *parser) stop(i int) int {
	to := min(len(p.s), i+maxNumeral)
	for k := i; k < to; {
		c := p.s[k]
		if c < 0x80 {
			k++
			continue
		}
		if strings.HasPrefix(p.s[k:], "点") {
			return k
		}
		if c < 0xe0 {
			break
		}
		if k += 3; k-i > 3 && k < len(p.s) && !numeralByte(p.s[k]) {
			break
		}
	}
	return to
}

// numeralByte reports that a character with this first byte may be part of a
// numeral: ASCII, punctuation, Han or full-width digits.
func numeralByte(c byte) bool { return c < 0x80 || c >= 0xe2 }

// toNum takes what the times need from a numeral.
func toNum(m han.Numeral, size int) num {
	if size == 0 {
		return num{n: -1}
	}
	r := num{n: -1, digits: m.Digits, arabic: m.Form == han.Arabic, vague: m.Vague, size: size}
	if n, ok := m.Int(); ok {
		r.n, r.v, r.hi = n, float64(n), float64(n)
		return r
	}
	r.v, r.hi = float(m.Low), float(m.High)
	return r
}

// float is a decimal as near as a float comes.
func float(d han.Decimal) float64 {
	v, _ := strconv.ParseFloat(d.String(), 64) // a Decimal writes digits with a point at most
	return v
}
