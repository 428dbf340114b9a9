package lexicon

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestText holds for any text, folded into the memory of another one: the
// folded characters are those of Fold, and both ways back fit.
func TestText(t *testing.T) {
	parts := []string{"国", "國", "会", "。", ".", "（", "(", "，", "\xff", "\xef", "�", "𠮷", "a", "Ａ", "", "\n", "１", "爾"}
	var x Text
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, p := range rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts") {
			s += p
		}
		x.Reset(s)
		k, whole := 0, ""
		for i, r := range s {
			_, size := utf8.DecodeRuneInString(s[i:])
			if x.Runes[k] != Fold(r) || x.Byte(k) != i || x.Byte(k+1) != i+size || x.Slice(k, k+1) != string(Fold(r)) || x.Char(i) != k {
				t.Fatalf("character %d of %q is %q at %d", k, s, x.Slice(k, k+1), x.Byte(k))
			}
			whole += string(Fold(r))
			k++
		}
		if x.Len() != k || x.Folded != whole || x.Slice(0, k) != whole {
			t.Fatalf("%q is folded to %q", s, x.Folded)
		}
	})
}
