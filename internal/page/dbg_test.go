package page

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DBG")) {
		b, _ := os.ReadFile(f)
		text := string(b)
		all := lines(text)
		sortFurniture(text, all)
		var k []line
		for _, l := range all {
			if l.kind == fNone {
				k = append(k, l)
			}
		}
		y := measureLayout(k)
		fmt.Printf("%s wrapped=%v unit=%v full=%v hi=%d n=%d/%d ind=%v stops=%.1f runs=%.1f gap=%.1f\n", f, y.wrapped, y.unit, y.full, y.hi, y.lines, len(k), y.indents, y.stops, y.runs, y.gap)
	}
}
