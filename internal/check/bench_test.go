package check_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/internal/check"
)

// BenchmarkFind checks a page of 40 articles, each with figures that are told
// again, days and ordinals.
func BenchmarkFind(b *testing.B) {
	var page strings.Builder
	for i := range 40 {
		fmt.Fprintf(&page, "@ 望潮%d\n= a%d 2031-05-01\n# 望潮%d港吞吐货物1%d30万吨\n今天（5月1日），望潮%d港公布吞吐货物1%d30万吨，由去年的980万吨增加到1%d30万吨，增长3%d%%。\n"+
			"2029年举行2026年以来的第%d次港口联席会议。2030年举行2026年以来的第%d次港口联席会议。\n", i, i, i, i, i, i, i, i, i, i+1)
	}
	f := facts(page.String(), "2031-05-02")
	b.SetBytes(int64(page.Len()))
	for b.Loop() {
		if len(check.Find(f)) == 0 {
			b.Fatal("no checks")
		}
	}
}
