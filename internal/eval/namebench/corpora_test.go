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
	for _, k := range Kinds {
		t.Log("PFR", k, got[k])
	}
}

func TestMSRA(t *testing.T) {
	samples, err := MSRA(filepath.Join(shared(t), "data"), 20)
	if err != nil {
		t.Fatal(err)
	}
	got := ScoreSamples(samples, MSRAStyle, logged(t))
	for _, k := range Kinds {
		t.Log("MSRA", k, got[k])
	}
}

func TestCLUENER(t *testing.T) {
	samples, err := CLUENER(filepath.Join(shared(t), "data"), map[string]string{"name": "PER"})
	if err != nil {
		t.Fatal(err)
	}
	got := ScoreSamples(samples, nil, logged(t))
	t.Log("CLUENER name", got["PER"])
}
