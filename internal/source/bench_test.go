package source

import (
	"context"
	"io"
	"strings"
	"testing"
)

// benchText is about a megabyte of invented news.
func benchText(b *testing.B) string {
	b.Helper()
	const line = "本报北岭3月5日电（记者 安远）北岭大桥昨日通车，两岸往来由三小时缩短到二十分钟。县长说：“这座桥修了四年，花了3.2亿元。”\n"
	return strings.Repeat(line, 1<<20/len(line)+1)
}

func BenchmarkOpen(b *testing.B) {
	for _, c := range []*charset{&utf8Set, &gb18030, &utf16LE, &hz} {
		b.Run(c.name, func(b *testing.B) { benchOpen(b, c, benchText(b)) })
	}
	b.Run("big5", func(b *testing.B) {
		benchOpen(b, &big5, strings.Repeat("北嶺大橋昨日通車，兩岸往來縮短到二十分鐘。\n", 1<<14))
	})
	b.Run("broadcast-utf-8", func(b *testing.B) { benchOpen(b, &utf8Set, xwlb(b, 2000)) })
	b.Run("broadcast-gb18030", func(b *testing.B) { benchOpen(b, &gb18030, xwlb(b, 2000)) })
}

func benchOpen(b *testing.B, c *charset, text string) {
	raw, err := c.enc.NewEncoder().String(text)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(context.Background(), "page.txt", strings.NewReader(raw), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDump(b *testing.B) {
	for _, c := range []*charset{&utf8Set, &gb18030} {
		b.Run(c.name, func(b *testing.B) {
			raw, err := c.enc.NewEncoder().String(strings.Repeat("◆"+benchText(b), 8))
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				benchDump(b, raw)
			}
		})
	}
}

func benchDump(b *testing.B, raw string) {
	d, err := NewDump("dump.txt", strings.NewReader(raw), Options{})
	for err == nil {
		_, err = d.Next(context.Background(), lastMark)
	}
	if err != io.EOF {
		b.Fatal(err)
	}
}

func BenchmarkMeasure(b *testing.B) {
	text := benchText(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		measure(text)
	}
}

// BenchmarkShort reads a headline: what finding the encoding costs.
func BenchmarkShort(b *testing.B) {
	for _, c := range []*charset{&utf8Set, &gb18030} {
		b.Run(c.name, func(b *testing.B) { benchOpen(b, c, "北岭大桥昨日通车，两岸往来缩短到二十分钟。") })
	}
}
