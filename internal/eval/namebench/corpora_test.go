package namebench

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"
)

var only = flag.String("only", "", "log the wrong names whose line has this")

func logged(t *testing.T) func(string) {
	return func(s string) {
		if *only != "" && strings.Contains(s, *only) {
			t.Log(s)
		}
	}
}

func TestPFR(t *testing.T) {
	samples, err := PFR(filepath.Join(shared(t), "data"), 29, 31)
	if err != nil {
		t.Fatal(err)
	}
	got := ScoreSamples(samples, PFRStyle, logged(t))
	hold(t, "PFR", got, map[string]float64{"PER": 0.935, "LOC": 0.925, "ORG": 0.90})
}

func TestMSRA(t *testing.T) {
	samples, err := MSRA(filepath.Join(shared(t), "data"), 20)
	if err != nil {
		t.Fatal(err)
	}
	got := ScoreSamples(samples, MSRAStyle, logged(t))
	hold(t, "MSRA", got, map[string]float64{"PER": 0.945, "LOC": 0.885, "ORG": 0.80})
}

func TestCLUENER(t *testing.T) {
	samples, err := CLUENER(filepath.Join(shared(t), "data"), map[string]string{"name": "PER"})
	if err != nil {
		t.Fatal(err)
	}
	got := ScoreSamples(samples, nil, logged(t))
	hold(t, "CLUENER", got, map[string]float64{"PER": 0.70})
}

// hold holds the figures of docs/names.md.
func hold(t *testing.T, set string, got map[string]Tally, need map[string]float64) {
	t.Helper()
	for _, k := range Kinds {
		if need[k] == 0 {
			continue
		}
		t.Log(set, k, got[k])
		if f := got[k].F1(); f < need[k] {
			t.Errorf("%s %s: F1 %.4f, below %.3f", set, k, f, need[k])
		}
	}
}
