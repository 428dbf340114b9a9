//go:build unix

package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// cores are how many the archive is filled with.
const cores = 2

// archives is the table of dateline add over parts of the corpus.
func archives(shared, dir string) (string, error) {
	bin := filepath.Join(dir, "dateline")
	if _, err := command(".", "go", "build", "-trimpath", "-o", bin, "./cmd/dateline"); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("| `dateline add` of | sources | articles | text, MB | file, MB | file to text | peak memory, MB | CPU seconds | MB a CPU second | seconds |\n" +
		"| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n")
	for _, share := range shares {
		dump := filepath.Join(dir, "dump.jsonl")
		if err := sample(shared, dump, share); err != nil {
			return "", err
		}
		f, err := fill(bin, dump, filepath.Join(dir, fmt.Sprintf("%d.db", share)))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "| %d %% | %d | %d | %.1f | %.1f | %.1f | %.0f | %.0f | %.2f | %.0f |\n", share, f.sources, f.articles, f.text/1e6, f.file/1e6,
			f.file/f.text, f.peak/1e6, f.cpu, f.text/1e6/f.cpu, f.wall)
	}
	b.WriteString(strings.Replace(footer(fmt.Sprintf("items of `xwlb` chosen by a seeded generator, in the order of their days; GOMAXPROCS=%d, the load of the machine when it began %s", cores, load())),
		" of which one is used", "", 1))
	return b.String(), nil
}

// load is the load average of the last minute, where the system tells.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "not known"
	}
	one, _, _ := strings.Cut(string(b), " ")
	return one
}

// sample writes a part of the corpus, in percent, as JSON Lines: items chosen
// by chance, the same each time, in their order.
func sample(shared, to string, percent int64) error {
	files, err := filepath.Glob(filepath.Join(shared, "data", "xwlb", "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no corpus in %s: %w", shared, os.ErrNotExist)
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	r := rand.New(rand.NewPCG(8, uint64(percent)))
	for _, name := range files {
		if err := chosen(name, w, func() bool { return r.Int64N(100) < percent }); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.Close()
}

// chosen writes those lines of a compressed file that are taken.
func chosen(name string, w *bufio.Writer, take func() bool) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if take() {
			w.Write(lines.Bytes()) // its error comes with Flush
			w.WriteByte('\n')
		}
	}
	return lines.Err()
}

// filled are the figures of an archive that was made. Sizes are in bytes,
// times in seconds.
type filled struct {
	sources, articles           int
	text, file, peak, cpu, wall float64
}

// fill makes an archive.
func fill(bin, dump, archive string) (filled, error) {
	var out filled
	var stdout bytes.Buffer
	c := exec.Command(bin, "add", "--json", "--archive", archive, dump)
	c.Env = append(os.Environ(), fmt.Sprint("GOMAXPROCS=", cores))
	c.Stdout, c.Stderr = &stdout, os.Stderr
	start := time.Now()
	if err := c.Run(); err != nil {
		return out, err
	}
	out.wall = time.Since(start).Seconds()
	var told struct {
		Added, Articles int
		Bytes           int64
	}
	if err := json.Unmarshal(stdout.Bytes(), &told); err != nil {
		return out, err
	}
	out.sources, out.articles, out.text = told.Added, told.Articles, float64(told.Bytes)
	for _, end := range []string{"", "-wal"} {
		if i, err := os.Stat(archive + end); err == nil {
			out.file += float64(i.Size())
		}
	}
	u, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return out, fmt.Errorf("no usage of resources on %s", runtime.GOOS)
	}
	out.peak, out.cpu = maxrss(u), (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	return out, nil
}

// maxrss is the peak resident set in bytes.
func maxrss(u *syscall.Rusage) float64 {
	unit := 1024.0 // ru_maxrss is in KiB (getrusage(2))
	if runtime.GOOS == "darwin" {
		unit = 1 // there in bytes
	}
	return float64(u.Maxrss) * unit
}
