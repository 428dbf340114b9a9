package tagger

// Gate says which words of a text are looked at closer: most of a text is far
// from any name, and a small logistic regression over words tells so for a
// tenth of the price. It errs on the side of looking.
type Gate struct {
	// Weights are by the upper bits of a feature's hash.
	Weights [gateSize]int8
	// Weak is the sum from which a word is looked at beside others, Strong
	// that from which it is by itself.
	Weak, Strong int32
}

const (
	gateBits = 16
	gateSize = 1 << gateBits
	// GateWidth is the number of the gate's features of a word.
	GateWidth = 12
)

// Sum is what the gate makes of a word with these features.
func (g *Gate) Sum(f *[GateWidth]uint16) int32 {
	sum := int32(0)
	for _, k := range f {
		sum += int32(g.Weights[k])
	}
	return sum
}

// mix is a hash for the gate's features.
func mix(template, a, b, c uint32) uint16 {
	h := (template*0x9E3779B1 + a) * 0x85EBCA6B
	h = (h ^ h>>15 + b) * 0xC2B2AE35
	h = (h ^ h>>14 + c) * 0x27D4EB2F
	return uint16(h >> (32 - gateBits))
}

// GateFeatures puts the features of word k into f. It answers false for marks
// that no name goes over.
func (x *Extractor) GateFeatures(k int, f *[GateWidth]uint16) bool {
	if full(x.t.Runes[x.Lattice.Words[k].Start]) {
		return false
	}
	a, p, w, n, z := x.near(k-2), x.near(k-1), x.near(k), x.near(k+1), x.near(k+2)
	i, last := int(x.Lattice.Words[k].Start), int(x.Lattice.Words[k].End)-1
	form := uint32(w.class)<<3 ^ w.size
	trait := x.trait[i+edge]<<16 | x.trait[last+edge]
	f[0] = mix(1, w.key, 0, 0)
	f[1] = mix(2, w.class, p.class, n.class)
	f[2] = mix(3, w.key, p.class, 0)
	f[3] = mix(4, w.key, n.class, 0)
	f[4] = mix(5, p.key, form, 0)
	f[5] = mix(6, n.key, form, 0)
	f[6] = mix(7, form, trait, 0)
	f[7] = mix(8, uint32(x.solo[i]), x.trait[i+edge], x.trait[i+edge+1])
	f[8] = mix(9, uint32(x.Lattice.Ahead[last]), form, p.class)
	f[9] = mix(10, uint32(x.run[i]), form, 0)
	f[10] = mix(11, a.class, p.class, form)
	f[11] = mix(12, n.class, z.class, form)
	return true
}

// nearWord is what the gate knows of a word.
type nearWord struct{ key, class, size uint32 }

// near is the word k, or what stands for none outside the text.
func (x *Extractor) near(k int) nearWord {
	if k < 0 || k >= len(x.Lattice.Words) {
		return nearWord{}
	}
	return x.beside[k]
}

// keys notes what the gate and the features know of each word, once. Marks are
// told apart by what they are, since they have no class.
func (x *Extractor) keys() {
	x.beside = room(x.beside, len(x.Lattice.Words))
	for k := range x.Lattice.Words {
		w := &x.Lattice.Words[k]
		n := nearWord{x.key(w), uint32(w.Class), uint32(min(w.End-w.Start, 5))}
		if w.ID == -1 {
			n.class = listless
			if c := x.chars[w.Start+edge]; c < 0x3400 || c >= 0xFF00 {
				n.class |= c
			}
		}
		x.beside[k] = n
	}
}

// listless stands for the class of what no list has.
const listless = 1 << 30

// Pass notes the characters that the gate lets through: those of words side by
// side that are weak or more, where one of them is strong.
func (x *Extractor) Pass(g *Gate) {
	x.active = grow(x.active, x.t.Len())
	var f [GateWidth]uint16
	from, strong := 0, false
	for k := range x.Lattice.Words {
		if x.GateFeatures(k, &f) {
			if sum := g.Sum(&f); sum >= g.Weak {
				strong = strong || sum >= g.Strong
				continue
			}
		}
		if strong {
			x.wake(from, k)
		}
		from, strong = k+1, false
	}
	if strong {
		x.wake(from, len(x.Lattice.Words))
	}
}

// wake lets the words [k, m) through.
func (x *Extractor) wake(k, m int) {
	for i := x.Lattice.Words[k].Start; i < x.Lattice.Words[m-1].End; i++ {
		x.active[i] = true
	}
}

// Active reports whether character i is near a name.
func (x *Extractor) Active(i int) bool { return x.active[i] }

// full reports the marks that no name goes over.
func full(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '、', '\n', '《', '》':
		return true
	}
	return false
}
