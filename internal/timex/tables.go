package timex

// The words that a time can begin with. n is the number of years, months,
// days or weeks from the anchor, or what the kind says.
var starters = newWords(
	list(kYear, 0, "今年 本年度 本年"), list(kYear, -1, "去年 上年度 上年 上一年"),
	list(kYear, -2, "前年"), list(kYear, -3, "大前年"),
	list(kYear, 1, "明年 来年 下一年"), list(kYear, 2, "后年"), list(kYear, 3, "大后年"),
	list(kYearLast, 0, "当年 同年 该年 这一年 那一年"), list(kYearLast, 1, "次年 翌年 第二年"),
	list(kYearSeason, 1, "今春"), list(kYearSeason, 2, "今夏"), list(kYearSeason, 3, "今秋"), list(kYearSeason, 4, "今冬"),
	list(kYearSeason, -9, "去春"), list(kYearSeason, -8, "去夏"), list(kYearSeason, -7, "去秋"), list(kYearSeason, -6, "去冬"),
	list(kYearSeason, 11, "明春"), list(kYear, -1, "去岁"),
	list(kBoth, 0, "今明两年"), list(kBoth, -1, "去今两年"),
	list(kMonth, 0, "本月 这个月"), list(kMonth, -1, "上月 上个月 上一个月"), list(kMonth, -2, "上上月 上上个月"),
	list(kMonth, 1, "下月 下个月 下一个月"), list(kMonth, 2, "下下月 下下个月"),
	list(kMonthLast, 0, "当月 同月 该月"), list(kMonthLast, 1, "次月 翌月"),
	list(kDay, 0, "即日 今天 今日 本日 今晨 今早 今晚 今夜 今午"),
	list(kDay, -1, "昨天 昨日 昨晨 昨早 昨晚 昨夜"), list(kDay, -2, "前天 前日 前晚"), list(kDay, -3, "大前天"),
	list(kDay, 1, "明天 明日 明晨 明早 明晚"), list(kDay, 2, "后天"), list(kDay, 3, "大后天"), list(kDay, 4, "大大后天"),
	list(kDay, 10, "今（ 今("), list(kDay, 9, "昨（ 昨("), list(kDay, 8, "前（ 前("), list(kDay, 11, "明（ 明("), list(kDay, 10, "本（ 本( 上（ 上( 去（ 去("),
	list(kDayLast, 0, "当天 当日 同日 同一天 当晚 当夜 是日 是夜"),
	list(kDayLast, 1, "次日 翌日 第二天 次晨 翌晨"), list(kDayLast, -1, "前一天 前一日"),
	list(kWeek, 0, "本周 这周 本星期 这个星期 这星期 这礼拜 这个礼拜"),
	list(kWeek, -1, "上周 上一周 上个周 上星期 上个星期 上礼拜 上个礼拜"),
	list(kWeek, -2, "上上周 上上个周 上上星期 上上个星期 上上礼拜"),
	list(kWeek, 1, "下周 下一周 下个周 下星期 下个星期 下礼拜 下个礼拜"),
	list(kWeek, 2, "下下周 下下个周 下下星期 下下个星期"), list(kWeek, 3, "下下下周"),
	list(kWeekday, 0, "周 星期 礼拜"),
	list(kQuarter, 0, "本季度 这个季度 当季"), list(kQuarter, -1, "上季度 上个季度 上一季度"),
	list(kQuarter, 1, "下季度 下个季度 下一季度"), list(kQuarter, 2, "下下个季度"),
	list(kCentury, 0, "本世纪"), list(kCentury, -1, "上世纪 上个世纪"), list(kCentury, 1, "下世纪"),
	list(kHalf, 1, "上半年 前半年"), list(kHalf, 2, "下半年 后半年"), list(kHalf, -1, "上个半年"),
	list(kMonthHalf, 1, "上半月"), list(kMonthHalf, 2, "下半月"),
	list(kEdgeYear, int(start), "年初 岁初"), list(kEdgeYear, int(end), "年底 年末 岁末"),
	list(kEdgeMonth, int(start), "月初"), list(kEdgeMonth, int(end), "月底 月末"),
	list(kInYear, 0, "年内"),
	list(kLunar, 0, "农历 阴历 旧历 夏历"),
	list(kLunarMon, 1, "正月 大年 闰正月"), list(kLunarMon, 11, "冬月"), list(kLunarMon, 12, "腊月"), list(kLunarMon, 0, "闰"),
	list(kAD, 0, "公元 西元"), list(kBC, 0, "公元前 西元前"),
	list(kLead, -1, "过去 过去的 近 最近 最近的"), list(kLead, 1, "未来 未来的 今后 今后的 接下来 接下来的"),
	list(kLead, -2, "前"), list(kLead, 2, "再过"), list(kLead, -3, "此前 之前"), list(kLead, 3, "此后 之后 其后"),
	list(kEach, 0, "每 每隔 每逢"), list(kNth, 0, "第"), list(kFirst, 1, "首季度 首季"),
	list(kQLetter, 0, "Q Ｑ"),
	podWords(true), feastWords(), eraWords(), vagueWords(),
	list(kSeason, 1, "春季 春天"), list(kSeason, 2, "夏季 夏天"), list(kSeason, 3, "秋季 秋天"), list(kSeason, 4, "冬季 冬天"),
	list(kHalfUnit, 0, "半 大半 一个半"),
)

