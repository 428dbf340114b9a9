package tagger

import (
	"encoding/binary"
	"fmt"
	"slices"

	"dateline/internal/fault"
)

// Weights are a feature's weights for the tags other than 0, whose weight is
// always 0.
type Weights [Tags - 1]int8

// Emission are the scores of a character for the tags other than 0, whose
// score is always 0.
type Emission [Tags - 1]int16

// cell is one place of a table; a key 0 is empty. The weights are kept as
// bytes from 0, so that they can be added several at a time.
type cell struct {
	key uint32
	w   [Tags - 1]uint8
}

// zero is the byte of a weight 0.
const zero = 128

// empty is a place without a feature: a feature whose hash is 0 may find it,
// and adds nothing.
var empty = func() (c cell) {
	for t := range c.w {
		c.w[t] = zero
	}
	return c
}()

// table has the weights by feature. It is a perfect hash table (hash and
// displace: Belazzougui, Botelho and Dietzfelbinger, 2009): the upper bits of a
// key choose a seed, and with it the key has a place that no other key of the
// table has. So one look tells, and nothing depends on what was found: the
// processor waits for the memory of all features of a character at one time.
type table struct {
	cells []cell
	seeds *[1 << (32 - seedShift)]uint16
	shift uint8
}

// seedShift leaves the upper bits of a key that choose its seed.
const seedShift = 32 - 16

// crowd is the number of keys with the same upper bits above which they are no
// hashes: a model of a million features has groups of 40.
const crowd = 100

// newTable makes a table of keys, each once and in order, and their weights. A
// key 0 is left out.
func newTable(keys []uint32, weights func(int) Weights) (table, error) {
	for i := crowd; i < len(keys); i++ {
		if keys[i]>>seedShift == keys[i-crowd]>>seedShift {
			return table{}, fmt.Errorf("%w: features that are no hashes", fault.Invalid)
		}
	}
	bits := 10
	for 1<<bits*9/10 < len(keys) {
		bits++
	}
	t := table{seeds: new([1 << (32 - seedShift)]uint16)}
	for ; ; bits++ {
		t.cells, t.shift = make([]cell, 1<<bits), uint8(32-bits)
		if t.displace(keys) {
			break
		}
	}
	for i := range t.cells {
		t.cells[i].w = empty.w
	}
	for i, key := range keys {
		if key == 0 {
			continue
		}
		c := &t.cells[t.place(key)]
		for k, v := range weights(i) {
			c.w[k] = uint8(int(v) + zero)
		}
	}
	return t, nil
}

// place is where a key is, if it is in the table.
func (t *table) place(key uint32) uint32 { return place0(key, t.seeds[key>>seedShift], t.shift) }

func place0(key uint32, seed uint16, shift uint8) uint32 {
	return ((key ^ uint32(seed)) * 0x9E3779B1) >> shift
}

// displace finds a seed for each group of keys, the largest first, and puts the
// keys at their places. It fails where a group finds none, which more places
// help.
func (t *table) displace(keys []uint32) bool {
	var groups [][]uint32
	for i := 0; i < len(keys); {
		j := i
		for j < len(keys) && keys[j]>>seedShift == keys[i]>>seedShift {
			j++
		}
		groups = append(groups, keys[i:j])
		i = j
	}
	slices.SortStableFunc(groups, func(a, b []uint32) int { return len(b) - len(a) })
	for _, g := range groups {
		if !t.settle(g) {
			return false
		}
	}
	return true
}

// settle finds a seed with which all keys of a group have places of their own.
func (t *table) settle(group []uint32) bool {
	for seed := range 1 << 16 {
		n := 0
		for _, key := range group {
			c := &t.cells[place0(key, uint16(seed), t.shift)]
			if c.key != 0 {
				break
			}
			c.key = key
			n++
		}
		if n == len(group) {
			t.seeds[group[0]>>seedShift] = uint16(seed)
			return true
		}
		for _, key := range group[:n] {
			t.cells[place0(key, uint16(seed), t.shift)].key = 0
		}
	}
	return false
}

// weights are the weights of a place.
func (c *cell) weights() (w Weights) {
	for t, v := range c.w {
		w[t] = int8(int(v) - zero)
	}
	return w
}

// full are the places with a feature, by their keys.
func (t *table) full() []cell {
	var out []cell
	for _, c := range t.cells {
		if c.key != 0 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b cell) int { return int(int64(a.key) - int64(b.key)) })
	return out
}

// addUp adds the weights of features, in lanes of 16 bits, four at a time: 256
// features would fit. It has no branches, and reads the keys of all places
// first, so that the waits for memory are at one time.
func (t *table) addUp(f *[Width]uint32, s *Emission) {
	const lanes = 0x00FF00FF00FF00FF
	var is [Width]uint64
	var at [Width]uint32
	for k, key := range f {
		at[k] = t.place(key)
		is[k] = (uint64(t.cells[at[k]].key^key) - 1) >> 63 // 1 where it is the feature
	}
	var a, b, c, found uint64
	for k := range f {
		e := &t.cells[at[k]]
		lo, hi := binary.LittleEndian.Uint64(e.w[:8])&-is[k], uint64(binary.LittleEndian.Uint32(e.w[8:]))&-is[k]
		a += lo & lanes
		b += lo >> 8 & lanes
		c += (hi | hi<<24) & lanes
		found += is[k]
	}
	base := int16(found * zero)
	for k := range 4 {
		s[2*k], s[2*k+1] = int16(a>>(16*k))-base, int16(b>>(16*k))-base
	}
	s[8], s[9], s[10], s[11] = int16(c)-base, int16(c>>32)-base, int16(c>>16)-base, int16(c>>48)-base
}
