package timex

import (
	"strings"
	"unicode/utf8"
)

// variants has pairs of a character as it is written in traditional script,
// or in an older form, and the simplified one that stands in the tables of
// this package (Unihan kSimplifiedVariant, kSemanticVariant). All take three
// bytes, so that a folded text has the offsets of the text.
const variants = "" +
	"亂乱 亞亚 佈布 來来 倆俩 倉仓 個个 倫伦 備备 傢家 傳传 僅仅 價价 億亿 儘尽 兒儿 內内 兩两 凱凯 別别 則则 剋克 剛刚 " +
	"創创 劃划 劇剧 動动 務务 勛勋 勝胜 勞劳 勳勋 區区 協协 卽即 厤历 叄叁 員员 問问 啓启 啟启 噸吨 噹当 嚮向 囌苏 國国 圍围 " +
	"園园 圓圆 圖图 團团 垻坝 執执 堅坚 報报 場场 塊块 壩坝 夠够 奧奥 奬奖 婦妇 嬰婴 學学 實实 寧宁 審审 寫写 寶宝 將将 對对 " +
	"導导 屆届 層层 屬属 峯峰 島岛 嵗岁 師师 幣币 幾几 庫库 廠厂 廣广 廳厅 弔吊 張张 強强 彆别 彿佛 後后 從从 徵征 愛爱 " +
	"慘惨 慶庆 憶忆 應应 懞蒙 戀恋 戰战 捨舍 擊击 擔担 擬拟 擴扩 攤摊 敎教 敗败 敵敌 數数 斷断 於于 時时 晝昼 曆历 曉晓 曏向 " +
	"書书 會会 東东 査查 條条 棟栋 業业 極极 榦干 樂乐 樓楼 標标 樣样 樹树 橋桥 機机 檔档 檯台 櫃柜 歐欧 歡欢 歲岁 歷历 殺杀 " +
	"氣气 決决 沒没 淩凌 測测 準准 溝沟 溫温 滿满 漢汉 漲涨 潛潜 濛蒙 濟济 為为 烏乌 熱热 營营 爐炉 爭争 爲为 爾尔 牀床 獎奖 " +
	"獲获 現现 產产 産产 甦苏 甯宁 畢毕 當当 癢痒 發发 盡尽 盧卢 眞真 矇蒙 確确 碼码 磯矶 礦矿 禎祯 禮礼 種种 稱称 穀谷 穫获 " +
	"窩窝 箇个 節节 糰团 糾纠 紀纪 約约 紅红 納纳 紐纽 級级 紮扎 紹绍 終终 組组 結结 統统 經经 綠绿 綫线 維维 緑绿 緒绪 線线 " +
	"編编 緩缓 緻致 總总 繼继 續续 纍累 纔才 罷罢 羅罗 義义 聖圣 聞闻 聯联 聰聪 聲声 脩修 腳脚 臘腊 臨临 臺台 與与 興兴 舉举 " +
	"舊旧 舘馆 艙舱 艦舰 茲兹 莊庄 華华 萊莱 萬万 葉叶 葯药 蓆席 薩萨 藝艺 藥药 藴蕴 蘇苏 蘊蕴 蘭兰 處处 號号 虧亏 蟄蛰 衕同 " +
	"衚胡 衛卫 裏里 裡里 製制 見见 規规 親亲 覺觉 觀观 訂订 計计 訊讯 託托 記记 訪访 許许 訴诉 註注 証证 詞词 試试 話话 該该 " +
	"誌志 認认 誕诞 語语 說说 説说 課课 調调 談谈 論论 諜谍 諾诺 謂谓 講讲 證证 識识 譯译 議议 護护 讀读 變变 讓让 豐丰 貝贝 " +
	"貞贞 負负 財财 貨货 貳贰 買买 費费 貼贴 賀贺 資资 賈贾 賓宾 賠赔 賽赛 踰逾 車车 軍军 較较 載载 輔辅 輕轻 輪轮 轉转 辦办 " +
	"辭辞 農农 迴回 這这 連连 週周 進进 遊游 運运 過过 達达 遠远 適适 選选 邁迈 邊边 郵邮 鄰邻 鈡钟 鋒锋 鋼钢 錶表 鍾钟 鏡镜 " +
	"鐘钟 鐵铁 長长 門门 開开 閏闰 間间 閘闸 閣阁 閤合 關关 闡阐 陣阵 陰阴 陸陆 陽阳 隊队 際际 險险 隻只 雙双 離离 電电 靈灵 " +
	"鞦秋 韆千 項项 順顺 須须 預预 頓顿 領领 頭头 願愿 顯显 風风 颱台 飛飞 飯饭 餅饼 餘余 館馆 馬马 驗验 驚惊 體体 髮发 鬍胡 " +
	"鬚须 鬨哄 魯鲁 鮮鲜 鹹咸 麥麦 麪面 麫面 麵面 黃黄 點点 黨党 鼕冬 齡龄 齣出 龍龙 "

// simplified is what each character of variants is folded to, 0 for others.
var simplified = func() *[1 << 16]uint16 {
	var t [1 << 16]uint16
	for _, pair := range strings.Fields(variants) {
		a, n := utf8.DecodeRuneInString(pair)
		b, _ := utf8.DecodeRuneInString(pair[n:])
		t[a] = uint16(b)
	}
	return &t
}()

// fold writes a text in simplified characters as far as the tables need it.
// Offsets stay what they were; a text without such characters is given back
// as it is.
func fold(s string) string {
	i := nextVariant(s, 0)
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for ; i < len(s); i = nextVariant(s, i+3) {
		utf8.EncodeRune(b[i:i+3], rune(simplified[three(s, i)]))
	}
	return string(b)
}

// nextVariant is the offset of the next character that is folded.
func nextVariant(s string, i int) int {
	for i+2 < len(s) {
		if s[i] < 0xe3 || s[i] >= 0xf0 {
			i++
			continue
		}
		if simplified[three(s, i)] != 0 {
			return i
		}
		i += 3
	}
	return len(s)
}

// three is the character that three bytes write.
func three(s string, i int) uint16 {
	return uint16(s[i]&0x0f)<<12 | uint16(s[i+1]&0x3f)<<6 | uint16(s[i+2]&0x3f)
}
