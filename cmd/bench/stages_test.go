//go:build unix

package main

import (
	"testing"
	"time"
)

// TestShareOut: the time of a sample is that of the innermost stage in it.
func TestShareOut(t *testing.T) {
	const traces = `File: bench
Type: cpu
-----------+-------------------------------------------------------
      10ms   runtime.memmove
             dateline/internal/lexicon.(*Words).Class (inline)
             dateline/internal/name.(*index[go.shape.int32]).scan
             dateline.(*Reader).read
-----------+-------------------------------------------------------
     1.20s   dateline/internal/page/slip.words
             dateline.(*wiring).slips
-----------+-------------------------------------------------------
      30ms   runtime.scanObject
             runtime.gcDrain
`
	took, all := shareOut(traces)
	for stage, want := range map[string]time.Duration{
		"name: names, and who is who": 10 * time.Millisecond, "slip: misread characters": 1200 * time.Millisecond, collector: 30 * time.Millisecond,
	} {
		if took[stage] != want {
			t.Errorf("%s: %v, want %v", stage, took[stage], want)
		}
	}
	if want := 1240 * time.Millisecond; all != want {
		t.Errorf("all: %v, want %v", all, want)
	}
}
