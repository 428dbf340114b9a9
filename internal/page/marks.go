package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// mark gives the length of a mark of the site before a headline ([视频],
// 【组图】), 0 where there is none.
func mark(s string) int {
	m := markForm.FindString(s)
	return len(m)
}

var markForm = regexp.MustCompile(`^[\[【(（](视频|音频|组图|图文|图集|高清|直播|滚动|多图|动图|影音|影片|圖集|影音新聞)[\]】)）]\s*`)

// tagForm is a source before the first words of a body: the name of a
// station or a site with 消息, or a place and perhaps a day with 讯, 电 or
// 广播, and a colon.
var tagForm = regexp.MustCompile(`^(央视网消息|央视网|中国网络电视台消息|本台消息|(本台|本网|本报|新华网|人民网|中新网|央广网|国际在线)?(综合)?(消息|快讯))([（(][^（）()]{2,12}[）)])?[：:]` +
	`|^[\p{Han}]{2,6}?(` + dayForm + `)?(讯|訊|廣播|广播|专电|專電|电|電|消息)[：:]`)

// dayForm is a day as datelines print it.
const dayForm = `([\d０-９ ]{1,4}|[一二三四五六七八九十廿卅]{1,4})[日号號]`

// sourceTag gives the length of the source tags at the start of s: 央视网消息
// （新闻联播）： or 倫敦廿三日廣播：波恩訊：. n is 0 where there are none.
func sourceTag(s string) (tag string, n int) {
	for {
		m := tagForm.FindString(s[n:])
		if m == "" || n > 0 && !strings.ContainsAny(m, "讯訊廣广") || !placed(m) {
			return s[:n], n
		}
		n += len(m)
	}
}

// placed keeps the open form of a tag from ordinary words before a colon
// (据电:, 发消息:).
func placed(m string) bool {
	for _, bad := range []string{"据", "據", "发", "發", "来", "來", "的", "通", "条", "這", "这", "一"} {
		if strings.HasPrefix(m, bad) {
			return false
		}
	}
	return true
}

var goesOnForm = regexp.MustCompile(`^[〔（(【\[]?(又讯|又訊|另讯|另訊|又电|又電|另电|另電)([〕）)】\]]|[：:]|\s|$|\p{Han})`)

// goesOn gives the length of a mark that a second dispatch begins (又讯),
// with its brackets, 0 where there is none.
func goesOn(s string) int {
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
	if len(s) > 400 {
		s = s[:cut(s, 400)]
	}
	if !strings.Contains(s, "版") || !strings.ContainsAny(s[:min(len(s), 90)], "0123456789０１２３４５６７８９") {
		return 0
	}
	m := headPrefixForm.FindString(s)
	return len(m)
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
