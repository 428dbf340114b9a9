package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// leftOut are the days of annotated pages.
var leftOut = []string{"20230320", "20230321", "20230322", "20121115", "20130705"}

// gate gives a model another gate. It learns from the names of PFR, from copies
// with other people's names in place, and from transcripts with what the model
// itself marks in them, behind the gate that it has: text without labels will
// do. A model that looks at everything is no better teacher: it marks more that
// is no name.
func gate(args []string) error {
	f := flag.NewFlagSet("gate", flag.ContinueOnError)
	model := f.String("model", "internal/tagger/model.bin.gz", "model whose gate is made")
	out := f.String("out", "internal/tagger/model.bin.gz", "model file")
	pfr := f.String("pfr", "../shared/data/pfr-199801/articles.jsonl.gz", "PFR articles")
	news := f.String("news", "../shared/data/xwlb", "folder of news transcripts")
	from := f.Int("from", 1, "first day of PFR to learn from")
	to := f.Int("to", 28, "last day of PFR to learn from")
	copies := f.Int("copies", 2, "copies of PFR with other people's names in place")
	chars := f.Int("chars", 12_000_000, "characters of transcripts to learn from")
	weak := f.Float64("weak", 0.9985, "part of the words of names that the gate lets through beside others")
	strong := f.Float64("strong", 0.985, "part of the words of names that the gate lets through by themselves")
	if err := f.Parse(args); err != nil {
		return err
	}
	m, err := readModel(*model)
	if err != nil {
		return err
	}
	samples, err := readPFR(*pfr, *from, *to)
	if err != nil {
		return err
	}
	samples = append(samples, augment(samples, *copies)...)
	more, err := transcripts(*news, *chars)
	if err != nil {
		return err
	}
	mark(m, more)
	m.Gate = fitGate(append(samples, more...), *weak, *strong)
	w, err := os.Create(*out)
	if err != nil {
		return err
	}
	if err := m.Write(w); err != nil {
		return err
	}
	return w.Close()
}

// mark takes what a model marks for the names of samples.
func mark(m *tagger.Model, samples []sample) {
	g := tagger.New(m)
	var t lexicon.Text
	var marks []tagger.Mark
	for i := range samples {
		s := &samples[i]
		t.Reset(s.text)
		marks = g.Tag(&t, marks)
		s.names = nil
		for _, m := range marks {
			s.names = append(s.names, name{m.Start, m.End, m.Kind})
		}
	}
}

// transcripts draws items of news by chance until the number of characters is
// had, a sample a paragraph.
func transcripts(folder string, chars int) ([]sample, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var items [][]string
	for _, file := range files {
		err := jsonLines(file, func(line []byte) error {
			var o struct {
				Day, Title string
				Paragraphs []string
			}
			if err := json.Unmarshal(line, &o); err != nil {
				return err
			}
			if !slices.Contains(leftOut, o.Day) {
				items = append(items, append(o.Paragraphs, strings.TrimPrefix(o.Title, "[视频]")))
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	rnd := rand.New(rand.NewPCG(7, 11))
	rnd.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	var out []sample
	for _, item := range items {
		for _, p := range item {
			out = append(out, sample{text: p})
			chars -= utf8.RuneCountInString(p)
		}
		if chars <= 0 {
			break
		}
	}
	return out, nil
}
