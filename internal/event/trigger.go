package event

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// The kinds of events, as the record has them.
const (
	Meet         = "meet"
	Talks        = "talks"
	Visit        = "visit"
	Arrive       = "arrive"
	Depart       = "depart"
	PhoneCall    = "phone-call"
	VideoMeeting = "video-meeting"
	Sign         = "sign"
	Issue        = "issue"
	Attend       = "attend"
	Speech       = "speech"
	Letter       = "letter"
	Ceremony     = "ceremony"
	Convene      = "convene"
	Appoint      = "appoint"
)

// frame is how the arguments of a trigger stand.
type frame uint8

const (
	reaching   frame = iota // S 会见 O, S 同 O 会见
	mutual                  // S 同 O 会谈
	holding                 // S 举行 N, N 举行
	visiting                // S 访问 P, S 对 P 进行访问
	calling                 // S 到 P 向 O 祝贺
	arriving                // S 抵达 P
	departing               // S 离开 P
	seeingOff               // S 欢送 O
	signing                 // S 签署 D
	issuing                 // S 发表 D
	attending               // S 出席 N
	speaking                // S 讲话
	writing                 // S 致电 O
	writ                    // S 在贺电中说
	sending                 // S 给 O 发来贺电
	treating                // S 宴请 O
	appointing              // S 任命 O 为 T
	entering                // S 就任 T
	welcoming               // S 到机场迎接 O
	cancelling              // S 取消 N
)

// trigger is a word that tells an event.
type trigger struct {
	word  string
	kind  string
	frame frame
}

// table lists the triggers by kind and frame. The older words are those of the
// papers before 1955.
var table = []struct {
	kind  string
	frame frame
	words string
}{
	{Meet, reaching, `会见 接见 会晤 拜会 召见 谒见 晋谒 谒 晋见 延见 见面 会面 晤面 面晤 接晤 晤见 会见并宴请 往晤`},
	{Talks, mutual, `会谈 谈话 商谈 晤谈 谈判 面谈 洽谈 叙谈 座谈 恳谈 交谈 倾谈 接谈`},
	{PhoneCall, mutual, `通电话 通话 电话交谈 互通电话`},
	{VideoMeeting, mutual, `视频会晤 视频会见 视频会谈 视频通话 视频连线 视频见面`},
	{"", holding, `举行 举办 召开 召集 主持召开 主持 进行 开会 作 集会 开幕 闭幕 揭幕 续开 复会`},
	{Visit, visiting, `访问 出访 往访 访 到访 造访 考察 调研 视察 访华 访美 访俄 访苏 访日 访欧 访英 访法 访德 访朝 访印 访韩 参观访问 巡视`},
	{Visit, calling, `看望 探望 拜访 慰问 祝贺 吊唁 拜年 致哀 祝寿 贺年 贺寿`},
	{Arrive, arriving, `抵达 到达 抵 飞抵 返抵 到了 莅临 莅 进抵 安抵 行抵 抵步 莅止 飞到 回到 返回 返 开抵 驶抵 已到 乘机到 飞返 遄返 转抵`},
	{Depart, departing, `离开 离 启程 动身 起程 飞往 回国 离京 启行 首途 出发 离境 离任回国 前往 赴 离港 离沪 启程前往 启程赴 起飞 返国 飞赴 转赴`},
	{Depart, seeingOff, `欢送 送行 送别`},
	{Sign, signing, `签署 签订 签字 签名 缔结 草签 签约 订立 换文 签定 会签 签盟`},
	{Issue, issuing, `发表 公布 颁布 发布 印发 刊发 刊登 宣布生效 公布施行 颁行 宣示 登载 明令公布 刊布 印行 公布实施`},
	{Attend, attending, `出席 列席 参加 参与 在座 作陪`},
	{Speech, speaking, `演说 演讲 讲话 致辞 致词 讲演 训话 广播演说 致开幕词 致欢迎词 致悼词 致祝酒词 致闭幕词 致答词 致欢迎辞 致开幕辞 发表讲话 训词`},
	{Letter, writing, `致电 致信 致函 去电 复电 复信 复函 电贺 函贺 致电或致函 去函 去信 驰电 电复 电慰 电唁 致贺电 致贺信 致唁电 致慰问电 上书 回信 函复 致书 互致贺电 互致贺信 互致慰问电`},
	{Letter, writ, `贺电 贺信 贺函 唁电 慰问电 唁函 复电 复信 回信 来信 来电 公开信 信`},
	{Letter, sending, `发来 发去 拍发 寄来 致送 送来 递交 转达 拍来`},
	{Ceremony, treating, `宴请 设宴 欢宴 款待 设宴招待 宴待 公宴 设宴欢迎`},
	{Appoint, appointing, `任命 委任 选举 推选 推举 特任 简任 选出 特派 任免 聘请 聘任`},
	{Appoint, entering, `就任 当选 当选为 就职 出任 连任 继任 接任 履新 受命 调任 改任 升任 宣誓就职`},
	{"", welcoming, `迎接 欢迎 迎候 恭迎 迎 接机 郊迎 往迎`},
	{"", cancelling, `取消 推迟 延期 中止 暂停 改期`},
}

// index finds the triggers by their first character: the longest come first.
type index struct {
	at   [0x5200]uint16 // by character from U+4E00, 0 for none
	list [][]trigger
}

// triggers makes the index at its first call.
var triggers = sync.OnceValue(func() *index {
	x := &index{list: make([][]trigger, 1)}
	for _, row := range table {
		for _, w := range strings.Fields(row.words) {
			r, _ := utf8.DecodeRuneInString(w)
			slot := &x.at[r-0x4E00]
			if *slot == 0 {
				*slot = uint16(len(x.list))
				x.list = append(x.list, nil)
			}
			x.list[*slot] = insert(x.list[*slot], trigger{w, row.kind, row.frame})
		}
	}
	return x
})

// insert puts a trigger into a list, longer words first.
func insert(list []trigger, t trigger) []trigger {
	i := 0
	for i < len(list) && len(list[i].word) >= len(t.word) {
		i++
	}
	list = append(list, trigger{})
	copy(list[i+1:], list[i:])
	list[i] = t
	return list
}

// of gives the triggers that begin with r.
func (x *index) of(r rune) []trigger {
	if r < 0x4E00 || r >= 0xA000 {
		return nil
	}
	return x.list[x.at[r-0x4E00]]
}
