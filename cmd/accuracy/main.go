// Command accuracy measures how well dateline reads, for those who work on it;
// it is not shipped.
//
//	go run ./cmd/accuracy compose -n 200 -seed 1 -out DIR [-natural]
//
// Compose writes n pages and their gold into DIR, as NAME.txt and NAME.json.
// The data to compose with is in the shared folder (-shared), which is not
// part of this module.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if errors.Is(err, flag.ErrHelp) {
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "accuracy: error:", err)
		os.Exit(1)
	}
}

// run does what the first argument names.
func run(args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "compose" {
		return runCompose(args[1:], out)
	}
	return errors.New("usage: accuracy compose -n 200 -seed 1 -out DIR")
}
