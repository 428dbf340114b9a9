package add

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"

	"dateline/internal/archive"
)

// source is something to be read and put.
type source interface {
	// size is its length in bytes.
	size() int64
	// read reads it, unless the archive has it as it is.
	read(ctx context.Context) result
}

// result is a source that was read, or what became of it without that.
type result struct {
	// items are put, in one batch; none where there is nothing to put.
	items []archive.Item
	// known is what the archive said before it was read.
	known archive.Outcome
	// err is the source's, fatal the archive's or the context's.
	err, fatal error
	bytes      int64
	articles   int
}

// ticket is a place in the line.
type ticket struct {
	source source
	done   chan result
}

// line hands sources to workers and their results on in the order of the
// sources.
type line struct {
	ctx   context.Context
	jobs  chan ticket
	order chan ticket
	gate  gate
}

func newLine(ctx context.Context, jobs int) *line {
	l := &line{ctx: ctx, jobs: make(chan ticket, jobs), order: make(chan ticket, waitingItems)}
	l.gate.free, l.gate.most = waitingBytes, waitingBytes
	l.gate.changed = sync.NewCond(&l.gate.mu)
	context.AfterFunc(ctx, l.gate.open)
	return l
}

// feed brings the sources into the line, as long as there is room.
func (l *line) feed(in iter.Seq[source]) {
	defer close(l.order)
	defer close(l.jobs)
	for s := range in {
		l.gate.take(s.size())
		t := ticket{s, make(chan result, 1)}
		select {
		case l.order <- t:
		case <-l.ctx.Done():
			return
		}
		select {
		case l.jobs <- t:
		case <-l.ctx.Done():
			return
		}
	}
}

// work reads sources until there are no more, or the run is over.
func (l *line) work() {
	for {
		select {
		case t, ok := <-l.jobs:
			if !ok {
				return
			}
			t.done <- l.read(t.source)
		case <-l.ctx.Done():
			return
		}
	}
}

// next gives the next source with its result, in order; false where there is
// none any more.
func (l *line) next() (source, result, bool) {
	select {
	case t, ok := <-l.order:
		if !ok {
			return nil, result{}, false
		}
		select {
		case r := <-t.done:
			l.gate.give(t.source.size())
			return t.source, r, true
		case <-l.ctx.Done():
		}
	case <-l.ctx.Done():
	}
	return nil, result{fatal: l.ctx.Err()}, true
}

// read reads one source. No text should end the program; where one does, it
// is a failure of that source, and the rest are read.
func (l *line) read(s source) (r result) {
	defer func() {
		if p := recover(); p != nil {
			r = result{err: fmt.Errorf("a fault of this program: %v\n%s", p, debug.Stack())}
		}
	}()
	if err := l.ctx.Err(); err != nil {
		return result{fatal: err}
	}
	return s.read(l.ctx)
}

// gate bounds the bytes that are in the line.
type gate struct {
	mu         sync.Mutex
	changed    *sync.Cond
	free, most int64
	opened     bool
}

// take waits until there is room for n bytes. What is larger than all the room
// goes in alone.
func (g *gate) take(n int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n = min(n, g.most)
	for g.free < n && !g.opened {
		g.changed.Wait()
	}
	g.free -= n
}

// give gives the room for n bytes back.
func (g *gate) give(n int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.free += min(n, g.most)
	g.changed.Broadcast()
}

// open lets everything through, where the run is over.
func (g *gate) open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.opened = true
	g.changed.Broadcast()
}
