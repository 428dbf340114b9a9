package main

// vocabulary numbers the features that are seen often enough.
type vocabulary struct {
	keys  []uint32 // open addressing, 0 empty
	count []uint32 // how often, then the number + 1 (0: left out)
	mask  uint32
	size  int
}

func newVocabulary(bits int) *vocabulary {
	return &vocabulary{keys: make([]uint32, 1<<bits), count: make([]uint32, 1<<bits), mask: 1<<bits - 1}
}

func (v *vocabulary) slot(key uint32) uint32 {
	if key == 0 {
		key = 1
	}
	i := key * 0x9E3779B1 & v.mask
	for v.keys[i] != 0 && v.keys[i] != key {
		i = (i + 1) & v.mask
	}
	v.keys[i] = key
	return i
}

// add counts a feature n times.
func (v *vocabulary) add(key uint32, n uint32) { v.count[v.slot(key)] += n }

// number gives the features seen least times or more their numbers.
func (v *vocabulary) number(least int) []uint32 {
	var kept []uint32
	for i, k := range v.keys {
		n := v.count[i]
		v.count[i] = 0
		if k != 0 {
			v.size++
		}
		if k != 0 && int(n) >= least {
			kept = append(kept, k)
			v.count[i] = uint32(len(kept))
		}
	}
	return kept
}

// find is a feature's number, -1 where it was left out.
func (v *vocabulary) find(key uint32) int32 { return int32(v.count[v.slot(key)]) - 1 }
