package han

import "unicode/utf8"

// Vague says which word inside or after a numeral keeps it from being exact.
type Vague uint8

// The kinds of vagueness.
const (
	Exact   Vague = iota
	Several       // 几, 数 in place of a digit: 几十 is 10 and more, 数百万 is 1000000 and more
	More          // 多, 余, 几 after a digit: 十几, 三百余, 一千多万
	Around        // 来: 十来
)

// Form says what a numeral is written in.
type Form uint8

// The forms.
const (
	Arabic  Form = iota // 0-9 only, with their marks
	Chinese             // Chinese numeral characters only
	Mixed               // both: 1.9万, 3千5百亿
)

// Numeral is a number as a text writes it, without sign and unit.
type Numeral struct {
	// Low is the value; of a range (三四) and of a vague numeral its lower
	// end.
	Low Decimal
	// High is the upper end of a range that the numeral itself writes, and
	// Low where there is none.
	High Decimal
	// Range reports that High is another number than Low.
	Range bool
	// Vague is the word that keeps the numeral from being exact.
	Vague Vague
	// Form is what the numeral is written in.
	Form Form
	// Digits are the ASCII digits of a numeral that is a bare run of them:
	// 2013, ２０１３, 一九四九, 三四, 7. It is "" where the numeral has a
	// unit (三十, 5万), a point, or marks between its digits. Where a run of
	// two is a range (三四) they are the other reading of it.
	Digits string
	// Marked reports that the digits were written with marks between the
	// thousands.
	Marked bool
}

// Int is the value of an exact whole numeral, false for any other.
func (n Numeral) Int() (int, bool) {
	if n.Range || n.Vague != Exact {
		return 0, false
	}
	return n.Low.Int()
}

// Number reads the longest numeral at the start of s and the number of bytes
// it takes, 0 where s does not begin with one. A numeral does not begin with
// a bare 百, 千, 万 or 亿, except where one multiplies the other or is vague
// (百万, 千余); [Bare] reads those too.
func Number(s string) (Numeral, int) { return read(s, false, false) }

// Bare is Number for a place where a numeral is expected, as after 近 or 第:
// it reads 百, 千, 万 and 亿 alone as 1 of them.
func Bare(s string) (Numeral, int) { return read(s, true, false) }

// Pointed is Number for a place where a middle dot between digits can only be
// a decimal point, as newspapers set it in 百分之十二·五 and １７·５％.
func Pointed(s string) (Numeral, int) { return read(s, false, true) }

// Int is the value of a text that is one exact whole numeral and nothing
// else: 廿五, 一九七二, ２４, 〇, 十四, 100. Digits side by side are read as
// such, 三四 as 34.
func Int(s string) (int, bool) {
	n, size := Bare(s)
	if size != len(s) || size == 0 {
		return 0, false
	}
	if n.Digits != "" {
		return fromDigits(n.Digits, 0).Int()
	}
	return n.Int()
}

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }
