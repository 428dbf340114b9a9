package tagger

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sort"
	"sync"

	"dateline/internal/fault"
)

//go:embed model.bin.gz
var embedded []byte

// Load makes the model of this package at its first call; it is nil where
// the file cannot be read, which a test rules out.
var Load = sync.OnceValue(func() *Model {
	m, err := Read(bytes.NewReader(embedded))
	if err != nil {
		return nil
	}
	return m
})

// Kind is what a name is of.
type Kind uint8

// The kinds, in the order of the tags.
const (
	Person Kind = iota
	Place
	Body
	kinds
)

// The tags: other, then for each kind begin, inside, end and single.
const (
	other = 0
	// Tags is the number of tags.
	Tags = 1 + 4*int(kinds)
)

// BeginTag and the others give the tags of a kind.
func BeginTag(k Kind) int { return 1 + 4*int(k) }

// InsideTag is the tag of a character inside a name.
func insideTag(k Kind) int { return 2 + 4*int(k) }
func endTag(k Kind) int    { return 3 + 4*int(k) }
func singleTag(k Kind) int { return 4 + 4*int(k) }

// Weights are a feature's weights for the tags other than 0, whose weight is
// always 0.
type Weights [Tags - 1]int8

// cell is one place of the model's hash table; a key 0 is empty.
type cell struct {
	key uint32
	w   Weights
}

// Model is a trained model.
type Model struct {
	cells []cell
	mask  uint32
	// sieve has a bit for each value of a key's upper bits that a feature of
	// the model has: most features of a text are not in the model, and the
	// sieve is small enough to stay near the processor.
	sieve []uint64
	// Transition is the weight of a tag after another, Transition[Tags] of a
	// tag at the beginning.
	Transition [Tags + 1][Tags]int16
	// Scale is what one unit of the weights is worth.
	Scale float32
}

// NewModel makes a model of weights. Keys that are 0 are left out.
func NewModel(weights map[uint32]Weights, transition [Tags + 1][Tags]int16, scale float32) *Model {
	size := 1024
	for size*2/3 < len(weights) {
		size *= 2
	}
	m := &Model{cells: make([]cell, size), mask: uint32(size - 1), sieve: make([]uint64, 1<<(32-sieveShift-6)), Transition: transition, Scale: scale}
	for k, w := range weights {
		m.put(k, w)
	}
	return m
}

func (m *Model) put(key uint32, w Weights) {
	if key == 0 {
		return
	}
	i := key & m.mask
	for m.cells[i].key != 0 {
		i = (i + 1) & m.mask
	}
	m.cells[i] = cell{key, w}
	m.sieve[key>>sieveShift>>6] |= 1 << (key >> sieveShift & 63)
}

// sieveShift leaves the upper 22 bits of a key: half a megabyte of bits.
const sieveShift = 32 - 22

// addUp adds the weights of features. Most of the time goes into waiting for
// memory: the sieve is asked for all features, and then the first place of
// each that is left is read, so that the waits are at one time.
func (m *Model) addUp(f *[Width]uint32, s *[Tags]int32) {
	var left, first [Width]uint32
	n := 0
	for _, key := range f {
		left[n] = key
		n += int(m.sieve[key>>sieveShift>>6] >> (key >> sieveShift & 63) & 1)
	}
	for k, key := range left[:n] {
		first[k] = m.cells[key&m.mask].key
	}
	for k, key := range left[:n] {
		if first[k] == 0 {
			continue
		}
		i := key & m.mask
		for m.cells[i].key != key && m.cells[i].key != 0 {
			i = (i + 1) & m.mask
		}
		if m.cells[i].key == key {
			for t, w := range &m.cells[i].w {
				s[t+1] += int32(w)
			}
		}
	}
}

// magic begins a model file.
const magic = "dateline-tagger/1\n"

// Write writes the model: the transitions, then the features' keys in order
// as differences, then the weights tag by tag, all in gzip.
func (m *Model) Write(w io.Writer) error {
	z, _ := gzip.NewWriterLevel(w, gzip.DefaultCompression)
	var b bytes.Buffer
	b.WriteString(magic)
	full := make([]cell, 0, len(m.cells))
	for _, c := range m.cells {
		if c.key != 0 {
			full = append(full, c)
		}
	}
	sort.Slice(full, func(i, j int) bool { return full[i].key < full[j].key })
	le := binary.LittleEndian
	_ = binary.Write(&b, le, m.Scale)
	_ = binary.Write(&b, le, m.Transition)
	_ = binary.Write(&b, le, uint32(len(full)))
	last := uint32(0)
	for _, c := range full {
		b.Write(binary.AppendUvarint(nil, uint64(c.key-last)))
		last = c.key
	}
	for t := range Tags - 1 {
		for _, c := range full {
			b.WriteByte(byte(c.w[t]))
		}
	}
	if _, err := z.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return z.Close()
}

// most is the number of features above which a file is no model.
const most = 4 << 20

// Read reads what Write wrote.
func Read(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("read model: %w: %w", fault.Invalid, err)
	}
	b, err := io.ReadAll(io.LimitReader(z, 64<<20))
	if err != nil {
		return nil, fmt.Errorf("read model: %w: %w", fault.Invalid, err)
	}
	m, err := parse(b)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return m, nil
}

func parse(b []byte) (*Model, error) {
	in := bytes.NewReader(b)
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(in, head); err != nil || string(head) != magic {
		return nil, fmt.Errorf("%w: no model file", fault.Invalid)
	}
	var scale float32
	var transition [Tags + 1][Tags]int16
	var n uint32
	for _, v := range []any{&scale, &transition, &n} {
		if err := binary.Read(in, binary.LittleEndian, v); err != nil {
			return nil, fmt.Errorf("%w: cut short", fault.Invalid)
		}
	}
	if n > most || int(n)*Tags > in.Len() {
		return nil, fmt.Errorf("%w: %d features in %d bytes", fault.Invalid, n, in.Len())
	}
	keys := make([]uint32, n)
	rest := b[len(b)-in.Len():]
	last := uint64(0)
	for i := range keys {
		d, size := binary.Uvarint(rest)
		if size <= 0 {
			return nil, fmt.Errorf("%w: cut short", fault.Invalid)
		}
		last += d
		keys[i], rest = uint32(last), rest[size:]
	}
	if len(rest) != int(n)*(Tags-1) {
		return nil, fmt.Errorf("%w: cut short", fault.Invalid)
	}
	m := NewModel(nil, transition, scale)
	size := 1024
	for size*2/3 < len(keys) {
		size *= 2
	}
	m.cells, m.mask = make([]cell, size), uint32(size-1)
	for i, k := range keys {
		var w Weights
		for t := range w {
			w[t] = int8(rest[t*int(n)+i])
		}
		m.put(k, w)
	}
	return m, nil
}
