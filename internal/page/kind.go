package page

import (
	"strings"
	"unicode/utf8"
)

// unmarked reports several paragraphs none of which ends a sentence: verse, a
// list.
func (b *body) unmarked() bool {
	for _, g := range b.paras {
		if g.end != openEnd {
			return false
		}
	}
	return len(b.paras) > 1
}

// beginsMid reports a first paragraph that begins in mid-sentence.
func beginsMid(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return cannotBegin(s) || strings.ContainsRune("的了着們们", r)
}

// The last words of headlines that say what an article is, and words of a
// conversation anywhere in one.
var (
	documentHeads = strings.Fields(`公报 公報 声明 聲明 条约 條約 协定 協定 议定书 决议 決議 宪法 通知 通告 条例 办法 规定 语录 語錄 讲话 致辞 社论 社論 年谱 纪要 备忘录 宣言`)
	noticeHeads   = strings.Fields(`启事 啟事 讣告 訃告 公告 更正 招聘 广告`)
	talkWords     = strings.Fields(`记者会 答记者问 专访 專訪 访谈 問答 问答 对话`)
)

func endsWith(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// kindOf says what an article is, by its labels and its headline.
func kindOf(b *body, r Article) string {
	if b.caption || len(b.paras) == 1 && len(b.heads) > 0 && b.dateline == nil && illustrated(b.paras[0].text) {
		return "caption"
	}
	labels, asked := 0, 0
	for _, g := range b.paras {
		if question(g.text) {
			asked++
		} else if label(g.text) > 0 {
			labels++
		}
	}
	head := ""
	for _, h := range b.heads {
		head += h.text + " "
	}
	head = strings.TrimSpace(head)
	switch {
	case asked >= 2 || asked+labels >= 3 || asked+labels >= 1 && has(talkWords...)(head):
		return "qa"
	case b.rule == "article/brief":
		return "brief"
	case endsWith(head, noticeHeads):
		return "notice"
	case b.dateline == nil && endsWith(strings.TrimSuffix(strings.TrimRight(head, "（()）"), "全文"), documentHeads) || strings.Contains(r.Body.Text(), "△"):
		return "document"
	}
	return "report"
}

// illustrated reports the words of a caption that says what its picture
// shows anywhere in one short paragraph.
func illustrated(s string) bool {
	return utf8.RuneCountInString(s) <= 150 && (illustrates(s) || strings.Contains(s, "。这是") || strings.Contains(s, "。這是"))
}
