package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"time"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

func train(s settings) error {
	samples, err := readPFR(s.pfr, s.from, s.to)
	if err != nil {
		return err
	}
	real := len(samples)
	samples = append(samples, augment(samples, s.copies)...)
	made := len(samples)
	if s.silver != "" {
		more, err := readSilver(s.silver, s.silverChars)
		if err != nil {
			return err
		}
		if more, err = teach(s.teacher, more); err != nil {
			return err
		}
		samples = append(samples, more...)
	}
	// A feature of a copy is no second sight of it: what is seen once in the
	// corpus must stay rare however often it is copied.
	each := uint32(1 + s.copies)
	build, err := fitBuild(append(samples[:real:real], samples[made:]...), s.names)
	if err != nil {
		return err
	}
	gate := fitGate(samples, s.weak, s.strong)
	items, keys := prepare(samples, &gate, build, s.least*int(each), func(i int) uint32 {
		if i >= real && i < made || s.copies > 0 && i < real {
			return 1
		}
		return each
	})
	for range s.real - 1 {
		items = append(items, items[:real]...)
	}
	c := newCRF(len(keys), s.alpha, s.l1, s.keep)
	rnd := rand.New(rand.NewPCG(1, 2))
	for epoch := range s.epochs {
		began := time.Now()
		rnd.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		ll, chars := 0.0, 0
		for i := range items {
			ll += c.learn(&items[i])
			chars += len(items[i].gold)
		}
		fmt.Fprintf(os.Stderr, "epoch %d: log likelihood a character %.5f, %s\n", epoch+1, ll/float64(chars), time.Since(began).Round(time.Second))
	}
	m, kept, err := c.quantise(keys, gate, build)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d features of %d\n", kept, len(keys))
	f, err := os.Create(s.out)
	if err != nil {
		return err
	}
	if err := m.Write(f); err != nil {
		return err
	}
	return f.Close()
}

// prepare counts the features of the characters that the gate lets through or
// that are in names, leaves out the rare ones and numbers the rest.
func prepare(samples []sample, gate *tagger.Gate, build *tagger.Build, least int, weight func(int) uint32) ([]item, []uint32) {
	x := tagger.NewExtractor(build)
	v := newVocabulary(26)
	var f [tagger.Width]uint32
	each := func(do func(i int, gold []uint8)) {
		for i := range samples {
			t := lexicon.NewText(samples[i].text)
			x.Read(t)
			x.Pass(gate)
			do(i, golden(samples[i].names, t.Len()))
		}
	}
	each(func(k int, gold []uint8) {
		for i, g := range gold {
			if g == 0 && !x.Active(i) {
				continue
			}
			x.Features(i, &f)
			for _, key := range f {
				v.add(key, weight(k))
			}
		}
	})
	keys := v.number(least)
	fmt.Fprintf(os.Stderr, "%d features, %d seen %d times or more\n", v.size, len(keys), least)
	var items []item
	each(func(k int, gold []uint8) {
		it := item{rows: make([]int32, len(gold)), gold: gold}
		for i, g := range gold {
			it.rows[i] = -1
			if g == 0 && !x.Active(i) {
				continue
			}
			it.rows[i] = int32(len(it.features))
			x.Features(i, &f)
			for _, k := range f {
				it.features = append(it.features, v.find(k))
			}
		}
		items = append(items, it)
	})
	return items, keys
}

// golden turns names into tags.
func golden(names []name, n int) []uint8 {
	gold := make([]uint8, n)
	for _, m := range names {
		b := tagger.BeginTag(m.kind)
		if m.end-m.start == 1 {
			gold[m.start] = uint8(b + 3)
			continue
		}
		for i := m.start; i < m.end; i++ {
			gold[i] = uint8(b + 1)
		}
		gold[m.start], gold[m.end-1] = uint8(b), uint8(b+2)
	}
	return gold
}

// quantise rounds the weights to a byte each and leaves out the features
// whose weights are all 0 then.
func (c *crf) quantise(keys []uint32, gate tagger.Gate, build *tagger.Build) (*tagger.Model, int, error) {
	const scale = 24 // units in 1: weights of up to 5.3 are kept
	round := func(v float32, most float64) float64 {
		return math.Max(-most, math.Min(most, math.Round(float64(v)*scale)))
	}
	weights := map[uint32]tagger.Weights{}
	for i, k := range keys {
		var w tagger.Weights
		any := false
		for t := range w {
			w[t] = int8(round(c.w[i*(tags-1)+t], 127))
			any = any || w[t] != 0
		}
		if any {
			weights[k] = w
		}
	}
	var tr [tags + 1][tags]int16
	for q := range tr {
		for t := range tr[q] {
			tr[q][t] = int16(round(c.tr[q][t], 30000))
		}
	}
	m, err := tagger.NewModel(weights, tr, 1.0/scale, gate, build)
	return m, len(weights), err
}
