package han_test

import (
	"testing"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/span"
)

// FuzzNumber holds the readers of numerals to what they promise of any text.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"三千五百亿元", "１ , ２３４.5万", "二0二0年", "几十万", "一万六七", "兆兆兆", "万亿万亿万亿", "\xff一", "三点 ", "0.", "1,,2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, read := range map[string]func(string) (han.Numeral, int){"number": han.Number, "bare": han.Bare, "pointed": han.Pointed} {
			n, size := read(s)
			if size < 0 || size > len(s) {
				t.Fatalf("%s(%q) takes %d bytes", name, s, size)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[:size]) {
				t.Fatalf("%s(%q) cuts a character at %d", name, s, size)
			}
			if n.Low.Cmp(n.High) > 0 {
				t.Fatalf("%s(%q) is from %s to %s", name, s, n.Low, n.High)
			}
			if size > 0 && !han.Begins(first(s)) {
				t.Fatalf("%s(%q) begins with a character that Begins denies", name, s)
			}
			if d, ok := han.ParseDecimal(n.Low.String()); !ok || d.Cmp(n.Low) != 0 {
				t.Fatalf("%s(%q): %s does not read back", name, s, n.Low)
			}
		}
	})
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// FuzzFold holds the way back to the text that was folded.
func FuzzFold(f *testing.F) {
	f.Add("ＡＢ１２，中文　a")
	f.Fuzz(func(t *testing.T, s string) {
		g := han.Fold(s)
		at := 0
		for i, r := range g.Text() {
			n := 1
			if r != utf8.RuneError {
				n = utf8.RuneLen(r)
			}
			src := g.Source(span.Span{Start: i, End: i + n})
			if src.Start != at || src.End > len(s) {
				t.Fatalf("character %d of %q comes from %v, not from %d", i, s, src, at)
			}
			if got := first(src.In(s)); got != utf8.RuneError && han.Narrow(got) != r {
				t.Fatalf("%q folds to %q in %q", got, r, s)
			}
			at = src.End
		}
		if at != len(s) {
			t.Fatalf("%d of %d bytes are folded in %q", at, len(s), s)
		}
	})
}
