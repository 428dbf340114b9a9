package timex

import "strings"

// stands reports that a point or a range is a time where it is: what could be
// a number, a name or a habit needs more than its own form.
func (p *parser) stands(i, e int, x *expr) bool {
	q := &x.a
	if q.hao && q.elided && p.at(p.sp(e), "机") {
		return false
	}
	if (x.form == isRange || x.open != closed) && !p.at(i, "即日") && !q.hao && !p.at(i, "第") {
		return true
	}
	switch {
	case p.at(i, "即日"):
		return x.open == since
	case q.onlyClock() && q.clk == gNone:
		return p.podStands(i, e, q)
	case q.sub == gSeason && !q.year.set():
		return p.alone(i, e)
	case q.hao && !q.month.set() && q.pod == nil && q.clk == gNone:
		return p.haoStands(i, e)
	case q.day.set() && q.day.how == fixed && !q.month.set() && !q.year.set():
		return p.dayStands(i, e)
	case q.month.set() && !q.day.set() && !q.year.set():
		return p.monthStands(i, e)
	case q.wday > 0 && !q.week.set() && !q.month.set():
		return p.weekdayStands(i)
	case q.day.how == fromLast && q.day.n >= 1, q.year.how == fromLast && q.year.n >= 1:
		return p.nextDayStands(i)
	}
	return true
}

// podStands: 夜间施工 and 早间新闻 are no times.
func (p *parser) podStands(i, e int, q *part) bool {
	if q.pod.loose && !q.pod.short {
		return p.alone(i, e)
	}
	return !in(p.next(e), "场班茶觉餐好")
}

// haoStands: a number before 号 is a day unless it numbers a thing: what
// stands after it says so, or a street or a series before it. Numbers in
// characters number things (嫦娥五号) unless a date was to be expected.
func (p *parser) haoStands(i, e int) bool {
	if p.before(i, "本月", "上月", "下月", "当月", "号，", "号、", "号和") {
		return true
	}
	if p.alone(i, e) || p.lit(p.sp(e), numberedThings...) > 0 || in(p.back(i), "街路巷弄道里园楼院座栋幢") || p.before(i, "台风", "航班", "机组", "编号") {
		return false
	}
	if p.arabicAt(i) {
		return !hasAny(p.clause(i, e), "射门", "传中", "门将", "进球", "破门", "队员", "球员", "球衣", "背号")
	}
	return p.before(i, "于", "至", "到", "从", "截至") && !p.before(i, "属于", "位于", "在于") || pause(p.back(i)) && in(p.next(e), "在，,起前晚上下早凌举")
}

// numberedThings are what a number with 号 counts in news text.
var numberedThings = strings.Fields("楼 机 线 馆 文 令 院 公 台 选 运载 球 位 店 桥 井 车 船 舰 轮 码 召 角 门 大 高 电 " +
	"洞 墓 厅 地块 地铁 工 矿 坑 仓 库 站 路 街 巷 弄 泵 炉 罐 堆 反应 卫星 火箭 飞船 任务 样 返回 探测 水稻 种 病 房 室 案 厂 " +
	"航 坦克 通知 染 字 铁 国道 省道 标 口 柜 窗 摊 牌 坝 闸 泊 塔 堡 营 区 岛 候 球员 队员 种子 首长 员 人物 公馆 宾馆 宿舍 信箱 信 提案 议案 决议 " +
	"建议 文件 法令 命令 主席令 药 井 沟 山 峰 墩 舱 艇 潜 空间 高地 阵地 楼 馆 厅 院 元素 汽油 柴油 字体 钢 仓 池 渠 堤 煤 矿 油 气 基 实验 项目 合约")

// dayStands: 三日 after 第 or 为期 is no day.
func (p *parser) dayStands(i, e int) bool {
	return !p.before(i, "第", "为期", "历时", "每隔", "长达", "用了") && (!p.before(i, "近") || p.before(i, "附近", "靠近", "临近", "邻近")) && p.lit(p.sp(e), "游", "两头", "之内", "之计", "三餐", "千里", "志愿", "维新") == 0
}

// monthStands: 十月革命, 二月逆流 and the like are names.
func (p *parser) monthStands(i, e int) bool {
	if p.lit(i, "三月三", "二月二", "六月六") == e+len("三") {
		return false
	}
	return p.lit(p.sp(e), "革命", "逆流", "风暴", "战争", "起义", "危机事件", "花", "河", "街", "天", "党人", "惨案", "屠杀", "政变") == 0
}

// weekdayStands: 一周一次, 四周五.
func (p *parser) weekdayStands(i int) bool {
	return !in(p.back(i), "一二两三四五六七八九十0123456789每双上下全整几数周")
}

// nextDayStands: 会议第二天 is a day of the meeting, 第二天 at the head of a
// clause the next one.
func (p *parser) nextDayStands(i int) bool {
	return !p.at(i, "第") || pause(p.back(i)) || in(p.back(i), "在于到至")
}
