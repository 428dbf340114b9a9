package han

import "unicode/utf8"

// maxRun is the longest run of Chinese digits that is read as one; an
// identity number has 18.
const maxRun = 32

// run is a stretch of Chinese digits.
type run struct {
	val  [maxRun]uint8
	n    int
	size int  // bytes
	two  bool // 两 is one of them
}

// digits are the run as ASCII digits.
func (r *run) digits() string {
	var b [maxRun]byte
	for i := range r.n {
		b[i] = '0' + r.val[i]
	}
	return string(b[:r.n])
}

func (r *run) add(val uint8, size int) {
	r.val[r.n] = val
	r.n++
	r.size += size
}

// ranged reports that the run writes two ends of a range: 三四, 两三, 三五.
func (r *run) ranged() bool { return r.n == 2 && adjacent(r.val[0], r.val[1]) }

// readRun reads the Chinese digits at the start of s; inside says that a
// numeral is going on or expected there.
func readRun(s string, inside bool) (r run) {
	for r.n < maxRun {
		t := tokenAt(s[r.size:])
		if t.kind != digitTok {
			if t = strayZero(s[r.size:]); t.size == 0 || r.n == 0 {
				return r
			}
		}
		if t.weak && !firm(s[r.size+t.size:], inside) || isTwo(s[r.size:]) && !r.takesTwo(s[r.size+t.size:]) {
			return r
		}
		if r.two && (r.n != 1 || t.val != 3) {
			return r
		}
		r.two = r.two || isTwo(s[r.size:])
		r.add(t.val, t.size)
	}
	return r
}

// isTwo reports that s begins with 两, which writes no digit of a longer run.
func isTwo(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '两' || r == '兩'
}

// takesTwo reports that the run may go on with 两: as its first digit, or
// after 一 or 零 where that is all (一两, 零两千).
func (r *run) takesTwo(after string) bool {
	return r.n == 0 || r.n == 1 && r.val[0] <= 1 && tokenAt(after).kind != digitTok
}

// firm reports that a character like 陆 or 伍 before s is a digit: what
// follows belongs to a numeral, or inside one, no word can go on there.
func firm(s string, inside bool) bool {
	t := tokenAt(s[gapOf(s):])
	if t.kind != noTok {
		return t.kind == unitTok || t.kind == digitTok || t.kind == pointTok || t.kind == moneyTok
	}
	r, _ := utf8.DecodeRuneInString(s)
	return inside && !IsHan(r)
}

// strayZero reads a letter O or a digit 0 set for 〇 inside a run: 一九五O年,
// 二0二0年. It must be followed by what shows that the run was meant.
func strayZero(s string) token {
	size := zeroSize(s)
	if size == 0 {
		return token{}
	}
	at := size
	for zeroSize(s[at:]) > 0 {
		at += zeroSize(s[at:])
	}
	next, _ := utf8.DecodeRuneInString(s[at:])
	if tokenAt(s[at:]).kind == digitTok || next == '年' {
		return token{kind: digitTok, size: size}
	}
	return token{}
}

func zeroSize(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case 'O', 'Ｏ', '0', '０':
		return n
	}
	return 0
}
