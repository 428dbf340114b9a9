package main

import (
	"math"
	"math/rand/v2"

	"dateline/internal/tagger"
)

const tags = tagger.Tags

// item is a sample made ready: the numbers of its features and its tags.
type item struct {
	features []int32 // tagger.Width for each character looked at, -1 left out
	rows     []int32 // where a character's features begin, -1 where it is not looked at
	gold     []uint8
}

// crf is the conditional random field being trained by FTRL-proximal
// (McMahan et al., Ad Click Prediction, KDD 2013), which sets the weights of
// features that do not matter to exactly 0.
type crf struct {
	alpha, l1 float32
	keep      float64 // of the features of a character, each time by chance
	rnd       *rand.Rand
	left      []int32   // the features kept this time, -1 the others
	w, z, n   []float32 // of features: number*(tags-1)+tag-1
	tr        [tags + 1][tags]float32
	trGrad    [tags + 1][tags]float32
	trN       [tags + 1][tags]float32
	emit      [][tags]float64
	fwd, bwd  [][tags]float64
	scale     []float64
	etr       [tags + 1][tags]float64
}

func newCRF(features int, alpha, l1, keep float64) *crf {
	size := features * (tags - 1)
	return &crf{alpha: float32(alpha), l1: float32(l1), keep: keep, rnd: rand.New(rand.NewPCG(3, 5)), w: make([]float32, size), z: make([]float32, size), n: make([]float32, size)}
}

// legal reports whether tag t may follow tag q.
func legal(q, t int) bool {
	open := q > 0 && (q-1)%4 < 2
	opens := t == 0 || (t-1)%4 == 0 || (t-1)%4 == 3
	if !open {
		return opens
	}
	return !opens && (q-1)/4 == (t-1)/4
}

func (c *crf) transitions() {
	for q := range tags + 1 {
		for t := range tags {
			c.etr[q][t] = 0
			if legal(q%tags, t) {
				c.etr[q][t] = math.Exp(float64(c.tr[q][t]))
			}
		}
	}
}

func (c *crf) grow(n int) {
	if cap(c.emit) < n {
		c.emit, c.fwd, c.bwd = make([][tags]float64, n*2), make([][tags]float64, n*2), make([][tags]float64, n*2)
		c.scale = make([]float64, n*2)
	}
	c.emit, c.fwd, c.bwd, c.scale = c.emit[:n], c.fwd[:n], c.bwd[:n], c.scale[:n]
}

// learn takes one step on an item and returns its log likelihood.
func (c *crf) learn(it *item) float64 {
	n := len(it.gold)
	if n == 0 {
		return 0
	}
	c.grow(n)
	c.transitions()
	c.drop(it)
	ll := c.emissions(it)
	ll -= c.forward(n)
	c.backward(n)
	for i := range n {
		c.update(it, i)
	}
	ll += c.updateTransitions(it)
	return ll
}

// drop leaves out some of the features by chance (dropout, Srivastava et al.,
// JMLR 2014), so that no weight relies on all the others of a name being
// there; emissions and update weigh those left the more.
func (c *crf) drop(it *item) {
	c.left = append(c.left[:0], it.features...)
	if c.keep >= 1 {
		return
	}
	below := uint32(c.keep * (1 << 16))
	var bits uint64
	for i := range c.left {
		if i%4 == 0 {
			bits = c.rnd.Uint64()
		}
		if uint32(bits&0xFFFF) >= below {
			c.left[i] = -1
		}
		bits >>= 16
	}
}

func (c *crf) emissions(it *item) float64 {
	ll := 0.0
	for i, row := range it.rows {
		if row < 0 {
			c.emit[i] = [tags]float64{1}
			continue
		}
		var s [tags]float32
		for _, f := range c.left[row : row+tagger.Width] {
			if f < 0 {
				continue
			}
			w := c.w[int(f)*(tags-1):]
			for t := range tags - 1 {
				s[t+1] += w[t]
			}
		}
		for t := range s {
			s[t] /= float32(c.keep)
		}
		ll += float64(s[it.gold[i]])
		for t := range s {
			c.emit[i][t] = math.Exp(math.Min(float64(s[t]), 60))
		}
	}
	return ll
}

