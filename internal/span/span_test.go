package span

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// texts are sources with characters of one to four bytes.
var texts = rapid.StringOfN(rapid.RuneFrom([]rune("a1é石渡口𠮷。\n　")), 0, 80, -1)

// spanOf draws a range of a text, on its characters.
func spanOf(t *rapid.T, text string, name string) Span {
	bounds := []int{}
	for i := range text {
		bounds = append(bounds, i)
	}
	bounds = append(bounds, len(text))
	at := rapid.SampledFrom(bounds)
	a, b := at.Draw(t, name+" from"), at.Draw(t, name+" to")
	return Span{min(a, b), max(a, b)}
}

func TestSpan(t *testing.T) {
	const text = "石渡口"
	s := Span{3, 6}
	if s.Len() != 3 || s.Empty() || s.In(text) != "渡" {
		t.Errorf("%d %v %q", s.Len(), s.Empty(), s.In(text))
	}
	if !(Span{3, 3}).Empty() || !(Span{4, 3}).Empty() {
		t.Error("not empty")
	}
}

// TestAppend: pieces that touch become one, empty ones nothing.
func TestAppend(t *testing.T) {
	for _, x := range []struct {
		add  []Span
		want Pieces
	}{
		{nil, nil},
		{[]Span{{2, 2}}, nil},
		{[]Span{{0, 2}, {2, 4}}, Pieces{{0, 4}}},
		{[]Span{{0, 2}, {3, 4}}, Pieces{{0, 2}, {3, 4}}},
		{[]Span{{0, 2}, {3, 3}, {3, 4}, {4, 9}}, Pieces{{0, 2}, {3, 9}}},
	} {
		var p Pieces
		for _, s := range x.add {
			p = p.Append(s)
		}
		if diff := cmp.Diff(x.want, p); diff != "" {
			t.Errorf("%v: %s", x.add, diff)
		}
	}
	if p := (Pieces)(nil); p.Start() != -1 || p.End() != -1 || p.In("x") != "" {
		t.Errorf("no pieces: %d %d %q", p.Start(), p.End(), p.In("x"))
	}
	if p := (Pieces{{3, 6}, {9, 12}}); p.Start() != 3 || p.End() != 12 || p.In("石渡口新桥") != "渡新" {
		t.Errorf("two pieces: %d %d %q", p.Start(), p.End(), p.In("石渡口新桥"))
	}
}

// TestJoined puts a text together from ranges of a source and texts that are
// not in it. What is then found in it reads the same in the source, but for
// the texts that are not.
func TestJoined(t *testing.T) {
	const put = "\x01\x02" // in no source
	rapid.Check(t, func(t *rapid.T) {
		source := texts.Draw(t, "source")
		var b Builder
		var want strings.Builder
		at := 0
		for range rapid.IntRange(0, 6).Draw(t, "ranges") {
			rest := spanOf(t, source[at:], "range")
			s := Span{at + rest.Start, at + rest.End}
			b.Add(source, s)
			want.WriteString(s.In(source))
			at = s.End
			if rapid.Bool().Draw(t, "put") {
				b.Put(put)
				want.WriteString(put)
			}
			if b.Len() != want.Len() {
				t.Fatalf("%d bytes, want %d", b.Len(), want.Len())
			}
		}
		j := b.Joined()
		if j.Text() != want.String() {
			t.Fatalf("%q, want %q", j.Text(), want.String())
		}
		part := spanOf(t, j.Text(), "part")
		p := j.Pieces(part)
		own := strings.NewReplacer("\x01", "", "\x02", "").Replace(part.In(j.Text()))
		if got := p.In(source); got != own {
			t.Fatalf("%q is %q in the source", own, got)
		}
		end := -1
		for _, s := range p {
			if s.Empty() || s.Start <= end {
				t.Fatalf("pieces %v", p)
			}
			end = s.End
		}
	})
}

// TestIndex holds the index against counting, over texts of many strides.
func TestIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(texts.Draw(t, "text"), rapid.IntRange(1, 40).Draw(t, "times"))
		x := NewIndex(text)
		if n := utf8.RuneCountInString(text); x.Runes() != n || x.Rune(len(text)) != n || x.Rune(len(text)+1) != n {
			t.Fatalf("%d, %d, want %d", x.Runes(), x.Rune(len(text)), n)
		}
		n := 0
		for i := range text {
			if got := x.Rune(i); got != n {
				t.Fatalf("byte %d is character %d, want %d", i, got, n)
			}
			n++
		}
	})
}

// TestIndexInvalid: every byte of a broken encoding is counted as one that
// begins a character or goes on with one, and nothing panics.
func TestIndexInvalid(t *testing.T) {
	for _, text := range []string{"\xe7", "\x80\x80", "a\xff石\xe7\x9f", ""} {
		x := NewIndex(text)
		for i := range len(text) + 1 {
			x.Rune(i)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	text := strings.Repeat("石渡口新桥今天上午建成通车。\n", 20000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewIndex(text)
	}
}
