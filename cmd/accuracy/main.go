// Command accuracy measures how well dateline reads, for those who work on it;
// it is not shipped.
//
//	go run ./cmd/accuracy [-only NAMES] [-print]
//	go run ./cmd/accuracy diff -layer LAYER [-composed] [-form FORM] [-page NAME]
//	go run ./cmd/accuracy sample -what statements|events -n 50 -seed 1
//	go run ./cmd/accuracy sample -what meetings|counted -archive FILE -n 50 -seed 1
//	go run ./cmd/accuracy compose -n 200 -seed 1 -out DIR [-natural]
//
// The first measures everything and puts the tables into docs/accuracy.md,
// between the markers <!-- begin: NAME --> and <!-- end: NAME -->; what stands
// outside them stays. Diff prints what is missing and what is too many in a
// layer. Sample draws facts from a year of news, to be judged by reading.
// Compose writes composed pages and their gold as NAME.txt and NAME.json.
//
// The data measured on is in the shared folder (-shared), which is not part of
// this module. The tables go to the document or to stdout, the rest to stderr.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"dateline"
	"dateline/record"
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
	if len(args) > 0 {
		switch args[0] {
		case "compose":
			return runCompose(args[1:], out)
		case "diff":
			return runDiff(args[1:], out)
		case "sample":
			return runSample(args[1:], out)
		}
	}
	return runMeasure(args, out)
}

// read reads a source as a caller of the library does.
func read(name string, data []byte, published string) (*record.Record, error) {
	var options []dateline.Option
	if published != "" {
		options = append(options, dateline.WithPublished(published))
	}
	r, err := dateline.New(options...)
	if err != nil {
		return nil, err
	}
	return r.Read(context.Background(), dateline.Source{Name: name, Data: bytes.NewReader(data)})
}
