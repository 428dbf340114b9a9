package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// fitBuild counts what Chinese names are made of: each name of the samples
// and of a list of words once, against the characters of the samples.
func fitBuild(samples []sample, file string) (*tagger.Build, error) {
	names := map[string]bool{}
	text := map[rune]float64{}
	all := 0.0
	for _, s := range samples {
		r := lexicon.NewText(s.text).Runes
		for _, c := range r {
			text[c]++
		}
		all += float64(len(r))
		for _, n := range s.names {
			if n.kind == tagger.Person && n.end <= len(r) {
				names[string(r[n.start:n.end])] = true
			}
		}
	}
	if err := listed(file, names); err != nil {
		return nil, err
	}
	var in [4]map[rune]float64
	var sum [4]float64
	for k := range in {
		in[k] = map[rune]float64{}
	}
	add := func(place int, r rune) { in[place][r]++; sum[place]++ }
	for n := range names {
		r := []rune(n)
		if len(r) < 2 || len(r) > 3 || lexicon.LoadNames().Trait(r[0])&lexicon.Surname == 0 {
			continue
		}
		add(tagger.AsSurname, r[0])
		if len(r) == 2 {
			add(tagger.AsOnly, r[1])
		} else {
			add(tagger.AsFirst, r[1])
			add(tagger.AsSecond, r[2])
		}
	}
	fmt.Fprintf(os.Stderr, "build: %.0f names\n", sum[0])
	b := &tagger.Build{}
	for r := rune(0x3400); r < 0x10000; r++ {
		for k := range in {
			if k == tagger.AsSurname && lexicon.LoadNames().Trait(r)&lexicon.Surname == 0 {
				continue
			}
			v := 2*math.Log2(((in[k][r]+0.5)/(sum[k]+1))/((text[r]+5)/(all+1))) + tagger.Even
			low := 0.0
			if k == tagger.AsSurname {
				low = 1
			}
			b[r] |= uint16(math.Max(low, math.Min(tagger.Steps-1, math.Round(v)))) << (4 * k)
		}
	}
	return b, nil
}

// listed adds the names of people of a list of words: word, count and part of
// speech in a line, nr for names.
func listed(file string, names map[string]bool) error {
	if file == "" {
		return nil
	}
	r, err := open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	in := bufio.NewScanner(r)
	for in.Scan() {
		if f := strings.Fields(in.Text()); len(f) == 3 && f[2] == "nr" {
			names[lexicon.FoldString(f[0])] = true
		}
	}
	return in.Err()
}
