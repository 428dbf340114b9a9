package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// only is the kind of wrong names to print, -1 all.
var only = -1

// tally counts right, gold and found names.
type tally struct{ hit, gold, found int }

func (t tally) f1() float64 { return 2 * float64(t.hit) / float64(max(t.gold+t.found, 1)) }

func (t tally) String() string {
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f (%d of %d, %d found)", float64(t.hit)/float64(max(t.found, 1)),
		float64(t.hit)/float64(max(t.gold, 1)), t.f1(), t.hit, t.gold, t.found)
}

func score(args []string) error {
	f := flag.NewFlagSet("score", flag.ContinueOnError)
	pfr := f.String("pfr", "../shared/data/pfr-199801/articles.jsonl.gz", "PFR articles")
	msra := f.String("msra", "../shared/data/msra-ner/msra_test_bio.txt.gz", "MSRA test")
	cluener := f.String("cluener", "../shared/data/cluener/dev.json", "CLUENER dev, people only")
	model := f.String("model", "internal/tagger/model.bin.gz", "model file")
	show := f.Int("show", 0, "print this many wrong names of each set")
	f.IntVar(&only, "only", -1, "print only wrong names of this kind")
	if err := f.Parse(args); err != nil {
		return err
	}
	r, err := os.Open(*model)
	if err != nil {
		return err
	}
	m, err := tagger.Read(r)
	if err != nil {
		return err
	}
	days, err := readPFR(*pfr, 29, 31)
	if err != nil {
		return err
	}
	test, err := readBIO(*msra)
	if err != nil {
		return err
	}
	evaluate("PFR 29-31", tagger.New(m), days, *show)
	evaluate("MSRA test", tagger.New(m), test, *show)
	if test, err = readCLUENER(*cluener); err != nil {
		return err
	}
	evaluate("CLUENER dev", tagger.New(m), test, *show)
	return nil
}

func evaluate(title string, g *tagger.Tagger, samples []sample, show int) {
	began, chars := time.Now(), 0
	var by [3]tally
	var marks []tagger.Mark
	for _, s := range samples {
		t := lexicon.NewText(s.text)
		chars += t.Len()
		marks = g.Tag(t, marks)
		count(&by, s, marks, t, &show)
	}
	took := time.Since(began)
	for k, n := range []string{"PER", "LOC", "ORG"} {
		fmt.Printf("%s %s %v\n", title, n, by[k])
	}
	fmt.Printf("%s %d characters, %.0f a second\n", title, chars, float64(chars)/took.Seconds())
}

func count(by *[3]tally, s sample, marks []tagger.Mark, t *lexicon.Text, show *int) {
	gold := map[name]bool{}
	for _, n := range s.names {
		gold[n] = true
		by[n.kind].gold++
	}
	for _, m := range marks {
		by[m.Kind].found++
		n := name{m.Start, m.End, m.Kind}
		if gold[n] {
			by[m.Kind].hit++
			delete(gold, n)
		} else if *show > 0 && (only < 0 || only == int(m.Kind)) {
			*show--
			fmt.Printf("  extra %d %s in …%s…\n", m.Kind, t.Slice(m.Start, m.End), t.Slice(max(0, m.Start-8), min(t.Len(), m.End+8)))
		}
	}
	for n := range gold {
		if *show > 0 && (only < 0 || only == int(n.kind)) {
			*show--
			fmt.Printf("  missing %d %s in …%s…\n", n.kind, t.Slice(n.start, n.end), t.Slice(max(0, n.start-8), min(t.Len(), n.end+8)))
		}
	}
}
