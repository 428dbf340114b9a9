package statement

import (
	"strings"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// cueSort is the sort of a cue.
type cueSort uint8

const (
	none   cueSort = iota
	strong         // says that words follow: 说, 指出
	weak           // may also tell what somebody thinks: 认为, 希望
	deed           // does something in words, to an object: 赞赏
)

// The verbs by their sort. Written by hand: verbs of saying and of doing in
// words of the press, with those of older papers.
const (
	strongVerbs = `说 说道 指出 强调 表示 称 宣称 声称 谓 曰 云 透露 介绍 介绍说 宣布 宣告 重申 坦言 写道 谈到 回答 答复 答道 解释 警告 证实 补充说 补充道 告诉 提醒
		声明 声言 扬言 报道 报导 报告说 通报 披露 讲到 说明 承认 断言 告诫 叮嘱 嘱咐 勉励 回应 回应说 反驳 反问 质问 呼吁 号召 讲话说 发言说 致辞说 致词说 表明 指控 一致同意 一致认为 建议 直言 感叹 感慨 注明 载 报载 回忆 回忆说 回忆道 讲述 描述 诉说 反映 爆料 自称 辩称 供称 坚称 坦承 提到 谈及 感慨 感叹 又谓 力称 力言 略谓 略称 据称 发表谈话称 明言 公开表示`
	weakVerbs = `认为 主张 提出 要求 相信 坚信 深信 同意 以为 允诺 承诺 保证`
	deedVerbs = `赞赏 欢迎 反对 支持 祝贺 感谢 积极评价 高度评价 谴责 抗议 抨击 攻击 否认 祝愿 希望 高度赞赏 高度赞扬 赞扬 谴责 痛斥 斥责 批评 指责 慰问 悼念 致谢 祝`
	// shown are the nouns that make a deed of 表示.
	shown = `赞赏 欢迎 反对 支持 祝贺 感谢 谴责 抗议 慰问 问候 同意 满意 关切 关注 遗憾 哀悼 敬意 谢意 理解 不满 愤慨 愤怒 肯定 赞同 赞成 钦佩 同情 震惊 担忧 忧虑 高兴 拥护 祝愿 致意 敬佩 歉意`
)

// verb is a verb with its sort.
type verb struct {
	text string
	sort cueSort
}

// verbs are the verbs by their first character, longer ones first.
var verbs = func() map[rune][]verb {
	out := map[rune][]verb{}
	add := func(list string, s cueSort) {
		for _, w := range strings.Fields(list) {
			r := []rune(w)[0]
			at := 0
			for at < len(out[r]) && len(out[r][at].text) >= len(w) {
				at++
			}
			out[r] = append(out[r][:at], append([]verb{{w, s}}, out[r][at:]...)...)
		}
	}
	add(strongVerbs, strong)
	add(weakVerbs, weak)
	add(deedVerbs, deed)
	return out
}()

var shownNouns = set(shown)

// opening are the characters that a cue can begin with, by their block of 64:
// most tokens are looked at no further.
var opening = func() (t [1 << 10]uint64) {
	for r := range verbs {
		t[r>>6] |= 1 << (r & 63)
	}
	for _, r := range before {
		t[r>>6] |= 1 << (r & 63)
	}
	return t
}()

func mayOpen(r rune) bool { return r < 1<<16 && opening[r>>6]&(1<<(r&63)) != 0 }

func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// cue is a verb of saying in the text: the tokens [at, to).
type cue struct {
	at, to int
	start  int // the verb's first character
	end    int // the character after it
	sort   cueSort
	text   string
}

// before are the characters that can stand before a verb in one word.
const before = "还并又曾就则也都即乃且均皆再亦已时后"

// cueAt is the cue that begins in token k, if one does.
func (r *reader) cueAt(k int) (cue, bool) {
	t := &r.x.Tokens[k]
	if t.Kind != clause.Word || !mayOpen(r.x.At(int(t.Start))) {
		return cue{}, false
	}
	start := int(t.Start)
	for start < int(t.End) && verbs[r.x.At(start)] == nil {
		if !strings.ContainsRune(before, r.x.At(start)) {
			return cue{}, false
		}
		start++
	}
	if start == int(t.End) {
		return cue{}, false
	}
	c, ok := r.verbAt(start)
	if !ok {
		return cue{}, false
	}
	c.at = k
	r.extend(&c)
	return c, r.isVerb(&c)
}

// verbAt is the longest verb at a character; one of one character ends where a
// token does.
func (r *reader) verbAt(i int) (cue, bool) {
	for _, v := range verbs[r.x.At(i)] {
		if !r.x.Has(i, v.text) {
			continue
		}
		end := i + len([]rune(v.text))
		k := r.x.TokenAt(end)
		if aligned := k >= len(r.x.Tokens) || int(r.x.Tokens[k].Start) == end; !aligned && (end-i < 2 || strings.ContainsRune(nounEnds, r.x.At(end))) {
			continue
		}
		return cue{start: i, end: end, to: k, sort: v.sort, text: v.text}, true
	}
	return cue{}, false
}

// nounEnds go on from a verb to a noun: 支持|者, 欢迎|辞.
const nounEnds = "者率性力度书声辞词信语会团员权方率费物品"

// extend takes in what belongs to a verb: a second verb of saying (强调指出), and
// after 表示 what is shown.
func (r *reader) extend(c *cue) {
	for {
		if c.text == "表示" {
			k := c.to
			for degrees[r.x.Text(k)] {
				k++
			}
			if shownNouns[r.x.Text(k)] && k < len(r.x.Tokens) {
				c.to, c.end, c.sort, c.text = k+1, int(r.x.Tokens[k].End), deed, "表示"+r.x.Text(k)
				return
			}
		}
		if c.sort == deed || r.x.Text(c.to) == "了" && c.text != "介绍" {
			return
		}
		if c.to >= len(r.x.Tokens) {
			return
		}
		next, ok := r.verbAt(c.end)
		if !ok || next.sort != strong || next.text == c.text {
			return
		}
		c.to, c.end, c.sort, c.text = next.to, next.end, strong, next.text
	}
}

// degrees stand before what is shown.
var degrees = set(`热烈 衷心 诚挚 高度 深切 亲切 最 强烈 严重 坚决 深 由衷 崇高 的 极大 十分 完全 充分 诚恳 良好 非常 沉痛 无限 极 极为 莫大`)

// turning are words before a verb that make it a noun, a wish, or another's.
var turning = set(`必然 的 之 所 所谓 某 某些 被 受 受到 得到 获得 赢得 给予 愿 愿意 将 应 应该 应当 要 必须 可以 能 能够 会 不 不能 绝不能 不可 可以说 没有 未 需要 无 以 是 以示 为 值得 争取 继续 进一步 更加 如何 怎样 难以 无法 深受 寻求 提供 有 拒绝 拒不 部分 上项 上述 该项 此项 一项 各种 任何 此等 这些 这项 该 那句 确切地 可 地 共同 相互 互相 一切 这一 这种 有关 按照 按 据 根据 经 来 去 请 让 使 对于 表示`)

// isVerb reports whether a match is a verb here, by the words beside it.
func (r *reader) isVerb(c *cue) bool {
	if n := c.end - c.start; r.x.Has(c.end, c.text) || c.start >= n && r.x.Has(c.start-n, c.text) {
		return false // 先说说
	}
	switch next := r.x.Text(c.to); next {
	case "中", "里", "的", "之", "者", "书", "性", "率", "员", "者们", "仪式", "典礼", "宴会", "晚会", "招待会", "大会", "群众", "队伍", "词", "活动", "声", "信", "辞", "函", "态度", "意见", "标语", "口号", "人群":
		return false
	}
	if r.occasion(c) || r.planned(c) || r.supposed(c) {
		return false
	}
	if c.start > int(r.x.Tokens[c.at].Start) {
		return true // 还说
	}
	k := c.at - 1
	for k >= 0 && degrees[r.x.Text(k)] && r.x.Text(k) != "的" {
		k--
	}
	prev := r.x.Text(k)
	if k >= 0 && turning[prev] {
		switch {
		case prev == "将" || prev == "不" || prev == "会" || prev == "未" || prev == "没有" || prev == "能" || prev == "可以":
			return false
		case c.sort == strong && (prev == "共同" || prev == "继续" || prev == "进一步"):
			return true
		}
		return false
	}
	if t := c.at - 1; t > 0 && r.x.Tokens[t].Kind == clause.Name && r.x.Actors[r.x.Tokens[t].Number].Kind == clause.Place && r.x.Preposition(t-1) && !where[r.x.Text(t-1)] {
		return false // 就某国宣布…发表谈话
	}
	if nounToo[c.text] && (prev == "和" || prev == "与" || prev == "及" || r.followed(c)) {
		return false // 立场和主张, 按能打胜仗要求
	}
	if prev == "了" || prev == "仪式" && c.sort == deed {
		return false // 作了说明, 举行仪式欢迎
	}
	if c.text == "提出" && r.mark(c.to) == 0 && !r.does(c.to) {
		return false // 提出行为规范
	}
	if c.sort == deed && joining[prev] {
		return false
	}
	switch c.text {
	case "宣布", "宣告":
		return r.clauseFollows(c, 4) && !ending[r.x.Text(c.to)]
	case "声明", "报告":
		return !r.issued(c) && r.clauseFollows(c, 2)
	case "回忆", "讲述", "描述", "诉说", "反映", "爆料", "提到", "谈及", "感慨", "感叹",
		"介绍", "披露", "透露", "通报", "回应", "回答", "解释", "答复", "谈到", "讲到", "说明", "反驳", "回应说":
		return r.mark(c.to) != 0 && r.mark(c.to) != '、' && r.mark(c.to) != '。'
	case "云", "曰", "谓":
		return r.mark(c.to) == '：' || r.mark(c.to) == '，' || r.x.At(c.end) == '“' || r.explicitOld(c)
	case "报道", "报导", "建议", "载", "警告":
		return r.clauseFollows(c, 2)
	case "要求", "提出", "决定", "承诺", "保证", "同意", "预计", "估计", "期待", "称", "表明", "承认", "指控":
		return r.clauseFollows(c, 4)
	case "祝":
		return r.clauseFollows(c, 3)
	}
	return true
}

// clauseFollows reports whether n characters or more of words follow a verb,
// or a comma or colon does.
func (r *reader) clauseFollows(c *cue, n int) bool {
	if m := r.mark(c.to); m == '：' || m == '，' || m == '“' {
		return c.sort == strong || m != '，' || c.text == "提出" || c.text == "要求"
	}
	if r.x.Text(c.to) == "了" || r.x.Text(c.to) == "过" {
		return false
	}
	i := c.end
	for i < r.x.Len() && i-c.end < n {
		switch r.x.At(i) {
		case '，', '。', '；', '、', '！', '？', '\n':
			return false
		}
		i++
	}
	return i-c.end >= n
}

// joining are words before a deed that make it a noun or a word before one: 同欢
// 迎群众见面.
var joining = set(`同 与 和 跟 由 在 对 向 于 及 等 出席 参加 举行 发表 表达 转达 作出 进行`)

// ending are words after 宣布 that say what came into force by it.
var ending = set(`生效 成立 解散 结束 开始 开幕 闭幕 独立 就职 投降`)

// occasion reports a verb in a clause that only says when: 谈到中欧关系时.
func (r *reader) occasion(c *cue) bool {
	if m := r.mark(c.to); m != 0 || c.sort == strong && !topics[c.text] {
		return false
	}
	k := c.to
	for k < len(r.x.Tokens) && r.mark(k) == 0 {
		k++
	}
	switch r.x.Text(k - 1) {
	case "时", "后", "以后", "之后", "之际", "期间", "前", "之前":
		return k-1 > c.to
	}
	return false
}

// nounToo are verbs that are as often nouns.
var nounToo = set(`要求 主张 建议 承诺 保证 报告 声明 警告 反对 支持 批评 指责 指控 解释`)

// followed reports a noun that is kept to, met or put before 和: 按…要求, 符合要求.
func (r *reader) followed(c *cue) bool {
	for k := c.at - 1; k >= 0 && c.at-k < 8 && r.mark(k) == 0; k-- {
		switch r.x.Text(k) {
		case "按", "按照", "根据", "依照", "符合", "满足", "达到", "适应", "遵循", "落实":
			return true
		}
		if r.x.Tokens[k].Kind == clause.Name {
			break
		}
	}
	for k := c.at - 1; k > 0; k-- { // 的|根本|要求, 提升|警告
		t := &r.x.Tokens[k]
		if w := r.x.Text(k); w == "的" || gives[w] || r.mark(k) == '、' && k < c.at-1 {
			return true
		}
		if t.Kind != clause.Word || !t.Class.Has(lexicon.Adj|lexicon.Noun) || t.Class.Has(lexicon.Office|lexicon.Role|lexicon.BodyEnd|lexicon.BodyWord) {
			break
		}
	}
	return false
}

// gives are verbs that take such a noun as their object.
var gives = set(`发出 作出 做出 提升 表达 给予 接受 面临 取消 提交 符合 适应 遭到 受到 驳斥 回应`)

// does reports a verb, or what should be, in the clause that goes on at token k.
func (r *reader) does(k int) bool {
	for ; k < len(r.x.Tokens) && r.mark(k) == 0; k++ {
		t := &r.x.Tokens[k]
		if t.Kind == clause.Word && (t.Class.Has(lexicon.Verb) && !t.Class.Has(lexicon.Noun) || urging[r.x.Text(k)] || r.x.Preposition(k)) {
			return true
		}
	}
	return false
}

// where stand before a place where something is said: 在日内瓦表示.
var where = set(`在 于 自 从 抵 抵达`)

// supposed reports a verb in a clause that only supposes: 如果说…告诉我们.
func (r *reader) supposed(c *cue) bool {
	k := c.at - 1
	for k >= 0 && r.mark(k) == 0 {
		k--
	}
	switch r.x.Text(k + 1) {
	case "如果", "假如", "假设", "若", "倘若", "如果说", "即使", "一旦", "要是":
		return true
	}
	return false
}

// topics are verbs of saying that bring in what is spoken of.
var topics = set(`谈到 讲到 介绍 回答 解释 答复`)

// issued reports a noun: 发表声明.
func (r *reader) issued(c *cue) bool {
	for k := c.at - 1; k >= 0 && c.at-k < 8 && r.mark(k) == 0; k-- {
		switch r.x.Text(k) {
		case "发表", "发布", "作出", "宣读":
			return true
		}
	}
	return false
}

// explicitOld reports an old verb of one character right after a name or an
// adverb: 高氏|谓, 且|謂; not inside a name (某某云).
func (r *reader) explicitOld(c *cue) bool {
	k := c.at - 1
	if c.start > int(r.x.Tokens[c.at].Start) {
		return true
	}
	return k >= 0 && c.text != "云" && (r.x.Tokens[k].Kind == clause.Name || r.x.Passed(k) || r.x.Tokens[k].Class.Has(lexicon.Func|lexicon.Noun|lexicon.Office))
}

// planBefore reports a plan in the clause that ends with the comma at token k.
func (r *reader) planBefore(k int) bool {
	for k--; k >= 0 && r.mark(k) == 0; k-- {
		if w := r.x.Text(k); w == "将" || w == "将会" || w == "拟" {
			return r.wills(k)
		}
	}
	return false
}

// wills reports that 将 at token k says what will be, and does not bring in an
// object: 将|针对, 将|于, 将|宣布.
func (r *reader) wills(k int) bool {
	if k+1 >= len(r.x.Tokens) {
		return false
	}
	t := &r.x.Tokens[k+1]
	return t.Kind == clause.Time || r.x.Preposition(k+1) || t.Kind == clause.Word && t.Class.Has(lexicon.Verb) && !t.Class.Has(lexicon.Noun) || r.x.Text(k) != "将"
}

// noSubject reports tokens [i, j) in which every name is brought in by a
// preposition: 将|在日内瓦向瑞兰总统|宣布.
func (r *reader) noSubject(i, j int) bool {
	a, b := r.x.ActorsIn(r.startOf(i), r.startOf(j))
	for k := a; k < b; k++ {
		if r.x.Actors[k].Kind != clause.Place && !r.x.Governed(k) {
			return false
		}
	}
	for k := i; k < j; k++ {
		if w := r.x.Text(k); w == "的" || w == "者" {
			return false
		}
	}
	return true
}

// planned reports 将, 定于 or 被 before a verb, with words in between, or in the
// clause that 并 joins it to.
func (r *reader) planned(c *cue) bool {
	near := true
	for k := c.at - 1; k >= 0 && c.at-k < 16 && r.mark(k) == 0; k-- {
		switch w := r.x.Text(k); w {
		case "将", "将于", "将在", "将会", "定于", "拟", "拟于", "有望", "即将":
			return near || r.wills(k) && r.noSubject(k+1, c.at)
		case "被":
			return near
		case "并", "并且", "以及":
			return k > 1 && r.mark(k-1) == '，' && r.planBefore(k-1)
		}
		if t := r.x.Tokens[k]; t.Kind == clause.Name || c.at-k > 5 {
			near = false
		}
	}
	return false
}
