package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/lexicon"
)

// furnitureKind is one word for what a line is that belongs to no article.
type furnitureKind string

// The kinds of furniture.
const (
	fNone       furnitureKind = ""
	fPageHead   furnitureKind = "page-head"
	fPageNumber furnitureKind = "page-number"
	fSection    furnitureKind = "section"
	fMark       furnitureKind = "mark"
	fNavigation furnitureKind = "navigation"
	fImage      furnitureKind = "image"
	fPublished  furnitureKind = "publication-line"
	fTools      furnitureKind = "tools"
	fRelated    furnitureKind = "related"
	fEditor     furnitureKind = "editor"
	fFoot       furnitureKind = "page-foot"
	fForum      furnitureKind = "forum"
	fScript     furnitureKind = "script"
	fRule       furnitureKind = "rule"
	fRepeat     furnitureKind = "repeat"
	fHeading    furnitureKind = "common-heading"
)

// web reports kinds that only a web page leaves behind.
func (k furnitureKind) web() bool {
	switch k {
	case fNavigation, fImage, fPublished, fTools, fRelated, fFoot, fForum, fScript:
		return true
	}
	return false
}

// passing reports kinds that stand in the middle of paragraphs, where a page
// turns.
func (k furnitureKind) passing() bool {
	switch k {
	case fPageHead, fPageNumber, fRule, fRepeat, fEditor:
		return true
	}
	return false
}

// longestFurniture is the length in characters above which a line is never
// taken for furniture by its words alone.
const longestFurniture = 120

// furnitureOf says what furniture a line is by its own characters.
func furnitureOf(s string, l *line) furnitureKind {
	if l.chars > longestFurniture || l.end == sentenceEnd && l.chars > 40 && !leftover(s) {
		return fNone
	}
	if bulleted(s) {
		return fNavigation
	}
	k := key(s)
	if l.end != sentenceEnd && l.chars <= 60 {
		if kind := pageHead(k); kind != fNone {
			return kind
		}
	}
	if toolWords[k] {
		return fTools
	}
	if l.chars <= 12 && lexicon.Agency(k) == len(k) {
		return fPageHead // the name of the paper or the site
	}
	if relatedWords[k] {
		return fRelated
	}
	for _, p := range furniturePatterns {
		if (p.most == 0 || l.chars <= p.most) && (p.may == nil || p.may(k)) && p.re.MatchString(k) {
			return p.kind
		}
	}
	return fNone
}

// ordinary reports a line with the commas of a sentence and none of the
// characters that furniture with commas has: nearly all lines of a body. It is
// asked of every line, so it looks closer only at the characters whose first
// two bytes are those of one that it knows.
func ordinary(s string) bool {
	comma := false
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < utf8.RuneSelf:
			if strings.IndexByte("&<{|[>", c) >= 0 {
				return false
			}
			i++
			continue
		case c < 0xE0:
			if r, _ := utf8.DecodeRuneInString(s[i:]); r == '©' || r == '»' {
				return false
			}
			i += 2
			continue
		case c >= 0xF0:
			i += 4
			continue
		case i+2 < len(s) && telling[int(c&0xF)<<6|int(s[i+1]&0x3F)]:
			switch r, _ := utf8.DecodeRuneInString(s[i:]); {
			case r == '，' || r == '。' || r == '、' || r == '；':
				comma = true
			case strings.ContainsRune(furnitureMarks, r):
				return false
			}
		}
		i += 3
	}
	return comma
}

// furnitureMarks are the characters that furniture with commas has, besides
// those of ordinary.
const furnitureMarks = "版›→•□■▪◇授隐隱载載责責源稿编編辑邮"

// telling are the first two bytes, without their marker bits, of the
// characters that ordinary knows.
var telling = func() (t [1 << 10]bool) {
	for _, r := range furnitureMarks + "，。、；" {
		t[r>>6] = true
	}
	return t
}()

// leftover reports the words of a page's foot and of programs, which are
// furniture even in a long line that ends as a sentence does.
func leftover(s string) bool {
	if program(s) {
		return true
	}
	for _, r := range s {
		switch r {
		case '版', '隐', '隱', '网', '網', '授', '举', '舉':
			return true
		}
	}
	return false
}

