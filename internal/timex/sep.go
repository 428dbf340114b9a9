package timex

// sep is the offset after the separator of a range at i, 0 where there is
// none. With joint, 和 and 与 count too: what closes them, 之间, is looked for
// by the caller.
func (p *parser) sep(i int, joint bool) int {
	w := seps.at(p.s[i:])
	if w.kind == kNone || w.n == 1 && !joint {
		return 0
	}
	e := i + len(w.text)
	if w.text == "至" && (in(p.nextRaw(e), "于") || p.at(e, "今") && p.lit(e, "今年", "今天", "今日", "今晚", "今晨") == 0) {
		return 0
	}
	return e
}

// suffix is what follows a time and opens it to one side, or belongs to it.
type suffix uint8

const (
	noSuffix suffix = iota
	sSince          // 以来, 至今, 起, 后
	sBefore         // 前
	sAbout          // 左右, 前后, 许
	sEve            // 前夕
	sWithin         // 间, 期间: nothing more is said
	sAgo            // after a duration: 前
	sAfter          // after a duration: 后
	sPast           // after a duration: 来
	sInside         // after a duration: 内
	sLimit          // after a duration: 以上, 以下
)

// suffixes of points and ranges, the longest first. bar has the characters
// that make another word of it.
var suffixes = []struct {
	text string
	s    suffix
	bar  string
}{
	{"或之前", sBefore, ""}, {"及之前", sBefore, ""}, {"及以前", sBefore, ""}, {"或以前", sBefore, ""},
	{"或之后", sSince, ""}, {"及之后", sSince, ""}, {"及以后", sSince, ""}, {"或以后", sSince, ""},
	{"以来", sSince, ""}, {"起至今", sSince, ""}, {"至今", sSince, "日天年"},
	{"以后", sSince, ""}, {"之后", sSince, ""}, {"过后", sSince, ""},
	{"以前", sBefore, ""}, {"之前", sBefore, ""}, {"前夕", sEve, ""},
	{"前后", sAbout, ""}, {"左右", sAbout, ""}, {"上下", sAbout, ""}, {"许", sAbout, "多可家"},
	{"期间", sWithin, ""}, {"之间", sWithin, ""}, {"之际", sWithin, ""}, {"间", sWithin, "谍断歇隔接距奏"}, {"内", sWithin, "蒙地部外容需阁务战政存涵罗"},
	{"起", sSince, "飞草诉义步身源伏跑航降火居床价码点初了因用家舞名效获来征爆吊见薪重到哄跳"},
	{"后", sSince, "期来续勤备方卫台代退面者悔天年世果进排援半裔赴"},
	{"前", sBefore, "往来去期线方列沿身景提途瞻台排任述进锋不者言哨所三两几天年一总首部外议央书市省领官员队世苏南民主副第"},
}

// suffixAt is the suffix at an offset, after spaces, and where it ends.
func (p *parser) suffixAt(i int) (suffix, int) {
	k := p.sp(i)
	for _, s := range suffixes {
		if !p.at(k, s.text) {
			continue
		}
		e := k + len(s.text)
		if s.bar != "" && in(p.nextRaw(e), s.bar) || s.text == "前" && p.lit(e, formerly...) > 0 {
			return noSuffix, 0
		}
		return s.s, e
	}
	return noSuffix, 0
}

// formerly are offices after which 前 says that they are over.
var formerly = []string{"国务卿", "国防", "国家主席", "国家总统", "国家队", "国脚", "国王", "国会"}

// afterLength are the suffixes of a duration.
var afterLength = []struct {
	text string
	s    suffix
	bar  string
}{
	{"以前", sAgo, ""}, {"之前", sAgo, ""}, {"以后", sAfter, ""}, {"之后", sAfter, ""}, {"过后", sAfter, ""},
	{"以来", sPast, ""}, {"之内", sInside, ""}, {"以内", sInside, ""},
	{"以上", sLimit, ""}, {"以下", sLimit, ""}, {"左右", sAbout, ""}, {"上下", sAbout, ""},
	{"前", sAgo, "往期线方列沿"}, {"后", sAfter, "期方勤备代"}, {"来", sPast, "自到华访说看源人客信电去临得"},
	{"间", sPast, "谍断歇隔接距"}, {"内", sInside, "部地容外阁蒙需"},
}

// afterLengthAt is the suffix of a duration that ends at i.
func (p *parser) afterLengthAt(i int) (suffix, int) {
	k := p.sp(i)
	for _, s := range afterLength {
		if !p.at(k, s.text) {
			continue
		}
		e := k + len(s.text)
		if s.bar != "" && in(p.nextRaw(e), s.bar) {
			return noSuffix, 0
		}
		return s.s, e
	}
	return noSuffix, 0
}
