package runon

import (
	"math"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestGaps reads the cases: a line is the words before a gap and after it, set
// apart by " | ". For LogOdds ("words") and SentenceLogOdds ("sentences",
// which takes the paragraph to be as long as the line's first part) it says
// on or new, and a question mark where the odds are under three to one: the
// weights change when they are made again, the sense should not.
func TestGaps(t *testing.T) {
	datadriven.RunTest(t, "testdata/gaps", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.Lines(d.Input) {
			before, after, ok := strings.Cut(strings.TrimSpace(line), " | ")
			if !ok {
				d.Fatalf(t, "no gap: %s", line)
			}
			odds := LogOdds(before, after)
			if d.Cmd == "sentences" {
				odds = SentenceLogOdds(before, after, len([]rune(before)))
			}
			out.WriteString(say(odds) + "\t" + before + " | " + after + "\n")
		}
		return out.String()
	})
}

func say(odds float64) string {
	s := "on"
	if odds < 0 {
		s = "new"
	}
	if math.Abs(odds) < math.Log(3) {
		s += "?"
	}
	return s
}

// TestFeatures: the buckets lie in the table, and do not depend on what is far
// from the gap.
func TestFeatures(t *testing.T) {
	for _, x := range [][2]string{{"", ""}, {"石", ""}, {"", "桥"}, {"石渡口", "新桥"}, {"\xff", "\xfe"}, {"a", "1"}, {"𠮷", "𠮷"}} {
		for _, b := range Features(x[0], x[1]) {
			if b >= Buckets {
				t.Errorf("%q: bucket %d", x, b)
			}
		}
		for _, b := range SentenceFeatures(x[0], x[1], 1<<30) {
			if b >= Buckets {
				t.Errorf("%q: bucket %d", x, b)
			}
		}
	}
	if Features("今天石渡口", "新桥建成") != Features("昨天石渡口", "新桥建成") {
		t.Error("what stands far from the gap counts")
	}
}

// FuzzLogOdds: any words give a number.
func FuzzLogOdds(f *testing.F) {
	f.Add("两侧的栏杆由老匠人一", "刀一刀刻成。", 20)
	f.Add("", "", -1)
	f.Fuzz(func(t *testing.T, before, after string, length int) {
		for _, x := range []float64{LogOdds(before, after), SentenceLogOdds(before, after, length)} {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("%v", x)
			}
		}
	})
}
