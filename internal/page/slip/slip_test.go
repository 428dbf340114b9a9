package slip

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"
)

// TestFind reads the cases: a page, of which each line is the body of an
// article, then each slip that is found with its reading and rule.
func TestFind(t *testing.T) {
	datadriven.RunTest(t, "testdata/find", func(t *testing.T, d *datadriven.TestData) string {
		return find(d.Input)
	})
}

// TestKnownWrong has what is not found yet, or wrongly: each case says what is
// right, and fails once it is given. It belongs in testdata/find then.
func TestKnownWrong(t *testing.T) {
	datadriven.RunTest(t, "testdata/known-wrong", func(t *testing.T, d *datadriven.TestData) string {
		if find(d.Input) == d.Expected {
			d.Fatalf(t, "is right now: move it to testdata/find")
		}
		return d.Expected
	})
}

func find(page string) string {
	bodies := strings.Split(page, "\n")
	f := New(bodies)
	var out strings.Builder
	for _, b := range bodies {
		for _, s := range f.Find(b) {
			fmt.Fprintf(&out, "%s → %s %s\n", s.Span.In(b), s.Reading, s.Rule)
		}
	}
	if out.Len() == 0 {
		return "none\n"
	}
	return out.String()
}

// TestFindHolds: whatever the page, a slip is a stretch of its text in order,
// and its reading is as long and another.
func TestFindHolds(t *testing.T) {
	bit := rapid.SampledFrom(strings.Split("银桦官|银桦宫|一万五于|一万五千|总统|官卫队|外交部|未来|末来|人员|大员|己经|已经|土地|士地|，|。|\n|𠮷|顾小满|曰本|日本|a|1", "|"))
	rapid.Check(t, func(t *rapid.T) {
		var bodies []string
		for range rapid.IntRange(0, 3).Draw(t, "bodies") {
			bodies = append(bodies, strings.Join(rapid.SliceOfN(bit, 0, 30).Draw(t, "body"), ""))
		}
		f := New(bodies)
		for _, b := range bodies {
			holds(t, f, b)
		}
	})
}

func holds(t interface{ Fatalf(string, ...any) }, f *Finder, text string) {
	end := 0
	for _, s := range f.Find(text) {
		if s.Span.Start < end || s.Span.End > len(text) || s.Span.Empty() {
			t.Fatalf("%v after %d in %q", s.Span, end, text)
		}
		end = s.Span.End
		was := s.Span.In(text)
		if !utf8.ValidString(was) || was == s.Reading || utf8.RuneCountInString(was) != utf8.RuneCountInString(s.Reading) {
			t.Fatalf("%q reads %q", was, s.Reading)
		}
	}
}

// FuzzFind: any text as a page of its own, and on a page with another.
func FuzzFind(f *testing.F) {
	f.Add("银桦官卫队长在台阶下敬礼。", "他走进银桦宫。银桦宫的门开着。")
	f.Add("一万五于人", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		holds(t, New([]string{a, b}), a)
		holds(t, New([]string{a}), a)
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("石渡口新桥今天上午建成通车，两岸的居民从此不必再坐渡船过河。新桥全长三百六十米。\n", 1000)
	f := New([]string{text})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f.Find(text)
	}
}
