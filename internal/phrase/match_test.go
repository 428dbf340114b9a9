package phrase

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/record"
)

// TestScan holds what is found without cutting a text to what is found in its
// units.
func TestScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.StringOfN(rapid.RuneFrom([]rune("渡口国國カｶ 　\n，。a1.１\u0301\u200d\u3005々〇")), 0, 40, -1).Draw(t, "text"))
		units := archive.PhraseUnits(rapid.StringOfN(rapid.RuneFrom([]rune("渡口国國カｶ々〇")), 1, 3, -1).Draw(t, "phrase"))
		p := &phrase{units: units, runes: plainRunes(units)}
		b := &archive.Body{From: 7, Runes: text, Paragraphs: [][]record.Piece{{{7, 7 + len(text)}}}}
		got := p.ranges(b, 0)
		p.runes = nil
		if diff := cmp.Diff(p.ranges(b, 0), got); diff != "" {
			t.Errorf("%q: %s", string(text), diff)
		}
	})
}