var vagues = newWords(vagueWords())

// vagueWords point at no time that can be named (record.md: they may be
// given, and are not scored).
func vagueWords() []word {
	return append(append(
		list(kVague, -1, "近日 日前 近来 近期 近年来 近年 不久前 前不久 此前 最近 多年来 长期以来 前些年 前些天 近几年来 近几年 近些年来 近些年 几年来 数年来 几天来 数月来"),
		list(kVague, 0, "目前 现在 当前 如今 现今 眼下")...),
		list(kVague, 1, "今后 将来 不久的将来 马上")...)
}

// vagueValue is the value of a vague word.
func vagueValue(n int) string {
	switch {
	case n < 0:
		return PastRef
	case n > 0:
		return FutureRef
	}
	return PresentRef
}

// pod is a part of the day.
type pod struct {
	text string
	// code is the TIMEX3 part of day.
	code string
	// from and to are the hours that it allows.
	from, to int
	// turn says how a clock time of twelve hours after it is read.
	turn turn
	// short words stand only after a date or before a clock time: 晚, 晨.
	short bool
	// loose words are habits or adjectives as often as times (夜间施工): they
	// stand only with a date, a clock time or in a range.
	loose bool
}

// turn says how the hours of a part of the day are counted.
type turn uint8

const (
	forenoon  turn = iota
	noon           // 中午12时, 中午1时 is 13
	afternoon      // 下午1时 is 13
	evening        // 晚6时 is 18, 晚12时 is 24
	night          // 夜里11时 is 23, 夜里1时 is 1, 夜里12时 is 24
)

// pods has the parts of the day (record.md has the codes; the hours are those
// of GB/T 27962 and of the weather service, 08–20 time of day names).
var pods = []pod{
	{"凌晨", "MO", 0, 6, forenoon, false, false}, {"清晨", "MO", 5, 8, forenoon, false, false},
	{"早晨", "MO", 5, 9, forenoon, false, false}, {"早上", "MO", 5, 10, forenoon, false, false},
	{"清早", "MO", 5, 8, forenoon, false, true}, {"早间", "MO", 5, 12, forenoon, false, true},
	{"上午", "MO", 7, 12, forenoon, false, false}, {"拂晓", "MO", 4, 7, forenoon, false, true},
	{"黎明", "MO", 4, 7, forenoon, false, true}, {"早", "MO", 5, 12, forenoon, true, true}, {"晨", "MO", 4, 9, forenoon, true, true},
	{"中午", "MI", 11, 14, noon, false, false}, {"正午", "MI", 11, 14, noon, false, true},
	{"午间", "MI", 11, 14, noon, false, true}, {"午", "MI", 11, 14, noon, true, true},
	{"下午", "AF", 12, 18, afternoon, false, false}, {"午后", "AF", 12, 18, afternoon, false, false},
	{"傍晚", "EV", 16, 20, afternoon, false, false}, {"黄昏", "EV", 16, 20, afternoon, false, true},
	{"晚上", "EV", 17, 24, evening, false, false}, {"晚间", "EV", 17, 24, evening, false, true},
	{"夜晚", "EV", 17, 24, evening, false, true}, {"晚", "EV", 17, 24, evening, true, true},
	{"深夜", "NI", 22, 30, night, false, false}, {"午夜", "NI", 22, 30, night, false, false},
	{"夜间", "NI", 18, 30, night, false, true}, {"夜里", "NI", 18, 30, night, false, true},
	{"半夜", "NI", 22, 30, night, false, true}, {"子夜", "NI", 22, 30, night, false, true},
	{"前半夜", "NI", 18, 24, night, false, true}, {"后半夜", "NI", 0, 6, forenoon, false, true},
	{"夜", "NI", 18, 30, night, true, true}, {"白天", "DT", 6, 20, noon, false, true},
}