var program = hasASCII("&<{$@")

// bulleted reports the marks that lists of links have before each line.
func bulleted(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("•□■▪◦‣›»◇", r) {
		return false
	}
	return strings.HasPrefix(s[size:], " ") || strings.HasPrefix(s[size:], "\u3000")
}

// key is a line with its ASCII-alikes folded to ASCII and without spaces, for
// comparing.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if !isSpace(r) {
			b.WriteRune(han.Narrow(r))
		}
	}
	return b.String()
}

// pattern is one form of furniture, over a line's key.
type pattern struct {
	kind furnitureKind
	most int // characters that the line has at most, 0 for any number
	// may is a cheap look that rules most lines out, nil for none.
	may func(key string) bool
	re  *regexp.Regexp
}

// begins rules out lines that begin with none of the characters.
func begins(with string) func(string) bool {
	set := map[rune]bool{}
	for _, r := range with {
		set[r] = true
	}
	return func(k string) bool {
		r, _ := utf8.DecodeRuneInString(k)
		return set[r]
	}
}

// has rules out lines that have none of the words.
func has(words ...string) func(string) bool {
	return func(k string) bool {
		for _, w := range words {
			if strings.Contains(k, w) {
				return true
			}
		}
		return false
	}
}

// hasASCII rules out lines that have none of the characters, all ASCII.
func hasASCII(chars string) func(string) bool {
	var set [128]bool
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return func(k string) bool {
		for i := range len(k) {
			if k[i] < 128 && set[k[i]] {
				return true
			}
		}
		return false
	}
}

// clocked rules out lines without a clock time: a digit, a colon, a digit.
func clocked(k string) bool {
	for i := 1; i+1 < len(k); i++ {
		if k[i] == ':' && k[i-1] >= '0' && k[i-1] <= '9' && k[i+1] >= '0' && k[i+1] <= '9' {
			return true
		}
	}
	return false
}

const (
	num  = `[\d一二三四五六七八九十百〇零廿卅]+`
	date = `(\d{4}|[一二三四五六七八九〇零○]{4})([-/.]\d{1,2}[-/.]\d{1,2}|年` + num + `月` + num + `日)`
)

