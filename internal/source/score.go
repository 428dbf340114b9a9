package source

import "unicode/utf8"

// The weights of a character in a reading of bytes: about the logarithm of how
// much more often it stands in Chinese news than in bytes read in the wrong
// encoding.
const (
	weightFrequent = 3  // a character of the first tier
	weightCommon   = 1  // of the second
	weightRare     = -2 // any other Han character
	weightForeign  = -3 // other scripts, box drawing, symbols
	weightBad      = -6 // U+FFFD, private use, control characters, not assigned
)

// plausible is the mean weight above which bytes are taken for Chinese text.
// A dozen characters of news have -0.4 and more, a hundred 0.9 and more; Korean
// and Japanese in their own encodings have -0.6 and less.
const plausible = -0.5

// few is the number of characters up to which a reading is taken whatever its
// mean: a name of two rare characters is text.
const few = 12

// tally is how likely a text looks as Chinese news.
type tally struct {
	sum   int // of the weights
	chars int // that weigh: all but ASCII and Chinese punctuation
}

// mean is the weight of a character.
func (t tally) mean() float64 {
	if t.chars == 0 {
		return 0
	}
	return float64(t.sum) / float64(t.chars)
}

// score weighs the characters of a text. ascii is the weight of an ASCII
// character: nothing where every encoding reads it from the same byte.
func score(text string, ascii int) (t tally) {
	common := tier()
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if r < ' ' && !layout(r) {
				t.add(weightBad)
			} else if ascii != 0 {
				t.add(ascii)
			}
		case firstHan <= r && r <= lastHan:
			t.add([]int{weightRare, weightCommon, weightFrequent}[common[r-firstHan]])
		case !punctuation(r):
			t.add(otherWeight(r))
		}
	}
	return t
}

func (t *tally) add(weight int) {
	t.sum += weight
	t.chars++
}

// layout reports whether a control character belongs to text.
func layout(r rune) bool { return '\t' <= r && r <= '\r' }

// punctuation reports whether a character is one that Chinese text sets
// between Han characters: it weighs nothing, being at the same bytes in
// GB2312 and in Big5 often enough.
func punctuation(r rune) bool {
	switch {
	case 0x3000 <= r && r <= 0x301F: // CJK symbols and punctuation
		return true
	case 0xFF01 <= r && r <= 0xFF5E: // full-width ASCII
		return true
	case 0x2010 <= r && r <= 0x2027: // dashes, quotation marks, ellipsis
		return true
	case 0x2460 <= r && r <= 0x249B, 0x25A0 <= r && r <= 0x2606: // ① ⑴ ⒈, □ ● ★
		return true
	}
	return r == 0xB7 || r == 0xA0 || r == 0xFEFF
}

// otherWeight is the weight of a character that is neither Han, nor ASCII, nor
// punctuation of Chinese text.
func otherWeight(r rune) int {
	switch {
	case 0x3400 <= r && r <= 0x4DBF, 0x20000 <= r && r <= 0x3FFFF: // Han extensions
		return weightRare
	case 0xE000 <= r && r <= 0xF8FF, r >= 0xF0000, r == utf8.RuneError: // private use
		return weightBad
	}
	return weightForeign
}
