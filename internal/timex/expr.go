package timex

// how says what a field of a date is counted from.
type how uint8

const (
	unset      how = iota
	fixed          // as printed
	fromAnchor     // so many from the anchor's: 去年 is -1
	fromLast       // so many from the last time's: 次日 is 1
)

// field is a year, a month, a day or a week of an expression.
type field struct {
	how how
	n   int
}

func (f field) set() bool { return f.how != unset }

// part is a point in time as it is printed, before it is resolved.
type part struct {
	year, month, day, week field
	// wday is a day of the week, 1 to 7, or weekend; with nth it is the nth
	// of its month, the last where nth is -1.
	wday, nth int
	// sub is a period inside a year, or a decade or century, and subN which.
	sub  gran
	subN int
	// subTo is the second of two decades or centuries (八九十年代).
	subTo int
	// take is a number of units at the start of the scope, negative at its
	// end: 前5个月, 最后一周. With nthOne it is the one of that number.
	take     int
	takeUnit gran
	nthOne   bool
	// lunar dates are of the traditional calendar, leap ones in a leap month.
	lunar, leap bool
	feast       *feast
	// ago is a distance from the anchor, dir its direction; with late it is
	// counted from the last time where there is one.
	ago  *amount
	dir  int
	late bool

	pod *pod
	// clk is how fine the clock time is, gNone where there is none.
	clk      gran
	h, mi, s int
	// hTo is the second hour of 七八点.
	hTo int

	edge   edge
	approx bool
	// same is 同期: the last time's period in another year.
	same bool
	// elided: the unit stands only after the number at the range's other end.
	elided bool
	// hao: the day is written with 号.
	hao bool
	// eraless: the year is one of an era that is not named (三十八年五月).
	eraless bool
	// short: the year has two digits.
	short bool
	// zone is the name of the zone that is printed with it.
	zone string
	rule string
}

// weekend is the weekday that stands for Saturday and Sunday.
const weekend = 8

// hasDate reports that the part has anything of the calendar.
func (q *part) hasDate() bool {
	return q.year.set() || q.month.set() || q.day.set() || q.week.set() || q.wday > 0 || q.sub != gNone ||
		q.take != 0 || q.feast != nil || q.ago != nil
}

// onlyClock reports that the part has no date: a part of the day or a clock
// time.
func (q *part) onlyClock() bool { return !q.hasDate() && (q.pod != nil || q.clk != gNone) }

// form is what kind of expression was read.
type form uint8

const (
	noForm form = iota
	isPoint
	isRange
	isDuration
	isPlaced // a duration placed in time: 过去十年
	isSet
	isVague
)

// open says which end of an interval is open.
type open int8

const (
	closed open = iota
	since       // 以来, 起, 后
	until       // 前
)

// expr is an expression as printed.
type expr struct {
	form form
	// at is the first byte, end the one after the last.
	at, end int
	a, b    part
	open    open
	// now: the second end is the present.
	now bool
	// eve: 前夕.
	eve  bool
	dur  amount
	dir  int  // of a placed duration: -1 past, 1 future
	late bool // a placed duration is counted from the last time
	set  setExpr
	// value of a vague word.
	value string
	rule  string
	// framed: 自 before it belongs to it.
	framed bool
}
