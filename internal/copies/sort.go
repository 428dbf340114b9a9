package copies

import (
	"bufio"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
)

// Temp is a temporary file: it is written from its beginning to its end, then
// read. Closing it takes it away.
type Temp interface {
	io.Writer
	io.ReaderAt
	io.Closer
}

// entry is what is sorted: a fingerprint and its article, or a pair of
// articles.
type entry struct {
	key   uint64
	value uint32
}

func compare(a, b entry) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.value, b.value))
}

const entrySize = 12 // bytes in a file

// sorter sorts entries of which most are in a file: sorted runs that are
// merged.
type sorter struct {
	temp func() (Temp, error)
	most int // entries in memory
	held []entry
	file Temp
	out  *bufio.Writer
	ends []int64 // where runs end in the file
	n    int64
}

func (s *sorter) add(e entry) error {
	s.n++
	s.held = append(s.held, e)
	if len(s.held) < s.most {
		return nil
	}
	return s.spill()
}

// spill writes what is held as one run.
func (s *sorter) spill() (err error) {
	if s.file == nil {
		if s.file, err = s.temp(); err != nil {
			return fmt.Errorf("make temporary file: %w", err)
		}
		s.out = bufio.NewWriterSize(s.file, 1<<18)
	}
	slices.SortFunc(s.held, compare)
	var b [entrySize]byte
	for _, e := range s.held {
		binary.LittleEndian.PutUint64(b[:], e.key)
		binary.LittleEndian.PutUint32(b[8:], e.value)
		if _, err := s.out.Write(b[:]); err != nil {
			return fmt.Errorf("write temporary file: %w", err)
		}
	}
	var from int64
	if len(s.ends) > 0 {
		from = s.ends[len(s.ends)-1]
	}
	s.ends = append(s.ends, from+int64(len(s.held))*entrySize)
	s.held = s.held[:0]
	return nil
}

// close takes the file away.
func (s *sorter) close() {
	s.held = nil
	if s.file != nil {
		_ = s.file.Close()
		s.file = nil
	}
}

// sorted gives all entries in order, once. What goes wrong ends it with an
// error.
func (s *sorter) sorted() iter.Seq2[entry, error] {
	slices.SortFunc(s.held, compare)
	return func(yield func(entry, error) bool) {
		if s.file == nil {
			for _, e := range s.held {
				if !yield(e, nil) {
					return
				}
			}
			return
		}
		if err := s.out.Flush(); err != nil {
			yield(entry{}, fmt.Errorf("write temporary file: %w", err))
			return
		}
		s.merge(yield)
	}
}

// merge merges the runs and what is held.
func (s *sorter) merge(yield func(entry, error) bool) {
	runs := runHeap{{held: s.held}}
	from := int64(0)
	for _, end := range s.ends {
		runs = append(runs, &run{file: bufio.NewReaderSize(io.NewSectionReader(s.file, from, end-from), 1<<16)})
		from = end
	}
	var ready runHeap
	for _, r := range runs {
		more, err := r.next()
		if err != nil {
			yield(entry{}, err)
			return
		}
		if more {
			ready = append(ready, r)
		}
	}
	heap.Init(&ready)
	for len(ready) > 0 {
		r := ready[0]
		if !yield(r.at, nil) {
			return
		}
		more, err := r.next()
		switch {
		case err != nil:
			yield(entry{}, err)
			return
		case more:
			heap.Fix(&ready, 0)
		default:
			heap.Pop(&ready)
		}
	}
}

// run is a sorted run, in a file or held.
type run struct {
	at   entry
	held []entry
	file *bufio.Reader
}

// next goes to the next entry, false at the end.
func (r *run) next() (bool, error) {
	if r.file == nil {
		if len(r.held) == 0 {
			return false, nil
		}
		r.at, r.held = r.held[0], r.held[1:]
		return true, nil
	}
	var b [entrySize]byte
	if _, err := io.ReadFull(r.file, b[:]); errors.Is(err, io.EOF) {
		return false, nil
	} else if err != nil {
		return false, fmt.Errorf("read temporary file: %w", err)
	}
	r.at = entry{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint32(b[8:])}
	return true, nil
}

// runHeap has the run with the least entry first.
type runHeap []*run

func (h runHeap) Len() int           { return len(h) }
func (h runHeap) Less(i, j int) bool { return compare(h[i].at, h[j].at) < 0 }
func (h runHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push is part of heap.Interface.
func (h *runHeap) Push(x any) { *h = append(*h, x.(*run)) }

// Pop is part of heap.Interface.
func (h *runHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}
