package page

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/span"
)

// Work is a title in 《…》 in a joined text, marks included.
type Work struct {
	Span span.Span
	Kind string // document, newspaper, book, other
}

// longestWork is the length in characters above which an opening mark is not
// taken to be closed by the next closing one: it was left open.
const longestWork = 120

// Works finds the titles in a text. A title inside a title is part of it; a
// mark that is not closed in its paragraph opens none.
func Works(text string) []Work {
	var out []Work
	for at := 0; ; {
		i := strings.Index(text[at:], "《")
		if i < 0 {
			return out
		}
		start := at + i
		end := closeWork(text[start:])
		if end < 0 {
			at = start + len("《")
			continue
		}
		w := Work{Span: span.Span{Start: start, End: start + end}}
		w.Kind = workKind(text[start+len("《") : w.Span.End-len("》")])
		out = append(out, w)
		at = w.Span.End
	}
}

// closeWork gives the length of the title at the start of s, -1 where it is
// not closed.
func closeWork(s string) int {
	depth, n := 0, 0
	for i, r := range s {
		switch r {
		case '《':
			depth++
		case '》':
			if depth--; depth == 0 {
				return i + utf8.RuneLen(r)
			}
		case '\n':
			return -1
		}
		if n++; n > longestWork {
			return -1
		}
	}
	return -1
}

// endings of titles that say what a work is.
var (
	documentEnds = strings.Fields(`声明 公报 公报》 协定 协议 协议书 条约 公约 宪章 宣言 议定书 备忘录 规划 计划 纲要 意见 决定 决议 通知 条例 办法 规定 规则 细则 法 草案 报告 白皮书 方案 纪要 文件 共识 立场 倡议 命令 章程 准则 解释 展望 行动计划 合同 换文 照会 指示 批复 公告 通报 要点 清单 指南 标准 目录 路线图`)
	paperEnds    = strings.Fields(`日报 晚报 时报 晨报 早报 周报 周刊 月刊 杂志 邮报 新闻 导报 文摘 评论 画报 报 学报 通讯 新报 先驱报 卫报 论坛报 电讯报 日刊`)
)

func workKind(title string) string {
	title = strings.TrimSpace(title)
	if i := strings.LastIndexAny(title, "（("); i > 0 {
		title = title[:i]
	}
	for _, e := range documentEnds {
		if strings.HasSuffix(title, e) {
			return "document"
		}
	}
	if utf8.RuneCountInString(title) <= 10 {
		for _, e := range paperEnds {
			if strings.HasSuffix(title, e) {
				return "newspaper"
			}
		}
	}
	return "other"
}

// Title is the text of a work without its marks.
func Title(text string) string {
	return strings.TrimSuffix(strings.TrimPrefix(text, "《"), "》")
}
