package page

import (
	"strings"
	"testing"
	"time"
)

// TestLong: pages of a megabyte and more of what rules look for are read to
// the end, and whole. A page that takes longer than a minute never ends in
// practice: some rule looks at what it has seen again and again.
func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many megabytes")
	}
	fill := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	for _, x := range []struct{ name, text string }{
		{"one line of prose", strings.Repeat("石渡口新桥今天上午建成通车，两岸的居民从此不必再坐渡船过河。", 2<<20/93)},
		{"one sentence", fill("石渡口新桥今天")},
		{"line feeds", fill("\n")},
		{"carriage returns", fill("\r")},
		{"form feeds", fill("\f")},
		{"spaces", fill("　")},
		{"spaces in lines", fill("石　\n")},
		{"openers", fill("〔")},
		{"brackets", fill("【")},
		{"titles opened", fill("《")},
		{"titles", fill("《石》")},
		{"quotations opened", fill("“")},
		{"full stops", fill("。")},
		{"commas", fill("，")},
		{"digits", fill("1")},
		{"letters", fill("a")},
		{"datelines", fill("新华社石渡口5月1日电　")},
		{"datelines in brackets", fill("〔路透社聖洛卡六日電〕")},
		{"datelines, a line each", fill("新华社石渡口5月1日电\n")},
		{"agencies", fill("新华社")},
		{"wires", fill("日电")},
		{"dispatches in one line", fill("石渡口新桥通车。新华社石渡口5月1日电　")},
		{"dispatches in the old script", fill("石渡口新橋通車。〔路透社聖洛卡六日電〕")},
		{"entries in one line", fill("3月1日　开工。")},
		{"reporters", fill("记者")},
		{"credits", fill("顾小满摄")},
		{"又讯", fill("（又讯）")},
		{"jumps", fill("（下转第四版）")},
		{"jumps, a line each", fill("（下转第四版）\n")},
		{"marks of entries", fill("△")},
		{"days, a line each", fill("3月1日　开工。\n")},
		{"questions", fill("问：可以吗？\n答：可以。\n")},
		{"headlines", fill("石渡口新桥通车\n\n")},
		{"headlines and bodies", fill("石渡口新桥通车\n\n本报讯　石渡口新桥昨天建成通车。\n\n")},
		{"page heads", fill("望潮晚报　2031年10月9日　星期四　第三版\n")},
		{"page numbers", fill("- 3 -\n")},
		{"menus", fill("首页 > 新闻 > 本地\n")},
		{"captions", fill("图为石渡口新桥。顾小满摄\n")},
		{"wrapped", fill("石渡口新桥今天上午建成通车，两岸的居民从此\n")},
		{"zero width", fill("\u200b")},
		{"beyond the plane", fill("𠮷")},
		{"broken bytes", fill("\xff")},
	} {
		t.Run(x.name, func(t *testing.T) {
			done := make(chan []string, 1)
			go func() {
				text := valid(x.text)
				done <- violations(text, Split(text))
			}()
			select {
			case bad := <-done:
				for i, v := range bad {
					if i < 3 {
						t.Error(v)
					}
				}
			case <-time.After(time.Minute):
				t.Fatal("not read to the end within a minute")
			}
		})
	}
}
