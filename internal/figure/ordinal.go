package figure

import (
	"strings"

	"dateline/internal/han"
)

// bodies end the name of what meets: a number of sittings after one of them
// is part of the name of the meeting.
var bodies = []string{
	"委员会", "委員會", "常委会", "常委會", "小组", "小組", "全会", "全會", "大会", "大會", "政协", "政協", "人大", "政治局", "理事会", "理事會",
	"全体会议", "全體會議", "议会", "党组", "书记处", "届", "屆", "纪委", "紀委", "机制", "论坛", "领导小组", "代表大会", "国务院", "党委", "领导人", "領導人", "外长", "外長", "部长", "部長", "首脑", "首腦", "总理", "總理",
}

// named follow 第…次 in the name of a meeting or an event.
var named = []string{
	"全国", "全體", "全体", "代表", "中央", "工作会", "扩大", "擴大", "常务", "理事", "部长", "部長", "世界大战", "世界大戰", "大战", "大戰", "世界",
	"人口普查", "国内", "國內", "革命", "中东战争", "工业", "工業", "产业", "科技革命", "院士", "党代", "国共", "反围剿", "经济普查", "联席", "例会",
	"临时会议", "特别会议", "首脑", "定期",
}

// meetings are the nouns that a modifier before them makes a name of:
// 第三次战略对话. Bare they are counted: 第41次会晤.
var meetings = []string{"会晤", "會晤", "会议", "會議", "对话", "對話", "磋商", "论坛", "論壇", "峰会", "峰會", "座谈会", "座談會", "大会", "大會"}

// acts are verbs that 第…次 counts the doing of: 第一次主持例行记者会 is no name.
var acts = beginning("主持", "参加", "參加", "出席", "召开", "召開", "举行", "舉行", "举办", "舉辦", "访", "訪", "当选", "當選", "进行", "進行", "实现", "在", "到", "来", "來",
	"赴", "提", "获", "发", "與", "与", "同", "和", "以", "将", "正式", "踏", "走", "登", "见", "看", "听", "写", "承", "开", "被", "受", "担任", "入选", "当", "成", "执")

// notOrdinal are units that a number of order makes the label of a part, a
// page or a place with.
const notOrdinal = " 人口 点 點 村 页 頁 章 节 節 款 卷 编 編 师 師 团 團 营 營 连 連 篇 集 席 副 门 門 队 隊 班 股 线 把 对 面 本 部 家 眼 口 份 件 股 支 "

// ordinal reads 第 and what follows: 第41次, 第三批, 第31任. Dates, articles of
// law, bodies and meetings in their names, and 第一 before a title are none.
func (f *finder) ordinal(r reading) int {
	f.takeUnit(&r)
	f.takeRange(&r)
	switch r.kind {
	case noUnit:
		return f.place(r)
	case count:
	default:
		return r.to
	}
	ranked := f.ranking(r)
	if (r.unit == "位" || r.unit == "名") && ranked {
		return f.finish(r, Rank)
	}
	if r.unit == "名" {
		return f.finish(r, Rank)
	}
	if f.labelled(r) {
		return r.to
	}
	return f.finish(r, Ordinal)
}

// place reads 第一 without a unit: a rank where the clause ranks.
func (f *finder) place(r reading) int {
	if next := f.runeAfter(r.to); han.IsHan(next) && !strings.ContainsRune("的和与，而、", next) {
		return r.to
	}
	if !f.ranking(r) {
		return r.to
	}
	return f.finish(r, Rank)
}

// ranking reports that the words before a number rank: 位居世界第二.
func (f *finder) ranking(r reading) bool {
	_, ok := f.before(r.from, "世界", "全国", "全球", "全省", "全市", "亚洲", "欧洲", "列", "居", "排名", "排", "位列", "名列", "排在", "获得", "夺得", "跃居",
		"跃升至", "升至", "上升到", "获", "得", "世界排名", "世界上", "国内", "同类", "总分", "团体", "单打", "全國", "第一和", "升到", "列在", "居于", "夺")
	return ok
}

// labelled reports that 第…次 and its like are part of a name.
func (f *finder) labelled(r reading) bool {
	if strings.Contains(notOrdinal, " "+r.unit+" ") {
		return true
	}
	switch r.unit {
	case "条", "條", "项目":
		return f.article(r)
	case "次", "轮", "輪", "回":
		return f.meetingName(r) || f.withinYear(r)
	case "个", "個":
		_, ok := f.after(r.to, "五年", "百年", "五年计划", "一百年", "国家", "现代化", "中国")
		return ok
	case "期", "阶段":
		_, ok := f.after(r.to, "经贸协议", "贸易协议", "工程")
		return ok
	}
	return f.slogan(r)
}

// article reports that 第…条 numbers an article of a text: a law is named
// before it, or it is not counted but cited.
func (f *finder) article(r reading) bool {
	switch nextRune(f.s[r.to:]) {
	case '款', '规', '規', '的', '：', ':', '　', '之', '第', '、', '和', '，', ',', '。', '\n', ' ':
		return true
	}
	start := f.clauseStart(r.from)
	head := f.s[start:r.from]
	if strings.Contains(f.s[r.to:f.phraseEnd(r.to)], "规定") {
		return true
	}
	if strings.TrimSpace(head) == "" && (start == 0 || strings.HasSuffix(f.s[:start], "\n")) {
		return true // the article itself
	}
	return containsAny(head, []string{"法", "宪章", "憲章", "条约", "條約", "协定", "協定", "公约", "规定", "章程", "》", "依据", "根据", "依照", "按照", "违反"})
}

// meetingName reports that 第…次 belongs to the name of a meeting, a war or a
// census.
func (f *finder) meetingName(r reading) bool {
	if _, ok := f.after(r.to, named...); ok {
		return true
	}
	noun := f.meetingPhrase(r.to)
	if acts.startOf(noun) > 0 {
		return false
	}
	for _, m := range meetings {
		at := strings.Index(noun, m)
		if at < 0 {
			continue
		}
		return at > 0 || m == "峰会" || m == "峰會" || f.meetsAs(r.from)
	}
	return false
}

// meetsAs reports that what stands before 第 is the name of a body or of one
// of its sessions.
func (f *finder) meetsAs(at int) bool {
	_, body := f.before(at, bodies...)
	head := f.s[f.clauseStart(at):at]
	return body || strings.ContainsAny(head, "届屆")
}

// meetingPhrase is the noun phrase at at, of no more than 20 characters and
// with the dashes that join names of parties: 第17次欧盟-中国领导人会晤.
func (f *finder) meetingPhrase(at int) string {
	n := 0
	for i, c := range f.s[at:] {
		if class := han.ClassOf(c); class != han.Han && class != han.Dash && c != '·' || c == '的' || n == 20 {
			return f.s[at : at+i]
		}
		n++
	}
	return f.s[at:]
}

// phraseEnd is where a noun phrase of no more than 12 characters from at on
// ends: at a mark or at 的.
func (f *finder) phraseEnd(at int) int {
	n := 0
	for i, c := range f.s[at:] {
		if !han.IsHan(c) || c == '的' || n == 12 {
			return at + i
		}
		n++
	}
	return len(f.s)
}

// withinYear reports that the order is counted within the running year or
// month, as a series is numbered: 今年第二次.
func (f *finder) withinYear(r reading) bool {
	_, ok := f.before(r.from, "今年", "本年", "本年度", "年内", "本月", "本周")
	return ok
}
