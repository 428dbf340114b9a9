package timex

import (
	"strings"
	"unicode/utf8"
)

// bar says beside which characters a word is not the time it looks like: in
// 日本月球 there is no 本月.
type bar struct {
	texts         string
	before, after string
}

// bars has the words that are cut out of others most often in news text.
var bars = []bar{
	{"本月 本年 本周 本日 本季度 本年度 本星期", "日基根版成资原剧文课书样标脚副译抄读孤老够摹照赔亏", "期报球"},
	{"上年 上年度", "以之", "龄纪轻货"}, {"去年", "过失死", "轻"}, {"前年", "以之此先目从生提", "轻内代底度"},
	{"后年", "以之此今然最前战", "轻代龄"},
	{"明年", "说表证文光透声发聪英鲜阐注黎查标注", "轻代龄"},
	{"来年", "以年将到本未从后往原", "轻龄"}, {"上月 下月", "", "球亮"},
	{"明天", "说表证文光透声发聪英鲜阐注黎查标", "气津山然空安才生"}, {"明日", "说表证发光文", ""},
	{"今天 昨天 今日 昨日", "", ""}, {"后天", "以之然今最此前先战雪雨病产睡饭", "性晴空下气"}, {"前天", "以之", ""}, {"前日", "以之目此先提生眼当空日年月天周后多节假", "本军"},
	{"当天", "担", "然"}, {"当日", "", "本"}, {"当年", "相适正担应充恰", "轻龄"}, {"当月", "", "球"}, {"当晚", "", ""},
	{"同日", "", "本"}, {"同年", "", "龄级"}, {"次日", "首多这每两几第该此一二三四五六七八九十数", "本元"}, {"是日", "", "本常"}, {"次年", "多首几数两三一再二", "会度均"}, {"次月", "多首几", ""},
	{"同月", "", "球"}, {"该月 该年", "应", "龄"},
	{"上周", "以之", "期边围岁"}, {"下周", "以之天如", "期边围岁"}, {"本周", "", "期边围岁"}, {"这周", "", "期边围"},
	{"晚上", "", "市映线演班"}, {"早上", "", "市班"},
	{"年底 年末 年初", "少成青中童新幼老百多丰同当每历往", "步次级一二三四五六七八九十"}, {"月底 月末 月初", "每", "步次级"},
	{"年内", "青中少成百多几数些", "蒙"}, {"上半年 下半年 上半月 下半月", "", ""},
	{"近", "附最临接靠邻将远亲新逼贴走就迫", ""}, {"未来", "", ""},
	{"过去", "", ""}, {"前", "以之此先目从生提眼面当空跟超往前日年月", ""},
	{"第二天 第二年", "的一", ""}, {"今晚", "", "报"}, {"今早", "", ""}, {"正月", "真反公改订纠修", ""},
	{"上世纪", "", "之"}, {"闰", "", ""}, {"大年", "", ""}, {"公元", "", ""},
	{"同一天", "", ""}, {"今后 将来", "", ""}, {"现在", "体出呈表实", ""}, {"当前", "", ""}, {"目前", "", ""},
	{"此前", "", ""},
	{"前一天 前一日", "", ""}, {"大后年 大后天 大前年", "最扩", ""},
	{"马上", "", "的"}, {"上个月 上个周", "以", ""},
}

// barTable has the bars by word.
var barTable = func() map[string]bar {
	t := map[string]bar{}
	for _, b := range bars {
		for _, w := range strings.Fields(b.texts) {
			t[w] = b
		}
	}
	return t
}()

// spoilt reports that the word from i to e is cut out of another, or is a
// name or a figure of speech.
func (p *parser) spoilt(i, e int, w word) bool {
	if w.kind == kDay && p.figurative(i, e) {
		return true
	}
	b, ok := barTable[w.text]
	if !ok {
		return false
	}
	if b.before != "" && i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(p.s[:i]); in(r, b.before) {
			return true
		}
	}
	if b.after != "" && e < len(p.s) {
		if r, _ := p.rune(e); in(r, b.after) {
			return true
		}
	}
	return false
}

// figurative reports 发展到今天, 美好的明天 and names like 今日俄罗斯.
func (p *parser) figurative(i, e int) bool {
	text := p.s[i:e]
	switch {
	case strings.HasPrefix(text, "今天"):
		return p.before(i, "发展到", "走到", "直到", "到了", "有了", "时至", "延续到", "传承到", "努力到", "坚持到", "历史的") ||
			p.lit(e, "的中国", "的世界", "的成就") > 0
	case strings.HasPrefix(text, "明天"):
		return p.before(i, "为了") || p.before(i, "的", "新", "向") && pause(p.next(e)) || p.lit(e, "会更", "更美好", "更加美好") > 0
	case strings.HasPrefix(text, "今日"), strings.HasPrefix(text, "明日"), strings.HasPrefix(text, "昨日"):
		return p.lit(e, "俄罗斯", "头条", "美国报", "印度报", "说法", "关注", "之星", "之后", "重现", "联邦", "香港台") > 0
	}
	return false
}
