package han

import "unicode/utf8"

// kind is what a character is inside a numeral.
type kind uint8

const (
	noTok     kind = iota
	arabicTok      // 0-9, ０-９
	digitTok       // 〇 to 九, 两, formal 壹 to 玖
	unitTok        // 十 百 千 万 亿 兆; val is the exponent
	tensTok        // 廿 卅 卌; val is 2, 3, 4
	someTok        // 几 数
	moreTok        // 多 余
	comeTok        // 来
	pointTok       // 点
	dotTok         // · as a point
	moneyTok       // 元 圆 角: after a formal numeral
)

// token is one character of a numeral.
type token struct {
	kind   kind
	val    uint8
	formal bool // of the set used on cheques
	weak   bool // formal, and more often a part of a word: 陆 伍 肆 拾 参
	size   int
}

// tokens has the characters; the values are those of GB/T 15835—2011 and, for
// 廿 卅 卌 兆 and the forms outside it, of the Unihan database (kPrimaryNumeric,
// kAccountingNumeric).
var tokens = func() (t tokenTable) {
	t.list = append(t.list, token{})
	t.set(token{kind: digitTok}, "〇零○◯", "一", "二", "三", "四", "五", "六", "七", "八", "九")
	t.set(token{kind: digitTok}, "", "", "两兩")
	t.set(token{kind: digitTok, formal: true}, "", "壹", "贰貳", "叁叄", "", "", "", "柒", "捌", "玖")
	t.set(token{kind: digitTok, formal: true, weak: true}, "", "", "俩倆", "参參", "肆", "伍", "陆陸")
	t.set(token{kind: unitTok}, "", "十", "百", "千", "万萬", "", "", "", "亿億", "", "", "", "兆")
	t.set(token{kind: unitTok, formal: true}, "", "拾", "佰", "仟")
	t.set(token{kind: tensTok}, "", "", "廿", "卅", "卌")
	t.set(token{kind: someTok}, "几幾数數")
	t.set(token{kind: moreTok}, "多余餘")
	t.set(token{kind: comeTok}, "来來")
	t.set(token{kind: pointTok}, "点點")
	t.set(token{kind: dotTok}, "·•．・")
	t.set(token{kind: moneyTok}, "元圆圓角")
	for r := range rune(10) {
		t.add('０'+r, token{kind: arabicTok, val: uint8(r)})
	}
	return t
}()

// tokenTable finds a character's token in two steps, so that most characters
// cost one look into a table of bytes.
type tokenTable struct {
	index [0x10000]uint8
	list  []token
}

// set gives the characters of forms[v] the value v.
func (t *tokenTable) set(k token, forms ...string) {
	for v, s := range forms {
		for _, r := range s {
			k.val = uint8(v)
			t.add(r, k)
		}
	}
}

func (t *tokenTable) add(r rune, k token) {
	k.size = utf8.RuneLen(r)
	t.index[r] = uint8(len(t.list))
	t.list = append(t.list, k)
}

// tokenAt is the token at the start of s, of kind noTok where the character
// is not part of a numeral.
func tokenAt(s string) token {
	if len(s) == 0 {
		return token{}
	}
	if c := s[0]; c < 0x80 {
		if c >= '0' && c <= '9' {
			return token{kind: arabicTok, val: c - '0', size: 1}
		}
		return token{}
	}
	if r, _ := utf8.DecodeRuneInString(s); r < 0x10000 {
		return tokens.list[tokens.index[r]]
	}
	return token{}
}

// Begins reports whether a numeral may begin with r: the quick test before
// [Number].
func Begins(r rune) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9'
	}
	if r >= 0x10000 {
		return false
	}
	k := tokens.list[tokens.index[r]].kind
	return k >= arabicTok && k <= someTok
}
