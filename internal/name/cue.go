package name

import (
	"iter"
	"sync"
	"unicode/utf8"
)

// What a character can be the sign of: each text is looked through once, and
// each rule then sees the characters that it begins with.
const (
	cuePronoun  uint16 = 1 << iota // 他, 她
	cueGroup                       // 两国, 双方, 会议
	cueCall                        // 名叫
	cueCredit                      // 摄
	cueHead                        // 以X为团长, 由X率领
	cueTake                        // 担任
	cueRegion                      // 两岸
	cueCongress                    // 十五大
	cueAlias                       // 简称
	cueNick                        // 老何, 何哥
	cueList                        // 等地, 6个乡
	cueShort                       // 中俄
	cueLine                        // a line feed
)

// sign is a character that a rule may begin with.
type sign struct {
	at   int32
	what uint16
}

// cues are what each character of two bytes in UTF-16 can be the sign of.
var cues = sync.OnceValue(func() *[0x10000]uint16 {
	var t [0x10000]uint16
	add := func(what uint16, words ...string) {
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			t[r&0xFFFF] |= what
		}
	}
	add(cuePronoun, "他", "她")
	add(cueGroup, "两", "双", "会", "大", "全")
	add(cueCall, append([]string{"叫"}, calls...)...)
	add(cueCredit, "摄")
	add(cueHead, "以", "由")
	add(cueTake, office0...)
	for w := range regions {
		add(cueRegion, w)
	}
	add(cueCongress, "大")
	add(cueAlias, "简")
	add(cueNick, "老", "小")
	for r := range kin {
		add(cueNick, string(r))
	}
	add(cueList, "等", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
	add(cueLine, "\n")
	for r := range t {
		if shorts().may(rune(r)) {
			t[r] |= cueShort
		}
	}
	return &t
})

// findSigns looks through the text.
func (b *body) findSigns() {
	t := cues()
	b.signs = make([]sign, 0, len(b.t.Runes)/8)
	for i, r := range b.t.Runes {
		if r < 0x10000 && t[r] != 0 {
			b.signs = append(b.signs, sign{int32(i), t[r]})
		}
	}
}

// each gives the places of a sign in order.
func (b *body) each(what uint16) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, s := range b.signs {
			if s.what&what != 0 && !yield(int(s.at)) {
				return
			}
		}
	}
}
