package eval

// twister is the Mersenne Twister MT19937 (Matsumoto and Nishimura, ACM TOMACS
// 8, 1998), seeded and read as Python's random does, so that the spoilt pages
// are the same characters whichever of the two programs spoils them.
type twister struct {
	state [twisterLength]uint32
	at    int
}

const (
	twisterLength = 624
	twisterMiddle = 397
)

// newTwister seeds by the array of one word, as random.Random(seed) does for
// a seed below 2³².
func newTwister(seed uint32) *twister {
	t := &twister{at: twisterLength}
	s := &t.state
	s[0] = 19650218
	for i := uint32(1); i < twisterLength; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + i
	}
	i := uint32(1)
	next := func() {
		if i++; i == twisterLength {
			s[0], i = s[twisterLength-1], 1
		}
	}
	for range twisterLength {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + seed
		next()
	}
	for range twisterLength - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - i
		next()
	}
	s[0] = 1 << 31
	return t
}

// word is the next 32 random bits.
func (t *twister) word() uint32 {
	if t.at == twisterLength {
		t.refill()
	}
	y := t.state[t.at]
	t.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (t *twister) refill() {
	s := &t.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%twisterLength]&(1<<31-1)
		s[i] = s[(i+twisterMiddle)%twisterLength] ^ y>>1
		if y&1 == 1 {
			s[i] ^= 0x9908b0df
		}
	}
	t.at = 0
}

// below is a number from 0 to n-1, for n from 1 to 7: the top three bits,
// drawn again while they are too high.
func (t *twister) below(n int) int {
	for {
		if x := int(t.word() >> 29); x < n {
			return x
		}
	}
}
