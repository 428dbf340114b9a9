package lexicon

import (
	"strings"
	"testing"
)

func TestProse(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"", true},
		{"石渡口新桥通车", true},
		{"石渡口新桥今天上午建成通车，两岸的居民从此不必再坐渡船过河。新桥全长三百六十米，桥面铺的是本地的青石。", true},
		{"石渡口新橋今日上午建成通車，兩岸居民從此不必再乘渡船過河。新橋全長三百六十米，橋面舖以本地之青石。", true},
		{"石渡口新桥今天上午建成通车两岸的居民从此不必再坐渡船过河新桥全长三百六十米桥面铺的是本地的青石", false},
		{strings.Repeat("龘靐齉爩鱻麤灪龗鼉驫，", 6), false},
	} {
		if got := Prose(c.text); got != c.want {
			t.Errorf("Prose(%q) is %v", c.text, got)
		}
	}
}
