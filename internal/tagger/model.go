package tagger

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
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

// Model is a trained model.
type Model struct {
	table table
	// Transition is the weight of a tag after another, Transition[Tags] of a
	// tag at the beginning.
	Transition [Tags + 1][Tags]int16
	// after has the same by tag and number in closers, for what opens a name,
	// 16 times as much.
	after [Tags][len(closers)]int32
	// Scale is what one unit of the weights is worth.
	Scale float32
	// Gate says which characters are looked at.
	Gate Gate
	// Build says what Chinese names are made of.
	Build Build
}

// NewModel makes a model of weights; it fails where their keys are no hashes.
func NewModel(weights map[uint32]Weights, transition [Tags + 1][Tags]int16, scale float32, gate Gate, build *Build) (*Model, error) {
	m := &Model{}
	m.set(transition, scale, gate, build)
	keys := slices.Sorted(maps.Keys(weights))
	var err error
	m.table, err = newTable(keys, func(i int) Weights { return weights[keys[i]] })
	return m, err
}

func (m *Model) set(transition [Tags + 1][Tags]int16, scale float32, gate Gate, build *Build) {
	m.Transition, m.Scale, m.Gate, m.Build = transition, scale, gate, *build
	for t := range Tags {
		for k, q := range closers {
			m.after[t][k] = int32(transition[q][t]) << 4
		}
	}
}

// Each calls do with the features of the model and their weights, by key.
func (m *Model) Each(do func(key uint32, w Weights)) {
	for _, c := range m.table.full() {
		do(c.key, c.weights())
	}
}

// magic begins a model file.
const magic = "dateline-tagger/3\n"

// Write writes the model: the transitions, the gate, then the features' keys
// in order as differences, then the weights tag by tag, all in gzip.
func (m *Model) Write(w io.Writer) error {
	z, _ := gzip.NewWriterLevel(w, gzip.DefaultCompression)
	var b bytes.Buffer
	b.WriteString(magic)
	full := m.table.full()
	le := binary.LittleEndian
	_ = binary.Write(&b, le, m.Scale)
	_ = binary.Write(&b, le, m.Transition)
	_ = binary.Write(&b, le, &m.Gate)
	_ = binary.Write(&b, le, &m.Build)
	_ = binary.Write(&b, le, uint32(len(full)))
	last := uint32(0)
	for _, c := range full {
		b.Write(binary.AppendUvarint(nil, uint64(c.key-last)))
		last = c.key
	}
	for t := range Tags - 1 {
		for _, c := range full {
			b.WriteByte(c.w[t] - zero)
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
	var gate Gate
	build := &Build{}
	var n uint32
	for _, v := range []any{&scale, &transition, &gate, build, &n} {
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
	m := &Model{}
	m.set(transition, scale, gate, build)
	var err error
	m.table, err = newTable(keys, func(i int) (w Weights) {
		for t := range w {
			w[t] = int8(rest[t*int(n)+i])
		}
		return w
	})
	return m, err
}
