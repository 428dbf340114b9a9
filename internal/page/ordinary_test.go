package page

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestOrdinary holds the two that step over bytes to what they say, character
// by character.
func TestOrdinary(t *testing.T) {
	alphabet := []rune("，。、；版授编网电電讯訊日号专急的是x&<©»é𠮷\u3000:1")
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 30, -1).Draw(t, "line")
		if got, want := ordinary(s), strings.ContainsAny(s, "，。、；") && !strings.ContainsAny(s, furnitureMarks+"©»&<{|[>"); got != want {
			t.Fatalf("ordinary(%q) = %v", s, got)
		}
		want := -1
		for i, r := range s {
			if strings.ContainsRune("电電讯訊", r) && dayBefore(s[:i]) {
				want = i
				break
			}
		}
		if got := nextWire(s, 0); got != want {
			t.Fatalf("nextWire(%q) = %d, not %d", s, got, want)
		}
	})
}
