package span

import (
	"encoding/binary"
	"math/bits"
)

// Index turns byte offsets of a text into code point offsets. It has a bit a
// byte of the text, set where a character begins, and the count of those
// before each word of bits (a rank directory: Jacobson, 1989), so that a
// lookup reads two numbers whatever the text is.
type Index struct {
	size   int
	starts []uint64
	before []int // code points before byte i*stride
	runes  int
}

// stride is the number of bytes of text that a word of bits stands for.
const stride = 64

// NewIndex makes the index of a text in one pass over it.
func NewIndex(text string) *Index {
	n := len(text)/stride + 1
	x := &Index{size: len(text), starts: make([]uint64, n), before: make([]int, n)}
	for i := range n {
		w := starts(text[i*stride : min((i+1)*stride, len(text))])
		x.starts[i], x.before[i] = w, x.runes
		x.runes += bits.OnesCount64(w)
	}
	return x
}

// Rune is the number of code points before byte at, which is a character's
// first byte or the end of the text.
func (x *Index) Rune(at int) int {
	if at >= x.size {
		return x.runes
	}
	i := at / stride
	return x.before[i] + bits.OnesCount64(x.starts[i]&(1<<(at%stride)-1))
}

// Runes is the length of the text in code points.
func (x *Index) Runes() int { return x.runes }

// starts has a bit for each of up to 64 bytes, set where it begins a character:
// where it is not 10xxxxxx (RFC 3629). Eight bytes are taken at a time; the
// product moves the lowest bits of all to the uppermost byte.
func starts(s string) uint64 {
	const low, gather = 0x0101010101010101, 0x0102040810204080
	var buf [stride]byte
	n := copy(buf[:], s)
	w := uint64(0)
	for k := 0; k < n; k += 8 {
		v := binary.LittleEndian.Uint64(buf[k : k+8])
		w |= (^v>>7 | v>>6) & low * gather >> 56 << k
	}
	if n < stride {
		w &= 1<<n - 1 // the bytes after the end are no characters
	}
	return w
}
