package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

// extra are forms of characters in newspapers before 1956 that OpenCC's table
// has not: old printing forms (Unihan kZVariant and kSemanticVariant).
const extra = "敎教 卽即 旣既 綫线 羣群 啓启 峯峰 裡里 鄕乡 淸清 靑青 郞郎 吿告 緖绪 鬪斗 疎疏 眞真 愼慎 兪俞 姊姐 敍叙 产产 內内 戶户 黃黄 溫温 爲为 衆众 説说 稅税 鷄鸡 糓谷 秊年 囘回 囬回 攷考 畧略 甎砖 槪概 強强 晉晋 卅卅 亷廉 沒没 歿殁 尙尚 德德 増增 徳德 恵惠 桜樱 沢泽 浜滨 辺边 辻辻 関关 広广 竜龙 斎斋 渋涩 実实 円圆 県县 権权 沖冲 粦燐 鑛矿 麪面 糉粽 翺翱 煇辉 鎭镇 頥颐 穨颓 歷历 曆历 倂并 倂并 並并 併并 佈布 週周 昇升 陞升 遊游 線线 祕秘 託托 註注 託托 誌志 蹟迹 跡迹 徵征 鍾钟 鐘钟"

// writeFold writes the table of Traditional characters and their Simplified
// forms, one pair a line.
func writeFold(opencc, out string) error {
	pairs := map[rune]rune{}
	for _, p := range strings.Fields(extra) {
		r := []rune(p)
		if r[0] != r[1] {
			pairs[r[0]] = r[1]
		}
	}
	f, err := os.Open(opencc)
	if err != nil {
		return err
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		from, to, ok := strings.Cut(in.Text(), "\t")
		if !ok {
			continue
		}
		a, _ := utf8.DecodeRuneInString(from)
		b, _ := utf8.DecodeRuneInString(to)
		if a != b && b < 0x10000 {
			pairs[a] = b
		}
	}
	return saveFold(pairs, filepath.Join(out, "fold.txt"))
}

func saveFold(pairs map[rune]rune, name string) error {
	var keys []rune
	for k := range pairs {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	var b strings.Builder
	b.WriteString("# Traditional and old forms, each with its Simplified character. Made by gen from OpenCC's TSCharacters.txt (Apache-2.0) and the forms in gen/fold.go.\n")
	for _, k := range keys {
		fmt.Fprintf(&b, "%c%c\n", k, pairs[k])
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

// readFold reads what writeFold wrote.
func readFold(out string) (map[rune]rune, error) {
	text, err := os.ReadFile(filepath.Join(out, "fold.txt"))
	if err != nil {
		return nil, err
	}
	fold := map[rune]rune{}
	for _, line := range strings.Split(string(text), "\n") {
		if r := []rune(line); len(r) == 2 {
			fold[r[0]] = r[1]
		}
	}
	return fold, nil
}