func (c *crf) forward(n int) float64 {
	logZ := 0.0
	for i := range n {
		sum := 0.0
		for t := range tags {
			v := c.etr[tags][t]
			if i > 0 {
				v = 0
				for q := range tags {
					v += c.fwd[i-1][q] * c.etr[q][t]
				}
			}
			v *= c.emit[i][t]
			c.fwd[i][t] = v
			sum += v
		}
		if i == n-1 {
			sum = 0
			for t := range tags {
				if t > 0 && (t-1)%4 < 2 {
					c.fwd[i][t] = 0
				}
				sum += c.fwd[i][t]
			}
		}
		for t := range tags {
			c.fwd[i][t] /= sum
		}
		c.scale[i] = sum
		logZ += math.Log(sum)
	}
	return logZ
}

func (c *crf) backward(n int) {
	for t := range tags {
		c.bwd[n-1][t] = 1
		if t > 0 && (t-1)%4 < 2 {
			c.bwd[n-1][t] = 0
		}
	}
	for i := n - 2; i >= 0; i-- {
		var next [tags]float64
		for t := range tags {
			next[t] = c.emit[i+1][t] * c.bwd[i+1][t] / c.scale[i+1]
		}
		for q := range tags {
			v := 0.0
			for t := range tags {
				v += c.etr[q][t] * next[t]
			}
			c.bwd[i][q] = v
		}
	}
}

// small is the gradient below which a weight is left alone.
const small = 1e-3

func (c *crf) update(it *item, i int) {
	row := it.rows[i]
	if row < 0 {
		return
	}
	var g [tags]float32
	any := false
	for t := 1; t < tags; t++ {
		p := c.fwd[i][t] * c.bwd[i][t]
		if int(it.gold[i]) == t {
			p--
		}
		if p > small || p < -small {
			g[t], any = float32(p/c.keep), true
		}
	}
	if !any {
		return
	}
	for _, f := range c.left[row : row+tagger.Width] {
		if f < 0 {
			continue
		}
		for t := 1; t < tags; t++ {
			if g[t] != 0 {
				c.step(int(f)*(tags-1)+t-1, g[t])
			}
		}
	}
}

func (c *crf) step(k int, g float32) {
	n := c.n[k] + g*g
	root := float32(math.Sqrt(float64(n)))
	sigma := (root - float32(math.Sqrt(float64(c.n[k])))) / c.alpha
	c.z[k] += g - sigma*c.w[k]
	c.n[k] = n
	z := c.z[k]
	switch {
	case z > c.l1:
		c.w[k] = -(z - c.l1) * c.alpha / (1 + root)
	case z < -c.l1:
		c.w[k] = -(z + c.l1) * c.alpha / (1 + root)
	default:
		c.w[k] = 0
	}
}

// updateTransitions takes an AdaGrad step on the transitions.
func (c *crf) updateTransitions(it *item) float64 {
	ll := 0.0
	n := len(it.gold)
	c.trGrad = [tags + 1][tags]float32{}
	for t := range tags {
		c.trGrad[tags][t] += float32(c.fwd[0][t] * c.bwd[0][t])
	}
	for i := 1; i < n; i++ {
		for q := range tags {
			f := c.fwd[i-1][q]
			if f < 1e-6 {
				continue
			}
			for t := range tags {
				c.trGrad[q][t] += float32(f * c.etr[q][t] * c.emit[i][t] * c.bwd[i][t] / c.scale[i])
			}
		}
	}
	prev := tags
	for _, t := range it.gold {
		ll += float64(c.tr[prev][t])
		c.trGrad[prev][t]--
		prev = int(t)
	}
	for q := range c.tr {
		for t := range c.tr[q] {
			if g := c.trGrad[q][t]; g != 0 && legal(q%tags, t) {
				c.trN[q][t] += g * g
				c.tr[q][t] -= 0.1 * g / float32(1+math.Sqrt(float64(c.trN[q][t])))
			}
		}
	}
	return ll
}
