package add

import (
	"context"
	"errors"
	"hash/fnv"
	"io"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// keeper takes results in order and puts them into the archive in batches.
type keeper struct {
	ctx    context.Context
	o      Options
	counts Counts

	batch []result
	bytes int64
	items int

	// replaced are the origins that got other content in this run, targets
	// those whose content was found to be there under them, by their hashes.
	replaced map[uint64]bool
	targets  map[uint64]int
}

// collect takes the results of a line until its end.
func (k *keeper) collect(l *line) error {
	for {
		s, r, ok := l.next()
		if !ok {
			break
		}
		if r.fatal == nil {
			r = k.again(s, r)
		}
		if r.fatal != nil {
			return k.stop(r.fatal)
		}
		if err := k.take(r); err != nil {
			return err
		}
	}
	if err := k.ctx.Err(); err != nil {
		return k.stop(err)
	}
	return k.flush()
}

// stop ends a run that the context or the archive stops: what was read before
// is kept.
func (k *keeper) stop(err error) error {
	if keeping := k.flush(); keeping != nil {
		return keeping
	}
	return err
}

// again reads a source that was skipped since its content was there under
// another origin, where that has got other content in the meantime.
func (k *keeper) again(s source, r result) result {
	if r.known.Verdict != archive.Elsewhere || len(r.items) > 0 {
		return r
	}
	target := hash(r.known.Origin)
	if !k.replaced[target] {
		k.targets[target]++
		return r
	}
	if err := k.flush(); err != nil {
		return result{fatal: err}
	}
	return s.read(k.ctx)
}

// take takes one result; a full batch is put.
func (k *keeper) take(r result) error {
	if r.known.Verdict == archive.Replaced && len(r.items) > 0 {
		h := hash(r.items[0].Origin)
		k.counts.Again += k.targets[h]
		delete(k.targets, h)
		k.replaced[h] = true
	}
	k.batch = append(k.batch, r)
	k.items += len(r.items)
	if len(r.items) > 0 {
		k.bytes += r.bytes
	}
	// What needs no room waits for its turn to be told of, but not for ever.
	if k.items >= batchItems || k.bytes >= batchBytes || len(k.batch) >= waitingItems {
		return k.flush()
	}
	return nil
}

// flush puts the batch. Once begun it is finished, whatever becomes of the
// context.
func (k *keeper) flush() error {
	batch := k.batch
	k.batch, k.bytes, k.items = nil, 0, 0
	err := k.put(batch)
	if err == nil || len(batch) < 2 || !ofItem(err) {
		return err
	}
	// One of them is refused: each is put by itself.
	for _, r := range batch {
		if err := k.put([]result{r}); err != nil {
			return err
		}
	}
	return nil
}

// ofItem reports an error that one item of a batch has, not the archive.
func ofItem(err error) bool {
	return errors.Is(err, fault.Invalid) || errors.Is(err, fault.TooLarge)
}

// put puts results and tells of them.
func (k *keeper) put(batch []result) error {
	var items []archive.Item
	for _, r := range batch {
		items = append(items, r.items...)
	}
	var out []archive.Outcome
	if len(items) > 0 {
		var err error
		out, err = k.o.Archive.Put(context.WithoutCancel(k.ctx), items)
		if err != nil && len(batch) == 1 && ofItem(err) {
			k.tell(Outcome{Outcome: archive.Outcome{Origin: items[0].Origin}, Err: err})
			return nil
		}
		if err != nil {
			return err
		}
	}
	for _, r := range batch {
		o := Outcome{Outcome: r.known, Err: r.err}
		if n := len(r.items); n > 0 {
			o = Outcome{Outcome: out[n-1], Articles: r.articles, Bytes: r.bytes}
			out = out[n:]
		}
		k.tell(o)
	}
	return nil
}

// tell counts an outcome and tells of it.
func (k *keeper) tell(o Outcome) {
	k.counts.Count(o)
	if k.o.Tell != nil {
		k.o.Tell(o)
	}
}

// hash is a name in eight bytes: all that grows with the number of items.
func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, s) // a hash takes all
	return h.Sum64()
}
