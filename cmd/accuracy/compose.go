package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"dateline/internal/eval/compose"
)

// runCompose writes composed pages and their gold.
func runCompose(args []string, out io.Writer) error {
	f := flag.NewFlagSet("compose", flag.ContinueOnError)
	n := f.Int("n", 200, "how many pages")
	seed := f.Uint64("seed", 1, "seed: the same one gives the same pages")
	dir := f.String("out", "", "folder to write into")
	natural := f.Bool("natural", false, "take line ends as they fall, also where nobody can tell a paragraph's end")
	shared := f.String("shared", "../shared", "the shared folder")
	if err := f.Parse(args); err != nil {
		return err
	}
	if *dir == "" {
		return errors.New("compose: -out is missing")
	}
	pool, err := compose.Load(*shared)
	if err != nil {
		return fmt.Errorf("compose: %w", err)
	}
	pages, err := pool.Pages(*n, *seed, compose.Options{Natural: *natural})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(*dir, 0o755); err != nil {
		return err
	}
	for _, p := range pages {
		if err := p.Write(*dir); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(out, "%d pages in %s\n", len(pages), *dir)
	return err
}
