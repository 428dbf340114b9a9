package page

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSeam: a text is cut at the start of a line, and no article has a part on
// both sides of the cut.
func TestSeam(t *testing.T) {
	all := cases(t)
	page := rapid.SampledFrom(all)
	cuts := 0
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(page, 1, 4).Draw(t, "pages"), "\n\n\n")
		at := Seam(text)
		if at == 0 {
			return
		}
		cuts++
		if at < 0 || at >= len(text) || !strings.ContainsRune("\n\r", rune(text[at-1])) {
			t.Fatalf("cut at %d of %d", at, len(text))
		}
		side := map[string]bool{}
		for _, p := range Split(text).parts() {
			if len(p.pieces) == 0 || strings.HasPrefix(p.name, "furniture") {
				continue
			}
			article, _, _ := strings.Cut(strings.TrimPrefix(p.name, "article "), " ")
			for _, s := range p.pieces {
				after := s.Start >= at
				if was, ok := side[article]; ok && was != after {
					t.Fatalf("article %s stands on both sides of %d: %s %q", article, at, p.name, p.pieces.In(text))
				}
				side[article] = after
			}
		}
	})
	if cuts == 0 {
		t.Error("nothing was cut")
	}
}