var furniturePatterns = []pattern{
	{fImage, 0, begins("["), regexp.MustCompile(`^(\[[^\[\]\p{Han}]*\])+$`)},
	{fRule, 0, begins("-—–_=*+~·•.…|/\\<>#^※☆★○●◎"), regexp.MustCompile(`^[-—–_=*+~·•.…|/\\<>#^※☆★○●◎]+$`)},
	{fTools, 0, begins("+【[字大中小|"), regexp.MustCompile(`^(\+\d{1,6}|【纠错】|\[?字[体号][:：]?.{0,12}|[大中小|]{3,5})$`)},
	{fPageNumber, 0, begins("-—–－·•~0123456789"), regexp.MustCompile(`^[-—–－·•~]*\d{1,4}[-—–－·•~]*$`)},
	{fPageNumber, 0, begins("第Pp0123456789"), regexp.MustCompile(`^(第` + num + `[版页頁](\(\))?|第?\d+[页頁][,/]?\(?共\d+[页頁]\)?|(?i:page)\d+(of\d+)?|\d+/\d+)$`)},
	{fSection, 30, begins("专專栏版分"), regexp.MustCompile(`^(专栏|專欄|栏目|版次|分类)[:：].{0,16}$`)},
	{fMark, 8, begins("作"), regexp.MustCompile(`^作者[:：]$`)},
	{fMark, 16, begins("(（附"), regexp.MustCompile(`^[(（]?(附图片?|附圖片?|附表|图片|附照片)[\d一二三四五六七八九十]*[张张幅]?[）)]?$`)},
	{fPublished, 60, begins("来來稿发更时日"), regexp.MustCompile(`^(来源|來源|稿源|发布时间|发表时间|更新时间|发稿时间|时间|日期)[:：].{0,50}$`)},
	{fPublished, 60, begins("(0123456789一二三四五六七八九"), regexp.MustCompile(`^\(?` + date + `(日)?(星期.)?(\d{1,2}[:：]\d{2}([:：]\d{2})?)?\)?(\|?(来源|來源|稿源|作者|编辑|选稿)[:：].{0,40})?$`)},
	{fPublished, 60, clocked, regexp.MustCompile(`^.{0,16}` + date + `\d{1,2}[:：]\d{2}.{0,24}$`)},
	{fEditor, 40, begins("[(【〔责責编編实值校审监美版本统"), regexp.MustCompile(`^[\[(【〔]?(责任编辑|責任編輯|责编|責編|编辑|編輯|实习编辑|值班编辑|校对|审核|监制|编审|美编|版式设计|本版编辑|本版责编|本期编辑|值班编委|统筹|编校)[:：/、].{1,30}$`)},
	{fNavigation, 60, begins("您你当现所位"), regexp.MustCompile(`^([您你]?(所在|现在|当前)?(的)?位置[:：]).*$`)},
	{fNavigation, 50, has(">", "»", "›", "→"), regexp.MustCompile(`^\p{Han}[^。，,]{0,20}(>>?|»|›|→)[^。，,]{1,28}$`)},
	{fNavigation, 24, has("正文"), regexp.MustCompile(`^.{0,12}(网|網|频道|首页)正文$`)},
	{fNavigation, 0, begins("EFР日한"), regexp.MustCompile(`^(English|Français|Español|Русский|عربي|日本語|한국어){2,}$`)},
	{fTools, 40, begins("推分打关扫订下手点【我发共浏阅"), regexp.MustCompile(`^(推荐给朋友|分享到|打印本|关注|扫一扫|扫描|订阅|下载|手机看|点击进入|【?打印|我要|发表评论|共有\d+条评论|浏览次数|阅读次数|点击数)`)},
	{fRelated, 30, begins("【相推延精热新更"), regexp.MustCompile(`^【?(相关(新闻|阅读|报道|链接|专题|稿件|文章)|推荐阅读|延伸阅读|精彩推荐|热门推荐|热点新闻|新闻排行|更多新闻)】?[:：]?>*$`)},
	{fFoot, 0, has("版权", "ICP", "公网安备", "opyright", "ights", "©", "举报", "网站地图", "邮编", "未经"), regexp.MustCompile(`版权所有|ICP[备证]|公网安备|(?i:all ?rights ?reserved|copyright)|©|不良信息举报|举报电话|网站地图|(^|.*)邮编[:：]\d{6}|未经.{0,12}(授权|许可).{0,12}(转载|使用)`)},
	{fFoot, 90, has("隱私", "隐私", "ookie", "本網站", "本网站", "本站", "授權"), regexp.MustCompile(`隱私權|隐私政策|隐私权|(?i:cookie)|(本網站|本网站|本站).{0,40}(授權|授权|轉載|转载|蒐集|搜集|版權|版权)|非經授權|未經授權|著作權所有`)},
	{fForum, 50, begins("楼沙板地#0123456789发只倒查本举回引支反收使点评顶踩积帖主精威金注最在阅[复电"), regexp.MustCompile(`^(楼主|沙发|板凳|地板|\d+[#楼]|#\d+|(发表于|发布于|发帖).{0,30}|只看(该作者|楼主).*|倒序(浏览|看帖).*|查看[:：]?\d+.*回复.*|本帖最后由.*编辑|(举报|回复|引用|支持|反对|收藏|使用道具|点评|评分|顶|踩){1,4}|(积分|帖子|主题|精华|威望|金钱|注册时间|最后登录|在线时间|阅读权限)[:：]?[\d-]*.{0,8}|\[?复制链接\]?|电梯直达)$`)},
	{fForum, 50, has("发表于"), regexp.MustCompile(`^.{0,16}发表于` + date + `?.{0,12}$`)},
	{fScript, 0, has("&", "<", "{{", "}}", "-->", "$(", "function(", "document.", "javascript:", "var"), regexp.MustCompile(`&(nbsp|amp|lt|gt|quot|#\d+);|<!--|-->|\{\{|\}\}|</?[a-zA-Z][^>]*>|function\(|document\.|javascript:|var[a-zA-Z_]+=|\$\(`)},
}

