//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"

	"dateline"
	"dateline/record"
)

// part is a stage of the reader: its name in the table and the packages whose
// time it is.
type part struct{ name, packages string }

// parts are the stages in the order in which a text goes through them. Time
// belongs to the innermost function of a stage, with all that it calls: that of
// the packages in no row (lexicon, han, span, allocation) is its caller's.
var parts = []part{
	{"source: bytes to text", "dateline/internal/source"},
	{"page: text to articles", "dateline/internal/page dateline/internal/page/runon"},
	{"slip: misread characters", "dateline/internal/page/slip"},
	{"timex: times", "dateline/internal/timex"},
	{"figure: figures", "dateline/internal/figure"},
	{"tagger: words and name candidates", "dateline/internal/tagger"},
	{"name: names, and who is who", "dateline/internal/name"},
	{"clause: tokens and sentences", "dateline/internal/clause"},
	{"statement: who said what", "dateline/internal/statement"},
	{"event: who met whom", "dateline/internal/event"},
	{"check: does it add up", "dateline/internal/check"},
	{"record: putting it together", "dateline dateline/record"},
	{"JSON", "encoding/json"},
}

// collector is what no stage calls.
const collector = "garbage collection, and the rest"

// stageTable is the table of what each stage takes of the whole reader and of
// the writing of its records.
func stageTable(shared, dir string) (string, error) {
	var text strings.Builder
	if _, err := news(shared, "2019", size, &text); err != nil {
		return "", err
	}
	file := filepath.Join(dir, "cpu.prof")
	perMB, err := profile([]byte(text.String()), file)
	if err != nil {
		return "", err
	}
	traces, err := command(".", "go", "tool", "pprof", "-traces", file)
	if err != nil {
		return "", err
	}
	took, all := shareOut(traces)
	var b strings.Builder
	b.WriteString("| stage | share, % | CPU seconds for 100 MB | MB a CPU second of this stage |\n| --- | --: | --: | --: |\n")
	row := func(name string, share float64) {
		fmt.Fprintf(&b, "| %s | %.1f | %.1f | %.0f |\n", name, 100*share, 100*perMB*share, 1/max(perMB*share, 1e-6))
	}
	for _, p := range parts {
		row(p.name, took[p.name].Seconds()/all.Seconds())
	}
	row(collector, took[collector].Seconds()/all.Seconds())
	fmt.Fprintf(&b, "| all | 100.0 | %.1f | %.1f |\n", 100*perMB, 1/perMB)
	b.WriteString(footer("the first 3 MB of `xwlb` 2019, a paragraph a line, read over and over"))
	return b.String(), nil
}

// sampled is how long the profile is taken: a thousand samples (pprof takes 100
// a second).
const sampled = 12 * time.Second

// profile reads a text again and again under the profiler of the runtime, each
// record written as JSON, and gives the CPU seconds for a MB.
func profile(text []byte, file string) (float64, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	r, err := dateline.New()
	if err != nil {
		return 0, err
	}
	do := func() error {
		return r.Stream(context.Background(), dateline.Source{Name: "news", Data: bytes.NewReader(text)}, func(rec *record.Record) error {
			_, err := json.Marshal(rec)
			return err
		})
	}
	if err := do(); err != nil { // tables are made at first use
		return 0, err
	}
	f, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return 0, err
	}
	defer pprof.StopCPUProfile()
	start, n := cpu(), 0
	for cpu()-start < sampled {
		if err := do(); err != nil {
			return 0, err
		}
		n += len(text)
	}
	return (cpu() - start).Seconds() / (float64(n) / 1e6), nil
}

// shareOut gives each stage the time of its samples, out of what pprof prints
// of them: a block for each, its time and the innermost function first.
func shareOut(traces string) (map[string]time.Duration, time.Duration) {
	owner := map[string]string{}
	for _, p := range parts {
		for _, pkg := range strings.Fields(p.packages) {
			owner[pkg] = p.name
		}
	}
	took, all := map[string]time.Duration{}, time.Duration(0)
	for _, block := range strings.Split(traces, "\n-----------+")[1:] {
		var spent time.Duration
		stage := collector
		for _, line := range strings.Split(block, "\n") {
			f := strings.Fields(line)
			if len(f) == 0 {
				continue
			}
			if d, err := time.ParseDuration(f[0]); err == nil && len(f) > 1 {
				spent, f = d, f[1:]
			}
			if p, ok := owner[packageOf(f[0])]; ok {
				stage = p
				break
			}
		}
		took[stage] += spent
		all += spent
	}
	return took, all
}

// packageOf is the package of a function: dateline/internal/page of
// dateline/internal/page.(*segmenter).run.
func packageOf(function string) string {
	slash := strings.LastIndexByte(function[:strings.IndexAny(function+"[(", "[(")], '/') + 1
	if dot := strings.IndexByte(function[slash:], '.'); dot >= 0 {
		return function[:slash+dot]
	}
	return function
}
