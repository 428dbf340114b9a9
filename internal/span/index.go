package span

import "unicode/utf8"

// Index turns byte offsets of a text into code point offsets.
type Index struct {
	text  string
	marks []int // code points before byte i*stride
	runes int
}

// stride is the distance of the index's marks in bytes: a lookup counts at
// most this many, and the index takes 8/stride of the text's size.
const stride = 512

// NewIndex makes the index of a text in one pass over it.
func NewIndex(text string) *Index {
	x := &Index{text: text, marks: make([]int, 0, len(text)/stride+1)}
	for at := 0; at < len(text); at += stride {
		x.marks = append(x.marks, x.runes)
		x.runes += starts(text[at:min(at+stride, len(text))])
	}
	return x
}

// Rune is the number of code points before byte at, which is a character's
// first byte or the end of the text.
func (x *Index) Rune(at int) int {
	if at >= len(x.text) {
		return x.runes
	}
	m := at / stride
	return x.marks[m] + starts(x.text[m*stride:at])
}

// Runes is the length of the text in code points.
func (x *Index) Runes() int { return x.runes }

// starts counts the bytes that begin a character.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
