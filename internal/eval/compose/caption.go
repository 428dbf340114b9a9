package compose

import (
	"math/rand/v2"
	"strings"
)

// caption is a picture's text and its credit, made up; open and shut are the
// brackets around the credit.
type caption struct{ text, open, credit, shut string }

// The sentences, people and places of captions are invented; a sentence names
// nothing that an article tells, so that a caption belongs to none of them.
var (
	scenes = []string{
		"图为{place}的技术员正在检修抽水机。",
		"{place}的渔民把新织的渔网晾在码头上。",
		"清晨，{place}的环卫工人在清扫积雪。",
		"图为{place}小学的学生在操场上练习跳绳。",
		"{name}在{place}的大棚里查看黄瓜长势。",
		"游客在{place}的古桥上拍照留念。",
		"图为{name}（左）向来访者介绍一架旧式纺车。",
		"{place}的果农将一筐筐柿子装上货车，运往外地。",
		"在{place}的龙舟赛上，两支队伍争夺激烈，岸上观众连声喝彩。",
		"演员{name}在{place}的戏台上演出皮影戏。",
	}
	captionPlaces = []string{"石渡口", "柳湾镇", "青浦岭", "双桥村", "白塔乡", "南溪街道"}
	captionNames  = []string{"季闻樵", "桑晓峦", "殷若渠", "岑玉涵", "盛怀岭", "冉秋帆"}
	credits       = []string{"新华社记者{name}摄", "本报记者{name}摄", "新华社发（{name}摄）", "{name}摄", "新华社发"}
)

// newCaption makes one up.
func newCaption(r *rand.Rand) caption {
	fill := strings.NewReplacer("{place}", pick(r, captionPlaces...), "{name}", pick(r, captionNames...))
	by := strings.NewReplacer("{name}", pick(r, captionNames...))
	c := caption{text: fill.Replace(pick(r, scenes...)), credit: by.Replace(pick(r, credits...))}
	if r.IntN(3) == 0 && !strings.Contains(c.credit, "（") {
		c.open, c.shut = "（", "）"
	}
	return c
}
