package han

import "unicode/utf8"

// Class is what a character is for a reader of Chinese text.
type Class uint8

// The classes. A character has one.
const (
	Other    Class = iota
	Space          // space, ideographic space, tab, no-break and zero-width spaces; no line ends
	Newline        // LF, CR, the Unicode line and paragraph separators
	Digit          // 0-9, half and full width
	Latin          // letters of the Latin alphabet, half and full width
	Han            // Chinese characters, 〇 and 々 among them
	Kana           // Japanese syllables
	Opening        // “ ‘ 「 『 《 〈 （ 〔 【 and their like
	Closing        // ” ’ 」 』 》 〉 ） 〕 】
	Terminal       // ends a sentence: 。 ！ ？ … and half-width ! ?
	Pause          // inside a sentence: ， 、 ； ： and half-width , ; :
	Dash           // — – ― － ─ - ～ ~
	Mark           // other punctuation: · • % ‰ / . " '
)

// ClassOf gives the class of a character.
func ClassOf(r rune) Class {
	if r < 0x80 {
		return ascii[r&0x7f]
	}
	if isHan(r) {
		return Han
	}
	return wideClass(r)
}

// isHan covers the unified ideographs and their extensions, the compatibility
// ideographs, 〇 and 々 (Unicode 16, Script=Han less the radicals).
func isHan(r rune) bool {
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3400 && r <= 0x4dbf, r == '〇', r == '々':
		return true
	case r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x323af:
		return true
	}
	return false
}

// ascii has the classes of U+0000 to U+007F.
var ascii = func() (t [128]Class) {
	for r := range rune(128) {
		switch {
		case r >= '0' && r <= '9':
			t[r] = Digit
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			t[r] = Latin
		}
	}
	set := func(c Class, s string) {
		for _, r := range s {
			t[r] = c
		}
	}
	set(Space, " \t\v\f")
	set(Newline, "\n\r")
	set(Opening, "([{<")
	set(Closing, ")]}>")
	set(Terminal, "!?")
	set(Pause, ",;:")
	set(Dash, "-~")
	set(Mark, "\"#$%&'*+./=@\\^_`|")
	return t
}()

// wideClass is the class of a character that is neither ASCII nor Han.
func wideClass(r rune) Class {
	switch r {
	case 0x3000, 0xa0, 0x200b, 0x2060, 0xfeff, 0x202f, 0x205f:
		return Space
	case 0x85, 0x2028, 0x2029:
		return Newline
	case '“', '‘', '「', '『', '《', '〈', '（', '〔', '【', '［', '｛', '〖', '｢', '﹁', '﹃', '〝', '«', '‹':
		return Opening
	case '”', '’', '」', '』', '》', '〉', '）', '〕', '】', '］', '｝', '〗', '｣', '﹂', '﹄', '〞', '»', '›':
		return Closing
	case '。', '！', '？', '…', '｡', '⋯':
		return Terminal
	case '，', '、', '；', '：', '､', '﹐', '﹑', '﹔', '﹕':
		return Pause
	case '—', '–', '―', '－', '─', '～', '〜', '‐', '‑', '−', '━', '﹣':
		return Dash
	case '·', '•', '‧', '・', '％', '‰', '／', '．', '＂', '＇', '″', '′', '＊', '＋', '＝', '℃', '※':
		return Mark
	}
	return rangeClass(r)
}

// rangeClass covers the classes that are ranges.
func rangeClass(r rune) Class {
	switch {
	case r >= 0x2000 && r <= 0x200a:
		return Space
	case r >= '０' && r <= '９':
		return Digit
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r >= 0xc0 && r <= 0x24f && r != 0xd7 && r != 0xf7:
		return Latin
	case r >= 0x3041 && r <= 0x30ff, r >= 0x31f0 && r <= 0x31ff, r >= 0xff66 && r <= 0xff9f:
		return Kana
	}
	return Other
}

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool { return isHan(r) }

// IsDigit reports whether r is 0-9 in half or full width.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// IsSpace reports whether r is a space of any width, not a line end.
func IsSpace(r rune) bool { return ClassOf(r) == Space }

// IsOpening reports whether r opens a quotation, a title or a bracket.
func IsOpening(r rune) bool { return ClassOf(r) == Opening }

// IsClosing reports whether r closes one.
func IsClosing(r rune) bool { return ClassOf(r) == Closing }

// IsTerminal reports whether r ends a sentence.
func IsTerminal(r rune) bool { return ClassOf(r) == Terminal }

// SkipSpaces is the number of bytes of spaces at the start of s.
func SkipSpaces(s string) int {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !IsSpace(r) {
			break
		}
		i += n
	}
	return i
}
