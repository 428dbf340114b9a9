//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"dateline"
	"dateline/internal/page"
	"dateline/internal/source"
	"dateline/record"
)

// What is measured: the text's size, the width at which its lines are broken
// in the second column, how often each figure is taken, and how long each
// time. The figure is the middle one.
const (
	size   = 3_000_000
	width  = 38
	rounds = 3
	least  = time.Second / 2
)

// speed is the table of speeds.
func speed(shared, base, dir string) (string, error) {
	var whole strings.Builder
	if _, err := news(shared, "2019", size, &whole); err != nil {
		return "", err
	}
	texts := []string{whole.String(), broken(whole.String(), width)}
	var b strings.Builder
	fmt.Fprintf(&b, "| MB a CPU second | a paragraph a line | lines of %d characters |\n| --- | --: | --: |\n", width)
	row := func(name string, figures []float64) {
		fmt.Fprintf(&b, "| %s | %.1f | %.1f |\n", name, figures[0], figures[1])
	}
	now, then, err := pageStage(texts, base, dir)
	if err != nil {
		return "", err
	}
	for _, s := range stages() {
		figures := make([]float64, len(texts))
		for i, text := range texts {
			if figures[i], err = measure(text, s.run); err != nil {
				return "", fmt.Errorf("%s: %w", s.name, err)
			}
		}
		row(s.name, figures)
	}
	row("page (articles) alone", now)
	row("page alone, at commit "+base, then)
	b.WriteString(footer(fmt.Sprintf("the first %.0f MB of `xwlb` 2019, the middle of %d measurements", float64(size)/1e6, rounds)))
	return b.String(), nil
}

// stage is a part of the reader by itself.
type stage struct {
	name string
	run  func(text []byte) error
}

// stages are the parts that are measured in this process.
func stages() []stage {
	ctx := context.Background()
	return []stage{
		{"the whole reader", func(text []byte) error {
			r, err := dateline.New()
			if err != nil {
				return err
			}
			return r.Stream(ctx, dateline.Source{Name: "news", Data: bytes.NewReader(text)}, func(*record.Record) error { return nil })
		}},
		{"source and page: bytes to articles", func(text []byte) error {
			t, err := source.Open(ctx, "news", bytes.NewReader(text), source.Options{})
			if err == nil {
				page.Split(t.Text)
			}
			return err
		}},
		{"source (bytes to text) alone", func(text []byte) error {
			_, err := source.Open(ctx, "news", bytes.NewReader(text), source.Options{})
			return err
		}},
	}
}

// measure is the speed of a stage on one core.
func measure(text string, do func([]byte) error) (float64, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	data := []byte(text)
	if err := do(data); err != nil { // tables are made at first use
		return 0, err
	}
	var all []float64
	for range rounds {
		start, n := cpu(), 0
		for cpu()-start < least {
			if err := do(data); err != nil {
				return 0, err
			}
			n++
		}
		all = append(all, float64(n*len(data))/1e6/(cpu()-start).Seconds())
	}
	return middle(all), nil
}

// cpu is the time that this process has spent on a CPU.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return math.MaxInt64
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func middle(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}

// pageStage is the speed of the page stage of this tree and of an earlier
// commit's, each in a process of its own, by turns.
func pageStage(texts []string, base, dir string) (now, then []float64, err error) {
	trees := make([]string, 2)
	if trees[0], err = filepath.Abs("."); err != nil {
		return nil, nil, err
	}
	if trees[1], err = earlier(base, dir); err != nil {
		return nil, nil, err
	}
	bins := make([]string, 2)
	for i, tree := range trees {
		bins[i] = filepath.Join(dir, fmt.Sprint("pages", i))
		if _, err := command(tree, "go", "build", "-o", bins[i], "./cmd/bench/pages"); err != nil {
			return nil, nil, err
		}
	}
	out := [2][]float64{}
	for _, text := range texts {
		file := filepath.Join(dir, "text")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			return nil, nil, err
		}
		var all [2][]float64
		for range rounds {
			for i, bin := range bins {
				f, err := once(bin, file)
				if err != nil {
					return nil, nil, err
				}
				all[i] = append(all[i], f)
			}
		}
		for i := range out {
			out[i] = append(out[i], middle(all[i]))
		}
	}
	return out[0], out[1], nil
}

// once runs command pages.
func once(bin, file string) (float64, error) {
	out, err := command(".", bin, file)
	if err != nil {
		return 0, err
	}
	var n, seconds float64
	if _, err := fmt.Sscan(out, &n, &seconds); err != nil {
		return 0, fmt.Errorf("what pages prints, %q: %w", out, err)
	}
	return n / 1e6 / seconds, nil
}

// earlier lays out the module as it was at a commit, with command pages in
// it, and gives its folder.
func earlier(commit, dir string) (string, error) {
	tree, archive := filepath.Join(dir, "earlier"), filepath.Join(dir, "earlier.tar")
	if err := os.MkdirAll(filepath.Join(tree, "cmd", "bench", "pages"), 0o755); err != nil {
		return "", err
	}
	if _, err := command(".", "git", "archive", "-o", archive, commit); err != nil {
		return "", err
	}
	if _, err := command(".", "tar", "-xf", archive, "-C", tree); err != nil {
		return "", err
	}
	b, err := os.ReadFile("cmd/bench/pages/main.go")
	if err != nil {
		return "", err
	}
	return tree, os.WriteFile(filepath.Join(tree, "cmd", "bench", "pages", "main.go"), b, 0o600)
}
