package figure

import (
	_ "embed"
	"sort"
	"strings"

	"dateline/internal/han"
)

// cue is a word that gives a bound.
type cue struct{ text, bound string }

//go:embed cues.tsv
var cuesTSV string

// cuesBefore has the words that stand before, by their last character.
var cuesBefore, cuesAfter = readCues(cuesTSV)

// readCues reads the table of cues; its form is in cues.tsv.
func readCues(table string) (before map[rune][]cue, after []cue) {
	before = map[rune][]cue{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		for _, w := range strings.Fields(f[2]) {
			if f[0] == "after" {
				after = append(after, cue{w, f[1]})
				continue
			}
			before[lastRune(w)] = append(before[lastRune(w)], cue{w, f[1]})
		}
	}
	longestFirst(after)
	for _, l := range before {
		longestFirst(l)
	}
	return before, after
}

func longestFirst(l []cue) {
	sort.SliceStable(l, func(i, j int) bool { return len(l[i].text) > len(l[j].text) })
}

// takeTail reads what is fused to a figure behind its unit: 以上, 左右, 多.
func (f *finder) takeTail(r *reading, kind string) {
	at, _ := f.after(r.to, "（含）", "(含)")
	for _, c := range cuesAfter {
		end, ok := f.after(at, c.text)
		if !ok || !tailFits(c.text, kind, r) {
			continue
		}
		r.bound, r.to = c.bound, end
		return
	}
}

// tailFits reports that a word of one character is no other word's beginning:
// 多 and 余 follow measures, 强 and 弱 shares.
func tailFits(text, kind string, r *reading) bool {
	switch text {
	case "多", "余", "餘":
		return (kind == Money || kind == Measure || kind == Age || r.kind == times || kind == Ratio) && r.unit != "成"
	case "强", "強", "弱":
		return kind == Ratio || kind == Percent
	case "许", "許":
		return kind == Money || kind == Measure
	}
	return true
}

// takeBound finds the word before the figure that bounds it, and else takes
// the bound from the number itself.
func (f *finder) takeBound(r *reading, kind string) {
	if r.bound == "" {
		r.bound = vagueBound(r.num)
	}
	if r.ranged || kind == Ordinal || kind == Rank || kind == Streak {
		return
	}
	if f.upTo(r) {
		return
	}
	at := f.cueEnd(r, kind)
	c, from := f.cueBefore(at)
	if c == nil {
		at = f.looseCueEnd(r.from)
		if c, from = f.cueBefore(at); c != nil && c.bound != AtLeast && c.bound != AtMost {
			c = nil
		}
	}
	if c == nil || r.bound == MoreThan && c.bound == About || !f.cueFits(c, from, r, kind) {
		return
	}
	r.bound = c.bound
	r.cue.Start, r.cue.End = from, from+len(c.text)
}

// vagueBound is the bound that a numeral has in itself.
func vagueBound(n han.Numeral) string {
	switch n.Vague {
	case han.Several, han.More:
		return MoreThan
	case han.Around:
		return About
	}
	return ""
}

// upTo reads 上 of 上百, 上千, which is fused to the number.
func (f *finder) upTo(r *reading) bool {
	p, ok := f.before(r.numAt, "上")
	if !ok || p+len("上") != r.numAt || !han.Begins(nextRune(f.s[r.numAt:])) || !strings.ContainsRune("百千万萬亿億", nextRune(f.s[r.numAt:])) {
		return false
	}
	r.from, r.bound = p, AtLeast
	return true
}

// linkWords may stand between a cue and its figure.
var linkWords = []string{"了", "有", "为", "為", "达到", "达", "達", "是", "占", "佔", "人民币", "高达", "的", "在", "过"}

// looseLinks may stand between 至少, 最多 and the figure.
var looseLinks = []string{"造成", "导致", "有", "需要", "需", "要", "能", "会", "增加", "减少", "再", "达到", "达", "已有", "包括", "拥有", "完成", "占", "是", "为", "了"}

// cueEnd is where the cue of a figure would end: before it, and before a word
// that links the two. 约占总数的三分之二 has more between.
func (f *finder) cueEnd(r *reading, kind string) int {
	at := trimSpaces(f.s, r.from)
	if c, _ := f.cueBefore(at); c != nil {
		return at
	}
	for range 2 {
		p, ok := f.before(at, linkWords...)
		if !ok {
			break
		}
		at = trimSpaces(f.s, p)
		if c, _ := f.cueBefore(at); c != nil {
			return at
		}
	}
	if kind == Ratio || kind == Percent {
		clause := f.clauseStart(r.from)
		if p := strings.LastIndex(f.s[clause:r.from], "占"); p >= 0 && strings.HasSuffix(f.s[clause:r.from], "的") {
			return clause + p
		}
	}
	return r.from
}

// looseCueEnd goes back over the verbs that 至少 and 最多 stand before.
func (f *finder) looseCueEnd(at int) int {
	at = trimSpaces(f.s, at)
	for range 2 {
		p, ok := f.before(at, looseLinks...)
		if !ok {
			break
		}
		at = p
	}
	return at
}

func trimSpaces(s string, at int) int { return len(strings.TrimRight(s[:at], " ")) }

// cueBefore is the longest cue that ends at at.
func (f *finder) cueBefore(at int) (*cue, int) {
	s := f.s[:at]
	group := cuesBefore[lastRune(s)]
	for i := range group {
		if c := &group[i]; strings.HasSuffix(s, c.text) && !f.partOfWord(c.text, at-len(c.text)) {
			return c, at - len(c.text)
		}
	}
	return nil, at
}

// partOfWord reports that a cue of one character is the end of another word:
// 最近, 北约, 英超.
func (f *finder) partOfWord(text string, at int) bool {
	before := lastRune(f.s[:at])
	switch text {
	case "近":
		return strings.ContainsRune("最附邻鄰临臨靠亲親远遠新就走拉贴毗相逼", before)
	case "约", "約":
		return strings.ContainsRune("条條合节節大制公预和签簽违契纽紐毁盟北婉特简隐相商守", before)
	case "超":
		return strings.ContainsRune("英中西意德法赶高反", before)
	case "破":
		return strings.ContainsRune("打爆侦攻撕揭戳突冲识", before)
	case "过", "過":
		return !strings.ContainsRune("已均超总早再数", before)
	case "<", ">", "＜", "＞":
		return before >= 'A' && before <= 'z'
	}
	return false
}

// cueFits reports that the cue bounds the figure: 突破5项技术 and 打破3项纪录
// break through what is counted.
func (f *finder) cueFits(c *cue, from int, r *reading, kind string) bool {
	if c.text == "突破" || c.text == "破" || c.text == "冲破" {
		return kind != Count || r.low.Cmp(han.NewDecimal(100, 0)) >= 0
	}
	return true
}
