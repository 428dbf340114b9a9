package copies

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestWinnow: two texts that have choose+window-1 characters in a row in
// common have a fingerprint in common, and each fingerprint is a window's.
func TestWinnow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, least, most int) []rune {
			return rapid.SliceOfN(rapid.RuneFrom([]rune("甲乙丙丁戊")), least, most).Draw(t, name)
		}
		shared := draw("shared", choose+window-1, choose+window+20)
		with := func(name string) []uint64 {
			text := slices.Concat(draw(name+" before", 0, 30), shared, draw(name+" after", 0, 30))
			all := hashes(text, nil)
			if len(all) != len(text)-window+1 {
				t.Fatalf("%d windows of %d characters", len(all), len(text))
			}
			chosen := winnow(all, nil)
			for _, h := range chosen {
				if !slices.Contains(all, h) {
					t.Fatal("a fingerprint of no window")
				}
			}
			return chosen
		}
		a, b := with("a"), with("b")
		if !slices.ContainsFunc(a, func(h uint64) bool { return slices.Contains(b, h) }) {
			t.Error("no fingerprint in common")
		}
	})
}

// TestHashes: a window's hash depends on its characters alone.
func TestHashes(t *testing.T) {
	a := hashes([]rune("甲乙丙丁戊己庚辛壬癸"), nil)
	b := hashes([]rune("子丑乙丙丁戊己庚辛壬"), nil)
	if len(a) != 3 || len(b) != 3 || a[1] != b[2] || a[0] == b[0] {
		t.Errorf("%x, %x", a, b)
	}
	if len(hashes([]rune("甲乙丙丁戊己庚"), nil)) != 0 || len(winnow(nil, nil)) != 0 {
		t.Error("windows of a text that has none")
	}
}
