package figure

import (
	"strings"
	"testing"
)

// TestTables holds the tables to their own form: known kinds, a code for what
// is a figure, each form once, words that a number can begin.
func TestTables(t *testing.T) {
	seen := map[string]bool{}
	for _, group := range units.first {
		for _, w := range group {
			if w.kind == noUnit {
				t.Errorf("%s has no kind that is known", w.text)
			}
			if w.code == "" && w.kind != timeOf && w.kind != labelOf && w.kind != noUnit {
				t.Errorf("%s has no code", w.text)
			}
			if seen[w.text] {
				t.Errorf("%s stands twice", w.text)
			}
			seen[w.text] = true
			for _, n := range w.not {
				if w.blocked(n) != true {
					t.Errorf("%s before %s is not held off", w.text, n)
				}
			}
		}
	}
	for r, group := range names.first {
		if !trigger[r&0xffff] {
			t.Errorf("no number begins with %c: %v", r, group)
		}
	}
	for _, group := range cuesBefore {
		for _, c := range group {
			if !strings.Contains(" more than at least less than at most about nearly ", " "+c.bound+" ") {
				t.Errorf("%s has the bound %q", c.text, c.bound)
			}
		}
	}
}