// toolWords are lines that a web page's buttons and menus leave behind, by
// their key.
var toolWords = set(`首页 搜索 频道 客户端 移动客户端 手机版 电脑版 下一篇 上一篇 上一条 下一条 下一页 上一页 末页 尾页 打印
	打印本页 关闭 关闭窗口 【关闭】 【打印】 【关闭窗口】 收藏 收藏本页 分享 分享到 分享到: 评论 网友评论 我要评论 微信 微博 新浪微博 腾讯微博 QQ空间 Qzone 人人网 豆瓣
	图集 加载更多 更多 更多>> 查看更多 返回顶部 返回首页 返回 回到顶部 附件 附件: 纠错 新闻评论 登录 注册 免费注册 设为首页 加入收藏 联系我们 关于我们 友情链接
	网站首页 字体:大中小 大中小 繁体 简体 繁體 简体中文 English 无障碍 搜索关键词 请输入关键词 确定 提交 取消 点赞 赞 转发 正文 字号 默认 责任编辑 编辑 分享按钮 转发微博
	视频 图片 评论区 全部评论 最新评论 热门评论 写评论 展开全文 阅读全文 点击查看 原文链接 阅读原文 关注 订阅 举报 投诉 返回列表 联系方式`)

// relatedWords head lists of other pages.
var relatedWords = set(`相关新闻 相关阅读 相关报道 相关链接 相关专题 相关稿件 相关文章 推荐阅读 延伸阅读 热帖 热门 热点 热门推荐 精彩推荐
	猜你喜欢 大家都在看 最新新闻 新闻排行 排行榜 24小时热文 为您推荐 编辑推荐 今日推荐 更多新闻`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pageHeadTokens are what the head of a newspaper page is made of; a line
// with nothing else, or next to nothing, is one.
var pageHeadTokens = []*regexp.Regexp{
	regexp.MustCompile(date),
	regexp.MustCompile(`第?` + num + `版(\(\))?|版次/?卷?期?[:：]?(第?` + num + `版)?|[A-D]\d{1,2}版?|头版`),
	regexp.MustCompile(`要闻|综合|国际|国内|时政|经济|社会|文化|体育|评论|理论|专版|专刊|副刊|地方|视点|广告|新闻|财经|科教|教育|军事|港澳|台湾|生活|健康|读者`),
	regexp.MustCompile(`日期[:：]|(星期|礼拜|週|周)[一二三四五六日天]|(农历|農曆|夏历)[\p{Han}]{2,10}|第\d{2,6}(期|号)|总第?\d{2,6}期?|今日` + num + `版`),
	regexp.MustCompile(`[\p{Han}]{1,6}(报|報|新闻|新聞)|参考消息|參考消息`),
}

// inBrackets are the tags of a forum before a title.
var inBrackets = regexp.MustCompile(`^\[[^\[\]]{1,8}\]`)

// headLike rules out lines with no date, no paper and no page number.
func headLike(k string) bool {
	if strings.Contains(k, "版") {
		return true
	}
	return strings.ContainsAny(k, "0123456789一") && (strings.Contains(k, "报") || strings.Contains(k, "報") || dated.MatchString(k))
}

var dated = regexp.MustCompile(date)

// pageHead says whether a line's key is the head of a newspaper page, or a
// page number in it.
func pageHead(k string) furnitureKind {
	if !headLike(k) {
		return fNone
	}
	k = inBrackets.ReplaceAllString(k, "")
	rest, kinds := k, 0
	for _, re := range pageHeadTokens {
		if r := re.ReplaceAllString(rest, ""); len(r) < len(rest) {
			kinds++
			rest = r
		}
	}
	if rest != "" && strings.Trim(rest, "0123456789-—–·") == "" {
		kinds++ // the number of the page
	}
	if kinds >= 2 && utf8.RuneCountInString(rest) <= 4 && strings.IndexFunc(rest, han.IsHan) < 0 {
		return fPageHead
	}
	return fNone
}
