package name

import (
	"fmt"
	"strings"
	"testing"
)

// given makes given names of two characters, by number.
func given(i int) string {
	a, b := []rune("志国建明文华春海永德家玉金光宏晓立学新成"), []rune("强军平伟杰辉峰斌涛鹏宁刚勇林山泉松柏岩川")
	return string([]rune{a[i%len(a)], b[i/len(a)%len(b)]})
}

// manyTexts is a year of small texts as one page: each names people of its
// own, people of all texts, surnames with titles, countries by one character,
// places, bodies and titles without a name.
func manyTexts(n int) []Text {
	surnames := []rune("王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林")
	var out []Text
	for i := range n {
		who := string(surnames[i/400%len(surnames)]) + given(i)
		out = append(out, Text{Article: fmt.Sprint("a", i/2), Body: fmt.Sprintf("国家主席林安国会见%s部长。%s说，中法两国关系良好。林主席指出，中方重视同法国的合作。总理出席了会见，双方交换了意见，%s先生表示感谢。", who, who, who)})
	}
	return out
}

// TestManyTexts reads 20,000 texts as one page, which takes minutes where a
// step compares all texts, or all people, with all others.
func TestManyTexts(t *testing.T) {
	const n = 20_000
	texts := manyTexts(n)
	r := Find(texts)
	check(t, texts, r)
	if r.People[0].Name != "林安国" || len(r.People[0].Mentions) < 2*n {
		t.Errorf("%s has %d mentions, not two in each of %d texts", r.People[0].Name, len(r.People[0].Mentions), n)
	}
	last := r.People[0].Mentions[len(r.People[0].Mentions)-1]
	if got := last.Span.In(texts[last.Text].Body); last.Text != n-1 || got != "林主席" {
		t.Errorf("the last mention is %s in text %d", got, last.Text)
	}
	if len(r.Places) != 2 {
		t.Errorf("%d places, not 中国 and 法国", len(r.Places))
	}
	for _, ref := range r.References {
		if ref.Span.In(texts[ref.Text].Body) == "双方" && fmt.Sprint(ref.Of) != "[中国 法国]" {
			t.Fatalf("双方 in text %d is %v", ref.Text, ref.Of)
		}
	}
}

// TestLongText is the same in one text, with lists of names and congresses.
func TestLongText(t *testing.T) {
	var b strings.Builder
	for _, s := range manyTexts(4000) {
		b.WriteString(s.Body + "出席的有王志强李建军张明伟刘文杰。中共十六大选出中央委员会，总统、总理、主席、部长到会。\n")
	}
	texts := []Text{{Article: "a", Body: b.String()}}
	r := Find(texts)
	check(t, texts, r)
	lists := 0
	for _, p := range r.People {
		for _, m := range p.Mentions {
			if m.Rule == "list" {
				lists++
			}
		}
	}
	if lists != 4*4000 {
		t.Errorf("%d names in lists, not %d", lists, 4*4000)
	}
}
