package timex

// The values are written into one buffer a time and cut out of one string:
// they are most of what a time costs.

// text is a buffer that strings are written into.
type text []byte

func (b *text) str(s string) { *b = append(*b, s...) }

func (b *text) char(c byte) { *b = append(*b, c) }

// pad writes n with leading zeros to a width.
func (b *text) pad(n, width int) {
	var d [20]byte
	i := len(d)
	for n > 0 && i > 0 || len(d)-i < width {
		i--
		d[i] = byte('0' + n%10)
		n /= 10
	}
	*b = append(*b, d[i:]...)
}

// year writes a year in four digits, XXXX where it is not known. A year
// before 1 is astronomical: 221 BC is -0220.
func (b *text) year(y int) {
	switch {
	case y == noYear:
		b.str("XXXX")
	case y < 0:
		b.char('-')
		b.pad(-y, 4)
	default:
		b.pad(y, 4)
	}
}

// two writes a month or a day, XX where it is not known.
func (b *text) two(n int) {
	if n == 0 {
		b.str("XX")
		return
	}
	b.pad(n, 2)
}

// date writes a calendar date.
func (b *text) date(y, m, d int) {
	b.year(y)
	b.char('-')
	b.two(m)
	b.char('-')
	b.two(d)
}

// clock writes hours, minutes and seconds after a T, as fine as g.
func (b *text) clock(h, mi, s int, g gran) {
	b.char('T')
	b.pad(h, 2)
	if g >= gMinute {
		b.char(':')
		b.pad(mi, 2)
	}
	if g >= gSecond {
		b.char(':')
		b.pad(s, 2)
	}
}

// instant writes a second of a day; seconds past midnight count on.
func (b *text) instant(days, sec int) {
	days += floorDiv(sec, 24*3600)
	sec = floorMod(sec, 24*3600)
	y, m, d := dateOf(days)
	b.date(y, m, d)
	b.clock(sec/3600, sec/60%60, sec%60, gSecond)
}
