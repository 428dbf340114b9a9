package name

import (
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/internal/lexicon"
)

// alikeSounds are the characters that write one sound in transliterated names,
// a group a sound (Putonghua, tones left aside): papers of one day, and pages
// of several papers, choose differently among them (艾奇逊, 艾契逊).
const alikeSounds = `阿啊 埃艾爱 安岸 昂盎 奥澳傲 巴芭拔 白柏拜 班般 邦帮 鲍保葆宝 北贝倍 本贲 比彼毕碧俾 博波伯勃渤柏播玻 布卜步 达答 代戴黛岱 丹旦但 道多 德得 邓登 迪第蒂狄 顿敦 杜都
恩 尔儿耳 发法 凡范樊梵 费菲霏斐 芬分 佛弗夫福芙富傅伏孚 盖该 甘干 冈刚岗 高戈哥歌格葛 根 古故顾 贵圭桂 哈 海亥 汉罕翰 豪浩 赫贺荷何 亨 洪宏 胡虎 华花 怀 霍 基吉季姬济 加贾佳嘉迦 简坚建 杰捷 金津今 京晶 居
卡喀咖 凯恺楷 坎 康 考柯科可克珂 肯 孔 库 夸 昆坤 拉腊 莱来赖 兰蓝岚 朗郎 劳老 勒乐 雷蕾 利里立丽莉黎理李 连莲廉 列烈 林琳霖麟 龙隆 卢鲁路露陆 伦仑 罗洛萝 吕 马玛麻 迈麦买 曼满 茂毛 梅美 门蒙 米密弥 明敏闽 莫默摩墨 姆穆木慕 纳娜拿那 乃奈 南楠 内 尼妮倪 宁 牛纽 农 努 诺
欧 帕 派 潘 庞 佩培裴 彭 皮匹 平萍 普浦 齐奇契其琪祁 钱 恰 乔桥 切 钦琴 琼 丘邱 让 热 仁任 日 荣容 茹如 瑞芮 若 萨撒莎沙 赛塞 桑 森 山珊 尚 绍邵 舍 申 圣胜 施史石士诗什 舒 斯思司丝 松宋 苏素 索所 孙逊 塔 泰太 坦谭 汤唐 陶 特 腾滕 提缇 天田 廷亭 通同 图土 托陀脱
瓦 万 旺 威韦维魏卫 温文 沃 乌武伍吴 西希锡席喜 夏霞 肖萧 谢 辛欣 雄 休修 许 雅亚 扬杨 耶叶 伊依易 因 英莹 尤由 约 泽 扎 詹 章张 哲 珍真 芝治智 朱 佐 兹`

// sound gives for a character the first of its group, where it has one.
var sounds = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	for _, group := range strings.Fields(alikeSounds) {
		first, _ := utf8.DecodeRuneInString(group)
		for _, r := range group {
			if _, ok := out[r]; !ok {
				out[r] = first
			}
		}
	}
	return out
})

// sound is how a name sounds, for names that differ in spelling alone.
func sound(name string) string {
	return strings.Map(func(r rune) rune {
		if first, ok := sounds()[r]; ok {
			return first
		}
		return r
	}, name)
}

// leastSpelt is the length from which a foreign name of one sound is the same
// name.
const leastSpelt = 3

// mergeSpellings makes one person of foreign names that sound the same and
// have an office in common.
func (p *page) mergeSpellings() {
	var order []string
	groups := map[string][]*person{}
	for _, w := range p.people {
		part := lastPart(w.key)
		if utf8.RuneCountInString(part) < leastSpelt || !p.spelt([]rune(part)) {
			continue
		}
		s := sound(part)
		if groups[s] == nil {
			order = append(order, s)
		}
		groups[s] = append(groups[s], w)
	}
	gone := map[*person]bool{}
	for _, s := range order {
		if all := groups[s]; len(all) > 1 && len(all) < longChain {
			mergeSpelt(all, gone)
		}
	}
	if len(gone) == 0 {
		return
	}
	keep := p.people[:0]
	for _, w := range p.people {
		if !gone[w] {
			keep = append(keep, w)
		}
	}
	p.people = keep
}

// spelt reports whether the characters are a name that is spelt by its sound.
func (p *page) spelt(r []rune) bool {
	return p.isTranslit(r) && (len(r) > 3 || !p.isChinese(r) || p.names.Trait(r[0])&lexicon.CommonName == 0)
}

// mergeSpelt joins the later of two spellings to the earlier, the shorter form
// to the one with more parts.
func mergeSpelt(all []*person, gone map[*person]bool) {
	for k, w := range all {
		for _, o := range all[:k] {
			if gone[o] || gone[w] || !w.sameSpelt(o) {
				continue
			}
			if len(w.key) > len(o.key) && dotted(w.key) {
				w, o = o, w
			}
			for _, a := range w.mentions {
				o.join(a)
			}
			gone[w] = true
		}
	}
}

// sameSpelt reports whether two spellings of one sound are one person: not of
// different first names, and of one office that is of one country.
func (w *person) sameSpelt(o *person) bool {
	if w.key == o.key || w.wife != o.wife || dotted(w.key) && dotted(o.key) && sound(w.key) != sound(o.key) {
		return false
	}
	same := false
	for core := range w.cores {
		if !o.cores[core] || loose[core] {
			continue
		}
		a, b := w.landsOf(core), o.landsOf(core)
		if len(a) > 0 && len(b) > 0 && !shares(a, b) {
			return false
		}
		same = true
	}
	return same
}

// landsOf are the countries of a person's office as printed before it.
func (w *person) landsOf(core string) map[string]bool {
	out := map[string]bool{}
	w.eachOffice(func(b *body, o office) {
		word := b.word(o.start)
		if o.start >= o.mod || b.text(o.core, o.end) != core {
			return
		}
		if n := lexicon.LoadCountries().Name(b.text(int(word.Start), int(word.End))); n != nil {
			out[n.Name] = true
		}
	})
	return out
}

// eachOffice calls do with the offices right before a person's mentions.
func (w *person) eachOffice(do func(*body, office)) {
	for _, a := range w.mentions {
		if k := a.b.officeBefore(a.cand().start); k >= 0 {
			do(a.b, a.b.offices[k])
		}
	}
}
