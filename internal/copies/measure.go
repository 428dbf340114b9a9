package copies

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"dateline/internal/archive"
)

// mostTexts is how many texts are held to measure pairs.
const mostTexts = 2048

// measure says how many characters the articles of pairs have in common.
func (f *finder) measure(ctx context.Context, pairs []pair) error {
	for len(pairs) > 0 {
		ids := map[int]bool{}
		n := 0
		for n < len(pairs) && len(ids) < mostTexts {
			ids[pairs[n].a], ids[pairs[n].b] = true, true
			n++
		}
		texts, err := f.texts(ctx, ids)
		if err != nil {
			return err
		}
		var wait sync.WaitGroup
		for part := range slices.Chunk(pairs[:n], n/runtime.GOMAXPROCS(0)+1) {
			wait.Go(func() {
				for i := range part {
					part[i].inA, part[i].inB = overlap(texts[part[i].a], texts[part[i].b])
				}
			})
		}
		wait.Wait()
		pairs = pairs[n:]
	}
	return nil
}

// texts reads some articles again.
func (f *finder) texts(ctx context.Context, of map[int]bool) (map[int]*shingled, error) {
	ids := make([]string, 0, len(of))
	for i := range of {
		ids = append(ids, f.docs[i].id)
	}
	out := make(map[int]*shingled, len(of))
	var mu sync.Mutex
	err := f.a.Bodies(ctx, archive.BodyAsk{IDs: ids}, func(b *archive.Body) error {
		x := shingle(textOf(b))
		mu.Lock()
		defer mu.Unlock()
		out[f.index[b.ID]] = x
		return nil
	})
	return out, err
}

// shingled is a text with all its windows in the order of their hashes.
type shingled struct {
	text  []rune
	grams []gram
}

type gram struct {
	hash uint64
	at   int32
}

func shingle(text []rune) *shingled {
	x := &shingled{text: text}
	for i, h := range hashes(text, nil) {
		x.grams = append(x.grams, gram{h, int32(i)})
	}
	slices.SortFunc(x.grams, func(a, b gram) int {
		switch {
		case a.hash < b.hash:
			return -1
		case a.hash > b.hash:
			return 1
		}
		return int(a.at - b.at)
	})
	return x
}

// overlap counts the characters of each text that lie in windows that the
// other has too. Windows are held against each other by their characters, so
// that two of one hash do no harm.
func overlap(a, b *shingled) (inA, inB int) {
	if a == nil || b == nil {
		return 0, 0 // one was taken out of the archive meanwhile
	}
	coverA, coverB := make([]bool, len(a.text)), make([]bool, len(b.text))
	for i, j := 0, 0; i < len(a.grams) && j < len(b.grams); {
		x, y := a.grams[i], b.grams[j]
		switch {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			same := slices.Equal(a.text[x.at:x.at+window], b.text[y.at:y.at+window])
			i, j = cover(a, i, coverA, same), cover(b, j, coverB, same)
		}
	}
	return count(coverA), count(coverB)
}

// cover marks the windows from the i-th on that have its hash, and gives the
// one after them.
func cover(x *shingled, i int, in []bool, mark bool) int {
	hash := x.grams[i].hash
	for ; i < len(x.grams) && x.grams[i].hash == hash; i++ {
		for k := range window {
			in[int(x.grams[i].at)+k] = in[int(x.grams[i].at)+k] || mark
		}
	}
	return i
}

func count(all []bool) int {
	n := 0
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}
