package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/fold.txt
var foldText string

// folding is the table of the basic plane; 0 stands for the character itself.
var folding = sync.OnceValue(func() *[0x10000]uint16 {
	var t [0x10000]uint16
	for _, line := range strings.Split(foldText, "\n") {
		a, n := utf8.DecodeRuneInString(line)
		b, m := utf8.DecodeRuneInString(line[min(n, len(line)):])
		if n+m == len(line) && a < 0x10000 && b < 0x10000 && line != "" {
			t[a] = uint16(b)
		}
	}
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		t[r] = uint16(r - 0xFEE0)
	}
	for _, p := range marks {
		t[p[0]] = uint16(p[1])
	}
	return &t
})

// marks are marks of one meaning in several forms: the forms of pages typed
// in half width and of old print, each with the one that the rules know.
var marks = [][2]rune{
	{',', '，'}, {'，', '，'}, {':', '：'}, {'：', '：'}, {';', '；'}, {'；', '；'}, {'?', '？'}, {'？', '？'}, {'!', '！'}, {'！', '！'},
	{'(', '（'}, {'（', '（'}, {')', '）'}, {'）', '）'}, {'〔', '（'}, {'〕', '）'}, {'［', '（'}, {'］', '）'}, {'[', '（'}, {']', '）'}, {'【', '（'}, {'】', '）'},
	{'「', '“'}, {'」', '”'}, {'『', '“'}, {'』', '”'}, {'﹁', '“'}, {'﹂', '”'}, {'﹃', '“'}, {'﹄', '”'},
	{'・', '·'}, {'•', '·'}, {'‧', '·'}, {'∙', '·'}, {'･', '·'}, {'．', '·'}, {'●', '·'},
	{'-', '-'}, {'－', '-'}, {'‐', '-'}, {'–', '-'}, {'—', '—'}, {'─', '—'}, {'\u3000', ' '}, {'\u00a0', ' '},
}

// Fold gives the character that the rules and lists know for r: Simplified
// for Traditional, half width for full-width digits and letters, one form for
// each mark.
func Fold(r rune) rune {
	if r < 0x10000 && r >= 0 {
		if f := folding()[r]; f != 0 {
			return rune(f)
		}
	}
	return r
}

// FoldString folds each character of s.
func FoldString(s string) string { return strings.Map(Fold, s) }

// Text is a text folded character by character, with the way back.
type Text struct {
	// Runes are the folded characters.
	Runes []rune
	// Folded is the same as a string.
	Folded string
	folded []int32 // byte offsets in Folded, one more than characters
	source []int32 // byte offsets in the text it was made from, likewise
}

// NewText folds a text.
func NewText(s string) *Text {
	t := &Text{}
	t.Reset(s)
	return t
}

// Reset folds another text into t, using its memory again.
func (t *Text) Reset(s string) {
	n := len(s)/len("的") + len(s)/16 + 8 // characters, more or less
	t.Runes, t.source = emptied(t.Runes, n), emptied(t.source, n+1)
	// The folded text is the text itself up to the first character that
	// changes, and its offsets are the text's up to the first that changes in
	// length.
	var folded []byte
	var offsets []int32
	table := folding()
	for i, r := range s {
		f := r
		if r < 0x10000 && table[r] != 0 {
			f = rune(table[r])
		}
		if folded == nil && (f != r || r == utf8.RuneError) {
			folded = append(make([]byte, 0, len(s)+16), s[:i]...)
		}
		t.Runes, t.source = append(t.Runes, f), append(t.source, int32(i))
		if folded == nil {
			continue
		}
		if offsets == nil && len(folded) != i {
			offsets = append(make([]int32, 0, n+1), t.source[:len(t.source)-1]...)
		}
		if offsets != nil {
			offsets = append(offsets, int32(len(folded)))
		}
		folded = utf8.AppendRune(folded, f)
	}
	t.source = append(t.source, int32(len(s)))
	t.Folded, t.folded = s, t.source
	if folded == nil {
		return
	}
	t.Folded = string(folded)
	if offsets == nil && len(folded) != len(s) {
		offsets = append(make([]int32, 0, n+1), t.source[:len(t.source)-1]...)
	}
	if offsets != nil {
		t.folded = append(offsets, int32(len(folded)))
	}
}

// emptied gives an empty slice with room for n.
func emptied[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, 0, n)
	}
	return s[:0]
}

// Len is the length in characters.
func (t *Text) Len() int { return len(t.Runes) }

// Byte is the byte offset of character i in the text that was folded.
func (t *Text) Byte(i int) int { return int(t.source[i]) }

// Char is the number of the character that begins at byte i of the text that
// was folded, or of the first one after it.
func (t *Text) Char(i int) int {
	k := max(min(i/len("的"), len(t.source)-1), 0)
	for k > 0 && int(t.source[k-1]) >= i {
		k--
	}
	for k < len(t.source) && int(t.source[k]) < i {
		k += max((i-int(t.source[k]))/utf8.UTFMax, 1) // passes none
	}
	return min(k, len(t.source))
}

// Slice is the folded text of the characters [i, j).
func (t *Text) Slice(i, j int) string { return t.Folded[t.folded[i]:t.folded[j]] }
