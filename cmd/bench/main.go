//go:build unix

// Command bench measures how fast dateline reads and how much memory it
// takes, for those who work on it; it is not shipped.
//
//	go run ./cmd/bench [-shared DIR] [-base COMMIT] [-python PROGRAM] [-only TABLE] [-print]
//
// Speed is in MB (1,000,000 bytes of UTF-8) a CPU second, user and system
// time of getrusage, on one core; memory is the peak resident set of the
// process in MB. The text is the evening news of the shared folder, which is
// not part of this module. The tables go into docs/performance.md, between
// the markers <!-- begin: NAME --> and <!-- end: NAME -->, or with -print to
// stdout.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// firstPage is the first commit with all that the page stage is built from.
const firstPage = "23739fa"

func main() {
	shared := flag.String("shared", "../shared", "the shared folder")
	base := flag.String("base", firstPage, "the commit whose page stage is measured beside this one's")
	only := flag.String("only", "", "make one table: speed, stages, peers, memory or archive")
	python := flag.String("python", "python3", "the Python that has the other programs")
	show := flag.Bool("print", false, "print the tables, leave the document as it is")
	flag.Parse()
	debug.SetGCPercent(150) // as the command has it
	if err := run(*shared, *base, *python, *only, *show); err != nil {
		fmt.Fprintln(os.Stderr, "bench: error:", err)
		os.Exit(1)
	}
}

const document = "docs/performance.md"

func run(shared, base, python, only string, show bool) error {
	dir, err := os.MkdirTemp("", "dateline-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tables := []struct {
		name string
		make func() (string, error)
	}{
		{"speed", func() (string, error) { return speed(shared, base, dir) }},
		{"stages", func() (string, error) { return stageTable(shared, dir) }},
		{"peers", func() (string, error) { return peers(shared, python, dir) }},
		{"memory", func() (string, error) { return memory(shared, dir) }},
		{"archive", func() (string, error) { return archives(shared, dir) }},
	}
	for _, t := range tables {
		if only != "" && only != t.name {
			continue
		}
		fmt.Fprintln(os.Stderr, "bench:", t.name)
		text, err := t.make()
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		if err := put(t.name, text, show); err != nil {
			return err
		}
	}
	return nil
}

// put prints a table or writes it into the document.
func put(name, text string, show bool) error {
	if show {
		fmt.Println(text)
		return nil
	}
	doc, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	changed, err := replace(string(doc), name, text)
	if err != nil {
		return err
	}
	return os.WriteFile(document, []byte(changed), 0o644)
}

// replace puts a table into the document in the place of its name.
func replace(doc, name, table string) (string, error) {
	place := regexp.MustCompile(`(?s)(<!-- begin: ` + name + ` -->\n).*?(<!-- end: ` + name + ` -->)`)
	if len(place.FindAllString(doc, -1)) != 1 {
		return "", fmt.Errorf("%s has not one place for %q", document, name)
	}
	at := place.FindStringSubmatchIndex(doc)
	return doc[:at[3]] + table + doc[at[4]:], nil
}

// footer says how a table was made.
func footer(data string) string {
	return fmt.Sprintf("\nCommand: `go run ./cmd/bench`. Data: %s. Machine: %s. Date: %s.\n", data, machine(), time.Now().Format(time.DateOnly))
}

// machine names the machine and the version of Go.
func machine() string {
	name := runtime.GOOS + "/" + runtime.GOARCH
	if b, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if m := regexp.MustCompile(`model name\s*: (.+)`).FindStringSubmatch(string(b)); m != nil {
			name = m[1] + ", " + name
		}
	}
	return fmt.Sprintf("%s, %d cores of which one is used, %s", name, runtime.NumCPU(), runtime.Version())
}

// command runs a program of this machine in a folder and gives what it
// prints.
func command(dir, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	out, err := c.Output()
	if e, ok := err.(*exec.ExitError); ok {
		err = fmt.Errorf("%s %s: %w: %s", filepath.Base(name), strings.Join(args, " "), err, e.Stderr)
	}
	return string(out), err
}
