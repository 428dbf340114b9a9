package check_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/internal/check"
)

// FuzzFind reads any page with the stages and holds the checks to what they
// promise: ids of facts of the page, a sentence, and the same each time.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"= a1 2031-05-01\n# 望潮港吞吐货物1230万吨\n今天（5月1日）望潮港吞吐货物1320万吨。",
		"@ 瑟兰\n瑟兰连续7年成为最大的木材供应国。\n= a2\n瑟兰连续8年成为最大的木材供应国。",
		"造价由480亿元增加到520亿元，年均增长8.3%，5月1日（星期五）。",
		"这是第12次会晤。去年5月举行第9次会晤，加上去年8月和今年1月的会晤，此次见面之前，已经有11次会晤。",
		"2029年第20次会面。2030年第12次会面。",
	} {
		f.Add(s, "2031-05-02")
	}
	f.Fuzz(func(t *testing.T, page, published string) {
		facts := facts(page, published)
		known := map[string]bool{}
		for _, x := range facts.Texts {
			for _, y := range x.Figures {
				known[y.ID] = true
			}
			for _, y := range x.Times {
				known[y.ID] = true
			}
		}
		for _, x := range facts.People {
			known[x.ID] = true
		}
		all := check.Find(facts)
		for _, c := range all {
			if len(c.Evidence) == 0 || !strings.HasSuffix(c.Say, ".") || c.Rule == "" {
				t.Errorf("%+v", c)
			}
			for _, id := range c.Evidence {
				if !known[id] {
					t.Errorf("%+v: no fact %s", c, id)
				}
			}
		}
		again := check.Find(facts)
		if !slices.EqualFunc(all, again, func(a, b check.Check) bool { return a.Say == b.Say && a.Verdict == b.Verdict }) {
			t.Error("not the same twice")
		}
	})
}
