package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// breaks gives the byte offsets after which a line of text may end, the last
// of them its length. They are those of the Unicode line breaking algorithm
// (UAX #14), fitted to Chinese as its section 8 allows, by GB/T 15834—2011,
// 5.1: quotation marks open and close like brackets, and no connecting dash,
// tilde, slash or middle dot stands first in a line.
func breaks(text string) []int {
	var out []int
	rest, at := bracketed(text), 0
	for state := -1; rest != ""; {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		at += len(segment)
		if rest == "" || !tied(text, at) {
			out = append(out, at)
		}
	}
	return out
}

// quotes turns the marks that UAX #14 calls QU, which it ties to both their
// neighbours, into brackets of as many bytes, which it ties to what they
// enclose.
var quotes = map[rune]rune{'“': '「', '”': '」', '‘': '「', '’': '」'}

// bracketed is text with the quotation marks that stand beside a Chinese
// character turned into brackets. Between Latin letters ’ is an apostrophe.
func bracketed(text string) string {
	if !strings.ContainsAny(text, "“”‘’") {
		return text
	}
	b := []byte(text)
	for i, r := range text {
		if q, ok := quotes[r]; ok && !between(text, i, i+utf8.RuneLen(r)) {
			utf8.EncodeRune(b[i:], q)
		}
	}
	return string(b)
}

// between reports whether letters of an alphabet stand before from and after
// to.
func between(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return alphabetic(before) && alphabetic(after)
}

func alphabetic(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// notFirst may not begin a line and notLast may not end one, besides what
// UAX #14 forbids already (GB/T 15834—2011, 5.1.8 to 5.1.10: 连接号, 间隔号,
// 分隔号). A pair of the dash —— or of … is never parted by UAX #14.
const (
	notFirst = "·‧・•–~～／/％°℃"
	notLast  = "／/＄￥№"
)

// tied reports whether the characters on both sides of at belong on one line.
func tied(text string, at int) bool {
	after, n := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	if strings.ContainsRune(notFirst, after) || strings.ContainsRune(notLast, before) {
		return true
	}
	// A single dash connects (2022—2023年); a double one breaks off and may
	// begin a line.
	return after == '—' && before != '—' && !strings.HasPrefix(text[at+n:], "—")
}
