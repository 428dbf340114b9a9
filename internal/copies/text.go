package copies

import (
	"dateline/internal/archive"
)

const (
	// window is the length of a shingle in characters: shorter ones are in
	// names and set phrases, longer ones miss copies that were shortened.
	window = 8
	// choose is how many windows one fingerprint at least is chosen from.
	choose = 8
)

// textOf is the folded body without marks.
func textOf(b *archive.Body) []rune {
	out := make([]rune, 0, b.Chars())
	for i := range b.Paragraphs {
		for _, u := range b.Units(i) {
			if u.Text == archive.Gap {
				continue
			}
			for _, r := range u.Text {
				out = append(out, r)
			}
		}
	}
	return out
}

// factor is that of a hash by powers (Karp and Rabin 1987), modulo 2^64.
const factor = 0x9e3779b97f4a7c15

// hashes gives the hash of each window of a text; into may be written over.
func hashes(text []rune, into []uint64) []uint64 {
	out := into[:0]
	top := uint64(1)
	for range window - 1 {
		top *= factor
	}
	var h uint64
	for i, r := range text {
		if i >= window {
			h -= top * value(text[i-window])
		}
		h = h*factor + value(r)
		if i+1 >= window {
			out = append(out, mix(h))
		}
	}
	return out
}

func value(r rune) uint64 { return mix(uint64(r) + 1) }

// mix makes all bits depend on all others: the finisher of SplitMix64 (Steele,
// Lea and Flood 2014). Without it the least hashes would be those of some
// characters.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// winnow chooses fingerprints: of every choose windows in a row the least
// hash, the last of equal ones, each once; of fewer windows the least.
func winnow(all, into []uint64) []uint64 {
	out := into[:0]
	if len(all) == 0 {
		return out
	}
	n := min(choose, len(all))
	at := -1
	for end := n; end <= len(all); end++ {
		from := end - n
		switch {
		case at < from:
			at = from
			for k := from; k < end; k++ {
				if all[k] <= all[at] {
					at = k
				}
			}
		case all[end-1] <= all[at]:
			at = end - 1
		default:
			continue
		}
		out = append(out, all[at])
	}
	return out
}
