package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// gateWord is a word with the gate's features, and whether it is in a name.
type gateWord struct {
	features [tagger.GateWidth]uint16
	named    bool
}

// fitGate trains the gate: a logistic regression by AdaGrad, with the sums
// from which a word is weak and strong put where the given parts of the words
// of names are.
func fitGate(samples []sample, weak, strong float64) tagger.Gate {
	words := gateWords(samples)
	w, n := make([]float32, 1<<16), make([]float32, 1<<16)
	rnd := rand.New(rand.NewPCG(5, 9))
	for range 3 {
		rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		for i := range words {
			gateStep(w, n, &words[i])
		}
	}
	var g tagger.Gate
	for i, v := range w {
		g.Weights[i] = int8(math.Max(-127, math.Min(127, math.Round(float64(v)*16))))
	}
	g.Weak, g.Strong = cutoff(&g, words, weak), cutoff(&g, words, strong)
	return g
}

func gateStep(w, n []float32, word *gateWord) {
	s := float32(0)
	for _, f := range word.features {
		s += w[f]
	}
	d := float32(1 / (1 + math.Exp(-float64(s))))
	if word.named {
		d--
	}
	for _, f := range word.features {
		n[f] += d * d
		w[f] -= 0.1 * d / float32(1+math.Sqrt(float64(n[f])))
	}
}

// cutoff finds the sum that the given part of the words of names reach.
func cutoff(g *tagger.Gate, words []gateWord, passed float64) int32 {
	var named, others []int32
	for i := range words {
		sum := g.Sum(&words[i].features)
		if words[i].named {
			named = append(named, sum)
		} else {
			others = append(others, sum)
		}
	}
	if len(named) == 0 {
		return 0
	}
	slices.Sort(named)
	least := named[int(float64(len(named))*(1-passed))]
	over := 0
	for _, s := range others {
		if s >= least {
			over++
		}
	}
	fmt.Fprintf(os.Stderr, "gate: from %d on, %d words of names and %d of %d others\n", least, len(named), over, len(others))
	return least
}

func gateWords(samples []sample) []gateWord {
	x := tagger.NewExtractor(nil)
	var out []gateWord
	for _, s := range samples {
		t := lexicon.NewText(s.text)
		x.Read(t)
		gold := golden(s.names, t.Len())
		for k := range x.Lattice.Words {
			var w gateWord
			if !x.GateFeatures(k, &w.features) {
				continue
			}
			for i := x.Lattice.Words[k].Start; i < x.Lattice.Words[k].End; i++ {
				w.named = w.named || gold[i] != 0
			}
			out = append(out, w)
		}
	}
	return out
}
