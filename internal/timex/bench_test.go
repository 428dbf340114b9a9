//go:build unix

package timex

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// cpuTime is the processor time that this process has taken.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// newsText is some megabytes of news text from ../shared.
func newsText(b *testing.B) []string {
	f, err := os.Open(filepath.FromSlash("../../../shared/data/xwlb/2019.jsonl.gz"))
	if err != nil {
		b.Skip("no ../shared/data/xwlb: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	var out []string
	for n := 0; sc.Scan() && n < 4<<20; {
		var x struct{ Paragraphs []string }
		if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
			b.Fatal(err)
		}
		s := strings.Join(x.Paragraphs, "\n")
		out = append(out, s)
		n += len(s)
	}
	return out
}

// BenchmarkFind reads articles of the evening news, each on its own. MB/cpu-s
// is the figure to compare where the machine is shared.
func BenchmarkFind(b *testing.B) {
	texts := newsText(b)
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	from := cpuTime(b)
	for b.Loop() {
		for _, t := range texts {
			Find(t, Context{Published: "2019-06-01"})
		}
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpuTime(b)-from).Seconds(), "MB/cpu-s")
}

// BenchmarkScan is Find on text without any time: the scanner alone.
func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("改革开放给人民群众带来了实实在在的好处，我们必须坚定信心。", 20000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, Context{Published: "2019-06-01"})
	}
}
