package main

import (
	"flag"
	"fmt"
	"os"

	"dateline/internal/tagger"
)

// mean writes the mean of models: runs with other settings differ by chance in
// what they make of a rare feature, and what is next to nothing in the mean is
// left out, which makes the model small enough to stay near the processor.
func mean(args []string) error {
	f := flag.NewFlagSet("mean", flag.ContinueOnError)
	out := f.String("out", "internal/tagger/model.bin.gz", "model file")
	least := f.Int("least", 2, "a feature all of whose weights are smaller is left out")
	if err := f.Parse(args); err != nil {
		return err
	}
	var models []*tagger.Model
	for _, name := range f.Args() {
		m, err := readModel(name)
		if err != nil {
			return err
		}
		models = append(models, m)
	}
	if len(models) == 0 {
		return fmt.Errorf("no models")
	}
	m, err := average(models, *least)
	if err != nil {
		return err
	}
	w, err := os.Create(*out)
	if err != nil {
		return err
	}
	if err := m.Write(w); err != nil {
		return err
	}
	return w.Close()
}

func readModel(name string) (*tagger.Model, error) {
	r, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return tagger.Read(r)
}

// average is the mean of models, with the gate and the table of what names are
// made of of the first.
func average(models []*tagger.Model, least int) (*tagger.Model, error) {
	n := len(models)
	sums := map[uint32][tagger.Tags - 1]int{}
	var transition [tagger.Tags + 1][tagger.Tags]int16
	for _, m := range models {
		m.Each(func(key uint32, w tagger.Weights) {
			s := sums[key]
			for k, v := range w {
				s[k] += int(v)
			}
			sums[key] = s
		})
	}
	weights := map[uint32]tagger.Weights{}
	for key, s := range sums {
		var w tagger.Weights
		kept := false
		for k, v := range s {
			w[k] = int8(nearest(v, n))
			kept = kept || int(w[k]) >= least || int(w[k]) <= -least
		}
		if kept {
			weights[key] = w
		}
	}
	for q := range transition {
		for t := range transition[q] {
			sum := 0
			for _, m := range models {
				sum += int(m.Transition[q][t])
			}
			transition[q][t] = int16(nearest(sum, n))
		}
	}
	fmt.Fprintf(os.Stderr, "%d features of %d\n", len(weights), len(sums))
	return tagger.NewModel(weights, transition, models[0].Scale, models[0].Gate, &models[0].Build)
}

// nearest is the whole number nearest to v/n.
func nearest(v, n int) int {
	if v < 0 {
		return -nearest(-v, n)
	}
	return (v + n/2) / n
}
