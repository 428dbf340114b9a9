package figure_test

import (
	"testing"
	"unicode/utf8"

	"dateline/internal/figure"
	"dateline/internal/han"
	"dateline/internal/span"
)

// FuzzFind holds what is found in any text to its promises: spans in range, on
// character boundaries, in order, none overlapping, none with a space at an
// end; values that are numbers; cues outside their figures.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"贸易额突破1900亿美元，同比增长5.9%", "连续 １３ 年，第 41 次", "卅四對十六票", "百分之三十到四十", "零下5℃至3℃", "（亿元）6.50，（%）2.85",
		"翻了两番", "10k~15k左右", "1米85", "约占总数的三分之二", "http://a/b?c=1%20", "上百上千", "半数", "第", "万万万万", "\xff1\xe4个", "205元3角2分", "近万农户增收",
	} {
		f.Add(s, uint8(1), uint8(4))
	}
	f.Fuzz(func(t *testing.T, s string, from, to uint8) {
		var c figure.Context
		if a, b := int(from), int(from)+int(to); b <= len(s) && to > 0 && utf8.RuneStart(s[a]) && (b == len(s) || utf8.RuneStart(s[b])) {
			c.Times = []figure.Time{{Span: span.Span{Start: a, End: b}, Value: "2020", Type: "date"}}
		}
		last := 0
		for _, g := range figure.Find(s, c) {
			if g.Span.Start < last || g.Span.End > len(s) || g.Span.Empty() {
				t.Fatalf("%v after %d in %q", g.Span, last, s)
			}
			last = g.Span.End
			checkFigure(t, s, g)
		}
	})
}

func checkFigure(t *testing.T, s string, g figure.Figure) {
	text := g.Span.In(s)
	if utf8.ValidString(s) && !utf8.ValidString(text) {
		t.Fatalf("%v cuts a character of %q", g.Span, s)
	}
	if text[0] == ' ' || text[len(text)-1] == ' ' {
		t.Fatalf("%q has a space at an end", text)
	}
	if !g.Cue.Empty() && (g.Cue.End > g.Span.Start || g.Cue.Start < 0) || g.Cue.Empty() != (g.Cue == span.Span{}) {
		t.Fatalf("cue %v of %v", g.Cue, g.Span)
	}
	if g.Change != nil && (g.Change.Cue.Empty() || g.Change.Cue.End > len(s)) {
		t.Fatalf("change %v of %v", g.Change, g.Span)
	}
	for _, v := range []string{g.Value, g.High} {
		if v != "" && v[0] == '-' {
			v = v[1:]
		}
		if _, ok := han.ParseDecimal(v); v != "" && !ok {
			t.Fatalf("%q is no number", v)
		}
	}
	if g.Value == "" || g.Kind == "" || g.Rule == "" || !utf8.ValidString(g.Subject) && utf8.ValidString(s) {
		t.Fatalf("%+v lacks something", g)
	}
}