// podWords enters the parts of the day; with long only those that can begin a
// time.
func podWords(long bool) []word {
	var out []word
	for i, p := range pods {
		if long && p.text == "午" {
			continue
		}
		out = append(out, word{p.text, kPod, i})
	}
	return out
}

var podTable = newWords(podWords(false))

// dayPods are the words of a day that hold a part of it: 昨晚 is EV.
var dayPods = map[rune]string{'晨': "清晨", '早': "早上", '晚': "晚上", '夜': "夜里", '午': "中午"}

// podNamed finds a part of the day by its word.
func podNamed(text string) *pod {
	for i := range pods {
		if pods[i].text == text {
			return &pods[i]
		}
	}
	return nil
}

// seps stand between the ends of a range; those with n 1 only where 之间 or
// 间 follows.
var seps = newWords(
	list(kSep, 0, "至 到 — —— – － - ─ ~ ～ 〜 ― 以至 直至 直到 至于 迄"),
	list(kSep, 1, "和 与 及 跟"),
)

// edges follow a year, a month or another period.
var edges = newWords(
	list(kEdge, int(start), "初 年初 月初 初期 初叶"), list(kEdge, int(opening), "伊始"),
	list(kEdge, int(end), "底 末 年底 年末 月底 月末 末期 末叶"),
	list(kEdge, int(middle), "年中 月中 中叶"),
	list(kEdge, int(early), "上旬 前期"), list(kEdge, int(mid), "中旬 中期"), list(kEdge, int(late), "下旬 后期"),
)

// periods follow a year.
var periods = newWords(
	list(kHalf, 1, "上半年 前半年"), list(kHalf, 2, "下半年 后半年"),
	list(kFirst, 0, "首季度 首季"), list(kQLetter, 0, "Q Ｑ"), list(kNth, 0, "第"),
	list(kInYear, 0, "年内 内"), list(kInYear, 1, "全年"), list(kInYear, 2, "同期"), list(kMonthHalf, 0, "首月"),
	list(kLunar, 0, "农历 阴历 旧历 夏历"),
	list(kLunarMon, 1, "正月 大年"), list(kLunarMon, 11, "冬月"), list(kLunarMon, 12, "腊月"), list(kLunarMon, 0, "闰"),
	feastWords(),
	list(kSeason, 1, "春季 春天 春"), list(kSeason, 2, "夏季 夏天 夏"), list(kSeason, 3, "秋季 秋天 秋"), list(kSeason, 4, "冬季 冬天 冬"),
)

// units of durations, in the order of the fields of a duration.
var units = newWords(
	list(kUnit, uYear, "年 载 周年"), list(kUnit, uQuarter, "季度"), list(kUnit, uMonth, "月"),
	list(kUnit, uWeek, "周 星期 礼拜"), list(kUnit, uDay, "天 日 昼夜 工作日 交易日"),
	list(kUnit, uHour, "小时 钟头"), list(kUnit, uMinute, "分钟 分"), list(kUnit, uSecond, "秒钟 秒"),
	list(kUnit, uHalfHour, "刻钟"), list(kUnit, uCentury, "世纪"),
)
