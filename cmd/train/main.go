// Command train makes the model of package tagger and scores it. It is for
// the developers of dateline and is not shipped.
//
//	train fit -pfr articles.jsonl.gz [-silver FILE -silver-chars N] -out internal/tagger/model.bin.gz
//	train mean -out internal/tagger/model.bin.gz a.gz b.gz c.gz
//	train score -pfr articles.jsonl.gz -msra msra_test_bio.txt.gz [-model FILE]
//
// Input: the corpora of docs/names.md. Training uses days 1 to 28 of PFR, and
// silver labels where they are given; MSRA is only ever scored.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "train: usage: train fit|mean|score …")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "fit":
		err = fit(os.Args[2:])
	case "mean":
		err = mean(os.Args[2:])
	case "score":
		err = score(os.Args[2:])
	default:
		err = fmt.Errorf("no command %q", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train: error:", err)
		os.Exit(1)
	}
}

// settings are how a model is made.
type settings struct {
	pfr, silver, out, teacher, names string
	silverChars                      int
	least                            int
	epochs                           int
	from, to                         int
	copies, real                     int
	alpha, l1, keep                  float64
	weak, strong                     float64
}

func fit(args []string) error {
	var s settings
	f := flag.NewFlagSet("fit", flag.ContinueOnError)
	f.StringVar(&s.pfr, "pfr", "../shared/data/pfr-199801/articles.jsonl.gz", "PFR articles")
	f.StringVar(&s.silver, "silver", "", "silver labels, made by silver.py")
	f.StringVar(&s.teacher, "teacher", "", "model whose places and bodies stand in for those of the silver labels")
	f.StringVar(&s.names, "names", "../shared/data/jieba-dict/dict.txt", "list of words with names of people among them")
	f.IntVar(&s.silverChars, "silver-chars", 4_000_000, "characters of silver labels to use")
	f.StringVar(&s.out, "out", "internal/tagger/model.bin.gz", "model file")
	f.IntVar(&s.least, "least", 3, "a feature seen fewer times is left out")
	f.IntVar(&s.copies, "copies", 1, "copies of the samples with other people's names in place")
	f.IntVar(&s.real, "real", 1, "times that the corpus itself is read in a pass")
	f.IntVar(&s.from, "from", 1, "first day of PFR to learn from")
	f.IntVar(&s.to, "to", 28, "last day of PFR to learn from")
	f.IntVar(&s.epochs, "epochs", 8, "passes over the data")
	f.Float64Var(&s.alpha, "alpha", 0.1, "learning rate of FTRL")
	f.Float64Var(&s.keep, "keep", 1, "part of the features that a step looks at")
	f.Float64Var(&s.weak, "weak", 0.997, "part of the words of names that the gate lets through beside others")
	f.Float64Var(&s.strong, "strong", 0.98, "part of the words of names that the gate lets through by themselves")
	f.Float64Var(&s.l1, "l1", 0.5, "L1 strength of FTRL")
	if err := f.Parse(args); err != nil {
		return err
	}
	return train(s)
}
