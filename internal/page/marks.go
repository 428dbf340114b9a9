package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// mark gives the length of a mark of the site before a headline ([视频],
// 【组图】), 0 where there is none.
func mark(s string) int {
	if r, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune("[【(（", r) {
		return 0
	}
	return len(markForm.FindString(s))
}

// dot gives the length of a dot or a star before a dateline, 0 where there is
// none.
func dot(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || !strings.ContainsRune("●◆★■▲◎○☆▼", r) {
		return 0
	}
	if _, ok := scanDateline(s[size:]); !ok {
		return 0
	}
	return size
}

var markForm = regexp.MustCompile(`^[\[【(（](视频|音频|组图|图文|图集|高清|直播|滚动|多图|动图|影音|影片|圖集|影音新聞)[\]】)）]\s*`)

// stations are the names before 消息 or a colon in a source tag.
var stations = []string{"央视网消息", "央视网", "中国网络电视台消息", "本台消息", "本网消息", "新华网消息", "人民网消息",
	"中新网消息", "央广网消息", "国际在线消息", "综合消息", "本台综合消息", "消息", "快讯", "本台快讯", "综合快讯"}

// sourceTag gives the length of the source tags at the start of s: 央视网消息
// （新闻联播）： or 倫敦廿三日廣播：波恩訊：. n is 0 where there are none.
func sourceTag(s string) (tag string, n int) {
	if n = stationTag(s); n > 0 {
		return s[:n], n
	}
	for {
		m := placeTag(s[n:])
		if m == 0 {
			return s[:n], n
		}
		n += m
	}
}

// stationTag gives the length of a tag that names a station or a site.
func stationTag(s string) int {
	switch r, _ := utf8.DecodeRuneInString(s); r {
	case '央', '中', '本', '新', '人', '国', '综', '消', '快':
	default:
		return 0
	}
	for _, name := range stations {
		if !strings.HasPrefix(s, name) {
			continue
		}
		n := len(name)
		if r, size := utf8.DecodeRuneInString(s[n:]); r == '（' || r == '(' {
			end := strings.IndexAny(s[n+size:cut(s, n+60)], "）)")
			if end < 0 {
				continue
			}
			n += size + end
			_, size = utf8.DecodeRuneInString(s[n:])
			n += size
		}
		if r, size := utf8.DecodeRuneInString(s[n:]); r == '：' || r == ':' {
			return n + size
		}
	}
	return 0
}

var (
	placeTagForm = regexp.MustCompile(`^[\p{Han}]{2,6}?(` + dayForm + `)?(讯|訊|廣播|广播|专电|專電|电|電|消息)$`)
	notPlaces    = []string{"据", "據", "发", "發", "来", "來", "的", "通", "条", "這", "这", "一"}
)

// dayForm is a day as datelines print it.
const dayForm = `([\d０-９ ]{1,4}|[一二三四五六七八九十廿卅]{1,4})[日号號]`

// placeTag gives the length of a tag with a place, perhaps a day, and 讯, 电
// or 广播 before a colon.
func placeTag(s string) int {
	last := rune(0)
	for i, r := range s {
		switch {
		case i > 60 || r == '，' || r == '。':
			return 0
		case r == '：' || r == ':':
			if !strings.ContainsRune("讯訊播电電息", last) || !placeTagForm.MatchString(s[:i]) {
				return 0
			}
			for _, bad := range notPlaces {
				if strings.HasPrefix(s, bad) {
					return 0
				}
			}
			return i + utf8.RuneLen(r)
		}
		last = r
	}
	return 0
}

var goesOnForm = regexp.MustCompile(`^[〔（(【\[]?(又讯|又訊|另讯|另訊|又电|又電|另电|另電)([〕）)】\]]|[：:]|[\s\x{3000}]|$|\p{Han})`)

// goesOn gives the length of a mark that a second dispatch begins (又讯),
// with its brackets, 0 where there is none.
func goesOn(s string) int {
	if !strings.ContainsAny(s[:cut(s, 12)], "讯訊电電") {
		return 0
	}
	m := goesOnForm.FindStringSubmatchIndex(s)
	if m == nil {
		return 0
	}
	if r, size := utf8.DecodeRuneInString(s[m[4]:]); strings.ContainsRune("〕）)】]：:", r) {
		return m[4] + size
	}
	return m[3]
}

// jump is a mark that an article is continued on another page, or from one.
var (
	jumpTo   = regexp.MustCompile(`[（(〔【\[]?\s*(下转|下轉|转|轉)(第)?[\s\d０-９一二三四五六七八九十]{1,4}[版页頁]\s*[）)〕】\]]?\s*$`)
	jumpFrom = regexp.MustCompile(`^\s*[（(〔【\[]?\s*(上接|紧接|緊接|接)(第)?[\s\d０-９一二三四五六七八九十]{1,4}[版页頁][^）)〕】\]]{0,16}[）)〕】\]]?\s*`)
)

// jumpMark finds the mark that an article is continued, at the end of s.
func jumpMark(s string) []int {
	if !strings.ContainsRune("版页頁）)〕】] \u3000", lastRune(s)) {
		return nil
	}
	from := floor(s, len(s)-60)
	if !strings.Contains(s[from:], "转") && !strings.Contains(s[from:], "轉") {
		return nil
	}
	m := jumpTo.FindStringIndex(s[from:])
	if m == nil {
		return nil
	}
	return []int{from + m[0], from + m[1]}
}

// fromMark gives the mark that an article comes from another page, at the
// start of s, "" where there is none.
func fromMark(s string) string {
	if !strings.Contains(s[:cut(s, 24)], "接") {
		return ""
	}
	return jumpFrom.FindString(s)
}

// bare trims the brackets and spaces around a mark and gives what is inside.
func bare(s string) (from, to int) {
	const around = " \t\u3000（()）〔〕【】[]\n"
	t := strings.TrimLeft(s, around)
	from = len(s) - len(t)
	return from, from + len(strings.TrimRight(t, around))
}

// headPrefix gives the length of the head of a newspaper page at the start of
// a line that goes on, 0 where there is none.
func headPrefix(s string) int {
	s = s[:cut(s, 240)]
	if !hasDigit(s[:min(len(s), 90)]) || !strings.Contains(s, "版") {
		return 0
	}
	return len(headPrefixForm.FindString(s))
}

// hasDigit reports a digit of either width.
func hasDigit(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			return true
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99:
			return true
		}
	}
	return false
}

var headPrefixForm = func() *regexp.Regexp {
	const sp = `[\s\x{3000}]*`
	const digit = `[\d０-９]` + sp
	const day = `(` + digit + `){4}([-/.年]` + sp + `(` + digit + `){1,2}){2}日?` + sp
	return regexp.MustCompile(`^[\p{Han}]{2,8}` + sp + `(日期` + sp + `[：:]?` + sp + `)?` + day +
		`((版次|版期)?` + sp + `(/?卷?期?)` + sp + `[：:]?)?` + sp + `第?` + sp + `[A-D]?(` + digit + `){1,3}版` + sp)
}()

// cut gives the largest offset of s at most n that is a character's start.
func cut(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}
