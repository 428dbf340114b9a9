package timexbench

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/internal/eval"
)

// sharedDir is the folder with the pages and cases of others; a test that
// needs it skips where it is missing, and fails under CI.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := filepath.FromSlash("../../../../shared")
	if _, err := os.Stat(filepath.Join(dir, "gold")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the annotated pages are missing: %v", err)
		}
		t.Skipf("the annotated pages are missing: %v", err)
	}
	return dir
}

// least are the scores below which a set may not fall.
var least = map[string]float64{
	"Recognizers-Text DateTimeModel": 0.90,
	"JioNLP time_parser":             0.92,
	"JioNLP time_extractor":          0.95,
	"WeTextProcessing date, time":    0.90,
}

func TestAll(t *testing.T) {
	scores, err := All(sharedDir(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		rate, floor := s.Rate(), least[s.Name]
		if floor == 0 {
			rate, floor = s.F1(), 0.93
		}
		t.Logf("%-32s %4d of %4d, %d given: %.3f", s.Name, s.Hit, s.Want, s.Found, rate)
		for _, w := range s.Wrong {
			t.Log("    ", w)
		}
		if rate < floor {
			t.Errorf("%s: %.3f, want %.2f at least", s.Name, rate, floor)
		}
	}
}

// TestMoscow holds the page that the rules were first written for to a full
// score, its year inferred.
func TestMoscow(t *testing.T) {
	for _, f := range append([]eval.Form{{Name: "clean"}}, eval.Forms...) {
		s, err := goldPage(sharedDir(t), "moscow-2023-03", f)
		if err != nil {
			t.Fatal(err)
		}
		if s.F1() < 1 {
			t.Errorf("%s: %d of %d, %d given: %v", f.Name, s.Hit, s.Want, s.Found, s.Wrong)
		}
	}
}
