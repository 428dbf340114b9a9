//go:build unix

// Command pages measures the page stage alone: it splits the text in a file
// again and again and prints the bytes read and the CPU seconds (user and
// system, from getrusage) that they took, on one core. It uses nothing but
// page.Split, so that command bench can build it inside an earlier version of
// the module too.
//
//	pages FILE
package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"dateline/internal/page"
)

// least is the CPU time that one measurement takes at least.
const least = time.Second

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pages: error:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("want one file, have %d", len(args))
	}
	b, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	text := string(b)
	page.Split(text) // tables are made at first use
	start, err := cpu()
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		page.Split(text)
		now, err := cpu()
		if err != nil {
			return err
		}
		if now-start >= least {
			fmt.Println(n*len(text), (now - start).Seconds())
			return nil
		}
	}
}

// cpu is the time that this process has spent on a CPU.
func cpu() (time.Duration, error) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, err
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), nil
}
