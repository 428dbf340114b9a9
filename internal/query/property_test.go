package query

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someText draws a text that can be looked for, with what has to be quoted.
func someText(t *rapid.T) string {
	s := rapid.SampledFrom([]string{"港区", "甲", "ABC", "3", "𠮷", "AND", "NEAR/4", "speaker:x", "个"}).Draw(t, "word")
	for range rapid.IntRange(0, 3).Draw(t, "more") {
		s += rapid.SampledFrom([]string{"新桥", " ", `"`, `\`, "“", "”", "」", "(", "）", ":", "：", "-", "，", "*", "\n", "OR", "e\u0301"}).Draw(t, "part")
	}
	return s
}

func somePhrase(t *rapid.T) Phrase { return Phrase{Text: someText(t)} }

// someNode draws a tree of the shape that Parse gives: no And or Or in its
// like, no part alone.
func someNode(t *rapid.T, depth int, in string) Node {
	kinds := []string{"phrase", "near", "field", "closed", "range"}
	if depth > 0 {
		kinds = append(kinds, "not")
		for _, k := range []string{"and", "or"} {
			if k != in {
				kinds = append(kinds, k)
			}
		}
	}
	switch k := rapid.SampledFrom(kinds).Draw(t, "kind"); k {
	case "near":
		return Near{A: somePhrase(t), B: somePhrase(t), Within: rapid.IntRange(1, NearMost).Draw(t, "within")}
	case "field":
		f := rapid.SampledFrom([]string{Speaker, Person, Where, Works, Unit, Headline, Says, Source, ID}).Draw(t, "field")
		return Field{Name: f, Text: strings.TrimSpace(someText(t))}
	case "closed":
		f := rapid.SampledFrom([]string{Kind, Mode, Status}).Draw(t, "field")
		return Field{Name: f, Text: rapid.SampledFrom(values[f]).Draw(t, "value").word}
	case "range":
		return someRange(t)
	case "not":
		return Not{Of: someNode(t, depth-1, "not")}
	case "and", "or":
		var of []Node
		for range rapid.IntRange(2, 4).Draw(t, "parts") {
			of = append(of, someNode(t, depth-1, k))
		}
		if k == "and" {
			return And{Of: of}
		}
		return Or{Of: of}
	}
	return somePhrase(t)
}

func someRange(t *rapid.T) Range {
	y := rapid.IntRange(1900, 2030).Draw(t, "year")
	from := fmt.Sprintf("%d-%02d-%02d", y, rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
	to := fmt.Sprintf("%d-%02d-%02d", y+1, rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
	r := Range{Name: Date, From: from[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "from")], To: to[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "to")]}
	switch rapid.IntRange(0, 3).Draw(t, "ends") {
	case 0:
		r.From = ""
	case 1:
		r.To = ""
	case 2:
		r.To = r.From
	}
	return r
}

// TestStringOfTree: any tree of Parse's shape is read again from its form.
func TestStringOfTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := someNode(t, 4, "")
		s := String(n)
		if len(s) > MaxBytes {
			t.Skip("too long")
		}
		m, err := Parse(s)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		if shape(n) != shape(m) {
			t.Fatalf("%s makes %s, not %s", s, shape(m), shape(n))
		}
	})
}

// TestPartsOfQueries: whatever parts of queries stand one after another, the
// query is refused at a place in it, or its form makes the same tree and every
// part's characters are where the tree says.
func TestPartsOfQueries(t *testing.T) {
	parts := []string{"港区", "新桥", " ", " ", " ", "(", ")", "（", "）", "-", "AND", "OR", "NOT", "NEAR", "NEAR/5", `"`, "“", "”", "「", "」",
		"speaker:", "人物：", "date:", "2013", "..", "-03", "kind:会见", "《", "》", ":", "：", "*", `\`, "。", "\t", "x", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		q := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "parts"), "")
		hold(t, q)
	})
}

// hold holds one query to what is promised of all.
func hold(t failer, q string) {
	n, err := Parse(q)
	if err != nil {
		e, ok := err.(*Error)
		if !ok || e.Start < 0 || e.End < e.Start || e.End > len([]rune(q)) {
			t.Fatalf("%q: %#v", q, err)
		}
		return
	}
	places(t, []rune(q), n)
	again(t, q, n)
}

// places holds each part's place to its part: inside the query and the part
// above, one after the other, and a word's characters are those of the query.
func places(t failer, q []rune, n Node) {
	start, end := n.At()
	if start < 0 || start >= end || end > len(q) {
		t.Fatalf("%q: %T at %d to %d", string(q), n, start, end)
	}
	var of []Node
	switch x := n.(type) {
	case And:
		of = x.Of
	case Or:
		of = x.Of
	case Not:
		of = []Node{x.Of}
	case Near:
		of = []Node{x.A, x.B}
	case Phrase:
		if in := string(q[start:end]); in != x.Text && !strings.ContainsRune("\"＂“”「『", q[start]) {
			t.Fatalf("%q: the word %q stands at %q", string(q), x.Text, in)
		}
	}
	for _, c := range of {
		s, e := c.At()
		if s < start || e > end {
			t.Fatalf("%q: %T at %d to %d in %T at %d to %d", string(q), c, s, e, n, start, end)
		}
		start = s // parts follow each other
		places(t, q, c)
	}
}

// TestLimits: a query at the limits is read, one over them refused.
func TestLimits(t *testing.T) {
	for _, x := range []struct {
		q  string
		at int // of the error, -1 for none
	}{
		{strings.Repeat("a", MaxBytes), -1},
		{strings.Repeat("a", MaxBytes+1), MaxBytes},
		{strings.Repeat("港", MaxBytes/3), -1},
		{strings.Repeat("港", MaxBytes/3+1), MaxBytes / 3},
		{strings.Repeat("(", MaxDepth) + "a" + strings.Repeat(")", MaxDepth), -1},
		{strings.Repeat("(", MaxDepth+1) + "a" + strings.Repeat(")", MaxDepth+1), MaxDepth},
		{strings.Repeat("NOT ", MaxDepth) + "a", -1},
		{strings.Repeat("-", MaxDepth+1) + "a", MaxDepth},
		{strings.Repeat("-", 1<<20), MaxBytes},
		{strings.Repeat("a ", MaxBytes/2), -1},
		{strings.Repeat("(a) ", MaxBytes/4), -1},
		{"a\x00b", 1},
		{"港\xe6\xb8", 1},
	} {
		n, err := Parse(x.q)
		switch e, _ := err.(*Error); {
		case e != nil && e.Start != x.at, e == nil && x.at >= 0:
			t.Errorf("%.40q: %v", x.q, err)
		case e == nil:
			again(t, x.q, n)
		}
	}
}

// FuzzParse: no query ends the program, and what is promised of queries holds.
func FuzzParse(f *testing.F) {
	for _, q := range []string{"港区 新桥 OR -（石渡口）", `a NEAR/5 "b\"c"`, "说话人：(甲 -乙) date:2013..2014-02", "kind:会见 works:《甲 乙》", "((a", "“a", "*"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) { hold(t, q) })
}

// BenchmarkParse reads a query of many parts.
func BenchmarkParse(b *testing.B) {
	q := strings.Repeat(`speaker:(甲 OR 乙) "港区 新桥" NEAR/5 石渡口 -date:2013-03..2014 `, 30)
	b.SetBytes(int64(len(q)))
	for b.Loop() {
		if _, err := Parse(q); err != nil {
			b.Fatal(err)
		}
	}
}
