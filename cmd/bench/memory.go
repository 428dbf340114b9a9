//go:build unix

package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// shares are the parts of the corpus on which memory is measured, in percent.
var shares = []int64{10, 30, 100}

// memory is the table of the peak memory of dateline read --stream.
func memory(shared, dir string) (string, error) {
	bin := filepath.Join(dir, "dateline")
	if _, err := command(".", "go", "build", "-trimpath", "-o", bin, "./cmd/dateline"); err != nil {
		return "", err
	}
	file := filepath.Join(dir, "news.txt")
	total, err := write(shared, math.MaxInt64, file)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("| `dateline read --stream` on | text, MB | peak memory, MB | CPU seconds | MB a CPU second |\n| --- | --: | --: | --: | --: |\n")
	for _, share := range shares {
		n, err := write(shared, total*share/100, file)
		if err != nil {
			return "", err
		}
		peak, seconds, err := stream(bin, file)
		if err != nil {
			return "", err
		}
		mb := float64(n) / 1e6
		fmt.Fprintf(&b, "| %d %% | %.1f | %.0f | %.1f | %.1f |\n", share, mb, peak/1e6, seconds, mb/seconds)
	}
	b.WriteString(footer("all years of `xwlb`, a paragraph a line"))
	return b.String(), nil
}

// write writes the news of all years into a file, limit bytes of it.
func write(shared string, limit int64, file string) (int64, error) {
	f, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriter(f)
	n, err := news(shared, "*", limit, w)
	if err == nil {
		err = w.Flush()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return n, err
}

// stream runs the built command over a file and gives its peak memory in
// bytes and its CPU seconds; the records are thrown away.
func stream(bin, file string) (peak, seconds float64, err error) {
	c := exec.Command(bin, "read", "--stream", file)
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return 0, 0, err
	}
	u, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, 0, fmt.Errorf("no usage of resources on %s", runtime.GOOS)
	}
	return maxrss(u), (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), nil
}
