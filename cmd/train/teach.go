package main

import (
	"os"
	"sort"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// teach keeps of silver labels the people, and takes places and bodies from a
// model trained on PFR alone: the two label sets differ in what is a place
// and where a body ends, and the model should keep to one of them.
func teach(file string, samples []sample) ([]sample, error) {
	if file == "" {
		return samples, nil
	}
	r, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	m, err := tagger.Read(r)
	if err != nil {
		return nil, err
	}
	g := tagger.New(m)
	var marks []tagger.Mark
	for i := range samples {
		marks = g.Tag(lexicon.NewText(samples[i].text), marks)
		samples[i].names = merge(samples[i].names, marks)
	}
	return samples, nil
}

// merge puts marks of places and bodies between the people of names.
func merge(names []name, marks []tagger.Mark) []name {
	var out []name
	for _, n := range names {
		if n.kind == tagger.Person {
			out = append(out, n)
		}
	}
	people := out
	for _, m := range marks {
		if m.Kind != tagger.Person && free(people, m) {
			out = append(out, name{m.Start, m.End, m.Kind})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

func free(names []name, m tagger.Mark) bool {
	for _, n := range names {
		if n.start < m.End && m.Start < n.end {
			return false
		}
	}
	return true
}
