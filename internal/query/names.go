package query

import (
	"slices"
	"strings"
)

// names are the fields, in the order of the reference.
var names = [...]string{Speaker, Person, Where, Agency, Organization, Date, Kind, Works, Unit, Headline, Body, Says, Hearer,
	Title, Source, ID, Mode, Status}

// Names gives the names of the fields, in the order of the reference.
func Names() []string { return slices.Clone(names[:]) }

// aliases are other names of the fields.
var aliases = map[string]string{
	"说话人": Speaker, "发言人": Speaker, "讲话人": Speaker, "說話人": Speaker, "發言人": Speaker,
	"人物": Person, "人名": Person, "people": Person,
	"地点": Where, "地名": Where, "地點": Where,
	"通讯社": Agency, "电头": Agency, "通訊社": Agency, "電頭": Agency,
	"机构": Organization, "组织": Organization, "機構": Organization, "組織": Organization, "org": Organization,
	"日期": Date, "时间": Date, "時間": Date,
	"事件": Kind, "event": Kind,
	"作品": Works, "文件": Works, "work": Works,
	"单位": Unit, "計量單位": Unit, "计量单位": Unit, "單位": Unit,
	"标题": Headline, "標題": Headline,
	"正文": Body,
	"言论": Says, "言論": Says, "说": Says, "說": Says,
	"听者": Hearer, "听话人": Hearer, "聽者": Hearer,
	"职务": Title, "头衔": Title, "職務": Title, "頭銜": Title,
	"来源": Source, "來源": Source,
	"编号": ID, "編號": ID,
	"方式": Mode,
	"状态": Status, "狀態": Status,
}

// fieldName gives the field that a word names.
func fieldName(word string) (string, bool) {
	if isASCII(word) {
		word = strings.ToLower(word)
	}
	if slices.Contains(names[:], word) {
		return word, true
	}
	name, ok := aliases[word]
	return name, ok
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// values are the words of the fields that take no others, as the record has
// them (docs/record.schema.json), each with its other names.
var values = map[string][]value{
	Kind: {
		{"meet", "会见 会晤 见面 接见 會見 會晤"},
		{"talks", "会谈 會談"},
		{"visit", "访问 考察 调研 訪問"},
		{"arrive", "抵达 到达 抵達 到達"},
		{"depart", "离开 启程 離開 啟程"},
		{"phone-call", "通话 通电话 電話 电话 通話"},
		{"video-meeting", "视频会晤 视频会见 视频会议 視頻會晤"},
		{"sign", "签署 签字 簽署 簽字"},
		{"issue", "发表 发布 公布 印发 發表 發布"},
		{"attend", "出席 参加 參加"},
		{"speech", "讲话 演讲 致辞 講話 演講 致辭"},
		{"letter", "致电 致信 贺电 贺信 唁电 函电 致電 賀電 賀信"},
		{"ceremony", "仪式 宴会 儀式 宴會"},
		{"convene", "会议 召开 主持 會議 召開"},
		{"appoint", "任命 任免"},
	},
	Mode: {
		{"direct", "直接 直接引语 原话"},
		{"indirect", "间接 转述 間接 轉述"},
		{"act", "表态 表態"},
		{"carried", "接续 延续 接續"},
	},
	Status: {
		{"happened", "已发生 发生 已發生"},
		{"planned", "计划 将举行 計劃"},
		{"called-off", "取消"},
	},
}

// value is a word of the record with its other names, set apart by spaces.
type value struct{ word, also string }

// valueOf gives the record's word for a value of a field.
func valueOf(of []value, text string) (string, bool) {
	if isASCII(text) {
		text = strings.ToLower(text)
	}
	for _, v := range of {
		if v.word == text || slices.Contains(strings.Fields(v.also), text) {
			return v.word, true
		}
	}
	return "", false
}

// nearestName gives the name or alias of a field that a word was likely meant
// to be, "" where none is near.
func nearestName(word string) string {
	var all []string
	for a := range aliases {
		all = append(all, a)
	}
	slices.Sort(all)
	return nearest(word, append(Names(), all...))
}

// nearestValue is nearestName for the words of a field.
func nearestValue(text string, of []value) string {
	var all []string
	for _, v := range of {
		all = append(append(all, v.word), strings.Fields(v.also)...)
	}
	return nearest(text, all)
}

// nearest gives the first of the candidates at the least distance from a word,
// "" where a third of the longer one would have to be changed, or more than
// two characters.
func nearest(word string, of []string) string {
	w, best, found := []rune(strings.ToLower(word)), 3, ""
	for _, c := range of {
		r := []rune(c)
		if n := max(len(w), len(r)); len(r) < len(w)-2 || len(r) > len(w)+2 || n < 2 {
			continue
		}
		if d := distance(w, r); d < best && 3*d <= max(len(w), len(r), 3) {
			best, found = d, c
		}
	}
	return found
}

// distance counts the characters to insert, leave out, change or swap with
// their neighbour to make b of a (optimal string alignment).
func distance(a, b []rune) int {
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		older, old, row = old, row, older
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(old[j+1]+1, row[j]+1, old[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], older[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
