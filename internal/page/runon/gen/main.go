// Command gen makes weights.bin and sentence.bin from the articles of the
// People's Daily corpus of January 1998 (PFR), days 1 to 28:
//
//	go run ./internal/page/runon/gen -articles ARTICLES.jsonl.gz -out internal/page/runon
//
// For weights.bin gaps inside sentences of its paragraphs are taken as text
// that runs on; the seams of headline and headline, headline and first
// paragraph as text that does not. For sentence.bin the ends of sentences
// inside paragraphs are held against the ends of paragraphs. Only n-grams that were seen at three gaps or more have a
// weight, and n-grams share buckets, so that no text can be read back. The
// same input gives the same file.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"dateline/internal/page/runon"
)

type article struct {
	Date       string `json:"date"`
	Paragraphs []struct {
		Text string `json:"text"`
	} `json:"paragraphs"`
}

// example is a gap: its buckets, and whether the text runs on.
type example struct {
	features []uint32
	on       bool
	weight   float64
}

func main() {
	log.SetFlags(0)
	in := flag.String("articles", "", "the corpus, JSON lines, gzip")
	out := flag.String("out", ".", "the folder that the tables go into")
	seed := flag.Uint64("seed", 1998, "seed of the sampling")
	flag.Parse()
	all, err := read(*in)
	if err != nil {
		log.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(*seed, 0))
	for _, table := range []struct {
		name string
		make func([]article, *rand.Rand) []example
	}{{"weights.bin", gapExamples}, {"sentence.bin", sentenceExamples}} {
		train, test := split(all, rnd, table.make)
		w := fit(train, rnd)
		fmt.Printf("%s: %d gaps to learn from, %d to test on; right: %.4f, after rounding %.4f\n",
			table.name, len(train), len(test), right(test, w), right(test, round(w)))
		if err := os.WriteFile(filepath.Join(*out, table.name), pack(w), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// pack writes the weights as they are stored.
func pack(w []float64) []byte {
	table := make([]byte, runon.Buckets)
	for i, x := range w {
		table[i] = byte(int8(math.Round(max(-127, min(127, x*runon.Scale)))))
	}
	return table
}

func read(name string) ([]article, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []article
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		var a article
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, s.Err()
}

// split makes the examples of days 1 to 28, and of the days after.
func split(all []article, rnd *rand.Rand, examples func([]article, *rand.Rand) []example) (train, test []example) {
	var early, late []article
	for _, a := range all {
		if a.Date <= "19980128" {
			early = append(early, a)
		} else {
			late = append(late, a)
		}
	}
	return examples(early, rnd), examples(late, rnd)
}

const marks = "。！？!?…”’」』）)》"

// gapExamples are gaps in mid-sentence.
func gapExamples(articles []article, rnd *rand.Rand) []example {
	var heads, starts, bodies []string
	var out []example
	add := func(before, after string, on bool) {
		f := runon.Features(before, after)
		out = append(out, example{f[:], on, 1})
	}
	for _, a := range articles {
		var last string
		for _, p := range a.Paragraphs {
			t := strings.TrimSpace(p.Text)
			n := utf8.RuneCountInString(t)
			ended := n > 0 && strings.ContainsRune(marks, []rune(t)[n-1])
			switch {
			case !ended && n >= 4 && n <= 40:
				if last != "" {
					add(last, t, false)
				}
				heads = append(heads, t)
				starts = append(starts, t)
				last = t
			case ended && n >= 20:
				if last != "" {
					add(last, t, false)
					last = ""
				}
				starts = append(starts, t)
				bodies = append(bodies, t)
			default:
				last = ""
			}
		}
	}
	// Headlines and what follows them hardly depend on each other at the
	// seam: pairs drawn at random add seams.
	for range drawn * len(heads) {
		add(heads[rnd.IntN(len(heads))], starts[rnd.IntN(len(starts))], false)
	}
	seams := len(out)
	for len(out) < (1+gaps)*seams {
		r := []rune(bodies[rnd.IntN(len(bodies))])
		at := 3 + rnd.IntN(len(r)-6)
		if strings.ContainsRune("。！？!?…", r[at-1]) {
			continue
		}
		add(string(r[:at]), string(r[at:]), true)
	}
	for i := seams; i < len(out); i++ {
		out[i].weight = 1.0 / gaps
	}
	return out
}

// drawn is how many seams are drawn at random for each headline, gaps how
// many gaps inside sentences for each seam; the two kinds weigh the same.
const drawn, gaps = 20, 6

// sentenceExamples are gaps after the ends of sentences. Both kinds weigh the
// same.
func sentenceExamples(articles []article, _ *rand.Rand) []example {
	var out []example
	inside, between := 0.0, 0.0
	add := func(before, after string, length int, on bool) {
		f := runon.SentenceFeatures(before, after, length)
		out = append(out, example{f[:], on, 1})
		if on {
			inside++
		} else {
			between++
		}
	}
	for _, a := range articles {
		last := ""
		for _, p := range a.Paragraphs {
			t := strings.TrimSpace(p.Text)
			r := []rune(t)
			if len(r) < 20 || !strings.ContainsRune(marks, r[len(r)-1]) {
				last = ""
				continue
			}
			if last != "" {
				add(last, t, utf8.RuneCountInString(last), false)
			}
			last = t
			for i := 1; i < len(r); i++ {
				if strings.ContainsRune("。！？!?", r[i-1]) && !strings.ContainsRune(marks, r[i]) {
					add(string(r[:i]), string(r[i:]), i, true)
				}
			}
		}
	}
	for i := range out {
		if out[i].on {
			out[i].weight = min(1, between/inside)
		} else {
			out[i].weight = min(1, inside/between)
		}
	}
	return out
}

// fit is logistic regression by stochastic gradient descent with averaged
// weights.
func fit(train []example, rnd *rand.Rand) []float64 {
	const epochs, rate, decay = 4, 0.05, 3e-4
	seen := make([]int, runon.Buckets)
	for _, e := range train {
		for _, f := range e.features {
			seen[f]++
		}
	}
	w, sum := make([]float64, runon.Buckets), make([]float64, runon.Buckets)
	for range epochs {
		rnd.Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		for _, e := range train {
			g := 0.0
			if e.on {
				g = 1
			}
			g = e.weight * (g - 1/(1+math.Exp(-score(e, w))))
			w[0] += rate * 0.1 * g
			for _, f := range e.features {
				if seen[f] >= 3 {
					w[f] += rate * (g - decay*w[f])
				}
			}
		}
		for i := range w {
			sum[i] += w[i] / epochs
		}
	}
	return sum
}

func score(e example, w []float64) float64 {
	s := w[0]
	for _, f := range e.features {
		s += w[f]
	}
	return s
}

func round(w []float64) []float64 {
	r := make([]float64, len(w))
	for i, x := range w {
		r[i] = math.Round(max(-127, min(127, x*runon.Scale))) / runon.Scale
	}
	return r
}

func right(test []example, w []float64) float64 {
	n, all := 0.0, 0.0
	for _, e := range test {
		all += e.weight
		if (score(e, w) > 0) == e.on {
			n += e.weight
		}
	}
	return n / all
}
